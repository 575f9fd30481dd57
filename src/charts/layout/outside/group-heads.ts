import type { Scene } from '../../scene.ts'
import type { Size } from '../box.ts'
import type { GroupHead, GroupLayout } from '../chart-layout.ts'
import { linesOf, type Typesetter, wrapWithin } from '../text.ts'

type Heads = Pick<Scene, 'model' | 'sizes' | 'compact'>

const [gap, narrowGap] = [48, 34] // px between headings and names; on a phone
const most = 0.3 // of the width of the chart
const narrower = [0.2, 0.25] // on a phone, where no word is lost by it: bars and their names need the room
const larger = [2, 1.6, 1.3] as const // times the names: headings beside brackets, as large as all of them have room
const step = 1.12 // from line to line, in sizes

/** Pixels of a bracket: from the names to its line, and of its two arms. */
export const bracket = { before: 16, arm: 14, width: 4 } as const

type Group = Pick<GroupHead, 'heading' | 'from' | 'to'>

function groupsIn({ model: { categories } }: Heads): readonly Group[] {
  return categories.flatMap(({ group }, from): readonly Group[] => {
    if (group === undefined || group.heading === categories[from - 1]?.group?.heading) return []
    const end = categories.findIndex((one, index) => index > from && one.group?.heading !== group.heading)
    return [{ heading: group.heading, from, to: (end < 0 ? categories.length : end) - 1 }]
  })
}

/** The headings in their lines: beside a bracket in the middle of its bars, else level with the first of them. */
export function groupLayout(scene: Heads, typesetter: Typesetter, size: Size): GroupLayout {
  const { sizes, compact, model } = scene
  const groups = groupsIn(scene)
  if (groups.length === 0) return { heads: [], width: 0 }
  const hasOthers = model.categories.some(({ group }) => group === undefined)
  const isBracketed = hasOthers && groups.some(({ from, to }) => to > from)
  const pitch = size.height / model.categories.length
  const isInRow = model.spread === true && !compact // rules between the rows run through the chart
  const limitOf = ({ from, to }: Group, own: number, part = most) => {
    const room = isInRow ? pitch : (to - from + (isBracketed || from === to ? 1 : 0.5)) * pitch
    return {
      width: size.width * part,
      size: own,
      weight: 600 as const,
      most: Math.max(1, Math.floor(room / (own * step))),
    }
  }
  const wanted = isBracketed && !compact ? larger.map((times) => Math.round(sizes.category * times)) : []
  const fits = (own: number, part = most): boolean =>
    groups.every((group) => wrapWithin(typesetter, group.heading, limitOf(group, own, part)) !== undefined)
  const own = wanted.find((one) => fits(one)) ?? sizes.category
  const part = compact ? narrower.find((one) => fits(own, one)) : undefined
  const heads = groups.map((group) => ({
    ...group,
    isBracketed,
    isInRow,
    size: own,
    lines: linesOf(typesetter, group.heading, limitOf(group, own, part)),
  }))
  const widths = heads.flatMap(({ lines }) => lines.map((line) => typesetter.width(line, own, 600)))
  return { heads, width: Math.max(...widths) + (compact ? narrowGap : gap) }
}

/** The top of a heading's lines and how high each is, each row of bars being as high as `pitch`. */
export function headLines(
  { from, to, isBracketed, isInRow, lines, size }: GroupHead,
  { top, pitch }: { readonly top: number; readonly pitch: number },
): { readonly y: number; readonly step: number } {
  const height = lines.length * size * step
  const first = top + (from + 0.5) * pitch
  if (isInRow) {
    const row = isBracketed ? Math.floor((from + to) / 2) : from
    return { y: top + (row + 0.5) * pitch - height / 2, step: size * step }
  }
  if (isBracketed) return { y: top + ((from + to + 1) / 2) * pitch - height / 2, step: size * step }
  return { y: first - (from === to ? height : size * step) / 2, step: size * step }
}

/** The corners of a bracket round the bars of a group, each row being as high as `pitch`; its arms end `before` the names. */
export function bracketCorners(
  { from, to }: GroupHead,
  { names, top, pitch }: { readonly names: number; readonly top: number; readonly pitch: number },
): { readonly x: number; readonly end: number; readonly y: number; readonly bottom: number } {
  const end = names - bracket.before
  const inset = pitch * 0.2
  return { x: end - bracket.arm, end, y: top + from * pitch + inset, bottom: top + (to + 1) * pitch - inset }
}
