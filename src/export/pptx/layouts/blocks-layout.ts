import { mix, textColorOn } from '../../../format/colors/color.ts'
import { type Group, hasText } from '../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../items.ts'

import { type CardStyle, cardParagraphs } from '../pieces/card-items.ts'
import { fitted } from '../text/measure.ts'
import { textOf } from '../text/paragraphs.ts'
import { grid } from './card-layouts.ts'
import { rowsOfBlocks } from './diagrams/block-rows.ts'
import { beside, type SlideScope } from './scope.ts'
import { styleOf } from './visual-layouts.ts'

const headHeight = 96
const gap = 6
const highest = 82
const quietFigure = 48
const card: CardStyle = { heading: 34, text: 26, padding: [0, 0, 0, 0], picture: 0, border: false }

interface Shade {
  readonly fill: string
  readonly color: string
}

/** The first column in full colour, or the last where they climb; the others are quiet. */
function shadeOf({ look, slide, has }: SlideScope, index: number): Shade {
  const full = look.chart.palette[1] ?? look.brand
  const last = slide.groups.length - 1
  if (index === (has('climb') ? last : 0)) return { fill: full, color: textColorOn(full, look.deep, '#ffffff') }
  const share = has('climb') && index === last - 1 ? 0.26 : 0.12
  return { fill: mix(look.ground, full, share), color: look.ink }
}

/** A column's heading; where one column leads, the figures over the others are smaller, in the quiet ink. */
function headOf(group: Group, scope: SlideScope, index: number): readonly Paragraph[] {
  const head = cardParagraphs(group, scope, card).slice(0, 1)
  if (index === 0 || scope.has('climb') || group.heading.runs[0]?.strong !== true) return head
  const quiet = { size: quietFigure, color: scope.look.muted }
  return head.map((line) => ({ ...line, runs: line.runs.map((run, at) => (at === 0 ? { ...run, ...quiet } : run)) }))
}

/** Names as blocks of one height: a column is as high as they are many. */
export function blocks(scope: SlideScope): readonly Item[] {
  const { slide, area } = scope
  if (scope.has('rows')) return rowsOfBlocks(scope)
  const isNames = slide.groups.every(({ blocks: all }) => all.every(({ kind }) => kind === 'list'))
  if (!isNames || (hasText(slide.lead) && !scope.has('climb'))) return grid(scope)
  const lists = slide.groups.map((group) => group.blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])))
  const most = Math.max(1, ...lists.map(({ length }) => length))
  const height = Math.min(highest, (area.height - headHeight) / most - gap)
  const columns = beside(area, Math.max(1, slide.groups.length), 64)
  const names = slide.groups.flatMap((group, index): readonly Item[] => {
    const [column, names] = [columns[index] ?? area, lists[index] ?? []]
    const top = area.y + area.height - names.length * (height + gap)
    const { fill, color } = shadeOf(scope, index)
    const style = styleOf(scope, 28, { line: 1.12, color, strong: color })
    const head = { ...column, y: top - headHeight, height: headHeight - gap }
    return [
      {
        kind: 'text',
        name: 'Heading',
        frame: head,
        paragraphs: headOf(group, scope, index),
        anchor: 'bottom',
      },
      ...names.map((item, row): Item => {
        const frame = { ...column, y: top + row * (height + gap) + gap, height }
        const paragraphs = textOf(item.blocks, style)
        return fitted({ kind: 'text', name: 'Block', frame, paragraphs, fill, inset: [4, 20, 4, 20], anchor: 'middle' })
      }),
    ]
  })
  return [...cornerItems(scope, columns[0] ?? area), ...names]
}

/** What the blocks come to, in the corner that they leave free: a large figure, and what it is under it. */
function cornerItems(scope: SlideScope, { x, width }: Frame): readonly Item[] {
  const { slide, look } = scope
  if (!hasText(slide.lead)) return []
  const words = textOf(slide.lead, styleOf(scope, 40, { color: look.ink }))
  const paragraphs = words.flatMap(({ before: _, ...line }): readonly Paragraph[] => {
    const figure = line.runs.filter(({ bold }) => bold).map((run) => ({ ...run, color: look.brand, size: 240 }))
    const rest = line.runs
      .filter(({ bold }) => !bold)
      .map((run, at) => (at === 0 ? { ...run, text: run.text.trimStart() } : run))
    return [
      { ...line, line: 1, runs: figure },
      { ...line, bold: true, runs: rest },
    ].filter(({ runs }) => runs.length > 0)
  })
  return [{ kind: 'text', name: 'Sum', frame: { x, y: 272, width, height: 320 }, paragraphs }]
}
