import type { DeckData } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { createDataCache, type DataCache } from './parse/data-cache.ts'
import type { Layout, TemplateMakers, Templates } from './parse/layout.ts'
import type { SlideReading } from './parse/slide.ts'
import type { SpecReading } from './parse/spec.ts'
import type { parseTemplate } from './parse/template.ts'
import type { Flow } from './render/markdown.ts'
import type { RenderedSlide } from './render/rendered-slide.ts'
import type { DeckContext } from './resolve/context.ts'
import type { AskedFact } from './resolve/recorded-facts.ts'
import type { ResolvedSlide } from './resolve/resolved-slide.ts'

interface Entry<V> {
  readonly inputs: readonly unknown[]
  readonly value: V
}

/** What the last compilation made, by name, with what it was made from. */
export interface Memo<V> {
  previous: ReadonlyMap<string, Entry<V>>
  current: Map<string, Entry<V>>
}

/** The data of a deck and what is computed from it; `facts` grows as it is asked. */
export interface KnownData {
  readonly data: DeckData | undefined
  readonly context: DeckContext | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** A slide as it was resolved, and the answers that made it so. */
export interface ResolvedEntry {
  readonly context: DeckContext
  readonly asked: readonly AskedFact[]
  readonly resolved: ResolvedSlide
}

/** What the texts of one slide were read as: the same whatever the figures are. */
export interface SlideMemory {
  readonly templates: Map<string, ReturnType<typeof parseTemplate>>
  readonly flows: Map<string, Flow>
  readonly specs: Map<string, SpecReading>
}

/** Kept by a caller between compilations, so that a second one makes only what changed. Holds no more than one deck. */
export interface CompileCache {
  /** Kept by itself: it lets go of files that are gone. */
  readonly files: DataCache
  readonly data: Memo<KnownData>
  readonly templates: Memo<ReturnType<typeof parseTemplate>>
  readonly contracts: Memo<ReturnType<TemplateMakers['contract']>>
  readonly layouts: Memo<Layout>
  readonly partials: Memo<Templates['partials']>
  readonly proofs: Memo<readonly Diagnostic[]>
  readonly sources: Memo<SlideReading>
  readonly resolved: Memo<ResolvedEntry>
  readonly memories: Memo<SlideMemory>
  readonly rendered: Memo<RenderedSlide>
  readonly cards: Memo<string>
}

const createMemo = <V>(): Memo<V> => ({ previous: new Map(), current: new Map() })

export const createCompileCache = (): CompileCache => ({
  files: createDataCache(),
  data: createMemo(),
  templates: createMemo(),
  contracts: createMemo(),
  layouts: createMemo(),
  partials: createMemo(),
  proofs: createMemo(),
  sources: createMemo(),
  resolved: createMemo(),
  memories: createMemo(),
  rendered: createMemo(),
  cards: createMemo(),
})

/** Begins a compilation: what the one before did not use is let go. */
export function turnCache(cache: CompileCache): void {
  const { files: _, ...memos } = cache
  for (const memo of Object.values<Memo<unknown>>(memos)) {
    memo.previous = memo.current
    memo.current = new Map()
  }
}

/** The value made before from the very same inputs, or a new one. */
export function recall<V>(memo: Memo<V>, name: string, inputs: readonly unknown[], make: () => V): V {
  const known = memo.current.get(name) ?? memo.previous.get(name)
  const isSame = known?.inputs.length === inputs.length && known.inputs.every((input, at) => input === inputs[at])
  const entry = known && isSame ? known : { inputs, value: make() }
  memo.current.set(name, entry)
  return entry.value
}

export const createMemory = (): SlideMemory => ({ templates: new Map(), flows: new Map(), specs: new Map() })

/** The value of a key, made when first asked for. */
export function remember<V>(known: Map<string, V>, key: string, make: () => V): V {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

/** What was made of that name in the last compilation. */
export const lastOf = <V>(memo: Memo<V>, name: string): V | undefined => memo.previous.get(name)?.value
