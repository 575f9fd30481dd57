import { type Group, hasText } from '../../../../model/content.ts'
import type { Frame, Insets, Item, Paragraph, ShapeItem } from '../../items.ts'
import { blockPieces, placeColumn, pointPieces, runOn, scaleFor } from '../../pieces/pieces.ts'
import { fitted, fittingScale, heightOf, scaled } from '../../text/measure.ts'
import { heading, type TextStyle, textOf } from '../../text/paragraphs.ts'
import { beside, type SlideScope } from '../scope.ts'
import { styleOf } from '../visual-layouts.ts'

/** A figure that leads the name of a box. */
const leadingFigure = 88

export interface NodeStyle {
  readonly heading: number
  readonly text: number
  readonly inset: Insets
  readonly fill?: string
  readonly color: string // of text
  readonly strong: string // of the heading
  readonly border?: { readonly color: string; readonly width: number; readonly dash?: 'dash' }
  readonly align?: 'left' | 'center' | 'right'
  readonly anchor?: 'top' | 'middle'
  readonly plain?: boolean
  /** Figures at the end of a line stand out. */
  readonly figures?: true
  /** The colour of falls, where the ground lets them have one. */
  readonly falls?: string
}

export function nodeParagraphs(
  { heading: head, blocks }: Group,
  scope: SlideScope,
  style: NodeStyle,
): readonly Paragraph[] {
  const { text, color, strong, align = 'left', plain = false } = style
  const words: TextStyle = styleOf(scope, text, {
    heading: style.heading,
    color,
    strong,
    align,
    plain,
    line: 1.35,
    second: Math.min(24, text),
    ...(style.figures && { figure: strong }),
    ...(style.falls !== undefined && { figure: (run) => (run.isFall ? style.falls : undefined) }),
  })
  const named = heading(head.runs, words)
  const [first] = head.runs
  const isFall = style.figures && first?.kind === 'figure' && first.isFall
  const large = { size: leadingFigure, ...(isFall && { color: scope.look.chart.downColor }) }
  const runs = named.runs.map((run, at) => (at === 0 && first?.strong ? { ...run, ...large } : run))
  const title = { ...named, runs, line: 1.2 }
  const lines = textOf(blocks, words).map((each, index) => (index === 0 ? { ...each, before: 16 } : each))
  return [title, ...(style.figures ? lines.map((line) => figureOut(line, style)) : lines)]
}

/** A line whose last figure stands out. */
function figureOut(line: Paragraph, { strong }: NodeStyle): Paragraph {
  const last = line.runs.at(-1)
  const { runs } = line
  const quiet = runs.map(({ color, ...run }) => (color === strong || color === undefined ? run : { ...run, color }))
  if (last?.color !== strong || last.bold || runs.length < 2) return { ...line, runs: quiet }
  const words = quiet
    .slice(0, -1)
    .map((run, at, all) => (at === all.length - 1 ? { ...run, text: run.text.trimEnd() } : run))
  return { ...line, runs: [...words, { text: '  ' }, { ...last, bold: true }] }
}

/** Boxes whose texts have one size. */
export function nodes(
  scope: SlideScope,
  groups: readonly Group[],
  frames: readonly Frame[],
  style: (index: number) => NodeStyle,
): readonly Item[] {
  const all = groups.map((group, index) => nodeParagraphs(group, scope, style(index)))
  const scale = fittingScale((one) =>
    all.every((paragraphs, index) => {
      const { inset } = style(index)
      const { width = 0, height = 0 } = frames[index] ?? {}
      return heightOf(scaled(paragraphs, one), width - inset[1] - inset[3]) + inset[0] + inset[2] <= height
    }),
  )
  return groups.flatMap((_, index): readonly Item[] => {
    const frame = frames[index]
    if (!frame) return []
    const { inset, fill, border, anchor = 'top' } = style(index)
    return [
      {
        kind: 'text',
        name: 'Box',
        frame,
        paragraphs: scaled(all[index] ?? [], scale),
        inset,
        anchor,
        ...(fill !== undefined && { fill }),
        ...(border && { stroke: border }),
      },
    ]
  })
}

export const arrow = (frame: Frame, color: string, more: Partial<ShapeItem> = {}): Item => ({
  kind: 'shape',
  geometry: 'rightArrow',
  frame,
  fill: color,
  ...more,
})

export const bar = (x: number, y: number, width: number, height: number, color: string): Item => ({
  kind: 'shape',
  geometry: 'rect',
  frame: { x, y, width, height },
  fill: color,
})

/** Text below the drawing; under a flow it is a band in the same direction. */
export function leadBelow(scope: SlideScope, frame: Frame): readonly Item[] {
  const { slide, look } = scope
  const isBand =
    !['hub', 'cycle', 'layers', 'tree'].some(scope.has) &&
    slide.lead.filter(({ kind }) => kind === 'paragraph').length === 1
  if (!hasText(slide.lead)) return []
  if (isBand) {
    const band = textOf(slide.lead, styleOf(scope, 36, { color: look.onBrand, strong: look.onBrand, bold: true }))
    return [
      fitted({
        kind: 'text',
        name: 'Band',
        frame: { ...frame, y: frame.y + 24, height: Math.min(120, frame.height - 24) },
        paragraphs: band,
        geometry: 'homePlate',
        fill: look.brand,
        inset: [16, 96, 16, 32],
        anchor: 'middle',
      }),
    ]
  }
  const style = styleOf(scope, 30)
  const [list] = slide.lead.filter(({ kind }) => kind !== 'visual')
  if (list?.kind === 'list' && list.items.length > 1)
    return runOn(pointPieces(textOf([list], style)), beside(frame, 2, 64))
  const pieces = blockPieces(scope, slide.lead, style)
  return placeColumn(pieces, frame, { scale: scaleFor([pieces], [frame]) })
}
