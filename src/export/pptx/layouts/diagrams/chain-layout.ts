import {
  type ChainLook,
  chainAlone,
  chainLook,
  isLedByPicture,
  isLink,
  chain as measures,
  stepAndName,
} from '../../../../format/slides/chain.ts'
import type { Group } from '../../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../../items.ts'
import { fitted, heightOf } from '../../text/measure.ts'
import { heading, type TextStyle, textOf } from '../../text/paragraphs.ts'
import { pictureWithin } from '../drawn/picture-items.ts'
import { below, beside, type SlideScope } from '../scope.ts'
import { styleOf } from '../visual-layouts.ts'

const { gap, point } = measures

/** What stays free between two links. */
const slit = 4

const least = 172 // height of the row below

/** A link of the arrow; the first has a straight end. */
function linkPath(width: number, height: number, isFirst: boolean): string {
  const [tip, middle] = [width - point, height / 2]
  const start = isFirst ? '' : `L${point} ${middle}`
  return `M0 0L${tip} 0L${width} ${middle}L${tip} ${height}L0 ${height}${start}Z`
}

/** Name and words of a card without the step that its link names. */
function cardParagraphs(scope: SlideScope, group: Group, own: ChainLook): readonly Paragraph[] {
  const style: TextStyle = styleOf(scope, own.text, { line: 1.35, heading: own.name, plain: true })
  const name = heading(stepAndName(group).name, style)
  const [first, ...more] = name.runs
  const runs = first ? [{ ...first, text: first.text.trimStart() }, ...more] : []
  const words = textOf(group.blocks, style).map((each, index) =>
    index === 0 ? { ...each, before: measures.under } : each,
  )
  return [...(runs.length > 0 ? [{ ...name, runs, color: scope.look.ink }] : []), ...words]
}

interface Link {
  readonly frame: Frame
  readonly own: ChainLook
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly hasPictures: boolean
}

/** A link of the arrow with its step, a picture, the words. */
function linkItems(
  scope: SlideScope,
  group: Group,
  { frame, own, isFirst, isLast, hasPictures }: Link,
): readonly Item[] {
  const { look } = scope
  const width = frame.width + (isLast ? 0 : gap - slit)
  const link = { ...frame, width, height: own.link }
  const style = styleOf(scope, own.step, { color: look.onBrand, strong: look.onBrand })
  const step = heading(stepAndName(group).step, style)
  const runs = step.runs.map((run) => ({ ...run, bold: true, color: look.onBrand }))
  const inset = [0, point, 0, isFirst ? point : measures.inset] as const
  const { picture, around } = own
  const place = { x: frame.x, y: frame.y + own.link + around + 8, width: picture, height: picture }
  return [
    { kind: 'shape', geometry: 'rect', frame: link, path: linkPath(width, own.link, isFirst), fill: look.brand },
    fitted({
      kind: 'text',
      name: 'Step',
      frame: link,
      paragraphs: [{ ...step, size: own.step, line: measures.line, runs }],
      inset,
      anchor: 'middle',
    }),
    ...pictureWithin(scope, group.blocks, place),
    fitted({
      kind: 'text',
      name: 'Card',
      frame: below(frame, own.link + around + (hasPictures ? picture + around : 0)),
      paragraphs: cardParagraphs(scope, group, own),
    }),
  ]
}

/** A card that serves along the chain: a rule over it, its picture beside its words. */
function servingItems(scope: SlideScope, group: Group, frame: Frame): readonly Item[] {
  const own = chainLook()
  const isLed = isLedByPicture(group.blocks)
  const indent = isLed ? own.picture + gap : 0
  const words = { ...below(frame, measures.above), x: frame.x + indent, width: frame.width - indent }
  const picture = { x: frame.x, y: frame.y + measures.above, width: own.picture, height: own.picture }
  return [
    { kind: 'shape', geometry: 'rect', frame: { ...frame, height: 4 }, fill: scope.look.brand },
    ...(isLed ? pictureWithin(scope, group.blocks, picture) : []),
    fitted({ kind: 'text', name: 'Card', frame: words, paragraphs: cardParagraphs(scope, group, own) }),
  ]
}

/** How high the row below is: as its highest card. */
function servingHeight(scope: SlideScope, groups: readonly Group[], frames: readonly Frame[]): number {
  const own = chainLook()
  const heights = groups.map((group, index) => {
    const width = (frames[index]?.width ?? 0) - (isLedByPicture(group.blocks) ? own.picture + gap : 0)
    return measures.above + heightOf(cardParagraphs(scope, group, own), width)
  })
  return Math.min(scope.area.height / 2, Math.max(least, ...heights))
}

/** Cards whose headings begin with a step as links of an arrow; the others serve along all of it, below; the room is what is left under words before them. */
export function chain(scope: SlideScope, rest: Frame): readonly Item[] {
  const { slide } = scope
  const links = slide.groups.filter(isLink)
  const serving = slide.groups.filter((group) => !isLink(group))
  const own = chainLook(scope.has('roomy') ? 'roomy' : scope.has('high') ? 'high' : undefined)
  const hasPictures = slide.groups.some(({ blocks }) => isLedByPicture(blocks))
  const lower = beside(rest, Math.max(1, serving.length), gap)
  const low = serving.length > 0 ? servingHeight(scope, serving, lower) : 0
  const columns = beside({ ...rest, height: rest.height - low }, Math.max(1, links.length), gap)
  const drawn = own.link + own.around + (hasPictures ? own.picture + own.around : 0)
  const highest = Math.max(
    ...links.map((group, index) => heightOf(cardParagraphs(scope, group, own), columns[index]?.width ?? 0)),
  )
  const free = scope.has(chainAlone) ? Math.max(0, (rest.height - drawn - highest) / 2) : 0
  return [
    ...links.flatMap((group, index) =>
      linkItems(scope, group, {
        frame: below(columns[index] ?? rest, free),
        own,
        isFirst: index === 0,
        isLast: index === links.length - 1,
        hasPictures,
      }),
    ),
    ...serving.flatMap((group, index) => {
      const frame = lower[index] ?? rest
      return servingItems(scope, group, { ...frame, y: rest.y + rest.height - low, height: low })
    }),
  ]
}
