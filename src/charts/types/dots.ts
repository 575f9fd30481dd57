import { fill } from '../../language/fill.ts'
import type { ChartModel } from '../../model/chart.ts'
import type { Rational } from '../../model/rational.ts'
import type { Unit } from '../../model/unit.ts'
import type { ChartBody, ChartBuilder, Column, DraftSeries, Reference } from '../base/chart-builder.ts'
import { noExtras } from '../base/chart-builder.ts'
import { hiddenAxis, seriesDatasets } from '../base/datasets.ts'
import { dotHits } from '../base/dot-hits.ts'
import { periodName, type Zod } from '../base/keys.ts'
import { namedValues } from '../base/summary.ts'
import type { ChartType } from '../chart-type.ts'
import { bareLayout } from '../layout/chart-layout.ts'
import { cutDotNames, dotFieldOf, dotPadding } from '../layout/dot-layout.ts'
import { dotField } from '../plugins/dot-field.ts'

const keys = (zod: Zod) => ({
  of: zod
    .union([
      zod.string(),
      zod.strictObject({
        metric: zod.string(),
        label: zod.string().optional(),
        period: periodName(zod).optional(), // of the whole, where it is another: parts of today in a plan
        scenario: zod.string().optional(),
      }),
    ])
    .optional(),
  each: zod.number().min(0.001).max(1e12).optional(),
  shape: zod.enum(['dots', 'waffle', 'people']).optional(),
})

const mostDots = 1000
const readableDots = 400 // the most, unless the block says how many units a dot stands for
const mostParts = 6

/** A field of dots, each for a number of units, some of them lit; or a waffle of 100 squares or persons, each for one per cent of the whole. */
export const dots: ChartType = {
  name: 'dots',
  family: 'field',
  axis: { orientation: 'none', range: (extent, { totals }) => ({ min: 0, max: totals?.[0]?.value ?? extent.max }) },
  stacks: () => true,
  shares: false,
  elements: 'marks',
  mark: 'bar',
  namesAtEnds: 'one-bar',
  toggles: false,
  needs: ['items', 'period'],
  takes: ['items'],
  ignores: ['series', 'labels', 'highlight', 'legend', 'scale'],
  keys,
  limits: ({ items = [] }) => {
    const hint = `readers cannot distinguish more than ${mostParts} parts: put the smaller ones together.`
    return items.length > mostParts ? { part: 'items', hint } : undefined
  },
  body,
  summary: (chart) => [
    ...namedValues(chart),
    ...(chart.totals?.[0] ? [`${dotFieldOf(chart).name} ${chart.totals[0].text}`] : []),
  ],
  links: [],
  faults,
  datasets: (model) => seriesDatasets(model, true),
  configure: (scene) => ({
    labels: scene.model.categories.map(({ label }) => label),
    datasets: scene.datasets.map(({ series }) => ({
      type: 'bar',
      label: series.label,
      data: [series.marks[0]?.value ?? null],
      barThickness: 0, // holds the value for the animation; our plugin draws it
      clip: false,
      yAxisID: 'y',
    })),
    scales: {
      x: { type: 'category', offset: true, ...hiddenAxis },
      y: { type: 'linear', min: 0, max: dotFieldOf(scene.model).whole, ...hiddenAxis },
    },
  }),
  layout: (scene, typesetter, size) => bareLayout(dotPadding(scene, typesetter, size), scene.sizes.label),
  cutNames: cutDotNames,
  plugins: [dotField],
  hits: dotHits,
}

function faults(model: ChartModel): string[] {
  const { whole, each, shares = [] } = dotFieldOf(model)
  const parts = model.series.filter((_, index) => !shares.includes(index))
  const lit = parts.reduce((sum, { marks }) => sum + (marks[0]?.value ?? 0), 0)
  return lit > whole + each / 2 ? [`${lit} lit of a field of ${whole}`] : []
}

/** The parts of a field that are lit, and the whole, each in the unit that the dots count. */
interface CountedParts {
  readonly drafts: readonly DraftSeries[]
  readonly whole: number
  readonly total: DraftSeries | undefined
}

function body(builder: ChartBuilder): ChartBody | undefined {
  const { of, each, shape } = builder.own(keys)
  const columns = builder.columns()
  const parts = builder.references(builder.spec.items ?? [], ['items'])
  const whole = of === undefined ? undefined : builder.reference(of, ['of'])
  const [column] = columns
  const amountsOf = parts.filter((part) => !isShareOf(whole, part))
  const unit = builder.unit(whole && amountsOf.length === 0 ? [whole] : amountsOf, column)
  if (!column || !unit || parts.length === 0 || (of !== undefined && !whole)) return undefined
  if (columns.length > 1) return void builder.report({ part: 'periods', hint: 'a field of dots shows one period.' })
  const percent = unit.kind === 'percent'
  const isWaffle = shape === 'waffle' || shape === 'people' || (shape === undefined && percent)
  const own =
    typeof of === 'object' && of.period !== undefined ? builder.columns({ ...of, period: of.period }) : columns
  if (isWaffle && own !== columns)
    return void builder.report({ part: 'of', hint: 'shares are of a whole of the same period: leave out "period".' })
  if (isWaffle && each !== undefined)
    return void builder.report({ part: 'each', hint: 'a square of a waffle is one per cent.' })
  if (isWaffle && !whole && !percent) return void builder.report({ missing: 'of' })
  const within = { columns, unit }
  const field =
    isWaffle && whole
      ? shares(builder, parts, { whole, column })
      : amounts(builder, parts, { whole, wholeColumns: own, ...within })
  if (!field || !isDrawable(builder, field, columns)) return undefined
  const size = isWaffle ? 1 : (each ?? Math.max(leastEach(unit), roundEach(field.whole, readableDots)))
  if (!isCountable(builder, size, { whole: field.whole, least: leastEach(unit) })) return undefined
  const counted = isWaffle && whole ? field.drafts[0]?.cells[0]?.fact.unit : unit
  const name = whole?.label ?? ''
  const { words } = builder
  const isPeople = shape === 'people'
  const square = whole
    ? fill(isPeople ? words.personOf : words.squareOf, { whole: name })
    : words[isPeople ? 'person' : 'square']
  const one = isWaffle ? square : fill(words.dot, { amount: builder.amount(size, unit) })
  return {
    ...noExtras,
    names: field.drafts.map(({ label }) => label),
    categories: builder.categories(columns).map((category) => ({ ...category, emphasis: false })),
    series: builder.coloured(field.drafts),
    ...(field.total ? { totals: [field.total.cells[0]?.mark ?? null] } : {}),
    unit: builder.unitWords(counted ?? unit),
    notes: [one],
    own: {
      each: size,
      whole: field.whole,
      name,
      shape: isPeople ? 'people' : isWaffle ? 'waffle' : 'dots',
      ...sharePlaces(isWaffle ? [] : parts, whole),
    },
  }
}

/** A part in per cent of a whole that is counted: a share of it. */
const isShareOf = (whole: Reference | undefined, { metric }: Reference): boolean =>
  whole !== undefined && whole.metric.unit.kind !== 'percent' && metric.unit.kind === 'percent'

function sharePlaces(parts: readonly Reference[], whole: Reference | undefined): { shares?: string } {
  const places = parts.flatMap((part, index) => (isShareOf(whole, part) ? [index] : []))
  return places.length > 0 ? { shares: places.join(' ') } : {}
}

/** There is no half branch: for what is counted one by one, a dot stands for at least one. */
const leastEach = ({ kind, exponent }: Unit): number => (kind === 'currency' || exponent > 0 ? 0 : 1)

const drawnValue = ({ cells }: DraftSeries): number => cells[0]?.mark.value ?? 0

/** Parts and whole as they were counted; without a whole, the field is its parts. */
function amounts(
  builder: ChartBuilder,
  parts: readonly Reference[],
  {
    whole,
    wholeColumns,
    ...within
  }: { readonly whole: Reference | undefined; readonly wholeColumns: readonly Column[] } & Parameters<
    ChartBuilder['series']
  >[1],
): CountedParts {
  const drafts = parts.map((part) => {
    const { period, scenario } = part.spec
    const unit = isShareOf(whole, part) ? part.metric.unit : within.unit
    return builder.series(part, {
      unit,
      columns: period === undefined ? within.columns : builder.columns({ period, scenario }),
    })
  })
  const total = whole && builder.series(whole, { ...within, columns: wholeColumns })
  const sum = drafts.reduce((all, draft) => all + drawnValue(draft), 0) // without a whole there are no shares of it
  return { drafts, total, whole: total ? drawnValue(total) : within.unit.kind === 'percent' ? 100 : sum }
}

/** Parts as per cent of the whole. */
function shares(
  builder: ChartBuilder,
  parts: readonly Reference[],
  { whole, column }: { readonly whole: Reference; readonly column: Column },
): CountedParts {
  const drafts = parts.map((part): DraftSeries => {
    const { metric, label, spec, path } = part
    const color = spec.color ?? metric.color
    return {
      id: metric.id,
      metric,
      label,
      mark: 'bar',
      axis: 'value',
      color,
      decimals: spec.decimals,
      path,
      cells: [builder.share(part, whole, column)],
    }
  })
  return { drafts, total: undefined, whole: 100 }
}

/** Only parts that are known and fit into the whole can be drawn as dots. */
function isDrawable(
  builder: ChartBuilder,
  { drafts, whole, total }: CountedParts,
  columns: readonly Column[],
): boolean {
  builder.rejectNegatives(total ? [...drafts, total] : drafts, columns)
  builder.rejectOverlaps(drafts)
  const all = total ? [...drafts, total] : drafts
  if (all.some(({ cells }) => !cells[0] || cells[0].value.n < 0n)) return false // reported where they were asked for
  const ranged = all.findIndex(({ cells }) => cells[0]?.mark.drawn === 'range')
  if (ranged >= 0) {
    const hint = 'a range cannot be counted out in dots: use bar, which draws its ends.'
    builder.report({ part: ranged < drafts.length ? 'items' : 'of', hint })
    return false
  }
  const kind = (draft: DraftSeries | undefined): string | undefined => draft?.cells[0]?.fact.unit.kind
  const counted = total ? drafts.filter((draft) => kind(draft) === kind(total)) : drafts // shares stand over what is counted
  const least = counted.reduce((sum, { cells }) => sum + float(cells[0]?.low), 0)
  const room = total ? float(total.cells[0]?.high) : whole
  if (whole > 0 && least <= room * (1 + 1e-9)) return true // rounded parts may exceed the whole a little
  const isNamed = builder.own(keys).of !== undefined
  const hint =
    whole <= 0
      ? 'there is nothing to count.'
      : isNamed
        ? 'the parts are more than the whole: "of" names what they are parts of.'
        : 'the parts are more than 100%, the whole of them.'
  builder.report({ part: isNamed ? 'of' : 'items', hint })
  return false
}

const float = (value: Rational | undefined): number => (value ? Number(value.n) / Number(value.d) : 0)

function isCountable(builder: ChartBuilder, each: number, { whole, least }: { whole: number; least: number }): boolean {
  if (each <= whole && whole / each <= mostDots) return true
  const enough = Math.max(least, evenEach(whole, mostDots))
  const hint =
    each > whole
      ? 'one dot would stand for more than the whole: "each" says how many units a dot stands for.'
      : `more than ${mostDots} dots cannot be seen: "each" says how many units a dot stands for, write "each: ${enough}" or more.`
  builder.report({ part: 'each', hint })
  return false
}

/** The smallest of 1, 2, 5, 10, 20 … with which a field has at most so many dots. */
function evenEach(whole: number, most: number): number {
  const power = Math.log10(roundEach(whole, most))
  const steps = [`2e${power - 1}`, `5e${power - 1}`, `1e${power}`].map(Number)
  return steps.find((each) => whole / each <= most * (1 + 1e-9)) ?? roundEach(whole, most)
}

/** The smallest power of ten with which a field has at most so many dots. */
export function roundEach(whole: number, most: number): number {
  return Number(`1e${Math.ceil(Math.log10(whole / most) - 1e-9)}`)
}
