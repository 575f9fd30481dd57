import { hasText } from '../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import { blockPieces, groupPieces, placeColumn, scaleFor, spaced } from '../pieces/pieces.ts'
import { picturesIn, textRuns } from '../text/paragraphs.ts'
import { cropTo } from './dark-layouts.ts'
import { companyItem, titleItem, wholeSlide } from './frame.ts'
import { margin, type SlideScope } from './scope.ts'
import { styleOf } from './visual-layouts.ts'

/** The first picture of a slide, cut to a frame. */
function photoIn(scope: SlideScope, frame: Frame): readonly Item[] {
  const [picture] = picturesIn(scope.slide.lead)
  const found = picture && scope.picture(picture.address)
  if (!picture || !found) return []
  return [
    { kind: 'picture', name: 'Picture', alt: picture.alt, frame, image: found.image, crop: cropTo(found.size, frame) },
  ]
}

/** A picture fills the slide; the title stands on it. */
export function photo(scope: SlideScope): readonly Item[] {
  const { slide, look, boxes } = scope
  const color = scope.has('light') ? look.ink : '#ffffff'
  const [shade, opacity] = scope.has('light') ? ([look.ground, 0.82] as const) : (['#0b1f33', 0.66] as const)
  const footTop = slide.takeaway ? 880 : 960
  const { width = 1200, size = 64 } = boxes.headline ?? {}
  const line = (runs: Paragraph['runs'], own: number, bold: boolean): Paragraph => ({
    runs: runs.map((run) => ({ ...run, color, bold })),
    size: own,
    color,
    line: 1.16,
  })
  return [
    ...photoIn(scope, wholeSlide),
    { kind: 'shape', geometry: 'rect', frame: { ...wholeSlide, height: 300 }, fill: shade, opacity },
    {
      kind: 'shape',
      geometry: 'rect',
      frame: { ...wholeSlide, y: footTop, height: 1080 - footTop },
      fill: shade,
      opacity,
    },
    companyItem(scope, !scope.has('light'), color),
    ...(slide.title
      ? [
          titleItem([line(textRuns(slide.title.runs, look), size, true)], {
            x: margin,
            y: 62,
            width,
            height: 2 * size * 1.16,
          }),
        ]
      : []),
    ...(slide.subtitle
      ? [
          {
            kind: 'text',
            name: 'Subtitle',
            frame: { x: margin, y: 220, width, height: 72 },
            paragraphs: [line(textRuns(slide.subtitle.runs, look), 26, false)],
          } as const,
        ]
      : []),
  ]
}

/** A picture fills one half, words the other. */
export function photoHalf(scope: SlideScope): readonly Item[] {
  const { slide, area, look, boxes } = scope
  const isLeft = scope.has('left')
  const half = { ...wholeSlide, x: isLeft ? 0 : 960, width: 960 }
  const x = isLeft ? 1040 : margin
  const { width = 784, size = 54 } = boxes.headline ?? {}
  const title: Paragraph = {
    runs: textRuns(slide.title?.runs ?? [], look, { figure: look.brand }).map((run) => ({ ...run, bold: true })),
    size,
    line: 1.16,
  }
  const pieces = spaced(
    [
      ...(slide.subtitle
        ? [blockPieces(scope, [{ kind: 'paragraph', ...slide.subtitle }], styleOf(scope, 26, { color: look.muted }))]
        : []),
      ...slide.groups.map((group) =>
        groupPieces(scope, group, styleOf(scope, slide.groups.length > 1 || scope.has('dense') ? 28 : 32)),
      ),
      ...(slide.groups.length === 0 && hasText(slide.lead)
        ? [blockPieces({ ...scope, picture: () => undefined }, slide.lead, styleOf(scope, 32))]
        : []),
    ],
    32,
  )
  const words = { ...area, x, width }
  return [
    ...photoIn(scope, half),
    ...(slide.title ? [titleItem([title], { x, y: 62, width, height: 2 * size * 1.16 })] : []),
    ...placeColumn(pieces, words, { scale: scaleFor([pieces], [words]) }),
  ]
}
