import type { PluralForms } from './fill.ts'

/** The words of the page in the browser. */
export interface PageWords {
  readonly bar: { readonly label: string; readonly previous: string; readonly next: string; readonly search: string }
  readonly place: {
    /** What a screen reader calls a slide. */
    readonly slide: string
    readonly position: string // {number} {total}
    readonly announcement: string // {position} {title}
    /** The document's title. */
    readonly title: string // {number} {title} {deck}
  }
  /** Titles of commands, in the help. */
  readonly commands: Readonly<
    Record<
      | 'next'
      | 'previous'
      | 'first'
      | 'last'
      | 'black'
      | 'full-screen'
      | 'help'
      | 'search'
      | 'overview'
      | 'chart-data'
      | 'copy'
      | 'save-figures'
      | 'picture'
      | 'ticks'
      | 'without'
      | 'proof'
      | 'answer'
      | 'speaker'
      | 'share',
      string
    >
  >
  /** The list of keys; `number` and `jump` are of a number and Enter. */
  readonly help: {
    readonly title: string
    readonly number: string
    readonly jump: string
    /** What is written on keys that have a name. */
    readonly keys: Readonly<Record<'home' | 'end', string>>
  }
  readonly search: SearchWords
  /** The search for a line item, which a chart over the whole screen answers. */
  readonly answer: Pick<SearchWords, 'title' | 'hint' | 'label' | 'results' | 'none'>
  /** Over the list of slides on a page that is read. */
  readonly contents: string
  readonly card: CardWords
  readonly copies: CopyWords
  readonly share: ShareWords
  readonly speaker: SpeakerWords
  readonly charts: LiveChartWords
  readonly said: MessageWords
  readonly errors: { readonly one: string; readonly several: PluralForms } // {count}
}

interface SearchWords {
  readonly title: string
  readonly hint: string
  readonly label: string
  readonly results: string
  readonly hits: PluralForms // {count}
  readonly none: string
}

/** The card of a figure. */
export interface CardWords {
  readonly printed: string
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
  readonly copyFigure: string
  readonly copyLink: string
  readonly copyCitation: string
  readonly citation: string // {company} {metric} {period} {value} {source} {title} {date} {address}
  readonly citationCopied: string
  readonly statuses: Readonly<Record<string, string>>
}

/** How a slide is passed on. */
interface ShareWords {
  readonly title: string
  readonly address: string
  readonly copy: string
  readonly code: string // copies the code of a frame
  readonly qr: string // {address}
  readonly downloads: string
  readonly close: string
  readonly linkCopied: string
  readonly codeCopied: string
}

/** The speaker's window. */
export interface SpeakerWords {
  readonly title: string // {title}
  readonly reset: string
  readonly now: string
  readonly nextStep: string
  readonly next: string // {title}
  readonly last: string
  readonly notes: string
  readonly noNotes: string
  readonly black: string
  readonly smaller: string
  readonly larger: string
  readonly keys: string
  /** The deck's window is gone or does not answer. */
  readonly cutOff: string
  readonly waiting: string
  readonly planned: string // {elapsed} {planned}
  readonly ahead: string // {time}
  readonly behind: string // {time}
  readonly onTime: string
  /** Over the notes on paper. */
  readonly notesPage: string // {number} {title}
}

export interface LiveChartWords {
  readonly hint: string // {summary}
  readonly series: string
  readonly mark: string // {label} {value}
  readonly markWithChange: string // {label} {value} {change}
  readonly copies: string // names the group of these
  readonly copy: string
  readonly copyPicture: string
  /** Names of the files that it can be saved as. */
  readonly saveCsv: string
  readonly saveSvg: string
  readonly savePng: string
}

/** What stands beside figures that are copied. */
interface CopyWords {
  readonly figure: string // over the column of names
  readonly kinds: string // {kinds}
  readonly sources: string // {sources}
}

/** Messages shown for a moment. */
interface MessageWords {
  readonly unknownFigure: string
  readonly noChart: string
  readonly nothingToCopy: string
  readonly copied: string
  readonly saved: string // {file}
  readonly pictureCopied: string // {title}
  readonly copyRefused: string
  readonly windowRefused: string
  readonly ticksOff: string
  readonly nothingWithout: string
  readonly nothingAddsUp: string
  readonly ticked: PluralForms // {ticked} of {count}
  readonly noCards: string
  readonly notLoaded: string
  readonly offline: string
  /** What a page opened from a disk lacks. */
  readonly fromDisk: string
  readonly fullScreenRefused: string
  readonly jump: string // {number}
  readonly noSlide: string // {number}
  readonly elsewhere: string
  readonly inNotes: string
}
