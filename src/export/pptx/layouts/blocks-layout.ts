import { mix, textColorOn } from '../../../format/colors/color.ts'
import { type Group, hasText, type Inline, type ListItem } from '../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import { type CardStyle, cardParagraphs } from '../pieces/card-items.ts'
import { fitted } from '../text/measure.ts'
import { heading, paragraph, type TextStyle, textOf } from '../text/paragraphs.ts'
import { grid } from './card-layouts.ts'
import { below, beside, type SlideScope } from './scope.ts'
import { styleOf } from './visual-layouts.ts'

const headHeight = 96
const gap = 6
const highest = 82

interface Shade {
  readonly fill: string
  readonly color: string
}

/** The first column in full colour, or the last where they climb; the others are quiet, the second row less so. */
function shadeOf({ look, slide, has }: SlideScope, index: number): Shade {
  const full = look.chart.palette[1] ?? look.brand
  const last = slide.groups.length - 1
  if (index === (has('climb') ? last : 0)) return { fill: full, color: textColorOn(full, look.deep, '#ffffff') }
  const isSecond = has('rows') ? index === 1 : has('climb') && index === last - 1
  const share = isSecond ? (has('rows') ? 0.3 : 0.26) : 0.12
  return { fill: mix(look.ground, full, share), color: look.ink }
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
  const card: CardStyle = { heading: 34, text: 26, padding: [0, 0, 0, 0], picture: 0, border: false }
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
        paragraphs: cardParagraphs(group, scope, card).slice(0, 1),
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

const side = 376
const abreast = 4
const tileGap = 12
const rowPadding = 24
const quietRow = 84

const namesOf = ({ blocks: all }: Group): readonly ListItem[] =>
  all.flatMap((block) => (block.kind === 'list' ? block.items : []))

/** A row for each group, its heading beside its names, four blocks abreast; one without names is a quiet line. */
function rowsOfBlocks(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const lines = slide.groups.map((group) => Math.ceil(namesOf(group).length / abreast))
  const quiet = lines.filter((count) => count === 0).length * quietRow
  const gaps = lines.reduce((sum, count) => sum + (count > 0 ? 2 * rowPadding + (count - 1) * tileGap : 0), 0)
  const tile = (area.height + rowPadding - quiet - gaps) / Math.max(1, sumOf(lines))
  let y = area.y
  return slide.groups.flatMap((group, index): readonly Item[] => {
    const count = lines[index] ?? 0
    const height = count === 0 ? quietRow : count * tile + (count - 1) * tileGap + 2 * rowPadding
    const row = { ...area, y, height }
    y += height
    const rule = { ...row, height: index === 0 ? 4 : 1 }
    return [
      { kind: 'shape', geometry: 'rect', frame: rule, fill: index === 0 ? look.brand : look.rule },
      ...(count === 0
        ? quietItems(scope, group, row)
        : namedRow(scope, group, { row, tile, shade: shadeOf(scope, index) })),
    ]
  })
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** What stands elsewhere. */
function quietItems(scope: SlideScope, group: Group, row: Frame): readonly Item[] {
  const style = styleOf(scope, 32, { color: scope.look.muted, strong: scope.look.muted })
  const frame = below(row, rowPadding)
  const words = { ...frame, x: frame.x + side, width: frame.width - side }
  return [
    {
      kind: 'text',
      name: 'Heading',
      frame: { ...frame, width: side - 16 },
      paragraphs: [heading(group.heading.runs, style)],
    },
    fitted({ kind: 'text', name: 'Text', frame: words, paragraphs: textOf(group.blocks, style) }),
  ]
}

/** A name, and under it what is in italics, large. */
function namedFigure({ blocks: all }: ListItem, style: TextStyle): readonly Paragraph[] {
  const [block] = all
  if (block?.kind !== 'paragraph') return textOf(all, style)
  const isFigure = (run: Inline): boolean => 'emphasis' in run && run.emphasis === true
  const figure = block.runs.filter(isFigure)
  const name = paragraph(
    block.runs.filter((run) => !isFigure(run)),
    style,
  )
  return figure.length === 0 ? [name] : [name, paragraph(figure, { ...style, size: 48, bold: true, line: 1.15 })]
}

/** The heading of a row, led by its figure, and its blocks. */
function namedRow(
  scope: SlideScope,
  group: Group,
  { row, tile, shade }: { readonly row: Frame; readonly tile: number; readonly shade: Shade },
): readonly Item[] {
  const style = styleOf(scope, 28, { line: 1.2, color: shade.color, strong: shade.color })
  const [figure, ...words] = heading(group.heading.runs, styleOf(scope, 32)).runs
  const head = { ...row, y: row.y + rowPadding, height: row.height - 2 * rowPadding, width: side - 16 }
  const lead: readonly Paragraph[] = figure
    ? [{ runs: [{ ...figure, text: figure.text.trim(), bold: true, color: scope.look.brand }], size: 88, line: 1 }]
    : []
  const [first, ...more] = words
  const named = first ? [{ ...first, text: first.text.trimStart() }, ...more] : []
  const name: Paragraph = {
    runs: named.map((run) => ({ ...run, bold: true })),
    size: 32,
    color: scope.look.ink,
    line: 1.25,
  }
  const tiles = { ...head, x: row.x + side, width: row.width - side }
  return [
    fitted({ kind: 'text', name: 'Heading', frame: head, paragraphs: [...lead, name], anchor: 'middle' }),
    ...namesOf(group).map((item, index): Item => {
      const line = { ...tiles, y: tiles.y + Math.floor(index / abreast) * (tile + tileGap), height: tile }
      const frame = beside(line, abreast, tileGap)[index % abreast] ?? line
      const paragraphs = namedFigure(item, style)
      return fitted({
        kind: 'text',
        name: 'Block',
        frame,
        paragraphs,
        fill: shade.fill,
        inset: [4, 20, 4, 20],
        anchor: 'middle',
      })
    }),
  ]
}
