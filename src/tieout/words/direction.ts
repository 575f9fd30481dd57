import type { Direction } from '../../language/claim-words.ts'
import type { WordPatterns } from '../../language/word-patterns.ts'
import type { Metric } from '../../model/figure.ts'
import { sign, subtract } from '../../model/rational.ts'
import type { WordMatch } from './matches/text-pool.ts'
import { isOfName } from './names/named-directions.ts'
import { clauseAt, type FigurePiece, figuresOf, matchesIn, ownText, type Passage, type ShownFigure } from './passage.ts'

/** A direction word of the author's. */
export interface DirectionWord extends WordMatch {
  readonly direction: Direction
  /** It always means the direction; other words do so only beside a number. */
  readonly certain: boolean
  /** Only an amount of change beside it makes it one: "opened 9 stores". */
  readonly isOfAmount?: true
}

/** A direction word, and the number that it is about. */
export interface DirectionClaim {
  readonly word: DirectionWord
  readonly direction: Direction
  /**
   * change: the number is the change itself. level: the word leads to a value. pair: two values of one metric.
   * rate: the word is about the speed of the change, not its sign.
   */
  readonly relation: 'change' | 'level' | 'pair' | 'rate' | 'none'
  readonly shown: ShownFigure | undefined
  readonly other?: ShownFigure
}

/** Greatest distance between a word and the number that it is about, in characters. */
const maxDistance = 120
/** Greatest length of an object between a word such as "cut" and its number: "cut the cost of networks by 3%". */
const maxObject = 60

export const isChange = ({ fact }: ShownFigure): boolean =>
  fact.kind === 'growth' || fact.kind === 'difference' || fact.kind === 'cagr'

/** Whether a number is printed without its sign, so that only the words about it say which way it went. */
export const isBare = ({ fact, use }: ShownFigure): boolean =>
  use.form === 'magnitude' && (fact.kind === 'growth' || fact.kind === 'difference') && /\d/.test(use.displayed)

const isAmount = ({ shown }: FigurePiece): boolean => shown.fact.kind === 'difference' && isBare(shown)

/** Direction words of a passage; not those that are negated, nor parts of other words ("up to date", "start-up") or of names. */
export function directionWords(passage: Passage, words: WordPatterns): readonly DirectionWord[] {
  return matchesIn(passage, words.direction).flatMap((match): readonly DirectionWord[] => {
    const { text, start, end } = match
    const sense = words.senses.get(text.toLowerCase().replace(/\s+/g, ' '))
    const before = ownText(passage, clauseAt(passage, start, words).start, start)
    const after = passage.text.slice(end)
    const isVerticalWord = words.phrase('vertical').test(text)
    if (/^up$/i.test(text) && /^\s+to\b/.test(after) && !words.phrase('upLead').test(before)) return [] // "up to 500": at most
    if (isVerticalWord && words.beforeNoDirection.test(before)) return []
    if (!sense || words.denied.test(before) || words.afterNoDirection.test(after) || /[-–]$/.test(before)) return []
    return isOfName({ ...match, certain: sense.certain }, passage, words) ? [] : [{ ...match, ...sense }]
  })
}

/** "a 3% decline", "3% lower", "a 3% organic decline": a noun or comparative that its number stands right before. */
export function standsBefore(figure: FigurePiece, word: WordMatch, passage: Passage, words: WordPatterns): boolean {
  if (figure.end > word.start || !words.behindNumber.has(word.text.toLowerCase())) return false
  if (words.senses.get(word.text.toLowerCase())?.isOfAmount && !isAmount(figure)) return false
  const between = ownText(passage, figure.end, word.start)
  const rest = between.replace(words.percentSign, '').replace(words.pointsSign, '')
  return /^(?:\s+[\p{L}'’-]+){0,3}\s*$/u.test(rest) && !words.phraseBreak.test(rest) && !/\n/.test(between)
}

/** Whether a word belongs to a circumstance that a comma separates from what follows: "after a fall in prices, …". */
export function isCircumstance(word: WordMatch, figure: number, passage: Passage, words: WordPatterns): boolean {
  const { start } = clauseAt(passage, word.start, words)
  if (!/,\s/.test(ownText(passage, word.end, figure))) return false
  const before = ownText(passage, start, word.start)
  return words.circumstance.test(before.slice(before.lastIndexOf(',') + 1))
}

/** Whether a word with other senses is so close to the number that it can only be about it. */
export function isBeside(
  { end, isOfAmount }: DirectionWord,
  figure: FigurePiece,
  passage: Passage,
  words: WordPatterns,
): boolean {
  if (isOfAmount && !isAmount(figure)) return false
  const lead = ownText(passage, end, figure.start)
  if (words.onlyFillers.test(isChange(figure.shown) ? lead : lead.replace(words.leadsToValue, ''))) return true
  const isObject = lead.length <= maxObject && /^[^,;:()]*$/.test(lead) && !words.phrase('opensClause').test(lead)
  return isObject && isBare(figure.shown)
}

/** Whether a word is about the rate: "growth slowed to 3%" says nothing about its sign. */
function isRate(word: DirectionWord, lead: string, passage: Passage, words: WordPatterns): boolean {
  if (!words.leadsToValue.test(lead)) return false
  const { start } = clauseAt(passage, word.start, words)
  return words.rate.test(ownText(passage, start, word.end))
}

/** "{{…}}, down on the year": a word that ends the clause, or leads to what is compared with, right behind a value. */
function boundBehind(
  word: DirectionWord,
  before: FigurePiece | undefined,
  passage: Passage,
  words: WordPatterns,
): Bound {
  if (!before && passage.of && passage.text.slice(0, word.start).trim() === '' && isLoneAdverb(word, passage, words))
    return { relation: 'level', shown: passage.of } // a tile's note
  if (!before || isChange(before.shown) || before.shown.fact.kind !== 'figure') return unbound
  const between = ownText(passage, before.end, word.start)
  const isApposed = /[,(–—]/.test(between) && words.onlyFillers.test(between)
  return isApposed && isLoneAdverb(word, passage, words) ? { relation: 'level', shown: before.shown } : unbound
}

/** "Down on the year", with no number of its own. */
function isLoneAdverb(word: DirectionWord, passage: Passage, words: WordPatterns): boolean {
  const { end } = clauseAt(passage, word.start, words)
  const behind = passage.text.slice(word.end, end)
  if (!words.phrase('adverbOfDirection').test(word.text)) return false
  return words.phrase('behindAdverb').test(behind) || words.comparisons.some(({ pattern }) => pattern.test(behind))
}

type Bound = Omit<DirectionClaim, 'word' | 'direction'>
const unbound: Bound = { relation: 'none', shown: undefined }

/** Which of the numbers after a word in its clause it is about. */
function boundAhead(word: DirectionWord, ahead: readonly FigurePiece[], passage: Passage, words: WordPatterns): Bound {
  const [first, second] = ahead
  if (!first || first.start - word.end > maxDistance || isCircumstance(word, first.start, passage, words))
    return unbound
  const lead = ownText(passage, word.end, first.start)
  const between = second ? ownText(passage, first.end, second.start) : ''
  const isSame = second && second.shown.fact.metric === first.shown.fact.metric
  const isPair = isSame && second.shown.fact.kind === first.shown.fact.kind
  const toSecond = words.phrase('fromAtEnd').test(lead) && words.leadsToValue.test(between)
  if (isPair && toSecond) return { relation: 'pair', shown: second.shown, other: first.shown }
  const close = word.certain || isBeside(word, first, passage, words)
  if (!close) return { relation: 'none', shown: first.shown }
  if (isChange(first.shown))
    return { relation: isRate(word, lead, passage, words) ? 'rate' : 'change', shown: first.shown }
  if (
    isSame &&
    (word.certain || words.leadsToValue.test(lead)) &&
    !isChange(second.shown) &&
    words.leadsToBase.test(between)
  )
    return { relation: 'pair', shown: first.shown, other: second.shown }
  const leads = words.leadsToValue.test(lead) && !words.phrase('growth').test(word.text)
  return { relation: leads ? 'level' : 'none', shown: first.shown }
}

/** "Growth in services offset a 3% decline": a number right before the noun of its own direction is that noun's, not of a word farther off. */
const hasOwnWord = (
  figure: FigurePiece,
  word: DirectionWord,
  following: DirectionWord | undefined,
  passage: Passage,
  words: WordPatterns,
): boolean =>
  following !== undefined &&
  isBare(figure.shown) &&
  standsBefore(figure, following, passage, words) &&
  !words.onlyFillers.test(ownText(passage, word.end, figure.start))

/** What each direction word of a passage is about. */
export function directionClaims(passage: Passage, words: WordPatterns): readonly DirectionClaim[] {
  const found = directionWords(passage, words)
  const figures = figuresOf(passage)
  return found.map((word, index) => {
    const { end } = clauseAt(passage, word.start, words)
    const following = found[index + 1]
    const next = Math.min(end, following?.start ?? end)
    const previous = found[index - 1]?.end ?? 0
    const before = figures.findLast((figure) => figure.end <= word.start)
    const isTaken =
      before &&
      before.start >= previous &&
      index > 0 &&
      words.onlyFillers.test(ownText(passage, previous, before.start))
    const bound: Bound =
      before && !isTaken && isChange(before.shown) && standsBefore(before, word, passage, words)
        ? { relation: 'change', shown: before.shown }
        : boundAhead(
            word,
            figures.filter(
              (figure) =>
                figure.start >= word.end && figure.start < next && !hasOwnWord(figure, word, following, passage, words),
            ),
            passage,
            words,
          )
    const own = bound.shown === undefined ? boundBehind(word, before, passage, words) : bound
    return { word, direction: word.direction, ...own }
  })
}

/** Sign of a change: 0 when it prints as nothing, undefined when it may be either. */
export function signOf({ fact, use }: ShownFigure): -1 | 0 | 1 | undefined {
  if (/^-?0+(?:\.0+)?$/.test(use.displayed)) return 0
  if (fact.value) return sign(fact.value)
  if (!fact.low || !fact.high) return undefined
  const [low, high] = [sign(fact.low), sign(fact.high)]
  return low === high ? low : undefined
}

/** Sign of the step from one value to the other. */
export function signBetween(now: ShownFigure, before: ShownFigure): -1 | 0 | 1 | undefined {
  if (!now.fact.value || !before.fact.value) return undefined
  return sign(subtract(now.fact.value, before.fact.value))
}

/** Whether a change of that sign goes the way a word says; undefined when the metric has no better and worse. */
export function agreesWith(direction: Direction, found: -1 | 0 | 1, metric: Metric | undefined): boolean | undefined {
  if (direction === 'up') return found > 0
  if (direction === 'down') return found < 0
  if (direction === 'flat') return found === 0
  if (!metric || metric.polarity === 'neutral') return undefined
  const good = metric.polarity === 'more' ? found > 0 : found < 0
  return direction === 'better' ? good : found !== 0 && !good
}
