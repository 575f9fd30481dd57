import { describe, expect, test } from 'vitest'
import { rational } from '../../src/model/rational.ts'
import { noTies } from '../../src/model/ties.ts'
import { compileSmall, findingsOf, row, type SmallDeck, tieSmall, verdictsOf } from './small-deck.ts'

const years = { columns: 'FY07,FY08', rows: [row('income', '1000,1043'), row('cost', '900,800')] }
const slideWith = (body: string, more: SmallDeck = years): SmallDeck => ({ ...more, body: `- ${body}` })

describe('P1: period labels and dates', () => {
  test.each([
    ['the figure and its period', '{{figure "income" "FY"}} in {{period "FY"}}', ['ticked']],
    ['the figure with another period', '{{figure "income" "FY"}} in {{period "FY-1"}}', ['error']],
    ['a period before its figure', '{{period "FY-1"}}: {{figure "income" "FY"}}', ['error']],
    [
      'a period in brackets that leads to the next number',
      '{{figure "income" "FY"}} ({{period "FY-1"}}: {{figure "income" "FY-1"}})',
      ['ticked'],
    ],
    ['the same of another period', '{{figure "income" "FY"}} ({{period "FY"}}: {{figure "income" "FY-1"}})', ['error']],
    ['a period and its dates', '{{period "FY"}} ({{dates "FY" style="short"}})', []],
    ['a period and dates of another', '{{period "FY"}} ({{dates "FY-1" style="short"}})', ['error']],
    ['the last twelve months', '{{figure "income" "LTM"}} in {{period "LTM"}}', ['ticked']],
    ['the last year beside the year so far', '{{figure "income" "YTD"}} in {{period "LFY-1"}}', ['error']],
    ['a typed label that is no period', 'In 5Q08 all was well', ['error']],
    ['a typed range of other dates', '{{period "FY"}} (07/4 ~ 08/3)', ['error']],
  ])('%s', (_name, body, expected) => {
    expect(verdictsOf('P1', slideWith(body))).toEqual(expected)
  })

  test('a title that was left behind when the deck rolled on', () => {
    const body = '- {{figure "income" "FY"}}, {{figure "cost" "FY"}}, {{figure "cost" "FY-1"}}'
    const title = 'Results of {{period "FY-3"}}'
    expect(verdictsOf('P1', { ...years, title, body })).toEqual(['error'])
    expect(verdictsOf('P1', { ...years, title: 'Results of {{period "FY"}}', body })).toEqual([])
  })
})

const inWeeks = {
  calendar: "style: us, weeks: [12, 12, 12, 16], year-end: 'sunday nearest 08-31'",
  reporting: 'Q3 FY08',
  columns: '2007-09-02,2008-05-11,Q1 FY08,Q2 FY08,Q3 FY08,Q4 FY07,Q3 FY07',
  rows: [row('income', ',,10,20,30,40,25'), row('cash', '7,9,,,,,'), row('cash-flow', ',,1,1,,,')],
}

describe('in a calendar of weeks', () => {
  test.each([
    ['a quarter and its dates', 'P1', '{{period "Q"}} ({{dates "Q"}})', []],
    ['a quarter and the dates of another', 'P1', '{{period "Q"}} ({{dates "Q-1" style="short"}})', ['error']],
    ['a balance and the quarter it ends', 'P1', '{{figure "cash" "Q"}} in {{period "2008-05-11"}}', ['ticked']],
    ['a balance at the end of the year', 'P1', '{{figure "cash" "2007-09-02"}} in {{period "LFY"}}', ['ticked']],
    ['a typed label of weeks', 'P1', 'The first 36 weeks FY08 were good', []],
    ['a typed label of other weeks', 'P1', 'The first 39 weeks FY08 were good', ['error']],
    ['quarters as long', 'C9', '{{change "income" "Q" vs="Q-1"}}', []],
    ['quarters of 12 and 16 weeks', 'C9', '{{change "income" "Q1" vs="Q4-1"}}', ['warning']],
    ['the same, with the shorter one named', 'C9', '{{change "income" "Q1" vs="Q4-1"}} in 12 weeks', ['warning']],
    [
      'the same, with the longer one mentioned',
      'C9',
      '{{change "income" "Q1" vs="Q4-1"}}, after [[16]] weeks',
      ['warning'],
    ],
    ['with dates of the longer one', 'C9', '{{change "income" "Q1" vs="Q4-1"}} on the {{dates "Q4-1"}}', ['warning']],
    [
      "with a share of the shorter one's number",
      'C9',
      '{{change "income" "Q1" vs="Q4-1"}}, in [[16]] weeks [[12%]]',
      ['warning'],
    ],
    ['with the longer one bare', 'C9', '{{change "income" "Q1" vs="Q4-1"}}, of [[12]] weeks after [[16]]', ['ticked']],
    ['with a note on both', 'C9', '{{change "income" "Q1" vs="Q4-1"}}, [[12]] weeks after [[16]] weeks', ['ticked']],
    ['with a note in words', 'C9', '{{change "income" "Q1" vs="Q4-1"}}, after sixteen weeks, now twelve', ['ticked']],
    ['with both dates', 'C9', '{{change "income" "Q1" vs="Q4-1"}} ({{dates "Q1"}}; {{dates "Q4-1"}})', ['ticked']],
    ['a quarter that is told its length', 'S9', 'The third quarter has [[12]] weeks: {{dates "Q1"}}', []],
    ['with its year', 'S9', 'The third quarter of {{period "FY"}} had [[12]] weeks', []],
    ['and for a number', 'S9', 'In the third quarter of 12 weeks we made {{figure "income" "Q1"}}', ['error']],
    ['a quarter of a year', 'S9', 'The third quarter of {{period "FY"}} was cold', []],
    ['a quarter and its year', 'S9', 'The third quarter of {{period "FY"}}: {{figure "income" "Q"}}', ['ticked']],
    ['another quarter and its year', 'S9', 'The third quarter of {{period "FY"}}: {{figure "income" "Q1"}}', ['error']],
  ] as const)('%s', (_name, rule, body, expected) => {
    expect(verdictsOf(rule, slideWith(body, inWeeks))).toEqual(expected)
  })

  test('a quarter is over on its own last day', () => {
    const early = { ...inWeeks, reporting: 'Q4 FY09', columns: 'Q3 FY09,Q4 FY09', rows: [row('income', '10,20')] }
    expect(verdictsOf('P2', slideWith('{{figure "income" "Q"}}', early))).toEqual(['warning'])
    expect(verdictsOf('P2', slideWith('{{figure "income" "Q-1"}}', early))).toEqual([])
  })

  test('what the hint says to write is the note', () => {
    const body = '{{change "income" "Q1" vs="Q4-1"}}'
    const [longer, other] = [...(findingsOf('C9', slideWith(body, inWeeks))[0]?.hint ?? '').matchAll(/`(.+?)`/g)]
    const noted = slideWith(`${body}; the third quarter had ${longer?.[1]}, the fourth ${other?.[1]}`, inWeeks)
    expect(verdictsOf('C9', noted)).toEqual(['ticked'])
    expect([...verdictsOf('P4', noted), ...verdictsOf('S9', noted)]).not.toContain('error')
  })

  test('an extra week is note enough where there is one week more', () => {
    const long = { ...inWeeks, reporting: 'FY12', columns: 'FY11,FY12', rows: [row('cost', '52,53')] }
    const dated = (words: string): SmallDeck => slideWith(`{{change "cost" "FY"}}${words}`, { ...long, longYears: '' })
    expect(verdictsOf('C9', dated(''))).toEqual(['warning'])
    expect(verdictsOf('C9', dated(', with an extra week'))).toEqual(['ticked'])
  })

  test('a balance rolls forward from the day before a quarter to its last', () => {
    const ties = ['{roll-forward: {opening: cash, movements: [cash-flow], closing: cash}}']
    const rows = [row('cash', '7,9,8,9,,,'), row('cash-flow', ',,1,1,,,')]
    expect(verdictsOf('F5', { ...inWeeks, ties, rows })).toEqual(['ticked', 'ticked'])
  })
})

describe('P2: no stale period, no future event described as past', () => {
  const set = {
    ...years,
    ties: ['{comparison-set: {from: FY07}}'],
    columns: 'FY04,FY07,FY08',
    rows: [row('income', '800,1000,1043')],
  }
  test.each([
    ['within the comparison set', slideWith('{{figure "income" "FY-1"}}', set), ['ticked']],
    ['before it', slideWith('{{figure "income" "FY-4"}}', set), ['error']],
    [
      'before it, on a slide about history',
      { ...slideWith('{{figure "income" "FY-4"}}', set), front: 'historical: true\n' },
      [],
    ],
    ['an event of the past', slideWith('Launched in January 2008'), []],
    ['an event after the deck described as past', slideWith('Launched in December 2009'), ['error']],
    [
      'one with a plan behind its comma',
      slideWith('Founded in December 2009, to reach every customer by March 2012'),
      ['error'],
    ],
    ['a plan of that date', slideWith('To be launched in December 2009, after the field test opened'), []],
    ['the same, marked as text', slideWith('Launched in December [[2009]]'), ['error']],
    ['an event after the deck that is planned', slideWith('To be launched in December 2009'), []],
    [
      'an actual of a year that has not begun',
      slideWith('{{figure "cost" "FY+2"}}', { columns: 'FY10', rows: [row('cost', '900')] }),
      ['error'],
    ],
    [
      'an actual of a year that has not ended',
      slideWith('{{figure "cost" "FY+1"}}', { columns: 'FY09', rows: [row('cost', '900')] }),
      ['warning'],
    ],
    [
      'a target of it',
      slideWith('{{figure "cost" "FY+1" scenario="target"}}', {
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
  const publishedAs = (displayed: string): SmallDeck => ({
    ...slideWith('{{figure "income" "FY"}}'),
    options: {
      published: [
        {
          ...{ fact: 'income@FY08', displayed, decimals: 0, displayUnit: 'JPY mn', edition: '2008-07-08' },
          ...{ label: '', source: '', chain: '' },
        },
      ],
    },
  })
  test.each([
    ['kept', publishedAs('1043'), ['ticked']],
    ['changed', publishedAs('1050'), ['error']],
    ['changed by one in the last place', publishedAs('1044'), ['error']],
    ['restated with a note', { rows: [row('income', '1000,', { status: 'restated', note: 'was 990' })] }, ['ticked']],
    ['restated without a word', { rows: [row('income', '1000,', { status: 'restated' })] }, ['error']],
    ['nothing known of an earlier edition', slideWith('{{figure "income" "FY"}}'), []],
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
    const found = findingsOf('P4', slideWith(body)).filter(({ verdict }) => verdict === 'error')
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
    expect(findingsOf('P4', slideWith(body)).find(({ verdict }) => verdict === 'error')?.hint).toBe(hint)
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
  const waiver = (rule: string, pins: string): string =>
    `- {rule: ${rule}, ${pins}, reason: the release says so itself, who: A. Person, when: 2009-05-15}\n`
  const outcome = (small: SmallDeck) =>
    tieSmall(small).result.findings.flatMap(({ rule, verdict }) =>
      verdict === 'waived' || verdict === 'error' || rule === 'W1' ? [`${rule} ${verdict}`] : [],
    )
  const printed = 'printed: JPY110 million'
  const onSlide: SmallDeck = { ...failing, body: '- {{figure "revenue" "FY"}}' }

  test.each([
    ['is waived by its fact and what is printed of it', `fact: revenue@FY08, ${printed}`, ['F1 waived']],
    [
      'no longer when something else is printed',
      'fact: revenue@FY08, printed: JPY109 million',
      ['F1 error', 'W1 warning'],
    ],
    [
      'nor after the last day of the waiver',
      `fact: revenue@FY08, ${printed}, until: 2009-07-07`,
      ['F1 error', 'W1 warning'],
    ],
    ['but on that day', `fact: revenue@FY08, ${printed}, until: 2009-07-08`, ['F1 waived']],
    ['never by a whole file', `text: data/figures/a.csv, ${printed}`, ['F1 error', 'W1 warning']],
    ['nor by a whole slide', `text: results, ${printed}`, ['F1 error', 'W1 warning']],
  ])('a finding %s', (_, pins, expected) => {
    expect(outcome({ ...onSlide, waivers: waiver('F1', pins) })).toEqual(expected)
  })

  test('one that is given after the day of the deck does not hold', () => {
    const late = waiver('F1', `fact: revenue@FY08, ${printed}`).replace('2009-05-15', '2009-07-09')
    expect(outcome({ ...onSlide, waivers: late })).toEqual(['F1 error', 'W1 warning'])
  })

  test('one of typed words excuses just one of them, and no other number of the slide', () => {
    const typed: SmallDeck = {
      columns: 'FY08',
      rows: [],
      body: '- Spent JPY14 million\n- Earned JPY14 million\n- Lost JPY15 million',
    }
    const found = tieSmall(typed).result.findings.filter(({ rule, verdict }) => rule === 'P4' && verdict === 'error')
    expect(found).toHaveLength(3)
    const words = /"([^"]+)"/.exec(found[0]?.message ?? '')?.[1] ?? ''
    const waived = outcome({ ...typed, waivers: waiver('P4', `text: "${words}", printed: "${words}"`) })
    expect(waived.filter((each) => each === 'P4 waived')).toHaveLength(1)
    expect(waived.filter((each) => each === 'P4 error')).toHaveLength(2)
  })

  test('one that nothing needs is itself a finding', () => {
    const { result } = tieSmall({ ...failing, waivers: waiver('F4', `fact: revenue@FY08, ${printed}`) })
    expect(result.diagnostics.map(({ code, severity, place }) => [code, severity, place.line])).toEqual([
      ['F1', 'error', 2],
      ['W1', 'warning', 1],
    ])
  })

  const whole = 'fact: x, printed: y, reason: because it is so, who: A. Person, when: 2009-05-15'
  test.each([
    ['no list', 'rule: F1\n', 'invalid-value data/waivers.yaml 1:1+8 invalid value {"rule":"F1"} | expected a list.'],
    [
      'no reason',
      '- {rule: F1, fact: x, printed: y, who: A. Person, when: 2009-05-15}\n',
      'missing-key data/waivers.yaml 1:3+65 missing key "reason" | write "reason: …" here.',
    ],
    [
      'a reason that is none',
      '- rule: F1\n  fact: x\n  reason: so\n  printed: y\n  who: A. Person\n  when: 2009-05-15\n',
      'invalid-value data/waivers.yaml 3:11+2 invalid value "so" of "reason" | expected the reason, in a sentence.',
    ],
    [
      'an unknown rule',
      `[{${whole}, rule: F4c}]`,
      'invalid-waiver data/waivers.yaml 1:90+3 invalid waiver: no rule is called "F4c" | did you mean "F4"? rules are F1,',
    ],
    [
      'an unknown key',
      `- {rule: F1, ${whole}, becuase: x}\n`,
      'unknown-key data/waivers.yaml 1:95+7 unknown key "becuase" | keys here are rule, fact, text, slide, printed, reason, who, when, until.',
    ],
    [
      'no date',
      '- {rule: F1, fact: x, printed: y, reason: because it is so, who: A. Person, when: soon}\n',
      'invalid-value data/waivers.yaml 1:83+4 invalid value "soon" of "when" | expected a day written as 2009-07-08.',
    ],
  ])('%s is a diagnostic at its value', (_name, waivers, expected) => {
    const [found = '', ...more] = compileSmall({ waivers })
    expect(found.slice(0, expected.length)).toBe(expected)
    expect(more).toEqual([])
  })

  test('a mistake in one hides none of another', () => {
    expect(compileSmall({ waivers: `- {rule: F9, ${whole}}\n- {rule: F1, fact: x}\n` })).toHaveLength(5)
  })
})

test('the place of a waiver that is written wrongly gets the nearest name', () => {
  const { result } = tieSmall({
    columns: 'FY08',
    rows: [row('revenue', '110'), row('services', '60'), row('goods', '40')],
    waivers:
      '- {rule: F1, fact: revenues@FY08, printed: x, reason: because it is so, who: A. Person, when: 2009-05-15}\n',
  })
  expect(result.diagnostics.map((found) => found.hint ?? '').join('\n')).toContain('did you mean "revenue@FY08"?')
})

describe('ties that cannot be read', () => {
  const metrics = 'metrics are defined in data/metrics.yaml under "metrics".'
  test.each([
    [
      'an unknown metric',
      '{total: revenue, parts: [services, good]}',
      `unknown-tie-metric 17:40+4 unknown metric "good" in ties | did you mean "goods"? ${metrics}`,
    ],
    [
      'an unknown metric of an identity',
      '{identity: "revenue - costs = gross"}',
      `unknown-tie-metric 17:27+5 unknown metric "costs" in ties | did you mean "cost"? ${metrics}`,
    ],
    [
      'an unknown metric of a balance',
      '{roll-forward: {opening: cash, movements: [-cash-flw], closing: cash}}',
      `unknown-tie-metric 17:48+9 unknown metric "cash-flw" in ties | did you mean "cash-flow"? ${metrics}`,
    ],
    [
      'no identity',
      '{identity: revenue minus cost}',
      'invalid-tie 17:16+18 invalid tie: "revenue minus cost" is not of the form a - b + c = d | write metrics with signs between blanks, and one metric after "=".',
    ],
    [
      'one part',
      '{total: revenue, parts: [services]}',
      'invalid-value 17:29+10 invalid value ["services"] of "parts" | expected at least 2 entries.',
    ],
    [
      'weights that are too few',
      '{total: revenue, parts: [services, goods], weights: [1]}',
      'invalid-tie 17:57+3 invalid tie: 1 weight for 2 parts | each part has one weight: 1, -1 or another factor.',
    ],
    [
      'a weight that its digits do not say',
      '{total: revenue, parts: [services, goods], weights: [1, 1e0]}',
      'invalid-value 17:61+3 invalid value 1e0 | expected digits such as 1, -1 or 0.5.',
    ],
    [
      'no period',
      '{comparison-set: {from: 9Q08}}',
      'unknown-period 17:29+4 unknown period "9Q08": the calendar has none of that name | periods are written 4Q08, 1H08, FY08 or 2009-03-31; the calendar is set in data/deck.yaml.',
    ],
    [
      'an unknown entry',
      '{totl: revenue}',
      'invalid-tie 17:5+15 invalid tie: none of its keys is known: totl | did you mean "total"? an entry has one of total, identity, roll-forward, shares-sum-to, comparison-set, flat-band.',
    ],
    [
      'an entry that is no map',
      'revenue',
      'invalid-tie 17:5+7 invalid tie: the entry has no keys | an entry has one of total, identity, roll-forward, shares-sum-to, comparison-set, flat-band.',
    ],
    [
      'an unknown key',
      '{total: revenue, prats: [services, goods]}',
      'unknown-key 17:22+5 unknown key "prats" | did you mean "parts"? keys here are name, total, parts, weights.',
    ],
  ])('%s', (_name, tie, expected) => {
    const found = compileSmall({ ties: ['{flat-band: 1}', tie] }).map((line) => line.replace(' data/metrics.yaml', ''))
    expect(found).toContain(expected)
  })

  test.each([
    ['a flow list', 'ties: [{flat-band: 1}, {total: revenue, parts: [services, good]}]\n', '15:59+4'],
    ['no list', 'ties: {total: revenue}\n', '15:7+16'],
    ['an anchored one', 'ties: &t\n  - {total: revenue, parts: [services, good]}\n', '16:40+4'],
  ])('%s has its line and column', (_name, block, place) => {
    const found = compileSmall({ metricsEnd: block })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(` data/metrics.yaml ${place} `)
  })

  test('weights are read as their digits say, and none where there is nothing', () => {
    const { ties } = tieSmall({ ties: ['{total: revenue, parts: [services, goods], weights: [0.1, -1]}'] }).deck.data
    expect(ties.ties).toMatchObject([{ parts: [{ weight: rational(1n, 10n) }, { weight: rational(-1n) }] }])
    expect(tieSmall({ metricsEnd: 'ties:\n' }).deck.data.ties).toEqual(noTies)
  })
})
