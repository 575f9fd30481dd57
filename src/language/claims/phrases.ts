import { once } from '../../model/memory.ts'
import { wordExpression } from './pattern-parts.ts'

/**
 * Turns of phrase by which the numbers of a sentence, a heading or a table are distinguished, whoever wrote them. Sources of expressions
 * (flags i and u), `compileWords(…).phrase(name)`.
 */
export interface Phrases {
  // periods and time
  /** The end of a text after which a bare year is a period: "in ", "(". */
  readonly bareYearLead: string
  /** The end of a text after which a period is only compared with: "compared to the". */
  readonly periodBound: string
  /** The end of a text after which it is not, after all: "from the end of". */
  readonly partOfLead: string
  /** All that stands between a number and the period right behind it: "in the full". */
  readonly periodDirectly: string
  /** All that stands between a label and the day on which its period ends: "(the year ended". */
  readonly rangeEnded: string
  /** Says that a day is not that of the presentation: "as of", "founded". */
  readonly otherDay: string
  /** Says that a bare year is named for a part of it. */
  readonly partOfYear: string
  /** The end of a text after which a period is when something happened. */
  readonly eventLead: string
  /** "YoY = 4Q08 compared to 4Q07": groups 1 the comparison, 2 and 3 its sides. */
  readonly comparisonDefined: string
  /** Before the number of a fiscal year. */
  readonly fiscalMark: string
  /** A whole year. */
  readonly fullYear: string
  /** What a quarter of a year is called, and half of one. */
  readonly quarterName: string
  readonly halfName: string
  /** Between a part of a year and its year. */
  readonly ofYear: string
  /** Behind the digits of an ordinal. */
  readonly ordinalMarks: string
  /** Between a number of months and the day on which they end. */
  readonly monthsEnded: string
  /** Before the day on which a year ends. */
  readonly yearEnded: string
  /** The end of a text after which a period may be the own one of what stands before it: "for the". */
  readonly ownLead: string
  /** The same behind a metric's name: "of the". */
  readonly nameLead: string
  /** All between a name and a number that says that they are one: "reached". */
  readonly equates: string
  /** The same by a verb of any kind: "worked out at", "totted up to". */
  readonly settlesAt: string
  /** All between a number and the name of what it is said to be: "— that is our", "is what we hold in". */
  readonly saidToBe: string
  /** All behind such a name, or behind one of what is counted: "count". */
  readonly countBehind: string
  /** Before the name of what is counted: "number of". */
  readonly countBefore: string
  /** The end of a text that says that the cash behind it went out: "operating activities used". */
  readonly usedLead: string
  /** The end of a text after which a time is that of what stands before it: "of the". */
  readonly timeLead: string
  /** All between two names of which the second is taken from the first, or added to it: "less". */
  readonly reckonedWith: string
  /** Before the period on whose last day, where group 1 says "end", or in which something was so: "at the end of the". */
  readonly endLead: string
  /** When something was guided to, right before its name and number; group 1 is the month. */
  readonly guidedIn: string
  /** A direction that stands behind its value by itself: "down". */
  readonly adverbOfDirection: string
  /** All behind it, where nothing says what it is compared with. */
  readonly behindAdverb: string
  /** All between a name and what it is said to be: "remains our". */
  readonly isWhat: string
  /** Behind a name, that it is compared with its value at another time: "than". */
  readonly thanAtOther: string
  /** A size that no time before had: "so much". */
  readonly asMuch: string
  /** A label that is wholly a time a year back. */
  readonly yearAgoLabel: string
  /** Behind a name, its verb and the beginning of an object: "had its". */
  readonly hasObject: string
  /** All between a name and the record that it was brought to. */
  readonly leadsToRecord: string
  /** The beginning of a note: its number is more, or less, than at the time that follows. */
  readonly isMoreThan: string
  readonly isLessThan: string
  readonly yearEndAhead: string
  /** The beginning of a note: what was done with its target. */
  readonly noteRaised: string
  readonly noteCut: string
  readonly noteKept: string
  /** The same of what there was little of: "so few". */
  readonly asLittle: string
  /** A record by what no time before had: "never before". */
  readonly noTimeBefore: string
  /** Hundredths of a currency, behind a number. */
  readonly hundredths: string
  /** Behind such a period, the verb of what it is the period of. */
  readonly subjectVerb: string
  /** A length in weeks that a number may be said of, up to where it ends: group 1 the number of weeks. */
  readonly overWeeks: string
  /** How many weeks a part of a year is said to have: groups its noun and the number of weeks. */
  readonly hasWeeks: string
  /** Behind a number of weeks, and of months; and that there is one week more. */
  readonly weeks: string
  readonly months: string
  readonly oneMoreWeek: string
  /** Behind a part of a year, maybe with its year, its length: "of FY20 had 14 weeks". */
  readonly tellsLength: string
  /** All between a part of a year and the period that is its year: "of". */
  readonly betweenPartAndYear: string
  // numbers
  /** The end of a text before the lower end of a range: "between", "ranges from". */
  readonly rangeLead: string
  /** All that stands between the two ends of a range. */
  readonly rangeMark: string
  /** All that stands between them after "between". */
  readonly rangeAnd: string
  /** The end of a text before a speed that belongs to a name: "over 1 Gbps". */
  readonly speedLead: string
  /** The end of a text after which a small number belongs to a phrase: "from 4 new subsidiaries". */
  readonly countedLead: string
  /** The end of a text after which it does not: "a total of". */
  readonly countedOf: string
  /** The end of a text before the number of a page, a note and the like, also in small letters. */
  readonly partNumber: string
  /** The end of a text whose letters are no part of a name with the digits behind them: "to10". */
  readonly gluedLead: string
  /** Behind a number, with a hyphen, that it goes on: "10%-on-year". */
  readonly hyphenated: string
  /** Right behind digits, without a blank, that they are a number all the same: "12%YoY". */
  readonly gluedComparison: string
  /** A length of time behind its number. */
  readonly duration: string
  /** Of words between a number and a noun that it counts, those that may stand there. */
  readonly adjectives: string
  /** Says that a line declares a unit: "unit:", "amounts". */
  readonly declaresUnit: string
  /** Before the scale of a declared unit: "in". */
  readonly inScale: string
  /** Says that amounts per share are in single units. */
  readonly exceptPerShare: string
  /** A line whose amounts are of one thing, and therefore without a scale. */
  readonly singleUnit: string
  /** An amount of one share. */
  readonly perShare: string
  // words around a number
  /** A word that leads to what is compared with. */
  readonly opensComparison: string
  /** All that stands between a comparison and the name that is compared with: "those of our". */
  readonly beforeOtherName: string
  /** All that stands between a name and the number by which it is missed or exceeded. */
  readonly distanceLead: string
  /** The end of a text that calls the number behind it a loss, and a profit. */
  readonly lossLead: string
  readonly gainLead: string
  /** The same right behind a number. */
  readonly lossBehind: string
  readonly gainBehind: string
  /** Leads to the older of two values. */
  readonly leadsFrom: string
  /** The end of a text that does. */
  readonly fromAtEnd: string
  /** Behind the older value, that the newer follows: "in FY07 to". */
  readonly fromTo: string
  /** Leads from a direction word to a value. */
  readonly toward: string
  /** The end of a text after which "up to" leads to a value, and is no "at most": "crept". */
  readonly upLead: string
  /** Calls a number below zero by its size: "costs". */
  readonly spent: string
  /** May stand between them. */
  readonly aRecord: string
  /** Between a direction word and its number, what changed: " in revenue of". */
  readonly throughOf: string
  /** All that stands between a rate and the direction word behind it: "12% YoY growth". */
  readonly beforeDirection: string
  /** Behind a number, that another follows with which it is compared. */
  readonly comparesTwo: string
  /** All that stands between an older value and its share of a whole: "or". */
  readonly alsoShare: string
  /** Joins two things. */
  readonly joined: string
  /** Opens another clause or joins two. */
  readonly opensClause: string
  /** A direction word that makes other verbs and nouns: "set up", "downwards". */
  readonly vertical: string
  /** The noun for a rate that is no value. */
  readonly growth: string
  /** Joins two clauses. */
  readonly joinsClauses: string
  /** Before a time in words. */
  readonly leadsToTime: string
  /** Two of two. */
  readonly both: string
  /** The end of a text before a name: group 1 is the noun that the name belongs to, "sale of". */
  readonly headOf: string
  /** Behind a noun of change, that its metric follows in group 1: " in the". */
  readonly objectOf: string
  /** All that stands between a name and its verb. */
  readonly betweenNameAndVerb: string
  /** Behind a name, its verb in group 1. */
  readonly verbBehindName: string
  /** The whole of a share: group 1 its name. */
  readonly whole: string
  /** Before it. */
  readonly shareOf: string
  /** Right behind a number, words that narrow what it is of, in group 1: "in Europe". */
  readonly narrows: string
  /** Of these, what says nothing itself. */
  readonly narrowingPreposition: string
  /** All of a text that calls a number a tax benefit or expense and names no tax. */
  readonly taxBenefit: string
  /** The end of a text that calls a tax a benefit. */
  readonly benefitLead: string
  /** "Costs of hardware sales" are a cost of revenue: groups 1 and 2 are "costs" and the thing. */
  readonly costOfThing: string
  /** What they are then called. */
  readonly costOfRevenue: string
  /** Words at the end of a name that are no part of it. */
  readonly danglingWords: string
  /** Behind a period, that it is one of a plan. */
  readonly plannedBehind: string
  /** The end of a text before a planned number of a past period. */
  readonly plannedLead: string
  // headings, lines and tables
  /** What a heading says of how its figures are split. */
  readonly headingBy: string
  /** A heading of what happened. */
  readonly resultsHeading: string
  /** A line that only numbers a page. */
  readonly pageMark: string
  /** The end of a line that goes on in the next. */
  readonly openLine: string
  /** A line of sources and notes. */
  readonly sourceLine: string
  /** A cell without a number. */
  readonly notMeaningful: string
  /** The label of a column of changes. */
  readonly changeColumn: string
  /** Of these, one that holds two periods against each other; and one that is a change whatever period it names. */
  readonly versusLabel: string
  readonly changeOfPeriod: string
  /** The label of a column of shares. */
  readonly shareColumn: string
  /** A label that compares with the quarter before, and with the year before, where it names no comparison. */
  readonly quarterLabel: string
  readonly yearLabel: string
  /** The label of a column that says nothing but that it holds amounts. */
  readonly amountLabel: string
  /** The label of a row of growth rates of the row above. */
  readonly growthRow: string
  /** The label of a row of shares of the row above. */
  readonly shareRow: string
  /** The label of a row of totals, and one that is nothing else. */
  readonly totalRow: string
  readonly plainTotal: string
  /** A label of a loss or an outflow whose brackets turn the sign: "net loss (income)". */
  readonly alternatesSign: string
  /** The label of the first row of a bridge, and of its last. */
  readonly bridgeStart: string
  readonly bridgeEnd: string
  // cash flows and companies
  /** What is paid. */
  readonly outflow: string
  /** What is received. */
  readonly inflow: string
  /** Says that cash came in, and that it went out. */
  readonly cashProvided: string
  readonly cashUsed: string
  /** A share of a company behind its number, in group 1. */
  readonly ownedShare: string
  /** One before its number, in group 1. */
  readonly ownsShare: string
  /** Between such a share and the name of the company: "stake in". */
  readonly ownedName: string
  /** The end of a text before the year in which a company was founded. */
  readonly born: string
  /** Words beside a company that are no part of its name. */
  readonly notOfName: string
  /** The label of a column of companies, and of one of shares in them. */
  readonly companyColumn: string
  readonly ownershipColumn: string
  /** The legal form at the end of the name of a company. */
  readonly companyForm: string
}

/** The phrases as expressions, made when they are first asked for. */
export interface PhrasePatterns {
  readonly phrase: (name: keyof Phrases) => RegExp
  /** The same (g), for replace and matchAll. */
  readonly phrases: (name: keyof Phrases) => RegExp
}

const one = once((source: string) => wordExpression(source, 'iu'))
const every = once((source: string) => wordExpression(source, 'giu'))

export const compilePhrases = (phrases: Phrases): PhrasePatterns => ({
  phrase: (name) => one(phrases[name]),
  phrases: (name) => every(phrases[name]),
})
