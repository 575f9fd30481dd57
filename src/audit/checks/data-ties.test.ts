import { describe, expect, it } from 'vitest'
import { parseData } from '../../compiler/parse/data/deck-data.ts'
import { factBook } from '../../compiler/resolve/facts/book.ts'
import { enClaims } from '../../language/en-claims.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { auditText } from '../audit.ts'
import { formatTextReport } from '../text-report.ts'

const file = (path: string, text: string): SourceFile => ({ kind: 'text', path, text })

const files = [
  file(
    'data/deck.yaml',
    'company: Example Corp.\nshort-name: Example\ntitle: Results\ndate: 2009-07-08\nlanguage: en\nreporting-period: FY08\ncalendar: {start-month: 4, year-named-by: start, style: kessan, sub-periods: quarters}\n',
  ),
  file(
    'data/metrics.yaml',
    'metrics:\n  revenue.total: {label: Total revenues, unit: JPY mn, kind: flow, polarity: more}\n  backlog: {label: Order backlog, unit: JPY mn, kind: stock, polarity: more}\n  orders: {label: New orders, unit: JPY mn, kind: flow, polarity: more}\n',
  ),
  file('data/sources.yaml', 'S01: {title: Annual report, date: 2009-05-15}\n'),
  file(
    'data/figures/results.csv',
    'metric,unit,FY07,FY08,source,at\nrevenue.total,JPY mn,"66,835","69,731",S01,page 3\nbacklog,JPY mn,"4,757","2,858",S01,page 9\n',
  ),
  file('data/figures/orders.csv', 'metric,unit,4Q07,4Q08,source\norders,JPY mn,"17,000","18,500",S01\n'),
]

function auditOf(text: string) {
  const { value: data } = parseData(files)
  if (!data) throw new Error('the data of this test do not parse')
  return auditText({
    path: 'deck.txt',
    claims: enClaims,
    text,
    data,
    facts: factBook(data),
    deckDate: data.config.date,
  })
}

const audit = (text: string): readonly (readonly [string, number])[] =>
  auditOf(text).findings.map(({ code, place }) => [code, place.line])

describe('a presentation against the data of its company', () => {
  it.each([
    ['figures and changes that agree', '- Revenue in FY08: JPY69.7 billion (up 4.3% YoY)', []],
    ['a figure that differs', '- Revenue in FY08: JPY67.9 billion', [['text-data', 3]]],
    ['a growth rate that differs', '- Revenue in FY08 was up 3.4% YoY', [['text-data', 3]]],
    ['a direction that differs', '- Revenue in FY08 was down 4.3% YoY', [['text-data', 3]]],
    ['a stock at the end of the year', '- Order backlog at March 31, 2009: JPY2,885 million', [['text-data', 3]]],
    ['a part of the metric', '- Revenue from hosting in FY08: JPY12,345 million', []],
  ] as const)('says of %s what the data have', (_, line, expected) => {
    expect(audit(`Example Corp.\n\n${line}`)).toEqual(expected)
  })

  it.each([
    ['Total revenues rose 4.3% to JPY69.7 billion from JPY66.8 billion in FY07', 'matched matched'],
    ['Total revenues were JPY69.7 billion, against JPY66.8 billion in FY07', 'matched matched'],
    ['Total revenues were JPY67.9 billion, against JPY66.8 billion in FY07', 'contradicted matched'],
    ['Total revenues rose from JPY66.8 billion in FY07 to JPY69.7 billion', 'matched matched'],
    ['Total revenues were JPY66.8 billion in FY07', 'matched'],
    [
      'New orders for the fourth quarter were JPY18.5 billion, compared with JPY17.0 billion in the fourth quarter of fiscal 2007',
      'matched matched',
    ],
    [
      'Total revenues rose to JPY69.7 billion from JPY66.8 billion in FY07. Revenues reached JPY69.7 billion.',
      'matched matched matched',
    ],
  ] as const)('takes a time behind the older value for that one only: %s', (line, expected) => {
    const { numbers } = auditOf(`Example Corp.\n\nResults of FY08\n\n- ${line}`)
    const amounts = numbers.filter(({ text }) => text.includes('JPY'))
    expect(amounts.map(({ data }) => data?.verdict).join(' ')).toBe(expected)
  })

  it.each(['Example', 'Example Corporation', 'Example S.A.'])(
    'knows the company by another form of its name: %s',
    (name) => {
      expect(auditOf(`${name}\n\n- Revenue in FY08: JPY69.7 billion`).numbers.map(({ data }) => data?.verdict)).toEqual(
        ['matched'],
      )
    },
  )

  it('leaves the data of another company aside', () => {
    expect(audit('Other Industries Inc.\n\n- Revenue in FY08: JPY67.9 billion')).toEqual([])
  })

  it.each([
    [
      'the older value and the change',
      'Total revenues for FY08 were JPY69.7 billion, up 4.3% from JPY66.8 billion',
      'matched matched matched',
    ],
    [
      'another older value',
      'Total revenues for FY08 were JPY69.7 billion, up 4.3% from JPY61.8 billion',
      'matched matched unknown',
    ],
    [
      'another change',
      'Total revenues for FY08 were JPY69.7 billion against JPY66.8 billion, up 8.3%',
      'matched matched contradicted',
    ],
    [
      'a figure that is wrong itself',
      'Total revenues for FY08 were JPY67.9 billion, up 4.3% from JPY66.8 billion',
      'contradicted matched unknown',
    ],
  ] as const)('takes what says no time beside a figure that agrees for the year before: %s', (_, line, expected) => {
    const verdicts = auditOf(`Example Corp.\n\n- ${line}`).numbers.map(({ data }) => data?.verdict)
    expect(verdicts.join(' ')).toBe(expected)
  })

  it('answers for each number whether the data have it', () => {
    const text =
      'Example Corp.\n\n- Revenue in FY08: JPY67.9 billion\n- Order backlog at March 31, 2009: JPY2,858 million\n- We hired 31 engineers'
    const audited = auditOf(text)
    expect(audited.numbers.map(({ data }) => data?.verdict)).toEqual(['contradicted', 'matched', 'unknown'])
    const report = formatTextReport(audited).split('\n')
    expect(report.slice(0, 4)).toEqual([
      '2 of 3 numbers checked',
      'against the data of the deck: 1 matched, 1 contradicted, 1 unknown',
      '  contradicted deck.txt:3:20  JPY67.9 billion against 69.73 of revenue.total@FY08',
      expect.stringMatching(/^ {2}unknown deck\.txt:5:12 {2}"31/),
    ])
    expect(formatTextReport(audited, { all: true })).toContain('  matched deck.txt:4:36  JPY2,858 million against')
    expect(formatTextReport(auditOf('Other Ltd. earned JPY5 million in FY08'))).toContain(
      'the text does not name Example Corp.: the data of this deck are left aside',
    )
  })
})
