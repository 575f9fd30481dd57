import { lengthOfDigits } from '../../../format/slides/digits.ts'
import type { Group } from '../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import { onDark } from '../look.ts'
import { chartPiece } from '../pieces/chart-piece.ts'
import type { Piece } from '../pieces/piece.ts'
import { blockPieces, groupPieces, placeColumn, placeColumns, scaleFor, spaced, textPiece } from '../pieces/pieces.ts'
import { stretched } from '../pieces/stretched.ts'
import { type TileStyle, tilesPiece } from '../pieces/tile-piece.ts'
import { fitted, heightOf } from '../text/measure.ts'
import { heading, textOf, textRuns } from '../text/paragraphs.ts'
import { pictureWithin } from './drawn/picture-items.ts'
import { tabItem, titleItem } from './frame.ts'
import {
  below,
  beside,
  chartsIn,
  figuredStyle,
  insideOf,
  margin,
  type SlideScope,
  slideHeight,
  slideWidth,
  tilesIn,
  titleFigures,
} from './scope.ts'
import { styleOf, tablePieces } from './visual-layouts.ts'

const panelWidth = 656

/** Where what stands beside the panel begins. */
export const leadLeft = 712

/** Title and subtitle at the head of the panel, and where they end. */
function headItems(scope: SlideScope, frame: Frame): { readonly items: readonly Item[]; readonly end: number } {
  const { slide, look, boxes } = scope
  const size = boxes.headline?.size ?? 44
  const runs = (text: typeof slide.title): Paragraph['runs'] =>
    textRuns(text?.runs ?? [], look, { strong: look.onDeep, figure: titleFigures(scope) })
  const title: Paragraph = {
    runs: runs(slide.title).map((run) => ({ ...run, bold: true })),
    size,
    line: 1.16,
    color: look.ink,
  }
  const subtitle: readonly Paragraph[] = slide.subtitle
    ? [{ runs: textRuns(slide.subtitle.runs, look, { strong: look.onDeep }), size: 26, line: 1.35, color: look.muted }]
    : []
  const height = heightOf([title], frame.width)
  const under = frame.y + height + 10
  const below = heightOf(subtitle, frame.width)
  return {
    items: [
      titleItem([title], { ...frame, height }),
      ...(subtitle.length > 0
        ? [
            {
              kind: 'text',
              name: 'Subtitle',
              frame: { ...frame, y: under, height: below },
              paragraphs: subtitle,
            } as const,
          ]
        : []),
    ],
    end: under + below,
  }
}

/** The heading of a row; with the class "figures" the figure that it begins with is large. */
function rowHeading({ heading: { runs } }: Group, scope: SlideScope): Paragraph {
  const style = styleOf(scope, 30, { heading: 36 })
  const title = heading(runs, figuredStyle(runs, style, scope))
  if (!scope.has('figures') || runs[0]?.kind !== 'figure') return title
  return { ...title, line: 1.15, runs: title.runs.map((run, index) => (index === 0 ? { ...run, size: 64 } : run)) }
}

/** Names and words under them, each with its picture, in two columns. */
function namedPictures(scope: SlideScope, frame: Frame): readonly Item[] {
  const { slide, look } = scope
  const rows = Math.ceil(slide.groups.length / 2)
  const height = frame.height / Math.max(1, rows)
  const style = styleOf(scope, 30, { heading: 30, strong: look.ink })
  return slide.groups.flatMap((group, index): readonly Item[] => {
    const row = Math.floor(index / 2)
    const own = beside({ ...frame, y: frame.y + row * height, height }, 2, 48)[index % 2] ?? frame
    const [fill, thick] = row === 0 ? [look.brand, 4] : [look.rule, 1]
    const words = { ...own, x: own.x + 128, width: own.width - 128 }
    const said = textOf(group.blocks, styleOf(scope, 28))
    const paragraphs = [heading(group.heading.runs, style), ...said]
    return [
      { kind: 'shape', geometry: 'rect', frame: { ...own, height: thick }, fill },
      ...pictureWithin(scope, group.blocks, { ...own, width: 96 }),
      fitted({ kind: 'text', name: 'Heading', frame: words, paragraphs, anchor: 'middle' }),
    ]
  })
}

/** Groups under a chart side by side, or by themselves as rows that share the height, each beside its heading. */
function besideItems(scope: SlideScope, frame: Frame): readonly Item[] {
  const { groups } = scope.slide
  if (groups.length === 0) return []
  if (scope.has('pictures')) return namedPictures(scope, frame)
  if (scope.has('under')) {
    const words = groups.map((group) => groupPieces(scope, group, styleOf(scope, 28)))
    return placeColumns(words, beside(frame, words.length, 48))
  }
  const height = frame.height / groups.length
  const side = scope.has('figures') ? 336 : 392
  const rows = groups.map((group, index) => {
    const room = insideOf({ ...frame, y: frame.y + index * height, height }, 0, 14)
    const words = { ...room, x: room.x + side + 24, width: room.width - side - 24 }
    const pieces = blockPieces(scope, group.blocks, styleOf(scope, 30, { line: 1.3 }))
    return { room, words, pieces, title: { ...room, width: side }, paragraphs: [rowHeading(group, scope)] }
  })
  const scale = scaleFor(
    rows.map(({ pieces }) => pieces),
    rows.map(({ words }) => words),
  )
  return rows.flatMap(({ room, words, pieces, title, paragraphs }, index): readonly Item[] => {
    const [color, thick] = index === 0 ? [scope.look.brand, 4] : [scope.look.rule, 1]
    return [
      { kind: 'shape', geometry: 'rect', frame: { ...room, y: room.y - 14, height: thick }, fill: color },
      fitted({ kind: 'text', name: 'Heading', frame: title, paragraphs, anchor: 'middle' }),
      ...placeColumn(pieces, words, { scale, middle: true }),
    ]
  })
}

/** A paragraph whose bold figure is as large as one of tiles, on a line of its own; what follows stands under a rule. */
function largeFigure(scope: SlideScope): readonly Piece[] {
  const { look, slide } = scope
  const style = styleOf(scope, 34, {
    color: look.muted,
    strong: look.onDeep,
    figure: (run) => (run.isFall ? look.chart.downColor : undefined),
  })
  const [first, ...rest] = slide.lead.filter(({ kind }) => kind !== 'visual')
  const lines = textOf(first ? [first] : [], style).flatMap((line): readonly Paragraph[] => {
    const at = line.runs.findIndex(({ bold }) => bold)
    if (at < 0) return [line]
    const to = line.runs[at + 1]?.raised ? at + 2 : at + 1
    const figure = line.runs.slice(at, to).map((run) => (run.raised ? run : { color: look.onDeep, ...run, size: 152 }))
    const parts = [line.runs.slice(0, at), figure, line.runs.slice(to)]
    return parts
      .filter((runs) => runs.length > 0)
      .map((runs, part) => ({
        ...line,
        line: part === 1 ? 1.05 : 1.35,
        before: 0,
        runs: runs.map((run, place) => (place === 0 ? { ...run, text: run.text.trimStart() } : run)),
      }))
  })
  const more = blockPieces(scope, rest, styleOf(scope, 28, { color: look.onDeep, strong: look.onDeep }))
  const under =
    more.length === 0
      ? []
      : [{ ...rulePiece(look.rule), gap: 28 }, ...more.map((piece, at) => (at === 0 ? { ...piece, gap: 24 } : piece))]
  return [textPiece(lines), ...under]
}

/** Words as display type; what is bold in them has the accent. */
function sentencePieces(scope: SlideScope): readonly Piece[] {
  const { look, slide } = scope
  const style = styleOf(scope, 68, { color: look.onDeep, strong: look.onDeep, line: 1.15 })
  const accented = textOf(slide.lead, style).map((each) => ({
    ...each,
    bold: true,
    runs: each.runs.map((run) => (run.bold ? { ...run, color: look.onDeepAccent } : run)),
  }))
  return accented.length === 0 ? [] : [textPiece(accented)]
}

const rulePiece = (fill: string): Piece => ({
  gap: 0,
  height: () => 1,
  place: (frame) => [{ kind: 'shape', geometry: 'rect', frame: { ...frame, height: 1 }, fill }],
})

/** A deep panel with title and one figure, a chart or a table of the full height beside it. */
export function lead(scope: SlideScope): readonly Item[] {
  const { slide, area } = scope
  const inPanel: SlideScope = { ...scope, look: onDark(scope.look) }
  const { look } = inPanel
  const panel: Frame = { x: margin, y: 62, width: 512, height: slideHeight - 62 - 64 }
  const head = headItems(inPanel, panel)
  const tiles = tilesIn(scope)
  const style: TileStyle = {
    look,
    size: scope.has('quiet') ? 100 : { short: 152, long: 108, longest: 80 }[lengthOfDigits(tiles)],
    unit: 0.185,
    percent: 0.5,
    period: 'beside',
    label: 30,
    change: 34,
    note: 34,
    columns: 1,
    gap: 24,
    padding: [0, 0, 0, 0],
    digits: look.onDeep,
    changeColor: look.onDeep,
    down: look.chart.downColor,
  }
  const words = blockPieces(
    inPanel,
    slide.lead.filter(({ kind }) => kind !== 'visual'),
    styleOf(inPanel, 28, { color: look.onDeep, strong: look.onDeep }),
  )
  const said =
    scope.has('large') && words.length > 0
      ? largeFigure(inPanel)
      : scope.has('sentence')
        ? sentencePieces(inPanel)
        : words.length === 0
          ? words
          : [rulePiece(look.rule), ...words.map((piece, at) => (at === 0 ? { ...piece, gap: 24 } : piece))]
  const figure = spaced([tiles.length > 0 ? [tilesPiece(tiles, style, 0)] : [], said], 28)
  const room = { ...panel, y: head.end + 24, height: panel.y + panel.height - head.end - 24 }
  const scale = scaleFor([figure], [room])
  const height = figure.reduce(
    (sum, piece, index) => sum + (index === 0 ? 0 : piece.gap) + piece.height(room.width, scale),
    0,
  )
  const placed = { ...room, y: Math.max(room.y, room.y + room.height - height) }
  const right = { x: leadLeft, y: 64, width: slideWidth - margin - leadLeft, height: area.y + area.height - 64 }
  const visuals = [...chartsIn(scope).map((visual) => chartPiece(scope, visual)), ...tablePieces(scope)]
  const under =
    visuals.length === 0 ? 0 : visuals.reduce((sum, each) => sum + each.gap + each.height(right.width, 1), 24)
  const shown = placeColumn(visuals, right, { scale: scaleFor([visuals], [right]) })
  return [
    {
      kind: 'shape',
      geometry: 'rect',
      frame: { x: 0, y: 0, width: panelWidth, height: slideHeight },
      ...(scope.has('dark') ? { fill: look.glow } : { isDeep: true as const }),
    },
    tabItem(look.onDeepAccent),
    ...head.items,
    ...placeColumn(figure, placed, { scale }),
    ...(scope.has('under') ? shown : stretched(shown, right)),
    ...besideItems(scope, below(right, Math.min(under, right.height * 0.8))),
  ]
}
