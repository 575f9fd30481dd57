import { mix, textColorOn } from '../../../format/colors/color.ts'
import { type Group, hasText, type Inline, type ListItem } from '../../../model/content.ts'
import type { Item, Paragraph, TextItem } from '../items.ts'
import { type CardStyle, cardParagraphs } from '../pieces/card-items.ts'
import { fitted, heightOf, widthOf } from '../text/measure.ts'
import { paragraph, type TextStyle, textOf } from '../text/paragraphs.ts'
import { grid } from './card-layouts.ts'
import { rowsOfBlocks } from './diagrams/block-rows.ts'
import { sumItems } from './diagrams/sum-layout.ts'
import { beside, type SlideScope } from './scope.ts'
import { styleOf } from './visual-layouts.ts'

const headHeight = 96
const gap = 6
const highest = 82
const ofFew = { 3: 160, 4: 128 } as const // in columns of up to three or four alone on a slide, as on the page
const lowest = 62 // under what they come to
const quietFigure = 48
const card: CardStyle = { heading: 34, text: 26, padding: [0, 0, 0, 0], picture: 0, border: false }

interface Shade {
  readonly fill: string
  readonly color: string
}

/** The first column in full colour, or the last where they climb; the others are quiet. */
function shadeOf({ look, slide, has }: SlideScope, index: number): Shade {
  const isDark = has('dark')
  const full = isDark ? look.figure : (look.chart.palette[1] ?? look.brand)
  const last = slide.groups.length - 1
  if (index === (has('climb') ? last : 0)) return { fill: full, color: textColorOn(full, look.deep, '#ffffff') }
  const isNext = has('climb') && index === last - 1
  const fill = isDark ? mix(look.ground, look.ink, isNext ? 0.32 : 0.18) : mix(look.ground, full, isNext ? 0.26 : 0.12)
  return { fill, color: look.ink }
}

/** The words of a name, and what stands at its right in italics. */
function nameItems(
  { blocks: words }: ListItem,
  box: Pick<TextItem, 'frame' | 'fill'>,
  style: TextStyle,
): readonly Item[] {
  const [block] = words
  const inset = [4, 20, 4, 20] as const
  const isRight = ({ emphasis }: Inline): boolean => emphasis === true
  if (block?.kind !== 'paragraph' || !block.runs.some(isRight))
    return [fitted({ kind: 'text', name: 'Block', ...box, paragraphs: textOf(words, style), inset, anchor: 'middle' })]
  const right = paragraph(block.runs.filter(isRight), { ...style, align: 'right' })
  const room = widthOf([right]) + 16
  const left = textOf([{ ...block, runs: block.runs.filter((run) => !isRight(run)) }, ...words.slice(1)], style)
  const { frame } = box
  // In a higher block too: beside the word a long name would be set in many short lines.
  if (heightOf(left, frame.width - 40 - room) > Math.min(frame.height, highest) - 8)
    return [fitted({ kind: 'text', name: 'Block', ...box, paragraphs: [...left, right], inset, anchor: 'middle' })]
  return [
    { kind: 'text', name: 'Block', ...box, paragraphs: left, inset: [4, 20 + room, 4, 20], anchor: 'middle' },
    { kind: 'text', name: 'Value', frame, paragraphs: [right], inset, anchor: 'middle' },
  ]
}

/** A column's heading; where one column leads, the figures over the others are smaller, in the quiet ink. */
function headOf(group: Group, scope: SlideScope, index: number): readonly Paragraph[] {
  const isQuiet = index > 0 && !scope.has('climb')
  const quiet = { size: quietFigure, color: scope.look.muted }
  return cardParagraphs(group, scope, isQuiet ? { ...card, figure: quiet } : card).slice(0, 1)
}

/** Names as blocks of one height: a column is as high as they are many. */
export function blocks(scope: SlideScope): readonly Item[] {
  const { slide, area } = scope
  if (scope.has('rows')) return rowsOfBlocks(scope)
  const isNames = slide.groups.every(({ blocks: all }) => all.every(({ kind }) => kind === 'list'))
  if (!isNames || (hasText(slide.lead) && !scope.has('climb'))) return grid(scope)
  const lists = slide.groups.map((group) => group.blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])))
  const most = Math.max(1, ...lists.map(({ length }) => length))
  const hasSum = hasText(slide.lead)
  const isAlone = !scope.has('climb') && !hasSum && slide.takeaway === null
  const few = !isAlone || most > 4 ? undefined : most === 4 ? ofFew[4] : ofFew[3]
  const height = Math.min(hasSum ? lowest : (few ?? highest), (area.height - headHeight) / most - gap)
  const columns = beside(area, Math.max(1, slide.groups.length), 64)
  const tops = lists.map((names) => area.y + area.height - names.length * (height + gap))
  const names = slide.groups.flatMap((group, index): readonly Item[] => {
    const [column, names, top] = [columns[index] ?? area, lists[index] ?? [], tops[index] ?? area.y]
    const { fill, color } = shadeOf(scope, index)
    const style = styleOf(scope, hasSum ? 30 : 28, { line: 1.12, color, strong: color })
    const head = { ...column, y: top - headHeight, height: headHeight - gap }
    return [
      {
        kind: 'text',
        name: 'Heading',
        frame: head,
        paragraphs: headOf(group, scope, index),
        anchor: 'bottom',
      },
      ...names.flatMap((item, row) => {
        const frame = { ...column, y: top + row * (height + gap) + gap, height }
        return nameItems(item, { frame, fill }, style)
      }),
    ]
  })
  const head = { ...(columns[0] ?? area), y: (tops[0] ?? area.y) - headHeight }
  return [...(hasSum ? sumItems(scope, head) : []), ...names]
}
