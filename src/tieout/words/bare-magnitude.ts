import type { WordPatterns } from '../../language/word-patterns.ts'
import {
  type DirectionClaim,
  type DirectionWord,
  directionWords,
  isBare,
  isBeside,
  isCircumstance,
  signOf,
  standsBefore,
} from './direction.ts'
import {
  clauseAt,
  type FigurePiece,
  figuresOf,
  ownText,
  type Passage,
  type ShownFigure,
  sentenceAt,
  type TextRange,
} from './passage.ts'

/** A number without a sign that no claim is about, and what the words around it say about its direction. */
export interface BareMagnitude {
  readonly shown: ShownFigure
  /**
   * claim: the word that governs it from farther off, checked like any other. known: words of its clause are about a
   * change, or what was said before gives the direction. unknown: its direction cannot be read.
   */
  readonly reading: { readonly kind: 'claim'; readonly claim: DirectionClaim } | { readonly kind: 'known' | 'unknown' }
}

/** Direction words of a passage, and the metric of the number that each is about, by the offset of the word. */
interface FoundWords {
  readonly all: readonly DirectionWord[]
  readonly metrics: ReadonlyMap<number, string>
}

const inside = ({ start, end }: TextRange, range: TextRange): boolean => start >= range.start && end <= range.end

/** The direction that a comparative right after the number gives: "3% more". */
function comparativeAfter(figure: FigurePiece, passage: Passage, words: WordPatterns): 'up' | 'down' | undefined {
  const { end } = clauseAt(passage, figure.end, words)
  const tail = ownText(passage, figure.end, end).replace(words.percentSign, '').replace(words.pointsSign, '')
  return (['up', 'down'] as const).find((direction) => words.comparative[direction].test(tail))
}

/** A sign that its author typed right before a number: "+", "▼", "minus". */
function typedSign(
  figure: FigurePiece,
  passage: Passage,
  { claims, typedSigns }: WordPatterns,
): DirectionWord | undefined {
  const before = ownText(passage, 0, figure.start)
  const found = typedSigns.exec(before)
  if (!found) return undefined
  const text = found[0].trim()
  const direction = claims.typedSigns.up.includes(text.toLowerCase()) ? 'up' : 'down'
  return { text, start: found.index, end: figure.start, groups: [], direction, certain: true }
}

/** Whether the clause has printed the same change with its direction: "up JPY100 million, or 3%". */
function isPrintedBefore({ shown, start }: FigurePiece, clause: TextRange, passage: Passage): boolean {
  return figuresOf(passage).some(
    (other) =>
      inside(other, clause) &&
      other.end <= start &&
      (other.shown.use.form === 'words' || other.shown.use.form === 'signed') &&
      other.shown.fact.metric === shown.fact.metric &&
      signOf(other.shown) === signOf(shown),
  )
}

const agrees = ({ direction }: DirectionWord, found: -1 | 0 | 1 | undefined): boolean =>
  found === undefined ||
  (direction === 'up' ? found > 0 : direction === 'down' ? found < 0 : direction === 'flat' ? found === 0 : true)

/** The word whose direction a number takes over from farther off: one that it stands before, else the last one before it. */
function governing(
  figure: FigurePiece,
  own: readonly DirectionWord[],
  passage: Passage,
  words: WordPatterns,
): DirectionWord | undefined {
  const after = own.find(({ start }) => start >= figure.end)
  if (after && standsBefore(figure, after, passage, words)) return after
  return own.findLast(
    (word) =>
      word.end <= figure.start &&
      (word.certain || isBeside(word, figure, passage, words)) &&
      !isCircumstance(word, figure.start, passage, words),
  )
}

/** "services grew 3%, but costs only 2%": a clause without a verb of its own, whose number goes the way of the one before. */
function continues(
  figure: FigurePiece,
  clause: TextRange,
  all: readonly DirectionWord[],
  passage: Passage,
  words: WordPatterns,
): boolean {
  const lastWord = /\S*\s*$/.exec(ownText(passage, clause.start, figure.start))?.[0] ?? ''
  if (!words.onlyFillers.test(lastWord)) return false
  const sentence = sentenceAt(passage, figure.start, words)
  const earlier = all.findLast((each) => inside(each, sentence) && each.end <= clause.start)
  return earlier !== undefined && agrees(earlier, signOf(figure.shown))
}

function readingOf(
  figure: FigurePiece,
  { all, metrics }: FoundWords,
  passage: Passage,
  words: WordPatterns,
): BareMagnitude['reading'] {
  const { shown } = figure
  const clause = clauseAt(passage, figure.start, words)
  const own = all.filter((word) => inside(word, clause))
  const sign = signOf(shown)
  const typed = typedSign(figure, passage, words)
  if (typed) return { kind: 'claim', claim: { word: typed, direction: typed.direction, relation: 'change', shown } }
  const word = governing(figure, own, passage, words)
  if (word) return { kind: 'claim', claim: { word, direction: word.direction, relation: 'change', shown } }
  const comparative = comparativeAfter(figure, passage, words)
  if (comparative !== undefined && sign !== undefined)
    return { kind: (comparative === 'up' ? sign > 0 : sign < 0) ? 'known' : 'unknown' }
  // What follows a colon has a subject of its own: "income fell 39%: costs outgrew revenues".
  const isOpen = (start: number): boolean =>
    (metrics.get(start) ?? shown.fact.metric) === shown.fact.metric &&
    !ownText(passage, figure.end, start).includes(': ')
  const isSaid =
    own.some(({ start, certain }) => certain && start >= figure.end && isOpen(start)) ||
    words.neutralChange.test(ownText(passage, clause.start, clause.end)) ||
    isPrintedBefore(figure, clause, passage)
  return { kind: isSaid || continues(figure, clause, all, passage, words) ? 'known' : 'unknown' }
}

/** The numbers of a passage that are printed without a sign and that none of its claims is about. */
export function bareMagnitudes(
  passage: Passage,
  claims: readonly DirectionClaim[],
  words: WordPatterns,
): readonly BareMagnitude[] {
  const bound = new Set(claims.flatMap(({ relation, shown, other }) => (relation === 'none' ? [] : [shown, other])))
  const open = figuresOf(passage).filter(({ shown }) => isBare(shown) && !bound.has(shown))
  if (open.length === 0) return []
  const metrics = new Map(
    claims.flatMap(({ relation, word, shown }) =>
      relation === 'none' || !shown ? [] : [[word.start, shown.fact.metric] as const],
    ),
  )
  const found = { all: directionWords(passage, words), metrics }
  return open.map((figure) => ({ shown: figure.shown, reading: readingOf(figure, found, passage, words) }))
}
