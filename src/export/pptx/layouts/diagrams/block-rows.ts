import { mix, textColorOn } from '../../../../format/colors/color.ts'
import type { Group, Inline, ListItem } from '../../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../../items.ts'
import { displayRuns } from '../../pieces/display-runs.ts'
import { fitted } from '../../text/measure.ts'
import { heading, paragraph, type TextStyle, textOf } from '../../text/paragraphs.ts'
import { below, beside, type SlideScope } from '../scope.ts'
import { styleOf } from '../visual-layouts.ts'

/** How the blocks of a group are filled, and the colour of their words. */
interface Shade {
  readonly fill: string
  readonly color: string
}

/** The first row in full colour, the others lighter row by row. */
function shadeOf({ look }: SlideScope, index: number): Shade {
  const full = look.chart.palette[1] ?? look.brand
  if (index === 0) return { fill: full, color: textColorOn(full, look.deep, '#ffffff') }
  return { fill: mix(look.ground, full, index === 1 ? 0.3 : 0.12), color: look.ink }
}

const side = 376
const abreast = 4
const tileGap = 12
const rowPadding = 24
const quietRow = 84

const namesOf = ({ blocks: all }: Group): readonly ListItem[] =>
  all.flatMap((block) => (block.kind === 'list' ? block.items : []))

/** A row for each group, its heading beside its names, four blocks abreast; one without names is a quiet line. */
export function rowsOfBlocks(scope: SlideScope): readonly Item[] {
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
  const { runs } = heading(group.heading.runs, styleOf(scope, 32))
  const [leading] = group.heading.runs
  const isLed = leading?.strong === true || leading?.kind === 'figure'
  const [figure, words] = isLed ? [runs[0], runs.slice(1)] : [undefined, runs]
  const head = { ...row, y: row.y + rowPadding, height: row.height - 2 * rowPadding, width: side - 16 }
  const lead: readonly Paragraph[] = figure
    ? [{ runs: displayRuns(figure, leading, { size: 88, look: scope.look }), size: 88, line: 1 }]
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
