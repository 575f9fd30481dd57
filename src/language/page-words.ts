import type { PluralForms } from './fill.ts'

/** The words of the page in the browser. */
export interface PageWords {
  readonly bar: { readonly label: string; readonly previous: string; readonly next: string; readonly search: string }
  readonly place: {
    /** What a screen reader calls a slide. */
    readonly slide: string
    readonly position: string // {number} {total}
    readonly announcement: string // {number} {total} {title}
  }
  /** Titles of commands, in the help. */
  readonly commands: Readonly<
    Record<'help' | 'search' | 'overview' | 'chart-data' | 'copy' | 'ticks' | 'speaker', string>
  >
  readonly help: { readonly title: string; readonly keys: readonly HelpKey[] }
  readonly search: { readonly title: string; readonly hint: string; readonly label: string; readonly results: string }
  readonly card: CardWords
  readonly speaker: SpeakerWords
  readonly charts: LiveChartWords
  readonly said: MessageWords
  readonly errors: { readonly one: string; readonly several: PluralForms } // {count}
}

/** A key that the deck itself responds to. */
interface HelpKey {
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
  readonly laterEvidence: string // {reason}, of a source
  readonly statuses: Readonly<Record<string, string>>
}

interface SpeakerWords {
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

/** Messages shown for a moment. */
interface MessageWords {
  readonly unknownFigure: string
  readonly noChart: string
  readonly nothingToCopy: string
  readonly copied: string
  readonly copyRefused: string
  readonly windowRefused: string
  readonly ticksOff: string
  readonly ticked: PluralForms // {ticked} of {count}
  readonly noCards: string
  readonly elsewhere: string
  readonly inNotes: string
}
