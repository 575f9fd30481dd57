import { sign, subtract } from '../model/rational.ts'
import { clauseAt, figuresOf, type Match, matchesIn, ownText, type Passage, type Shown } from './passage.ts'

export type Direction = 'up' | 'down' | 'better' | 'worse' | 'flat'

const vocabulary: Readonly<Record<Direction, string>> = {
  up: 'up|ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr(?:ow|ows|ew|own|owing|owth)|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|expand(?:s|ed|ing)?|higher|advanc(?:es|ed)',
  down: 'down|f(?:all|alls|ell|allen|alling)|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|shr(?:ink|inks|ank|unk)|reduc(?:ed|tion)|lower|slid|plung(?:e|ed|es)|slip(?:s|ped)',
  better: 'improv(?:e|es|ed|ing|ement)|recover(?:s|ed|ing|y)',
  worse: 'worsen(?:s|ed|ing)?|deteriorat(?:e|es|ed|ing|ion)|weaken(?:s|ed|ing)?',
  flat: 'flat|unchanged|level with',
}

const kinds = Object.entries(vocabulary).map(([kind, words]) => ({
  kind,
  expression: new RegExp(`^(?:${words})$`, 'i'),
}))
const anyWord = new RegExp(`\\b(?:${Object.values(vocabulary).join('|')})\\b`, 'gi')
const negated = /\b(?:not|no|never|without|nor|neither|cannot|didn't|did not)\s+(?:\w+\s+){0,2}$/i
const unrelated = /^(?:\s*(?:to date|time|side|stream|load|grade|hand|front|link|right|market|turn|sizing)\b|-)/i

/** A direction word of the author's, and the number that it speaks of. */
export interface DirectionClaim {
  readonly word: Match
  readonly direction: Direction
  /** change: the number is the change itself. level: the word leads to a value. pair: two values of one metric. */
  readonly relation: 'change' | 'level' | 'pair' | 'none'
  readonly shown: Shown | undefined
  readonly other?: Shown
}

const directions: readonly Direction[] = ['up', 'down', 'better', 'worse', 'flat']

function directionOf(word: string): Direction {
  const name = kinds.find(({ expression }) => expression.test(word))?.kind
  return directions.find((direction) => direction === name) ?? 'flat'
}

/** Direction words as claims; not those that are denied, nor parts of other words ("up to date", "start-up"). */
function directionWords(passage: Passage): readonly Match[] {
  return matchesIn(passage, anyWord).filter(({ text, start, end }) => {
    if (/^up$/i.test(text) && /^\s+to\b/.test(passage.text.slice(end))) return false // "up to 500": at most
    const before = ownText(passage, 0, start)
    return !negated.test(before) && !unrelated.test(passage.text.slice(end)) && !/[-–]$/.test(before)
  })
}

const isChange = ({ fact }: Shown): boolean =>
  fact.kind === 'growth' || fact.kind === 'difference' || fact.kind === 'cagr'
const leadsTo = /\b(?:to|at|reach(?:ed|ing)?)\s*(?:about|around|nearly|approximately|over)?\s*$/i
const compares = /\b(?:compared (?:to|with)|against|from|versus|vs\.?|after)\b/i

function claimOf(passage: Passage, word: Match, next: number): Omit<DirectionClaim, 'word' | 'direction'> {
  const { end } = clauseAt(passage, word.start)
  const figures = figuresOf(passage)
  const ahead = figures.filter((figure) => figure.start >= word.end && figure.start < Math.min(end, next))
  const [first, second] = ahead
  if (first && first.start - word.end <= 120) {
    const lead = ownText(passage, word.end, first.start)
    if (isChange(first.shown)) return { relation: 'change', shown: first.shown }
    const same = second && !isChange(second.shown) && second.shown.fact.metric === first.shown.fact.metric
    if (same && /\bfrom\s*$/i.test(lead) && leadsTo.test(ownText(passage, first.end, second.start)))
      return { relation: 'pair', shown: second.shown, other: first.shown }
    if (same && compares.test(ownText(passage, first.end, second.start)))
      return { relation: 'pair', shown: first.shown, other: second.shown }
    if (leadsTo.test(lead) && !/^growth$/i.test(word.text)) return { relation: 'level', shown: first.shown }
    return { relation: 'none', shown: first.shown }
  }
  const before = figures.findLast((figure) => figure.end <= word.start)
  const touches = before && /^\s*(?:points?|per cent|percent)?\s*$/.test(ownText(passage, before.end, word.start))
  if (before && touches && isChange(before.shown)) return { relation: 'change', shown: before.shown }
  return { relation: 'none', shown: undefined }
}

/** Every direction word of a passage with the number it is bound to, if any. */
export function directionClaims(passage: Passage): readonly DirectionClaim[] {
  const words = directionWords(passage)
  return words.map((word, index) => ({
    word,
    direction: directionOf(word.text),
    ...claimOf(passage, word, words[index + 1]?.start ?? passage.text.length),
  }))
}

/** Sign of a change: 0 when it prints as nothing, undefined when it may be either. */
export function signOf({ fact, use }: Shown): -1 | 0 | 1 | undefined {
  if (/^-?0+(?:\.0+)?$/.test(use.displayed)) return 0
  if (fact.value) return sign(fact.value)
  if (!fact.low || !fact.high) return undefined
  const [low, high] = [sign(fact.low), sign(fact.high)]
  return low === high ? low : undefined
}

/** Sign of the step from one value to the other. */
export function signBetween(now: Shown, before: Shown): -1 | 0 | 1 | undefined {
  if (!now.fact.value || !before.fact.value) return undefined
  return sign(subtract(now.fact.value, before.fact.value))
}
