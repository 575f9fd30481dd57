import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { KeyPath } from '../yaml.ts'
import { type BlockReading, parseBlock } from './block-source.ts'
import { parseSlide, type SlideSource } from './slide-source.ts'
import { parseText, type TextKind, type TextReading, type TextSource } from './text.ts'

/** A value of the front matter's `fields` as read. */
export type FieldSource =
  | { readonly kind: 'text'; readonly text: TextSource }
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly FieldSource[] }
  | { readonly kind: 'map'; readonly entries: Readonly<Record<string, FieldSource>> }

/** A slide with every text, placeholder and block read: what can be known of it without the data. */
export interface ParsedSlide {
  readonly source: SlideSource
  readonly title: TextSource | undefined
  readonly subtitle: TextSource | undefined
  readonly fields: Readonly<Record<string, FieldSource>>
  readonly body: TextSource
  readonly blocks: readonly BlockReading[]
  readonly notes: TextSource | undefined
  readonly diagnostics: readonly Diagnostic[]
}

export interface SlideReading {
  /** Undefined where the file is no slide at all. */
  readonly slide: ParsedSlide | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads one file of slides/. */
export function readSlide(path: string, text: string): SlideReading {
  const { slide: source, diagnostics } = parseSlide(path, text)
  if (!source) return { slide: undefined, diagnostics }
  const found: Diagnostic[] = []
  const kept = ({ source: read, diagnostics: ofText }: TextReading): TextSource => {
    found.push(...ofText)
    return read
  }
  const { front, document } = source
  const own = (words: string | undefined, path_: KeyPath, kind: TextKind): TextSource | undefined =>
    words === undefined ? undefined : kept(parseText(words, document.originOf(path_), kind))
  const field = (value: unknown, at: KeyPath): FieldSource => {
    if (typeof value === 'string') return { kind: 'text', text: kept(parseText(value, document.originOf(at), 'line')) }
    if (Array.isArray(value)) return { kind: 'list', items: value.map((item, index) => field(item, [...at, index])) }
    if (typeof value === 'object' && value !== null)
      return {
        kind: 'map',
        entries: Object.fromEntries(Object.entries(value).map(([key, item]) => [key, field(item, [...at, key])])),
      }
    return { kind: 'value', value: typeof value === 'number' || typeof value === 'boolean' ? value : null }
  }
  const title = own(front.title, ['title'], 'line')
  const subtitle = own(front.subtitle, ['subtitle'], 'line')
  const fields = Object.fromEntries(
    Object.entries(front.fields ?? {}).map(([key, value]) => [key, field(value, ['fields', key])]),
  )
  const body = kept(parseText(source.body.text, source.body.origin, 'flow'))
  const blocks = readBlocks(source)
  const notes = source.notes && kept(parseText(source.notes.text, source.notes.origin, 'flow'))
  found.push(...blocks.flatMap((block) => block.diagnostics))
  return {
    slide: { source, title, subtitle, fields, body, blocks, notes, diagnostics: found },
    diagnostics: [...diagnostics, ...found],
  }
}

/** The blocks in order, each with its id: the first chart of revenues is "revenues-chart-1". */
function readBlocks({ id, blocks }: SlideSource): readonly BlockReading[] {
  const counts = new Map<string, number>()
  return blocks.map((block) => {
    const count = (counts.get(block.kind) ?? 0) + 1
    counts.set(block.kind, count)
    return parseBlock(block, `${id}-${block.kind}-${count}`)
  })
}
