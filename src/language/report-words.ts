import type { Status } from '../model/figure.ts'
import type { RuleId } from '../model/ties.ts'
import type { PluralForms } from './fill.ts'

/** The tie-out report of the presenter edition, and the checks on the cards of figures. */
export interface ReportWords {
  readonly title: string
  readonly titleOf: string // {title}, of the window
  readonly about: string // {company} {title} {date}
  readonly made: string // {engine} {data} {page}: version, and digests of the data and of the page beside it
  readonly deck: string
  readonly verdicts: Readonly<Record<'ticked' | 'rounding' | 'waived' | 'warning' | 'error' | 'not-checkable', string>>
  /** What each rule requires, by its id. */
  readonly rules: Readonly<Record<RuleId, string>>
  readonly rule: string // {rule} {title}
  readonly statuses: Readonly<Record<Status | 'computed' | 'corrected', string>>
  readonly columns: {
    readonly verdict: string
    readonly rule: string
    readonly slides: string
    readonly checked: string
    readonly figures: string
    readonly place: string
  }
  readonly filters: {
    readonly verdict: string
    readonly rule: string
    readonly slide: string
    readonly metric: string
    readonly search: string
    readonly all: string
  }
  readonly slideOption: string // {number} {title}
  readonly figure: string // {label} {period}
  readonly source: string // {title} {place}
  readonly waived: string // {who} {when} {reason}
  readonly findings: string
  readonly shown: string // {shown} {count}
  readonly unchecked: string
  readonly uncheckedRule: string // {count} {rule}
  readonly errata: {
    readonly title: string
    readonly slide: string
    readonly printed: string
    readonly right: string
    readonly ground: string
  }
  readonly arithmetic: ArithmeticWords
  /** How a printed figure is held, on its card and counted. */
  readonly net: {
    readonly tied: PluralForms // {count}
    readonly computed: string
    readonly sourceOnly: string
    readonly computedSourceOnly: string
    readonly untied: string
    readonly counts: string // {count} {tied} {sourceOnly} {untied}
  }
  readonly ticks: {
    readonly line: string // {title}; {rule} is known too
    readonly lineWithArithmetic: string // {title} {arithmetic}
    readonly rounding: string // {line}
    readonly waived: string // {line} {reason}
    readonly accepted: string // {line}, of a waived one without its reason
    readonly more: PluralForms // {line} {count}
  }
}

/** The words in the arithmetic of a finding, which the cards of figures show as well. */
export interface ArithmeticWords {
  readonly sum: string // {sum} {total}
  readonly sumOff: string // {sum} {added} {total} {difference}
  readonly stated: string // {arithmetic} {stated}
  readonly printedEnds: string // {arithmetic} {printed}: a change that its printed ends miss by rounding
  readonly compounded: string // {to} {from} {time}
  readonly years: PluralForms
  readonly months: PluralForms
  readonly against: string // {value} {other}
  readonly both: string // {value} {other}
  readonly printedAs: string // {value} {text}
  readonly is: string // {fact} {text}
  readonly up: string // {base}
  readonly down: string // {base}
  readonly unchanged: string // {base}
  readonly revised: string // {before} {now}
  readonly published: string // {before} {edition} {now}
}

/** Words of the hand-outs: the data book and the printed sheets. */
export interface HandoutWords {
  readonly sheets: {
    readonly cover: string
    readonly contents: string
    readonly figures: string // of figures before the first section
    readonly computed: string
    readonly sources: string
    readonly errata: string
    readonly ticks: string
    readonly made: string
  }
  readonly columns: {
    readonly label: string
    readonly period: string
    readonly unit: string
    readonly value: string
    readonly printed: string
    readonly computedAs: string
    readonly status: string
    readonly source: string
    readonly fact: string
    readonly series: string
    readonly id: string
    readonly title: string
    readonly date: string
    readonly address: string
    readonly slide: string
    readonly right: string
    readonly ground: string
  }
  /** What the cover says, beside the value. */
  readonly cover: {
    readonly company: string
    readonly title: string
    readonly date: string
    readonly reportingPeriod: string
    readonly edition: string
    readonly public: string
    readonly presenter: string
  }
  /** Columns of the sheet behind a bridge. */
  readonly bridge: { readonly start: string; readonly total: string; readonly up: string; readonly down: string }
  /** The page of a kit for the stage: {title}; {id} of the files. */
  readonly venue: { readonly title: string; readonly lines: readonly string[] }
  readonly book: string // {title}, of the workbook
  readonly chartOf: string // {number} {title}, of a chart's sheet
}
