import type { ClaimWords } from './claim-words.ts'
import type { PluralForms } from './fill.ts'
import type { PageWords } from './page-words.ts'
import type { HandoutWords, ReportWords } from './report-words.ts'
import type { RollWords } from './roll/roll-words.ts'
import type { SiteWords } from './site/site-words.ts'

/**
 * Every word of the engine's own that a reader sees or hears, and those by which claims are recognized. Plain JSON:
 * strings, lists and records, no functions, so that it can travel to the browser as data. `{name}` in a text is a slot,
 * filled by `fill`.
 */
export interface Language {
  /** BCP 47, as written in deck.yaml: "en-GB". */
  readonly tag: string
  /** Whether common nouns keep their capital inside a sentence, as in German. */
  readonly capitalNouns: boolean
  /** Words in small letters that name no one: leading a label, they lose their capital inside a sentence. */
  readonly commonWords: readonly string[]
  readonly lists: ListWords
  readonly numbers: NumberWords
  readonly changes: ChangeWords
  readonly periods: PeriodWords
  readonly scenarios: ScenarioWords
  readonly facts: FactWords
  readonly charts: ChartWords
  readonly tables: TableWords
  readonly slides: SlideWords
  /** What the browser needs, put into the page as data. */
  readonly page: PageWords
  readonly report: ReportWords
  readonly handouts: HandoutWords
  readonly roll: RollWords
  readonly site: SiteWords
  /** By which the author's own sentences about numbers are checked; none of it is printed. */
  readonly claims: ClaimWords
}

/** "A, B and C". */
interface ListWords {
  readonly separator: string
  readonly lastSeparator: string
}

/** Units with digits. A pattern's `{amount}` is digits with their scale. */
export interface NumberWords {
  readonly scales: Readonly<Record<'k' | 'mn' | 'bn' | 'tn', string>>
  readonly scaled: string // {digits} {scale}
  readonly currency: string // {currency}{amount}
  readonly currencyApart: string // {currency} {amount}, where a blank stands between: of codes, and of symbols that end in a letter
  readonly currencyScaled: string // for captions: {currency} {scale}
  readonly counted: string // {amount} {noun}
  readonly nounScaled: string // for captions: {scale} {noun}
  readonly per: string // {amount} per {noun}
  readonly percent: string
  readonly times: string
  readonly basisPoints: string
  readonly points: PluralForms
  /** Hundredths of a currency, those of the pound and of any other: the noun behind the digits. */
  readonly hundredths: { readonly cents: PluralForms; readonly pence: PluralForms }
  /** Units of change as captions and axes name them. */
  readonly unitNames: { readonly points: string; readonly basisPoints: string }
  /** Defaults of deck.yaml's `numbers:`. */
  readonly notMeaningful: string
  readonly missing: string
  readonly roundingNote: string
}

/** Changes in words, and what they compare with. */
interface ChangeWords {
  readonly up: string // up {amount}
  readonly down: string
  readonly unchanged: string
  readonly range: string // {from} to {to}, of ends with different signs
  /** Year on year, half on half, quarter on quarter, month on month. */
  readonly comparators: Readonly<Record<'year' | 'half' | 'quarter' | 'month', string>>
  readonly comparedTo: string // {period}
  readonly comparedToScenario: string // {scenario}, in lower case inside the sentence
  readonly scenarioOf: string // {period} {scenario}: "FY07 target" inside a sentence
  readonly compared: string // {change} {comparator}
}

export interface PeriodWords {
  readonly months: readonly string[] // twelve
  readonly shortMonths: readonly string[]
  readonly date: string // {month} {day} {year}
  readonly month: string // {month} {year}
  readonly monthRange: string // {from}–{to}
  readonly shortDate: string // {year} of two digits, {month} and {day} as numbers
  readonly shortMonth: string
  readonly fiscalYear: string // {year}
  readonly quarters: readonly string[] // four, of {year}
  readonly halves: readonly string[] // two
  readonly nineMonths: string
  readonly twelveMonths: string // to {date}
  /** In a calendar of weeks. */
  readonly weeks: string // {weeks} {year}, a label
  readonly firstWeeks: string // {weeks} {year}
  readonly lastWeeks: string // {weeks} {date}
  readonly weeksEnded: string // {weeks} {date}
  readonly dayOfYear: string // {month} {day}
  readonly heads: SpanHeads
}

/** Over several columns of a table, whose own heads are years or days. */
interface SpanHeads {
  readonly months: Readonly<Partial<Record<number, string>>> // by their number: "Three months"
  readonly year: string // a fiscal year
  readonly otherMonths: string // {months}
  readonly weeks: string // {weeks}
  readonly span: { readonly ended: string; readonly endedOn: string } // {length} {day}
  readonly balance: { readonly ended: string; readonly endedOn: string } // {day}
}

export interface ScenarioWords {
  /** Labels of the built-in scenarios. */
  readonly actual: string
  readonly target: string
}

/** Names of computed figures, notes on figures, and the words on their cards beyond the page's own. */
export interface FactWords {
  readonly change: string // {metric}
  readonly against: string // {period} {base}
  readonly ofScenario: string // {period} {scenario}
  readonly compoundGrowth: string // {metric}
  readonly range: string // {from}–{to}, of periods
  readonly derived: string
  readonly derivedFrom: string // {formula}
  readonly derivedAll: string // of several formulas
  readonly rangeFrom: string // {formula}
  /** Foot notes of a slide on which they have no room. */
  readonly shortNotes: Readonly<Record<'derived' | 'range' | 'corrected' | 'restated' | 'rounding', string>>
  readonly longYear: string // {year}
  readonly weeksDiffer: string // {period} {weeks} {base} {baseWeeks}
  readonly perWeek: string // {change}
  /** Printed before what is computed from an inexact number: "around 6,500". */
  readonly around: string
  readonly erratum: string // {year} {printed} {right} {ground}
  /** Of a doubtful number that is shown as it was printed. */
  readonly doubted: string // {year} {printed} {ground}
  /** Foot notes of a slide: on a number that was printed wrong, and on one that replaces what was published before. */
  readonly corrected: string // {year} {printed}, of quoted texts in a list
  readonly quoted: string // {text}
  readonly restated: string
  readonly restatedAs: string // {note}
  /** On the card of a restated figure, once for each older document. */
  readonly restatedFrom: string // {document} {value}
}

interface ChartTitleWords {
  readonly bridgeOver: string // {metric} {from} {to}, of periods
  readonly bridgeWithin: string // {start} {end} {period}
  readonly bridgeBetween: string // {start} {end}
  readonly bridgeFrom: string // {start}
  /** Of series that are changes on a year or a quarter before. */
  readonly yearChange: string
  readonly quarterChange: string
  readonly more: PluralForms // {count}
}

export interface ChartWords {
  /** What each type is called in the alternative text. */
  readonly types: Readonly<Record<string, string>>
  readonly summary: string // {type} {title}
  readonly summaryWithUnit: string // {type} {title} {unit}
  readonly details: string // {head} {details}
  readonly noDetails: string // {head}
  readonly detailSeparator: string
  readonly movement: string // {label} {from} {first} {to} {last}
  readonly single: string // {label} {value} {period}
  /** The notes on marks that stand for less than a published figure. */
  readonly derived: string // {periods}
  readonly range: string // {periods}
  readonly scalesDiffer: string
  readonly notFromZero: string
  /** Before these periods lies another time than between the others. */
  readonly unevenPeriods: string // {periods}
  readonly total: string
  readonly bridge: string
  /** Generated titles: of a bridge, of changes, and of more names than a line holds. */
  readonly titles: ChartTitleWords
  /** The step of a bridge that takes up what rounding leaves open. */
  readonly rounding: string
  readonly against: string // {period}
  readonly cagr: string // {from} {to}
  /** An arrow of one series among several. */
  readonly seriesAgainst: string // {label} {period}
  /** What one dot or square of a field stands for. */
  readonly dot: string // {amount}
  readonly square: string
  readonly squareOf: string // {whole}
  readonly person: string
  readonly personOf: string // {whole}
  /** Labels of columns that are not actual figures. */
  readonly target: string // {period}
  readonly forecast: string // {period}
  readonly computed: string
  readonly computedFromSteps: string
  readonly derivedValue: string // {value}
  readonly restatedValue: string // {value}
  /** The button that opens the table behind a chart. */
  readonly data: string
}

interface TableWords {
  readonly change: string
  readonly shareOf: string // {whole}
  readonly against: string // {base}
  readonly changeAgainst: string // {base}
  readonly points: string // beside other columns of changes
  readonly changeInPoints: string
  readonly pointsAgainst: string // {base}
  readonly unit: string
  readonly progress: string
  /** Heads of a guidance table. */
  readonly guidance: string // {period}
  readonly oldGuidance: string
  readonly newGuidance: string
  readonly issued: string // {date}
  readonly actual: string // {period}
}

/** The page apart from the slides' own content. */
export interface SlideWords {
  readonly skip: string
  /** Directly behind the documents that the foot of a slide has room for. */
  readonly moreSources: string
  readonly qrCode: string // {address}
  /** The mark of a slide that only the presenter edition has. */
  readonly hidden: string
  /** What is printed as the number of such a slide: they are counted apart, so that all others are numbered as in the public edition. */
  readonly backup: string // {number}
  /** In a draft, where a figure is not there yet. */
  readonly gap: string
  /** A draft's title, and the mark over all its slides, with and without figures that are missing. */
  readonly draft: { readonly title: string; readonly word: string; readonly mark: PluralForms } // {title}; {count}
}
