import type { Phrases } from './claims/phrases.ts'
import type { ComparisonPhrases, NumberNames, NumberPhrases, SubjectWords } from './claims/subject-words.ts'
import type { TextWords } from './claims/text-words.ts'

/** Which way a word says that a number went. better and worse depend on whether more or less of the metric is good. */
export type Direction = 'up' | 'down' | 'better' | 'worse' | 'flat'

/** Words of one direction. Each entry holds all forms of one word, separated by spaces. */
interface DirectionWords {
  /** Words that say the direction wherever they stand in a clause: "rose", "decline". */
  readonly certain: readonly string[]
  /** Words with other senses, too ("added", "cut", "lost"): they say the direction only beside a number. */
  readonly besideNumber: readonly string[]
  /** Words that do so only beside an amount by which something changed: "repaid", "opened". */
  readonly besideAmount?: readonly string[]
}

/** A month as it is written: its full name first, then the short forms, without a full stop. */
type MonthWords = readonly [name: string, ...short: string[]]

/** A word that makes a number less than exact, and where the true number lies: near it, above it or below it. */
export interface Hedge {
  readonly word: string
  readonly side: 'around' | 'above' | 'below'
}

/** Words that say what a change is compared with: so many months before. */
interface ComparisonWords {
  readonly name: 'YoY' | 'QoQ' | 'HoH'
  readonly months: number
  /** Source of an expression for all its spellings, case ignored. */
  readonly pattern: string
}

/** A verb that says by how much something was multiplied. */
interface FactorWords {
  /** All forms, separated by spaces: "doubled doubles". */
  readonly forms: string
  /** Numerator and denominator: [2, 1] doubled, [1, 2] halved. */
  readonly factor: readonly [number, number]
}

/** How a scale is written after digits. */
interface ScaleWords {
  readonly exponent: number
  /** Words that stand apart from the digits or close to them: "million", "mn". */
  readonly words: readonly string[]
  /** Letters that mean the scale only right behind digits or after a currency: "m". */
  readonly letters: readonly string[]
}

/** How a currency is written beside digits; its ISO code needs no entry. */
interface CurrencyWords {
  readonly code: string
  /** Marks before the digits: "$", "US$". */
  readonly marks: readonly string[]
  /** Words after the digits, or in a declaration of units: "dollar", "dollars". */
  readonly words: readonly string[]
}

/**
 * Every word of a language by which a sentence about numbers is checked: by the tie-out of a deck and by the audit of
 * a text that was written elsewhere. Plain data. A pattern is the source of a regular expression; all
 * of them are used with the flags i and u, so that they must not rely on case.
 */
export interface ClaimWords {
  /** Parts of names of flows that can be negative in one period and positive in the next, in small letters. */
  readonly bothSigns: readonly string[]
  /** Source of an expression that says that a reconciliation of a forecast cannot be given. */
  readonly noReconciliation: string
  /** What makes a text the statement that targets and forecasts come with. A pattern. */
  readonly forwardLooking: string
  /** January to December. */
  readonly months: readonly MonthWords[]
  readonly directions: Readonly<Record<Direction, DirectionWords>>
  /** Of what a number is: metric, scenario, sign, unit. */
  readonly subjects: SubjectWords
  readonly phrases: Phrases
  /** Of texts that were written elsewhere. */
  readonly text: TextWords
  readonly numberNames: NumberNames
  readonly numberPhrases: NumberPhrases
  readonly comparisonPhrases: ComparisonPhrases
  /** Of the direction words, those that speak of a number's size, also where it is below zero: "narrowed". */
  readonly magnitudeWords: readonly string[]
  /** Words for a change without a direction: "changed", "difference". All forms in one entry. */
  readonly neutralChanges: readonly string[]
  /** Directions that count only right after a number: "3% more", "5% below". */
  readonly comparatives: Readonly<Record<'up' | 'down', readonly string[]>>
  /** Signs and words for them that may be typed right before a number. */
  readonly typedSigns: Readonly<Record<'up' | 'down', readonly string[]>>
  /** Of the direction words, those that stand behind their number as a noun or a comparative: "a 3% decline", "3% lower". */
  readonly behindNumber: readonly string[]
  /** What denies a direction word that follows: "did not", "no". */
  readonly denials: string
  /** What follows a word that is not a direction after all: "up to date", "down payment". */
  readonly afterNoDirection: string
  /** Words before "up" or "down" that make another verb of it: "set up", "broken down". */
  readonly beforeNoDirection: string
  /** Words that may stand between a direction word and its number: "sharply", "by", "about". */
  readonly fillers: readonly string[]
  /** Words that separate a number from a noun after them: "3% in the year of the fall". */
  readonly phraseBreaks: readonly string[]
  /** Words that open a circumstance or a clause in it: "after a fall in demand, …" and "which fell, …" say nothing about what follows. */
  readonly circumstances: readonly string[]
  /** Words that split a sentence into clauses: "but", "while". */
  readonly clauseBreaks: readonly string[]
  /** The end of a text that leaves out what is named next: "every segment but …". A pattern. */
  readonly leavesOut: string
  /** Abbreviations that are written with a full stop, which does not end the sentence. */
  readonly abbreviations: readonly string[]
  /** What leads from a direction word to the value that was reached: "to", "at", "reaching". */
  readonly leadsToValue: string
  /** What stands between two values that are compared: "against", "from". */
  readonly leadsToBase: string
  /** What leads from a change to the period that it is compared with: "over", "than in". */
  readonly leadsToPeriod: string
  /** Words for the speed of a change: what "fell to 3%" is then a rate. */
  readonly rates: readonly string[]
  /** Claims of a clause that cannot be checked against what happened: "expects", "may", "to grow". */
  readonly uncertain: string
  readonly hedges: readonly Hedge[]
  /** YoY, QoQ, HoH in words and abbreviations. */
  readonly comparisons: readonly ComparisonWords[]
  /** The two sides of a comparison without a period: "compared to", "versus". */
  readonly versus: string
  /** Claims of a record, and of the opposite. */
  readonly highest: string
  readonly lowest: string
  /** "third consecutive year": groups 1 and 2 are count and period, or groups 3 and 4 ("two years in a row"). */
  readonly consecutive: string
  /** Periods that runs count, by the word for one of them, in months. */
  readonly periodMonths: Readonly<Record<string, number>>
  /** "every quarter": a claim of each of them. */
  readonly everyStep: string
  /** Claims that growth became faster, or slower. */
  readonly accelerated: string
  readonly slowed: string
  readonly factors: readonly FactorWords[]
  /** What stands before a factor: "more than" and the like ask for more, the rest for about as much. */
  readonly factorHedges: Readonly<Record<'above' | 'around', readonly string[]>>
  /** Words of negative results. */
  readonly losses: readonly string[]
  /** Words for 1, 2, 3 … in order, and for their places in a row. */
  readonly cardinals: readonly string[]
  readonly ordinals: readonly string[]
  /** Words of greater numbers: "thirty", "hundred". */
  readonly largeNumbers: Readonly<Record<string, number>>
  /** Parts of a whole in words: "half", "quarter", by numerator and denominator. */
  readonly fractions: Readonly<Record<string, readonly [number, number]>>
  /** Verbs of what has happened. */
  readonly pastEvents: string
  /** Words before the year of an event: "in", "since". */
  readonly beforeYear: readonly string[]
  /** Words of what is still to happen. */
  readonly future: string
  /** Words of targets and forecasts. */
  readonly targets: string
  /** What stands between a number and the period it is of: "in" after the number, ":" or "was" before it. */
  readonly beforePeriod: string
  readonly afterPeriod: string
  /** Words before a period that only bound another one: "since", "until". */
  readonly boundsPeriod: string
  readonly scales: readonly ScaleWords[]
  readonly currencies: readonly CurrencyWords[]
  /** ISO codes of currencies that are words of the language, too: "TOP 10" is not an amount. */
  readonly codesLikeWords: readonly string[]
  /** Words and marks after digits for per cent, points and basis points; longer spellings first. */
  readonly percents: readonly string[]
  readonly points: readonly string[]
  readonly basisPoints: readonly string[]
  /** Nouns that numbers count: "employees", so that "2000 employees" is not a year. A pattern. */
  readonly counted: string
  /** What they count, by kind, those of people who work first: a noun of one kind is no other word for one of another. Patterns. */
  readonly countedKinds: readonly string[]
  /** Nouns of people of any kind. A pattern. */
  readonly anyone: string
  /** Units of measurement, each by all its spellings: "square feet", "sq ft". Patterns. */
  readonly measures: readonly string[]
  /** Scripts that are left over from another language. A character class of a pattern. */
  readonly foreign: string
}
