import type { WordPatterns } from '../../../language/word-patterns.ts'
import { once } from '../../../model/memory.ts'
import { allMatches } from './all-matches.ts'
import { neededWords } from './needed-words.ts'
import { addWords, createWordIndex, textsWith, type WordIndex } from './word-index.ts'

/** A match of an expression, and its place in the text that was searched. */
export interface WordMatch {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly groups: readonly (string | undefined)[]
}

/** How far an expression has been held against a pool, and what it was found in. */
interface Answer {
  searched: number
  /** Of texts with a match: most have none. */
  readonly found: Map<string, readonly WordMatch[]>
}

/**
 * The texts of a deck, each once, in the order they came in, with what has been found in them. Several rules look for the same
 * words, labels of charts and tables are the same on many slides, and most texts stay as they are from one edit to the next.
 */
export interface TextPool {
  readonly texts: string[]
  readonly known: Set<string>
  readonly answers: Map<RegExp, Answer>
  /** The texts with a match of any of several expressions. */
  readonly unions: Map<readonly RegExp[], { readonly searched: number; readonly texts: ReadonlySet<string> }>
  readonly index: WordIndex
}

export const createPool = (): TextPool => ({
  texts: [],
  known: new Set(),
  answers: new Map(),
  unions: new Map(),
  index: createWordIndex(),
})

/** More texts than most decks have; a server follows the edits of a day. */
const mostTexts = 20_000

const pools = new WeakMap<WordPatterns, TextPool>()

/** The pool of a language, which stays for as long as the process, until it has grown too large. */
export function poolOf(words: WordPatterns): TextPool {
  const known = pools.get(words)
  if (known && known.texts.length <= mostTexts) return known
  const made = createPool()
  pools.set(words, made)
  return made
}

/** Takes in a text. */
export function addText(text: string, { texts, known, index }: TextPool): void {
  if (known.has(text)) return
  known.add(text)
  addWords(text, texts.length, index)
  texts.push(text)
}

/** Between texts that are searched as one: no letter, no sign, and no wildcard goes over the end of a line. */
const apart = '\n\u0000\n'

/** Whether an expression holds what means the beginning or end of a text, and so must see each by itself. */
const isAnchored = once(({ source }: RegExp): boolean => /(?<!\\|\[)[\^$]/.test(source))

/** Every match of a global expression in a text by itself. */
export const textMatches = (text: string, expression: RegExp): readonly WordMatch[] =>
  allMatches(text, expression).map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    groups: match.slice(1),
  }))

/**
 * Searches texts as one: most hold no match, and a search costs far more to begin than to go on. The texts that a match reaches
 * over are searched each by itself, as they may hold others.
 */
function searchTogether(texts: readonly string[], expression: RegExp, found: Map<string, readonly WordMatch[]>): void {
  if (texts.length === 0) return
  const reached = new Set<string>()
  let [at, start] = [0, 0] // a text, and where it begins
  for (const match of textMatches(texts.join(apart), expression)) {
    for (let text = texts[at]; text !== undefined && start <= match.end; text = texts[at]) {
      const end = start + text.length
      if (start <= match.start && match.end <= end) {
        const own = { ...match, start: match.start - start, end: match.end - start }
        found.set(text, [...(found.get(text) ?? []), own])
      } else if (match.start < end) reached.add(text)
      if (match.end <= end) break // it may hold the next match too
      start = end + apart.length
      at++
    }
  }
  for (const text of reached) {
    const own = textMatches(text, expression)
    if (own.length > 0) found.set(text, own)
    else found.delete(text)
  }
}

/** The texts from a place on that may hold a match. */
function textsToSearch(expression: RegExp, from: number, { texts, index }: TextPool): readonly string[] {
  const need = neededWords(expression)
  if (!need) return texts.slice(from)
  const found = textsWith(need, index)
  return [...found].filter((at) => at >= from).map((at) => texts[at] ?? '')
}

/** What an expression is found in, of all texts that a pool holds by now. */
function answerOf(expression: RegExp, pool: TextPool): Answer['found'] {
  const { texts, answers } = pool
  let answer = answers.get(expression)
  if (answer?.searched === texts.length) return answer.found
  if (!answer) {
    answer = { searched: 0, found: new Map() }
    answers.set(expression, answer)
  }
  const more = textsToSearch(expression, answer.searched, pool)
  answer.searched = texts.length
  if (!isAnchored(expression)) searchTogether(more, expression, answer.found)
  else
    for (const each of more) {
      const own = textMatches(each, expression)
      if (own.length > 0) answer.found.set(each, own)
    }
  return answer.found
}

/** Every match of a global expression in a text that a pool holds, from left to right. */
export const poolMatches = (text: string, expression: RegExp, pool: TextPool): readonly WordMatch[] =>
  answerOf(expression, pool).get(text) ?? none

const none: readonly WordMatch[] = []

/** Whether one of several expressions is found in a text that a pool holds: asked first, since in most texts none is. */
export function hasMatchOf(expressions: readonly RegExp[], text: string, pool: TextPool): boolean {
  let known = pool.unions.get(expressions)
  if (known?.searched !== pool.texts.length) {
    known = {
      searched: pool.texts.length,
      texts: new Set(expressions.flatMap((each) => [...answerOf(each, pool).keys()])),
    }
    pool.unions.set(expressions, known)
  }
  return known.texts.has(text)
}
