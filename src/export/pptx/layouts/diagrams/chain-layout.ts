import type { Group } from '../../../../model/content.ts'
import type { Frame, Item } from '../../items.ts'
import { cardPicture } from '../../pieces/card-items.ts'
import { fitted } from '../../text/measure.ts'
import { heading, type TextStyle, textOf } from '../../text/paragraphs.ts'
import { below, beside, type SlideScope } from '../scope.ts'
import { styleOf } from '../visual-layouts.ts'

const links = 4
const linkHeight = 88
const point = 32 // px that an arrow's point stands out
const picture = 136
const gap = 40
const lowHeight = 172

/** A link of the arrow; the first has a straight end. */
function linkPath(width: number, isFirst: boolean): string {
  const [tip, middle] = [width - point, linkHeight / 2]
  const start = isFirst ? '' : `L${point} ${middle}`
  return `M0 0L${tip} 0L${width} ${middle}L${tip} ${linkHeight}L0 ${linkHeight}${start}Z`
}

/** Name and words of a card without the step that its link names. */
function cardText(scope: SlideScope, group: Group, frame: Frame): Item {
  const style: TextStyle = styleOf(scope, 30, { line: 1.35, heading: 34 })
  const name = heading(
    group.heading.runs.filter((run) => !('emphasis' in run && run.emphasis)),
    style,
  )
  const [first, ...more] = name.runs
  const runs = first ? [{ ...first, text: first.text.trimStart() }, ...more] : []
  const words = textOf(group.blocks, style).map((each, index) => (index === 0 ? { ...each, before: 8 } : each))
  return fitted({ kind: 'text', name: 'Card', frame, paragraphs: [{ ...name, runs, color: scope.look.ink }, ...words] })
}

/** One of the first four: a link of the arrow with its step, a picture, the words. */
function linkItems(
  scope: SlideScope,
  group: Group,
  { frame, index }: { frame: Frame; index: number },
): readonly Item[] {
  const { look } = scope
  const isLast = index === links - 1
  const width = frame.width + (isLast ? 0 : gap - 4)
  const link = { ...frame, width, height: linkHeight }
  const step = heading(
    group.heading.runs.filter((run) => 'emphasis' in run && run.emphasis),
    styleOf(scope, 36, { color: look.ground, strong: look.ground }),
  )
  const paragraphs = [{ ...step, size: 36, runs: step.runs.map((run) => ({ ...run, bold: true, color: look.ground })) }]
  const inset = [0, point, 0, index === 0 ? point : point + 16] as const
  return [
    { kind: 'shape', geometry: 'rect', frame: link, path: linkPath(width, index === 0), fill: look.brand },
    { kind: 'text', name: 'Step', frame: link, paragraphs, inset, anchor: 'middle' },
    ...cardPicture(scope, group, { x: frame.x, y: frame.y + linkHeight + 36, width: picture, height: picture }),
    cardText(scope, group, below(frame, linkHeight + 192)),
  ]
}

/** Four cards as links of an arrow, the others under them: they serve along all of it. */
export function chain(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const [first, others] = [slide.groups.slice(0, links), slide.groups.slice(links)]
  const upper = beside(area, links, gap)
  const lower = beside(
    { ...area, y: area.y + area.height - lowHeight, height: lowHeight },
    Math.max(1, others.length),
    gap,
  )
  return [
    ...first.flatMap((group, index) => linkItems(scope, group, { frame: upper[index] ?? area, index })),
    ...others.flatMap((group, index): readonly Item[] => {
      const frame = lower[index] ?? area
      const words = { ...frame, x: frame.x + picture + gap, y: frame.y + 36, width: frame.width - picture - gap }
      return [
        { kind: 'shape', geometry: 'rect', frame: { ...frame, height: 4 }, fill: look.brand },
        ...cardPicture(scope, group, { x: frame.x, y: frame.y + 36, width: picture, height: picture }),
        cardText(scope, group, { ...words, height: lowHeight - 36 }),
      ]
    }),
  ]
}
