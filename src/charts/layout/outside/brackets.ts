import type { ChartArrow, ChartCategory } from '../../../model/chart.ts'
import type { ChartTheme } from '../../colors/theme.ts'
import type { Scene } from '../../scene.ts'
import type { ChartLayout } from '../chart-layout.ts'
import { labelWidth } from '../label.ts'
import { lineHeight, type Typesetter } from '../text.ts'

/** How a bracket looks: the first that a block names is the one that its slide is about, the others are lighter. */
export interface BracketLook {
  readonly line: string
  readonly width: number
  readonly fill: string
  readonly text: string
}

/** The colour of a change: good or bad by what its metric aims at, else that of totals. */
export function toneColor({ tone }: Pick<ChartArrow, 'tone'>, theme: ChartTheme): string {
  if (tone === 'good') return theme.upColor
  return tone === 'bad' ? theme.downColor : theme.totalColor
}

export function bracketLook(arrow: ChartArrow, index: number, scene: Pick<Scene, 'theme' | 'compact'>): BracketLook {
  const { theme, compact } = scene
  const color = toneColor(arrow, theme)
  const [lead, other] = compact ? [3, 2] : [5, 3]
  return index === 0
    ? { line: color, width: lead, fill: color, text: theme.surfaceColor }
    : { line: color, width: other, fill: theme.surfaceColor, text: color }
}

/** Sizes of a plate's figure and of the words before it. */
export type PlateSizes = Pick<Scene['sizes'], 'label' | 'small'>

const plateSize = 36 // px; the figure of a change is one size on all slides, a step larger where values have that size
const overValues = 4 // px

const plateLabel = ({ sizes: { label }, compact }: Pick<Scene, 'sizes' | 'compact'>): number =>
  compact ? label + 2 : Math.max(plateSize, label + overValues)

/** The text of a plate. */
export const plateSizes = (scene: Pick<Scene, 'sizes' | 'compact'>): PlateSizes => ({
  label: plateLabel(scene),
  small: scene.compact ? scene.sizes.small : 22,
})

interface Plate {
  readonly arrow: ChartArrow
  /** Pixels between the arrow's ends. */
  readonly room: number
}

/** Whether an arrow says no more than its bracket shows: the column that it comes from. */
export const isShownByLeg = (
  { label, from }: ChartArrow,
  categories: readonly Pick<ChartCategory, 'label'>[],
): boolean => label.endsWith(` ${categories[from]?.label}`)

/** The words of an arrow that stand on its plate: those that its bracket does not show, where they have room. */
export function plateWords(
  scene: Pick<Scene, 'sizes' | 'compact' | 'model'>,
  typesetter: Typesetter,
  plate: Plate,
): string {
  const isSilent = isShownByLeg(plate.arrow, scene.model.categories)
  return !isSilent && plateHolds(plateSizes(scene), typesetter, plate) ? `${plate.arrow.label} ` : ''
}

/** Whether a plate holds the arrow's label besides the number, in so many pixels between its ends. */
export function plateHolds(sizes: PlateSizes, typesetter: Typesetter, { arrow, room }: Plate) {
  const { kind, label } = arrow
  const value = labelWidth(typesetter, arrow, { size: sizes.label, weight: 600 })
  const words = typesetter.width(`${label} `, sizes.small)
  return kind === 'cagr' || value + words + sizes.label * 1.1 + 16 <= room // its line is seen at both sides
}

/** How high a lane of brackets is. */
export const laneHeightOf = (scene: Pick<Scene, 'sizes' | 'compact'>): number => Math.round(plateLabel(scene) * 1.85)

/** How many lanes brackets take that stand over each other. */
export const countOfLanes = (lanes: readonly number[]): number => Math.max(-1, ...lanes) + 1

/**
 * How high the room for brackets over the plot is: a lane for each that is over another. One lane takes less where all that its
 * brackets span ends so many pixels under the highest mark, by which they run lower: where it is `near`, they do not.
 */
export function roomOfLanes(
  lanes: readonly number[],
  {
    laneHeight,
    under,
    near,
  }: { readonly laneHeight: number; readonly under: readonly number[]; readonly near: number },
): number {
  const count = countOfLanes(lanes)
  if (count !== 1) return count * laneHeight
  const lower = Math.min(...under) - clearance
  return lower < near + clearance ? laneHeight : Math.max(0, laneHeight - lower)
}

/** How near to its lane a bracket is level with it: one over a value that is larger than others is that much higher than one over those. */
export const nearLane = ({
  labelSize,
  decisiveSize = labelSize,
}: Pick<ChartLayout, 'labelSize' | 'decisiveSize'>): number => 6 + (decisiveSize - labelSize) * lineHeight

interface Levels {
  /** The lane of each bracket, 0 the lowest. */
  readonly lanes: readonly number[]
  readonly laneHeight: number
  /** Where lane 0 begins that is over the whole plot: no bracket stands higher than its lane. */
  readonly over: number
  /** So many pixels below its lane a bracket is level with that of a chart beside it. */
  readonly near: number
  /** Where what is drawn at a category ends at the top. */
  readonly topOf: (category: number) => number
}

/** How high each bracket runs: close over what stands between its ends, and over the brackets below it. */
export function bracketLevels(
  arrows: readonly Pick<ChartArrow, 'from' | 'to'>[],
  { lanes, laneHeight, over, near, topOf }: Levels,
): readonly number[] {
  const spans = arrows.map(({ from, to }) => [Math.min(from, to), Math.max(from, to)] as const)
  const levels = new Map<number, number>()
  const order = arrows.map((_, index) => index).sort((a, b) => (lanes[a] ?? 0) - (lanes[b] ?? 0))
  for (const index of order) {
    const [from, to] = spans[index] ?? [0, 0]
    const tops = Array.from({ length: to - from + 1 }, (_, step) => topOf(from + step))
    const below = [...levels].flatMap(([other, level]) => {
      const [start, end] = spans[other] ?? [0, 0]
      return from <= end && to >= start ? [level - laneHeight] : []
    })
    const wanted = Math.min(Math.min(...tops) - clearance - laneHeight / 2, ...below)
    const highest = over - ((lanes[index] ?? 0) + 0.5) * laneHeight
    levels.set(index, wanted - highest < near ? highest : wanted)
  }
  return arrows.map((_, index) => levels.get(index) ?? over)
}

const clearance = 14 // px between a plate and the labels under it

interface Leg {
  readonly arrow: number
  readonly end: 0 | 1
  /** Where it stands if it is alone. */
  readonly x: number
  /** Categories to the other end, negative to the left. */
  readonly reach: number
}

/**
 * Where the ends of brackets stand that meet at one bar: side by side, the longer outside the shorter, so that none
 * crosses another.
 */
export function legsApart(
  arrows: readonly Pick<ChartArrow, 'from' | 'to'>[],
  ends: readonly (readonly [from: number, to: number] | undefined)[],
  between: number,
): readonly (readonly [from: number, to: number] | undefined)[] {
  const legs = arrows.flatMap(({ from, to }, arrow): Leg[] => {
    const own = ends[arrow]
    if (!own) return []
    return [
      { arrow, end: 0, x: own[0], reach: to - from },
      { arrow, end: 1, x: own[1], reach: from - to },
    ]
  })
  const placeOf = (arrow: number, end: 0 | 1): number => {
    const leg = legs.find((one) => one.arrow === arrow && one.end === end)
    if (!leg) return 0
    const meeting = legs.filter(({ x }) => Math.abs(x - leg.x) < 1).sort(fromLeftToRight)
    return leg.x + (meeting.indexOf(leg) - (meeting.length - 1) / 2) * between
  }
  return ends.map((own, arrow) => own && ([placeOf(arrow, 0), placeOf(arrow, 1)] as const))
}

/** Those that come from the left before those that go to the right; of both the longer outside: 1 before 3, and then 3 before 1. */
const fromLeftToRight = (one: Leg, other: Leg): number =>
  Math.sign(one.reach) - Math.sign(other.reach) || other.reach - one.reach || one.arrow - other.arrow
