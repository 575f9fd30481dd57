import type { ChartModel } from '../../model/chart.ts'
import type { FigureUse, TextRun } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import type { SlideSource } from '../parse/slide.ts'
import type { Ink } from './ink.ts'
import type { ResolvedTable } from './resolved-table.ts'
import type { MarkedText } from './text.ts'
import type { ResolvedTile } from './tiles.ts'

/** A chart, a table or tiles with their numbers. */
export type Visual =
  | {
      readonly kind: 'chart'
      readonly model: ChartModel
      readonly uses: readonly FigureUse[]
      readonly ownScale: boolean
      readonly texts: readonly TextRun[]
      readonly place: Place
    }
  | { readonly kind: 'table'; readonly table: ResolvedTable }
  | { readonly kind: 'tiles'; readonly tiles: readonly ResolvedTile[] }

/** A value of the front matter's `fields`: text with marks, or what YAML gave. */
export type FieldValue =
  | { readonly kind: 'marked'; readonly text: MarkedText }
  | { readonly kind: 'plain'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly FieldValue[] }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, FieldValue> }

/** A slide with every placeholder filled and every block resolved; its texts hold marks. */
export interface ResolvedSlide {
  readonly source: SlideSource
  readonly ink: Ink
  readonly title: MarkedText | undefined
  readonly subtitle: MarkedText | undefined
  readonly fields: ReadonlyMap<string, FieldValue>
  readonly body: MarkedText
  readonly visuals: readonly (Visual | undefined)[] // one a block
  readonly notes: MarkedText | undefined
  /** Marks from this one on belong to the notes. */
  readonly notesFrom: number
  readonly diagnostics: readonly Diagnostic[]
}
