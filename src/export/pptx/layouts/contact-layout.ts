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

const qrSize = 352

/** A QR code as one shape. */
function qrItems(scope: SlideScope, frame: Frame): readonly Item[] {
  const { qr, head, look, language } = scope
  const modules = head.address === null ? undefined : qr?.(head.address)
  if (!modules || head.address === null) return []
  const unit = qrSize / modules.length
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
  const code = { x: frame.x + 28, y: frame.y + 28, width: qrSize, height: qrSize }
  const alt = fill(language.slides.qrCode, { address: head.address })
  return [
    { kind: 'shape', geometry: 'rect', frame, fill: look.onDeep },
    { kind: 'shape', geometry: 'rect', frame: code, path, fill: look.deep, alt },
    text('Address', { x: code.x, y: code.y + qrSize + 10, width: qrSize, height: 36 }, [
      { runs: [{ text: head.address, link: head.address }], size: 24, color: look.deep, align: 'center' },
    ]),
  ]
}

/** What stands under a heading of the last slide, its lines close. */
const contactParagraphs = ({ heading: head, blocks }: Group, style: TextStyle): readonly Paragraph[] => [
  heading(head.runs, style),
  ...textOf(blocks, style).map((each, index) => ({ ...each, before: style.size * (index === 0 ? 0.3 : 0.1) })),
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
  return { ...style([34, 32, 30, 28, 26, 24].find((size) => whole(size) <= width) ?? 28), heading: 28 }
}

/** Columns as wide as their words, from margin to margin, or as each other where all these have no room. */
function columnFrames(widths: readonly number[], frame: Frame): readonly Frame[] {
  const free = frame.width - widths.reduce((sum, width) => sum + width, 0)
  const gap = free / Math.max(1, widths.length - 1)
  if (gap < contactGap) return beside(frame, widths.length, contactGap)
  let x = frame.x
  return widths.map((width) => {
    const own = { ...frame, x, width }
    x += width + gap
    return own
  })
}

function contactTitle({ slide: { title }, look }: SlideScope): readonly Item[] {
  if (!title) return []
  const titleText: Paragraph = {
    runs: textRuns(title.runs, look, { strong: look.onDeepMuted }).map((run) => ({ ...run, bold: true })),
    ...{ size: 40, color: look.onDeepMuted, line: 1.16 },
  }
  return [titleItem([titleText], { x: margin, y: 62, width: slideWidth - 2 * margin, height: 50 })]
}

/** The last slide: name and text left, the QR code right, a column for each group below. */
export function contact(scope: SlideScope): readonly Item[] {
  const { slide, look, head } = scope
  const whole = { x: margin, width: slideWidth - 2 * margin }
  const hasCode = head.address !== null && scope.qr !== undefined
  const width = whole.width - (hasCode ? qrSize + 112 : 0)
  const groupStyle = contactStyle(scope, whole.width)
  const company: Paragraph = { runs: [{ text: head.company, bold: true }], size: 96, color: look.onDeep, line: 1.1 }
  const style = styleOf(scope, 40, { color: look.onDeepMuted, strong: look.onDeep })
  const lead = hasText(slide.lead) ? blockPieces(scope, slide.lead, style) : []
  const groups = slide.groups.map((group) => [textPiece(contactParagraphs(group, groupStyle))])
  const high = (pieces: readonly Piece[], room: number): number =>
    pieces.reduce((all, piece) => all + piece.height(room, 1), 0)
  const room = { ...whole, y: 0, height: Math.max(0, ...groups.map((pieces) => high(pieces, whole.width))) }
  const y = 912 - room.height
  const end = groups.length > 0 ? y - 28 - 40 : 912
  const leadHeight = high(lead, width) + (lead.length > 0 ? 20 : 0)
  const companyHeight = heightOf([company], width)
  const rule: Item = {
    kind: 'shape',
    geometry: 'rect',
    frame: { ...whole, y: y - 28, height: 2 },
    fill: mix(look.deep, look.onDeep, 0.45),
  }
  const codeHeight = qrSize + 93
  return [
    ...contactTitle(scope),
    text('Company', { x: margin, y: end - leadHeight - companyHeight, width, height: companyHeight }, [company]),
    ...placeColumn(lead, { x: margin, y: end - leadHeight + 20, width, height: leadHeight }, { scale: 1 }),
    ...(groups.length > 0 ? [rule] : []),
    ...placeColumns(groups, columnFrames(contactWidths(scope, groupStyle), { ...room, y, height: room.height + 40 })),
    ...qrItems(scope, {
      x: slideWidth - margin - qrSize - 56,
      y: end - codeHeight,
      width: qrSize + 56,
      height: codeHeight,
    }),
  ]
}
