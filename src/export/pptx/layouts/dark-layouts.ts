import { mix } from '../../../format/colors/color.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import { onDark } from '../look.ts'
import type { Piece } from '../pieces/piece.ts'
import { type SignedTile, tilesPiece } from '../pieces/tile-piece.ts'
import { fitted, heightOf, widthOf } from '../text/measure.ts'
import { textOf, textRuns } from '../text/paragraphs.ts'
import { contentsIn, contentsItems } from './drawn/contents-rows.ts'
import { balancing, titleItem, wholeSlide } from './frame.ts'
import { margin, type SlideScope, slideWidth, tilesIn } from './scope.ts'
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

/** Date, speaker and address at the foot of a cover: one behind the other, the last at the right. */
function occasionItems({ head, look }: SlideScope): readonly Item[] {
  const foot = [head.dateText, head.speaker, head.address].flatMap((each) => each ?? [])
  let x = margin
  return foot.map((words, index) => {
    const isLast = index > 0 && index === foot.length - 1
    const paragraph: Paragraph = {
      runs: [{ text: words, bold: index === 0 }],
      size: 32,
      color: look.onDeep,
      ...(isLast && { align: 'right' }),
    }
    const width = isLast ? slideWidth - margin - x : Math.min(widthOf([paragraph]) + 8, slideWidth - margin - x)
    const frame = { x, y: 974, width, height: 44 }
    x += width + 56
    return text('Occasion', frame, [paragraph])
  })
}

/** The first slide: company, title, subtitle, text; date, speaker and address below. */
export function cover(scope: SlideScope): readonly Item[] {
  const { slide, look, head } = scope
  const { title, subtitle } = slide
  const lead = textOf(
    [...slide.lead, ...slide.groups.flatMap(({ blocks }) => blocks)],
    styleOf(scope, 32, { color: look.onDeep, strong: look.onDeep }),
  )
  const subtitleText: readonly Paragraph[] = subtitle
    ? [{ runs: textRuns(subtitle.runs, look, { strong: look.onDeep }), size: 44, color: look.onDeepMuted, line: 1.35 }]
    : []
  const below = subtitle ? heightOf(subtitleText, 1440) + 36 : 0
  const titleText: Paragraph = {
    runs: textRuns(title?.runs ?? [], look, { strong: look.onDeep }).map((run) => ({ ...run, bold: true })),
    size: 128,
    color: look.onDeep,
    line: 1.02,
  }
  const picture = head.coverPicture === null ? undefined : scope.picture(head.coverPicture)
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
    ...occasionItems(scope),
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

/** The headline figures of a section. */
const sectionTiles = ({ look }: SlideScope, tiles: readonly SignedTile[]): Piece =>
  tilesPiece(
    tiles,
    {
      look: onDark(look),
      size: 96,
      unit: 0.3,
      label: 30,
      change: 30,
      changeColor: look.onDeep,
      down: look.chart.deep.downColor,
      columns: Math.max(1, tiles.length),
      gap: 48,
      padding: [18, 0, 0, 0],
      border: mix(look.deep, look.onDeep, 0.45),
      digits: look.onDeep,
      text: look.onDeepMuted,
    },
    0,
  )

/** Subtitle and words of a section, without the names that stand in columns. */
function sectionWords(scope: SlideScope, isNamed: boolean): readonly Paragraph[] {
  const { slide, look } = scope
  const { subtitle } = slide
  const words = textOf(
    isNamed ? [] : [...slide.lead, ...slide.groups.flatMap(({ blocks }) => blocks)],
    styleOf(scope, 36, { color: look.onDeepMuted, strong: look.onDeep }),
  )
  const first = subtitle ? [{ runs: textRuns(subtitle.runs, look), size: 36, color: look.onDeepMuted }] : []
  return [...first, ...words].map((each) => ({ ...each, before: 28 }))
}

/** Opens a section: title, subtitle, a few words, headline figures. */
export function section(scope: SlideScope): readonly Item[] {
  const { slide, look, head } = scope
  const width = 1520
  const titleText: Paragraph = {
    runs: textRuns(slide.title?.runs ?? [], look, { strong: look.onDeep }).map((run) => ({ ...run, bold: true })),
    size: 104,
    color: look.onDeep,
    line: 1.05,
  }
  const list = contentsIn(slide)
  const about = sectionWords(scope, list !== undefined)
  const tiles = tilesIn(scope)
  const piece = tiles.length > 0 ? sectionTiles(scope, tiles) : undefined
  const tilesHeight = piece ? piece.height(slideWidth - 2 * margin, 1) : 0
  const end = 968 - (piece ? tilesHeight + 48 : 0)
  const titleWidth = 1176 // the arcs begin there
  const titleHeight = heightOf([titleText], titleWidth)
  const aboutHeight = heightOf(about, width) + (about.length > 0 ? 28 : 0)
  const top = list ? 152 : Math.max(150, 48 + (end - titleHeight - aboutHeight) / 2)
  const company: Paragraph = { runs: [{ text: head.company, bold: true }], size: 30, color: look.onDeepMuted }
  const titleFrame = { x: margin, y: top, width: titleWidth, height: Math.min(titleHeight, end - 150) }
  const under = top + titleHeight + 28
  return [
    text('Company', { x: margin, y: 84, width: 1440, height: 42 }, [company]),
    titleItem([titleText], titleFrame, { right: balancing(titleText, titleWidth) }),
    ...(about.length > 0
      ? [text('Text', { x: margin, y: under, width, height: Math.max(40, end - under) }, about)]
      : []),
    ...(list ? contentsItems(scope, list, under + (about.length > 0 ? aboutHeight : 0)) : []),
    ...(piece ? piece.place({ x: margin, y: end, width: slideWidth - 2 * margin, height: tilesHeight }, 1) : []),
  ]
}
