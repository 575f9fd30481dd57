import { civilMonth } from '../../format/civil.ts'
import { type CheckInput, type CheckRule, failedAt } from '../check-input.ts'
import { periodsOf } from '../reading/clause.ts'
import type { TextTable } from '../reading/table-statements.ts'
import { placeIn } from '../reading/text-document.ts'
import type { TextCheck } from '../text-model.ts'
import { periodFrom, startOf } from '../words/fiscal-calendar.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { contentWords } from '../words/text-subject.ts'

/** A fact about a named company or product: its owner's share, or its year of birth. */
interface EntityFact {
  readonly name: string
  readonly words: readonly string[]
  readonly value: string
  readonly line: number
  readonly column: number
  readonly fromTable: boolean
}

const isSame = (a: EntityFact, b: EntityFact): boolean => a.words.length > 0 && a.words.join(' ') === b.words.join(' ')

function nameOf(lead: string, headings: CheckInput['document']['headings'], lexicon: Lexicon): string {
  const own = lead.replace(lexicon.words.phrase('born'), '').replace(lexicon.words.phrases('notOfName'), ' ').trim()
  const words = contentWords(own, lexicon).length
  return /[A-Z]/.test(own) && words > 0 && words <= 5 ? own : (headings[0]?.text ?? '')
}

const fact = (
  name: string,
  value: string,
  place: { line: number; column: number },
  fromTable: boolean,
  lexicon: Lexicon,
): EntityFact => ({
  name: name.trim(),
  words: contentWords(name.replace(/\([^)]*\)/g, ' '), lexicon),
  value,
  ...place,
  fromTable,
})

function ownershipInText({ document, lexicon }: CheckInput): readonly EntityFact[] {
  const { phrase } = lexicon.words
  return document.items.flatMap((item) => {
    const match = phrase('ownedShare').exec(item.text) ?? phrase('ownsShare').exec(item.text)
    const value = match?.[1]
    if (!match || value === undefined) return []
    const before = item.text.slice(0, match.index).split(/[.;(]/)[0] ?? ''
    const name = nameOf(
      periodsOf(before, lexicon).reduce((text, { text: period }) => text.replace(period, ' '), before),
      item.headings,
      lexicon,
    )
    const behind = item.text.slice(match.index + match[0].length)
    const lead = phrase('ownedName').exec(behind)
    const after = lead && /^(?:[A-Z][\w&.-]*\s*)+/.exec(behind.slice(lead[0].length))?.[0]
    return [fact(after ?? name, value, placeIn(item, match.index + match[0].indexOf(value)), false, lexicon)]
  })
}

function ownershipInTable(table: TextTable, lexicon: Lexicon): readonly EntityFact[] {
  const share = table.columns.find(
    ({ label, index }) => lexicon.words.phrase('ownershipColumn').test(label) && index > 0,
  )
  const name =
    table.columns.find(
      ({ label, index }) => lexicon.words.phrase('companyColumn').test(label) && index !== share?.index,
    ) ?? table.columns[0]
  if (!share || !name) return []
  return table.grid.rows.flatMap((cells) => {
    const [company, cell] = [cells[name.index], cells[share.index]]
    const value = cell && /^(\d{1,3}(?:\.\d+)?)\s?%/.exec(cell.text)?.[1]
    return company && cell && value !== undefined ? [fact(company.text, value, cell, true, lexicon)] : []
  })
}

function contradictions(
  facts: readonly EntityFact[],
  differ: (a: EntityFact, b: EntityFact) => boolean,
  report: (a: EntityFact, b: EntityFact) => TextCheck,
): readonly TextCheck[] {
  return facts.flatMap((one, index) => {
    const other = facts.slice(0, index).find((earlier) => isSame(earlier, one) && differ(earlier, one))
    return other ? [report(one, other)] : []
  })
}

/** S3: a company's ownership stated twice. */
export const ownership: CheckRule = (input) => {
  const facts = [
    ...ownershipInText(input),
    ...input.tables.flatMap((table) => ownershipInTable(table, input.lexicon)),
  ].sort((a, b) => a.line - b.line)
  return contradictions(
    facts,
    (a, b) => Number(a.value) !== Number(b.value),
    (one, other) =>
      failedAt(input, {
        rule: 'S3',
        code: 'text-duplicate',
        severity: 'error',
        line: one.line,
        column: one.column,
        length: one.value.length + 1,
        related: other.line,
        message: `invalid duplicate: ownership of ${one.name} is ${one.value}% here and ${other.value}% on line ${other.line}`,
        arithmetic: `${one.value}% (line ${one.line}) against ${other.value}% (line ${other.line})`,
        hint: 'If the two stand for different dates, write the dates.',
      }),
  )
}

function birthsInText({ document, calendar, lexicon }: CheckInput): readonly EntityFact[] {
  const items = document.items.map((item) => ({
    text: item.text,
    headings: item.headings,
    place: (at: number) => placeIn(item, at),
  }))
  const titles = document.headings.map((heading, index) => ({
    text: heading.text,
    headings: document.headings.slice(Math.max(0, index - 1), index),
    place: (at: number) => ({ line: heading.line, column: heading.column + at }),
  }))
  return [...items, ...titles].flatMap(({ text, headings, place }) =>
    periodsOf(text, lexicon).flatMap((token) => {
      const lead = text.slice(0, token.start)
      const span = periodFrom(token.period, calendar)
      if (!lexicon.words.phrase('born').test(lead) || !span || token.period.kind === 'fiscal') return []
      return [
        fact(
          nameOf(lead, headings, lexicon),
          String(civilMonth(startOf(span)).year),
          place(token.start),
          false,
          lexicon,
        ),
      ]
    }),
  )
}

/** A table whose rows begin with years lists what happened in each. */
function birthsInTimeline(table: TextTable, lexicon: Lexicon): readonly EntityFact[] {
  const years = table.grid.rows.filter((cells) => /^(?:19|20)\d{2}$/.test(cells[0]?.text ?? ''))
  if (years.length < 3) return []
  return years.flatMap((cells) =>
    cells.slice(1).flatMap((cell) =>
      cell.text
        .replace(/\([^)]*\)/g, '')
        .split(/[,;、]/)
        .map((name) => fact(name, cells[0]?.text ?? '', cell, true, lexicon)),
    ),
  )
}

/** S3: the year a company was established, in text and in a timeline. */
export const births: CheckRule = (input) => {
  const timeline = input.tables.flatMap((table) => birthsInTimeline(table, input.lexicon))
  const facts = [...timeline, ...birthsInText(input)]
  return contradictions(
    facts,
    (a, b) => a.value !== b.value && !b.fromTable,
    (one, other) =>
      failedAt(input, {
        rule: 'S3',
        code: 'text-duplicate',
        severity: other.fromTable ? 'warning' : 'error',
        line: one.line,
        column: one.column,
        length: 4,
        related: other.line,
        message: `invalid duplicate: ${one.name} was established in ${one.value} here, ${other.fromTable ? 'stands under' : 'in'} ${other.value} on line ${other.line}`,
        arithmetic: `${one.value} (line ${one.line}) against ${other.value} (line ${other.line})`,
        hint: other.fromTable ? 'A timeline may show another event than the founding: say which.' : '',
      }),
  )
}
