import { fill } from '../../../language/fill.ts'
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

type Framed = Pick<Slide, 'takeaway'>

const isOneLine = ({ class: names }: Pick<Slide, 'class'>): boolean => /\bone-line\b/.test(names)

/** As they stand on the page's slides. */
const footnotesOf = ({ footnotes }: Pick<Slide, 'footnotes'>, look: DeckLook): readonly Paragraph[] =>
  notesOf(
    footnotes.map((note) =>
      note.short === undefined ? note : { ...note, runs: [{ kind: 'data', text: note.short }] },
    ),
    look,
  )

/** Notes, and the sources under them; where they have no room on a line each, the sources run on behind the notes. */
function footFlow(notes: readonly Paragraph[], source: string, width: number): readonly Paragraph[] {
  const sources: Paragraph = { runs: [{ text: source }], size: 20 }
  const space = widthOf(notes) <= width && widthOf([sources]) <= width ? '\n' : '    '
  return notes.map((each, index) =>
    index < notes.length - 1 || source === '' ? each : { ...each, runs: [...each.runs, { text: space + source }] },
  )
}

const takeawayHeight = ({ takeaway }: Framed, look: DeckLook, width: number): number =>
  takeaway ? 28 + heightOf([{ runs: textRuns(takeaway.runs, look), size: 28, line: 1.25 }], width) : 0

/** What decides how high the foot of a slide is. */
type Footed = Pick<SlideScope, 'look' | 'language' | 'head' | 'picture' | 'has'>

/** Where the content of a slide stands: a foot of more than two lines takes of it. */
export function contentArea(slide: Slide, { headline }: LayoutBoxes, scope: Footed): Frame {
  const y = contentTop - (isOneLine(slide) ? (headline?.lift ?? 0) : 0)
  const width = headline?.foot ?? contentWidth
  const room = companyOf(scope).x - footWidth.gap - (slideWidth - margin - width)
  const flow = footFlow(footnotesOf(slide, scope.look), sourceText(slide, scope.language), room)
  const rise = Math.max(0, heightOf(flow, room) - 2 * footLine)
  return { x: margin, y, width: contentWidth, height: contentEnd - rise - takeawayHeight(slide, scope.look, width) - y }
}

/** Where the company's name or logo stands on a slide. */
function companyOf({ head, picture, has }: Footed, isUnnamed = false): Frame {
  const address = has('dark') && !isUnnamed ? head.logoOnDark : head.logo
  return companyFrame(head, address === null ? undefined : picture(address))
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

/** The takeaway: a line in ink under a rule that ends with the margins; what its author sets bold concludes. */
function takeawayItems({ slide, look, area }: SlideScope, left: number): readonly Item[] {
  const { takeaway } = slide
  if (!takeaway) return []
  const width = slideWidth - margin - left
  const height = takeawayHeight(slide, look, width) - 28
  const y = area.y + area.height + 28
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
      paragraphs: [{ runs: textRuns(takeaway.runs, look), size: 28, line: 1.25, color: look.ink }],
    },
  ]
}

/** Short names of the documents; a line holds a few, the details of the figures name all. */
function sourceText({ sourceLine: { names, others } }: Slide, { slides }: SlideScope['language']): string {
  return `${names.join('; ')}${others.length > 0 && names.length > 0 ? slides.moreSources : ''}`
}

const footWidth = { number: 60, gap: 32 }

const logoHeight = 28

/** Where the company's name or logo stands in the foot: as wide as either. */
function companyFrame(head: DeckHead, logo: LoadedPicture | undefined): Frame {
  const width = logo
    ? (logoHeight * logo.size.width) / logo.size.height
    : widthOf([{ runs: [{ text: head.shortName, bold: true }], size: 20 }]) + 8
  const right = slideWidth - margin - 40 - footWidth.gap
  return { x: right - width, y: footBottom - footLine, width, height: footLine }
}

/** The company in the foot: its logo, or its name. */
export function companyItem(
  { head, picture, look }: Pick<SlideScope, 'head' | 'picture' | 'look'>,
  isDark: boolean,
  color = isDark ? look.onDeep : look.ink,
): Item {
  const address = isDark ? head.logoOnDark : head.logo
  const logo = address === null ? undefined : picture(address)
  const frame = companyFrame(head, logo)
  if (logo) {
    const place = { ...frame, y: frame.y - 2, height: logoHeight }
    return { kind: 'picture', name: 'Logo', alt: head.shortName, frame: place, image: logo.image }
  }
  const runs = [{ text: head.shortName, bold: true }]
  return { kind: 'text', name: 'Company', frame, paragraphs: [{ runs, size: 20, line: 1.3, color, align: 'right' }] }
}

/** Notes stand before the sources on their line; where both do not fit on one, the sources run on behind them. */
function notesFrame(
  notes: readonly Paragraph[],
  source: string,
  { left, width }: { readonly left: number; readonly width: number },
): { readonly frame: Frame; readonly isBeside: boolean } {
  const own = notes.length === 0 ? 0 : widthOf(notes) + 16
  const isBeside = notes.length > 0 && own + widthOf([{ runs: [{ text: source }], size: 20 }]) <= width
  const height = isBeside ? footLine : heightOf(footFlow(notes, source, width), width)
  return { frame: { x: left, y: footBottom - height, width: isBeside ? own : width, height }, isBeside }
}

/** What stands at the foot of a slide, with the number of the slide; a dark one names the company above. */
export function footItems(
  scope: SlideScope,
  colors: { readonly text: string; readonly strong: string; readonly isUnnamed?: boolean; readonly left?: number },
): readonly Item[] {
  const { slide, sections, language } = scope
  const { left = margin } = colors
  const company = companyOf(scope, colors.isUnnamed)
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
  const runsOn = footnotes.length > 0 && !notes.isBeside
  const x = notes.isBeside ? notes.frame.x + notes.frame.width : left
  const sourceFrame = { x, y: bottom, width: width + left - x, height: footLine }
  const items: (Item | undefined)[] = [
    footnotes.length > 0
      ? {
          kind: 'text',
          name: 'Footnotes',
          frame: notes.frame,
          paragraphs: runsOn ? footFlow(footnotes, source, width) : footnotes,
          anchor: 'bottom',
        }
      : undefined,
    source === '' || runsOn
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
  return [...takeawayItems(scope, left), ...items.flatMap((item) => item ?? [])]
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
