import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/source-file.ts'
import { type CompileCache, type KnownData, recall } from './cache.ts'
import { missingSlides } from './diagnostics/slides.ts'
import { parseData } from './parse/data.ts'
import { parseTemplates, type Templates } from './parse/layout.ts'
import { parseSlide, type SlideSource } from './parse/slide.ts'
import { proveLayout } from './render/layout.ts'
import { sampleValue } from './render/view.ts'
import { type DeckContext, deckContext } from './resolve/context.ts'
import { factBook } from './resolve/facts.ts'
import { placeholderHelpers } from './resolve/helpers.ts'
import { frameOf } from './resolve/slides.ts'

/** What a file says, to tell whether it has changed. */
const contents = (files: readonly SourceFile[]): readonly unknown[] =>
  files.flatMap((file) => [file.path, file.kind === 'text' ? file.text : file.sheets])

const byPath = (a: SourceFile, b: SourceFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

const below = (files: readonly SourceFile[], folder: string): readonly SourceFile[] =>
  files.filter(({ path }) => path.startsWith(folder)).sort(byPath)

/** The data of the deck, read anew when one of its files has changed. */
export function knownData(files: readonly SourceFile[], cache: CompileCache): KnownData {
  const own = below(files, 'data/')
  return recall(cache.data, 'data', contents(own), () => {
    const { data, diagnostics } = parseData(own, cache.files)
    return { data, context: data && deckContext(data, factBook(data)), diagnostics }
  })
}

export function knownTemplates(files: readonly SourceFile[], cache: CompileCache): Templates {
  const own = below(files, 'templates/').filter((file) => file.kind === 'text' && /\.(hbs|yaml)$/.test(file.path))
  return recall(cache.templates, 'templates', contents(own), () =>
    parseTemplates(own.flatMap((file) => (file.kind === 'text' ? [file] : []))),
  )
}

/** Checks every layout, used or not. */
export function proofs(
  { layouts, partials }: Templates,
  context: DeckContext,
  cache: CompileCache,
): readonly Diagnostic[] {
  return recall(cache.proofs, 'layouts', [layouts, partials, ...frameOf(context)], () => {
    const helpers = placeholderHelpers(context)
    return [...layouts.values()].flatMap((layout) =>
      proveLayout(layout, sampleValue(context.data.config, layout.needs), { helpers, partials }),
    )
  })
}

export interface SlideReadings {
  readonly slides: readonly SlideSource[] // in the order of the deck
  readonly diagnostics: readonly Diagnostic[]
}

/** The slides in the order of their numbers. */
export function slideReadings(files: readonly SourceFile[], cache: CompileCache): SlideReadings {
  const own = below(files, 'slides/').filter(({ path }) => path.endsWith('.md'))
  const readings = own.flatMap((file) =>
    file.kind === 'text' ? [recall(cache.sources, file.path, [file.text], () => parseSlide(file.path, file.text))] : [],
  )
  const slides = readings.flatMap(({ slide }) => (slide ? [slide] : []))
  const ordered = [...slides].sort((a, b) => Number(a.order) - Number(b.order) || (a.path < b.path ? -1 : 1))
  const diagnostics = readings.flatMap((reading) => reading.diagnostics)
  return { slides: ordered, diagnostics: own.length === 0 ? [missingSlides()] : diagnostics }
}
