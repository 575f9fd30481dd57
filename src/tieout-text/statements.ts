import { magnitude, negate, type Rational } from '../model/rational.ts'
import { type Clause, clausesOf, periodsOf } from './clause.ts'
import { type Item, placeIn, type TextDocument } from './document.ts'
import { endOf, shift, spanOf, type TextCalendar } from './fiscal-calendar.ts'
import { headingSubject } from './heading-subject.ts'
import type { PeriodToken, ScenarioKind, Span, Statement, Subject } from './model.ts'
import { type Role, roleOf } from './role.ts'
import { contentWords, inherit, isEmpty, parseSubject, refine, withoutTokens } from './subject.ts'
import { targetWords } from './words.ts'

export interface ReadContext {
  readonly path: string
  readonly calendar: TextCalendar
  /** First month after the deck's day: what ends later is a target. Undefined when the day is unknown. */
  readonly today: number | undefined
  readonly document: TextDocument
}

/** A statement that the parser has not numbered yet. */
export type Draft = Omit<Statement, 'id'>

interface PeriodChoice {
  readonly token: PeriodToken | undefined
  readonly span: Span | undefined
  readonly from: Statement['periodFrom']
}

const bound =
  /(?:\b(?:compared (?:to|with)|from|over|than|since|versus|vs\.?|against|until|by)\s+(?:the\s+)?(?:end of\s+)?)$/i
const directly =
  /^[\s)]*(?:\(|in\b|for\b|at the end of\b|at end of\b|at\b|as of\b|during\b|by\b)\s*(?:the )?(?:full |fiscal |whole )?$/i

const isBound = (text: string, token: PeriodToken): boolean =>
  bound.test(text.slice(0, token.start)) &&
  !/\b(?:end of|as of|quarter of|half of|year of)\s+$/i.test(text.slice(0, token.start))

function yearOf(item: Item): number | undefined {
  const texts = [item.text, item.periodHeading?.text ?? '', ...item.headings.map(({ text }) => text)]
  for (const text of texts)
    for (const { period } of periodsOf(text))
      if (period.kind === 'fiscal' && period.year !== undefined) return period.year
  return undefined
}

/** The period that stands right after the number ("in FY08", "(4Q08/End)"), or the last one before it. */
function ownPeriod(clause: Clause): PeriodToken | undefined {
  const after = clause.tailPeriods[0]
  const gap = after ? clause.tail.slice(0, after.start) : ''
  if (after && directly.test(gap) && !/^\s*(?::|target|forecast)/i.test(clause.tail.slice(after.end))) return after
  return clause.leadPeriods.findLast((token) => !isBound(clause.lead, token))
}

/** The one fiscal period that a sentence names, wherever it stands: "improved 2.8 points to 14.0% in Q4 FY24". */
function onlyPeriod(item: Item): PeriodToken | undefined {
  const tokens = periodsOf(item.text).filter(
    (token) => token.period.kind === 'fiscal' && !token.period.bare && !isBound(item.text, token),
  )
  return tokens.length === 1 &&
    !/[.;]\s/.test(item.text.slice(0, tokens[0]?.start)) &&
    !/^\s*[:)]/.test(item.text.slice(tokens[0]?.end))
    ? tokens[0]
    : undefined
}

function basePeriod(clause: Clause): PeriodToken | undefined {
  const after = clause.tailPeriods[0]
  if (after && isBound(clause.tail, after) && !/[;.(]/.test(clause.tail.slice(0, after.start))) return after
  return undefined
}

/** Words right after a number that narrow its subject: "in Europe", "at constant currency". */
function afterWords(clause: Clause): string {
  if (perShare.test(clause.tail)) return ''
  const rest = withoutTokens(clause.tail)
  const match =
    /^[\s)]*((?:in|from|at|on|excluding|including|excl\.|incl\.|ex|before|after|per|organically|organic)\b[^,;.:()]*)/i.exec(
      rest,
    )
  return match?.[1] !== undefined
    ? contentWords(match[1].replace(/^(?:in|from|at|on)\s/i, ''))
        .slice(0, 6)
        .join(' ')
    : ''
}

function withAfterWords(subject: Subject, words: string): Subject {
  if (words === '' || isEmpty(subject)) return subject
  return {
    ...subject,
    entity: [...new Set([...subject.entity.split(' '), ...words.split(' ')])].filter(Boolean).sort().join(' '),
  }
}

const share =
  /%\s*of (?:the |our |total |consolidated |net )*(?:revenues?|sales|turnover|total assets|net income|profit|equity)/gi

function leadSubject(clause: Clause, previous: Clause | undefined): Subject {
  if (/^\W*(?:and )?(?:an? )?(?:benefit|expense) of\s*$/i.test(clause.sentence)) return parseSubject('')
  const closes = previous?.inParentheses ? /^[^()]*\)/.exec(clause.sentence)?.[0].length : undefined
  const outer = clause.sentence.slice(closes ?? 0)
  const inner = clause.inParentheses ? clause.sentence.slice(clause.sentence.lastIndexOf('(') + 1) : undefined
  const own = parseSubject(withoutTokens((inner ?? outer).replace(share, ' ')))
  return isEmpty(own) && inner !== undefined && !previous ? parseSubject(withoutTokens(outer.replace(share, ' '))) : own
}

const perShare = /^\s*per (?:diluted |basic )?(?:common )?(?:share|ADS)\b/i

/** "3,412 employees" alone speaks of employees; "$1.50 per share" of earnings per share. */
function ownSubject(clause: Clause, previous: Clause | undefined): Subject {
  const own = leadSubject(clause, previous)
  const { unit } = clause.number
  if (perShare.test(clause.tail) && own.measure !== 'dps')
    return { text: 'earnings per share', measure: 'eps', entity: '', sign: 1 }
  return isEmpty(own) && !previous && unit?.kind === 'count' && unit.base !== 'x' ? parseSubject(unit.base) : own
}

/** Subject of an item as a parent: what stands before its first number. */
function itemSubject(item: Item, context: ReadContext): Subject {
  const first = clausesOf(item)[0]
  const own = parseSubject(withoutTokens((first ? first.lead : item.text).replace(share, ' ')))
  return inherit(own, parentSubject(item, context))
}

function parentSubject(item: Item, context: ReadContext): Subject {
  const parent = item.parent === undefined ? undefined : context.document.items[item.parent]
  return parent ? itemSubject(parent, context) : headingSubject(item.headings)
}

function inheritedPeriod(item: Item, context: ReadContext, year: number | undefined): PeriodChoice {
  const parent = item.parent === undefined ? undefined : context.document.items[item.parent]
  const choose = (text: string, from: 'parent' | 'heading'): PeriodChoice | undefined => {
    const tokens = periodsOf(text).filter((token) => !isBound(text, token))
    const spans = tokens.map((token) => ({ token, span: spanOf(token.period, context.calendar, year) }))
    const distinct = new Set(spans.map(({ span }) => `${span?.start}+${span?.months}`))
    return distinct.size === 1 ? { token: spans[0]?.token, span: spans[0]?.span, from } : undefined
  }
  const up = parent && (choose(parent.text, 'parent') ?? inheritedPeriod(parent, context, year))
  if (up?.span) return up
  const heading = item.periodHeading && choose(item.periodHeading.text, 'heading')
  return heading ?? { token: undefined, span: undefined, from: 'none' }
}

function scenarioOf(choice: PeriodChoice, clause: Clause, item: Item, context: ReadContext): ScenarioKind {
  if (choice.token?.scenario) return choice.token.scenario
  const near = `${clause.sentence.slice(-60)}`
  if (choice.span && context.today !== undefined) {
    if (endOf(choice.span) > context.today) return 'target'
    return /\b(?:target|forecast|guidance|plan)(?:ed|s)?(?: of| was| for)?\s*\S*\s*$/i.test(near) ? 'target' : 'actual'
  }
  const headings = [item.text.slice(0, 40), ...item.headings.slice(0, 2).map(({ text }) => text)]
  return targetWords.test(near) ||
    (headings.some((text) => targetWords.test(text)) && !/actual|result/i.test(headings.join(' ')))
    ? 'target'
    : 'actual'
}

function signedValue(clause: Clause, role: Role, subject: Subject): Rational {
  const { value } = clause.number
  if (role.kind === 'growth' || role.kind === 'difference') {
    const down = role.direction ? role.direction.sense === 'down' : clause.number.sign === 'minus'
    return down ? negate(magnitude(value)) : role.direction ? magnitude(value) : value
  }
  if (/\bbenefit of\s*$/i.test(clause.lead) && subject.measure?.includes('tax')) return negate(value)
  return subject.sign === -1 && role.kind === 'value' && clause.number.unit?.kind !== 'percent' ? negate(value) : value
}

/** A past period cannot be a target's: then the next period named before it is. */
function futureInstead(choice: PeriodChoice, item: Item, clause: Clause, context: ReadContext): PeriodChoice {
  const { today, document, calendar } = context
  const isTarget = targetWords.test(item.text.slice(0, 24)) || targetWords.test(clause.sentence.slice(-40))
  if (choice.from === 'own' || !isTarget || today === undefined || (choice.span && endOf(choice.span) > today))
    return choice
  for (let id = item.id; id >= Math.max(0, item.id - 3); id--) {
    const other = document.items[id]
    if (!other || other.slide !== item.slide) break
    for (const token of periodsOf(other.text)) {
      const span = spanOf(token.period, calendar)
      if (span && endOf(span) > today) return { token, span, from: 'parent' }
    }
  }
  return { token: undefined, span: undefined, from: 'none' }
}

/** Statements of one item, in order. */
export function itemStatements(item: Item, context: ReadContext): readonly Draft[] {
  const clauses = clausesOf(item)
  const found: Draft[] = []
  const year = yearOf(item)
  let [subject, previous, period] = [
    parentSubject(item, context),
    undefined as Role | undefined,
    undefined as PeriodToken | undefined,
  ]
  for (const [index, clause] of clauses.entries()) {
    const role = roleOf(clause, previous, clauses[index + 1])
    const own = ownSubject(clause, clauses[index - 1])
    if (!isEmpty(own) && role.isBase !== 'versus')
      subject = inherit(own, index === 0 ? parentSubject(item, context) : { ...subject, entity: '' })
    period = ownPeriod(clause) ?? (role.isBase ? undefined : (period ?? onlyPeriod(item)))
    const span = period && spanOf(period.period, context.calendar, year)
    const choice: PeriodChoice = period
      ? { token: period, span, from: 'own' }
      : role.isBase
        ? { token: undefined, span: undefined, from: 'none' }
        : futureInstead(inheritedPeriod(item, context, year), item, clause, context)
    previous = role
    if (role.kind === 'none') continue
    found.push(
      draftOf({
        clause,
        role,
        item,
        context,
        choice,
        subject: withAfterWords(subject, afterWords(clause)),
        before: found.at(-1),
      }),
    )
  }
  return found
}

interface DraftInput {
  readonly clause: Clause
  readonly role: Role
  readonly item: Item
  readonly context: ReadContext
  readonly choice: PeriodChoice
  readonly subject: Subject
  readonly before: Draft | undefined
}

function draftOf({ clause, role, item, context, choice, subject, before }: DraftInput): Draft {
  const base = basePeriod(clause)
  const isChange = role.kind === 'growth' || role.kind === 'difference'
  const inherits =
    isChange && clause.inParentheses && before?.kind === 'difference' && role.comparison === undefined && !base
  const written = base && spanOf(base.period, context.calendar)
  const isYear = (choice.span?.months ?? 0) >= 6
  const comparison =
    role.comparison ?? (inherits ? before.comparison : isChange && !written && isYear ? 'YoY' : undefined)
  const baseSpan = written ?? (inherits ? before.base : baseOf(choice.span, comparison))
  const { line, column } = placeIn(item, clause.number.start)
  const word = role.direction ?? role.verb
  return {
    kind: role.kind === 'none' ? 'value' : role.kind,
    subject: refine(
      role.whole !== undefined && subject.measure === undefined ? { ...subject, measure: role.whole } : subject,
      clause.number.unit,
      role.kind === 'none' ? 'value' : role.kind,
    ),
    period: choice.span,
    periodText: choice.token?.text ?? '',
    periodFrom: choice.from,
    scenario: scenarioOf(choice, clause, item, context),
    comparison: isChange ? comparison : undefined,
    base: isChange ? baseSpan : undefined,
    number: clause.number,
    value: signedValue(clause, role, subject),
    direction: word === undefined ? undefined : word.sense === 'up' ? 'up' : 'down',
    directionText: word?.text ?? '',
    ...(role.direction && verbBefore(clause) ? { verb: verbBefore(clause) ?? 'up' } : {}),
    ...(role.whole === undefined ? {} : { whole: role.whole }),
    ...(role.isBase ? { isBase: role.isBase } : {}),
    place: { path: context.path, line, column, length: clause.number.text.length },
    slide: item.slide,
    item: item.id,
  }
}

/** The verb right before the parentheses that a change stands in: "increased (down 3%)". */
function verbBefore(clause: Clause): 'up' | 'down' | undefined {
  if (!clause.inParentheses) return undefined
  const outer = clause.lead.slice(0, clause.lead.lastIndexOf('('))
  const word = clause.leadWords.findLast(({ kind, end }) => kind === 'direction' && end <= outer.length)
  if (!word || /improv|deteriorat|worsen/i.test(word.text)) return undefined
  return /^(?:\s+\w+){0,3}\s*$/.test(outer.slice(word.end)) ? (word.sense === 'up' ? 'up' : 'down') : undefined
}

/** The period that a comparison word means. */
export function baseOf(span: Span | undefined, comparison: Statement['comparison']): Span | undefined {
  if (!span || comparison === undefined) return undefined
  if (comparison === 'YoY') return shift(span, -12)
  const months = comparison === 'QoQ' ? 3 : 6
  return span.months === months || span.months === 0 ? shift(span, -months) : undefined
}
