import { bracketLanes } from '../../../charts/base/bracket-lanes.ts'
import { valueRange } from '../../../charts/base/range.ts'
import type { Range } from '../../../charts/base/traits.ts'
import { chartTypeOf } from '../../../charts/chart-types.ts'
import { roomAround, sharedRoom } from '../../../charts/sides.ts'
import type { ChartWords } from '../../../language/language.ts'
import type { ChartModel } from '../../../model/chart.ts'
import type { Box } from '../../../model/deck.ts'

/** A chart, and whether its author wants it on a scale of its own. */
interface ScaledChart {
  readonly model: ChartModel
  readonly ownScale: boolean
}

/** Beyond this the smaller chart would hardly be seen. */
const greatestRatio = 3

/**
 * One scale for the charts of one unit on a slide, where their largest values are near enough to each other; where some
 * are not, the title of the last of them says so.
 */
export function shareBounds(
  charts: readonly ScaledChart[],
  { scalesDiffer }: Pick<ChartWords, 'scalesDiffer'>,
): readonly ChartModel[] {
  const shared = charts.map((chart) => withBounds(chart, charts))
  return shared.map((model, index) => {
    const family = shared.filter((other) => isComparable(other, model))
    const differs = family.some(({ bounds }) => !isSame(bounds, model.bounds)) || family.filter(standsAlone).length > 1
    const isLast = shared.findLastIndex((other) => isComparable(other, model)) === index
    return differs && isLast ? { ...model, scaleNote: scalesDiffer } : model
  })
}

const standsAlone = ({ bounds }: ChartModel): boolean => bounds === null

function withBounds({ model, ownScale }: ScaledChart, charts: readonly ScaledChart[]): ChartModel {
  const others = charts.filter((other) => !other.ownScale && isComparable(other.model, model))
  const family = ownScale
    ? []
    : nearest(
        others.map((other) => other.model),
        model,
      )
  if (family.length < 2) return model
  const ranges = family.map(rangeOf)
  const lanes = Math.max(...family.map(bracketLanes))
  const bounds = {
    min: Math.min(...ranges.map(({ min }) => min)),
    max: Math.max(...ranges.map(({ max }) => max)),
    ...(lanes > 0 && { lanes }),
  }
  return { ...model, bounds }
}

/** Charts that share a scale are drawn on it in the same room of a box of this size, in pixels. */
export function keepSameRoom(models: readonly ChartModel[], size: Box): readonly ChartModel[] {
  const taken = models.map((model) => (model.bounds ? [roomAround(model, size)] : []))
  return models.map((model) => {
    if (model.bounds === null) return model
    const isInFamily = (other: ChartModel): boolean => isSame(other.bounds, model.bounds) && isComparable(other, model)
    const room = sharedRoom(models.flatMap((other, index) => (isInFamily(other) ? (taken[index] ?? []) : [])))
    return room ? { ...model, bounds: { ...model.bounds, room } } : model
  })
}

/** Those that the chart shares a scale with: taken from the largest down, as long as each is near enough to its largest. */
function nearest(models: readonly ChartModel[], model: ChartModel): readonly ChartModel[] {
  const groups: ChartModel[][] = []
  for (const each of [...models].sort((a, b) => reach(b) - reach(a))) {
    const group = groups.at(-1)
    const largest = group?.[0]
    if (group && largest && reach(largest) <= greatestRatio * reach(each)) group.push(each)
    else groups.push([each])
  }
  return groups.find((group) => group.includes(model)) ?? []
}

function reach(model: ChartModel): number {
  const { min, max } = rangeOf(model)
  return Math.max(Math.abs(min), Math.abs(max))
}

const isSame = (a: ChartModel['bounds'], b: ChartModel['bounds']): boolean => a?.min === b?.min && a?.max === b?.max

const rangeOf = (model: ChartModel): Range => valueRange(model, chartTypeOf(model.type))

/** Bars of one unit and one direction are compared by eye; lines, shares and panels have scales of their own. */
function isComparable(a: ChartModel, b: ChartModel): boolean {
  const { scale } = chartTypeOf(a.type).axis
  if ([a, b].some(({ own }) => own?.ends === 'figures')) return false // its steps have a scale of their own
  return a.unit === b.unit && scale !== undefined && scale === chartTypeOf(b.type).axis.scale
}
