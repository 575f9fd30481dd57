import { containing, lastMonthOf } from '../../format/fiscal.ts'
import type { ClaimWords } from '../../language/claim-words.ts'
import { wordExpression } from '../../language/claims/pattern-parts.ts'
import { once } from '../../model/memory.ts'
import { periodKey } from '../../model/period.ts'
import type { Finding } from '../finding.ts'
import { type CheckedSlide, finding, findingOf, type Rule, type RuleContext } from '../rule.ts'
import { allMatches } from '../words/matches/all-matches.ts'
import { labelsOf } from '../words/names/labelled-figures.ts'
import {
  clauseAt,
  type FigurePiece,
  figuresOf,
  matchesIn,
  ownText,
  type Passage,
  type ShownFigure,
  sentenceAt,
} from '../words/passage.ts'
import { isPart, partOf } from '../words/worded-periods.ts'

function monthsBack({ fact }: Changed): number | undefined {
  return fact.comparator && lastMonthOf(fact.period) - lastMonthOf(fact.comparator.period)
}

/** Whether a figure is measured against a target or forecast that is not its own: no word for a time says that. */
function isAcross({ fact: { scenario, comparator } }: Changed): boolean {
  return comparator !== undefined && comparator.scenario !== 'actual' && comparator.scenario !== scenario
}

function mismatch(shown: ShownFigure, said: string): Finding {
  const { period, scenario } = shown.fact.comparator ?? {}
  const vs = isAcross(shown) ? `${period?.label} of the scenario ${scenario}` : (period?.label ?? '')
  return findingOf('C8', 'error', {
    shown,
    message: `invalid comparator "${said}" with ${shown.use.text}: it compares ${shown.fact.period.label} with ${vs}`,
    hint: 'Give the figure the comparator you mean with vs=…, or let it print its own word.',
  })
}

const phrasesOf = once(({ comparisonPhrases: { during, fromTarget, withTarget, withYearEnd } }: ClaimWords) => ({
  during: wordExpression(during, 'iu'),
  fromTarget: wordExpression(fromTarget, 'iu'),
  withTarget: wordExpression(withTarget, 'iu'),
  withYearEnd: wordExpression(withYearEnd, 'iu'),
}))

/** "From the previous fiscal year-end": the end of the last completed year; of a year that need not be fiscal, also December. */
function checkYearEnd(shown: ShownFigure, own: string, { words, deck }: RuleContext): Finding | undefined {
  const [said, ofFiscal, ofFiscalToo] = phrasesOf(words.claims).withYearEnd.exec(own) ?? []
  const { period, comparator } = shown.fact
  if (said === undefined || !comparator) return undefined
  const { calendar } = deck.config
  const fiscal = containing(period, 12, calendar)
  const start = fiscal.kind === 'span' ? fiscal.start : lastMonthOf(period)
  const ends = [start - 1, Math.floor(lastMonthOf(period) / 12) * 12 - 1]
  const isEnd = ends.slice(0, (ofFiscal ?? ofFiscalToo) === undefined ? 2 : 1).includes(lastMonthOf(comparator.period))
  return isEnd && !isAcross(shown)
    ? findingOf('C8', 'ticked', { shown, message: `${said} with ${shown.use.text}` })
    : mismatch(shown, said)
}

/** "Up 3.1% over the second quarter": the part of a year in words is what the change compares with, or, after "over", its own. */
function checkWordedPart(
  shown: ShownFigure,
  passage: Passage,
  { from, to }: { from: number; to: number },
  { words, deck }: RuleContext,
): Finding | undefined {
  const match = matchesIn(passage, words.subjects.partOfYear).find(({ start }) => start >= from && start < to)
  const part = match && partOf(match, words)
  const base = shown.fact.comparator?.period
  if (!match || !part || !base) return undefined
  const lead = ownText(passage, from, match.start)
  if (!words.leadsToPeriod.test(lead)) return undefined
  const { calendar } = deck.config
  const isLength = part.index === undefined && monthsBack(shown) === part.months // debt fell over twelve months
  const isOwn = phrasesOf(words.claims).during.test(lead) && (isLength || isPart(shown.fact.period, part, calendar))
  if (isOwn || isPart(base, part, calendar))
    return findingOf('C8', 'ticked', { shown, message: `compared to ${match.text} with ${shown.use.text}` })
  return mismatch(shown, match.text)
}

/** The comparator that the author writes after a change, as a word or as a period. */
function checkWords(
  shown: ShownFigure,
  passage: Passage,
  { from, to }: { from: number; to: number },
  context: RuleContext,
): Finding | undefined {
  const { words } = context
  const own = ownText(passage, from, to)
  const said = words.comparisons.find(({ pattern }) => pattern.test(own))
  const back = monthsBack(shown)
  if (said && back !== undefined)
    return said.months === back && !isAcross(shown)
      ? findingOf('C8', 'ticked', { shown, message: `${said.name} with ${shown.use.text}` })
      : mismatch(shown, said.pattern.exec(own)?.[0] ?? said.name)
  const { fromTarget, withTarget } = phrasesOf(words.claims)
  const target = withTarget.exec(own)?.[0] ?? fromTarget.exec(own)?.[0].trim()
  if (target !== undefined && shown.fact.comparator && !said)
    return isAcross(shown)
      ? findingOf('C8', 'ticked', { shown, message: `${target} with ${shown.use.text}` })
      : mismatch(shown, target)
  const worded = checkYearEnd(shown, own, context) ?? checkWordedPart(shown, passage, { from, to }, context)
  if (worded) return worded
  const named = passage.pieces.find((piece) => piece.kind === 'period' && piece.start >= from && piece.start < to)
  if (named?.kind !== 'period' || !named.period || !words.leadsToPeriod.test(ownText(passage, from, named.start)))
    return undefined
  const label = passage.text.slice(named.start, named.end)
  const vs = shown.fact.comparator?.period
  if (!vs || periodKey(vs) === periodKey(named.period) || lastMonthOf(vs) === lastMonthOf(named.period))
    return findingOf('C8', 'ticked', { shown, message: `compared to ${label} with ${shown.use.text}` })
  return mismatch(shown, label)
}

/** "Since the year-end, debt has come down by {{a change}}". */
function checkOpeningYearEnd(
  { shown, start: at }: FigurePiece,
  passage: Passage,
  context: RuleContext,
): Finding | undefined {
  const { start } = sentenceAt(passage, at, context.words)
  const lead = ownText(passage, start, at)
  const comma = lead.indexOf(',')
  const opening =
    comma < 0 || figuresOf(passage).some((each) => each.start >= start && each.start < at) ? '' : lead.slice(0, comma)
  const { withYearEnd } = phrasesOf(context.words.claims)
  return opening.replace(withYearEnd, '').trim() === '' ? checkYearEnd(shown, opening, context) : undefined
}

/** "Compared with the second quarter, sales rose {{a change}}": what opens the sentence is what its first change compares with. */
function checkOpening(figure: FigurePiece, passage: Passage, context: RuleContext): Finding | undefined {
  const { words, deck } = context
  const { shown, start: at } = figure
  const yearEnd = checkOpeningYearEnd(figure, passage, context)
  if (yearEnd) return yearEnd
  const { start } = sentenceAt(passage, at, words)
  const match = matchesIn(passage, words.subjects.partOfYear).find((each) => each.start >= start && each.end < at)
  const part = match && partOf(match, words)
  const base = shown.fact.comparator?.period
  if (!match || !part || !base || figuresOf(passage).some((each) => each.start >= start && each.start < at))
    return undefined
  const lead = ownText(passage, start, match.start)
  const leads = words.leadsToPeriod.exec(lead)
  if (!leads || lead.slice(0, leads.index).trim() !== '') return undefined
  if (!/^\s*,[^,;:()]*$/.test(ownText(passage, match.end, at))) return undefined
  return isPart(base, part, deck.config.calendar)
    ? findingOf('C8', 'ticked', { shown, message: `compared to ${match.text} with ${shown.use.text}` })
    : mismatch(shown, match.text)
}

/** "Sales against the second quarter" as the label of a tile with a change. */
function checkTileLabel(shown: ShownFigure, passage: Passage, context: RuleContext): Finding | undefined {
  const [label] = passage.pieces
  if (passage.region !== 'tile' || label?.kind !== 'text') return undefined
  return checkWords(shown, passage, { from: 0, to: label.end }, context)
}

/** What a label says that its changes compare with, if it says one thing: so many months back, or a part of a year. */
function saidByLabel(text: string, { words, deck }: RuleContext): Said | undefined {
  const said = words.comparisons.filter(({ pattern }) => pattern.test(text))
  const [first] = said
  if (said.length > 1) return undefined
  if (first) {
    const isSaid = (shown: Changed): boolean => monthsBack(shown) === first.months && !isAcross(shown)
    return { text: first.pattern.exec(text)?.[0] ?? first.name, isSaid }
  }
  const [match, ...more] = allMatches(text, words.subjects.partOfYear)
  const part = match && partOf({ groups: match.slice(1) }, words)
  if (!match || !part || more.length > 0 || !words.leadsToPeriod.test(text.slice(0, match.index))) return undefined
  const isSaid = ({ fact }: Changed): boolean =>
    fact.comparator !== undefined && isPart(fact.comparator.period, part, deck.config.calendar)
  return { text: match[0], isSaid }
}

interface Said {
  readonly text: string
  readonly isSaid: (shown: Changed) => boolean
}

type Changed = Pick<ShownFigure, 'fact'>

/** The label of a row, a series or a whole visual, and a subtitle, name the comparison that the changes under them make. */
function labelFindings({ slide, shown, passages }: CheckedSlide, context: RuleContext): readonly Finding[] {
  const labels = slide.visuals.flatMap((visual) => labelsOf(context.deck)(visual))
  const heads = passages.filter((passage) => passage.region === 'subtitle' && figuresOf(passage).length === 0)
  const all = [
    ...labels.map(({ text, facts, place }) => ({ text, facts, place, verdict: 'error' as const })),
    ...(slide.visuals.length === 0 ? [] : heads).map(({ text, place }) => ({
      ...{ text, place, verdict: 'warning' as const },
      facts: shown.map(({ fact }) => fact),
    })),
  ]
  return all.flatMap(({ text, facts, place, verdict }): readonly Finding[] => {
    const changes = facts.filter(({ comparator }) => comparator !== undefined)
    const said = changes.length > 0 ? saidByLabel(text, context) : undefined
    if (!said) return []
    const about = { slide: slide.id, place, facts: changes.map(({ id }) => id) }
    if (changes.some((fact) => said.isSaid({ fact })))
      return [
        finding('C8', 'ticked', { ...about, message: `"${said.text}" is what the changes of "${text}" compare with` }),
      ]
    const { period, comparator } = changes[0] ?? {}
    const message = `invalid comparator "${said.text}" in "${text}": its changes compare ${period?.label} with ${comparator?.period.label}`
    return [finding('C8', verdict, { ...about, message, hint: 'Name the period that the changes compare with.' })]
  })
}

function checkPassage(passage: Passage, context: RuleContext): readonly Finding[] {
  const figures = figuresOf(passage)
  return figures.flatMap((figure, index) => {
    const { shown, end } = figure
    if (!shown.fact.comparator) return []
    const { end: stop } = clauseAt(passage, end, context.words)
    const to = Math.min(stop, figures[index + 1]?.start ?? stop, end + 80)
    const ahead = ownText(passage, end, to).search(/[,)]/)
    const range = { from: end, to: ahead < 0 ? to : end + ahead }
    const beside = checkWords(shown, passage, range, context) ?? checkOpening(figure, passage, context)
    return beside ?? checkTileLabel(shown, passage, context) ?? []
  })
}

/** A reporter of half-years has no quarter before. */
function checkQuarter(shown: ShownFigure, { deck }: RuleContext): Finding | undefined {
  const isQuarter = monthsBack(shown) === 3
  if (deck.config.calendar.subPeriods !== 'halves' || !isQuarter) return undefined
  return findingOf('C8', 'error', {
    shown,
    message: `unsupported comparator of ${shown.use.text}: the company reports half-years`,
  })
}

function check(context: RuleContext): readonly Finding[] {
  return context.slides.flatMap(({ slide, shown, passages }) => [
    ...shown.flatMap((item) => checkQuarter(item, context) ?? []),
    ...passages.flatMap((passage) => checkPassage(passage, context)),
    ...labelFindings({ slide, shown, passages }, context),
  ])
}

export const c8: Rule = { id: 'C8', title: 'YoY, QoQ and named comparators are what the change compares', check }
