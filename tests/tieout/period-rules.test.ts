import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck, tieSmall, verdictsOf } from './small-deck.ts'

const years = { columns: 'FY07,FY08', rows: [row('income', '1000,1043'), row('cost', '900,800')] }
const told = (body: string, more: SmallDeck = years): SmallDeck => ({ ...more, body: `- ${body}` })

describe('P1: period labels and dates', () => {
  test.each([
    ['the figure and its period', '{{figure "income" "FY"}} in {{period "FY"}}', ['ticked']],
    ['the figure with another period', '{{figure "income" "FY"}} in {{period "FY-1"}}', ['error']],
    ['a period before its figure', '{{period "FY-1"}}: {{figure "income" "FY"}}', ['error']],
    ['a period and its dates', '{{period "FY"}} ({{dates "FY" style="short"}})', []],
    ['a period and dates of another', '{{period "FY"}} ({{dates "FY-1" style="short"}})', ['error']],
    ['a typed label that is no period', 'In 5Q08 all was well', ['error']],
    ['a typed range of other dates', '{{period "FY"}} (07/4 ~ 08/3)', ['error']],
  ])('%s', (_name, body, expected) => {
    expect(verdictsOf('P1', told(body))).toEqual(expected)
  })

  test('a title that was left behind when the deck rolled on', () => {
    const body = '- {{figure "income" "FY"}}, {{figure "cost" "FY"}}, {{figure "cost" "FY-1"}}'
    const title = 'Results of {{period "FY-3"}}'
    expect(verdictsOf('P1', { ...years, title, body })).toEqual(['error'])
    expect(verdictsOf('P1', { ...years, title: 'Results of {{period "FY"}}', body })).toEqual([])
  })
})

describe('P2: no stale period, no future told as past', () => {
  const set = {
    ...years,
    ties: ['{comparison-set: {from: FY07}}'],
    columns: 'FY04,FY07,FY08',
    rows: [row('income', '800,1000,1043')],
  }
  test.each([
    ['within the comparison set', told('{{figure "income" "FY-1"}}', set), ['ticked']],
    ['before it', told('{{figure "income" "FY-4"}}', set), ['error']],
    [
      'before it, on a slide about history',
      { ...told('{{figure "income" "FY-4"}}', set), front: 'historical: true\n' },
      [],
    ],
    ['an event of the past', told('Launched in January 2008'), []],
    ['an event after the deck told as past', told('Launched in December 2009'), ['error']],
    ['the same, marked as text', told('Launched in December [[2009]]'), ['error']],
    ['an event after the deck that is planned', told('To be launched in December 2009'), []],
    [
      'an actual of a year that has not begun',
      told('{{figure "cost" "FY+2"}}', { columns: 'FY10', rows: [row('cost', '900')] }),
      ['error'],
    ],
    [
      'an actual of a year that has not ended',
      told('{{figure "cost" "FY+1"}}', { columns: 'FY09', rows: [row('cost', '900')] }),
      ['warning'],
    ],
    [
      'a target of it',
      told('{{figure "cost" "FY+1" scenario="target"}}', {
        columns: 'FY09',
        rows: [row('cost', '900', { scenario: 'target' })],
      }),
      [],
    ],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('P2', small)).toEqual(expected)
  })
})

describe('P3: a figure already published keeps its value', () => {
  const before = (displayed: string): SmallDeck => ({
    ...told('{{figure "income" "FY"}}'),
    options: {
      published: [{ fact: 'income@FY08', displayed, decimals: 0, displayUnit: 'JPY mn', edition: '2008-07-08' }],
    },
  })
  test.each([
    ['kept', before('1043'), ['ticked']],
    ['changed', before('1050'), ['error']],
    ['changed by one in the last place', before('1044'), ['error']],
    ['restated with a note', { rows: [row('income', '1000,', { status: 'restated', note: 'was 990' })] }, ['ticked']],
    ['restated without a word', { rows: [row('income', '1000,', { status: 'restated' })] }, ['error']],
    ['nothing known of an earlier edition', told('{{figure "income" "FY"}}'), []],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('P3', small)).toEqual(expected)
  })
})

describe('P4: every number is bound, or marked as text', () => {
  test.each([
    ['a number', 'Sales of 1,043 million', ['1,043']],
    ['with its currency', 'Sales of JPY1,043 million', ['1,043']],
    ['with another currency', 'Sales of SEK407.0 million and RMB500 million', ['407.0', '500']],
    ['two thousand engineers', 'With 2000 engineers', ['2000']],
    ['a word like a currency', 'The TOP10 list', []],
    ['a percentage', 'A share of 12.5%', ['12.5']],
    ['a typed period', 'Results for FY2008 and 4Q08', ['FY2008', '4Q08']],
    ['a number before letters', 'The 3G network', ['3']],
    ['marked as text', 'The [[3G]] network', []],
    ['bound', '{{figure "income" "FY"}}', []],
    ['a year', 'Established in 1992, since 2004', []],
    ['years', 'From 1992–2008', []],
    ['a day', 'On March 31, 2009, July 8-9, 2009 and 5 May 2009', []],
    ['an ISO date', 'On 2009-03-31', []],
    ['an ordinal', 'The 1st and the 22nd', []],
    ['numbered items', 'Over 1) a set, 2) a line', []],
    ['names', 'IPv6, SEIL/B1, H.264 and TSE1', []],
    ['an address', 'See http://www.example.com/2009/07 or ir2@example.com', []],
    ['a year that counts something', 'With 2004 persons', ['2004']],
    ['a footnote sign', 'Solution (*1)', ['1']],
  ])('%s', (_name, body, typed) => {
    const found = findingsOf('P4', told(body)).filter(({ verdict }) => verdict === 'error')
    expect(found.map(({ message }) => /"([^"]+)"/.exec(message)?.[1])).toEqual(typed)
  })

  test.each([
    ['equal', 'It was 1,043 in all', 'It equals income@FY08: write {{figure "income" "FY"}}.'],
    [
      'in billions',
      'It was 1.0 billion in all',
      'It equals income@FY07: write {{figure "income" "FY-1" as="JPY bn"}}.',
    ],
    ['nearly equal', 'It was 1,046 in all', 'It nearly equals income@FY08: is it {{figure "income" "FY"}}?'],
    ['like nothing', 'It was 77,777 in all', 'Mark it as text with [[77,777]], or bind it to a figure.'],
  ])('the hint for a number that is %s', (_name, body, hint) => {
    expect(findingsOf('P4', told(body)).find(({ verdict }) => verdict === 'error')?.hint).toBe(hint)
  })

  test('the place is exact, also for the second of two equal numbers after placeholders', () => {
    const body = '- {{figure "income" "FY"}} and 77,777\n- then 5 and 77,777, again 77,777'
    const places = findingsOf('P4', { ...years, body }).map(({ place }) => [place.line, place.column, place.length])
    expect(places).toEqual([
      [5, 32, 6],
      [6, 8, 1],
      [6, 14, 6],
      [6, 28, 6],
    ])
  })

  test('notes and titles are read too', () => {
    const small = { ...years, title: 'All 4 of them', note: 'Say 7 words.' }
    expect(findingsOf('P4', small).map(({ place }) => place.line)).toEqual([3, 7])
  })
})

describe('waivers', () => {
  const failing: SmallDeck = {
    columns: 'FY08',
    rows: [row('revenue', '110'), row('services', '60'), row('goods', '40')],
  }
  const waiver = (rule: string, place: string): string =>
    `- {rule: ${rule}, place: "${place}", reason: the release says so itself, who: A. Person, when: 2009-05-15}\n`
  test.each(['revenue@FY08', 'data/figures/a.csv', 'data/figures/a.csv:2'])('a finding is waived at %s', (place) => {
    const { result } = tieSmall({ ...failing, waivers: waiver('F1', place) })
    expect(result.findings.find(({ rule }) => rule === 'F1')).toMatchObject({
      verdict: 'waived',
      waiver: { who: 'A. Person' },
    })
    expect(result.diagnostics).toEqual([])
    expect(result.counts.waived).toBe(1)
  })

  test('one that nothing needs is itself a finding', () => {
    const { result } = tieSmall({ ...failing, waivers: waiver('F4', 'revenue@FY08') })
    expect(result.diagnostics.map(({ code, severity, place }) => [code, severity, place.line])).toEqual([
      ['F1', 'error', 2],
      ['W1', 'warning', 1],
    ])
  })

  test.each([
    ['no list', 'rule: F1\n', 'invalid waiver: the file is no list'],
    [
      'no reason',
      '- {rule: F1, place: x, who: A, when: 2009-05-15}\n',
      'invalid waiver: reason: invalid input: expected string, received undefined',
    ],
    ['an unknown rule', '- {rule: F9, place: x, reason: because it is so, who: A, when: 2009-05-15}\n', undefined],
    [
      'no date',
      '- {rule: F1, place: x, reason: because it is so, who: A, when: soon}\n',
      'invalid waiver: when: invalid ISO date',
    ],
  ])('%s is a diagnostic', (_name, waivers, message) => {
    const [found] = tieSmall({ waivers }).result.diagnostics
    expect(found?.code).toBe('invalid-waiver')
    if (message !== undefined) expect(found?.message).toBe(message)
  })
})

test.each([
  ['a metric of a tie', { ties: ['{total: revenue, parts: [services, good]}'] }, 'did you mean "goods"?'],
  [
    'the rule of a waiver',
    { waivers: '- {rule: F4c, place: x, reason: because it is so, who: A, when: 2009-05-15}\n' },
    'did you mean "F4"?',
  ],
  [
    'the place of a waiver',
    {
      columns: 'FY08',
      rows: [row('revenue', '110'), row('services', '60'), row('goods', '40')],
      waivers: '- {rule: F1, place: revenues@FY08, reason: because it is so, who: A, when: 2009-05-15}\n',
    },
    'did you mean "revenue@FY08"?',
  ],
] satisfies readonly [string, SmallDeck, string][])(
  '%s that is written wrongly gets the nearest name',
  (_, deck, hint) => {
    expect(
      tieSmall(deck)
        .result.diagnostics.map((found) => found.hint ?? '')
        .join('\n'),
    ).toContain(hint)
  },
)

describe('ties that cannot be read', () => {
  test.each([
    ['an unknown metric', '{total: revenue, parts: [services, good]}', 'unknown metric "good" in ties'],
    [
      'no identity',
      '{identity: revenue minus cost}',
      'invalid tie: "revenue minus cost" is not of the form a - b + c = d',
    ],
    ['one part', '{total: revenue, parts: [services]}', undefined],
    [
      'weights that are too few',
      '{total: revenue, parts: [services, goods], weights: [1]}',
      'invalid tie: 1 weights for 2 parts',
    ],
    ['no period', '{comparison-set: {from: 9Q08}}', 'invalid tie: "9Q08" is no period of the calendar'],
    ['an unknown entry', '{totals: revenue}', 'invalid tie: "totals" is none that is known'],
  ])('%s', (_name, tie, message) => {
    const { diagnostics } = tieSmall({ ties: ['{flat-band: 1}', tie] }).result
    expect(diagnostics).toHaveLength(1)
    if (message !== undefined) expect(diagnostics[0]?.message).toBe(message)
    expect(diagnostics[0]?.place.path).toBe('data/metrics.yaml')
  })
})
