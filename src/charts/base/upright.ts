import type { ChartCategory } from '../../model/chart.ts'
import type { ChartType } from '../chart-type.ts'
import type { Size } from '../layout/box.ts'
import type { CategoryLayout, ChartLayout, LegendLayout } from '../layout/chart-layout.ts'
import { type Label, widestLabel } from '../layout/label.ts'
import { isCrossed, legendLayout, roomBesideLast } from '../layout/legend.ts'
import { countOfLanes, laneHeightOf, nearLane, roomOfLanes } from '../layout/outside/brackets.ts'
import { rowLayout } from '../layout/outside/rows.ts'
import { cutLines, lineHeight, type Typesetter, wrapWithin } from '../layout/text.ts'
import { groupStep, tierGroups } from '../layout/tiers.ts'
import { decisiveLabel, figureSize } from '../layout/value-size.ts'
import { arrows } from '../plugins/arrows.ts'
import { axes } from '../plugins/axes.ts'
import { categoryLabels } from '../plugins/category-labels.ts'
import { markPatterns } from '../plugins/mark-patterns.ts'
import { seriesNames } from '../plugins/series-names.ts'
import { valueLabels } from '../plugins/value-labels.ts'
import type { Scene } from '../scene.ts'
import { arrowLanes } from './bracket-lanes.ts'
import { hasFigureEnds } from './bridge-ends.ts'
import { mixedDatasets, seriesDatasets, uprightScales } from './datasets.ts'
import { markHits } from './hits.ts'
import { columnsApart, tellableSeries } from './limits.ts'
import { valueRange } from './range.ts'
import { movements } from './summary.ts'
import type { Range } from './traits.ts'

const gap = 10
const underPoint = 6 // a label under a point is as far from the base line as from its point

/** The layout of a chart with upright columns or lines. */
function uprightLayout(scene: Scene, typesetter: Typesetter, size: Size): ChartLayout {
  const { model, sizes } = scene
  const legend = legendLayout(scene, typesetter, size)
  const named = legend.kind === 'right' ? legend.width + legend.gap : 2
  const roughPitch = (size.width - named) / Math.max(1, model.categories.length)
  const { min, max } = valueRange(model, scene.traits)
  const isBeside = legend.kind === 'right' && model.rows.length === 0 && !isCrossed({ min, max })
  const free = isBeside ? roomBesideLast(scene, typesetter, roughPitch) : 0
  const right = Math.max(2, named - free)
  const rows = model.rows.length > 0 ? rowLayout(scene, typesetter, size.width - right) : undefined
  const base = Math.max(2, rows?.width ?? 0)
  const estimate = (size.width - base - right) / Math.max(1, model.categories.length)
  const fitting = [sizes.label, between(sizes), sizes.small].find((label) =>
    valuesFit(scene, typesetter, { pitch: estimate, label }),
  )
  const showsAxis = fitting === undefined
  const tickWidth = showsAxis
    ? Math.max(0, ...(model.ticks ?? []).map((tick) => typesetter.width(tick.text, sizes.small)))
    : 0
  const left = Math.max(base, tickWidth > 0 ? tickWidth + 12 : 0)
  const spare = showsAxis ? 0 : spareBeside(scene, legend, size.width - left - right)
  const pitch = (size.width - left - right - 2 * spare) / Math.max(1, model.categories.length)
  const categories = categoryLayout(scene, typesetter, pitch)
  const line = sizes.label * lineHeight
  const { family } = scene.traits
  const decisive = decisiveLabel(scene, typesetter, { size: fitting ?? sizes.small, room: { width: estimate } })
  // Charts side by side on one scale have the same room over and under their plots: their base lines are level.
  const isShared = model.bounds !== null
  const over = decisive && (isShared || decisive.isAbove) ? decisive.size : 0
  const below = decisive && (isShared || decisive.isBelow || family === 'lines') ? decisive.size : 0
  const largest = Math.max(over, hasFigureEnds(model) ? figureSize(scene, sizes.label) : 0) * lineHeight
  const bottomRoom = needsBottomRoom(scene, { min, max })
    ? Math.max(line, below * lineHeight) + gap + (family === 'lines' ? underPoint : 0)
    : 4
  const topLine = Math.max(largest, line * topLines(scene))
  const topRoom = max > 0 || model.totals || hasFigureEnds(model) ? topLine + gap + 6 : 6
  const lanes = arrowLanes(model)
  const laneHeight = laneHeightOf(scene)
  const rowsHeight = rows ? model.rows.length * rows.height + 8 : 0
  const bottom = bottomRoom + gap + categories.height + rowsHeight
  const head = topRoom + (legend.kind === 'top' ? legend.height : 0) + header(scene)
  const least = size.height - bottom - head - laneHeight
  const labels = { labelSize: fitting ?? sizes.small, ...(decisive && { decisiveSize: decisive.size }) }
  const under = freeUnderBrackets(scene, { min, max }).map((share) => share * least)
  // On one scale so much of a value is so high in each chart: all keep the room of the brackets that one of them needs.
  const laneRoom = isShared
    ? laneHeight * (model.bounds?.lanes ?? countOfLanes(lanes))
    : roomOfLanes(lanes, { laneHeight, under, near: nearLane(labels) })
  const room = scene.compact ? undefined : model.bounds?.room
  return {
    padding: {
      top: Math.max(head + laneRoom, room?.end ?? 0),
      right: right + spare,
      bottom: Math.max(bottom, room?.start ?? 0),
      left: left + spare,
    },
    ...(spare > 0 && { spare }),
    ...labels,
    showsAxis,
    isSparse: showsAxis,
    categories,
    ...(rows && { rows }),
    legend,
    lanes,
    laneHeight,
    topRoom,
    bottomRoom,
  }
}

const widestPitch = 420 // px from one column to the next: few columns stand together in the middle of their line

/** What stays free at both sides of few columns: words and rows stand under the columns of others. */
function spareBeside({ model, compact, traits, stacked }: Scene, legend: LegendLayout, width: number): number {
  const isAlone = !model.spread && !compact && !model.panels && legend.kind !== 'right' && model.rows.length === 0
  const isOfBars = traits.family === 'columns' && model.series.every(({ mark }) => mark === 'bar')
  if (!isAlone || !isOfBars) return 0
  const abreast = stacked ? 1 : (model.series.length + 1) / 2 // columns side by side take more of the line
  return Math.max(0, Math.floor((width - widestPitch * abreast * model.categories.length) / 2))
}

/** A size between those of labels and of small text. */
const between = ({ label, small }: Scene['sizes']): number => Math.round((label + small) / 2)

/** Ranges may stand over their column in two lines. */
function topLines({ model, stacked }: Scene): number {
  const ranges = model.series.some(
    ({ marks, axis }) => axis === 'value' && marks.some((mark) => mark?.drawn === 'range'),
  )
  return ranges && !stacked ? 2 : 1
}

/** A chart of shares carries its absolute totals in a header line. */
const header = (scene: Scene): number => (scene.traits.shares && scene.model.totals ? 6 : 0)

/** Values stand under what is below zero, and under points that come near to the base line. */
function needsBottomRoom({ model }: Scene, { min, max }: Range): boolean {
  const { series } = model
  if (hasFigureEnds(model)) return false // below the lowest level is the room of its column
  if (min < 0 || series.some(({ mark }) => mark === 'bar')) return min < 0
  const values = series.flatMap(({ marks }) => marks.flatMap((mark) => (mark ? [mark.low ?? mark.value] : [])))
  return Math.min(...values) - min < (max - min) / 5
}

/** Whether the values can be printed at (nearly) all marks, so that no axis is needed. */
function valuesFit(scene: Scene, typesetter: Typesetter, { pitch, label }: { pitch: number; label: number }): boolean {
  const { model, stacked } = scene
  if (model.labels === 'none' || model.labels === 'ends') return false
  const labels: Label[] = stacked && model.totals ? totalsOf(scene) : marksOf(scene)
  const widest = widestLabel(typesetter, labels, label)
  const bars = model.series.filter(({ mark, axis }) => mark === 'bar' && axis === 'value').length
  const lines = model.series.filter(({ mark }) => mark === 'line').length
  if (bars === 0) return widest <= pitch * (lines > 2 ? 0.8 : 1.05)
  const room = stacked ? (model.totals ? pitch : pitch * 0.74) : bars > 1 ? (pitch * 1.05) / bars : pitch
  return widest + 4 <= room
}

function totalsOf(scene: Scene): Label[] {
  return (scene.model.totals ?? []).flatMap((mark) => (mark ? [mark] : []))
}

function marksOf(scene: Scene): Label[] {
  return scene.model.series
    .filter(({ axis }) => axis === 'value')
    .flatMap(({ marks }) => marks.flatMap((mark) => (mark ? [mark] : [])))
}

/** Category labels in one line, in a few lines, or, for crowded periods, in two tiers. */
function categoryLayout(scene: Scene, typesetter: Typesetter, pitch: number): CategoryLayout {
  const { model, sizes } = scene
  const line = Math.round(sizes.category * 1.25)
  const width = (category: ChartCategory): number => typesetter.width(category.label, sizes.category, 600)
  const widest = Math.max(0, ...model.categories.map(width))
  if (widest > pitch - 6 && model.categories.every(({ tier }) => tier !== undefined)) {
    const short = Math.max(0, ...model.categories.map(({ tier }) => typesetter.width(tier?.short ?? '', sizes.small)))
    const fits = short <= pitch - 4
    const widthOf = (text: string): number => typesetter.width(text, sizes.category)
    const step = groupStep(tierGroups(model), { pitch, left: 0, widthOf })
    return { kind: 'tiers', short: fits, height: line * (fits ? 2 : 1) + 4, ...(step === undefined ? {} : { step }) }
  }
  const lines = model.categories.map(({ label }) =>
    categoryLines(typesetter, label, { width: pitch - 6, size: sizes.category }),
  )
  const height = line * Math.max(1, ...lines.map((one) => one.length))
  const step = Math.ceil((widest + 4) / Math.max(1, pitch))
  const isThinned = scene.traits.family !== 'bridge' && step > 1 && lines.every(isUnbroken)
  return { kind: 'lines', lines, height, ...(isThinned ? { step } : {}) }
}

/** A period in one line, which is left out where it has no room. */
const isUnbroken = (lines: readonly string[]): boolean => lines.length === 1 && lines[0]?.endsWith('…') === false

/** At most three lines; words that do not fit are cut with an ellipsis. */
function categoryLines(typesetter: Typesetter, label: string, limit: { width: number; size: number }): string[] {
  const lines = wrapWithin(typesetter, label, { ...limit, weight: 600, most: 3 })
  if (lines) return lines
  if (/^\S+$/.test(label) && label.length <= 8) return [label] // a period: thinned out when drawn, never cut
  return cutLines(typesetter, label, { ...limit, most: 3 })
}

/** By which part of the plot all that each bracket spans ends under its top: where columns stand alone or in stacks, and among lines, else none. */
function freeUnderBrackets({ model, traits, stacked }: Scene, { min, max }: Range): readonly number[] {
  const isOfColumns = traits.family === 'columns' && model.series.every(({ mark }) => mark === 'bar')
  const isKnown = !model.panels && (isOfColumns || traits.family === 'lines')
  const topOf = (category: number): number => {
    const least = isOfColumns ? 0 : min
    const values = model.series.map(({ marks }) =>
      Math.max(least, marks[category]?.high ?? marks[category]?.value ?? least),
    )
    return stacked ? values.reduce((total, value) => total + value, 0) : Math.max(...values)
  }
  return model.arrows.map(({ from, to }) => {
    if (!isKnown || max <= min) return 0
    const first = Math.min(from, to)
    const tops = Array.from({ length: Math.abs(to - from) + 1 }, (_, step) => topOf(first + step))
    return Math.max(0, max - Math.max(...tops)) / (max - min)
  })
}

/** What is common to charts whose marks stand side by side along the periods, one series or several, bars or lines. */
export const upright: Omit<ChartType, 'name'> = {
  family: 'columns',
  axis: { orientation: 'upright', scale: 'columns' },
  stacks: () => false,
  shares: false,
  elements: 'marks',
  mark: 'bar',
  namesAtEnds: 'one-bar',
  toggles: true,
  needs: ['series', 'periods'],
  takes: ['rows', 'yoy', 'qoq', 'differences', 'cagr'],
  limits: tellableSeries,
  mostCategories: (model, size) => columnsApart(model, size, false),
  body: (builder) => builder.overPeriods({}),
  summary: movements,
  links: [],
  datasets: (model) => seriesDatasets(model),
  configure: (scene) => ({
    labels: scene.model.categories.map(({ label }) => label),
    datasets: mixedDatasets(scene),
    scales: uprightScales(valueRange(scene.model, scene.traits), scene.stacked),
  }),
  layout: uprightLayout,
  plugins: [axes, categoryLabels, markPatterns, seriesNames, valueLabels, arrows],
  hits: markHits,
}

/** What stacked columns have in common, with their totals. */
export const stackedUpright: Omit<ChartType, 'name'> = {
  ...upright,
  stacks: () => true,
  mostCategories: (model, size) => columnsApart(model, size, true),
  namesAtEnds: 'always',
  takes: ['totals', 'share', ...upright.takes],
  body: (builder) => builder.overPeriods({ stacked: true }),
  links: ['parts-to-total'],
  datasets: (model) => seriesDatasets(model, true),
}
