import { datedOnce } from '../../../format/slides/dated-tiles.ts'
import { directionOf } from '../../../format/slides/direction.ts'
import type { Language } from '../../../language/language.ts'
import type { FigureRun, Inline } from '../../../model/content.ts'
import type { DeckHead, Section, Slide, Visual } from '../../../model/deck.ts'
import type { Frame, Image, Item } from '../items.ts'
import type { DeckLook } from '../look.ts'
import type { SignedTile } from '../pieces/tile-piece.ts'
import type { FigureColor, TextStyle } from '../text/paragraphs.ts'

interface Box {
  readonly width: number
  readonly height: number
}

interface TableBox extends Box {
  readonly alone?: number | undefined
  readonly size?: number | undefined
  readonly folds?: number | undefined
}

interface TextBox extends Box {
  readonly columns?: number | undefined
  readonly size: number
  readonly crowded: number
  readonly dense?: number | undefined
  readonly between: number
  readonly line?: number | undefined
  readonly groups?:
    | {
        readonly arrange: 'beside' | 'grid' | 'rows' | 'steps'
        readonly gap: number
        readonly padding?: readonly [number, number] | undefined
        readonly columns?: readonly number[] | undefined
        readonly heading?: number | undefined
        readonly side?: number | undefined
      }
    | undefined
}

interface Variant {
  readonly chart?: Box | undefined
  readonly table?: TableBox | undefined
  readonly text?: TextBox | undefined
}

/** The boxes that a layout's contract declares, templates/layouts/<name>.yaml. */
export interface LayoutBoxes extends Variant {
  readonly headline?:
    | { readonly width: number; readonly size: number; readonly lift: number; readonly foot?: number | undefined }
    | undefined
  readonly variants: Readonly<Record<string, Variant>>
}

/** A picture of the deck's public folder, with its own size. */
export interface LoadedPicture {
  readonly image: Image
  readonly size: Box
}

/** What a slide is laid out with. */
export interface SlideScope {
  readonly slide: Slide
  /** Which of all slides it is, from 1. */
  readonly position: number
  readonly head: DeckHead
  readonly sections: readonly Section[]
  readonly language: Language
  readonly look: DeckLook
  readonly boxes: LayoutBoxes
  readonly table: TableBox | undefined
  readonly text: TextBox | undefined
  /** Where the content stands, below the headline and above takeaway and footnotes. */
  readonly area: Frame
  readonly has: (name: string) => boolean
  readonly picture: (address: string) => LoadedPicture | undefined
  /** The drawing of a chart in a frame of the size of its box. */
  readonly drawChart: (visual: ChartVisual, frame: Frame) => readonly Item[]
  /** Dark modules of the QR code of an address. */
  readonly qr: ((address: string) => readonly (readonly boolean[])[]) | undefined
}

export type ChartVisual = Extract<Visual, { readonly kind: 'chart' }>

export type Visuals<K extends Visual['kind']> = Extract<Visual, { readonly kind: K }>

export const chartsIn = ({ slide }: SlideScope): readonly ChartVisual[] =>
  slide.visuals.flatMap((visual) => (visual.kind === 'chart' ? [visual] : []))

export const tablesIn = ({ slide }: SlideScope): readonly Visuals<'table'>['table'][] =>
  slide.visuals.flatMap((visual) => (visual.kind === 'table' ? [visual.table] : []))

const isOfChange = ({ fact }: FigureRun): boolean => /^(?:growth|difference)\(/.test(fact)

/** The digits of a figure of a slide, exactly. */
function displayedOn({ uses }: Pick<SlideScope['slide'], 'uses'>): (run: FigureRun) => string {
  const displayed = new Map(uses.map((use) => [use.key, use.displayed]))
  return ({ use }) => displayed.get(use) ?? ''
}

/** Whether the digits of a figure of a slide are below zero. */
function fallsOn(slide: Pick<SlideScope['slide'], 'uses'>): (run: FigureRun) => boolean {
  const displayed = displayedOn(slide)
  return (run) => displayed(run).startsWith('-')
}

/** The colour of figures in a title: falls, rises of costs and losses have one, as in charts. */
export const titleFigures =
  ({ look }: Pick<SlideScope, 'look'>): FigureColor =>
  (run) =>
    run.isFall ? look.chart.downColor : look.figure

/** With the class "figures" a large figure begins a heading: a loss or a fall has the colour of falls. */
export const figuredStyle = (runs: readonly Inline[], style: TextStyle, { look, has }: SlideScope): TextStyle =>
  has('figures')
    ? { ...style, figure: (run) => (run === runs[0] && run.isFall ? look.chart.downColor : undefined) }
    : style

/** The colour of figures in tables: rises of costs stand out, and changes for less whatever their line aims at, as a column is read by its signs. */
export function tableFigures({ slide, look }: Pick<SlideScope, 'slide' | 'look'>): FigureColor {
  const falls = fallsOn(slide)
  return (run) => (isOfChange(run) && (falls(run) || run.isFall) ? look.chart.downColor : undefined)
}

/** The headline figures of a slide, with the directions that the page shows by colours and arrows. */
export function tilesIn({ slide }: Pick<SlideScope, 'slide'>): readonly SignedTile[] {
  const displayed = displayedOn(slide)
  const tiles = slide.visuals.flatMap((visual) => (visual.kind === 'tiles' ? datedOnce(visual.tiles, slide) : []))
  return tiles.map((tile) => {
    const [changed] = tile.change.flatMap((run) => (run.kind === 'figure' && !run.strong ? [run] : []))
    return {
      ...tile,
      ...((tile.isLoss || tile.value.some((run) => run.kind === 'figure' && run.isFall)) && {
        falls: true,
      }),
      ...directed(changed, displayed),
    }
  })
}

/** A change that is n.m. or nothing has no direction. */
function directed(
  changed: FigureRun | undefined,
  displayed: (run: FigureRun) => string,
): Pick<SignedTile, 'direction' | 'isBad'> {
  const direction = changed && directionOf(displayed(changed))
  return { ...(direction && { direction }), ...(changed?.isFall && { isBad: true }) }
}

export const margin = 96
export const slideWidth = 1920
export const slideHeight = 1080
export const contentWidth = slideWidth - 2 * margin

/** Of each part the first class that has its own decides. */
export function boxOf<K extends keyof Variant>(boxes: LayoutBoxes, classes: string, part: K): Variant[K] {
  const own = classes
    .split(/\s+/)
    .map((name) => (Object.hasOwn(boxes.variants, name) ? boxes.variants[name] : undefined))
  return own.find((variant) => variant?.[part])?.[part] ?? boxes[part]
}

/** Frames side by side, as wide as each other. */
export function beside({ x, y, width, height }: Frame, count: number, gap: number): readonly Frame[] {
  const each = (width - gap * (count - 1)) / Math.max(1, count)
  return Array.from({ length: count }, (_, index) => ({ x: x + index * (each + gap), y, width: each, height }))
}

/** The frame without what is above its `from`, and what is below its `height`. */
export const below = (frame: Frame, from: number): Frame => ({
  ...frame,
  y: frame.y + from,
  height: Math.max(0, frame.height - from),
})

export const insideOf = ({ x, y, width, height }: Frame, across: number, down: number): Frame => ({
  x: x + across,
  y: y + down,
  width: width - 2 * across,
  height: height - 2 * down,
})
