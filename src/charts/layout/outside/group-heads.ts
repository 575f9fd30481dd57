import type { Scene } from '../../scene.ts'
import type { Typesetter } from '../text.ts'

/** The heading of neighbouring horizontal bars, at the left of their names. */
export interface GroupHead {
  readonly heading: string
  readonly from: number // index of the first bar
  readonly to: number
  /** Bars that are held together beside others in no group: a bracket joins them, and the heading is what the chart says. */
  readonly isBracketed: boolean
  readonly size: number
}

type Heads = Pick<Scene, 'model' | 'sizes' | 'compact'>

const gap = 48 // px between headings and names
const larger = 2 // times the names: a heading beside a bracket

/** Pixels of a bracket: from the names to its line, and of its two arms. */
export const bracket = { before: 16, arm: 14, width: 4 } as const

/** The groups of a chart of horizontal bars, in order. */
export function groupHeads({ model, sizes, compact }: Heads): readonly GroupHead[] {
  const { categories } = model
  const hasOthers = categories.some(({ group }) => group === undefined)
  return categories.flatMap(({ group }, from): readonly GroupHead[] => {
    if (group === undefined || group.heading === categories[from - 1]?.group?.heading) return []
    const end = categories.findIndex((one, index) => index > from && one.group?.heading !== group.heading)
    const to = (end < 0 ? categories.length : end) - 1
    const isBracketed = hasOthers && to > from
    const size = sizes.category * (isBracketed && !compact ? larger : 1)
    return [{ heading: group.heading, from, to, isBracketed, size }]
  })
}

/** How wide the headings of groups are, with what parts them from the names. */
export function groupRoom(scene: Heads, typesetter: Typesetter): number {
  const widths = groupHeads(scene).map(({ heading, size }) => typesetter.width(heading, size, 600))
  return widths.length === 0 ? 0 : Math.max(...widths) + gap
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
