import { mix } from '../../../../format/colors/color.ts'
import type { Group, Inline, ListItem } from '../../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../../items.ts'
import { displayRuns } from '../../pieces/display-runs.ts'
import { fitted } from '../../text/measure.ts'
import { heading, paragraph, type TextStyle, textOf } from '../../text/paragraphs.ts'
import { below, beside, type SlideScope } from '../scope.ts'
import { styleOf } from '../visual-layouts.ts'

/** The edge beside the names of a row: in full colour in the first, lighter in the next ones. */
function edgeOf({ look, has }: SlideScope, index: number): string {
  const full = has('dark') ? look.figure : (look.chart.palette[1] ?? look.brand)
  return index === 0 ? full : mix(look.ground, full, index === 1 ? 0.62 : 0.3)
}

/** Sizes of a row, in pixels; where there are many rows, or rows of many names, all is closer. */
interface RowSizes {
  readonly figure: number
  readonly label: number
  readonly name: number
  readonly nameFigure: number
  readonly gap: number
  readonly padding: number
}
const roomy: RowSizes = { figure: 128, label: 36, name: 34, nameFigure: 76, gap: 20, padding: 24 }
const close: RowSizes = { figure: 64, label: 28, name: 28, nameFigure: 44, gap: 12, padding: 14 }

const side = 376
const abreast = 4
const quietRow = 84

const namesOf = ({ blocks: all }: Group): readonly ListItem[] =>
  all.flatMap((block) => (block.kind === 'list' ? block.items : []))

/** A row for each group, its heading beside its names, four blocks abreast; one without names is a quiet line. */
export function rowsOfBlocks(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const counts = slide.groups.map((group) => namesOf(group).length)
  const sizes = counts.some((count) => count > 8) || (counts[3] ?? 0) > 0 ? close : roomy
  const { gap, padding } = sizes
  const lines = counts.map((count) => Math.ceil(count / abreast))
  const quiet = lines.filter((count) => count === 0).length * quietRow
  const gaps = lines.reduce((sum, count) => sum + (count > 0 ? 2 * padding + (count - 1) * gap : 0), 0)
  const tile = (area.height + padding - quiet - gaps) / Math.max(1, sumOf(lines))
  let y = area.y
  return slide.groups.flatMap((group, index): readonly Item[] => {
    const count = lines[index] ?? 0
    const height = count === 0 ? quietRow : count * tile + (count - 1) * gap + 2 * padding
    const row = { ...area, y, height }
    y += height
    const rule = { ...row, height: index === 0 ? 4 : 1 }
    return [
      { kind: 'shape', geometry: 'rect', frame: rule, fill: index === 0 ? look.brand : look.rule },
      ...(count === 0
        ? quietItems(scope, group, row)
        : namedRow(scope, group, { row, tile, edge: edgeOf(scope, index), sizes })),
    ]
  })
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** What stands elsewhere. */
function quietItems(scope: SlideScope, group: Group, row: Frame): readonly Item[] {
  const style = styleOf(scope, 32, { color: scope.look.muted, strong: scope.look.muted })
  const frame = below(row, roomy.padding)
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
function namedFigure({ blocks: all }: ListItem, style: TextStyle, size: number): readonly Paragraph[] {
  const [block] = all
  if (block?.kind !== 'paragraph') return textOf(all, style)
  const isFigure = (run: Inline): boolean => 'emphasis' in run && run.emphasis === true
  const figure = block.runs.filter(isFigure)
  const name = paragraph(
    block.runs.filter((run) => !isFigure(run)),
    style,
  )
  return figure.length === 0 ? [name] : [name, paragraph(figure, { ...style, size, bold: true, line: 1.15 })]
}

/** The heading of a row, led by its figure, and its blocks. */
function namedRow(
  scope: SlideScope,
  group: Group,
  {
    row,
    tile,
    edge,
    sizes,
  }: { readonly row: Frame; readonly tile: number; readonly edge: string; readonly sizes: RowSizes },
): readonly Item[] {
  const { look } = scope
  const style = styleOf(scope, sizes.name, {
    line: 1.2,
    color: look.ink,
    strong: look.brand,
    figure: (run) => (run.isFall ? look.chart.downColor : undefined),
  })
  const { runs } = heading(group.heading.runs, styleOf(scope, 32))
  const [leading] = group.heading.runs
  const isLed = leading?.strong === true || leading?.kind === 'figure'
  const [figure, words] = isLed ? [runs[0], runs.slice(1)] : [undefined, runs]
  const head = { ...row, y: row.y + sizes.padding, height: row.height - 2 * sizes.padding, width: side - 32 }
  const lead: readonly Paragraph[] = figure
    ? [{ runs: displayRuns(figure, leading, { size: sizes.figure, look }), size: sizes.figure, line: 1 }]
    : []
  const [first, ...more] = words
  const named = first ? [{ ...first, text: first.text.trimStart() }, ...more] : []
  const name: Paragraph = {
    runs: named.map((run) => ({ ...run, bold: true })),
    size: sizes.label,
    color: look.ink,
    line: 1.25,
  }
  const tiles = { ...head, x: row.x + side, width: row.width - side }
  return [
    fitted({ kind: 'text', name: 'Heading', frame: head, paragraphs: [...lead, name], anchor: 'middle' }),
    ...namesOf(group).flatMap((item, index): readonly Item[] => {
      const line = { ...tiles, y: tiles.y + Math.floor(index / abreast) * (tile + sizes.gap), height: tile }
      const frame = beside(line, abreast, 20)[index % abreast] ?? line
      const words = { ...frame, x: frame.x + 22, width: frame.width - 22 }
      const paragraphs = namedFigure(item, style, sizes.nameFigure)
      return [
        { kind: 'shape', geometry: 'rect', frame: { ...frame, width: 6 }, fill: edge },
        fitted({ kind: 'text', name: 'Block', frame: words, paragraphs, anchor: 'middle' }),
      ]
    }),
  ]
}
