import type { Language } from '../language/language.ts'
import type { ChartModel } from './chart.ts'
import {
  type Block,
  type FieldContent,
  type Group,
  type Inline,
  type LayoutValue,
  plainText,
  type Text,
  type Tile,
} from './content.ts'
import type { DocumentDetails, Fact, FactDetails } from './fact.ts'
import type { Figure, Metric, Scenario } from './figure.ts'
import type { Calendar, Period, Span } from './period.ts'
import type { Place, PlainTable } from './source-file.ts'
import type { Erratum, NetFloor, PublishedFigure, Ties, Waiver } from './ties.ts'
import type { Unit } from './unit.ts'

/** How numbers are printed, from data/deck.yaml. */
export interface NumberStyle {
  readonly negative: 'parentheses' | 'minus' | 'triangle'
  readonly notMeaningful: string // "n.m."
  readonly missing: string // "–"
  readonly currency: 'code' | 'spaced-code' | 'symbol' // JPY54,064 million, JPY 54,064 million or ¥54,064 million
  /** Codes of the currencies that share their sign with another one of the deck: printed US$ and C$. */
  readonly lettered: readonly string[]
  readonly group: string // thousands separator: "," or a thin space
  readonly decimal: string
  /** Whether a printed change is computed from figures as displayed or as stored. */
  readonly changesFrom: 'displayed' | 'unrounded'
  readonly growthBound: number // per cent beyond which computed growth is not meaningful
  readonly rounding: 'nearest' | 'truncate' // of the published figures
  readonly minus: 'words' | 'signs' // default form of changes: "up 4.3%" or "+4.3%"
  /** Printed on slides where printed parts miss their printed total because of rounding. */
  readonly roundingNote: string
}

/** A company's own look, from data/deck.yaml. */
export interface Brand {
  /** Colours by the custom property of the theme that they set: "--qd-brand" → "#0a5aa0". */
  readonly properties: Readonly<Record<string, string>>
  /** Paths in public/, for light and for dark grounds. */
  readonly logo?: { readonly light: string; readonly dark: string }
  readonly cover?: string
  readonly officeFont?: string
}

/** data/deck.yaml, checked. */
export interface DeckConfig {
  /** Names the files that are made from the deck. */
  readonly id?: string
  readonly company: string
  readonly shortName: string
  readonly title: string
  readonly date: string // ISO; the day from which the deck sees past and future
  readonly dateText: string // e.g. "July 8–9, 2009"
  readonly speaker?: string
  /** The engine's own words in the deck's language; `tag` is as written in deck.yaml. */
  readonly language: Language
  /** The language of the author's own text, where the engine has no words of it; else the deck's. BCP 47. */
  readonly textLanguage: string
  readonly address?: string // where the deck is hosted, for the QR code and social tags
  readonly duration?: number // planned minutes of the talk
  readonly reportingPeriod: Period
  readonly rolledFrom?: { readonly period: Span; readonly date: string } // what it reported, and when, before a roll
  readonly calendar: Calendar
  readonly numbers: NumberStyle
  /** Count nouns declared in deck.yaml, by name: the second argument of parseUnit. */
  readonly units: ReadonlyMap<string, Unit>
  readonly files: FileSettings
  readonly brand?: Brand
  readonly fields: Readonly<Record<string, unknown>> // further plain fields for templates
}

/** How files of data/ are read. */
export interface FileSettings {
  /** What stands before decimals in cells of text; undefined leaves it to each file. */
  readonly decimal?: '.' | ','
  readonly hiddenSheets: readonly string[] // of workbooks, that are read all the same
}

export interface SourceDocument {
  readonly id: string
  readonly title: string
  readonly short?: string // how a source line names it
  readonly date?: string
  readonly url?: string
  /** The document itself, kept in the deck's folder; the public edition has it only where its author says so. */
  readonly kept?: { readonly path: string; readonly isPublic: boolean }
  readonly workbooks?: ReadonlyMap<string, string> // files that its figures were imported from, with their SHA-256
  readonly laterEvidence?: string // why a document that is later than the deck stands behind a figure of it
}

/** All of data/, checked, before anything is computed. */
export interface DeckData {
  readonly config: DeckConfig
  readonly metrics: ReadonlyMap<string, Metric>
  readonly scenarios: ReadonlyMap<string, Scenario>
  readonly figures: readonly Figure[]
  readonly documents: ReadonlyMap<string, SourceDocument>
  readonly tables: ReadonlyMap<string, PlainTable>
  readonly errata: readonly Erratum[]
  /** What the tie-out requires beyond the definitions of metrics, from data/metrics.yaml. */
  readonly ties: Ties
  readonly waivers: readonly Waiver[] // accepted deviations, from data/waivers.yaml
  readonly published: readonly PublishedFigure[] // what earlier editions printed, from data/published.csv
  readonly net: NetFloor | undefined // what must not get less, from data/net.yaml; undefined without the file
}

/** One number as printed: the occurrence of a fact. `key` numbers the occurrences of a slide: "s160.3". */
export interface FigureUse {
  readonly key: string
  readonly fact: string
  readonly text: string // as printed, e.g. "up 14.3% YoY"
  /** Exact text of what the digits say, in displayUnit, e.g. "54064"; "" when n.m. or missing. */
  readonly displayed: string
  /** Decimals printed, and the unit they are printed in, e.g. "JPY mn". */
  readonly decimals: number
  readonly displayUnit: string
  /** How a change is worded: "up 14.3%", "+14.3%", or the bare magnitude after a verb of the author's. */
  readonly form: 'value' | 'words' | 'signed' | 'magnitude'
  readonly place: Place
}

/** A table with its numbers. */
export interface TableModel {
  readonly id: string // "<slide id>-table-<n>", unique in the deck
  readonly caption: Text | null
  readonly unit: string // of all figures that do not name their own; "" for none
  readonly columns: readonly TableColumn[] // the first is that of the rows' labels
  readonly rows: readonly TableRow[]
  readonly grid?: readonly number[] // per cent: widths of the columns of tables that stand on one grid
  /** Notes on derived figures, each with its letter, then the author's. */
  readonly notes: readonly Note[]
  readonly place: Place // of the columns
}

export interface TableColumn {
  readonly label: readonly Inline[]
  readonly sub?: readonly Inline[] // e.g. the date range
  readonly head?: readonly Inline[] // over this column and its neighbours of the same head
  readonly mark?: string // of a note that holds for all its figures
  readonly kind: 'label' | 'figure' | 'change' | 'share' | 'progress' | 'unit' | 'text'
  readonly emphasis: boolean // the reporting period's column is tinted
}

export interface TableRow {
  readonly kind: 'row' | 'total' | 'heading'
  readonly label: readonly Inline[]
  readonly indent: number
  readonly highlight?: boolean // what the slide is about
  readonly unit?: string // of its figures, or of all under the heading, where it is not that of the table
  readonly role?: 'start' | 'step' | 'end' // in a reconciliation
  readonly terms?: readonly { readonly row: number; readonly isTaken: boolean }[] // rows that add up to it by its metric
  readonly cells: readonly TableCell[] // one a column after the first; none of a heading
  readonly place: Place
}

export interface TableCell {
  readonly runs: readonly Inline[]
  readonly pad: string // spaces as wide as the decimals that other cells of the column have more
  readonly missing?: string // the metric that has no figure here, where a dash is printed
  readonly place?: Place // in data/tables, whose cell it is
}

/** A footnote or a note under a table. */
export interface Note extends Text {
  readonly mark?: string // before it and after its figures
  readonly origin: 'author' | 'derived' | 'corrected' | 'restated' | 'rounding'
  readonly short?: string // on the line of a slide's foot without room for all of it
}

/** A chart, a table or tiles with their numbers. */
export type Visual =
  | {
      readonly kind: 'chart'
      readonly id: string
      readonly chart: ChartModel
      /** Pixels that its layout gives it, of a slide of 1920 × 1080. */
      readonly box: Box
      /** Its title, labels and notes as written in the block. */
      readonly texts: readonly Text[]
      /** What the change in the tooltip of a fact is measured against. */
      readonly bases: Readonly<Record<string, string>>
      readonly place: Place
    }
  | { readonly kind: 'table'; readonly id: string; readonly table: TableModel }
  | { readonly kind: 'tiles'; readonly id: string; readonly tiles: readonly Tile[] }

export interface Box {
  readonly width: number
  readonly height: number
}

export interface Stage {
  /** The steps in which its charts come: as many as the longest has categories. */
  readonly steps?: number
  /** What it shares with the slide before moves to its place here. */
  readonly morph?: true
  /** Id of the slide that stands for it when key W takes something away. */
  readonly without?: string
}

/** A slide as data: everything that it shows, without any markup. */
export interface Slide {
  readonly id: string // from the file name: "revenues"
  readonly number: number // 1-based among the slides that are not hidden; of a hidden one among those
  readonly layout: string
  readonly class: string // further classes, separated by spaces
  readonly tone?: 'dark' // stands on the dark ground, whatever its layout; its classes hold "dark" too
  readonly section: string // id of the section that it belongs to; "" before the first
  readonly hidden: boolean
  readonly formerly?: readonly string[] // ids that it had before: their addresses lead to it
  readonly minutes?: number // planned for it in the talk; in the presenter edition
  /** How it comes on stage; nothing of it is seen on paper, in pictures or where motion is not wanted. */
  readonly stage?: Stage
  /** Marked `historical: true`: may mention periods before the comparison set (rule P2). */
  readonly historical: boolean
  readonly title: Text | null
  readonly subtitle: Text | null
  /** One line at the foot: what follows from what is shown. */
  readonly takeaway: Text | null
  readonly lead: readonly Block[] // before the first heading
  readonly groups: readonly Group[]
  readonly visuals: readonly Visual[]
  readonly fields: Readonly<Record<string, FieldContent>>
  readonly footnotes: readonly Note[]
  readonly sources: readonly string[] // document ids
  /** The source line: short names of the documents, and how many more there are. */
  readonly sourceLine: { readonly names: readonly string[]; readonly others: readonly string[] } // others have no room
  /** Words that its layout adds: the layout's own, and what it takes from the deck. */
  readonly layoutTexts: readonly Text[]
  readonly layoutValues: readonly LayoutValue[]
  readonly notes: readonly Block[] // the speaker's; none in the public edition
  readonly uses: readonly FigureUse[]
  readonly place: Place
}

/** A slide that opens a section. */
export interface Section {
  readonly id: string // as slides name it
  readonly slide: string
  readonly number: number // of its slide
  readonly hidden?: true // its slide is
  readonly title: string
}

export interface DeckHead {
  readonly company: string
  readonly shortName: string
  readonly title: string
  readonly date: string // ISO
  readonly dateText: string
  readonly speaker: string | null
  readonly address: string | null
  /** Pictures of the brand, as paths in public/. */
  readonly logo: string | null
  readonly logoOnDark: string | null
  readonly coverPicture: string | null
  readonly language: string // BCP 47
  readonly textLanguage?: string // BCP 47; of the author's text where it is another
  readonly reportingPeriod: string // its label
  readonly duration?: number // planned minutes of the talk; in the presenter edition
  readonly fields: Readonly<Record<string, string>>
}

/** The deck as plain JSON, made before any HTML and holding none: schemas/deck-content.schema.json. */
export interface Deck {
  readonly edition: Edition
  readonly head: DeckHead
  readonly sections: readonly Section[]
  readonly slides: readonly Slide[]
  /** Every fact that a slide shows, and what it was computed from, by id. */
  readonly facts: Readonly<Record<string, FactDetails>>
  /** Those that facts name by number, then those that only slides name. */
  readonly documents: readonly DocumentDetails[]
}

/** The exact numbers behind a deck, which the tie-out checks it against. */
export interface Evidence {
  readonly config: DeckConfig
  readonly data: DeckData
  readonly facts: ReadonlyMap<string, Fact> // every fact that a slide shows, and their inputs
}

/** A deck and the evidence for it. */
export type BoundDeck = Evidence & { readonly slides: readonly Slide[] }

export type Edition = 'public' | 'presenter'

/** The charts of a slide, each with the place of its block. */
export const chartsOf = ({ visuals }: Slide): readonly { readonly chart: ChartModel; readonly place: Place }[] =>
  visuals.flatMap((visual) => (visual.kind === 'chart' ? [{ chart: visual.chart, place: visual.place }] : []))

export const tablesOf = ({ visuals }: Slide): readonly TableModel[] =>
  visuals.flatMap((visual) => (visual.kind === 'table' ? [visual.table] : []))

/** The title as read aloud, "" where there is none. */
export const titleOf = ({ title }: Slide): string => (title ? plainText(title.runs) : '')
