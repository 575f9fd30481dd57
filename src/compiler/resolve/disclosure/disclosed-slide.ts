import { valueRange } from '../../../charts/base/range.ts'
import { chartTypeOf } from '../../../charts/chart-types.ts'
import { present } from '../../../format/present.ts'
import type { ChartMark, ChartModel, ChartSeries, ChartText } from '../../../model/chart.ts'
import type { FigureUse, Slide, Visual } from '../../../model/deck.ts'
import { type Rational, toNumber } from '../../../model/rational.ts'
import { printedSize } from '../charts/chart-bridge-marks.ts'
import { tipSource, tipValue } from '../charts/chart-marks.ts'
import { type DisclosureScope, type KnownFacts, knownFacts, printedNumbers, unitOfUse } from './known-facts.ts'

type Chart = Extract<Visual, { readonly kind: 'chart' }>

interface Disclosing extends Omit<DisclosureScope, 'uses'> {
  readonly known: KnownFacts
  /** Uses of the chart by fact and text. */
  readonly printed: ReadonlyMap<string, FigureUse>
  readonly bases: Chart['bases']
}

/**
 * A slide of a public edition: its charts hold, as coordinates and in tooltips, no digits that readers may not know. The
 * very slide where there are none, so that most are drawn while the others are resolved. What other slides print makes no
 * difference here.
 */
export function disclosedSlide(given: Slide, { data, find }: Omit<DisclosureScope, 'uses'>): Slide {
  if (!given.visuals.some(({ kind }) => kind === 'chart')) return given
  const uses = given.visuals.reduce(withoutUndrawn, given.uses)
  const slide = uses.length === given.uses.length ? given : { ...given, uses }
  const known = knownFacts({ data, find, uses })
  const visuals = slide.visuals.map((visual) => {
    if (visual.kind !== 'chart') return visual
    const own = uses.filter(({ key }) => key.startsWith(`${visual.id}.`))
    const printed = new Map(own.map((use) => [printKey(use), use]))
    const chart = roundedChart(visual.chart, { data, find, known, printed, bases: visual.bases })
    return chart === visual.chart ? visual : { ...visual, chart }
  })
  return visuals.every((visual, at) => visual === slide.visuals[at])
    ? slide
    : { ...slide, visuals: rescaled(slide.visuals, visuals) }
}

const printKey = ({ fact, text }: Pick<FigureUse, 'fact' | 'text'> | ChartText): string => `${fact}\n${text}`

function textsOf({ series, totals = [], rows, arrows, whole, panels = [] }: ChartModel): readonly ChartText[] {
  const texts = [...series.flatMap(({ marks }) => marks), ...totals, ...rows.flatMap(({ cells }) => cells), ...arrows]
  const shares = series.flatMap(({ marks }) => marks.flatMap((mark) => mark?.share ?? []))
  return [...[...texts, whole].flatMap((text) => text ?? []), ...shares, ...panels.flatMap(textsOf)]
}

/** A chart of shares asks for the amounts too: what it does not show is printed nowhere. */
function withoutUndrawn(uses: readonly FigureUse[], visual: Visual): readonly FigureUse[] {
  if (visual.kind !== 'chart') return uses
  const drawn = new Set(textsOf(visual.chart).map(printKey))
  return uses.filter((use) => !use.key.startsWith(`${visual.id}.`) || drawn.has(printKey(use)))
}

const modelsOf = (visuals: readonly Visual[]): readonly ChartModel[] =>
  visuals.flatMap((visual) => (visual.kind === 'chart' ? [visual.chart] : []))

/** A scale that charts share ends at their largest value: it is found again from what is drawn now. */
function rescaled(before: readonly Visual[], now: readonly Visual[]): readonly Visual[] {
  const models = modelsOf(now)
  const family = ({ bounds }: ChartModel): string => JSON.stringify(bounds)
  const isRescaled = new Set(
    modelsOf(before).flatMap((model, at) => (model !== models[at] && model.bounds ? [family(model)] : [])),
  )
  return now.map((visual) => {
    if (visual.kind !== 'chart' || !isRescaled.has(family(visual.chart))) return visual
    const ranges = models
      .filter((model) => family(model) === family(visual.chart))
      .map((model) => valueRange({ ...model, bounds: null }, chartTypeOf(model.type)))
    const [min, max] = [Math.min(...ranges.map((range) => range.min)), Math.max(...ranges.map((range) => range.max))]
    const bounds = { ...visual.chart.bounds, min, max }
    return { ...visual, chart: { ...visual.chart, bounds } }
  })
}

type Mark = ChartMark | null

const isSame = (a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean =>
  a?.length === b?.length && (a ?? []).every((item, at) => item === b?.[at])

/** The chart with marks as readers may know them; the very chart where they may know all of it. */
function roundedChart(model: ChartModel, disclosing: Disclosing): ChartModel {
  const panels = model.panels?.map((panel) => roundedChart(panel, disclosing))
  const marksOf = (one: Pick<ChartModel, 'series' | 'totals'>): readonly Mark[] => [
    ...one.series.flatMap(({ marks }) => marks),
    ...(one.totals ?? []),
  ]
  // A sum that no fact holds is as exact as the parts it was made of.
  const areAllWhole = marksOf(model).every((mark) => !mark?.fact || disclosing.known.isWhole(mark.fact))
  const rounded = (mark: Mark): Mark => mark && disclosedMark(mark, { ...disclosing, areAllWhole })
  const series = model.series.map((one) => {
    const marks = one.marks.map(rounded)
    return isSame(marks, one.marks) ? one : { ...one, marks: areAllWhole ? marks : standing(marks, disclosing) }
  })
  const totals = model.totals?.map(rounded)
  if (isSame(series, model.series) && isSame(totals, model.totals) && isSame(panels, model.panels)) return model
  const changed = { ...model, series, ...(totals && { totals }), ...(panels && { panels }) }
  return areAllWhole ? changed : { ...changed, ...(model.own && { own: ownOf(model.own, changed) }) }
}

/** What a chart's type counts its parts against is drawn from its total, else from them. */
function ownOf(own: NonNullable<ChartModel['own']>, { series, totals }: ChartModel): NonNullable<ChartModel['own']> {
  if (typeof own.whole !== 'number' || own.whole === 100) return own
  const sum = series.reduce((all, { marks }) => all + (marks[0]?.value ?? 0), 0)
  return { ...own, whole: totals?.[0]?.value ?? withoutDust(sum) }
}

/** Sums of decimals without what binary floating point adds: 0.1 + 0.2 is 0.3. */
const withoutDust = (value: number): number => Number(value.toFixed(9))

/** Floating bars begin where the one before ended, and lead to the total after them. */
function standing(marks: ChartSeries['marks'], disclosing: Disclosing): ChartSeries['marks'] {
  let level = 0
  return closed(marks, disclosing).map((mark) => {
    if (mark?.base === undefined) return mark
    const base = floats(mark) ? level : 0
    level = withoutDust(base + mark.value)
    return { ...mark, base }
  })
}

const floats = ({ step }: ChartMark): boolean => step === 'up' || step === 'down'

/**
 * What the printed digits of steps miss their total by is spread over the steps, as far as each still is what its last digit
 * says: a bridge closes without a slope, and what is drawn says no more than what is printed.
 */
function closed(marks: ChartSeries['marks'], { printed }: Disclosing): ChartSeries['marks'] {
  const half = ({ fact, text }: ChartMark): number =>
    0.5 * 10 ** -(printed.get(`${fact}\n${text}`)?.decimals ?? Number.POSITIVE_INFINITY)
  const made = [...marks]
  let [level, first] = [0, 0]
  for (const [at, mark] of marks.entries()) {
    if (mark?.base === undefined) continue
    if (floats(mark)) {
      level += mark.value
      continue
    }
    const steps = marks.slice(first, at).flatMap((step) => step ?? [])
    const each = (mark.value - level) / steps.length
    if (steps.length > 0 && steps.every((step) => Math.abs(each) <= half(step)))
      made.splice(first, steps.length, ...steps.map((step) => ({ ...step, value: withoutDust(step.value + each) })))
    ;[level, first] = [mark.value, at + 1]
  }
  return made
}

function disclosedMark(
  mark: ChartMark,
  { areAllWhole, ...disclosing }: Disclosing & { readonly areAllWhole: boolean },
): ChartMark {
  const { fact: id } = mark
  if (id === null) return areAllWhole ? mark : { ...mark, ...valuesOf(mark, [], disclosing) }
  const disclosed = withoutUnknownChange(mark, id, disclosing)
  if (disclosing.known.isWhole(id)) return disclosed
  const use = disclosing.printed.get(`${id}\n${mark.text}`)
  const values = valuesOf(mark, use ? printedNumbers(use) : [], disclosing)
  return { ...disclosed, ...values, ...whiskersOf(mark, use, values), tip: tipOf(disclosed, use, disclosing) }
}

/** A change tells the other of its two numbers: it stays where both are printed on the slide, or public. */
function withoutUnknownChange(mark: ChartMark, id: string, { known, bases }: Disclosing): ChartMark {
  const { change, ...tip } = mark.tip
  if (change === undefined || known.isOpen(id)) return mark
  const base = bases[id]
  const isKnown = base !== undefined && known.finestUse(base) !== undefined && known.isWhole(base) && known.isWhole(id)
  return isKnown ? mark : { ...mark, tip }
}

/** The coordinate that a mark's printed digits say; the middle of a range. */
function valuesOf(
  { text, value }: ChartMark,
  numbers: readonly Rational[],
  { data }: Disclosing,
): { readonly value: number } {
  const [first, last] = numbers
  const size = first && last ? undefined : (first ?? printedSize(text, value, data.config.numbers))
  if (first && last) return { value: withoutDust((toNumber(first) + toNumber(last)) / 2) }
  if (!size) return { value: Number(value.toPrecision(2)) } // printed without digits
  return { value: Math.abs(toNumber(size)) * (value < 0 ? -1 : 1) }
}

/** Whiskers end at the printed digits too; those of a range are its printed ends. */
function whiskersOf(
  { low, high }: ChartMark,
  use: FigureUse | undefined,
  { value }: { readonly value: number },
): Pick<ChartMark, 'low' | 'high'> {
  if (low === undefined || high === undefined) return {}
  const [first, last] = use ? printedNumbers(use) : []
  if (first && last) return { low: toNumber(first), high: toNumber(last) }
  const rounded = (end: number): number => Number(end.toFixed(use?.decimals ?? 0))
  return { low: Math.min(value, rounded(low)), high: Math.max(value, rounded(high)) }
}

/** The tooltip says what the mark does, with its unit. */
function tipOf({ fact: id, tip }: ChartMark, use: FigureUse | undefined, { data, find }: Disclosing): ChartMark['tip'] {
  const fact = id === null ? undefined : find(id)
  const as = use && unitOfUse(use, data)
  if (!fact || !use || !as) return { ...tip, value: use?.text ?? '' }
  const display = { as, decimals: use.decimals }
  const { text } = present(fact, data.metrics.get(fact.metric), display, data.config)
  return { ...tip, value: tipValue(fact, text, data.config.language), source: tipSource(fact, data, false) }
}
