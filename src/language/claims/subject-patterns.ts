import { anyOf, bounded, formsOf, wordExpression } from './pattern-parts.ts'
import type { NumberNames, SubjectWords } from './subject-words.ts'

/** The words of subjects as expressions. Those with the flag g are for replacing and matchAll only. */
export interface SubjectPatterns {
  /** Every word that may stand between a name and its number (g). */
  readonly linking: RegExp
  /** The end of a text before a name that makes no other measure of it. */
  readonly neutralQualifier: RegExp
  readonly otherMeasure: RegExp
  /** The beginning of a text after a name that makes another measure of it. */
  readonly otherMeasureAfter: RegExp
  /** What makes another measure of a name anywhere in its clause (g). */
  readonly qualifiers: readonly { readonly key: string; readonly pattern: RegExp }[]
  /** Of these, the ones that may also stand before another noun. */
  readonly adjectives: ReadonlySet<string>
  /** Phrases with one of these that can only be said of the number of their clause (g). */
  readonly onBasis: RegExp
  /** All that stands between two names of one subject. */
  readonly genericNames: ReadonlySet<string>
  readonly joinsNames: RegExp
  /** All that stands between a number and the name of what it is of. */
  readonly leadsToName: RegExp
  /** What a heading may add to a name (g). */
  readonly headingWords: RegExp
  readonly negatives: RegExp
  readonly losses: RegExp
  readonly owed: RegExp
  readonly beforeValue: RegExp
  readonly statesFact: RegExp
  readonly promises: RegExp
  readonly actualLabel: RegExp
  readonly targetLabel: RegExp
  readonly periodicity: readonly { readonly months: number; readonly pattern: RegExp }[]
  /** (g) */
  readonly partOfYear: RegExp
  /** "In March 2021" (g): groups month, its year, or a year alone. */
  readonly timeOfNumber: RegExp
  readonly afterPriceYear: RegExp
  /** (g) */
  readonly lengthAdjective: RegExp
  /** (g) */
  readonly fiscalYear: RegExp
  /** (g) */
  readonly lastYear: RegExp
  readonly thisYear: RegExp
  readonly beforeComparedPeriod: RegExp
  readonly beforeOlderPeriod: RegExp
  readonly leadsToStart: RegExp
  /** "April 2006 to March 2008" (g): groups month, year, month, year. */
  readonly monthRange: RegExp
  /** The end of a period over a column: its day (group 1 or 3), month (2) and year (4), as far as they are said. */
  readonly periodEnd: RegExp
  /** The length of a period that ends on a day, group 1; its months are in `lengths`. */
  readonly endedLength: RegExp
  readonly lengths: ReadonlyMap<string, number>
  /** The same in weeks, whose number in words or digits is group 1. */
  readonly endedWeeks: RegExp
  /** A number of weeks, in words or digits, which is group 1 (g). */
  readonly anyWeeks: RegExp
  /** (g) */
  readonly yearSoFar: RegExp
  /** "JPY million", "millions of yen": a unit without a number (g); groups currency, scale, or scale, currency. */
  readonly statedUnit: RegExp
  /** Any word of a scale. */
  readonly anyScale: RegExp
}

/** What else the expressions are made of. */
interface Parts {
  /** Any month, as the source of an expression without groups. */
  readonly month: string
  /** Codes, marks and words of currencies. */
  readonly currencies: readonly string[]
  readonly scales: readonly string[]
  /** Behind a number of weeks. A pattern. */
  readonly weeks: string
}

/** Makes the expressions; slow, so once for a language. */
export function compileSubjects(words: SubjectWords, { month, currencies, scales, weeks }: Parts): SubjectPatterns {
  const [currency, scale] = [anyOf(currencies), anyOf(scales)]
  const one = (source: string): RegExp => wordExpression(source, 'iu')
  const all = (source: string): RegExp => wordExpression(source, 'giu')
  return {
    linking: all(bounded(formsOf(words.linking))),
    neutralQualifier: one(
      String.raw`(?:^\s*|[^\p{L}\s-]\s*|${bounded(formsOf(words.neutralQualifiers))}(?:['’]s?)?\s+)$`,
    ),
    otherMeasure: one(String.raw`(?:${bounded(formsOf(words.otherMeasures))}\s+|-)$`),
    otherMeasureAfter: one(String.raw`^(?:\s+${bounded(formsOf(words.otherMeasuresAfter))}|-)`),
    qualifiers: Object.entries(words.qualifiers).map(([key, source]) => ({ key, pattern: all(source) })),
    adjectives: new Set(formsOf(words.adjectives)),
    onBasis: all(words.onBasis),
    genericNames: new Set(formsOf(words.genericNames)),
    joinsNames: one(`^(?:${words.joinsNames})$`),
    leadsToName: one(String.raw`^\s*(?:${words.leadsToName})?$`),
    headingWords: all(words.headingWords),
    negatives: one(words.negatives),
    losses: one(words.losses),
    owed: one(words.owed),
    beforeValue: one(words.beforeValue),
    statesFact: one(words.statesFact),
    promises: one(words.promises),
    actualLabel: one(String.raw`^\s*(?:${words.actualLabel})\s*$`),
    targetLabel: one(String.raw`^\s*(?:${words.targetLabel})\s*$`),
    periodicity: Object.entries(words.periodicity).map(([word, months]) => ({
      months,
      pattern: one(`(?<!-)${bounded([word])}`),
    })),
    partOfYear: all(words.partOfYear),
    timeOfNumber: all(
      String.raw`(?<!\p{L})(?:${words.beforeTime}|(?:${words.betweenMonths[0]})\s+${month}\s+(?:${words.betweenMonths[1]}))\s+(?:(${month})(?!\p{L})(?:,?\s+((?:19|20)\d{2}))?|((?:19|20)\d{2}))(?![\p{L}\p{N}]|[–/-]\d|\s\d)`,
    ),
    afterPriceYear: one(words.afterPriceYear),
    lengthAdjective: all(`${bounded(Object.keys(words.lengthAdjectives))}(?!-)`),
    fiscalYear: all(words.fiscalYear),
    lastYear: all(words.lastYear),
    thisYear: one(words.thisYear),
    beforeComparedPeriod: one(words.beforeComparedPeriod),
    beforeOlderPeriod: one(words.beforeOlderPeriod),
    leadsToStart: one(words.leadsToStart),
    periodEnd: all(
      String.raw`(?:^|(?<!\p{L})${words.beforeEnd}\s)\s*(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(${month})(?!\p{L})(?:\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d))?(?:,?\s*((?:19|20)\d{2}))?(?!\d)`,
    ),
    endedLength: all(String.raw`(?<!\p{L})(${anyOf(Object.keys(words.lengths))})\s+${words.beforeEnd}\s`),
    lengths: new Map(Object.entries(words.lengths)),
    anyWeeks: all(String.raw`(?<![\p{L}\p{N}-])([\p{L}\p{N}]+(?:-\p{L}+)?)${weeks}(?![\p{L}\p{N}])`),
    yearSoFar: all(words.yearSoFar),
    endedWeeks: all(String.raw`(?<![\p{L}\p{N}-])([\p{L}\p{N}]+(?:-\p{L}+)?)${weeks}\s+${words.beforeEnd}\s`),
    monthRange: all(
      String.raw`(?<!\p{L})(${month})\s+((?:19|20)\d{2})${words.rangeTo}(${month})\s+((?:19|20)\d{2})(?!\d)`,
    ),
    anyScale: one(scale),
    statedUnit: all(
      String.raw`(?<![\p{L}\p{N}])(?:(${currency})\s?(${scale})|(${scale})\s+(?:of\s+)?(${currency}))(?![\p{L}\p{N}])`,
    ),
  }
}

/** The words of numbers that are no figures, as expressions about what stands before or behind a number. */
export interface NumberNamePatterns {
  readonly before: RegExp
  readonly streets: RegExp
  readonly streetsBefore: RegExp
  readonly phones: RegExp
  readonly behind: RegExp
  readonly precision: RegExp
  readonly ordinalMarks: RegExp
  /** Dates of digits, and telephone numbers (g). */
  readonly datesAndPhones: RegExp
  /** A street, a house, a postcode and a town (g), which is group 1. */
  readonly addresses: RegExp
  /** A day with the word behind it (g): group 1 the word, group 2 a year. */
  readonly dayAndWord: RegExp
}

/** Addresses are known by their order, whatever the words for streets are: a house behind or before its street, a postcode, a town. */
const addresses = (() => {
  const word = String.raw`\p{L}[\p{L}.'’-]*`
  const behind = String.raw`\p{Lu}[\p{L}.'’-]*(?: ${word}){0,5} \d{1,4} ?[A-Za-z]?(?:[-–/]\d{1,4}[a-z]?)?`
  const before = String.raw`\d{1,4} ?(?:bis|ter|[A-Za-z])?,? ${word}(?: ${word}){0,6}`
  const code = String.raw`(?:[A-Z]{1,3}[- ]?)?(?:\d{4,6}|\d{3} \d{2}|\d{2}-\d{3}|\d{4,5}-\d{3})(?: [A-Z]{2})?`
  return String.raw`(?<![\p{L}\p{N}])(?:${behind}|${before})(?:, ?| [·|–] )${code} (\p{Lu}[\p{L}.'’-]+)`
})()

/** Makes the expressions of numbers that are no figures. */
export function compileNumberNames(names: NumberNames): NumberNamePatterns {
  return {
    before: wordExpression(String.raw`(?<![\p{L}\p{N}])${names.before}`, 'u'),
    streets: wordExpression(names.streets, 'u'),
    streetsBefore: wordExpression(names.streetsBefore, 'u'),
    phones: wordExpression(names.phones, 'iu'),
    behind: wordExpression(names.behind, 'iu'),
    precision: wordExpression(names.precision, 'iu'),
    ordinalMarks: wordExpression(names.ordinalMarks, 'u'),
    datesAndPhones: wordExpression(
      String.raw`(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)|\+\d{1,3}(?:[\s.-]?\(?\d{1,5}\)?){2,6}(?!\d)|(?<![\d.,])\(?0\d{1,4}\)?[\s-]\d{2,4}[\s-]\d{3,4}(?![\d.,])`,
      'gu',
    ),
    addresses: wordExpression(addresses, 'gu'),
    dayAndWord: wordExpression(
      String.raw`(?<!\d)\d{1,2}(?:\.|er|º|°)?\s(?:de\s)?(\p{L}{3,})\.?,?(?:\s(?:de\s)?(\d{4}))?(?!\p{L})`,
      'gu',
    ),
  }
}
