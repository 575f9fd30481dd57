import type { Place } from './source-file.ts'

/** Typography of a run of text. Absent means no. */
export interface RunStyle {
  readonly strong?: true
  readonly emphasis?: true
  readonly strike?: true
  readonly code?: true
  readonly link?: Link
}

export interface Link {
  readonly address: string // "https://…", "mailto:…", or "#/revenues" for another slide
  readonly title?: string
}

/** A stretch of text of one kind and one style, as a reader sees it. */
export type Inline = RunStyle &
  (
    | { readonly kind: 'text'; readonly text: string } // the author's words
    | FigureRun
    | { readonly kind: 'period'; readonly text: string; readonly period: string } // its label: "4Q08"
    | { readonly kind: 'plain'; readonly text: string } // marked as text by its author: [[3G]]
    | { readonly kind: 'data'; readonly text: string } // words of the data: a label, a field, a cell of a table
    | { readonly kind: 'picture'; readonly address: string; readonly alt: readonly Inline[]; readonly title?: string }
    | { readonly kind: 'break'; readonly hard: boolean }
  )

/** A printed number: the occurrence `use` of the fact `fact`. */
export interface FigureRun {
  readonly kind: 'figure'
  readonly text: string // "JPY54,064 million"
  readonly use: string // key among the slide's uses
  readonly fact: string
  /** Of a number that no source states as such: "derived", "range", "restated", "corrected". */
  readonly status?: string
  /** It has the colour of falls where numbers have one: a fall, a cost's rise, a loss. */
  readonly isFall?: true
  /** Mark of the footnote that belongs to it: "†", "a". */
  readonly mark?: string
}

/** A line or paragraph of text and where it was written. */
export interface Text {
  readonly runs: readonly Inline[]
  readonly place: Place
}

/** A part of running text; `T` is what a line or paragraph of it is. */
export type Block<T extends object = Text> =
  | ({ readonly kind: 'paragraph' } & T)
  | ({ readonly kind: 'heading'; readonly level: number } & T) // 2 for "##", a group's
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start?: number // of an ordered list, where it is not 1
      readonly tight: boolean // items without space between them
      readonly items: readonly ListItem<T>[]
    }
  | { readonly kind: 'quote'; readonly blocks: readonly Block<T>[] }
  | {
      readonly kind: 'grid' // a table written in Markdown
      readonly head: readonly GridCell<T>[]
      readonly rows: readonly (readonly GridCell<T>[])[]
    }
  | ({ readonly kind: 'code' } & T)
  | { readonly kind: 'rule' }
  | { readonly kind: 'visual'; readonly id: string } // stands among the slide's visuals

export interface ListItem<T extends object = Text> {
  readonly blocks: readonly Block<T>[]
  /** Shown in a step of its own. */
  readonly step: boolean
}

export type GridCell<T extends object = Text> = T & { readonly align?: 'left' | 'center' | 'right' }

/** What stands under one heading of a slide. */
export interface Group {
  readonly heading: Text
  readonly blocks: readonly Block[]
}

/** A value of the front matter's `fields`. */
export type FieldContent =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly FieldContent[] }
  | { readonly kind: 'map'; readonly entries: Readonly<Record<string, FieldContent>> }

/** The text as read aloud, without any styling: a break is a space, a picture its alternative text. */
export function plainText(runs: readonly Inline[]): string {
  return runs
    .map((run) => (run.kind === 'break' ? ' ' : run.kind === 'picture' ? plainText(run.alt) : run.text))
    .join('')
}

/** Every text of some blocks, in the order in which they are read. */
export function textsIn<T extends object = Text>(blocks: readonly Block<T>[]): readonly T[] {
  return blocks.flatMap((block): readonly T[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
      case 'code':
        return [block]
      case 'list':
        return block.items.flatMap((item) => textsIn(item.blocks))
      case 'quote':
        return textsIn(block.blocks)
      case 'grid':
        return [...block.head, ...block.rows.flat()]
      default:
        return []
    }
  })
}

/** Whether there is anything to read in some blocks, visuals aside. */
export const hasText = (blocks: readonly Block[]): boolean => blocks.some(({ kind }) => kind !== 'visual')

/** What a helper of a layout returned, in the order of the calls: rendering the layout reads it instead of calling. */
export type LayoutValue =
  | string
  | number
  | boolean
  | null
  | Inline
  | { readonly kind: 'list'; readonly items: readonly LayoutValue[]; readonly sample: LayoutValue }
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, LayoutValue>> }
  | { readonly kind: 'open' }

/** A headline figure: number, unit, comparator and period in one. */
export interface Tile {
  readonly label: readonly Inline[]
  readonly period: readonly Inline[]
  readonly value: readonly Inline[]
  readonly change: readonly Inline[] // none where nothing is compared
  readonly note: readonly Inline[]
  readonly isLoss?: true // the amount has the colour of falls
  readonly place: Place
  readonly notePlace: Place
}
