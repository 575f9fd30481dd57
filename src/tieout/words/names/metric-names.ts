import type { WordPatterns } from '../../../language/word-patterns.ts'
import type { Metric } from '../../../model/figure.ts'
import { once } from '../../../model/memory.ts'
import { allMatches } from '../matches/all-matches.ts'
import type { TextRange } from '../passage.ts'

/** A metric's name in a text: a whole label, a short label or a word of `also:`. Several metrics may have one short label. */
export interface NameMatch extends TextRange {
  readonly text: string
  readonly metrics: readonly string[]
  /** How many words it has. */
  readonly length: number
}

/** What has names: a metric, or a measure that every company knows. */
export type Named = Pick<Metric, 'id' | 'label' | 'short' | 'also'>

interface Token extends TextRange {
  readonly word: string
}

interface Name {
  readonly words: readonly string[]
  /** Whether a comma stands in it: "Selling, general and administrative expenses". */
  readonly isList: boolean
  readonly metrics: string[]
}

/** Names by their first word, the longest first. */
type NameIndex = ReadonlyMap<string, readonly Name[]>

const tokens = /[\p{L}\p{N}][\p{L}\p{N}&'’/.%-]*/gu

/** The same where no other letter than those of English is: far quicker, and nearly every text of an English deck. */
const plainTokens = /[A-Za-z0-9][A-Za-z0-9&'’/.%-]*/g
const otherLetters = /[^\0-\x7f–—‘’“”•]/

/** A word as names are compared, in small letters, without a plural's s, a possessive or a full stop; and how much of it that is. */
const plain = once((word: string): { readonly word: string; readonly length: number } => {
  const bare = word.replace(/['’]s?$/, '').replace(/[.'’/-]+$/, '')
  const small = bare.toLowerCase()
  const single = small.length > 4 && small.endsWith('ies') ? `${small.slice(0, -3)}y` : small.replace(/(?<!s)s$/, '')
  return { word: small.length > 3 ? single : small, length: bare.length }
})

const tokensOf = (text: string): readonly Token[] =>
  allMatches(text, otherLetters.test(text) ? tokens : plainTokens).map((match) => {
    const { word, length } = plain(match[0])
    return { word, start: match.index, end: match.index + length }
  })

/** "Income tax expense (benefit)" is also called without what stands in parentheses. */
export const spellingsOf = ({ label, short, also = [] }: Named): readonly string[] =>
  [label, ...(short === undefined ? [] : [short]), ...also].flatMap((name) => {
    const bare = name.replace(/\s*\([^()]*\)/g, '').trim()
    return bare === name || bare === '' ? [name] : [name, bare]
  })

/** Made once for the metrics of a deck: a text is then read in one pass, however many metrics there are. */
const indexOf = once((metrics: ReadonlyMap<string, Named>): NameIndex => {
  const names = new Map<string, Name>()
  for (const metric of metrics.values())
    for (const spelling of spellingsOf(metric).filter((name) => /^[\p{L}\p{N}].*\p{L}|^\p{L}/u.test(name))) {
      const words = tokensOf(spelling).map(({ word }) => word)
      const key = words.join(' ')
      const known = names.get(key)
      if (!known) names.set(key, { words, isList: spelling.includes(','), metrics: [metric.id] })
      else if (!known.metrics.includes(metric.id)) known.metrics.push(metric.id)
    }
  const byFirst = new Map<string, Name[]>()
  for (const name of names.values()) {
    const [first] = name.words
    if (first === undefined) continue
    const same = byFirst.get(first)
    if (same) same.push(name)
    else byFirst.set(first, [name])
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.words.length - a.words.length)
  return byFirst
})

/** The words of a text as names are compared. */
export const nameWords = (text: string): readonly string[] => tokensOf(text).map(({ word }) => word)

/** The labels of a metric by which its number may be called in part: "cost" of "Cost of services". */
const labelWords = once((metric: Metric): readonly (readonly string[])[] => spellingsOf(metric).map(nameWords))

/** Whether a name begins a metric's own label. */
export function beginsLabel(name: string, metric: Metric): boolean {
  const words = nameWords(name)
  return labelWords(metric).some((label) => words.every((word, at) => label[at] === word))
}

/** Whether a name stands somewhere in a metric's own label. */
export function isInLabel(name: string, metric: Metric): boolean {
  const words = nameWords(name).join(' ')
  return labelWords(metric).some((label) => ` ${label.join(' ')} `.includes(` ${words} `))
}

/** Whether a text holds every word of weight of one of a metric's labels, in any order. */
export function spellsOut(text: string, metric: Metric): boolean {
  const words = new Set(nameWords(text))
  return labelWords(metric).some((label) =>
    label.every((word) => word.length < 3 || small.has(word) || words.has(word)),
  )
}

/** Words of labels that carry no weight. */
const small: ReadonlySet<string> = new Set(['and', 'the', 'for', 'from', 'with', 'our'])

/** The longest name that begins at a token; none goes over the end of a clause. */
function nameAt(at: number, all: readonly Token[], text: string, index: NameIndex): NameMatch | undefined {
  const first = all[at]
  if (!first) return undefined
  for (const { words, isList, metrics } of index.get(first.word) ?? []) {
    const last = all[at + words.length - 1]
    if (!last || !words.every((word, offset) => all[at + offset]?.word === word)) continue
    const gaps = gapsOf(all.slice(at, at + words.length), text)
    if (/[;:\n]|\.\s/u.test(gaps) || (!isList && gaps.includes(','))) continue
    return { start: first.start, end: last.end, text: text.slice(first.start, last.end), metrics, length: words.length }
  }
  return undefined
}

const gapsOf = (run: readonly Token[], text: string): string =>
  run
    .slice(1)
    .map(({ start }, index) => text.slice(run[index]?.end ?? start, start))
    .join('')

/** Every name of a metric in a text, from left to right, the longest where several begin alike; none overlap. */
export function namesIn(text: string, metrics: ReadonlyMap<string, Named>): readonly NameMatch[] {
  const index = indexOf(metrics)
  const all = tokensOf(text)
  const found: NameMatch[] = []
  for (let at = 0; at < all.length; ) {
    const name = nameAt(at, all, text, index)
    if (name) found.push(name)
    at += name?.length ?? 1
  }
  return found
}

const letters = /\p{L}[\p{L}'’-]*/gu
/** Letters glued to digits: "Q3", "FY24". */
const labels = /[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*/gu

/** Words between a name and a number that are not known to link them. */
export function otherWords(text: string, { subjects, direction, onlyFillers }: WordPatterns): readonly string[] {
  if (!/\p{L}/u.test(text)) return [] // most: a name stands right before its number
  const rest = text.replace(labels, ' ').replace(subjects.linking, ' ').replace(direction, ' ')
  return (rest.match(letters) ?? []).filter((word) => !/ly$/i.test(word) && !onlyFillers.test(word))
}
