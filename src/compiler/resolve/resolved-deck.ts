import { plainText } from '../../model/content.ts'
import type { Deck, DeckData, DeckHead, Evidence, Section } from '../../model/deck.ts'
import type { Diagnostic, Report } from '../../model/diagnostic.ts'
import type { Fact } from '../../model/fact.ts'
import { createMemo, hasSameInputs, type Memo, startMemos } from '../../model/memory.ts'
import { breaking } from '../diagnostics/follow-ups.ts'
import { unknownLayout } from '../diagnostics/slides.ts'
import type { CompileOptions } from '../options.ts'
import type { ParsedFiles } from '../parse/deck-files.ts'
import type { ParsedSlide } from '../parse/slides/parsed-slide.ts'
import type { Layout, Templates } from '../parse/templates/layouts.ts'
import { type DeckContext, deckContext } from './deck-context.ts'
import { headOf } from './deck-head.ts'
import { disclosedSlide } from './disclosure/disclosed-slide.ts'
import { factBook } from './facts/book.ts'
import { type FactTexts, factDetails, type MadeDetails, withInputs } from './facts/facts-details.ts'
import { type AskedFact, hasSameAnswers, recordFacts } from './facts/facts-recorded.ts'
import { unchangedFacts } from './facts/facts-unchanged.ts'
import { placeholderHelpers } from './placeholders/helpers.ts'
import { sampleValue } from './placeholders/layout-view.ts'
import { asksForFigures } from './placeholders/template-calls.ts'
import { dataWithout, type LeftOutSlide, shownSlides } from './shown-slides.ts'
import { type ErratumSlide, errataFindings } from './slides/errata.ts'
import {
  type FinishEnvironment,
  type FinishedSlide,
  finishSlide,
  printedFacts,
  stagedIn,
} from './slides/finished-slide.ts'
import { type Gap, gapsOf } from './slides/gaps.ts'
import { type LinkTargets, markdownFindings } from './slides/links.ts'
import { unknownClasses } from './slides/needs.ts'
import { type Outline, type OutlineEntry, outline } from './slides/outline.ts'
import { checkLayout } from './slides/resolved-layout.ts'
import { type ResolvedSlide, resolveSlide } from './slides/resolved-slide.ts'
import { linkedSlides } from './slides/slide-links.ts'

/** What was made, and what was found meanwhile. */
interface Reported<V> {
  readonly value: V
  readonly diagnostics: readonly Diagnostic[]
}

function reported<V>(make: (report: Report) => V): Reported<V> {
  const diagnostics: Diagnostic[] = []
  const value = make((diagnostic) => diagnostics.push(diagnostic))
  return { value, diagnostics }
}

/** A slide as it was resolved, and the answers that it was resolved with. */
interface Resolution extends Reported<ResolvedSlide> {
  readonly context: DeckContext
  readonly asked: readonly AskedFact[]
}

/** What is kept between compilations. */
export interface ResolveMemory {
  readonly ofShown: Memo<DeckData>
  readonly context: Memo<DeckContext>
  readonly head: Memo<DeckHead>
  readonly layoutChecks: Memo<readonly Diagnostic[]>
  readonly resolved: Memo<Resolution>
  readonly sections: Memo<readonly Section[]>
  readonly finished: Memo<Reported<FinishedSlide>>
  readonly details: Memo<MadeDetails>
  readonly factTexts: Memo<FactTexts>
}

export const createResolveMemory = (): ResolveMemory => ({
  ofShown: createMemo(),
  context: createMemo(),
  head: createMemo(),
  layoutChecks: createMemo(),
  resolved: createMemo(),
  sections: createMemo(),
  finished: createMemo(),
  details: createMemo(),
  factTexts: createMemo(),
})

/** Begins a compilation. */
export const startResolving = (memory: ResolveMemory): void => startMemos({ ...memory })

interface DeckResolution {
  /** Undefined where there is no data to resolve against. */
  readonly resolved: { readonly deck: Deck; readonly evidence: Evidence } | undefined
  /** Figures that slides ask for and the data do not have. */
  readonly gaps: () => readonly Gap[]
  readonly asked: () => ReadonlyMap<string, Fact>
  readonly leftOut: readonly LeftOutSlide[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A slide, where it stands, and its layout. */
interface PlacedSlide extends Resolution {
  readonly entry: OutlineEntry
  readonly layout: Layout | undefined
}

const none: ReadonlySet<string> = new Set()

/** Checks every reference and computes every number: the deck as data. Hidden slides are checked in every edition. */
export function resolveDeck(parsed: ParsedFiles, options: CompileOptions, memory: ResolveMemory): DeckResolution {
  if (!parsed.data) return { resolved: undefined, leftOut: [], gaps: () => [], asked: () => new Map(), diagnostics: [] }
  const { shown: chosen, leftOut } = shownSlides(parsed.slides, parsed.data.config)
  const whole = parsed.data
  const data = memory.ofShown.recall('shown', [whole, JSON.stringify(leftOut)], () => dataWithout(whole, leftOut))
  const context = memory.context.recall('context', [data, options.draft], (last) =>
    deckContext(data, factBook(data, last && unchangedFacts(last.facts, last.data, data)), options.draft),
  )
  const { layouts, partials } = parsed.templates
  const { value: plan, diagnostics: misplaced } = reported((report) =>
    outline(
      chosen.map(({ source }) => source),
      { showsHidden: options.edition === 'presenter', duration: data.config.duration, report },
    ),
  )
  const slides = placeSlides({ ...parsed, slides: chosen }, plan.entries, (slide) => resolveOne(slide, context, memory))
  const sections = sectionsOf(plan, slides)
  const environment: FinishEnvironment = {
    context,
    edition: options.edition,
    head: memory.head.recall('head', [data.config, options.edition], () => headOf(data.config, options.edition)),
    helpers: placeholderHelpers(context),
    partials,
    sections: memory.sections.recall('sections', [JSON.stringify(sections)], () => sections),
    total: plan.total,
  }
  const finished = finishSlides(slides, { environment, templates: parsed.templates, memory, options })
  const allIds = new Set(plan.entries.map(({ source }) => source.id))
  const slideIds = new Set(plan.entries.filter(({ number }) => number > 0).map(({ source }) => source.id))
  const notNow = new Set(leftOut.map(({ slide }) => slide))
  const targets = { slideIds, allIds, leftOut: notNow, pictures: options.pictures ?? none }
  const known = { layouts, targets, own: options.classes ?? none }
  const shown = finished.filter(({ value }) => value.slide.number > 0).map(({ value }) => value)
  const { resolved, mistakes } = assemble(shown, { environment, slideIds, leftOut: notNow, memory })
  return {
    resolved,
    leftOut,
    gaps: () => gapsOf(slides),
    asked: () => context.facts.asked(),
    diagnostics: [
      ...[...layouts.values()].flatMap((layout) => checkOnce(layout, environment, memory)),
      ...misplaced,
      ...slides.flatMap((slide) => [...slide.diagnostics, ...placeFindings(slide, known)]),
      ...finished.flatMap(({ diagnostics }) => diagnostics),
      ...mistakes,
      ...errataFindings(slides.map(erratumSlide(context)), context),
    ],
  }
}

const erratumSlide =
  (context: DeckContext) =>
  ({ value, entry }: PlacedSlide): ErratumSlide => ({
    id: entry.source.id,
    printed: [...printedFacts(value, context), ...value.inNotes],
    isWhole: value.isWhole,
  })

function placeSlides(
  { slides, templates }: ParsedFiles,
  entries: readonly OutlineEntry[],
  resolve: (slide: ParsedSlide) => Resolution,
): readonly PlacedSlide[] {
  return entries.flatMap((entry, index): readonly PlacedSlide[] => {
    const slide = slides[index]
    return slide ? [{ ...resolve(slide), entry, layout: templates.layouts.get(entry.source.front.layout) }] : []
  })
}

/** What is wrong with a layout, whatever slides use it. */
function checkOnce(layout: Layout, environment: FinishEnvironment, memory: ResolveMemory): readonly Diagnostic[] {
  const { context, head, partials } = environment
  return memory.layoutChecks.recall(layout.name, [layout, partials, ...slideInputs(context)], () =>
    checkLayout(layout, sampleValue(head, layout.needs), environment),
  )
}

/** What is wrong with a slide at its place in this deck: links that lead nowhere, classes or a layout that nothing knows. */
function placeFindings(
  { value, entry, layout }: PlacedSlide,
  { layouts, targets, own }: { layouts: Templates['layouts']; targets: LinkTargets; own: ReadonlySet<string> },
): readonly Diagnostic[] {
  if (!layout) return layoutFindings(entry, layouts)
  const classes = unknownClasses(entry.source, layout, { layouts: layouts.values(), own })
  return [...classes, ...markdownFindings(value, targets)]
}

/** A slide without a known layout may have been meant to open a section. */
function layoutFindings({ source }: OutlineEntry, layouts: Templates['layouts']): readonly Diagnostic[] {
  const unknown = unknownLayout(source.front.layout, [...layouts.keys()], source.document.placeOf(['layout']))
  return breaking([unknown], { kind: 'section', name: source.front.section ?? source.id })
}

/** Everything of the data that a slide can see besides its figures. */
const slideInputs = ({ data }: DeckContext): readonly unknown[] => {
  const { config, metrics, scenarios, tables, documents, errata } = data
  return [config, metrics, scenarios, documents, errata, ...tables.values()]
}

/** A slide is resolved again when its file or anything that it asked for has changed. */
function resolveOne(slide: ParsedSlide, context: DeckContext, memory: ResolveMemory): Resolution {
  return memory.resolved.recall(slide.source.path, [slide, context], (last) => {
    if (last?.value.parsed === slide && isUpToDate(last, context)) return { ...last, context }
    const { book, asked } = recordFacts(context.facts)
    const own = { ...context, facts: book }
    const made = reported((report) => resolveSlide(slide, { context: own, helpers: placeholderHelpers(own), report }))
    return { ...made, context, asked: asked() }
  })
}

/** After an edit of figures a slide is what it was, if every figure that it asked for is. */
const isUpToDate = (last: Resolution, context: DeckContext): boolean =>
  hasSameInputs(slideInputs(last.context), slideInputs(context)) && hasSameAnswers(last.asked, context.facts)

/** Slides that open a section. Elsewhere the section's title is a name, and its figures are text. */
function sectionsOf({ sections }: Outline, slides: readonly PlacedSlide[]): readonly Section[] {
  return [...sections].map(([id, { source, number }]) => {
    const title = slides.find(({ entry }) => entry.source === source)?.value.title
    const section = { id, slide: source.id, number, title: title ? plainText(title.runs) : id }
    return source.front.hidden === true ? { ...section, hidden: true } : section
  })
}

interface Finishing {
  readonly environment: FinishEnvironment
  readonly templates: Templates
  readonly memory: ResolveMemory
  readonly options: CompileOptions
}

/** A slide is finished again when it, its place, its layout or the environment has changed. */
function finishSlides(
  slides: readonly PlacedSlide[],
  { environment, templates, memory, options }: Finishing,
): readonly Reported<FinishedSlide>[] {
  const { context, helpers, ...rest } = environment // helpers follow from the context
  const { needsRoundingNote } = options
  const printing = layoutsWithFigures(templates)
  return slides.flatMap(({ value: resolved, entry, layout }) => {
    if (!layout) return []
    const seen = printing.has(layout) ? [context] : [context.data.ties, ...slideInputs(context)]
    const inputs = [resolved, layout, ...Object.values(entry), ...Object.values(rest), ...seen]
    return memory.finished.recall(entry.source.path, inputs, () => {
      const tables = resolved.visuals.flatMap((visual) => (visual.kind === 'table' ? [visual.table] : []))
      const isRounded = needsRoundingNote?.(context.data, printedFacts(resolved, context), tables) ?? false
      const made = reported((report) => finishSlide({ resolved, layout, entry, isRounded }, { ...environment, report }))
      if (entry.number > 0) foundCharts(made.value, options, context)
      return made
    })
  })
}

function foundCharts({ slide }: FinishedSlide, { foundChart, edition }: CompileOptions, context: DeckContext): void {
  const { data, facts } = context
  const { visuals } = foundChart && edition === 'public' ? disclosedSlide(slide, { data, find: facts.find }) : slide
  for (const visual of visuals) if (visual.kind === 'chart') foundChart?.(visual.chart, visual.box)
}

/** Layouts that ask for figures themselves: what they say is not known from their slides. */
function layoutsWithFigures({ layouts, partials }: Templates): ReadonlySet<Layout> {
  const inPartials = [...partials.values()].some(asksForFigures)
  return new Set([...layouts.values()].filter(({ template }) => inPartials || asksForFigures(template)))
}

interface Assembly {
  readonly environment: FinishEnvironment
  readonly slideIds: ReadonlySet<string>
  readonly leftOut: ReadonlySet<string>
  readonly memory: ResolveMemory
}

/** The deck, and the exact numbers behind it: only of facts that its slides show, and their inputs. */
function assemble(
  finished: readonly FinishedSlide[],
  { environment, slideIds, leftOut, memory }: Assembly,
): Pick<DeckResolution, 'resolved'> & Pick<MadeDetails, 'mistakes'> {
  const { context, edition, head, sections } = environment
  const { data } = context
  const shown = finished.flatMap((slide) => slide.facts)
  const facts = withInputs(shown, context.facts.asked())
  const staged = finished.map(({ slide }) => stagedIn(slide, slideIds))
  const slides = linkedSlides(staged, { context, sections, leftOut })
  const cited = new Set(slides.flatMap(({ sources }) => sources))
  const known = [context, [...facts.keys(), ...slideIds, ...cited].join('\n')]
  const { details, mistakes } = memory.details.recall(edition, known, () =>
    factDetails(facts, data, { edition, slideIds, cited, memory: memory.factTexts }),
  )
  const deck: Deck = { edition, head, sections, slides, ...details }
  return { resolved: { deck, evidence: { config: data.config, data, facts } }, mistakes }
}
