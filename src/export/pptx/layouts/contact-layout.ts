import { mix } from '../../../format/colors/color.ts'
import { fill } from '../../../language/fill.ts'
import { type Group, hasText } from '../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import type { Piece } from '../pieces/piece.ts'
import { blockPieces, placeColumn, placeColumns, textPiece } from '../pieces/pieces.ts'
import { fitted, heightOf, widthOf } from '../text/measure.ts'
import { heading, type TextStyle, textOf, textRuns } from '../text/paragraphs.ts'
import { titleItem } from './frame.ts'
import { beside, margin, type SlideScope, slideWidth } from './scope.ts'
import { styleOf } from './visual-layouts.ts'

const text = (name: string, frame: Frame, paragraphs: readonly Paragraph[]): Item =>
  fitted({ kind: 'text', name, frame, paragraphs })

/** A QR code as one shape. */
function qrItems(scope: SlideScope, frame: Frame): readonly Item[] {
  const { qr, head, look, language } = scope
  const modules = head.address === null ? undefined : qr?.(head.address)
  if (!modules || head.address === null) return []
  const unit = 320 / modules.length
  const path = modules
    .flatMap((row, y) =>
      row.flatMap((isDark, x) =>
        isDark
          ? [
              `M${(x * unit).toFixed(1)} ${(y * unit).toFixed(1)}h${unit.toFixed(1)}v${unit.toFixed(1)}h-${unit.toFixed(1)}Z`,
            ]
          : [],
      ),
    )
    .join('')
  const code = { x: frame.x + 32, y: frame.y + 32, width: 320, height: 320 }
  const alt = fill(language.slides.qrCode, { address: head.address })
  return [
    { kind: 'shape', geometry: 'rect', frame, fill: look.ground },
    { kind: 'shape', geometry: 'rect', frame: code, path, fill: look.ink, alt },
    text('Address', { x: code.x, y: code.y + 330, width: 320, height: 52 }, [
      { runs: [{ text: head.address, link: head.address }], size: 20, color: look.muted, align: 'center' },
    ]),
  ]
}

/** What stands under a heading of the last slide, its lines close. */
const contactParagraphs = ({ heading: head, blocks }: Group, style: TextStyle): readonly Paragraph[] => [
  heading(head.runs, style),
  ...textOf(blocks, style).map((each, index) => ({ ...each, before: style.size * (index === 0 ? 0.4 : 0.2) })),
]

const contactGap = 48

const contactWidths = ({ slide }: SlideScope, style: TextStyle): readonly number[] =>
  slide.groups.map((group) => widthOf(contactParagraphs(group, style)) + 4)

/** Addresses and numbers stay in their lines, where that takes no small letters. */
function contactStyle(scope: SlideScope, width: number): TextStyle {
  const style = (size: number): TextStyle =>
    styleOf(scope, size, { color: scope.look.onDeep, strong: scope.look.onDeepMuted, line: 1.45 })
  const whole = (size: number): number =>
    contactWidths(scope, style(size)).reduce((sum, each) => sum + each + contactGap, -contactGap)
  return style([28, 27, 26, 25, 24].find((size) => whole(size) <= width) ?? 28)
}

/** Columns as wide as their words, or as each other where all these have no room. */
function columnFrames(widths: readonly number[], frame: Frame): readonly Frame[] {
  const all = widths.reduce((sum, width) => sum + width + contactGap, -contactGap)
  if (all > frame.width) return beside(frame, widths.length, contactGap)
  let x = frame.x
  return widths.map((width) => {
    const own = { ...frame, x, width }
    x += width + contactGap
    return own
  })
}

/** Heights of the parts that stand one under the other, each with the gap before it. */
function contactHeights(
  { company, lead, groups }: ContactParts,
  width: number,
): { company: number; lead: number; groups: number } {
  const own = width / Math.max(1, groups.length)
  const heightIn = (pieces: readonly Piece[], room: number): number =>
    pieces.reduce((all, piece) => all + piece.height(room, 1), pieces.length > 0 ? 20 : 0)
  return {
    company: heightOf([company], width),
    lead: heightIn(lead, width),
    groups: Math.max(0, ...groups.map((pieces) => heightIn(pieces, own))),
  }
}

interface ContactParts {
  readonly company: Paragraph
  readonly lead: readonly Piece[]
  readonly groups: readonly (readonly Piece[])[]
}

function contactTitle({ slide: { title }, look }: SlideScope): readonly Item[] {
  if (!title) return []
  const titleText: Paragraph = {
    runs: textRuns(title.runs, look, { strong: look.onDeepMuted }).map((run) => ({ ...run, bold: true })),
    ...{ size: 40, color: look.onDeepMuted, line: 1.16 },
  }
  return [titleItem([titleText], { x: margin, y: 62, width: slideWidth - 2 * margin, height: 50 })]
}

/** The last slide: name and text left, a column for each group; the QR code right. */
export function contact(scope: SlideScope): readonly Item[] {
  const { slide, look, head } = scope
  const hasCode = head.address !== null && scope.qr !== undefined
  const width = slideWidth - 2 * margin - (hasCode ? 480 : 0)
  const groupStyle = contactStyle(scope, width)
  const style = styleOf(scope, 36, { color: look.onDeepMuted, strong: look.onDeep })
  const company: Paragraph = { runs: [{ text: head.company, bold: true }], size: 88, color: look.onDeep, line: 1.1 }
  const lead = hasText(slide.lead) ? blockPieces(scope, slide.lead, style) : []
  const groups = slide.groups.map((group) => [textPiece(contactParagraphs(group, groupStyle))])
  const heights = contactHeights({ company, lead, groups }, width)
  const [from, end] = [200, 872]
  const total = heights.company + heights.lead + (groups.length > 0 ? heights.groups + 96 : 0)
  const top = from + Math.max(0, (end - from - total) / 2)
  const under = top + heights.company
  const room = { x: margin, y: under + heights.lead + 96, width, height: heights.groups + 40 }
  const frames = columnFrames(contactWidths(scope, groupStyle), room)
  const fill = mix(look.deep, look.onDeep, 0.45)
  const lines = frames.map((frame): Item => ({ kind: 'shape', geometry: 'rect', frame: { ...frame, height: 2 }, fill }))
  const columns = frames.map((frame) => ({ ...frame, y: frame.y + 20, height: frame.height - 20 }))
  return [
    ...contactTitle(scope),
    text('Company', { x: margin, y: top, width, height: heights.company }, [company]),
    ...placeColumn(lead, { x: margin, y: under + 20, width, height: heights.lead }, { scale: 1 }),
    ...lines,
    ...placeColumns(groups, columns),
    ...qrItems(scope, { x: slideWidth - margin - 384, y: 320, width: 384, height: 426 }),
  ]
}
