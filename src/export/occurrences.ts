import { comparedPeriod, partsOf } from '../format/comparison.ts'
import { suggest } from '../format/suggest.ts'
import { compileWords } from '../language/word-patterns.ts'
import type { ChartModel, ChartText } from '../model/chart.ts'
import { type Inline, plainText, textsIn } from '../model/content.ts'
import {
  type BoundDeck,
  chartsOf,
  type FigureUse,
  type Slide,
  type TableModel,
  tablesOf,
  titleOf,
} from '../model/deck.ts'
import { type Fact, figureId } from '../model/fact.ts'
import { onceByKey } from '../model/memory.ts'
import { type Place, placeText } from '../model/source-file.ts'

/**
 * How a printed number depends on the one that was asked for. `itself`: it is that one. `computed`: it is computed from it and
 * changes with it. `related`: it was published separately, but as a change of it, or its metric's definition names it: where the
 * one changes, the other has to be checked.
 */
type Relation = 'itself' | 'computed' | 'related'

/** Where a deck's numbers come from. */
type Numbers = Pick<BoundDeck, 'facts' | 'data'>

/** A metric in a period and a scenario, whether or not a slide shows it. */
type FigureName = Pick<Fact, 'metric' | 'period' | 'scenario'>

interface FactNode {
  readonly id: string
  readonly figure?: FigureName
}

const nodeOf = (figure: FigureName): FactNode => ({ id: figureId(figure), figure })

/** What the definition of a metric names, in the same period and scenario; of a change its base as well. */
function namedBy({ metric, period, scenario }: FigureName, { data }: Numbers): readonly FactNode[] {
  const definition = data.metrics.get(metric)?.definition
  if (!definition) return []
  if (definition.kind !== 'change') {
    const { metrics, config } = data
    return partsOf({ definition }, { metric, period, scenario }, { metrics, calendar: config.calendar }).map(nodeOf)
  }
  const base = comparedPeriod(definition.vs, period, data.config.calendar)
  return [period, ...(base ? [base] : [])].map((at) => nodeOf({ metric: definition.of, period: at, scenario }))
}

/** What a change that was published compares, and what the definition of a published or unknown figure names. */
function relatedTo({ id, figure }: FactNode, numbers: Numbers): readonly FactNode[] {
  const fact = numbers.facts.get(id)
  if (!fact || fact.kind === 'figure') {
    const at = fact ?? figure
    return at ? namedBy(at, numbers) : []
  }
  if (!fact.comparator) return []
  const { metric, comparator } = fact
  return [nodeOf(fact), { id: comparator.base, figure: { ...comparator, metric } }]
}

/**
 * The relation of every fact of a deck to `name`, a fact or a metric in any period; facts that have none are left out.
 * What a definition names need not be shown itself.
 */
function relationsTo(numbers: Numbers, name: string): ReadonlyMap<string, Relation> {
  const { facts } = numbers
  const isNamed = ({ id, figure }: FactNode): boolean =>
    id === name || facts.get(id)?.metric === name || figure?.metric === name
  const inputsOf = ({ id }: FactNode): readonly FactNode[] =>
    (facts.get(id)?.inputs ?? []).map((input) => ({ id: input }))
  const stated = new Set(numbers.data.figures.filter(({ measure }) => measure === 'value').map(figureId))
  // What was published is corrected by hand: what depends on it is asked for then, or one figure would lead to half the deck.
  const isPassed = (node: FactNode): boolean => isNamed(node) || inputsOf(node).length > 0 || !stated.has(node.id)
  const isComputed = leadsTo(isNamed, inputsOf)
  const isRelated = leadsTo(isNamed, (node) => {
    const inputs = inputsOf(node)
    return (inputs.length > 0 ? inputs : relatedTo(node, numbers)).filter(isPassed)
  })
  return new Map(
    [...facts.keys()].flatMap((id): readonly [string, Relation][] => {
      const node = { id }
      if (isNamed(node)) return [[id, 'itself']]
      if (isComputed(node)) return [[id, 'computed']]
      return isRelated(node) ? [[id, 'related']] : []
    }),
  )
}

/** Whether a node is, or through its bases leads to, one that is wanted; a definition may come back to itself. */
function leadsTo(
  isWanted: (node: FactNode) => boolean,
  next: (node: FactNode) => readonly FactNode[],
): (node: FactNode) => boolean {
  const leads: (node: FactNode) => boolean = onceByKey(
    (node: FactNode): boolean => isWanted(node) || next(node).some(leads),
    {
      key: ({ id }) => id,
      inCircle: () => false,
    },
  )
  return leads
}

/** One spot where a number is printed or drawn. */
export interface Occurrence {
  readonly slide: string
  readonly number: number
  readonly where: 'title' | 'subtitle' | 'text' | 'field' | 'table' | 'tile' | 'chart' | 'note' | 'layout'
  readonly fact: string
  readonly printed: string
  /** The sentence, "row, column" of a table, "series, category" of a chart. */
  readonly context: string
  readonly relation: Relation
  readonly place: Place
}

/** Nothing has that name; the nearest one, if any. */
interface UnknownName {
  readonly nearest: string | undefined
}

/**
 * Every spot of a deck that prints a fact (by its id: "revenue.total@FY08") or a metric in any period ("revenue.total"),
 * a number computed from it, or a published one that its change or a definition relates to it, in the order of the slides.
 */
export function findOccurrences(deck: BoundDeck, name: string): readonly Occurrence[] | UnknownName {
  const { facts, data } = deck
  const relations = relationsTo(deck, name)
  const isKnown = data.metrics.has(name) || data.figures.some((figure) => figureId(figure) === name)
  if (relations.size === 0 && !isKnown) return { nearest: suggest(name, [...data.metrics.keys(), ...facts.keys()]) }
  const { sentenceEnd } = compileWords(data.config.language.claims)
  return deck.slides.flatMap((slide) =>
    occurrencesOn(slide, sentenceEnd).flatMap((found) => {
      const relation = relations.get(found.fact)
      return relation ? [{ ...found, relation }] : []
    }),
  )
}

type Found = Omit<Occurrence, 'relation'>

interface Spot {
  readonly where: Occurrence['where']
  readonly runs: readonly Inline[]
  /** Undefined: the sentence. */
  readonly context: string | undefined
}

/** The sentence of a text that one of its runs stands in. */
function sentenceAround(runs: readonly Inline[], at: number, sentenceEnd: RegExp): string {
  const [before, text] = [plainText(runs.slice(0, at)), plainText(runs)]
  const through = plainText(runs.slice(0, at + 1)).length
  const ends = [...text.matchAll(sentenceEnd)].map(({ index, 0: { length } }) => index + length)
  const from = ends.findLast((end) => end <= before.length) ?? 0
  const to = ends.find((end) => end >= through) ?? text.length
  return text.slice(from, to).trim()
}

function occurrencesOn(slide: Slide, sentenceEnd: RegExp): readonly Found[] {
  const uses = new Map(slide.uses.map((use) => [use.key, use]))
  const at = { slide: slide.id, number: slide.number }
  const written = spotsOf(slide).flatMap(({ where, runs, context }) =>
    runs.flatMap((run, index): readonly Found[] => {
      const use = run.kind === 'figure' ? uses.get(run.use) : undefined
      if (!use) return []
      const around = context ?? sentenceAround(runs, index, sentenceEnd)
      return [{ ...at, where, fact: use.fact, printed: use.text, context: around, place: use.place }]
    }),
  )
  const drawn = chartsOf(slide).flatMap(({ chart, place }) =>
    marksOf(chart).map((mark): Found => {
      const use = slide.uses.find((each) => isOf(each, mark, chart))
      return { ...at, where: 'chart', ...mark, context: `${chart.title}: ${mark.context}`, place: use?.place ?? place }
    }),
  )
  return [...written, ...drawn]
}

const isOf = ({ key, fact, text }: FigureUse, mark: DrawnMark, { id }: ChartModel): boolean =>
  key.startsWith(`${id}.`) && fact === mark.fact && text === mark.printed

function spotsOf(slide: Slide): readonly Spot[] {
  const text = (where: Spot['where'], runs: readonly Inline[]): Spot => ({ where, runs, context: undefined })
  const body = [...textsIn(slide.lead), ...slide.groups.flatMap(({ heading, blocks }) => [heading, ...textsIn(blocks)])]
  const tiles = slide.visuals.flatMap((visual) => (visual.kind === 'tiles' ? visual.tiles : []))
  return [
    ...(slide.title ? [text('title', slide.title.runs)] : []),
    ...(slide.subtitle ? [text('subtitle', slide.subtitle.runs)] : []),
    ...(slide.takeaway ? [text('text', slide.takeaway.runs)] : []),
    ...Object.values(slide.fields).flatMap((field) => (field.kind === 'text' ? [text('field', field.text.runs)] : [])),
    ...body.map(({ runs }) => text('text', runs)),
    ...tablesOf(slide).flatMap(cellsOf),
    ...tiles.map(({ label, period, value, change, note }): Spot => {
      const context = [label, period].map(plainText).join(', ')
      return { where: 'tile', runs: [...label, ...value, ...change, ...note], context }
    }),
    ...slide.layoutTexts.map(({ runs }) => text('layout', runs)),
    ...textsIn(slide.notes).map(({ runs }) => text('note', runs)),
  ]
}

function cellsOf({ id, caption, columns, rows, notes }: TableModel): readonly Spot[] {
  const title = caption ? plainText(caption.runs) : id
  return [
    ...(caption ? [{ where: 'table', runs: caption.runs, context: title } as const] : []),
    ...rows.flatMap((row) =>
      row.cells.map(({ runs }, index): Spot => {
        const column = columns[index + 1]
        const names = [row.label, column?.head ?? [], column?.label ?? []].map(plainText)
        const context = names.filter((part) => part !== '')
        return { where: 'table', runs, context: `${title}: ${context.join(', ')}` }
      }),
    ),
    ...notes.map(({ runs }): Spot => ({ where: 'table', runs, context: plainText(runs) })),
  ]
}

interface DrawnMark {
  readonly fact: string
  readonly printed: string
  readonly context: string
}

function marksOf(chart: ChartModel): readonly DrawnMark[] {
  const { categories, series, totals = [], rows, arrows, whole, panels = [] } = chart
  const named = (mark: ChartText | null | undefined, ...parts: readonly string[]): readonly DrawnMark[] =>
    mark && mark.fact !== null
      ? [{ fact: mark.fact, printed: mark.text, context: parts.filter((part) => part !== '').join(', ') }]
      : []
  const at = (index: number): string => categories[index]?.label ?? ''
  return [
    ...series.flatMap(({ label, marks }) => marks.flatMap((mark, index) => named(mark, label, at(index)))),
    ...totals.flatMap((mark, index) => named(mark, at(index))),
    ...rows.flatMap(({ label, cells }) => cells.flatMap((cell, index) => named(cell, label, at(index)))),
    ...arrows.flatMap((arrow) => named(arrow, arrow.label)),
    ...named(whole),
    ...panels.flatMap((panel) =>
      marksOf(panel).map((mark) => ({ ...mark, context: [panel.title, mark.context].join(', ') })),
    ),
  ]
}

/** The occurrences for a terminal: a heading a slide, a line a spot. */
export function occurrencesText(found: readonly Occurrence[], { slides }: Pick<BoundDeck, 'slides'>): string {
  const lines = slides.flatMap((slide) => {
    const own = found.filter((each) => each.slide === slide.id)
    if (own.length === 0) return []
    const spots = own.map(({ where, printed, context, relation, fact, place }) => {
      const how = relation === 'itself' ? '' : `  ${relation}: ${fact}`
      return `  ${where.padEnd(8)} ${printed}  “${context}”  ${placeText(place)}${how}`
    })
    return [`${slide.hidden ? 'B' : ''}${slide.number}. ${titleOf(slide)} (${slide.id})`, ...spots]
  })
  const count = (relation: Relation): number => found.filter((each) => each.relation === relation).length
  const counts = `${count('itself')} printed, ${count('computed')} computed from it`
  return [...lines, `${counts}, ${count('related')} related (published; to be checked with it)`].join('\n')
}
