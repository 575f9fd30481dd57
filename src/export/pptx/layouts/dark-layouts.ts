import { mix } from '../../../format/colors/color.ts'
import { fill } from '../../../language/fill.ts'
import { hasText } from '../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import type { DeckLook } from '../look.ts'
import { fitted, heightOf } from '../text/measure.ts'
import { textOf, textRuns } from '../text/paragraphs.ts'
import { balancing, titleItem, wholeSlide } from './frame.ts'
import { blockPieces, groupPieces, placeColumn, placeColumns } from './pieces.ts'
import { beside, margin, type SlideScope, slideWidth, tilesIn } from './scope.ts'
import { tilesPiece } from './tile-piece.ts'
import { styleOf } from './visual-layouts.ts'

const radii = Array.from({ length: 13 }, (_, index) => 192 + 96 * index)

/** A quarter of a circle about the lower right corner, as far as it is on the slide. */
function ringPath(radius: number): string {
  const height = Math.min(radius, 1080)
  const x = 1920 - Math.sqrt(radius * radius - height * height)
  return `M${1920 - radius} 1080A${radius} ${radius} 0 0 1 ${x} ${1080 - height}`
}

/** Stretches of the rings that shine on the cover, and the ends of them. */
const signals =
  'M1687 910.7A288 288 0 0 1 1802.9 816.9M1643.8 813.3A384 384 0 0 1 1814.2 710.9M1372.2 902A576 576 0 0 1 1442.5 757.9M1597.9 602.5A576 576 0 0 1 1839.8 509.6M1316 785.4A672 672 0 0 1 1488 565.2M1198.3 817.3A768 768 0 0 1 1254.9 696M1559.4 401.9A768 768 0 0 1 1839.7 316.2M1319.8 458.5A864 864 0 0 1 1488 331.8M1499.2 217.2A960 960 0 0 1 1753.3 134.6M1044.5 489.5A1056 1056 0 0 1 1135.2 373.4M1241.2 271.1A1056 1056 0 0 1 1392 165.5'
const ends = [
  [1802.9, 816.9],
  [1814.2, 710.9],
  [1442.5, 757.9],
  [1839.8, 509.6],
  [1488, 565.2],
  [1254.9, 696],
  [1839.7, 316.2],
  [1488, 331.8],
  [1753.3, 134.6],
  [1135.2, 373.4],
  [1392, 165.5],
] as const
const accent = 'M1471.9 908A480 480 0 0 1 1680 664.3'

const dot = (x: number, y: number, radius: number, color: string): Item => ({
  kind: 'shape',
  geometry: 'ellipse',
  frame: { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius },
  fill: color,
})

/** The drawing behind dark slides; on the cover with signals on the rings. */
export function ringItems(look: DeckLook, isCover: boolean): readonly Item[] {
  const ground: Item = {
    kind: 'shape',
    geometry: 'rect',
    frame: wholeSlide,
    path: radii.map(ringPath).join(''),
    stroke: { color: mix(look.deep, look.onDeep, 0.13), width: 1.5 },
  }
  if (!isCover) return [ground]
  const line = (path: string, color: string, width: number): Item => ({
    kind: 'shape',
    geometry: 'rect',
    frame: wholeSlide,
    path,
    stroke: { color, width },
  })
  const bright = mix(look.brand, look.onDeep, 0.7)
  return [
    ground,
    line(signals, mix(look.deep, mix(look.brand, look.onDeep, 0.52), 0.75), 4),
    ...ends.map(([x, y]) => dot(x, y, 7, bright)),
    line(accent, look.onDeepAccent, 6),
    dot(1680, 664.3, 12, look.onDeepAccent),
  ]
}

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
