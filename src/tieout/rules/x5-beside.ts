import { chartTypeOf } from '../../charts/chart-types.ts'
import { alignedColumns } from '../../format/slides/aligned.ts'
import type { ChartModel } from '../../model/chart.ts'
import { type Block, type Inline, type Text, textsIn } from '../../model/content.ts'
import { type BoundDeck, chartsOf, type Slide, tablesOf } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import type { Place } from '../../model/source-file.ts'
import type { Finding } from '../finding.ts'
import { finding, type Rule } from '../rule.ts'

/** A bar or column, by what it shows. */
interface Bar {
  readonly label: string
  readonly metrics: ReadonlySet<string>
  readonly periods: ReadonlySet<string>
}

/** What stands beside one bar: figures by themselves, or words with figures among them. */
interface Row {
  readonly facts: readonly Fact[]
  readonly isWorded: boolean
  readonly bar: number
  readonly place: Place
}

/** How the rows of a slide are called, and where they stand. */
interface Rows {
  readonly rows: readonly Row[]
  readonly noun: 'points' | 'groups' | 'cells'
  readonly where: 'beside' | 'under'
}

function barsOf({ categories, series, totals = [] }: ChartModel, { facts }: BoundDeck): readonly Bar[] {
  return categories.map(({ label }, index) => {
    const marks = [...series.map((one) => one.marks[index]), totals[index]]
    const shown = marks.flatMap((mark) => (mark?.fact ? (facts.get(mark.fact) ?? []) : []))
    return {
      label,
      metrics: new Set(shown.map(({ metric }) => metric)),
      periods: new Set(shown.map(({ period }) => period.label)),
    }
  })
}

/** The bars that a figure can be of: those of its metric, and where these, or all, are of one metric those of its period; none where that leaves it open. */
function ownersOf({ metric, period }: Fact, bars: readonly Bar[]): readonly Bar[] {
  const ofMetric = bars.filter(({ metrics }) => metrics.has(metric))
  const [first, ...others] = bars
  const areOfOne = [...(first?.metrics ?? [])].some((own) => others.every(({ metrics }) => metrics.has(own)))
  const asked = ofMetric.length > 0 ? ofMetric : areOfOne ? bars : []
  const ofPeriod = asked.filter(({ periods }) => periods.has(period.label))
  const owners = ofPeriod.length > 0 ? ofPeriod : asked
  return owners.length < bars.length ? owners : []
}

const factsIn = (texts: readonly Pick<Text, 'runs'>[], { facts }: BoundDeck): readonly Fact[] =>
  texts.flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'figure' ? (facts.get(run.fact) ?? []) : [])))

const isWorded = (runs: readonly Inline[]): boolean =>
  alignedColumns(runs).length === 0 && runs.some((run) => run.kind === 'text' && /\p{L}/u.test(run.text))

/** The head of what stands beside a bar by itself, and all of it: words under a head also say what came before. */
function rowsOf(
  head: Text | undefined,
  blocks: readonly Block[],
  { bar, deck }: { bar: number; deck: BoundDeck },
): readonly Row[] {
  const texts = textsIn(blocks)
  const all = head ? [head, ...texts] : texts
  const [first] = all
  if (!first) return []
  const heads = head ? [head] : texts.length === 1 ? texts : []
  const row = (own: readonly Text[], worded: boolean): Row => ({
    facts: factsIn(own, deck),
    isWorded: worded,
    bar,
    place: first.place,
  })
  const alone = heads.filter(({ runs }) => !isWorded(runs)).map((text) => row([text], false))
  return alone.some(({ facts }) => facts.length > 0) ? alone : [row(all, true)]
}

/** The rows of a slide of the class "aligned", each with the bar that it stands at. */
function alignedRows(slide: Slide, chart: ChartModel, deck: BoundDeck): Rows {
  const { lead, groups } = slide
  if (chartTypeOf(chart.type).axis?.orientation === 'sideways') {
    const [list] = [...lead, ...groups.flatMap(({ blocks }) => blocks)].filter(({ kind }) => kind === 'list')
    const items = list?.kind === 'list' ? list.items : []
    const rows = items.flatMap(({ blocks: [first, ...more] }, bar) => {
      const head = first?.kind === 'paragraph' && more.length > 0 ? first : undefined
      return rowsOf(head, head ? more : first ? [first] : [], { bar, deck })
    })
    return { rows, noun: 'points', where: 'beside' }
  }
  const [table] = tablesOf(slide)
  if (groups.length > 0 || !table)
    return {
      rows: groups.flatMap(({ heading, blocks }, bar) => rowsOf(heading, blocks, { bar, deck })),
      noun: 'groups',
      where: 'under',
    }
  const rows = table.columns.slice(1).map((_, bar): Row => {
    const cells = table.rows.flatMap(({ cells: own }) => own[bar] ?? [])
    return { facts: factsIn(cells, deck), isWorded: false, bar, place: table.place }
  })
  return { rows, noun: 'cells', where: 'under' }
}

/** The bar that a row's figures are of, where it is another than that which it stands at; words may name more than what they are of. */
function strayOwner({ facts, isWorded: worded, bar }: Row, bars: readonly Bar[]): Bar | undefined {
  const owners = facts.map((fact) => ownersOf(fact, bars))
  const own = bars[bar]
  if (!own || owners.flat().includes(own)) return undefined
  return worded && owners.some(({ length }) => length === 0) ? undefined : owners.flat()[0]
}

function checkSlide(slide: Slide, deck: BoundDeck): readonly Finding[] {
  const [only, ...others] = chartsOf(slide)
  if (!only || others.length > 0 || !slide.class.split(' ').includes('aligned')) return []
  const { chart, place } = only
  const bars = barsOf(chart, deck)
  const { rows, noun, where } = alignedRows(slide, chart, deck)
  const strays = rows.flatMap((row) => {
    const owner = strayOwner(row, bars)
    return owner ? [{ row, owner }] : []
  })
  const hasOwn = rows.some(({ facts }) => facts.some((fact) => ownersOf(fact, bars).length > 0))
  const about = { slide: slide.id, place }
  if (strays.length === 0)
    return hasOwn
      ? [
          finding('X5', 'ticked', {
            ...about,
            facts: [],
            message: `figures ${where} the bars of ${chart.id} are theirs`,
          }),
        ]
      : []
  const order = bars.map(({ label }) => label).join(', ')
  return strays.map(({ row, owner }) =>
    finding('X5', row.isWorded ? 'warning' : 'error', {
      ...about,
      place: row.place,
      facts: row.facts.map(({ id }) => id),
      message: `invalid figures ${where} "${bars[row.bar]?.label}": they are of "${owner.label}"`,
      hint: `Write the ${noun} in the order of the chart: ${order}${row.isWorded ? '; or print a figure of this bar among the words' : ''}.`,
    }),
  )
}

export const x5: Rule = {
  id: 'X5',
  title: 'what stands beside a bar is of that bar',
  check: ({ deck }) => deck.slides.flatMap((slide) => checkSlide(slide, deck)),
}
