import { linesIn } from '../../../charts/layout/letters.ts'
import type { ChartModel } from '../../../model/chart.ts'
import type { Text } from '../../../model/content.ts'
import type { Box } from '../../../model/deck.ts'
import { once } from '../../../model/memory.ts'
import { classesOf } from '../../parse/slides/slide-source.ts'
import type { ChartBox, TableBox, TextBox, TileBox } from '../../parse/templates/layout-contract.ts'
import { type Layout, roomOf } from '../../parse/templates/layouts.ts'
import { keepSameRoom } from '../charts/chart-scales.ts'
import { setText } from '../fit/text-height.ts'
import type { ResolvedSlide } from './resolved-slide.ts'

/** The boxes of a slide, in pixels of 1920 × 1080. */
export interface SlideRoom {
  readonly chart: Box
  /** What stays free below a chart for its title and notes; undefined where the layout does not say. */
  readonly spare: number | undefined
  readonly table: TableBox | undefined
  readonly text: TextBox | undefined
  readonly tiles: TileBox | undefined
  readonly rows: number | undefined
}

type Titled = Pick<ResolvedSlide, 'title' | 'parsed'>
type Framed = Pick<ResolvedSlide, 'title' | 'subtitle' | 'parsed' | 'takeaway'>

/** Of the theme, between the letters of a title, in sizes. */
const titleSpacing = -0.018

/** Asked for by all that has less room below a title of several lines. */
const linesOfTitle = once(({ width, size, spacing = titleSpacing }: NonNullable<Layout['headline']>) =>
  once(({ runs }: Text) => linesIn(setText(runs, 600), { width, size, weight: 600, spacing })),
)

/** Lines that a slide's title takes in its layout; undefined where there is no title or the layout does not say how it is set. */
export const titleLines = ({ title, parsed }: Titled, { headline }: Layout): number | undefined =>
  headline && title
    ? linesOfTitle(isDark(classesOf(parsed.source.front)) ? darkHeadline(headline) : headline)(title)
    : undefined

/** Of the theme, of a slide from margin to margin. */
const subtitle = { width: 1728, size: 26 }

/** Lines of the subtitle under a headline of the full width; 1 where the layout sets it elsewhere, with room of its own. */
export function subtitleLines({ subtitle: text, parsed }: Framed, { headline }: Layout): number {
  if (!text || !headline || headline.lift === 0) return 1
  const { width, size } = isDark(classesOf(parsed.source.front)) ? besideArcs({ ...headline, ...subtitle }) : subtitle
  return linesIn(setText(text.runs), { width: Math.min(width, headline.width + 48), size })
}

/** Whether title and subtitle take a line each, so that the content begins higher. */
const isOneLine = (slide: Framed, layout: Layout): boolean =>
  titleLines(slide, layout) === 1 && subtitleLines(slide, layout) === 1

const isDark = (classes: string): boolean => classes.split(' ').includes('dark')

const darkHeadline = once((headline: NonNullable<Layout['headline']>) => besideArcs(headline))

/** On the dark ground a title ends before the arcs in the corner. */
const besideArcs = <H extends { readonly width: number }>(headline: H): H => ({
  ...headline,
  width: Math.min(headline.width, 1600),
})

/** What the layout gives a slide of those classes: more below a title of one line, less below a longer one and above a takeaway. */
export function slideRoom(slide: Framed, layout: Layout, classes: string): SlideRoom {
  const { chart, table, text, tiles, rows } = roomOf(layout, classes)
  const lines = titleLines(slide, layout) ?? 0
  const lift = isOneLine(slide, layout) ? (layout.headline?.lift ?? 0) : 0
  const further = lines === 0 ? 0 : (lines - 2) * (layout.headline?.line ?? 0)
  const ofTakeaway = slide.takeaway ? (layout.headline?.takeaway ?? 0) : 0
  const lifted = <B extends { readonly height: number }>(box: B, less: number): B => ({
    ...box,
    height: box.height + lift - less,
  })
  return {
    ...chartRoom(chart, { lift, ofTakeaway }),
    table: table && lifted(table, ofTakeaway),
    text: text && lifted(text, ofTakeaway + further + (text.under ? lift : 0)), // the charts above it are as much higher
    tiles: tiles?.rows ? { ...tiles, rows: lifted(tiles.rows, ofTakeaway) } : tiles,
    rows,
  }
}

/** A takeaway takes of the chart, all or a part of its line, and the rest of what stays free below it. */
function chartRoom(
  { width, height, spare, takeaway = false }: ChartBox,
  { lift, ofTakeaway }: { readonly lift: number; readonly ofTakeaway: number },
): Pick<SlideRoom, 'chart' | 'spare'> {
  const taken = takeaway === true ? ofTakeaway : Math.min(ofTakeaway, takeaway || 0)
  return {
    chart: { width, height: height + lift - taken },
    spare: spare === undefined ? undefined : spare - (ofTakeaway - taken),
  }
}

/** The slide's classes: its own, and "one-line" where the content may begin higher. */
export function slideClasses(slide: ResolvedSlide, layout: Layout): string {
  const own = classesOf(slide.parsed.source.front)
  const isLifted = isOneLine(slide, layout) && (layout.headline?.lift ?? 0) > 0
  return [own, ...(isLifted ? ['one-line'] : [])].filter(Boolean).join(' ')
}

/** How the classes of a slide ask for its charts. */
const lookOf = (classes: readonly string[]): Pick<ChartModel, 'ground' | 'spread'> => ({
  ...(classes.includes('dark') && { ground: 'dark' }),
  ...(classes.includes('aligned') && { spread: true }),
})

/** The slide with its charts as its classes ask for them; those on one scale keep the same room in the box of the layout. */
export function withChartsAsDrawn(slide: ResolvedSlide, layout: Layout): ResolvedSlide {
  const classes = classesOf(slide.parsed.source.front)
  const look = lookOf(classes.split(' '))
  const models = slide.visuals.flatMap((visual) => (visual.kind === 'chart' ? [{ ...visual.model, ...look }] : []))
  const drawn = new Map(keepSameRoom(models, slideRoom(slide, layout, classes).chart).map((model) => [model.id, model]))
  const visuals = slide.visuals.map((visual) =>
    visual.kind === 'chart' ? { ...visual, model: drawn.get(visual.model.id) ?? visual.model } : visual,
  )
  return { ...slide, visuals }
}
