import type { Counted } from './counted.ts'

/** What the page says in the browser. */
export interface PageWords {
  readonly bar: { readonly label: string; readonly previous: string; readonly next: string; readonly search: string }
  readonly place: {
    /** How a screen reader calls a slide. */
    readonly slide: string
    readonly position: string // {number} {total}
    readonly announcement: string // {number} {total} {title}
  }
  /** Titles of commands, in the help. */
  readonly commands: Readonly<Record<Command, string>>
  readonly help: { readonly title: string; readonly keys: readonly HelpKey[] }
  readonly search: { readonly title: string; readonly hint: string; readonly label: string; readonly results: string }
  readonly card: CardWords
  readonly speaker: SpeakerWords
  readonly charts: LiveChartWords
  readonly said: SaidWords
  readonly errors: { readonly one: string; readonly several: Counted } // {count}
}

type Command = 'help' | 'search' | 'overview' | 'chart-data' | 'copy' | 'ticks' | 'speaker'

/** A key that the deck itself answers to. */
export interface HelpKey {
  readonly key: string
  readonly title: string
}

/** The card of a figure. */
export interface CardWords {
  readonly period: string
  readonly status: string
  readonly formula: string
  readonly from: string
  readonly source: string
  readonly note: string
  readonly erratum: string
  readonly tickedBy: string
  readonly close: string
  readonly input: string // {metric} {period} {value}
  readonly statuses: Readonly<Record<string, string>>
}

export interface SpeakerWords {
  readonly title: string // {title}
  readonly reset: string
  readonly next: string // {title}
  readonly last: string
}

export interface LiveChartWords {
  readonly hint: string // {summary}
  readonly series: string
  readonly mark: string // {label} {value}
  readonly markWithChange: string // {label} {value} {change}
  readonly copy: string
}

/** What is said for a moment. */
export interface SaidWords {
  readonly unknownFigure: string
  readonly noChart: string
  readonly nothingToCopy: string
  readonly copied: string
  readonly copyRefused: string
  readonly windowRefused: string
  readonly ticksOff: string
  readonly ticked: Counted // {ticked} of {count}
  readonly noCards: string
  readonly elsewhere: string
  readonly inNotes: string
}
