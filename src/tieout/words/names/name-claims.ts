import { wordExpression } from '../../../language/claims/pattern-parts.ts'
import type { WordPatterns } from '../../../language/word-patterns.ts'
import { once } from '../../../model/memory.ts'
import type { RuleContext } from '../../rule.ts'
import { isChange } from '../direction.ts'
import { allMatches } from '../matches/all-matches.ts'
import { clauseAt, type FigurePiece, figuresOf, ownText, type Passage, type TextRange } from '../passage.ts'
import { isCounted, isOtherCount, isSaidToBe } from './equated-names.ts'
import { beginsLabel, isInLabel, type NameMatch, namesIn, otherWords, spellsOut } from './metric-names.ts'
import { isNamed, isReckonedWith } from './metric-relations.ts'
import { partialName } from './partial-names.ts'
import { type QualifiedReading, qualifiedReading } from './qualified-measures.ts'
import { holds, standardNames } from './standard-measures.ts'

/** What the names around a number say of it. */
export interface NameReading {
  readonly figure: FigurePiece
  /** The name that was judged. */
  readonly name: NameMatch
  /** right: its own; wrong: another metric's, right beside it; doubtful: another's, but farther off or one of two. */
  readonly verdict: 'right' | 'wrong' | 'doubtful'
  /** The words by which it is called a measure that no metric is. */
  readonly unstated?: TextRange
}

/** One number, with the names and numbers of its clause, and the headings above it. */
interface Asked {
  readonly figure: FigurePiece
  readonly passage: Passage
  readonly clause: TextRange
  readonly names: readonly NameMatch[]
  readonly figures: readonly FigurePiece[]
  readonly above: string
  readonly context: RuleContext
}

/** How many words that say nothing of the kind may stand between a subject and a number, for a doubt to be raised. */
const mostOtherWords = 3

/** How far back a word may stand that makes another measure of a name. */
const farthest = 60

const named = ({ shown }: FigurePiece, name: NameMatch, { ledger }: RuleContext): boolean =>
  isNamed(shown.fact, name.metrics, ledger)

/** The names that stand together with one as a subject: "revenue and income", "gross profit of services". */
function subjectBefore(name: NameMatch, { names, passage, context }: Asked): readonly NameMatch[] {
  const chain = [name]
  for (const other of names.slice(0, names.indexOf(name)).reverse()) {
    const [first = name] = chain
    const between = ownText(passage, other.end, first.start)
    const { joinsNames, leadsToName } = context.words.subjects
    if (!joinsNames.test(between) && !leadsToName.test(between)) break
    chain.unshift(other)
  }
  return chain
}

/** "JPY29 million of net income, …": a name that follows its own number says nothing of the next one. */
function isTaken(name: NameMatch, { figures, passage, context }: Asked): boolean {
  const owner = figures.findLast(({ end }) => end <= name.start)
  if (!owner || !named(owner, name, context)) return false
  return context.words.subjects.leadsToName.test(ownText(passage, owner.end, name.start))
}

/** Whether the word before a name is an adjective of direction: "higher net income", not "wrote down investments". */
function followsDirection(before: string, { senses, phrase }: WordPatterns): boolean {
  const word = (/(\p{L}+)\s+$/u.exec(before)?.[1] ?? '').toLowerCase()
  return senses.has(word) && !phrase('vertical').test(word)
}

/** "write-downs of net assets", "sale of services": what stands before "of" is another thing. */
function isOfAnother(before: string, words: WordPatterns): boolean {
  const head = words.phrase('headOf').exec(before)?.[1]
  return head !== undefined && otherWords(head, words).length > 0
}

/** Whether more words make another measure, or another thing, of a name: "adjusted net income", "revenue per user". */
function isOther(first: NameMatch, last: NameMatch, { figure, passage, clause, context }: Asked): boolean {
  const { otherMeasure, otherMeasureAfter, neutralQualifier } = context.words.subjects
  const own = ownText(passage, Math.max(clause.start, first.start - farthest), first.start)
  const after = passage.text.slice(last.end)
  if (
    otherMeasure.test(own) ||
    (otherMeasureAfter.test(after) && !(isChange(figure.shown) && context.words.phrase('growth').test(after)))
  )
    return true
  return (!neutralQualifier.test(own) && !followsDirection(own, context.words)) || isOfAnother(own, context.words)
}

/** "After a rise in costs, …" says nothing about what follows. */
function isInCircumstance(name: NameMatch, { figure, passage, clause, context }: Asked): boolean {
  const between = ownText(passage, name.end, figure.start)
  const isApposed = /^,\s+\p{L}+\s+$/u.test(between) && context.words.leadsToValue.test(between) // "net income, at …"
  if (isApposed || !/,\s/.test(between)) return false
  const before = ownText(passage, clause.start, name.start)
  return context.words.circumstance.test(before.slice(before.lastIndexOf(',') + 1))
}

/** "Cash from operations exceeded capex by …": the number is how far the two are apart. */
function isDistance(name: NameMatch, { figure, passage, clause, context: { words } }: Asked): boolean {
  if (!words.phrase('distanceLead').test(ownText(passage, name.end, figure.start))) return false
  const { aboveOther, belowOther } = words.claims.comparisonPhrases
  const before = ownText(passage, clause.start, name.start)
  return [aboveOther, belowOther].some((source) => {
    const last = allMatches(before, compared(source)).at(-1)
    return last !== undefined && words.phrase('beforeOtherName').test(before.slice(last.index + last[0].length))
  })
}

const compared = once((source: string) => wordExpression(source, 'giu'))

/** A change right behind the value of another metric: "Operating income JPY69 million (up 4%)", both of other metrics. */
function isAppended(between: readonly FigurePiece[], { figure, passage }: Asked): boolean {
  const last = between.at(-1)
  return last !== undefined && isChange(figure.shown) && /^[\s(,–—]*$/.test(passage.text.slice(last.end, figure.start))
}

/** Whether a text that is no whole name still calls a number by its own: in part, in other words, or by its unit's noun. */
function isOwnInPart(name: NameMatch, asked: Asked): boolean {
  const { figure, passage, clause, above, context } = asked
  const metric = context.ledger.metrics.get(figure.shown.fact.metric)
  if (!metric || beginsLabel(name.text, metric)) return true
  if (isCounted(figure, metric)) return !isOtherCount(name, figure, passage, context)
  const clauseText = ownText(passage, clause.start, clause.end)
  if (spellsOut(`${clauseText} ${above}`, metric)) return true
  const isHead = ownText(passage, clause.start, name.start).trim() === ''
  if (isInLabel(name.text, metric) && !isHead) return true
  if (name.length > 1) return false
  const around = namesIn(`${above}\n${passage.text.slice(0, figure.start)}`, context.ledger.metrics)
  return around.some((each) => named(figure, each, context))
}

/** Whether the number's own metric is named elsewhere in its clause: then two names compete. */
const competes = ({ figure, names, context }: Asked): boolean => names.some((name) => named(figure, name, context))

/** Of a measure that no metric is, a doubt where the words can mean nothing else ("organic net sales"), and no judgement elsewhere. */
function ofQualified(reading: QualifiedReading, of: Pick<NameReading, 'figure' | 'name'>): NameReading | undefined {
  if (reading.kind === 'unknown') return undefined
  if (reading.kind === 'unstated') return { ...of, verdict: 'doubtful', unstated: reading.range }
  return { ...of, verdict: reading.kind === 'own' ? 'right' : 'wrong' }
}

/** "Operating profit less interest": what another name is reckoned with. */
function isReckoned(name: NameMatch, { names, passage, context: { words } }: Asked): boolean {
  const before = names[names.indexOf(name) - 1]
  return before !== undefined && words.phrase('reckonedWith').test(ownText(passage, before.end, name.start))
}

function judgeBefore(asked: Asked): NameReading | undefined {
  const { figure, passage, names, figures, context } = asked
  const name = names.findLast(({ end }) => end <= figure.start)
  if (!name) return undefined
  if (isReckoned(name, asked)) return undefined
  const chain = subjectBefore(name, asked)
  const qualified = qualifiedReading(name, asked)
  if (qualified !== undefined) return ofQualified(qualified, { figure, name })
  if (chain.some((each) => named(figure, each, context))) return { figure, name, verdict: 'right' }
  const between = figures.filter(({ start, end }) => start >= name.end && end <= figure.start)
  const others = between.filter(({ shown }) => shown.fact.metric !== figure.shown.fact.metric)
  const [first = name] = chain
  if (isTaken(name, asked) || isDistance(name, asked) || isOther(first, name, asked) || isInCircumstance(name, asked))
    return undefined
  if (isOwnInPart(name, asked)) return undefined
  if (others.length > 0)
    return isAppended(between, asked) && !competes(asked) ? { figure, name, verdict: 'wrong' } : undefined
  const behind = ownText(passage, name.end, figure.start)
  const more = context.words.phrase('settlesAt').test(behind) ? [] : otherWords(behind, context.words)
  const isClear = name.length > 1 && chain.length === 1
  if (more.length === 0) {
    if (!competes(asked)) return { figure, name, verdict: 'wrong' }
    return isClear ? { figure, name, verdict: 'doubtful' } : undefined
  }
  const isRelated = isReckonedWith(figure.shown.fact, name.metrics, context)
  const isPast = /:\s+\p{L}/u.test(behind) // "net income burned no cash: operations brought in …"
  return isClear && more.length <= mostOtherWords && !isRelated && !isPast && !competes(asked)
    ? { figure, name, verdict: 'doubtful' }
    : undefined
}

/** "a 4% rise in operating income", "JPY29 million of net income". */
function judgeAfter(asked: Asked): NameReading | undefined {
  const { figure, passage, names, context } = asked
  const name = names.find(({ start }) => start >= figure.end)
  if (!name || passage.pieces.some(({ kind, start }) => kind === 'figure' && start >= figure.end && start < name.start))
    return undefined
  const lead = ownText(passage, figure.end, name.start)
  if (!context.words.subjects.leadsToName.test(lead.replace(context.words.percentSign, '')))
    return isSaidToBe(figure, name, asked) && !competes(asked) ? { figure, name, verdict: 'wrong' } : undefined
  const qualified = qualifiedReading(name, asked)
  if (qualified !== undefined) return ofQualified(qualified, { figure, name })
  if (named(figure, name, context)) return { figure, name, verdict: 'right' }
  const { otherMeasureAfter } = context.words.subjects
  const isClear = name.length > 1 && !otherMeasureAfter.test(passage.text.slice(name.end)) && !isOwnInPart(name, asked)
  const isReckoned = !isChange(figure.shown) && isReckonedWith(figure.shown.fact, name.metrics, context)
  return isClear && !isReckoned ? { figure, name, verdict: 'wrong' } : undefined
}

/** What the nearest names say of each number of a passage; nothing of numbers without a name. */
export function nameReadings(passage: Passage, above: string, context: RuleContext): readonly NameReading[] {
  const figures = figuresOf(passage)
  if (figures.length === 0) return []
  const isFree = ({ start, end }: TextRange): boolean =>
    figures.every((figure) => figure.end <= start || end <= figure.start)
  const { words, ledger } = context
  const names = namesIn(passage.text, ledger.metrics).filter(isFree)
  return figures.flatMap((figure) => {
    if (figure.shown.fact.kind === 'sum') return []
    const clause = clauseAt(passage, figure.start, words)
    const isInside = ({ start, end }: TextRange): boolean => start >= clause.start && end <= clause.end
    const own = names.filter(isInside)
    const asked = { figure, passage, clause, above, context, names: own, figures: figures.filter(isInside) }
    const reading = own.length > 0 ? judge(asked) : undefined
    if (reading?.verdict === 'right') return [reading]
    const standard = judgeStandard(asked, { names, isFree, isInside })
    if (standard?.verdict === 'right') return [] // only names that the deck declares are ticked
    const whole = standard ?? reading
    if (whole) return [whole]
    const part = own.length === 0 ? partialName(figure, { passage, above, context }) : undefined
    return part ? [{ figure, name: part, verdict: 'doubtful' }] : []
  })
}

interface DeclaredNames {
  readonly names: readonly NameMatch[]
  readonly isFree: (range: TextRange) => boolean
  readonly isInside: (range: TextRange) => boolean
}

/** What names say that no metric of the deck has, but that every reader knows: "EBIT" beside an EBITDA. */
function judgeStandard(asked: Asked, { names, isFree, isInside }: DeclaredNames): NameReading | undefined {
  const { passage, figure, context } = asked
  const { words, ledger } = context
  const { fact } = figure.shown
  const standard = standardNames(passage.text, { fact, declared: names, words, metrics: ledger.metrics })
  const more = standard.filter((name) => isFree(name) && isInside(name))
  if (more.length === 0) return undefined
  const declared = asked.names.filter((name) => more.every((each) => !holds(each, name)))
  const reading = judge({ ...asked, names: [...declared, ...more].sort((a, b) => a.start - b.start) })
  return reading?.verdict === 'doubtful' ? undefined : reading
}

/** What the names of its clause say of a number: the one before it, or the one right behind it. */
function judge(asked: Asked): NameReading | undefined {
  const before = judgeListed(asked) ?? judgeBefore(asked)
  if (before?.verdict === 'right') return before
  const after = judgeAfter(asked)
  const isOwn = after?.verdict === 'right' && after.name.metrics.includes(asked.figure.shown.fact.metric)
  if (before?.verdict === 'wrong' && !isOwn) return before // "EMEA contributed … of revenue": its total is no excuse
  return after?.verdict === 'right' ? after : (before ?? after)
}

/** "Revenue and income were … and …": as many names as numbers, each of its own. */
function judgeListed(asked: Asked): NameReading | undefined {
  const { figure, figures, passage, names, context } = asked
  const [head] = figures
  const last = head && names.findLast(({ end }) => end <= head.start)
  if (!last) return undefined
  const { joinsNames } = context.words.subjects
  const chain = subjectBefore(last, asked)
  const listed = figures.filter(({ start }) => start >= last.end)
  const at = listed.indexOf(figure)
  const [first] = listed
  const name = chain[at]
  if (!name || !first || chain.length < 2 || chain.length !== listed.length) return undefined
  const areJoined = (pairs: readonly TextRange[]): boolean =>
    pairs.slice(1).every(({ start }, index) => joinsNames.test(ownText(passage, pairs[index]?.end ?? start, start)))
  if (!areJoined(chain) || !areJoined(listed)) return undefined
  if (otherWords(ownText(passage, last.end, first.start), context.words).length > 0) return undefined
  if (named(figure, name, context)) return { figure, name, verdict: 'right' }
  const metric = context.ledger.metrics.get(figure.shown.fact.metric)
  const isOwn = !metric || beginsLabel(name.text, metric)
  return isOwn || isOther(name, name, asked) ? undefined : { figure, name, verdict: 'wrong' }
}

/** The names of a heading or a label that holds nothing else of weight; none where it says more. */
export const wholeNames = (text: string, context: RuleContext): readonly NameMatch[] => wholeNamesOf(context)(text)

/** Labels are the same on many slides. */
const wholeNamesOf = once(({ ledger, words }: RuleContext) =>
  once((text: string): readonly NameMatch[] => {
    const names = namesIn(text, ledger.metrics)
    if (names.length === 0) return []
    const { otherMeasure, otherMeasureAfter, headingWords } = words.subjects
    if (names.some(({ end }) => otherMeasureAfter.test(text.slice(end)))) return []
    if (names.some(({ start }) => otherMeasure.test(text.slice(0, start)))) return []
    const rest = names.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
    if (/^[\s\p{P}]*$/u.test(rest)) return names
    const more = rest.replace(headingWords, ' ').replace(/\S*\d\S*/g, ' ')
    const isBare = /^[\s\p{P}]*$/u.test(more)
    return otherWords(more, words).length === 0 && (isBare || names.some(({ length }) => length > 1)) ? names : []
  }),
)
