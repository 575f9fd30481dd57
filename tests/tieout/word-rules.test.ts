import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck, verdictsOf } from './small-deck.ts'

const years = { columns: 'FY07,FY08', rows: [row('income', '1000,1043'), row('cost', '900,800')] }
const slideWith = (body: string, more: SmallDeck = years): SmallDeck => ({ ...more, body: `- ${body}` })

describe('S1: direction words agree with the sign of their figure', () => {
  test.each([
    ['a verb with its change', 'Income grew {{growth "income" "FY"}}', ['ticked']],
    ['the wrong verb', 'Income fell {{growth "income" "FY"}}', ['error']],
    ['a verb before a signed change', 'Costs decreased {{change "cost" "FY" form="signed"}}', ['ticked']],
    ['a fall that is described as up', 'Costs increased ({{change "cost" "FY"}})', ['error']],
    ['a value that is led to', 'Income increased to {{figure "income" "FY"}}', ['ticked']],
    ['a value that is led to from a higher one', 'Costs increased to {{figure "cost" "FY"}}', ['error']],
    ['from one to the other', 'Costs fell from {{figure "cost" "FY-1"}} to {{figure "cost" "FY"}}', ['ticked']],
    [
      'from one to the other, the wrong way',
      'Costs rose from {{figure "cost" "FY-1"}} to {{figure "cost" "FY"}}',
      ['error'],
    ],
    [
      'one against the other',
      'An increase in income of {{figure "income" "FY"}} compared to {{figure "income" "FY-1"}}',
      ['ticked'],
    ],
    ['a noun after the figure', 'A {{growth "income" "FY"}} decline', ['error']],
    ['a denial', 'Income did not fall to {{figure "income" "FY"}}', []],
    ['a limit, not a direction', 'Up to {{figure "cost" "FY"}}', []],
    ['a noun that only leads on', 'Our growth brings us to {{figure "cost" "FY"}}', []],
    ['part of another word', 'A start-up with {{figure "income" "FY"}}', []],
    ['a change of next to nothing', 'Income was flat, {{change "income" "FY"}}', ['error']],
    [
      'two words, each with its figure',
      'Income grew {{growth "income" "FY"}} and costs fell {{growth "cost" "FY"}}',
      ['ticked', 'ticked'],
    ],
    ['a name without a figure', 'Operating income decreased in {{period "FY"}}', ['warning']],
    ['nothing to compare with', 'Revenue rose to {{figure "revenue" "FY"}}', ['not-checkable']],
  ])('%s', (_name, body, expected) => {
    const more = { ...years, rows: [...years.rows, row('revenue', ',9000')] }
    expect(verdictsOf('S1', slideWith(body, more))).toEqual(expected)
  })

  test('a metric that is named without a figure is checked when every comparison is known', () => {
    const more = { columns: '4Q07,3Q08,4Q08', rows: [row('income', '100,110,130')] }
    expect(verdictsOf('S1', slideWith('Operating income decreased in {{period "Q"}}', more))).toEqual(['warning'])
    expect(verdictsOf('S1', slideWith('A decrease in operating income in {{period "Q"}}', more))).toEqual(['warning'])
    expect(verdictsOf('S1', slideWith('The increase of operating income in {{period "Q"}}', more))).toEqual(['ticked'])
    expect(verdictsOf('S1', slideWith('Operating income increased in {{period "Q"}}', more))).toEqual(['ticked'])
    expect(verdictsOf('S1', slideWith('Operating income is expected to decrease in {{period "Q"}}', more))).toEqual([])
  })

  test('a change within the declared band may be called flat', () => {
    const small = slideWith('Income was flat, {{change "income" "FY"}}')
    expect(verdictsOf('S1', { ...small, ties: ['{flat-band: 5}'] })).toEqual(['ticked'])
  })

  test('a failure names the fact and what its figures say', () => {
    const [finding] = findingsOf('S1', slideWith('Income fell {{growth "income" "FY"}}'))
    expect(finding).toMatchObject({
      facts: ['growth(income@FY08,FY07)'],
      use: 'results.1',
      hint: 'The figures say "up".',
    })
  })
})

const series = {
  columns: 'FY03,FY04,FY05,FY06,FY07,FY08',
  rows: [row('income', '10,20,30,40,50,60'), row('cost', '60,10,20,30,25,20')],
}

describe('S2: records, runs and accelerations', () => {
  test.each([
    ['a record', 'A record {{figure "income" "FY"}}', ['ticked']],
    ['no record', 'A record {{figure "cost" "FY"}}', ['error']],
    ['a run', '{{change "income" "FY"}} for the fifth consecutive year', ['ticked']],
    [
      'a run of falls that are rises',
      'The fifth consecutive year of falling income: {{figure "income" "FY"}}',
      ['error'],
    ],
    ['a run that is shorter', '{{change "income" "FY"}} for the sixth consecutive year', ['error']],
    ['a run down', 'A decline for two years in a row, {{change "cost" "FY"}}', ['ticked']],
    ['growth that slowed', 'Growth slowed to {{growth "income" "FY"}}', ['ticked']],
    ['growth that did not accelerate', 'Growth accelerated to {{growth "income" "FY"}}', ['error']],
    ['a new high', 'Income set a new high of {{figure "income" "FY"}}', ['ticked']],
    ['no new high', 'Cost set a new high of {{figure "cost" "FY"}}', ['error']],
    ['never so low', 'Income was never lower: {{figure "income" "FY"}}', ['error']],
    ['doubled', 'Income doubled to {{figure "income" "FY05"}}', ['error']],
    ['an all-time peak', 'Income at an all-time peak of {{figure "income" "FY"}}', ['ticked']],
    ['no all-time peak', 'Costs hit an all-time peak of {{figure "cost" "FY"}}', ['error']],
    ['not the best ever', 'The best result in our history, {{figure "cost" "FY"}}', ['error']],
    ['not twofold', 'Income grew twofold to {{figure "income" "FY"}}', ['error']],
    ['a run in a greater number word', '{{change "income" "FY"}} for the fourteenth consecutive year', ['error']],
    ['so many years in words', 'Income rose for five consecutive years to {{figure "income" "FY"}}', ['ticked']],
    ['too many of them', 'Income rose for eleven consecutive years to {{figure "income" "FY"}}', ['error']],
    ['not threefold in a verb', 'Income nearly tripled to {{figure "income" "FY"}}', ['error']],
    ['tripled', 'Income nearly tripled to {{figure "income" "FY05"}}', ['error']],
    ['a track record', 'Our track record: {{figure "cost" "FY"}}', []],
    ['one of many', 'One of the highest, {{figure "cost" "FY"}}', []],
    ['a quality', 'Highest-quality service, {{figure "cost" "FY"}}', []],
    ['a term of accounting', 'With accelerated depreciation, {{figure "cost" "FY"}}', []],
    ['to record an expense', 'We expect to record {{figure "cost" "FY"}}', []],
  ])('%s', (_name, body, expected) => {
    expect(verdictsOf('S2', slideWith(body, { ...series, front: 'historical: true\n' }))).toEqual(expected)
  })

  test('a record of too short a series is an error, not a guess', () => {
    const [finding] = findingsOf('S2', slideWith('A record {{figure "income" "FY"}}'))
    expect(finding).toMatchObject({
      verdict: 'error',
      message: 'invalid claim "A record" of income@FY08: only 1 earlier values are known',
    })
  })

  test('every quarter is every quarter', () => {
    const quarters = (values: string): SmallDeck => ({ columns: '1Q08,2Q08,3Q08,4Q08', rows: [row('income', values)] })
    const body = 'Operating income improved every quarter, to {{figure "income" "Q"}}'
    expect(verdictsOf('S2', slideWith(body, quarters('10,20,30,40')))).toEqual(['ticked'])
    expect(verdictsOf('S2', slideWith(body, quarters('10,20,15,40')))).toEqual(['error'])
    expect(verdictsOf('S2', slideWith(body, quarters('40,30,20,10')))).toEqual(['error'])
  })
})

describe('S3: a fact that is stated twice says the same', () => {
  const twice = (million: string, billion: string): SmallDeck => ({
    columns: 'FY08',
    rows: [row('income', million), row('income', billion, { unit: 'JPY bn' })],
  })
  test.each([
    ['the coarser is the finer rounded', twice('69731', '69.7'), ['ticked']],
    ['their bounds meet', twice('69750', '69.7'), ['ticked']],
    ['they contradict each other', twice('69731', '69.9'), ['error']],
    ['one is about so much', twice('69731', 'around 70.0'), ['not-checkable']],
    [
      'printed in two scales',
      { ...twice('69731', ''), body: '- {{figure "income" "FY"}} or {{figure "income" "FY" as="JPY bn"}}' },
      ['ticked', 'ticked'],
    ],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('S3', small)).toEqual(expected)
  })
})

describe('S4 to S7: labels, units, style and language', () => {
  test('two metrics of one label are ambiguous', () => {
    const metrics = ['turnover: {label: "Total Revenues", unit: JPY mn, kind: flow, polarity: more}']
    expect(verdictsOf('S4', { metrics })).toEqual(['error'])
    expect(verdictsOf('S4', slideWith('{{figure "income" "FY"}}'))).toEqual(['ticked'])
  })

  test('a value off its steady series asks for a confirmation', () => {
    const steady = (last: string): SmallDeck => ({
      columns: 'FY04,FY05,FY06,FY07,FY08',
      rows: [row('income', `100,110,120,130,${last}`)],
    })
    expect(verdictsOf('S5', steady('1400'))).toEqual(['warning'])
    expect(verdictsOf('S5', steady('14'))).toEqual(['warning'])
    expect(verdictsOf('S5', steady('250'))).toEqual([])
    expect(verdictsOf('S5', steady('0'))).toEqual(['warning'])
  })

  test('a zero that is written with its decimals is one', () => {
    const gap = { columns: 'FY05,FY06,FY07,FY08', rows: [row('holder.a', '1.2,1.4,1.1,0.0', { unit: '%' })] }
    expect(verdictsOf('S5', gap)).toEqual([])
  })

  test.each([
    ['three values, off by more than a decade', '110,120,1400', ['warning']],
    ['three values, off by less', '110,120,900', []],
    ['two values, off by more than two decades: either may be it', '110,12000', ['warning', 'warning']],
    ['two values, off by less', '110,9000', []],
  ])('of a short series it must be farther off: %s', (_name, values, expected) => {
    const columns = ['FY06', 'FY07', 'FY08'].slice(-values.split(',').length).join(',')
    expect(verdictsOf('S5', { columns, rows: [row('income', values)] })).toEqual(expected)
  })

  test('a count is never negative', () => {
    expect(verdictsOf('S5', { columns: '2009-03-31', rows: [row('staff', '-12', { unit: 'persons' })] })).toEqual([
      'error',
    ])
  })

  const table = (rows: string): SmallDeck => ({
    ...years,
    layout: 'table-and-notes',
    body: `\`\`\`table\nrows: [${rows}]\ncolumns: [FY, FY-1]\n\`\`\`\n- Note`,
  })
  test('a table states its unit and keeps one style a column', () => {
    expect(verdictsOf('S5', table('income, cost'))).toEqual(['ticked'])
    expect(verdictsOf('S6', table('income, cost'))).toEqual(['ticked', 'ticked'])
  })

  test.each([
    ['another script', '売上高 rose', ['error']],
    ['marked as text', '[[売上高]] rose', []],
    ['one word with a long vowel, once', 'センター opened', ['error']],
    ['accents', 'Café and naïve', []],
  ])('S7, %s', (_name, body, expected) => {
    expect(verdictsOf('S7', slideWith(body))).toEqual(expected)
  })

  test.each([
    ['in a sentence', '「ビール」 rose {{growth "beer" "FY"}}', []],
    ['in a table', '```table\nrows: [beer]\ncolumns: [FY]\n```', []],
    ['beside what is none', 'ビールは rose', ['error']],
  ])('S7, a name that the data define, %s', (_name, body, expected) => {
    const metrics = ['beer: {label: ビール事業, unit: JPY mn, kind: flow, polarity: more}']
    const small = { ...slideWith(body), metrics, rows: [row('beer', '100,120')] }
    expect(verdictsOf('S7', small)).toEqual(expected)
  })
})
