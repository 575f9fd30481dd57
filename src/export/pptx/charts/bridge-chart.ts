import { isFigureEnd } from '../../../charts/base/bridge-ends.ts'
import type { Range } from '../../../charts/base/traits.ts'
import { valueSize } from '../../../charts/layout/value-size.ts'
import type { ChartMark, ChartModel } from '../../../model/chart.ts'
import { columnName } from '../../../model/source-file.ts'
import type { DeckLook } from '../look.ts'
import type { NativeSeries, PointLabel, PointLook } from './chart-xml.ts'
import type { Geometry } from './geometry.ts'
import { type PointValue, placing } from './values.ts'

/** A step of a bridge: where it begins and ends, both as printed numbers lead there. */
interface Step {
  readonly mark: ChartMark
  readonly value: PointValue
  readonly from: number
  readonly to: number
  readonly isWhole: boolean // stands on zero
}

const isWhole = ({ step }: ChartMark): boolean => step !== 'up' && step !== 'down'

/** Steps on from step to step; sums of printed digits have as many digits as they. */
function stepsOf(marks: readonly (ChartMark | null)[], pointOf: (mark: ChartMark) => PointValue): readonly Step[] {
  let at = 0
  return marks.flatMap((mark): readonly Step[] => {
    if (!mark) return []
    const value = pointOf(mark)
    const from = isWhole(mark) ? 0 : at
    at = Number((from + value.number).toPrecision(12))
    return [{ mark, value, from, to: at, isWhole: isWhole(mark) }]
  })
}

interface Names {
  readonly start: string
  readonly total: string
  readonly up: string
  readonly down: string
}

/** Columns of the sheet before those of the chart: labels in A. */
const columns = { value: 2, end: 3, blank: 4 } as const

const cell = (column: number, row: number): string => `${columnName(column)}${row + 2}`

const formulas = {
  from: (row: number, whole: boolean): string => (whole || row === 0 ? '0' : cell(columns.end, row - 1)),
  end: (row: number, whole: boolean): string =>
    whole || row === 0 ? cell(columns.value, row) : `${cell(columns.end, row - 1)}+${cell(columns.value, row)}`,
}

/** Between which levels each step of a bridge stands, by its printed digits. */
export const levelsOf = (
  model: ChartModel,
  pointOf: (mark: ChartMark) => PointValue,
): ReadonlyMap<ChartMark, { readonly from: number; readonly to: number }> =>
  new Map(stepsOf(model.series[0]?.marks ?? [], pointOf).map(({ mark, from, to }) => [mark, { from, to }]))

/** A plot whose range reaches as far as the printed digits of a bridge do. */
export const overLevels = <T extends { readonly range: Range }>(plot: T, levels: ReturnType<typeof levelsOf>): T => ({
  ...plot,
  range: {
    ...plot.range,
    max: Math.max(plot.range.max, ...[...levels.values()].flatMap(({ from, to }) => [from, to])),
  },
})

/** What carries a floating bar, where both of its ends are on one side of zero. */
const blankOf = (from: number, to: number): number =>
  from > 0 && to > 0 ? Math.min(from, to) : from < 0 && to < 0 ? Math.max(from, to) : 0

/** The part of a bar above zero, and that below it, over what carries it. */
const above = (from: number, to: number): number => Math.max(from, to, 0) - Math.max(0, Math.min(from, to))
const under = (from: number, to: number): number => Math.min(from, to, 0) - Math.min(0, Math.max(from, to))

function blankFormula(from: string, to: string): string {
  return `IF(AND(${from}>0,${to}>0),MIN(${from},${to}),IF(AND(${from}<0,${to}<0),MAX(${from},${to}),0))`
}

const exactly = (number: number, formula: string): PointValue => ({ ...placing(number), formula })

interface BridgeContext {
  readonly look: DeckLook
  readonly geometry: Geometry
  readonly pointOf: (mark: ChartMark) => PointValue
  readonly names: Names
}

/** Targets are outlined, forecasts hatched, as in charts of columns; the start and the lesser steps are calm. */
function ownLook({ mark }: Step, color: string, { ground }: DeckLook, { marks }: Geometry): PointLook | undefined {
  const fill = marks.find((placed) => placed.mark === mark)?.fill
  if (mark.drawn === 'target') return { fill: fill ?? ground, stroke: { color, width: 4 } }
  if (mark.drawn === 'forecast') return { fill: ground, stroke: { color, width: 2 }, hatch: color }
  return fill === undefined || fill === color ? undefined : { fill }
}

function barsOf(
  steps: readonly Step[],
  name: string,
  {
    color,
    look,
    geometry,
    wanted,
    side,
  }: {
    readonly color: string
    readonly look: DeckLook
    readonly geometry: Geometry
    readonly wanted: (step: Step) => boolean
    readonly side: 'above' | 'under'
  },
): NativeSeries | undefined {
  const measure = side === 'above' ? above : under
  const values = steps.map((step, row): PointValue | null => {
    const size = Number(measure(step.from, step.to).toPrecision(12))
    if (!wanted(step) || (side === 'under' && size === 0)) return null
    const [from, to] = [formulas.from(row, step.isWhole), cell(columns.end, row)]
    const formula =
      side === 'above'
        ? `MAX(${from},${to},0)-MAX(0,MIN(${from},${to}))`
        : `MIN(${from},${to},0)-MIN(0,MAX(${from},${to}))`
    return exactly(size, formula)
  })
  if (values.every((value) => value === null)) return undefined
  return {
    name,
    kind: 'bar',
    axis: 'value',
    values,
    look: { fill: color },
    points: steps.map((step, index) => (values[index] ? ownLook(step, color, look, geometry) : undefined)),
    labels: values.map(() => undefined),
    ...(side === 'under' && { helper: true as const }),
  }
}

/** Lines from the end of each step to the next. */
function connectors(steps: readonly Step[], look: DeckLook): readonly NativeSeries[] {
  return steps.slice(0, -1).map((step, row) => ({
    name: `→ ${row + 2}`,
    kind: 'line',
    axis: 'value',
    helper: true,
    values: steps.map((_, at) => (at === row || at === row + 1 ? exactly(step.to, cell(columns.end, row)) : null)),
    look: { fill: undefined, stroke: { color: look.chart.lineColor, width: 2 } },
    points: [],
    labels: steps.map(() => undefined),
  }))
}

/** The size of a label that is larger than the others. */
function labelSize(mark: ChartMark, { scene, layout, marks }: Geometry): Pick<PointLabel, 'size'> {
  const placed = marks.find((one) => one.mark === mark)
  const size = placed ? valueSize(scene, placed, layout.labelSize) : layout.labelSize
  return size === layout.labelSize ? {} : { size }
}

/** Labels beyond the ends of the bars, taken from the printed values: they change with them. */
function labelSeries(steps: readonly Step[], { look, geometry, names }: BridgeContext): NativeSeries {
  const falls = ({ mark, value }: Step): boolean => mark.step === 'down' || (mark.step !== 'up' && value.number < 0)
  return {
    name: names.total,
    kind: 'line',
    axis: 'value',
    helper: true,
    values: steps.map((step, row) => {
      const [from, to] = [formulas.from(row, step.isWhole), cell(columns.end, row)]
      const number = falls(step) ? Math.min(step.from, step.to) : Math.max(step.from, step.to)
      return exactly(number, `${falls(step) ? 'MIN' : 'MAX'}(${from},${to})`)
    }),
    look: { fill: undefined },
    points: [],
    labels: steps.map((step, index): PointLabel | undefined => {
      if (step.mark.text === '') return undefined
      const emphasis = geometry.scene.model.categories[index]?.emphasis === true
      const { footnote } = step.mark
      return {
        bold: emphasis || step.isWhole,
        color: look.ink,
        position: falls(step) ? 'b' : 't',
        ...labelSize(step.mark, geometry),
        cell: step.mark.text,
        ...(footnote !== undefined && { footnote }),
      }
    }),
    labelTexts: steps.map(({ mark }) => mark.text),
  }
}

/** A hidden line through the printed values, so that they stand first on the sheet. */
const hiddenLine = (name: string, values: readonly PointValue[]): NativeSeries => ({
  name,
  kind: 'line',
  axis: 'value',
  helper: true,
  values,
  look: { fill: undefined },
  points: [],
  labels: values.map(() => undefined),
})

/**
 * A bridge as stacked columns: the printed steps, from which formulas reckon where each ends, a column that is not seen and
 * carries those that float, the columns that are seen by their kind, lines between them, and their labels.
 */
export function bridgeSeries(model: ChartModel, context: BridgeContext): readonly NativeSeries[] {
  const { look, geometry, pointOf, names } = context
  const steps = stepsOf(model.series[0]?.marks ?? [], pointOf)
  const values = hiddenLine(
    model.series[0]?.label ?? model.title,
    steps.map(({ value }) => value),
  )
  const endings = hiddenLine(
    names.total,
    steps.map((step, row) => exactly(step.to, formulas.end(row, step.isWhole))),
  )
  const blank: NativeSeries = {
    name: names.start,
    kind: 'bar',
    axis: 'value',
    helper: true,
    values: steps.map(({ from, to, isWhole: whole }, row) =>
      exactly(blankOf(from, to), blankFormula(formulas.from(row, whole), cell(columns.end, row))),
    ),
    look: { fill: undefined },
    points: [],
    labels: steps.map(() => undefined),
  }
  const { totalColor, upColor, downColor } = look.chart
  const kinds = [
    { name: names.total, color: totalColor, wanted: (step: Step) => step.isWhole && !isFigureEnd(model, step.mark) },
    { name: names.up, color: upColor, wanted: ({ mark }: Step) => mark.step === 'up' },
    { name: names.down, color: downColor, wanted: ({ mark }: Step) => mark.step === 'down' },
  ]
  const bars = (['above', 'under'] as const).flatMap((side) =>
    kinds.flatMap((kind) => barsOf(steps, kind.name, { ...kind, look, geometry, side }) ?? []),
  )
  return [values, endings, blank, ...bars, ...connectors(steps, look), labelSeries(steps, context)]
}
