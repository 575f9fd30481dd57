import type { Scene } from '../scene.ts'
import { linesOf, type Typesetter, type Weight } from './text.ts'

/** Height of a line beside a ring, in sizes. */
export const sliceStep = 1.18

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
