/**
 * Words by which a sentence says what its numbers are of: which metric, in which scenario, of which sign, in which unit.
 * Plain data, as all of ClaimWords: entries may hold several forms, separated by spaces, unless they are patterns.
 */
export interface SubjectWords {
  /** What may stand between a metric's name and its number, so that they belong together: "was", "amounted to". */
  readonly linking: readonly string[]
  /** What may stand before a name without making another measure of it: "our", "consolidated", "record". */
  readonly neutralQualifiers: readonly string[]
  /** What makes another measure of the name after it: "adjusted", "underlying". */
  readonly otherMeasures: readonly string[]
  /** What makes another measure of the name before it: "per", "before", "margin". */
  readonly otherMeasuresAfter: readonly string[]
  /** What makes another measure of a name anywhere in its clause, by one name for all its spellings. Patterns. */
  readonly qualifiers: Readonly<Record<string, string>>
  /** Of these, the ones that may also stand before another noun: "organic demand". */
  readonly adjectives: readonly string[]
  /** Phrases with one of these that can only be said of the number of their clause: "on an organic basis". A pattern. */
  readonly onBasis: string
  /** Measures that every company reports, each by all its names; those of one kind are never said of one another's figures. */
  readonly standardMeasures: Readonly<Record<'amounts' | 'rates', readonly (readonly string[])[]>>
  /** Words of labels that people also use of other measures: alone they are no name of one. Several forms an entry. */
  readonly genericNames: readonly string[]
  /** What joins several names to one subject: "and", "as well as". A pattern. */
  readonly joinsNames: string
  /** What leads from a number to the metric that it is of: "of", "in our", "rise in". A pattern. */
  readonly leadsToName: string
  /** What a heading may add to a name: "by segment", "development of". A pattern. */
  readonly headingWords: string
  /** What says that a number printed without its sign is below zero: "loss", "used", "outflow". A pattern. */
  readonly negatives: string
  /** Of these, the nouns of a result below zero, which a positive one may not be called: "a loss of". A pattern. */
  readonly losses: string
  /** Names of what is owed, which may be shown in brackets without being below zero: "payables". A pattern. */
  readonly owed: string
  /** What may stand between such a noun and its number. A pattern of the end of a text. */
  readonly beforeValue: string
  /** The end of a text that states a number as a fact: "was", "reached". A pattern. */
  readonly statesFact: string
  /** The end of a text that promises a number: "will be", "we expect". A pattern. */
  readonly promises: string
  /** A label of actual figures, and one of targets and forecasts. Patterns of the whole label. */
  readonly actualLabel: string
  readonly targetLabel: string
  /** Words of how long the periods of a series are: "quarterly", by months. Patterns. */
  readonly periodicity: Readonly<Record<string, number>>
  /** A part of a year in words; groups: which ("first"), of what ("half"), how many months ("nine"), the year. A pattern. */
  readonly partOfYear: string
  /** Before a month or a year in which a number was so: "in", "for the calendar year". A pattern. */
  readonly beforeTime: string
  /** Before the first month of such a time, and between it and the last: "between", "and". */
  readonly betweenMonths: readonly [string, string]
  /** Behind such a year, that it is one of prices and no time: "dollars". A pattern. */
  readonly afterPriceYear: string
  /** Lengths of time as adjectives before a name, in months: "nine-month". */
  readonly lengthAdjectives: Readonly<Record<string, number>>
  /** A fiscal year in words, group 1 its number: "fiscal 2019". A pattern. */
  readonly fiscalYear: string
  /** The first of its kind in a year, by a word that is no ordinal. */
  readonly opening: string
  /** The number of months of "half" and the like. */
  readonly partMonths: Readonly<Record<string, number>>
  /** Lengths of time over a column by their words, in months: "nine months", "quarter". */
  readonly lengths: Readonly<Record<string, number>>
  /** What stands between such a length, or nothing, and the day on which it ends: "ended", "as of". A pattern. */
  readonly beforeEnd: string
  /** The year before the one that is reported, and that one. Patterns. */
  readonly lastYear: string
  readonly thisYear: string
  /** The part of a year that is over while it runs: "year to date". A pattern. */
  readonly yearSoFar: string
  /** The end of a text after which a period is only compared with. A pattern. */
  readonly beforeComparedPeriod: string
  /** The end of a text after which a period that is over is meant as such: "against the". A pattern. */
  readonly beforeOlderPeriod: string
  /** What stands between the two ends of a range: "to". A pattern. */
  readonly rangeTo: string
  /** What leads from a compound rate to where it begins: "a year since". A pattern. */
  readonly leadsToStart: string
}

/** Numbers that are no figures: parts of names, dates and addresses, by the words beside them. Patterns. */
export interface NumberNames {
  /** Before a number of a law, form, index or part of a document: "Section", "Form", "S&P". */
  readonly before: string
  /** Behind a number in a street's address: "Street". */
  readonly streets: string
  /** Endings of words before a house's number: "strasse". */
  readonly streetsBefore: string
  /** Before a number that is called. */
  readonly phones: string
  /** Behind a number that is a time of day, or part of a date or of a fixed phrase in another script: "a.m.", "月". */
  readonly behind: string
  /** Before a number that says how exact others are: "to the nearest". */
  readonly precision: string
  /** Before a number in an order of things in another script: "第". */
  readonly ordinalMarks: string
}

/** How numbers and ratios are said in words. Patterns. */
export interface NumberPhrases {
  /** Of tens before ones in one number: "twenty-five". */
  readonly joinsTens: string
  /** A part of a whole: group 1 the count ("two", "a"), group 2 the part ("thirds", "half"), before "of". */
  readonly partOf: string
  /** "grew by a third", "added a quarter": groups count and part. */
  readonly changeBy: string
  /** Behind a part, that it is one of a change: "of the increase in". */
  readonly ofChange: string
  /** What parts a clause in several claims: "and", a comma. */
  readonly joinsClaims: string
  /** Periods that a claim is said of and the words do not name: "in each of the two". */
  readonly otherPeriods: string
  /** The end of a text after which a period is where a change begins: "against the". */
  readonly beforeBase: string
  /** The end of a text that asks for more than the number behind it: "topped". */
  readonly exceeds: string
  /** "one in four": groups count and whole. */
  readonly oneIn: string
  /** Twice, and three times. */
  readonly twice: Readonly<Record<string, number>>
  /** Behind a number: "times"; and a half more. */
  readonly times: string
  readonly andHalf: string
  /** Behind times, that they are of a size: "as large as". */
  readonly timesOf: string
  /** Behind times, that they are of something else: "a year". */
  readonly notTimes: string
  /** All between times and the name that they are of: "trailing". */
  readonly beforeTimesName: string
  /** The end of a text before a number of things that is not all of them: "another". */
  readonly notAllOf: string
}

/** How two numbers are compared without a figure. Patterns. */
export interface ComparisonPhrases {
  /** On the better-than or worse-than side of a target; both end with the word for it. */
  readonly aboveTarget: string
  readonly belowTarget: string
  /** "All three segments": group 1 the quantifier, group 2 the count. */
  readonly allParts: string
  /** "The only segment": behind the name of a part. */
  readonly onlyPart: string
  /** "Most of our segments", "two of our three segments": groups: how many, of how many. */
  readonly someParts: string
  /** "Our largest segment", "the fastest-growing region": groups: which, and what it is one of. */
  readonly rankedPart: string
  /** Of these, the ones of growth, and the ones of the least. Patterns within them. */
  readonly rankedByGrowth: string
  readonly rankedLeast: string
  /** Right before the name of what is more, or less, than it was. */
  readonly moreOf: string
  readonly lessOf: string
  /** "Only", right before the name of a part. */
  readonly onlyNamed: string
  /** Between two names, of which the first grew more, or less. */
  readonly fasterThan: string
  readonly slowerThan: string
  /** The first grew so many times as fast; groups: more than that, twice, the number in words. */
  readonly timesAsFast: string
  /** Between two names: the level of the first is above that of the second, below it, or as high. */
  readonly aboveOther: string
  readonly belowOther: string
  readonly equalToOther: string
  /** "Against budget", behind a change. */
  readonly withTarget: string
  /** Right behind a change, that it is the distance from a target: "above our plan". */
  readonly fromTarget: string
  /** "From the previous fiscal year-end", behind a change: its base is the end of the last completed year; group 1: "fiscal". */
  readonly withYearEnd: string
  /** The end of a text after which a part of a year may be the change's own: "over". */
  readonly during: string
  /** "Retail led growth": the part that led stands before. */
  readonly ledChange: string
  /** "Retail led" before the name of a whole. */
  readonly ledWhole: string
  /** "led by", behind a word for a change. */
  readonly ledBy: string
  /** Of these, the ones of a fall: "led the decline". A pattern within them. */
  readonly ledFall: string
  /** A target that was revised up, down, or kept. */
  readonly raisedTarget: string
  readonly cutTarget: string
  readonly keptTarget: string
  /** Before the time in which something was highest, and lowest: "peaked". */
  readonly peaked: string
  readonly bottomed: string
  /** A result that changed its sign: "back to profit", "swung to a loss". */
  readonly turnedProfit: string
  readonly turnedLoss: string
  /** "against a profit", before "a year ago". */
  readonly againstProfit: string
  readonly againstLoss: string
  /** The label of a metric that can be a profit or a loss. */
  readonly result: string
}
