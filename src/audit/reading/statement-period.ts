import { civilMonth } from '../../format/civil.ts'
import type { Period } from '../../model/period.ts'
import type { PeriodToken, ScenarioKind, TextStatement } from '../text-model.ts'
import { endOf, periodFrom } from '../words/fiscal-calendar.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { findWords } from '../words/word-token.ts'
import type { Clause } from './clause.ts'
import { periodsOf } from './clause.ts'
import type { ReadContext } from './read-context.ts'
import type { TextItem } from './text-document.ts'

export interface PeriodChoice {
  readonly token: PeriodToken | undefined
  readonly span: Period | undefined
  readonly from: TextStatement['periodFrom']
}

const isBound = (text: string, token: PeriodToken, { words }: Lexicon): boolean =>
  words.phrase('periodBound').test(text.slice(0, token.start)) &&
  !words.phrase('partOfLead').test(text.slice(0, token.start))

/** "… to $5 million from $4 million in Q2 2022": behind the older value, with no newer one after it. */
function isOfOlder(lead: string, { words }: Lexicon): boolean {
  const sentence = lead.split(/[.;]\s/).at(-1) ?? ''
  const [last = '', ...others] = sentence.split(words.leadsToBase).reverse()
  return others.length > 0 && /\d/.test(last) && !words.phrase('toward').test(last)
}

/** The year that parts of a year without one are of: that of the line, its headings, or of the top of the text. */
export function yearOf(item: TextItem, { lexicon, document }: ReadContext): number | undefined {
  const top = document.lines.slice(0, 12).map(({ text }) => text)
  const texts = [item.text, item.periodHeading?.text ?? '', ...item.headings.map(({ text }) => text), ...top]
  for (const text of texts)
    for (const { period, start, end } of periodsOf(text, lexicon)) {
      if (text[start - 1] === '(' && text[end] === ':') continue // "(2024: B)" is the year compared with
      if (isOfOlder(text.slice(0, start), lexicon)) continue
      if (period.kind === 'fiscal' && period.year !== undefined) return period.year
      if (period.kind === 'months' && period.months === 12) return civilMonth(period.start + 11).year
    }
  return undefined
}

/** The period right after the number ("in FY08", "(4Q08/End)"), or the last one before it. */
export function ownPeriod(clause: Clause, afterBase: boolean, lexicon: Lexicon): PeriodToken | undefined {
  const { phrase } = lexicon.words
  const directly = phrase('periodDirectly')
  const after = clause.tailPeriods[0]
  const gap = after ? clause.tail.slice(0, after.start) : ''
  if (after && directly.test(gap) && !phrase('plannedBehind').test(clause.tail.slice(after.end))) return after
  const cut = clause.lead.length - clause.sentence.length
  // After "compared to $8 million in Q3" the period there is that of the older value.
  const isOlder = (token: PeriodToken): boolean =>
    afterBase && (directly.test(clause.lead.slice(0, token.start)) || (clause.newSentence && token.start < cut))
  return clause.leadPeriods.findLast((token) => !isBound(clause.lead, token, lexicon) && !isOlder(token))
}

/** The one fiscal period that a sentence names, in any position: "improved 2.8 points to 14.0% in Q4 FY24". */
export function onlyPeriod(item: TextItem, lexicon: Lexicon): PeriodToken | undefined {
  const tokens = periodsOf(item.text, lexicon).filter(
    (token) => token.period.kind === 'fiscal' && !token.period.bare && !isBound(item.text, token, lexicon),
  )
  const lead = item.text.slice(0, tokens[0]?.start)
  if (isOfOlder(lead, lexicon)) return undefined
  if (
    findWords(lead, lexicon).some(
      ({ kind, text }) => kind === 'versus' || lexicon.words.phrase('opensComparison').test(text),
    )
  )
    return undefined
  return tokens.length === 1 &&
    !/[.;]\s/.test(item.text.slice(0, tokens[0]?.start)) &&
    !/^\s*[:)]/.test(item.text.slice(tokens[0]?.end))
    ? tokens[0]
    : undefined
}

export function basePeriod(clause: Clause, lexicon: Lexicon): PeriodToken | undefined {
  const after = clause.tailPeriods[0]
  if (after && isBound(clause.tail, after, lexicon) && !/[;.(]/.test(clause.tail.slice(0, after.start))) return after
  return undefined
}

export function inheritedPeriod(item: TextItem, context: ReadContext, year: number | undefined): PeriodChoice {
  const parent = item.parent === undefined ? undefined : context.document.items[item.parent]
  const choose = (text: string, from: 'parent' | 'heading'): PeriodChoice | undefined => {
    const tokens = periodsOf(text, context.lexicon).filter((token) => !isBound(text, token, context.lexicon))
    const spans = tokens.map((token) => ({ token, span: periodFrom(token.period, context.calendar, year) }))
    const distinct = new Set(spans.map(({ span }) => span?.label))
    return distinct.size === 1 ? { token: spans[0]?.token, span: spans[0]?.span, from } : undefined
  }
  const up = parent && (choose(parent.text, 'parent') ?? inheritedPeriod(parent, context, year))
  if (up?.span) return up
  const heading = item.periodHeading && choose(item.periodHeading.text, 'heading')
  return heading ?? { token: undefined, span: undefined, from: 'none' }
}

export function scenarioOf(choice: PeriodChoice, clause: Clause, item: TextItem, context: ReadContext): ScenarioKind {
  if (choice.token?.scenario) return choice.token.scenario
  const near = `${clause.sentence.slice(-60)}`
  // Without a calendar it is not known when a fiscal quarter ends.
  const isDated = context.calendar.known || (choice.token?.period.kind !== 'fiscal' && choice.token !== undefined)
  if (choice.span && context.today !== undefined && isDated) {
    if (endOf(choice.span) > context.today) return 'target'
    return context.lexicon.words.phrase('plannedLead').test(near) ? 'target' : 'actual'
  }
  const headings = [item.text.slice(0, 40), ...item.headings.slice(0, 2).map(({ text }) => text)]
  return context.lexicon.words.targets.test(near) ||
    (headings.some((text) => context.lexicon.words.targets.test(text)) &&
      !context.lexicon.actual.test(headings.join(' ')))
    ? 'target'
    : 'actual'
}

/** A past period cannot be a target's: then the next period named before it is. */
export function futureInstead(
  choice: PeriodChoice,
  item: TextItem,
  clause: Clause,
  context: ReadContext,
): PeriodChoice {
  const { today, document, calendar } = context
  const isTarget =
    context.lexicon.words.targets.test(item.text.slice(0, 24)) ||
    context.lexicon.words.targets.test(clause.sentence.slice(-40))
  if (choice.from === 'own' || !isTarget || today === undefined || (choice.span && endOf(choice.span) > today))
    return choice
  for (let id = item.id; id >= Math.max(0, item.id - 3); id--) {
    const other = document.items[id]
    if (!other || other.slide !== item.slide) break
    for (const token of periodsOf(other.text, context.lexicon)) {
      const span = periodFrom(token.period, calendar)
      if (span && endOf(span) > today) return { token, span, from: 'parent' }
    }
  }
  return { token: undefined, span: undefined, from: 'none' }
}
