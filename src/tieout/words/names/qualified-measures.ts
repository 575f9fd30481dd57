import type { WordPatterns } from '../../../language/word-patterns.ts'
import type { Metric } from '../../../model/figure.ts'
import { once } from '../../../model/memory.ts'
import type { RuleContext } from '../../rule.ts'
import { allMatches } from '../matches/all-matches.ts'
import { poolMatches } from '../matches/text-pool.ts'
import type { FigurePiece, Passage, TextRange } from '../passage.ts'
import { isInLabel, type NameMatch, namesIn, nameWords, otherWords } from './metric-names.ts'

/** A word of a text that makes another measure of a name: "organic", "at constant currencies"; `key` is one for all its spellings. */
interface Qualifier extends TextRange {
  readonly key: string
}

function qualifiersIn(text: string, { subjects }: WordPatterns): readonly Qualifier[] {
  return subjects.qualifiers.flatMap(({ key, pattern }) =>
    allMatches(text, pattern).map(({ index, 0: { length } }) => ({ key, start: index, end: index + length })),
  )
}

/** Those of a passage, bound words among them. */
const qualifiersOfPassage = ({ text, pool }: Passage, { subjects }: WordPatterns): readonly Qualifier[] =>
  subjects.qualifiers.flatMap(({ key, pattern }) =>
    poolMatches(text, pattern, pool).map(({ start, end }) => ({ key, start, end })),
  )

/** What a metric's own names say that it is: of "Organic growth" organic. */
const qualifiersOf = once((words: WordPatterns) =>
  once(
    ({ label, short = '', also = [] }: Metric): ReadonlySet<string> =>
      new Set([label, short, ...also].flatMap((name) => qualifiersIn(name, words)).map(({ key }) => key)),
  ),
)

/** Metrics with a qualifier in their names: few, and looked for often. */
const qualifiedMetrics = once((words: WordPatterns) =>
  once((metrics: ReadonlyMap<string, Metric>): readonly Metric[] =>
    [...metrics.values()].filter((metric) => qualifiersOf(words)(metric).size > 0),
  ),
)

/** Whether a qualified metric can be what a name is said of: its label holds the name, or is a rate of nothing else. */
function isMeasureOf(metric: Metric, name: NameMatch, { words, ledger }: RuleContext): boolean {
  if (name.metrics.includes(metric.id) || name.metrics.includes(metric.nonGaap?.counterpart ?? '')) return true
  if (isInLabel(name.text, metric)) return true
  const bare = words.subjects.qualifiers.reduce((text, { pattern }) => text.replace(pattern, ' '), metric.label)
  const inside = namesIn(bare, ledger.metrics)
  if (inside.some(({ metrics }) => metrics.some((id) => name.metrics.includes(id)))) return true
  const rates: readonly string[] = [
    ...words.claims.rates,
    ...words.claims.neutralChanges.flatMap((each) => each.split(' ')),
  ]
  return nameWords(bare).every((word) => word.length < 3 || rates.includes(word))
}

/** Words and marks that part a qualifier from what stands behind it. */
const partingMarks = /[,;:()]/

/** Qualifiers of the clause that are said of a number, or may be: those between two numbers belong to one of them. */
function qualifiersBeside(asked: QualifiedNumber): {
  readonly sure: readonly Qualifier[]
  readonly maybe: ReadonlySet<string>
} {
  const { figure, figures, passage, clause, context } = asked
  const before = figures.findLast(({ end }) => end <= figure.start)
  const after = figures.find(({ start }) => start >= figure.end)
  const found = qualifiersOfPassage(passage, context.words).filter(
    ({ start, end }) => start >= clause.start && end <= clause.end,
  )
  if (found.length === 0) return { sure: found, maybe: new Set() }
  const gap = (from: number, to: number): boolean => {
    const between = passage.text.slice(from, to)
    return partingMarks.test(between) || context.words.phrase('joinsClauses').test(between)
  }
  const sure = found.filter(({ start, end }) => {
    if (end <= figure.start) return before === undefined || (start >= before.end && !gap(end, figure.start))
    return (
      start >= figure.end &&
      (after ? end <= after.start && gap(end, after.start) && !gap(figure.end, start) : !gap(figure.end, start))
    )
  })
  const maybe = found.filter(({ start, end }) => (before?.end ?? 0) <= start && end <= (after?.start ?? clause.end))
  return { sure, maybe: new Set([...sure, ...maybe].map(({ key }) => key)) }
}

/** A number with the figures of its clause. */
export interface QualifiedNumber {
  readonly figure: FigurePiece
  readonly figures: readonly FigurePiece[]
  readonly passage: Passage
  readonly clause: TextRange
  readonly context: RuleContext
}

/** The basis phrase that a qualifier stands in, if any: "on an organic basis". */
const basisOf = ({ start, end }: Qualifier, { passage, context }: QualifiedNumber): TextRange | undefined =>
  poolMatches(passage.text, context.words.subjects.onBasis, passage.pool).find(
    (phrase) => phrase.start <= start && end <= phrase.end,
  )

/** "Organic demand": an adjective of another noun than a metric, or its growth. */
function isOfNoun(qualifier: Qualifier, asked: QualifiedNumber): boolean {
  const { passage, context } = asked
  const { subjects, claims } = context.words
  if (!subjects.adjectives.has(qualifier.key) || basisOf(qualifier, asked)) return false
  const rest = passage.text.slice(qualifier.end)
  const [all, noun = ''] = /^\s+(\p{L}[\p{L}’'-]*)/u.exec(rest) ?? []
  if (all === undefined || otherWords(noun, context.words).length === 0 || claims.rates.includes(noun)) return false
  return namesIn(rest, context.ledger.metrics).every(({ start }) => start > all.length - noun.length)
}

/** Whether only a comma, or the growth of what is named, stands between a qualifier and the name: "like-for-like, sales", "organic growth in sales". */
function isAheadOf(
  { key, end }: Qualifier,
  name: NameMatch,
  { passage, context: { words } }: QualifiedNumber,
): boolean {
  if (key === 'excluding') return false // what is left out is no name of the number
  const between = passage.text.slice(end, name.start)
  if (/^\s*,?\s*$/.test(between)) return true
  const { adjectives } = words.subjects
  return (
    adjectives.has(key) &&
    words.rate.test(between) &&
    !/[,;:()]/.test(between) &&
    otherWords(between, words).length === 0
  )
}

/** Whether a qualifier can be said of nothing but a name and its number: "organic net sales", "6% at constant currencies". */
function isSaidOf(qualifier: Qualifier, name: NameMatch, asked: QualifiedNumber): boolean {
  const { start, end, key } = qualifier
  const { text } = asked.passage
  if (end <= name.start && isAheadOf(qualifier, name, asked)) return true
  if (key === 'excluding' && start >= name.end && text.slice(name.end, start).trim() === '') return true
  const phrase = basisOf(qualifier, asked)
  if (!phrase) return false
  return end > name.start || otherWords(text.slice(phrase.end, name.start), asked.context.words).length === 0
}

/** What a qualifier says of its number; the qualifier itself where it is of no metric. */
export type QualifiedReading =
  | { readonly kind: 'own' | 'other' | 'unknown' }
  | { readonly kind: 'unstated'; readonly range: TextRange }

/**
 * What "At constant currencies, net sales grew 6%" says of its number. `own`: the number is of the metric so qualified;
 * `other`: another metric of the data is; `unstated`: none is, and the words can mean nothing else; `unknown`: none is; undefined:
 * the sentence qualifies nothing, nor does the metric.
 */
export function qualifiedReading(name: NameMatch, asked: QualifiedNumber): QualifiedReading | undefined {
  const { figure, context } = asked
  const { words, ledger } = context
  const metric = ledger.metrics.get(figure.shown.fact.metric)
  if (!metric) return undefined
  const { sure, maybe } = qualifiersBeside(asked)
  if (maybe.size === 0) return undefined
  const own = qualifiersOf(words)(metric)
  if (own.size > 0 && [...own].every((key) => maybe.has(key)) && isMeasureOf(metric, name, context))
    return { kind: 'own' }
  const more = sure.filter((qualifier) => !own.has(qualifier.key) && !isOfNoun(qualifier, asked))
  if (more.length === 0) return undefined
  const isOther = (other: Metric): boolean => {
    const known = qualifiersOf(words)(other)
    return more.every(({ key }) => known.has(key)) && isMeasureOf(other, name, context)
  }
  if (qualifiedMetrics(words)(ledger.metrics).some(isOther)) return { kind: 'other' }
  const range = own.size === 0 ? more.find((qualifier) => isSaidOf(qualifier, name, asked)) : undefined
  return range ? { kind: 'unstated', range } : { kind: 'unknown' }
}
