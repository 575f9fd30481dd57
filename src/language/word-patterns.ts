import { once } from '../model/memory.ts'
import type { ClaimWords } from './claim-words.ts'
import { codesOf, currencyNames } from './claims/currency-names.ts'
import { type DirectionSense, sensesOf } from './claims/directions.ts'
import {
  compileNumberPhrases,
  compileScales,
  type NumberPhrasePatterns,
  type ScalePattern,
} from './claims/number-phrases.ts'
import { anyOf, bounded, formsOf, wordExpression } from './claims/pattern-parts.ts'
import { compilePhrases, type PhrasePatterns } from './claims/phrases.ts'
import {
  compileNumberNames,
  compileSubjects,
  type NumberNamePatterns,
  type SubjectPatterns,
} from './claims/subject-patterns.ts'

/** The words of a language as expressions, made once for a language. Those with the flag g are for matchAll only. */
export interface WordPatterns extends PhrasePatterns {
  readonly claims: ClaimWords
  /** By which a sentence says what its numbers are of. */
  readonly subjects: SubjectPatterns
  readonly numberNames: NumberNamePatterns
  readonly numberPhrases: NumberPhrasePatterns
  readonly month: string
  /** Every direction word (g), and its sense by its lower-case text. */
  readonly direction: RegExp
  readonly senses: ReadonlyMap<string, DirectionSense>
  /** Direction words that may stand behind their number. */
  readonly behindNumber: ReadonlySet<string>
  /** Nothing but fillers and hedges, so that a word and its number belong together. */
  readonly onlyFillers: RegExp
  /** A word for a change without a direction. */
  readonly neutralChange: RegExp
  /** A word that speaks of a number's size, as a whole text. */
  readonly magnitude: RegExp
  /** A comparative at the beginning of a text: "more", "below". */
  readonly comparative: Readonly<Record<'up' | 'down', RegExp>>
  /** A sign at the end of a text, right before a number; a hyphen or dash only where no blank follows it. */
  readonly typedSigns: RegExp
  readonly denied: RegExp
  readonly afterNoDirection: RegExp
  readonly beforeNoDirection: RegExp
  readonly leavesOut: RegExp
  readonly phraseBreak: RegExp
  readonly circumstance: RegExp
  /** Ends of clauses (g): a full stop that no abbreviation has, a semicolon, a line break, "but". */
  readonly clauseEnd: RegExp
  /** Ends of sentences (g). */
  readonly sentenceEnd: RegExp
  /** The end of a text that leads to a value, to a base, or says that what went before is a rate. */
  readonly leadsToValue: RegExp
  readonly leadsToBase: RegExp
  readonly leadsToPeriod: RegExp
  readonly rate: RegExp
  readonly loss: RegExp
  /** All that stands between a figure and the period after it, or a period and the figure after it. */
  readonly beforePeriod: RegExp
  readonly afterPeriod: RegExp
  readonly boundsPeriod: RegExp
  readonly uncertain: RegExp
  readonly targets: RegExp
  readonly future: RegExp
  readonly pastEvent: RegExp
  /** "March 5, 2009" (g): groups month, day, year; "in 2009" (g): group year. */
  readonly date: RegExp
  readonly yearOfEvent: RegExp
  /** The end of a text after which a number is a day or a year, and the beginning that makes a day of one before it. */
  readonly afterMonth: RegExp
  readonly beforeMonth: RegExp
  readonly highest: RegExp
  readonly lowest: RegExp
  readonly consecutive: RegExp
  readonly everyStep: RegExp
  readonly accelerated: RegExp
  readonly slowed: RegExp
  /** A factor (g), with what stands before it in group 1 and itself in group 2. */
  readonly factor: RegExp
  readonly comparisons: readonly {
    readonly name: 'YoY' | 'QoQ' | 'HoH'
    readonly months: number
    readonly pattern: RegExp
  }[]
  readonly versus: RegExp
  /** Any spelling of per cent or points at the beginning of a text. */
  readonly percentSign: RegExp
  readonly pointsSign: RegExp
  /** A scale's word at the beginning of a text, with its exponent. */
  readonly scales: readonly ScalePattern[]
  /** What may follow digits and make an amount of them, at the beginning of a text. */
  readonly unitAfter: RegExp
  /** A currency right before digits, at the end of a text. */
  readonly currencyBefore: RegExp
  /** A currency right behind digits, at the beginning of a text: "3 euros", "3 EUR", "3€". */
  readonly currencyBehind: RegExp
  /** A hedge right before a number: "ca."; what stands before a year: "in", "since". */
  readonly hedgeAtEnd: RegExp
  readonly beforeYearAtEnd: RegExp
  /** A noun that numbers count, as a whole text. */
  readonly counted: RegExp
  readonly countedKinds: readonly RegExp[]
  readonly anyone: RegExp
  /** Text of another script (g). */
  readonly foreign: RegExp
}

/** Any month as it is written, as the source of an expression without groups. */
const monthSource = ({ months }: ClaimWords): string => String.raw`(?:${anyOf(months.flat())})\.?`

/** The number of a month (1 to 12) by its name or short form, 0 for any other text. */
export function monthOf({ months }: ClaimWords, text: string): number {
  const name = text.toLowerCase().replace(/\.$/, '')
  return months.findIndex((names) => names.some((each) => each.toLowerCase() === name)) + 1
}

const hedgeWords = ({ hedges }: ClaimWords): readonly string[] => hedges.map(({ word }) => word)

function numberPatterns(
  claims: ClaimWords,
): Pick<
  WordPatterns,
  | 'percentSign'
  | 'pointsSign'
  | 'scales'
  | 'unitAfter'
  | 'currencyBefore'
  | 'counted'
  | 'countedKinds'
  | 'anyone'
  | 'currencyBehind'
  | 'hedgeAtEnd'
  | 'beforeYearAtEnd'
> {
  const { percents, points, basisPoints, scales, currencies, counted, countedKinds, anyone } = claims
  const words = [...percents, ...points, ...basisPoints, ...scales.flatMap((scale) => scale.words)]
  const names = currencies.flatMap((currency) => currency.words)
  const marks = currencies.flatMap((currency) => currency.marks)
  return {
    currencyBehind: wordExpression(
      String.raw`^\s?(?:(?:${anyOf([...codesOf(claims), ...names])})(?![\p{L}\p{N}])|${anyOf(marks)})`,
      'u',
    ),
    hedgeAtEnd: wordExpression(String.raw`(?<!\p{L})(?:${anyOf(hedgeWords(claims))})$`, 'iu'),
    beforeYearAtEnd: wordExpression(
      String.raw`(?<!\p{L})(?:${anyOf(claims.beforeYear)}|of|by|from|to|until|for|fiscal|year)\s$`,
      'iu',
    ),
    counted: wordExpression(`^(?:${counted})$`, 'iu'),
    countedKinds: countedKinds.map((kind) => wordExpression(`^(?:${kind})$`, 'iu')),
    anyone: wordExpression(`^(?:${anyone})$`, 'iu'),
    percentSign: wordExpression(String.raw`^\s?(?:${anyOf(percents)})`, 'iu'),
    pointsSign: wordExpression(String.raw`^\s?(?:${anyOf([...points, ...basisPoints])})(?![\p{L}\p{N}])`, 'iu'),
    scales: compileScales(claims),
    unitAfter: wordExpression(
      String.raw`^\s?(?:%|(?:${anyOf([...words, ...names, 'x'])}|${counted})(?![\p{L}\p{N}]))`,
      'iu',
    ),
    currencyBefore: wordExpression(
      String.raw`(?:(?<!\p{L})(?:${codesOf(claims).join('|')})|${anyOf(marks)})\s?[-−(△]?$`,
      'u',
    ),
  }
}

function claimPatterns(
  claims: ClaimWords,
): Pick<WordPatterns, 'highest' | 'lowest' | 'consecutive' | 'everyStep' | 'accelerated' | 'slowed' | 'factor'> {
  const all = (source: string): RegExp => wordExpression(source, 'giu')
  const hedges = anyOf([...claims.factorHedges.above, ...claims.factorHedges.around])
  return {
    highest: all(claims.highest),
    lowest: all(claims.lowest),
    consecutive: all(claims.consecutive),
    everyStep: all(claims.everyStep),
    accelerated: all(claims.accelerated),
    slowed: all(claims.slowed),
    factor: all(String.raw`\b(?:(${hedges})\s+)?(${anyOf(formsOf(claims.factors.map(({ forms }) => forms)))})\b`),
  }
}

function clausePatterns(
  claims: ClaimWords,
): Pick<
  WordPatterns,
  | 'clauseEnd'
  | 'sentenceEnd'
  | 'circumstance'
  | 'phraseBreak'
  | 'onlyFillers'
  | 'leadsToValue'
  | 'leadsToBase'
  | 'leadsToPeriod'
> {
  const stop = String.raw`(?<!\b(?:${anyOf(claims.abbreviations)}))\.(?=\s|$)|;(?=\s|$)|\n`
  const hedges = hedgeWords(claims)
  const fillers = [...formsOf(claims.fillers), ...hedges]
  return {
    sentenceEnd: wordExpression(stop, 'giu'),
    clauseEnd: wordExpression(String.raw`${stop}|\s(?:${anyOf(claims.clauseBreaks)})\s`, 'giu'),
    circumstance: wordExpression(bounded(claims.circumstances), 'iu'),
    phraseBreak: wordExpression(bounded(formsOf(claims.phraseBreaks)), 'iu'),
    onlyFillers: wordExpression(String.raw`^(?:[\s:(,–—~-]|${bounded(fillers)})*$`, 'iu'),
    leadsToValue: wordExpression(String.raw`${claims.leadsToValue}\s*(?:(?:${anyOf(hedges)}|an?)\s*)*$`, 'iu'),
    leadsToBase: wordExpression(claims.leadsToBase, 'iu'),
    leadsToPeriod: wordExpression(String.raw`${claims.leadsToPeriod}\s*$`, 'iu'),
  }
}

function datePatterns(
  claims: ClaimWords,
  month: string,
): Pick<WordPatterns, 'date' | 'afterMonth' | 'beforeMonth' | 'yearOfEvent'> {
  return {
    date: wordExpression(
      String.raw`\b(${anyOf(claims.months.flat())})\.?,?\s+(?:(\d{1,2})(?:\s*[-–]\s*\d{1,2})?,\s*)?((?:19|20)\d{2})\b`,
      'giu',
    ),
    afterMonth: wordExpression(String.raw`\b${month},?\s+(?:\d{1,2}(?:\s*[-–]\s*\d{1,2})?,?\s*(?:[-–]\s*)?)?$`, 'u'),
    beforeMonth: wordExpression(String.raw`^(?:\s*[-–]\s*\d{1,2})?\s+${month}(?:\s|,|$)`, 'u'),
    yearOfEvent: wordExpression(String.raw`(?<!FY\s?)\b(?:${anyOf(claims.beforeYear)})\s+((?:19|20)\d{2})\b`, 'giu'),
  }
}

/** The expressions of a language's words, made once: they take longer than a slide's check, and their first use as long again. */
export const compileWords = once((claims: ClaimWords): WordPatterns => {
  const senses = sensesOf(claims)
  const month = monthSource(claims)
  const one = (source: string): RegExp => wordExpression(source, 'iu')
  return {
    claims,
    ...compilePhrases(claims.phrases),
    numberPhrases: compileNumberPhrases(claims),
    numberNames: compileNumberNames(claims.numberNames),
    subjects: compileSubjects(claims.subjects, {
      month,
      currencies: currencyNames(claims),
      scales: claims.scales.flatMap((scale) => scale.words),
      weeks: claims.phrases.weeks,
    }),
    month,
    senses,
    behindNumber: new Set(claims.behindNumber),
    direction: wordExpression(bounded([...senses.keys()]), 'giu'),
    neutralChange: one(bounded(formsOf(claims.neutralChanges))),
    magnitude: one(`^(?:${anyOf(formsOf(claims.magnitudeWords))})$`),
    comparative: {
      up: one(String.raw`^\s*(?:${bounded(claims.comparatives.up)})`),
      down: one(String.raw`^\s*(?:${bounded(claims.comparatives.down)})`),
    },
    typedSigns: one(
      String.raw`(?:(?<![\p{L}\p{N}])(?:plus|minus|negative)\s+|[+▲↑↗▼↓↘△]\s?|(?<=^|[\s(])[-−–])$`.replace(
        'plus|minus|negative',
        anyOf([...claims.typedSigns.up, ...claims.typedSigns.down].filter((text) => /\p{L}/u.test(text))),
      ),
    ),
    leavesOut: one(claims.leavesOut),
    denied: one(claims.denials),
    afterNoDirection: one(claims.afterNoDirection),
    beforeNoDirection: one(claims.beforeNoDirection),
    ...clausePatterns(claims),
    rate: one(bounded(claims.rates)),
    loss: one(bounded(claims.losses)),
    beforePeriod: one(String.raw`^\s*(?:${claims.beforePeriod})\s*$`),
    afterPeriod: one(String.raw`^\s*(?:${claims.afterPeriod})\s*$`),
    boundsPeriod: one(claims.boundsPeriod),
    uncertain: one(claims.uncertain),
    targets: one(claims.targets),
    future: one(claims.future),
    pastEvent: one(claims.pastEvents),
    ...datePatterns(claims, month),
    ...claimPatterns(claims),
    comparisons: claims.comparisons.map(({ name, months, pattern }) => ({ name, months, pattern: one(pattern) })),
    versus: one(claims.versus),
    ...numberPatterns(claims),
    foreign: wordExpression(`${claims.foreign}+`, 'gu'),
  }
})
