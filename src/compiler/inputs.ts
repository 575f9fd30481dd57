import type { Language } from '../language/language.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/source-file.ts'
import { type CompileCache, type KnownData, lastOf, recall } from './cache.ts'
import { missingSlides } from './diagnostics/slides.ts'
import { parseData } from './parse/data.ts'
import { parseTemplates, type Templates, templateMakers } from './parse/layout.ts'
import { parseSlide, type SlideSource } from './parse/slide.ts'
import { proveLayout } from './render/layout.ts'
import { sampleValue } from './render/view.ts'
import { type DeckContext, deckContext } from './resolve/context.ts'
import { factBook } from './resolve/facts.ts'
import { keptFacts } from './resolve/facts-kept.ts'
import { placeholderHelpers } from './resolve/helpers.ts'
import { frameOf } from './resolve/slides.ts'

/** What a file says, to tell whether it has changed. */
const contents = (files: readonly SourceFile[]): readonly unknown[] =>
  files.flatMap((file) => [file.path, file.kind === 'text' ? file.text : file.sheets])

const byPath = (a: SourceFile, b: SourceFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

const below = (files: readonly SourceFile[], folder: string): readonly SourceFile[] =>
  files.filter(({ path }) => path.startsWith(folder)).sort(byPath)

/** The data of the deck, read anew when one of its files has changed. */
export function knownData(
  files: readonly SourceFile[],
  cache: CompileCache,
  languages?: readonly Language[],
): KnownData {
  const own = below(files, 'data/')
  return recall(cache.data, 'data', [languages, ...contents(own)], () => {
    const { data, diagnostics } = parseData(own, cache.files, languages)
    const last = lastOf(cache.data, 'data')?.context
    const kept = data && last && keptFacts(last.facts.asked(), last.data, data)
    return { data, context: data && deckContext(data, factBook(data, kept)), diagnostics }
  })
}

/** The templates; a layout stays the same object while its files say the same, so that only its own slides follow it. */
export function knownTemplates(files: readonly SourceFile[], cache: CompileCache): Templates {
  const own = below(files, 'templates/').filter((file) => file.kind === 'text' && /\.(hbs|yaml)$/.test(file.path))
  return parseTemplates(
    own.flatMap((file) => (file.kind === 'text' ? [file] : [])),
    {
      template: (file) => recall(cache.templates, file.path, [file.text], () => templateMakers.template(file)),
      contract: (file) => recall(cache.contracts, file.path, [file.text], () => templateMakers.contract(file)),
      layout: (name, template, contract) =>
        recall(cache.layouts, name, [template, contract], () => templateMakers.layout(name, template, contract)),
      partials: (partials) =>
        recall(cache.partials, 'partials', partials.flat(), () => templateMakers.partials(partials)),
    },
  )
}

/** Checks every layout, used or not. */
export function proofs(
  { layouts, partials }: Templates,
  context: DeckContext,
  cache: CompileCache,
): readonly Diagnostic[] {
  const helpers = placeholderHelpers(context)
  const frame = frameOf(context)
  return [...layouts.values()].flatMap((layout) =>
    recall(cache.proofs, layout.name, [layout, partials, ...frame], () =>
      proveLayout(layout, sampleValue(context.data.config, layout.needs), { helpers, partials }),
    ),
  )
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
