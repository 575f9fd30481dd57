import type { Language } from '../language/language.ts'
import type { Calendar } from './calendar.ts'
import type { ChartModel } from './chart.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Fact } from './fact.ts'
import type { Figure, Metric, Scenario } from './figure.ts'
import type { Html } from './html.ts'
import type { Period } from './period.ts'
import type { Place } from './source-file.ts'
import type { Unit } from './unit.ts'

/** How numbers are printed, from data/deck.yaml. */
export interface NumberStyle {
  readonly negative: 'parentheses' | 'minus' | 'triangle'
  readonly notMeaningful: string // "n.m."
  readonly missing: string // "–"
  readonly currency: 'code' | 'symbol' // JPY54,064 million or ¥54,064 million
  readonly group: string // thousands separator: "," or a thin space
  readonly decimal: string
  /** Whether a printed change is computed from figures as displayed or as stored. */
  readonly changesFrom: 'displayed' | 'unrounded'
  readonly rounding: 'nearest' | 'truncate' // of the published figures
  readonly minus: 'words' | 'signs' // default form of changes: "up 4.3%" or "+4.3%"
  /** What a slide says of printed parts that miss their printed total because of rounding. */
  readonly roundingNote: string
}

/** data/deck.yaml, checked. */
export interface DeckConfig {
  readonly company: string
  readonly shortName: string
  readonly title: string
  readonly date: string // ISO; the day the deck speaks from
  readonly dateText: string // e.g. "July 8–9, 2009"
  readonly speaker?: string
  /** The engine's own words, in the deck's language; `tag` is as deck.yaml writes it. */
  readonly language: Language
  readonly address?: string // where the deck is hosted, for the QR code and social tags
  readonly reportingPeriod: Period
  readonly calendar: Calendar
  readonly numbers: NumberStyle
  /** Count nouns declared in deck.yaml, by name: the second argument of parseUnit. */
  readonly units: ReadonlyMap<string, Unit>
  readonly fields: Readonly<Record<string, unknown>> // further plain fields for templates
}

export interface SourceDocument {
  readonly id: string
  readonly title: string
  readonly short?: string // how a source line names it
  readonly date?: string
  readonly url?: string
}

/** One row of data/errata.csv: what the source printed, what is right, and on what ground. */
export interface Erratum {
  readonly slide: string // slide id
  readonly fact?: string // fact id where the entry is about one
  readonly printed: string
  readonly right: string
  readonly ground: string
  readonly place: Place
}

/** data/tables/*.csv: header and rows of text, with the place of each row. */
export interface PlainTable {
  readonly id: string // file name without extension
  readonly columns: readonly string[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly place: Place }[]
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
  /** data/metrics.yaml `ties:` and data/waivers.yaml as parsed YAML with places; src/tieout checks their content. */
  readonly ties: unknown
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

/** Text of a slide as a reader sees it, with figures in place: what the claim rules read. */
export interface TextRun {
  readonly region: 'title' | 'subtitle' | 'body' | 'note' | 'table' | 'chart' | 'footnote' | 'tile'
  readonly parts: readonly (
    | string
    | { readonly use: string }
    | { readonly plain: string }
    | { readonly period: string; readonly text: string }
  )[]
  readonly place: Place
}

/** A table with its numbers. */
export interface TableModel {
  readonly id: string
  readonly caption: string
  readonly unit: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly notes: readonly string[]
}

export interface TableColumn {
  readonly label: string
  readonly sub?: string // e.g. the date range
  readonly kind: 'label' | 'figure' | 'change' | 'share' | 'text'
  readonly emphasis: boolean // the reporting period's column is tinted
}

export interface TableRow {
  readonly label: string
  readonly total: boolean
  readonly indent: number
  readonly cells: readonly { readonly text: string; readonly use: string | null; readonly fact: string | null }[]
}

export interface Slide {
  readonly id: string // from the file name: "revenues"
  readonly number: number // 1-based among the slides of this edition
  readonly layout: string
  readonly title: string // plain text
  readonly section: string
  readonly hidden: boolean
  /** Marked `historical: true`: may speak of periods before the comparison set (rule P2). */
  readonly historical: boolean
  readonly html: string // the whole <section>, notes included in the presenter edition
  readonly notes: string // plain text; "" in the public edition
  readonly charts: readonly ChartModel[]
  /** Where each chart's block stands. */
  readonly chartPlaces?: readonly Place[]
  readonly tables: readonly TableModel[]
  readonly uses: readonly FigureUse[]
  readonly texts: readonly TextRun[]
  readonly sources: readonly string[] // document ids
  readonly place: Place
}

export interface Deck {
  readonly config: DeckConfig
  readonly data: DeckData
  readonly slides: readonly Slide[]
  readonly facts: ReadonlyMap<string, Fact> // every fact that a slide shows, and their inputs
}

export interface Compilation {
  /** Undefined whenever a diagnostic is an error: never half a deck. */
  readonly deck: Deck | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** The whole page: index.html's body, ready for Vite. */
  readonly page: Html | undefined
}

export type Edition = 'public' | 'presenter'
