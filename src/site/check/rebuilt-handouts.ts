import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pdfTexts } from '../../export/pdf/pdf-text.ts'
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

interface Printed {
  readonly path: string // in the site
  readonly published: Buffer | undefined
  readonly again: Buffer
  readonly by: string // the browser that printed it, as its manifest names it
  readonly here: string
}

/** Where two browsers printed the same page: of a PDF the text of each page is compared, of pictures nothing can be. */
export function printedByAnother({ path, published, again, by, here }: Printed): Rebuilt {
  const browsers = `printed by ${by}; here is ${here}`
  if (!path.endsWith('.pdf') || !published) return { faults: [], unchecked: [`not checked: ${path}, ${browsers}`] }
  const [texts, own] = [published, again].map(textsOf)
  if (!texts || !own) return { faults: [`invalid ${path}: it is no PDF that "handouts" writes`], unchecked: [] }
  const other = Array.from({ length: Math.max(texts.length, own.length) }, (_, page) => page + 1).filter(
    (page) => texts[page - 1] !== own[page - 1],
  )
  if (other.length > 0)
    return { faults: [`invalid ${path}: a rebuild has another text on page ${other.join(', ')}`], unchecked: [] }
  return { faults: [], unchecked: [`checked by the text of its pages alone: ${path}, ${browsers}`] }
}

function textsOf(file: Buffer): readonly string[] | undefined {
  try {
    return pdfTexts(file)
  } catch {
    return undefined
  }
}

/**
 * Makes the hand-outs of a published deck again from its source and compares their bytes; where another browser printed them, of PDF
 * the text.
 */
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
    const there = await reader.read(`${id}/${path}`)
    if (content && there?.equals(content)) continue
    if (isPrinted(path) && made.lacksBrowser) unchecked.push(`not checked: ${id}/${path}, as there is no browser here`)
    else if (content && isPrinted(path) && here !== (browser ?? null)) {
      const names = { by: browser ?? 'an unknown browser', here: here ?? 'none' }
      const printed = printedByAnother({ path: `${id}/${path}`, published: there, again: content, ...names })
      faults.push(...printed.faults)
      unchecked.push(...printed.unchecked)
    } else if (content) faults.push(`invalid ${id}/${path}: a rebuild makes other bytes`)
    else unchecked.push(`not checked: ${id}/${path}, which "handouts" makes only with options`)
  }
  return { faults, unchecked }
}
