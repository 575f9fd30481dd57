import { breakAcross, cutDepth, fadingColumn, isFigureEnd } from '../../../charts/base/bridge-ends.ts'
import type { PlacedMark } from '../../../charts/layout/placed-marks.ts'
import { mix } from '../../../format/colors/color.ts'
import type { Frame, Item } from '../items.ts'
import type { DeckLook } from '../look.ts'
import type { Geometry } from './geometry.ts'

/** The columns under the totals of a bridge that are figures: they fade out under a break, as on the page. */
export function cutEndItems({ marks, plot, scene }: Geometry, frame: Frame, look: DeckLook): readonly Item[] {
  const ends = marks.filter(({ mark }) => isFigureEnd(scene.model, mark))
  return ends.flatMap((end) => cutEnd(end, cutDepth(plot.height), { frame, look, level: scene.theme.totalColor }))
}

interface EndContext {
  readonly frame: Frame
  readonly look: DeckLook
  readonly level: string
}

function cutEnd(
  { box, tip, fill, mark }: PlacedMark,
  height: number,
  { frame, look, level }: EndContext,
): readonly Item[] {
  const column = { x: frame.x + box.x, y: frame.y + tip, width: box.width, height }
  const rect = (own: Frame, color: string): Item => ({ kind: 'shape', geometry: 'rect', frame: own, fill: color })
  const color = mark.drawn === 'target' ? level : fill
  const fading = fadingColumn(column, mark.drawn).map(({ box: band, strength }) =>
    rect(band, mix(look.ground, color, strength)),
  )
  const { from, to, gap } = breakAcross(column)
  const cut = (lower: number, color: string, width: number): Item => ({
    kind: 'shape',
    geometry: 'line',
    frame: { x: from.x, y: to.y + lower, width: to.x - from.x, height: from.y - to.y },
    stroke: { color, width },
    flipped: true,
  })
  const line = rect({ ...column, y: column.y - 3, height: 6 }, level)
  return [...fading, line, cut(gap / 2, look.ground, gap), cut(0, look.ink, 2), cut(gap, look.ink, 2)]
}
