import type { ChartModel } from '../../model/chart.ts'
import type { ChartType } from '../chart-type.ts'
import type { Size } from '../layout/box.ts'
import type { ChartLayout, NameEdge } from '../layout/chart-layout.ts'
import { type Label, labelWidth } from '../layout/label.ts'
import { legendLayout } from '../layout/legend.ts'
import { namesBesideBars } from '../layout/outside/bar-names.ts'
import { groupLayout } from '../layout/outside/group-heads.ts'
import { roomBehindLine, withLineAcross } from '../layout/outside/line-across.ts'
import { lineHeight, linesOf, type Typesetter } from '../layout/text.ts'
import { besideEnd, type DecisiveLabel, decisiveLabel, hangs } from '../layout/value-size.ts'
import { axes } from '../plugins/axes.ts'
import { markPatterns } from '../plugins/mark-patterns.ts'
import { seriesNames } from '../plugins/series-names.ts'
import { sideLabels } from '../plugins/side-labels.ts'
import { valueLabels } from '../plugins/value-labels.ts'
import type { Scene } from '../scene.ts'
import { barDataset, hiddenAxis, seriesDatasets, type TypeConfiguration } from './datasets.ts'
import { markHits } from './hits.ts'
import { rowsWithNames } from './limits.ts'
import { valueRange } from './range.ts'
import type { Range } from './traits.ts'

const gap = 3 // px, beyond what a value stands off from its bar
const [ofChart, withHeads, onPhone] = [0.42, 0.6, 0.54] // of its width: the most that names take, and that they take with headings of groups
const ofRow = 0.75 // of the height of a row: the most that a value takes

/** The names of line items in their lines beside headings of groups, and how wide each is. */
function namesOf(
  { model, sizes, compact }: Scene,
  typesetter: Typesetter,
  { size, heads }: { size: Size; heads: number },
) {
  const width = Math.min(size.width * ofChart, size.width * (compact ? onPhone : withHeads) - heads)
  const limit = { width, size: sizes.category, weight: 600 as const }
  const row = size.height / Math.max(1, model.categories.length)
  const most = Math.max(1, Math.min(4, Math.floor(row / (sizes.category * 1.15))))
  const lines = model.categories.map(({ label, group }) =>
    linesOf(typesetter, group?.name ?? label, { ...limit, most }),
  )
  const widths = lines.map((own) => Math.max(0, ...own.map((line) => typesetter.width(line, sizes.category, 600))))
  return { lines, widths }
}

interface ValueRoom {
  readonly range: Range
  readonly decisive: DecisiveLabel | undefined
}

/** The widest value beyond the ends of bars to the left and to the right of zero. */
function valueRoom(scene: Scene, typesetter: Typesetter, { range: { min, max }, decisive }: ValueRoom) {
  const { model, sizes, stacked } = scene
  const ends = (stacked ? (model.totals ?? []) : model.series.flatMap(({ marks }) => marks)).flatMap(
    (mark) => mark ?? [],
  )
  // Negative parts of a stack that are too short for their values have them at the left, where the names end.
  const parts = stacked ? model.series.flatMap(({ marks }) => marks.flatMap((mark) => mark ?? [])) : []
  const positive = ends.filter((mark) => !hangs(mark))
  const negative = [...ends, ...parts].filter(hangs)
  const widthOf = (mark: Label): number => labelWidth(typesetter, mark, { size: sizes.label, weight: 600 }) // ranges in one line too
  const widest = negative.map(widthOf)
  const usual = besideEnd(sizes.label) + gap
  const decisiveRoom = decisive ? decisive.width + besideEnd(decisive.size) + gap : 0
  return {
    left: min < 0 ? Math.max(decisive?.isBelow ? decisiveRoom : 0, Math.max(0, ...widest) + usual) : 0,
    right:
      max > 0 || min === max
        ? Math.max(decisive?.isAbove ? decisiveRoom : 0, Math.max(0, ...positive.map(widthOf)) + usual)
        : 4,
  }
}

/** Whether lines part the rows of names in a list: headings of groups have their own, and so have words beside each row. */
function isRuled({ model, compact }: Scene, names: readonly NameEdge[]): boolean {
  const areParted = (model.spread === true && !compact) || model.categories.some(({ group }) => group)
  return !areParted && names.every(({ align, x }) => align === 'left' && x === 0)
}

/** The layout of horizontal bars: names of at most 42 % of the width close to the line that bars start from, values beyond the bars' ends. */
function sidewaysLayout(scene: Scene, typesetter: Typesetter, size: Size): ChartLayout {
  const { model, sizes } = scene
  const groups = groupLayout(scene, typesetter, size)
  const { lines, widths } = namesOf(scene, typesetter, { size, heads: groups.width })
  const legend = legendLayout(scene, typesetter, size)
  const row = size.height / Math.max(1, model.categories.length)
  const range = valueRange(model, scene.traits)
  const bothWays = range.min < 0 && range.max > 0
  const decisive = decisiveLabel(scene, typesetter, { size: sizes.label, room: { height: row * ofRow }, bothWays })
  const values = valueRoom(scene, typesetter, { range, decisive })
  const beside = namesBesideBars(scene, { width: size.width, heads: groups.width, names: widths, values, range })
  const layout: ChartLayout = {
    padding: {
      top: legend.kind === 'top' ? legend.height : 2,
      right: Math.max(beside.right, roomBehindLine(scene, typesetter)),
      bottom: 2,
      left: beside.left,
    },
    labelSize: sizes.label,
    ...(decisive && { decisiveSize: decisive.size }),
    showsAxis: false,
    isSparse: false,
    categories: { kind: 'lines', lines, height: sizes.category * lineHeight },
    names: beside.names,
    ...(isRuled(scene, beside.names) && { ruled: true }),
    legend: legend.kind === 'right' ? { kind: 'none' } : legend,
    lanes: [],
    laneHeight: 0,
    topRoom: 0,
    bottomRoom: 0,
    ...(groups.heads.length > 0 && { groups }),
  }
  return withLineAcross(scene, typesetter, layout)
}

/** What is common to horizontal bars, single, side by side or stacked. */
export const sideways: Pick<
  ChartType,
  | 'family'
  | 'axis'
  | 'shares'
  | 'elements'
  | 'mark'
  | 'namesAtEnds'
  | 'toggles'
  | 'datasets'
  | 'configure'
  | 'layout'
  | 'plugins'
  | 'hits'
  | 'mostCategories'
> = {
  family: 'bars',
  axis: { orientation: 'sideways', scale: 'bars' },
  shares: false,
  elements: 'marks',
  mark: 'bar',
  namesAtEnds: 'one-bar',
  toggles: true,
  datasets: (model: ChartModel) => seriesDatasets(model),
  configure: (scene: Scene): TypeConfiguration => ({
    labels: scene.model.categories.map(({ label }) => label),
    indexAxis: 'y',
    datasets: scene.datasets.map((_, datasetIndex) => barDataset(scene, datasetIndex)),
    scales: {
      x: { type: 'linear', ...valueRange(scene.model, scene.traits), stacked: scene.stacked, ...hiddenAxis },
      y: { type: 'category', offset: true, stacked: scene.stacked, ...hiddenAxis },
    },
  }),
  mostCategories: rowsWithNames,
  layout: sidewaysLayout,
  plugins: [axes, sideLabels, markPatterns, seriesNames, valueLabels],
  hits: markHits,
}
