import { type Group, hasText } from '../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import { blockPieces, placeColumn, scaleFor } from '../pieces/pieces.ts'
import { fittingScale, heightOf, scaled } from '../text/measure.ts'
import { paragraph, textOf } from '../text/paragraphs.ts'
import { below, type SlideScope } from './scope.ts'
import { styleOf } from './visual-layouts.ts'

const overhang = 32 // px of the leading row's band beyond the margins: its words stay on the axis of the others

/** Numbered statements over the full width: a list, or groups of a heading and what it rests on. */
export function highlights(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const [list] = slide.lead.filter(({ kind }) => kind === 'list')
  const lead = hasText(slide.lead) && slide.groups.length > 0 ? blockPieces(scope, slide.lead, styleOf(scope, 28)) : []
  const scale = scaleFor([lead], [area])
  const from = lead.length === 0 ? 0 : lead.reduce((all, piece) => all + piece.height(area.width, scale), 0) + 28
  const frame = below(area, from)
  const top = placeColumn(lead, area, { scale })
  if (slide.groups.length === 0 && list?.kind === 'list') {
    const size = list.items.length > 5 ? 32 : 38
    const rows = list.items.map((item) => ({
      words: textOf(item.blocks, styleOf(scope, size, { line: 1.25 })),
      rest: [] as readonly Paragraph[],
      leads: false,
    }))
    return numbered(scope, rows, frame, size * 1.15)
  }
  const isLead = ({ heading: head }: Group): boolean => head.runs.every((run) => run.strong)
  const others = slide.groups.some(isLead) ? look.ink : look.brand // where one leads, the figures of the others step back
  const rows = slide.groups.map((group) => {
    const { heading: head, blocks } = group
    const leads = isLead(group)
    const strong = leads ? look.onBrand : look.brand
    const style = styleOf(scope, 26, {
      line: 1.3,
      color: leads ? look.onBrand : look.soft,
      strong,
      figure: leads ? strong : (run) => (run.isFall ? look.chart.downColor : strong),
    })
    const words = [
      statementOf(head.runs, scope, leads ? { color: look.onBrand, figure: look.onBrand } : { figure: others }),
    ]
    const rest = largeFigures(textOf(blocks, style), scope).map((each) => ({
      ...each,
      runs: each.runs.map((run) => (run.color === look.brand ? { ...run, color: others } : run)),
    }))
    return { words, rest, leads }
  })
  return [...top, ...numbered(scope, rows, frame, 56)]
}

/** A statement whose figures are larger than its words, and losses in the colour of falls. */
function statementOf(
  runs: Group['heading']['runs'],
  scope: SlideScope,
  { color, figure }: { readonly color?: string; readonly figure: string },
): Paragraph {
  const falls = scope.look.chart.downColor
  const style = styleOf(scope, 36, {
    line: 1.2,
    ...(color !== undefined && { color }),
    figure: (run) => (run.isFall && color === undefined ? falls : figure),
  })
  const said = paragraph(runs, style)
  const isFigure = (own: string | undefined): boolean => own === figure || own === falls
  return { ...said, bold: true, runs: said.runs.map((run) => (isFigure(run.color) ? { ...run, size: 46 } : run)) }
}

/** Figures are larger than the words about them; with the class "figures" the first stands by itself. */
function largeFigures(paragraphs: readonly Paragraph[], scope: SlideScope): readonly Paragraph[] {
  return paragraphs.map((each) => {
    const own =
      each.color === scope.look.onBrand ? [scope.look.onBrand] : [scope.look.brand, scope.look.chart.downColor]
    const isFigure = (color: string | undefined): boolean => color !== undefined && own.includes(color)
    return {
      ...each,
      runs: each.runs.flatMap((run, index) => {
        const follows = scope.has('figures') && index === 1 && isFigure(each.runs[0]?.color)
        if (!isFigure(run.color)) return [follows ? { ...run, text: run.text.trimStart() } : run]
        const isLarge = scope.has('figures') && index === 0
        const size = isLarge
          ? each.color === scope.look.onBrand
            ? 64
            : 52
          : each.size * (scope.has('figures') ? 1 : 1.3)
        const large = { ...run, bold: true, size }
        return isLarge && each.runs.length > 1 ? [large, { text: '\n', size: each.size }] : [large]
      }),
    }
  })
}

interface NumberedRow {
  readonly words: readonly Paragraph[]
  readonly rest: readonly Paragraph[]
  readonly leads: boolean
}

/** Rows over the full width, each with its number. */
function numbered(
  { look }: SlideScope,
  rows: readonly NumberedRow[],
  frame: Frame,
  numberSize: number,
): readonly Item[] {
  const hasRest = rows.some(({ rest }) => rest.length > 0)
  const wordsWidth = frame.width - 128 - (hasRest ? 672 : 0)
  const natural = (scale: number): readonly number[] =>
    rows.map(
      ({ words, rest }) =>
        Math.max(heightOf(scaled(words, scale), wordsWidth), heightOf(scaled(rest, scale), 640)) + 24,
    )
  const scale = fittingScale((one) => natural(one).reduce((all, each) => all + each, 0) <= frame.height)
  const heights = natural(scale)
  const free = hasRest
    ? Math.max(0, frame.height - heights.reduce((all, each) => all + each, 0)) / Math.max(1, rows.length)
    : 0
  let y = frame.y
  const line = (at: number): Item => ({
    kind: 'shape',
    geometry: 'rect',
    frame: { ...frame, y: at, height: 1 },
    fill: look.rule,
  })
  return rows.flatMap(({ words, rest, leads }, index): readonly Item[] => {
    const height = (heights[index] ?? 0) + free
    const at = y
    y += height
    const text = (name: string, x: number, width: number, paragraphs: readonly Paragraph[]): readonly Item[] =>
      paragraphs.length === 0
        ? []
        : [
            {
              kind: 'text',
              name,
              frame: { x, y: at, width, height },
              paragraphs: scaled(paragraphs, scale),
              anchor: 'middle',
            },
          ]
    const color = leads ? look.onBrand : look.brand
    const ground: readonly Item[] = leads
      ? [
          {
            kind: 'shape',
            geometry: 'rect',
            frame: { x: frame.x - overhang, y: at, width: frame.width + 2 * overhang, height },
            fill: look.brand,
          },
        ]
      : []
    return [
      ...(index === 0 && !leads ? [line(at)] : []),
      ...ground,
      ...text('Number', frame.x, 96, [
        { runs: [{ text: String(index + 1), bold: true, color }], size: numberSize, line: 1.2 },
      ]),
      ...text('Statement', frame.x + 128, wordsWidth, words),
      ...text('Evidence', frame.x + frame.width - 640, 640, rest),
      ...(leads ? [] : [line(at + height)]),
    ]
  })
}
