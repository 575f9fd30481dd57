import { shiftPeriod } from '../../format/calendar.ts'
import type { Period, Span } from '../../model/period.ts'
import { magnitude, negate, type Rational } from '../../model/rational.ts'
import type { PeriodToken, TextSubject } from '../text-model.ts'
import { lengthOf, periodComparedWith, periodFrom } from '../words/fiscal-calendar.ts'
import type { Lexicon } from '../words/lexicon.ts'
import {
  contentWords,
  inherit,
  isEmpty,
  parseSubject,
  refine,
  withoutLabel,
  withoutTokens,
} from '../words/text-subject.ts'
import { isNeutral } from '../words/word-token.ts'
import { subjectAfterBase, subjectOfBase, withoutResult } from './base-words.ts'
import { type Clause, clausesOf } from './clause.ts'
import { headingSubject } from './heading-subject.ts'
import type { ReadContext, StatementDraft } from './read-context.ts'
import { type NumberRole, roleOf } from './role.ts'
import {
  basePeriod,
  futureInstead,
  inheritedPeriod,
  onlyPeriod,
  ownPeriod,
  type PeriodChoice,
  scenarioOf,
  yearOf,
} from './statement-period.ts'
import { placeIn, type TextItem } from './text-document.ts'

/** Words right after a number that narrow its subject: "in Europe", "at constant currency". */
function afterWords(clause: Clause, lexicon: Lexicon): string {
  const { phrase } = lexicon.words
  if (isPerShare(clause, lexicon)) return ''
  const rest = withoutResult(withoutTokens(clause.tail, lexicon), lexicon) // "… from a net loss of" leads to the next number
  const match = phrase('narrows').exec(rest)
  const qualified = match?.[1] ?? lexicon.qualifiers.behind.exec(rest)?.[1]
  return qualified !== undefined
    ? contentWords(qualified.replace(phrase('narrowingPreposition'), ''), lexicon)
        .slice(0, 6)
        .join(' ')
    : ''
}

function withAfterWords(subject: TextSubject, words: string): TextSubject {
  if (words === '' || isEmpty(subject)) return subject
  return {
    ...subject,
    entity: [...new Set([...subject.entity.split(' '), ...words.split(' ')])].filter(Boolean).sort().join(' '),
  }
}

/** Whether an amount is one of a share: "$1.50 per share". */
const isPerShare = ({ tail }: Clause, { words }: Lexicon): boolean =>
  words.phrase('perShare').exec(tail)?.index === tail.length - tail.trimStart().length

function leadSubject(clause: Clause, previous: Clause | undefined, lexicon: Lexicon): TextSubject {
  if (lexicon.words.phrase('taxBenefit').test(clause.sentence)) return parseSubject('', lexicon)
  const closes = previous?.inParentheses ? /^[^()]*\)/.exec(clause.sentence)?.[0].length : undefined
  const outer = clause.sentence.slice(closes ?? 0)
  const inner = clause.inParentheses ? clause.sentence.slice(clause.sentence.lastIndexOf('(') + 1) : undefined
  const own = parseSubject(
    withoutTokens(withoutLabel((inner ?? outer).replace(lexicon.shares, ' '), lexicon), lexicon),
    lexicon,
  )
  return isEmpty(own) && inner !== undefined && !previous
    ? parseSubject(withoutTokens(outer.replace(lexicon.shares, ' '), lexicon), lexicon)
    : own
}

/** "3,412 employees" alone is about employees; "$1.50 per share" of earnings per share. */
function ownSubject(clause: Clause, previous: Clause | undefined, lexicon: Lexicon): TextSubject {
  const own = leadSubject(clause, previous, lexicon)
  const { unit } = clause.number
  if (isPerShare(clause, lexicon) && own.measure !== 'dps')
    return { text: 'earnings per share', measure: 'eps', entity: '', sign: 1 }
  return isEmpty(own) && !previous && unit?.kind === 'count' && unit.base !== 'x'
    ? parseSubject(unit.base, lexicon)
    : own
}

/** Subject of an item as a parent: what is before its first number. */
function itemSubject(item: TextItem, context: ReadContext): TextSubject {
  const first = clausesOf(item, context.lexicon)[0]
  const own = parseSubject(
    withoutTokens((first ? first.lead : item.text).replace(context.lexicon.shares, ' '), context.lexicon),
    context.lexicon,
  )
  return inherit(own, parentSubject(item, context))
}

function parentSubject(item: TextItem, context: ReadContext): TextSubject {
  const parent = item.parent === undefined ? undefined : context.document.items[item.parent]
  return parent ? itemSubject(parent, context) : headingSubject(item.headings, context.lexicon)
}

function signedValue(clause: Clause, role: NumberRole, subject: TextSubject, { words }: Lexicon): Rational {
  const { value } = clause.number
  if (role.kind === 'growth' || role.kind === 'difference') {
    const down = role.direction ? role.direction.sense === 'down' : clause.number.sign === 'minus'
    return down ? negate(magnitude(value)) : role.direction ? magnitude(value) : value
  }
  if (words.phrase('benefitLead').test(clause.lead) && subject.measure?.includes('tax')) return negate(value)
  const isLoss = subject.sign === -1 && role.kind === 'value' && clause.number.unit?.kind !== 'percent'
  return isLoss ? negate(magnitude(value)) : value // "a net loss of $(1.2) million" is one
}

/** "Rental segment: sales …, operating income …": the label narrows all that follows, unless it is a measure itself. */
function entityOfLabel({ text }: TextItem, lexicon: Lexicon): string {
  const label = /^([^:\d]{2,60}):\s/.exec(text)?.[1]
  const subject = label === undefined ? undefined : parseSubject(withoutTokens(label, lexicon), lexicon)
  return subject && subject.measure === undefined && !lexicon.words.targets.test(label ?? '')
    ? subject.entity
        .split(' ')
        .filter((word) => !lexicon.text.titleWords.has(word))
        .join(' ')
    : ''
}

/** Statements of one item, in order. */
export function itemStatements(item: TextItem, context: ReadContext): readonly StatementDraft[] {
  const clauses = clausesOf(item, context.lexicon)
  const found: StatementDraft[] = []
  const year = yearOf(item, context)
  let [subject, previous, period] = [
    parentSubject(item, context),
    undefined as NumberRole | undefined,
    undefined as PeriodToken | undefined,
  ]
  const labelEntity = entityOfLabel(item, context.lexicon)
  let start = 0 // first clause of the sentence
  let versus = false // whether this sentence had an older value before; of the next one still true at its first number
  for (const [index, clause] of clauses.entries()) {
    if (clause.newSentence) start = index
    const before = clauses.slice(start, index)
    const role = roleOf(clause, previous, clauses[index + 1], { lexicon: context.lexicon, before })
    const own = ownSubject(clause, clauses[index - 1], context.lexicon)
    if (!isEmpty(own) && role.isBase !== 'versus')
      subject = inherit(own, index === 0 ? parentSubject(item, context) : { ...subject, entity: labelEntity })
    const written = ownPeriod(clause, versus, context.lexicon)
    if (!role.isBase) period = written ?? period ?? onlyPeriod(item, context.lexicon)
    versus = role.isBase !== undefined || (versus && !clause.newSentence)
    const token = role.isBase ? written : period
    const named = token && periodFrom(token.period, context.calendar, year)
    const span = role.isBase
      ? (sameOfYear(token, { span: found.at(-1)?.period, token: period }, context) ?? named)
      : named
    const choice: PeriodChoice = token
      ? { token, span, from: 'own' }
      : role.isBase
        ? { token: undefined, span: undefined, from: 'none' }
        : futureInstead(inheritedPeriod(item, context, year), item, clause, context)
    previous = role
    if (role.kind === 'none') continue
    const said = role.isBase ? subjectOfBase(subject, clause, context.lexicon) : subject
    subject = subjectAfterBase(subject, role.isBase, clause, context.lexicon)
    found.push(
      draftOf({
        clause,
        role,
        item,
        context,
        choice,
        subject: withAfterWords(said, afterWords(clause, context.lexicon)),
        before: found.at(-1),
      }),
    )
  }
  return found
}

/** Behind the figure of a half or a quarter, a bare year, "(2024: B)", means the same part of that year. */
function sameOfYear(
  token: PeriodToken | undefined,
  { span: period, token: own }: { readonly span: Period | undefined; readonly token: PeriodToken | undefined },
  { calendar }: ReadContext,
): Period | undefined {
  if (token?.period.kind !== 'fiscal' || !/^(?:19|20)\d{2}$/.test(token.text)) return undefined
  if (own?.period.kind === 'fiscal' && own.period.part !== 'FY')
    return periodFrom({ ...own.period, year: token.period.year }, calendar)
  if (period?.kind !== 'span' || period.months >= 12) return undefined
  const [before, year] = [shiftPeriod(period, -12, calendar), periodFrom(token.period, calendar)]
  const isInside = year?.kind === 'span' && before.kind === 'span' && isWithin(before, year)
  return isInside ? before : undefined
}

const isWithin = (part: Span, whole: Span): boolean =>
  part.start >= whole.start && part.start + part.months <= whole.start + whole.months

interface DraftInput {
  readonly clause: Clause
  readonly role: NumberRole
  readonly item: TextItem
  readonly context: ReadContext
  readonly choice: PeriodChoice
  readonly subject: TextSubject
  readonly before: StatementDraft | undefined
}

function draftOf({ clause, role, item, context, choice, subject, before }: DraftInput): StatementDraft {
  const base = basePeriod(clause, context.lexicon)
  const isChange = role.kind === 'growth' || role.kind === 'difference'
  const inherits =
    isChange && clause.inParentheses && before?.kind === 'difference' && role.comparison === undefined && !base
  const written = base && periodFrom(base.period, context.calendar)
  const isYear = lengthOf(choice.span) >= 6
  const comparison =
    role.comparison ?? (inherits ? before.comparison : isChange && !written && isYear ? 'YoY' : undefined)
  const baseSpan = written ?? (inherits ? before.base : periodComparedWith(choice.span, comparison, context.calendar))
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
    value: signedValue(clause, role, subject, context.lexicon),
    direction: word === undefined ? undefined : word.sense === 'up' ? 'up' : 'down',
    directionText: word?.text ?? '',
    ...(role.direction && verbBefore(clause, context.lexicon)
      ? { verb: verbBefore(clause, context.lexicon) ?? 'up' }
      : {}),
    ...(role.whole === undefined ? {} : { whole: role.whole }),
    ...(role.isBase ? { isBase: role.isBase } : {}),
    place: { path: context.path, line, column, length: clause.number.text.length },
    slide: item.slide,
    item: item.id,
  }
}

/** The verb right before the parentheses around a change: "increased (down 3%)". */
function verbBefore(clause: Clause, lexicon: Lexicon): 'up' | 'down' | undefined {
  if (!clause.inParentheses) return undefined
  const outer = clause.lead.slice(0, clause.lead.lastIndexOf('('))
  const word = clause.leadWords.findLast(({ kind, end }) => kind === 'direction' && end <= outer.length)
  if (!word || isNeutral(word.text, lexicon)) return undefined
  return /^(?:\s+\w+){0,3}\s*$/.test(outer.slice(word.end)) ? (word.sense === 'up' ? 'up' : 'down') : undefined
}
