import { plainText } from '../../model/content.ts'
import type { Deck, DeckConfig, DeckData, DeckHead, Evidence, Section } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Fact } from '../../model/fact.ts'
import { breaking } from '../diagnostics/follow-ups.ts'
import { unknownLayout } from '../diagnostics/slides.ts'
import { createMemo, type Memo, startMemos } from '../memo.ts'
import type { CompileOptions, RoundingTest } from '../options.ts'
import type { ParsedFiles } from '../parse/deck-files.ts'
import type { ParsedSlide } from '../parse/slides/parsed-slide.ts'
import type { Layout, Templates } from '../parse/templates/layouts.ts'
import { type DeckContext, deckContext } from './context.ts'
import { type Details, factDetails } from './facts/fact-details.ts'
import { factBook } from './facts/facts.ts'
import { keptFacts } from './facts/facts-kept.ts'
import { type AskedFact, givesSame, recordFacts } from './facts/recorded-facts.ts'
import { placeholderHelpers } from './placeholders/helpers.ts'
import { asksForFigures } from './placeholders/template-calls.ts'
import { sampleValue } from './placeholders/view.ts'
import { deckFields } from './placeholders/word-helpers.ts'
import { type FinishEnvironment, type FinishedSlide, finishSlide, isRounded } from './slides/finish.ts'
import { proveLayout } from './slides/layout.ts'
import { markdownFindings } from './slides/links.ts'
import { type Outline, type OutlineEntry, outline } from './slides/outline.ts'
import { type ResolvedSlide, resolveSlide } from './slides/slide.ts'

/** A slide as it was resolved, and the answers that made it so. */
interface Resolution {
  readonly context: DeckContext
  readonly asked: readonly AskedFact[]
  readonly resolved: ResolvedSlide
}

/** What is kept between compilations. */
export interface ResolveMemory {
  readonly context: Memo<DeckContext>
  readonly head: Memo<DeckHead>
  readonly proofs: Memo<readonly Diagnostic[]>
  readonly resolved: Memo<Resolution>
  readonly finished: Memo<FinishedSlide>
  readonly rounding: Memo<RoundingTest>
  readonly details: Memo<Details>
}

export const createResolveMemory = (): ResolveMemory => ({
  context: createMemo(),
  head: createMemo(),
  proofs: createMemo(),
  resolved: createMemo(),
  finished: createMemo(),
  rounding: createMemo(),
  details: createMemo(),
})

/** Begins a compilation. */
export const startResolving = (memory: ResolveMemory): void => startMemos({ ...memory })

export interface ResolvedDeck {
  readonly deck: Deck
  readonly evidence: Evidence
}

export interface DeckResolution {
  /** Undefined where there is no data to resolve against. */
  readonly resolved: ResolvedDeck | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** A slide, where it stands, and its layout. */
interface Placed {
  readonly entry: OutlineEntry
  readonly resolved: ResolvedSlide
  readonly layout: Layout | undefined
}

/** Proves every reference and computes every number: the deck as data. Hidden slides are checked in every edition. */
export function resolveDeck(parsed: ParsedFiles, options: CompileOptions, memory: ResolveMemory): DeckResolution {
  const { data } = parsed
  if (!data) return { resolved: undefined, diagnostics: [] }
  const { edition } = options
  const context = memory.context.recall('context', [data], (last) =>
    deckContext(data, factBook(data, last && keptFacts(last.facts.asked(), last.data, data))),
  )
  const head = memory.head.recall('head', [data.config], () => headOf(data.config))
  const helpers = placeholderHelpers(context)
  const { layouts, partials } = parsed.templates
  const plan = outline(
    parsed.slides.map(({ source }) => source),
    edition === 'presenter',
  )
  const proven = [...layouts.values()].flatMap((layout) =>
    memory.proofs.recall(layout.name, [layout, partials, ...frameOf(context)], () =>
      proveLayout(layout, sampleValue(head, layout.needs), { helpers, partials }),
    ),
  )
  const slides = plan.entries.flatMap((entry, index): readonly Placed[] => {
    const slide = parsed.slides[index]
    return slide
      ? [{ entry, resolved: resolveOne(slide, context, memory), layout: layouts.get(slide.source.front.layout) }]
      : []
  })
  const sections = sectionsOf(plan, slides)
  const roundingTest = options.roundingTest && roundingTestOf(data, options.roundingTest, memory)
  const environment: FinishEnvironment = {
    context,
    edition,
    head,
    helpers,
    partials,
    sections,
    total: plan.total,
  }
  const { templates } = parsed
  const finished = finishSlides(slides, { environment, roundingTest, templates, memory, options })
  const slideIds = new Set(plan.entries.filter(({ number }) => number > 0).map(({ source }) => source.id))
  const diagnostics = [
    ...proven,
    ...plan.diagnostics,
    ...slides.flatMap(({ resolved, layout, entry }) => [
      ...resolved.diagnostics,
      ...(layout ? markdownFindings(resolved, slideIds) : layoutFindings(entry, layouts)),
    ]),
    ...finished.flatMap((one) => one.finished.diagnostics),
  ]
  const shown = finished.filter(({ entry }) => entry.number > 0).map((one) => one.finished)
  return { resolved: assemble(shown, { environment, slideIds, memory }), diagnostics }
}

const roundingTestOf = (data: DeckData, make: (data: DeckData) => RoundingTest, memory: ResolveMemory): RoundingTest =>
  memory.rounding.recall('rounding', [data, make], () => make(data))

/** A slide without a known layout may have been meant to open a section. */
function layoutFindings({ source }: OutlineEntry, layouts: Templates['layouts']): readonly Diagnostic[] {
  const unknown = unknownLayout(source.front.layout, [...layouts.keys()], source.document.placeOf(['layout']))
  return breaking([unknown], { kind: 'section', name: source.front.section ?? source.id })
}

function headOf(config: DeckConfig): DeckHead {
  const { company, shortName, title, date, dateText, speaker = null, address = null } = config
  const further = [...deckFields(config)].filter(([name]) => Object.hasOwn(config.fields, name))
  const fields = Object.fromEntries(further)
  const reportingPeriod = config.reportingPeriod.label
  return {
    company,
    shortName,
    title,
    date,
    dateText,
    speaker,
    address,
    language: config.language.tag,
    reportingPeriod,
    fields,
  }
}

/** Everything of the data that a slide can see besides its figures. */
const frameOf = ({ data }: DeckContext): readonly unknown[] => {
  const { config, metrics, scenarios, tables, documents } = data
  return [config, metrics, scenarios, documents, ...tables.values()]
}

/** A slide is resolved again when its file or anything that it asked for has changed. */
function resolveOne(slide: ParsedSlide, context: DeckContext, memory: ResolveMemory): ResolvedSlide {
  return memory.resolved.recall(slide.source.path, [slide, context], (last) => {
    if (last?.resolved.parsed === slide && isStillSound(last, context)) return { ...last, context }
    const { book, asked } = recordFacts(context.facts)
    const own = { ...context, facts: book }
    const resolved = resolveSlide(slide, own, placeholderHelpers(own))
    return { context, asked: asked(), resolved }
  }).resolved
}

/** After an edit of figures a slide is what it was, if every figure that it asked for is. */
function isStillSound(last: Resolution, context: DeckContext): boolean {
  const frame = frameOf(context)
  const before = frameOf(last.context)
  const isSame = frame.length === before.length && frame.every((part, at) => part === before[at])
  return isSame && givesSame(last.asked, context.facts)
}

/** Slides that open a section. Elsewhere the section's title is a name, and its figures are text. */
function sectionsOf({ sections }: Outline, slides: readonly Placed[]): readonly Section[] {
  return [...sections].map(([id, { source, number }]) => {
    const title = slides.find(({ entry }) => entry.source === source)?.resolved.title
    return { id, slide: source.id, number, title: title ? plainText(title.runs) : id }
  })
}

interface Finishing {
  readonly environment: FinishEnvironment
  readonly roundingTest: RoundingTest | undefined
  readonly templates: Templates
  readonly memory: ResolveMemory
  readonly options: CompileOptions
}

interface Finished {
  readonly entry: OutlineEntry
  readonly finished: FinishedSlide
}

function finishSlides(
  slides: readonly Placed[],
  { environment, roundingTest, templates, memory, options }: Finishing,
): readonly Finished[] {
  const { context, edition, head, sections, total, partials } = environment
  const printing = layoutsWithFigures(templates)
  const agenda = JSON.stringify(sections)
  return slides.flatMap(({ entry, resolved, layout }) => {
    if (!layout) return []
    const { number, section, source } = entry
    const seen = printing.has(layout) ? [context] : frameOf(context)
    const rounded = roundingTest !== undefined && isRounded(resolved, context, roundingTest)
    const inputs = [resolved, layout, partials, edition, head, rounded, ...seen]
    const finished = memory.finished.recall(source.path, [...inputs, number, section, total, agenda], () => {
      const made = finishSlide({ resolved, layout, entry, isRounded: rounded }, environment)
      if (number > 0) foundCharts(made, options)
      return made
    })
    return [{ entry, finished }]
  })
}

function foundCharts({ slide }: FinishedSlide, { foundChart }: CompileOptions): void {
  for (const visual of slide.visuals) if (visual.kind === 'chart') foundChart?.(visual.chart, visual.box)
}

/** Layouts that ask for figures themselves: what they say is not known from their slides. */
function layoutsWithFigures({ layouts, partials }: Templates): ReadonlySet<Layout> {
  const inPartials = [...partials.values()].some(asksForFigures)
  return new Set([...layouts.values()].filter(({ template }) => inPartials || asksForFigures(template)))
}

interface Assembly {
  readonly environment: FinishEnvironment
  readonly slideIds: ReadonlySet<string>
  readonly memory: ResolveMemory
}

/** The deck, and the exact numbers behind it: only of facts that its slides show, and their inputs. */
function assemble(finished: readonly FinishedSlide[], { environment, slideIds, memory }: Assembly): ResolvedDeck {
  const { context, edition, head, sections } = environment
  const facts = withInputs(
    finished.flatMap((slide) => slide.facts),
    context.facts.asked(),
  )
  const { data } = context
  const slides = finished.map(({ slide }) => slide)
  const cited = new Set(slides.flatMap(({ sources }) => sources))
  const known = [context, [...facts.keys(), ...slideIds, ...cited].join('\n')]
  const details = memory.details.recall(edition, known, () => factDetails(facts, data, { slideIds, cited }))
  const deck: Deck = { edition, head, sections, slides, ...details }
  return { deck, evidence: { config: data.config, data, facts } }
}

/** The facts and everything that they were computed from, in the order of the book. */
function withInputs(ids: Iterable<string>, facts: ReadonlyMap<string, Fact>): ReadonlyMap<string, Fact> {
  const found = new Set<string>()
  const visit = (id: string): void => {
    const fact = found.has(id) ? undefined : facts.get(id)
    if (!fact) return
    found.add(id)
    for (const input of fact.inputs) visit(input)
  }
  for (const id of ids) visit(id)
  return new Map([...facts].filter(([id]) => found.has(id)))
}
