import type { Group } from '../../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../../items.ts'
import { chartPiece, chartRow } from '../../pieces/chart-piece.ts'
import { placeColumn, placeColumns, textPiece } from '../../pieces/pieces.ts'
import { heightOf } from '../../text/measure.ts'
import { groupHead, textOf } from '../../text/paragraphs.ts'
import { below, beside, chartsIn, figuredStyle, type SlideScope } from '../scope.ts'
import { styleOf } from '../visual-layouts.ts'
import { pictureWithin } from './picture-items.ts'

const captionHeight = 40 // px, of a chart's title

const ruleAt = (frame: Frame, isFirst: boolean, { look }: SlideScope): Item => ({
  kind: 'shape',
  geometry: 'rect',
  frame: { ...frame, height: isFirst ? 4 : 1 },
  fill: isFirst ? look.brand : look.rule,
})

/** Lines of a list, or figures with what they are, in the lower right of a chart over the full width. */
export function chartWithInset(scope: SlideScope): readonly Item[] {
  const { area, slide, look } = scope
  const [visual] = chartsIn(scope)
  if (!visual) return []
  const drawn = placeColumn([chartPiece(scope, visual)], area, { scale: 1 })
  const lines = [slide.lead, ...slide.groups.map(({ blocks }) => blocks)]
    .flat()
    .flatMap((block) => (block.kind === 'list' ? block.items.map((item) => item.blocks) : []))
  const isList = lines.length > 0
  const row = isList ? 96 : 144
  const count = isList ? lines.length : slide.groups.length
  const left = area.x + area.width - 1016
  const top = area.y + captionHeight + visual.box.height - count * row
  const place = (index: number): Frame => ({ x: left, y: top + index * row, width: 1016, height: row })
  const words = (index: number): readonly Item[] => {
    const [frame, group] = [place(index), slide.groups[index]]
    const style = styleOf(scope, isList ? 40 : 32, { heading: 64, strong: look.ink, line: 1.25, plain: true })
    const text = textOf(isList ? (lines[index] ?? []) : (group?.blocks ?? []), style)
    const aside = isList ? 0 : 264
    const named: readonly Item[] =
      isList || !group
        ? []
        : [
            {
              kind: 'text',
              name: 'Heading',
              frame: { ...frame, width: 256 },
              paragraphs: [groupHead(group.heading.runs, figuredStyle(group.heading.runs, style, scope))],
              anchor: 'middle',
            },
          ]
    const beside = { ...frame, x: frame.x + aside, width: frame.width - aside }
    return [
      ruleAt(frame, index === 0, scope),
      ...named,
      { kind: 'text', name: 'Text', frame: beside, paragraphs: text, anchor: 'middle' },
    ]
  }
  return [...drawn, ...Array.from({ length: count }, (_, index) => words(index)).flat()]
}

/** Groups under a chart, each headed by a figure, under one rule. */
export function chartOverFigures(scope: SlideScope): readonly Item[] {
  const { area, look, slide } = scope
  const row = chartRow(scope, chartsIn(scope), [area])
  const frame = below(area, row.height + 24)
  const style = styleOf(scope, 28, { heading: 56, strong: look.ink, line: 1.3, plain: true })
  const parts = slide.groups.map(({ heading, blocks }) => {
    const words = textOf(blocks, style).map((each, index) => (index === 0 ? { ...each, before: 0 } : each))
    return [textPiece([{ ...groupHead(heading.runs, figuredStyle(heading.runs, style, scope)), line: 1.1 }, ...words])]
  })
  return [
    ...row.items,
    ruleAt(frame, true, scope),
    ...placeColumns(parts, beside(below(frame, 24), Math.max(1, parts.length), 64)),
  ]
}

/** Rows beside a chart, each with a picture or headed by a figure; they end with the chart. */
export function chartWithRows(scope: SlideScope): readonly Item[] {
  const { area, slide, look } = scope
  const [visual] = chartsIn(scope)
  if (!visual) return []
  const x = area.x + visual.box.width + 64
  const width = area.x + area.width - x
  const shared = visual.box.height / Math.max(1, slide.groups.length)
  let y = area.y + captionHeight
  const rows = slide.groups.flatMap((group, index): readonly Item[] => {
    const style = styleOf(scope, 28, {
      heading: scope.has('figures') ? 48 : 36,
      strong: look.ink,
      color: look.soft,
      line: 1.3,
    })
    const paragraphs = [
      groupHead(group.heading.runs, figuredStyle(group.heading.runs, style, scope)),
      ...textOf(group.blocks, style),
    ]
    const natural = Math.max(
      scope.has('pictures') && !scope.has('small') ? 184 : 104,
      heightOf(paragraphs, width - 152) + 60,
    )
    const frame = { x, y, width, height: slide.groups.length < 3 ? Math.min(shared, natural) : shared } // one or two do not share the height
    y += frame.height
    const { picture, aside } = rowPicture(scope, group.blocks, { frame, paragraphs })
    const words = { ...frame, x: x + aside, width: frame.width - aside }
    return [
      ruleAt(frame, index === 0, scope),
      ...picture,
      { kind: 'text', name: 'Text', frame: words, paragraphs, anchor: 'middle' },
    ]
  })
  return [...placeColumn([chartPiece(scope, visual)], area, { scale: 1 }), ...rows]
}

/** The picture of a row, and how far its words stand from its edge: a small one is level with the heading, a large one with all words. */
function rowPicture(
  scope: SlideScope,
  blocks: Group['blocks'],
  { frame, paragraphs }: { readonly frame: Frame; readonly paragraphs: readonly Paragraph[] },
): { readonly picture: readonly Item[]; readonly aside: number } {
  const isSmall = scope.has('small')
  const [indent, width, aside] = isSmall ? [0, 44, 68] : [8, 120, 152]
  const lower = isSmall ? heightOf(paragraphs.slice(1), frame.width - aside) : 0
  const place = { ...frame, x: frame.x + indent, width, height: frame.height - lower }
  const picture = pictureWithin(scope, blocks, place)
  return { picture, aside: picture.length > 0 ? aside : 0 }
}
