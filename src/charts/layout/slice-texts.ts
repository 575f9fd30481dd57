import type { ChartMark } from '../../model/chart.ts'
import type { Scene } from '../scene.ts'
import { linesOf, type Typesetter, type Weight } from './text.ts'

/** Height of a line beside a ring, in sizes. */
export const sliceStep = 1.18

/** Width of the hole of a ring, as a share of its own. */
export const ringHole = 0.62

/** The hole of rings in some office programs, which know no other. */
export const officeHole = 0.5

/** Pixels between the ring and its labels. */
export const sliceReach = ({ compact }: Pick<Scene, 'compact'>): number => (compact ? 10 : 26)

/** Width of a label beside a ring that leaves so many pixels free. */
export const sliceRoom = (scene: Pick<Scene, 'compact'>, free: number): number => free - sliceReach(scene) - 10

interface Run {
  readonly text: string
  readonly weight: Weight
}

interface SliceTexts {
  /** The lines of each label, each a row of runs. */
  readonly lines: readonly (readonly (readonly Run[])[])[]
  /** Least pixels between two labels. */
  readonly gap: number
  /** Whether all of them have room, one over the other. */
  readonly fits: boolean
}

export const runsWidth = (typesetter: Typesetter, runs: readonly Run[], size: number): number =>
  runs.reduce((sum, { text, weight }) => sum + typesetter.width(text, size, weight), 0)

/** The labels on one side of a ring: each value over its name or, where that is too high for all, beside it. */
export function sliceTexts(
  typesetter: Typesetter,
  marks: readonly { readonly name: string; readonly value: string }[],
  { size, room, height }: { readonly size: number; readonly room: number; readonly height: number },
): SliceTexts {
  const made = (lines: SliceTexts['lines'], gap: number): SliceTexts => {
    const rows = lines.reduce((sum, one) => sum + one.length, 0)
    return { lines, gap, fits: rows * size * sliceStep + (lines.length - 1) * gap <= height }
  }
  const below = marks.map(({ name, value }) => [
    [{ text: value, weight: 600 as const }],
    ...linesOf(typesetter, name, { width: room, size, most: 2 }).map((text) => [{ text, weight: 400 as const }]),
  ])
  const usual = made(below, 8)
  if (usual.fits) return usual
  const beside = marks.map(({ name, value }) => [
    [
      { text: `${value} `, weight: 600 as const },
      { text: name, weight: 400 as const },
    ],
  ])
  const isNarrow = beside.every(([runs = []]) => runsWidth(typesetter, runs, size) <= room)
  const low = made(beside, 4)
  return isNarrow && low.fits ? low : usual
}

/** The value beside or in a ring, with the letter of its footnote. */
export const valueText = ({ text, footnote }: ChartMark): string => `${text}${footnote ? ` ${footnote}` : ''}`

/** A share in the middle of a ring with what it is a share of: the part's name and value, which then do not stand beside the ring. */
export interface NamedShare {
  readonly series: number
  readonly text: string
  readonly size: number
  readonly lines: readonly Run[]
}

const [largest, least, step] = [6, 3, 0.25] // of the share, in sizes of labels
const cap = 0.73 // height of digits, in their size
const between = 0.75 // from the digits to the name, in sizes of labels

/** Pixels that a named share takes from the top of its digits to the base of its last line. */
const namedHeight = ({ size, lines }: NamedShare, label: number): number =>
  size * cap + (between + lines.length * sliceStep) * label

/** The base lines of a share and of the lines under it, which together stand about a height. */
export function namedBases(named: NamedShare, label: number, middle: number): readonly [share: number, ...number[]] {
  const last = middle + namedHeight(named, label) / 2
  const { length } = named.lines
  const lines = named.lines.map((_, row) => last - (length - 1 - row) * sliceStep * label)
  return [last - (between + length * sliceStep) * label, ...lines]
}

/** The share that a ring is about, with its name, in a hole of a width; undefined where there is none, or no room for both. */
export function namedShare(
  { model, sizes: { label } }: Pick<Scene, 'model' | 'sizes'>,
  typesetter: Typesetter,
  hole: number,
): NamedShare | undefined {
  const series = model.series.findIndex(({ marks }) => marks[0]?.share)
  const [own, mark] = [model.series[series], model.series[series]?.marks[0]]
  if (!own || !mark?.share || model.series.length < 2) return undefined
  const lines: readonly Run[] = [
    { text: own.label, weight: 600 },
    { text: valueText(mark), weight: 400 },
  ]
  const { text } = mark.share
  const radius = (hole / 2) * 0.9 // clear of the ring
  const chord = (y: number): number => (Math.abs(y) < radius ? 2 * Math.sqrt(radius ** 2 - y ** 2) : 0)
  for (let times = largest; times >= least; times -= step) {
    const named = { series, text, size: Math.round(label * times), lines }
    const half = namedHeight(named, label) / 2
    const isNarrow = lines.every((run, row) => {
      const bottom = half - (lines.length - 1 - row) * sliceStep * label
      return runsWidth(typesetter, [run], label) <= chord(bottom)
    })
    if (isNarrow && typesetter.width(text, named.size, 600) <= chord(half)) return named
  }
  return undefined
}
