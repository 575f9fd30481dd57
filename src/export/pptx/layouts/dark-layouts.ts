import { mix } from '../../../format/colors/color.ts'
import { fill } from '../../../language/fill.ts'
import { hasText } from '../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import { blockPieces, groupPieces, placeColumn, placeColumns } from '../pieces/pieces.ts'
import { tilesPiece } from '../pieces/tile-piece.ts'
import { fitted, heightOf } from '../text/measure.ts'
import { textOf, textRuns } from '../text/paragraphs.ts'
import { balancing, titleItem, wholeSlide } from './frame.ts'
import { beside, margin, type SlideScope, slideWidth, tilesIn } from './scope.ts'
import { styleOf } from './visual-layouts.ts'

const text = (
  name: string,
  frame: Frame,
  paragraphs: readonly Paragraph[],
  anchor: 'top' | 'middle' | 'bottom' = 'top',
): Item => fitted({ kind: 'text', name, frame, paragraphs, anchor })

/** A logo or, without one, the name. */
function nameItem(
  scope: SlideScope,
  name: string,
  { frame, size, color }: { frame: Frame; size: number; color: string },
): Item {
  const { head } = scope
  const logo = head.logoOnDark === null ? undefined : scope.picture(head.logoOnDark)
  if (logo) {
    const height = Math.min(frame.height, 64)
    return {
      kind: 'picture',
      name: 'Logo',
      alt: name,
      frame: { ...frame, height, width: (height * logo.size.width) / logo.size.height },
      image: logo.image,
    }
  }
  return text('Company', frame, [{ runs: [{ text: name, bold: true }], size, color, line: 1.35 }])
}

/** The first slide: company, title, subtitle, text; date, speaker and address below. */
export function cover(scope: SlideScope): readonly Item[] {
  const { slide, look, head } = scope
  const { title, subtitle } = slide
  const lead = textOf(
    [...slide.lead, ...slide.groups.flatMap(({ blocks }) => blocks)],
    styleOf(scope, 26, { color: look.onDeepMuted, strong: look.onDeep }),
  )
  const subtitleText: readonly Paragraph[] = subtitle
    ? [{ runs: textRuns(subtitle.runs, look, { strong: look.onDeep }), size: 44, color: look.onDeep, line: 1.35 }]
    : []
  const below = subtitle ? heightOf(subtitleText, 1440) + 36 : 0
  const titleText: Paragraph = {
    runs: textRuns(title?.runs ?? [], look, { strong: look.onDeep }).map((run) => ({ ...run, bold: true })),
    size: 128,
    color: look.onDeep,
    line: 1.02,
  }
  const picture = head.coverPicture === null ? undefined : scope.picture(head.coverPicture)
  const foot = [head.dateText, head.speaker, head.address].flatMap((each) => each ?? [])
  const width = (slideWidth - 2 * margin) / Math.max(1, foot.length)
  const rule: Item = {
    kind: 'shape',
    geometry: 'rect',
    frame: { x: margin, y: 948, width: slideWidth - 2 * margin, height: 1 },
    fill: mix(look.deep, look.onDeep, 0.3),
  }
  return [
    ...(picture
      ? [
          {
            kind: 'picture',
            name: 'Picture',
            alt: '',
            frame: wholeSlide,
            image: picture.image,
            crop: cropTo(picture.size, wholeSlide),
          } as const,
        ]
      : []),
    nameItem(scope, head.company, {
      frame: { x: margin, y: 84, width: 1440, height: 54 },
      size: 40,
      color: look.onDeep,
    }),
    ...(lead.length > 0 ? [text('Text', { x: margin, y: 140, width: 1440, height: 120 }, lead)] : []),
    titleItem([titleText], { x: margin, y: 300, width: 1440, height: 848 - below - 300 }, { anchor: 'bottom' }),
    ...(subtitle
      ? [text('Subtitle', { x: margin, y: 848 - below + 36, width: 1440, height: below }, subtitleText)]
      : []),
    rule,
    ...foot.map((words, index) =>
      text('Occasion', { x: margin + index * width, y: 976, width, height: 40 }, [
        {
          runs: [{ text: words, bold: index === 0 }],
          size: 28,
          color: index === 0 ? look.onDeep : look.onDeepMuted,
          ...(index > 0 && index === foot.length - 1 && { align: 'right' as const }),
        },
      ]),
    ),
  ]
}

/** Parts of a picture that are cut off so that it fills a frame. */
export function cropTo(
  size: { readonly width: number; readonly height: number },
  frame: Frame,
): readonly [number, number, number, number] {
  const wide = size.width / size.height
  const wanted = frame.width / frame.height
  if (wide > wanted) {
    const cut = (1 - wanted / wide) / 2
    return [0, cut, 0, cut]
  }
  const cut = (1 - wide / wanted) / 2
  return [cut, 0, cut, 0]
}

/** Opens a section: title, subtitle, a few words, headline figures. */
export function section(scope: SlideScope): readonly Item[] {
  const { slide, look, head } = scope
  const { title, subtitle } = slide
  const width = 1520
  const size = 104
  const titleText: Paragraph = {
    runs: textRuns(title?.runs ?? [], look, { strong: look.onDeep }).map((run) => ({ ...run, bold: true })),
    size,
    color: look.onDeep,
    line: 1.05,
  }
  const words = textOf(
    [...slide.lead, ...slide.groups.flatMap(({ blocks }) => blocks)],
    styleOf(scope, 36, { color: look.onDeepMuted, strong: look.onDeep }),
  )
  const about: readonly Paragraph[] = [
    ...(subtitle ? [{ runs: textRuns(subtitle.runs, look), size: 36, color: look.onDeepMuted } as const] : []),
    ...words,
  ].map((each) => ({ ...each, before: 28 }))
  const tiles = tilesIn(scope)
  const tileStyle = {
    look,
    size: 72,
    label: 26,
    change: 26,
    columns: Math.max(1, tiles.length),
    gap: 48,
    padding: [18, 0, 0, 0],
    border: mix(look.deep, look.onDeep, 0.45),
    digits: look.onDeep,
    text: look.onDeepMuted,
  } as const
  const piece = tiles.length > 0 ? tilesPiece(tiles, tileStyle, 0) : undefined
  const tilesHeight = piece ? piece.height(slideWidth - 2 * margin, 1) : 0
  const end = 968 - (piece ? tilesHeight + 40 : 0)
  const titleHeight = heightOf([titleText], width)
  const aboutHeight = heightOf(about, width) + (about.length > 0 ? 28 : 0)
  const top = Math.max(150, 48 + (end - titleHeight - aboutHeight) / 2)
  return [
    text('Company', { x: margin, y: 84, width: 1440, height: 42 }, [
      { runs: [{ text: head.company, bold: true }], size: 30, color: look.onDeepMuted },
    ]),
    titleItem(
      [titleText],
      { x: margin, y: top, width, height: Math.min(titleHeight, end - 150) },
      { right: balancing(titleText, width) },
    ),
    ...(about.length > 0
      ? [
          text(
            'Text',
            { x: margin, y: top + titleHeight + 28, width, height: Math.max(40, end - top - titleHeight - 28) },
            about,
          ),
        ]
      : []),
    ...(piece ? piece.place({ x: margin, y: end, width: slideWidth - 2 * margin, height: tilesHeight }, 1) : []),
  ]
}

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

/** The last slide: name and text left, a column for each group; the QR code right. */
export function contact(scope: SlideScope): readonly Item[] {
  const { slide, look, head } = scope
  const { title } = slide
  const titleText: Paragraph = {
    runs: textRuns(title?.runs ?? [], look, { strong: look.onDeepMuted }).map((run) => ({ ...run, bold: true })),
    size: 40,
    color: look.onDeepMuted,
    line: 1.16,
  }
  const style = styleOf(scope, 36, { color: look.onDeepMuted, strong: look.onDeep })
  const lead = hasText(slide.lead) ? blockPieces(scope, slide.lead, style) : []
  const hasCode = head.address !== null && scope.qr !== undefined
  const width = slideWidth - 2 * margin - (hasCode ? 480 : 0)
  const company: Paragraph = { runs: [{ text: head.company, bold: true }], size: 88, color: look.onDeep, line: 1.1 }
  const groupStyle = styleOf(scope, 26, { color: look.onDeep, strong: look.onDeepMuted, line: 1.45 })
  const groups = slide.groups.map((group) => groupPieces(scope, group, groupStyle))
  const companyHeight = heightOf([company], width)
  const leadHeight = lead.reduce((all, piece) => all + piece.height(width, 1), 0) + (lead.length > 0 ? 20 : 0)
  const groupHeight = Math.max(
    0,
    ...groups.map((pieces) =>
      pieces.reduce((all, piece) => all + piece.height(width / Math.max(1, groups.length), 1), 20),
    ),
  )
  const [from, end] = [200, 872]
  const total = companyHeight + leadHeight + (groups.length > 0 ? groupHeight + 96 : 0)
  const top = from + Math.max(0, (end - from - total) / 2)
  const leadFrame = { x: margin, y: top + companyHeight + 20, width, height: leadHeight }
  const frames = beside(
    { x: margin, y: top + companyHeight + leadHeight + 96, width, height: groupHeight + 40 },
    groups.length,
    48,
  )
  const lines = frames.map(
    (frame): Item => ({
      kind: 'shape',
      geometry: 'rect',
      frame: { ...frame, height: 2 },
      fill: mix(look.deep, look.onDeep, 0.45),
    }),
  )
  return [
    ...(title ? [titleItem([titleText], { x: margin, y: 62, width: slideWidth - 2 * margin, height: 50 })] : []),
    text('Company', { x: margin, y: top, width, height: companyHeight }, [company]),
    ...placeColumn(lead, leadFrame, { scale: 1 }),
    ...lines,
    ...placeColumns(
      groups,
      frames.map((frame) => ({ ...frame, y: frame.y + 20, height: frame.height - 20 })),
    ),
    ...qrItems(scope, { x: slideWidth - margin - 384, y: 320, width: 384, height: 426 }),
  ]
}
