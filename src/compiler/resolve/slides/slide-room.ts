import { linesIn, estimatedTypesetter as typesetter } from '../../../charts/layout/letters.ts'
import { plainText, type Text } from '../../../model/content.ts'
import type { Box, Note, Slide } from '../../../model/deck.ts'
import { once } from '../../../model/memory.ts'
import { classesOf } from '../../parse/slides/slide-source.ts'
import type { TableBox, TextBox } from '../../parse/templates/layout-contract.ts'
import { type Layout, roomOf } from '../../parse/templates/layouts.ts'
import { setText } from '../fit/text-height.ts'
import type { ResolvedSlide } from './resolved-slide.ts'

/** The boxes of a slide, in pixels of 1920 × 1080. */
export interface SlideRoom {
  readonly chart: Box
  readonly table: TableBox | undefined
  readonly text: TextBox | undefined
  readonly rows: number | undefined
}

type Titled = Pick<ResolvedSlide, 'title' | 'parsed'>
type Framed = Pick<ResolvedSlide, 'title' | 'parsed' | 'takeaway' | 'footnotes'>

/** A line of footnotes above that of the sources has its place in the foot; each further one takes this of the content. */
const footnoteLine = 26
const footnote = { width: 1480, size: 20 }

/** Asked for by each part of a slide that is measured. */
const heightOfFootnotes = once((footnotes: Framed['footnotes']): number => {
  const text = footnotes.map(({ runs, mark = '' }) => `${mark} ${plainText(runs)}  `).join(' ')
  return Math.max(0, (typesetter.wrap(text, footnote)?.length ?? 1) - 1) * footnoteLine
})

/** Of the theme, between the letters of a title, in sizes. */
const titleSpacing = -0.018

/** Asked for by all that has less room below a title of several lines. */
const linesOfTitle = once(({ width, size, spacing = titleSpacing }: NonNullable<Layout['headline']>) =>
  once(({ runs }: Text) => linesIn(setText(runs, 600), { width, size, weight: 600, spacing })),
)

/** Lines that a slide's title takes in its layout; undefined where there is no title or the layout does not say how it is set. */
export const titleLines = ({ title, parsed }: Titled, { headline }: Layout): number | undefined =>
  headline && title
    ? linesOfTitle(isDark(classesOf(parsed.source.front)) ? besideArcs(headline) : headline)(title)
    : undefined

const isDark = (classes: string): boolean => classes.split(' ').includes('dark')

/** On the dark ground a title ends before the arcs in the corner. */
const besideArcs = once((headline: NonNullable<Layout['headline']>) => ({
  ...headline,
  width: Math.min(headline.width, 1600),
}))

/** What the layout gives a slide of those classes: more below a title of one line, and less above a takeaway and footnotes. */
export function slideRoom(slide: Framed, layout: Layout, classes: string): SlideRoom {
  const { chart, table, text, rows } = roomOf(layout, classes)
  const lines = titleLines(slide, layout) ?? 0
  const lift = lines === 1 ? (layout.headline?.lift ?? 0) : 0
  const further = Math.max(0, lines - 2) * (layout.headline?.line ?? 0)
  const ofTakeaway = slide.takeaway ? (layout.headline?.takeaway ?? 0) : 0
  const taken = ofTakeaway + (layout.headline ? heightOfFootnotes(slide.footnotes) : 0)
  const lifted = <B extends { readonly height: number }>(box: B, less: number): B => ({
    ...box,
    height: box.height + lift - less,
  })
  return {
    chart: lifted({ width: chart.width, height: chart.height }, chart.takeaway ? ofTakeaway : 0),
    table: table && lifted(table, taken),
    text: text && lifted(text, taken + further + (text.under ? lift : 0)), // the charts above it are as much higher
    rows,
  }
}

const foot = { width: 1728, number: 40 + 3 * 28, size: 20, names: 4, logo: 100, rest: 115, gap: 16, surplus: 1.03 } // of templates/theme/canvas.css

/**
 * Names of documents that stand on the one line of a slide's foot, beside the section and the company; the first always does. Notes stand
 * before them in the room of the section: where one name fits behind these and all do not, the others are counted.
 * `rest` is the room of "and 3 more", `surplus` what letters may be wider than estimated.
 */
export function sourceLine(
  names: readonly string[],
  about: {
    readonly section: string
    readonly company: string
    readonly footnotes?: readonly Note[]
    width?: number | undefined
  },
): Slide['sourceLine'] {
  const { section, company, footnotes = [], width = foot.width } = about
  const notes = footnotes.reduce(
    (sum, { mark = '', runs }) => sum + widthOf(`${mark} ${plainText(runs)}`) + foot.gap,
    0,
  )
  const beside = (notes > 0 ? 0 : widthOf(section)) + Math.max(foot.logo, widthOf(company, 600))
  const fitsIn = (count: number, width: number): boolean =>
    widthOf(names.slice(0, count).join('; ')) + (count < names.length ? foot.rest : 0) <= width
  const line = width - foot.number - beside
  const room = fitsIn(1, line - notes) ? line - notes : line
  let count = Math.min(names.length, foot.names)
  while (count > 1 && !fitsIn(count, room)) count--
  return { names: names.slice(0, count), more: names.length - count }
}

const widthOf = (text: string, weight?: 600): number => typesetter.width(text, foot.size, weight) * foot.surplus

/** The slide's classes: its own, and "one-line" where the content may begin higher. */
export function slideClasses(slide: ResolvedSlide, layout: Layout): string {
  const own = classesOf(slide.parsed.source.front)
  const isLifted = titleLines(slide, layout) === 1 && (layout.headline?.lift ?? 0) > 0
  return [own, ...(isLifted ? ['one-line'] : [])].filter(Boolean).join(' ')
}
