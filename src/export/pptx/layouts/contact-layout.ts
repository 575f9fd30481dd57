import { mix } from '../../../format/colors/color.ts'
import { fill } from '../../../language/fill.ts'
import { hasText } from '../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import { blockPieces, placeColumn } from '../pieces/pieces.ts'
import { fitted, heightOf } from '../text/measure.ts'
import { heading, textOf, textRuns } from '../text/paragraphs.ts'
import { titleItem } from './frame.ts'
import { margin, type SlideScope, slideWidth } from './scope.ts'
import { styleOf } from './visual-layouts.ts'

const text = (name: string, frame: Frame, paragraphs: readonly Paragraph[]): Item =>
  fitted({ kind: 'text', name, frame, paragraphs })

const qrSize = 416

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
    text('Address', { x: code.x, y: code.y + qrSize + 10, width: qrSize, height: 42 }, [
      { runs: [{ text: head.address, link: head.address }], size: 28, color: look.deep, align: 'center' },
    ]),
  ]
}

const labelWidth = 240
const rowPadding = 36

/** Headings at the left, what they name beside them, each in a row under a rule. */
function contactRows(scope: SlideScope, frame: Frame): readonly Item[] {
  const { slide, look } = scope
  const size = slide.groups.length >= 4 ? 30 : 40
  const style = styleOf(scope, size, { color: look.onDeep, strong: look.onDeepMuted, line: 1.45 })
  const label = { ...style, size: 28, heading: 28 }
  const words = { ...frame, x: frame.x + labelWidth, width: frame.width - labelWidth }
  let y = frame.y
  return slide.groups.flatMap(({ heading: head, blocks }, index): readonly Item[] => {
    const paragraphs = textOf(blocks, style).map((each, at) => ({ ...each, before: at === 0 ? 0 : size * 0.1 }))
    const height = heightOf(paragraphs, words.width)
    const [rule, top] = [y, y + rowPadding]
    y += height + 2 * rowPadding
    return [
      {
        kind: 'shape',
        geometry: 'rect',
        frame: { ...frame, y: rule, height: 2 },
        fill: mix(look.deep, look.onDeep, index === 0 ? 0.45 : 0.25),
      },
      text('Heading', { ...frame, y: top + (size - 28) * 0.9, width: labelWidth - 16, height: 44 }, [
        heading(head.runs, label),
      ]),
      text('Text', { ...words, y: top, height: height + 8 }, paragraphs),
    ]
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

/** The last slide: name and text, under them a row for each group at the left and the QR code at the right. */
export function contact(scope: SlideScope): readonly Item[] {
  const { slide, look, head } = scope
  const hasCode = head.address !== null && scope.qr !== undefined
  const whole = { x: margin, y: 160, width: slideWidth - 2 * margin, height: 752 }
  const company: Paragraph = { runs: [{ text: head.company, bold: true }], size: 96, color: look.onDeep, line: 1.1 }
  const style = styleOf(scope, 40, { color: look.onDeepMuted, strong: look.onDeep })
  const lead = hasText(slide.lead) ? blockPieces(scope, slide.lead, style) : []
  const companyHeight = heightOf([company], whole.width)
  const leadHeight = lead.reduce((all, piece) => all + piece.height(whole.width, 1), 0)
  const about = { ...whole, y: whole.y + companyHeight + 20, height: leadHeight }
  const y = about.y + leadHeight + 72
  const code = { width: qrSize + 56, height: qrSize + 97 }
  const width = whole.width - (hasCode ? code.width + 112 : 0)
  return [
    ...contactTitle(scope),
    text('Company', { ...whole, height: companyHeight }, [company]),
    ...placeColumn(lead, about, { scale: 1 }),
    ...contactRows(scope, { ...whole, y, width }),
    ...qrItems(scope, { x: slideWidth - margin - code.width, y, ...code }),
  ]
}
