import type { Stroke } from './look.ts'

/** Pixels of a slide of 1920 × 1080. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface TextRun {
  readonly text: string
  readonly bold?: boolean
  readonly color?: string
  readonly size?: number // where it is not the paragraph's
  readonly raised?: boolean
  readonly struck?: boolean
  readonly code?: boolean
  readonly link?: string // "https://…" or "#/id"
}

export interface Paragraph {
  readonly runs: readonly TextRun[]
  readonly size: number
  readonly color?: string
  readonly bold?: boolean
  readonly align?: 'left' | 'center' | 'right'
  readonly bullet?: Bullet
  /** Left edge of its lines, in pixels. */
  readonly indent?: number
  readonly before?: number
  readonly line?: number // height in sizes, 1.35 when absent
}

export interface Bullet {
  readonly kind: 'square' | 'dash' | 'number'
  readonly color: string
  readonly start?: number
}

export type Insets = readonly [top: number, right: number, bottom: number, left: number]

/** Anything but a rectangle: a shape that PowerPoint knows by name. */
export type Geometry = 'rect' | 'roundRect' | 'ellipse' | 'rightArrow' | 'leftRightArrow' | 'homePlate' | 'triangle'

export interface TextItem {
  readonly kind: 'text'
  readonly name: string
  readonly frame: Frame
  readonly paragraphs: readonly Paragraph[]
  readonly anchor?: 'top' | 'middle' | 'bottom'
  readonly inset?: Insets
  readonly fill?: string
  readonly stroke?: Stroke
  readonly geometry?: Geometry
  readonly placeholder?: 'title' | 'ctrTitle' | 'sldNum' | 'ftr'
  /** The number of the slide, by a field that follows it. */
  readonly isNumber?: true
  readonly unwrapped?: true
}

/** Decoration: what is read stands elsewhere. */
export interface ShapeItem {
  readonly kind: 'shape'
  readonly frame: Frame
  readonly geometry: Geometry | 'line'
  readonly fill?: string
  /** Filled as the dark ground is. */
  readonly isDeep?: true
  readonly stroke?: Stroke
  readonly rotation?: number // degrees, clockwise
  readonly flipped?: true // a line from the lower left
  readonly opacity?: number // of the fill, 0 to 1
  readonly alt?: string // decoration when absent
  /** Drawn instead of the named geometry: SVG path data in pixels of the frame; M, L, C, A and Z. */
  readonly path?: string
}

export interface TableCellItem {
  readonly paragraphs: readonly Paragraph[]
  readonly fill?: string
  readonly top?: Stroke
  readonly bottom?: Stroke
  readonly inset: Insets
  readonly span?: number
  /** Covered by the cell before it, which spans several columns. */
  readonly covered?: true
  readonly anchor?: 'top' | 'middle' | 'bottom'
}

export interface TableItem {
  readonly kind: 'table'
  readonly name: string
  readonly alt: string
  readonly frame: Frame
  readonly columns: readonly number[]
  readonly rows: readonly { readonly height: number; readonly cells: readonly TableCellItem[] }[]
}

export interface ChartItem {
  readonly kind: 'chart'
  readonly name: string
  readonly alt: string
  readonly frame: Frame
  readonly xml: (relations: { readonly workbook: string }) => string
  readonly workbook: Buffer
}

export interface PictureItem {
  readonly kind: 'picture'
  readonly name: string
  readonly alt: string
  readonly frame: Frame
  readonly image: Image
  /** Parts of the picture that are cut off at each side, 0 to 1. */
  readonly crop?: Insets
}

/** A picture that every program shows, and the vectors that it was made of. */
export interface Image {
  readonly ending: 'png' | 'jpeg' | 'gif'
  readonly content: Buffer
  readonly svg?: Buffer
}

export type Item = TextItem | ShapeItem | TableItem | ChartItem | PictureItem
