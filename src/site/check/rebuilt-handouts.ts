import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HandoutKind } from '../../handouts/making.ts'
import type { DeckManifest } from '../manifest.ts'
import type { SiteReader } from './verify.ts'

/** What a rebuild says: faults, and what could not be compared here, a line each. */
export interface Rebuilt {
  readonly faults: readonly string[]
  readonly unchecked: readonly string[]
}

interface HandoutRebuild {
  readonly root: string
  readonly engine: string
  readonly cache: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly folder: string // where they are made
  readonly published: DeckManifest
}

const kinds: readonly (readonly [end: RegExp, kind: HandoutKind])[] = [
  [/\.(?:xlsx|csv|json)$/, 'databook'],
  [/\.pptx$/, 'pptx'],
  [/\.html$/, 'offline'],
  [/\.pdf$/, 'pdf'],
  [/\.(?:png|svg|webp)$/, 'pictures'],
]

const kindOf = (path: string): HandoutKind | undefined => kinds.find(([end]) => end.test(path))?.[1]

/** What a browser made is drawn otherwise by another build of it. */
const isPrinted = (path: string): boolean => ['pdf', 'pictures'].includes(kindOf(path) ?? '')

/** The browser that printed the hand-outs of a folder, as their manifest names it. */
function browserIn(folder: string): string | null {
  const { browser }: { readonly browser?: string | null } = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  )
  return browser ?? null
}

/** Makes the hand-outs of a published deck again from its source and compares their bytes; PDF and pictures by the same browser alone. */
export async function rebuiltHandouts(reader: SiteReader, rebuild: HandoutRebuild): Promise<Rebuilt> {
  const { root, engine, cache, env, folder, published } = rebuild
  const { id, handouts, browser } = published
  if (handouts.length === 0) return { faults: [], unchecked: [] }
  const { makeHandouts } = await import('../../handouts/handouts.ts')
  const made = await makeHandouts({
    ...{ project: { root, engine, edition: 'public' }, out: folder, cache, env, progress: () => undefined },
    kinds: [...new Set(handouts.flatMap((path) => kindOf(path) ?? []))],
    print: { notes: false, handout: undefined, paper: 'A4', dpi: 96 },
  })
  const own = new Map((made.files ?? []).map(({ name, content }) => [name, content]))
  const here = made.files && !made.lacksBrowser ? browserIn(folder) : null
  const faults: string[] = []
  const unchecked: string[] = []
  for (const path of handouts) {
    const content = own.get(path.replace(/^downloads\//, ''))
    if (content && (await reader.read(`${id}/${path}`))?.equals(content)) continue
    if (isPrinted(path) && made.lacksBrowser) unchecked.push(`not checked: ${id}/${path}, as there is no browser here`)
    else if (isPrinted(path) && here !== (browser ?? null))
      unchecked.push(`not checked: ${id}/${path}, printed by ${browser ?? 'an unknown browser'}; here is ${here}`)
    else if (content) faults.push(`invalid ${id}/${path}: a rebuild makes other bytes`)
    else unchecked.push(`not checked: ${id}/${path}, which "handouts" makes only with options`)
  }
  return { faults, unchecked }
}
