import { counted, fill } from '../../../language/fill.ts'
import type { DeckHead, Slide } from '../../../model/deck.ts'
import type { Frame, Item, Paragraph, TextItem } from '../items.ts'
import type { DeckLook } from '../look.ts'
import { notesOf } from '../pieces/table-piece.ts'
import { fitted, heightOf, linesIn, widthOf } from '../text/measure.ts'
import { textRuns } from '../text/paragraphs.ts'
import {
  contentWidth,
  type LayoutBoxes,
  type LoadedPicture,
  margin,
  type SlideScope,
  slideHeight,
  slideWidth,
  titleFigures,
} from './scope.ts'

/** Where the content of a slide begins below a title of two lines. */
export const contentTop = 272
const contentEnd = 968
const footBottom = 1040
const footLine = 26

type Framed = Pick<Slide, 'title' | 'subtitle' | 'takeaway' | 'footnotes' | 'class'>

const isOneLine = ({ class: names }: Pick<Slide, 'class'>): boolean => /\bone-line\b/.test(names)

const footnotesOf = ({ footnotes }: Pick<Slide, 'footnotes'>, look: DeckLook): readonly Paragraph[] =>
  notesOf(footnotes, look)

/** Footnotes beyond the first line take of the content. */
const footnoteHeight = (slide: Framed, look: DeckLook): number => heightOf(footnotesOf(slide, look), contentWidth)

const takeawayHeight = ({ takeaway }: Framed, look: DeckLook): number =>
  takeaway ? 28 + heightOf([{ runs: textRuns(takeaway.runs, look), size: 28, line: 1.25 }], contentWidth) : 0

/** Where the content of a slide stands. */
export function contentArea(slide: Framed, { headline }: LayoutBoxes, look: DeckLook): Frame {
  const y = contentTop - (isOneLine(slide) ? (headline?.lift ?? 0) : 0)
  const notes = Math.max(0, footnoteHeight(slide, look) - footLine)
  const end = contentEnd - notes - takeawayHeight(slide, look)
  return { x: margin, y, width: contentWidth, height: end - y }
}

/** The title as the placeholder that outlines and screen readers take it from; it stays in its lines. */
export function titleItem(
  runs: TextItem['paragraphs'],
  frame: Frame,
  { anchor = 'top', right = 0 }: { readonly anchor?: TextItem['anchor']; readonly right?: number } = {},
): Item {
  const inset = [0, right, 0, 0] as const
  return fitted({ kind: 'text', name: 'Title', placeholder: 'title', frame, paragraphs: runs, anchor, inset })
}

/** What stays free at the right so that the lines of a title are about as long as each other. */
export function balancing(words: Paragraph, width: number): number {
  const lines = linesIn(words, width)
  if (lines < 2) return 0
  const steps = Array.from({ length: 40 }, (_, step) => (width * step) / 80)
  return steps.findLast((free) => linesIn(words, width - free) === lines) ?? 0
}

/** Title and subtitle at the head of a slide. */
export function headlineItems(scope: SlideScope): readonly Item[] {
  const { slide, boxes, look } = scope
  const { title, subtitle } = slide
  const { width: given = 1680, size = 54 } = boxes.headline ?? {}
  const width = slide.tone === 'dark' ? Math.min(given, 1600) : given
  const runs = textRuns(title?.runs ?? [], look, { figure: titleFigures(scope) }).map((run) => ({ ...run, bold: true }))
  const words: Paragraph = { runs, size, line: 1.16 }
  const lines = isOneLine(slide) ? 1 : Math.min(2, Math.max(1, Math.round(heightOf([words], width) / (size * 1.16))))
  const height = lines * size * 1.16
  const frame = { x: margin, y: 62, width: lines === 1 ? contentWidth : width, height }
  const below: readonly Item[] = subtitle
    ? [
        fitted({
          kind: 'text',
          name: 'Subtitle',
          frame: { x: margin, y: 62 + height + 10, width: contentWidth, height: 36 },
          paragraphs: [{ runs: textRuns(subtitle.runs, look, { figure: look.muted }), size: 26, color: look.muted }],
        }),
      ]
    : []
  return title
    ? [titleItem([words], frame, { right: lines === 1 ? 0 : balancing(words, frame.width) }), ...below]
    : below
}

/** The takeaway: a quiet line under a rule that ends with the margins; what its author sets bold concludes. */
function takeawayItems(slide: Slide, look: DeckLook, left: number): readonly Item[] {
  const { takeaway } = slide
  if (!takeaway) return []
  const height = takeawayHeight(slide, look) - 28
  const notes = Math.max(0, footnoteHeight(slide, look) - footLine)
  const y = contentEnd - notes - height
  const width = slideWidth - margin - left
  const runs = textRuns(takeaway.runs, look).map((run) => (run.bold ? { ...run, color: look.ink } : run))
  return [
    {
      kind: 'shape',
      geometry: 'rect',
      frame: { x: left, y: y - 17, width, height: 2 },
      fill: look.rule,
    },
    {
      kind: 'text',
      name: 'Takeaway',
      frame: { x: left, y, width, height },
      paragraphs: [{ runs, size: 28, line: 1.25, color: look.muted }],
    },
  ]
}

/** Short names of the documents; a line holds a few, the details of the figures name all. */
function sourceText({ sourceLine: { names, more } }: Slide, { tag, slides }: SlideScope['language']): string {
  const rest = more > 0 ? [counted(tag, slides.moreSources, more)] : []
  return [...names, ...rest].join('; ')
}

const footWidth = { number: 60, gap: 32 }

const logoHeight = 28

/** Where the company's name or logo stands in the foot: as wide as either. */
export function companyFrame(head: DeckHead, logo: LoadedPicture | undefined): Frame {
  const width = logo
    ? (logoHeight * logo.size.width) / logo.size.height
    : widthOf([{ runs: [{ text: head.shortName, bold: true }], size: 20 }]) + 8
  const right = slideWidth - margin - 40 - footWidth.gap
  return { x: right - width, y: footBottom - footLine, width, height: footLine }
}

/** Notes stand before the sources on their line, or above it where both do not fit on one. */
function notesFrame(
  notes: readonly Paragraph[],
  source: string,
  { left, width }: { readonly left: number; readonly width: number },
): { readonly frame: Frame; readonly isBeside: boolean } {
  const own = notes.length === 0 ? 0 : widthOf(notes) + 16
  const isBeside = notes.length > 0 && own + widthOf([{ runs: [{ text: source }], size: 20 }]) <= width
  const height = isBeside ? footLine : heightOf(notes, slideWidth - margin - left)
  const bottom = isBeside || source === '' ? footBottom : footBottom - footLine
  return {
    frame: { x: left, y: bottom - height, width: isBeside ? own : slideWidth - margin - left, height },
    isBeside,
  }
}

/** What stands at the foot of a slide, with the number of the slide; a dark one names the company above. */
export function footItems(
  scope: SlideScope,
  colors: { readonly text: string; readonly strong: string; readonly isUnnamed?: boolean; readonly left?: number },
): readonly Item[] {
  const { slide, sections, language, head } = scope
  const { left = margin } = colors
  const logo = scope.has('dark') && !colors.isUnnamed ? head.logoOnDark : head.logo
  const company = companyFrame(head, logo === null ? undefined : scope.picture(logo))
  const end = colors.isUnnamed ? company.x + company.width - footWidth.gap : company.x
  const footnotes = footnotesOf(slide, scope.look)
  // notes need the room of the section's name, which the slides around them have
  const section = footnotes.length > 0 ? '' : (sections.find(({ id }) => id === slide.section)?.title ?? '')
  const line = { size: 20, line: 1.3, color: colors.text }
  const sectionWidth = widthOf([{ runs: [{ text: section }], size: 20 }]) + 8
  const sectionX = end - (colors.isUnnamed ? 0 : footWidth.gap) - sectionWidth
  const source = sourceText(slide, language)
  const bottom = footBottom - footLine
  const numberText = slide.hidden
    ? fill(language.slides.backup, { number: String(slide.number) })
    : String(slide.number)
  const width = (section === '' ? end : sectionX) - left - footWidth.gap
  const notes = notesFrame(footnotes, source, { left, width })
  const x = notes.isBeside ? notes.frame.x + notes.frame.width : left
  const sourceFrame = { x, y: bottom, width: width + left - x, height: footLine }
  const items: (Item | undefined)[] = [
    footnotes.length > 0
      ? {
          kind: 'text',
          name: 'Footnotes',
          frame: notes.frame,
          paragraphs: footnotes,
          anchor: 'bottom',
        }
      : undefined,
    source === ''
      ? undefined
      : fitted({
          kind: 'text',
          name: 'Source',
          frame: sourceFrame,
          paragraphs: [{ runs: [{ text: source }], ...line }],
          unwrapped: true,
        }),
    section === ''
      ? undefined
      : {
          kind: 'text',
          name: 'Section',
          frame: { x: sectionX, y: bottom, width: sectionWidth, height: footLine },
          paragraphs: [{ runs: [{ text: section }], ...line, align: 'right' }],
        },
    // PowerPoint counts hidden slides: behind one, the number is no field
    { ...numberItem(numberText, colors.strong), ...(numberText === String(scope.position) && { isNumber: true }) },
  ]
  return [...takeawayItems(slide, scope.look, left), ...items.flatMap((item) => item ?? [])]
}

export const numberItem = (text: string, color: string): TextItem => ({
  kind: 'text',
  name: 'Slide number',
  placeholder: 'sldNum',
  frame: {
    x: slideWidth - margin - footWidth.number,
    y: footBottom - footLine,
    width: footWidth.number,
    height: footLine,
  },
  paragraphs: [{ runs: [{ text, bold: true }], size: 20, line: 1.3, color, align: 'right' }],
})

/** Says that a slide is for back-up, in the presenter edition. */
export const badgeItems = ({ slide, language }: SlideScope): readonly Item[] =>
  slide.hidden
    ? [
        {
          kind: 'text',
          name: 'Back-up',
          frame: { x: slideWidth - margin - 400, y: 24, width: 400, height: 28 },
          paragraphs: [
            { runs: [{ text: language.slides.hidden, bold: true, color: '#a84300' }], size: 20, align: 'right' },
          ],
        },
      ]
    : []

/** The tab that hangs from the top edge. */
export const tabItem = (color: string): Item => ({
  kind: 'shape',
  geometry: 'rect',
  frame: { x: margin, y: 0, width: 96, height: 8 },
  fill: color,
})

export const wholeSlide: Frame = { x: 0, y: 0, width: slideWidth, height: slideHeight }
