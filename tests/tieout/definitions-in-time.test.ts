import { describe, expect, test } from 'vitest'
import { plainText } from '../../src/model/content.ts'
import { compileSmall, findingsOf, row, type SmallDeck, tieSmall } from './small-deck.ts'

const quarters = '2Q07,3Q07,4Q07,1Q08,2Q08'

const leverage: SmallDeck = {
  columns: quarters,
  reporting: '2Q08',
  metrics: [
    'debt: {label: Net debt, unit: JPY mn, kind: stock, polarity: less}',
    'ebitda: {label: EBITDA, unit: JPY mn, kind: flow, polarity: more, sum: [income, writedown]}',
    'writedown: {label: Depreciation, unit: JPY mn, kind: flow}',
    'leverage: {label: Leverage, unit: x, kind: ratio, polarity: less, ratio: [debt, ebitda], over: LTM}',
  ],
  rows: [row('debt', '300,310,320,330,350'), row('income', '20,20,20,20,30'), row('writedown', '10,10,10,10,20')],
  body: `Leverage was {{figure "leverage" "Q"}}.

\`\`\`table
rows: [leverage, debt]
columns: [Q, Q-1]
\`\`\``,
}

const cellsOf = (deck: SmallDeck): readonly string[] =>
  (tieSmall(deck).deck.slides[0]?.visuals ?? []).flatMap((visual) =>
    visual.kind === 'table'
      ? visual.table.rows.map((one) => one.cells.map(({ runs }) => plainText(runs)).join(' | '))
      : [],
  )

describe('a ratio over the last twelve months', () => {
  test('takes the balance of the quarter and the flow of twelve months, in sentences and tables, and is tied so', () => {
    const { deck, result } = tieSmall(leverage)
    // 350 over the 140 of four quarters; a quarter earlier 330 over 120
    expect(deck.slides[0]?.uses[0]?.text).toBe('2.50x')
    expect(cellsOf(leverage)).toEqual(['2.50x | 2.75x', '350 | 330'])
    expect(result.counts.error).toBe(0)
    expect(findingsOf('C6', leverage).map(({ verdict }) => verdict)).toContain('ticked')
  })

  test('is drawn in charts', () => {
    const body = '```chart\ntype: column\nseries: [leverage]\nperiods: [Q-1, Q]\n```'
    const { deck } = tieSmall({ ...leverage, layout: 'chart-and-points', body: `${body}\n- Leverage` })
    const [visual] = deck.slides[0]?.visuals ?? []
    const marks = visual?.kind === 'chart' ? visual.chart.series.flatMap((series) => series.marks) : []
    expect(marks.map((mark) => mark?.text)).toEqual(['2.75x', '2.50x'])
  })

  test.each([
    ['2.5', 'ticked'],
    ['2.3', 'error'],
  ])('that is published as %sx is %s', (value, verdict) => {
    const rows = [...(leverage.rows ?? []), row('leverage', `,,,,${value}`, { unit: 'x' })]
    const [stated] = findingsOf('C6', { ...leverage, rows, body: '- Nothing' })
    expect(stated?.verdict).toBe(verdict)
  })

  test('has a flow in it', () => {
    const metrics = [
      ...(leverage.metrics ?? []),
      'gearing: {label: Gearing, unit: "%", kind: ratio, ratio: [debt, cash], over: LTM}',
    ]
    expect(compileSmall({ ...leverage, metrics })[0]).toMatch(/^invalid-definition .*only a "ratio" of a flow/)
  })
})

const segments: SmallDeck = {
  columns: 'FY06,FY07,FY08',
  metrics: [
    'sales: {label: Sales, unit: JPY mn, kind: flow, sum: [north, south, retail, trade]}',
    'north: {label: North, unit: JPY mn, kind: flow, valid: ..FY06}',
    'south: {label: South, unit: JPY mn, kind: flow, valid: ..FY06}',
    'retail: {label: Retail, unit: JPY mn, kind: flow, valid: FY07..}',
    'trade: {label: Trade, unit: JPY mn, kind: flow, valid: FY07.., formerly: [wholesale, merchants]}',
  ],
  rows: [
    row('sales', '100,110,120'),
    row('north', '60,,'),
    row('south', '40,,'),
    row('retail', ',50,55'),
    row('merchants', ',60,65'),
  ],
  layout: 'chart-and-points',
  body: '```chart\ntype: stacked-column\nseries: [north, south, retail, trade]\nperiods: FY06..FY08\ntotals: sales\n```\n- Sales',
}

describe('segments that were redefined', () => {
  test('add up to their total in each time, in the data and in a stack that lacks those of another time', () => {
    const { result } = tieSmall(segments)
    expect(result.diagnostics).toEqual([])
    expect(findingsOf('F1', segments).map(({ verdict }) => verdict)).toEqual(['ticked', 'ticked', 'ticked'])
    expect(findingsOf('X3', segments).map(({ verdict }) => verdict)).toEqual(['ticked'])
  })

  test('make the total where it is not published', () => {
    const rows = (segments.rows ?? []).map((one) => (one.startsWith('sales') ? row('sales', ',110,') : one))
    const body = '- {{figure "sales" "FY06"}} and {{figure "sales" "FY08"}}'
    const { deck } = tieSmall({ ...segments, rows, layout: 'points', body })
    expect(deck.slides[0]?.uses.map(({ text }) => text)).toEqual(['JPY100 million', 'JPY120 million'])
  })

  test('that miss their total are an error', () => {
    const rows = (segments.rows ?? []).map((one) => one.replace(',50,55', ',50,75'))
    expect(
      findingsOf('F1', { ...segments, rows, layout: 'points', body: '- Nothing' }).map(({ verdict }) => verdict),
    ).toEqual(['ticked', 'ticked', 'error'])
  })

  test('a part that is missing in its own time still is', () => {
    const rows = (segments.rows ?? []).filter((one) => !one.startsWith('merchants'))
    const found = findingsOf('X3', { ...segments, rows: [...rows, row('trade', ',60,')] })
    expect(found.map(({ message }) => message)).toEqual([
      'missing part of results-chart-1 in FY08: Trade under the total 120',
    ])
  })

  test('a figure beyond the time of its metric is an error at its cell', () => {
    const rows = (segments.rows ?? []).map((one) => one.replace('60,,', '60,61,'))
    expect(compileSmall({ ...segments, rows })[0]).toMatch(
      /^invalid-period data\/figures\/a.csv 3:\d+\S* invalid period FY07 for north \| it is valid \.\.FY06/,
    )
  })

  test('printing it there says so', () => {
    const body = '- {{figure "north" "FY08"}}'
    expect(compileSmall({ ...segments, layout: 'points', body })[0]).toMatch(
      /^missing-figure slides\/\S+ \d+:\S+ missing figure north@FY08, which is valid \.\.FY06 only/,
    )
  })

  test.each([
    ['no period', 'valid: FY06..soon', 'unknown-period'],
    ['no range', 'valid: FY06', 'invalid-value'],
    ['the id of another metric', 'formerly: revenue', 'duplicate-name'],
  ])('%s is told', (_name, key, code) => {
    const metrics = [...(segments.metrics ?? []), `odd: {label: Odd, unit: JPY mn, kind: flow, ${key}}`]
    expect(compileSmall({ ...segments, metrics })[0]).toMatch(new RegExp(`^${code} data/metrics.yaml`))
  })
})

test('what an edition published under a former id is compared with the metric', () => {
  const printed = { edition: '2009-05-15', label: 'Wholesale', source: 'S01', chain: '' }
  const published = (value: string): SmallDeck => ({
    ...segments,
    layout: 'points',
    body: '- {{figure "trade" "FY08"}}, {{change "trade" "FY08"}}',
    options: {
      published: [
        { ...printed, fact: 'wholesale@FY08', displayed: value, decimals: 0, displayUnit: 'JPY mn' },
        { ...printed, fact: 'growth(wholesale@FY08,FY07)', displayed: '8.3', decimals: 1, displayUnit: '%' },
      ],
    },
  })
  expect(findingsOf('P3', published('65')).map(({ verdict }) => verdict)).toEqual(['ticked', 'ticked'])
  expect(findingsOf('P3', published('64')).map(({ verdict }) => verdict)).toEqual(['error', 'ticked'])
  expect(findingsOf('N3', published('65')).filter(({ message }) => message.startsWith('unknown'))).toEqual([])
})

describe('a ratio of two balances', () => {
  const gearing: SmallDeck = {
    columns: '4Q07,4Q08',
    metrics: [
      'debt: {label: Net debt, unit: JPY mn, kind: stock, polarity: less}',
      'equity: {label: Equity, unit: JPY mn, kind: stock, polarity: more}',
      'gearing: {label: Gearing, unit: "%", kind: ratio, polarity: less, ratio: [debt, equity]}',
      'times: {label: Debt to equity, unit: x, kind: ratio, polarity: less, ratio: [debt, equity]}',
    ],
    // 350 over 1002 is 34.93%, and 300 over 1001 29.97%
    rows: [
      row('debt', '300,350'),
      row('equity', '1001,1002'),
      row('gearing', '30.0,34.9', { unit: '%' }),
      row('times', '-0.30,0.35', { unit: 'x' }),
    ],
    body: '```table\nrows: [gearing, times]\ncolumns: [2009-03-31, 2008-03-31, FY]\nchange: points\n```\n- {{figure "gearing" "4Q08"}}',
  }

  test('is at a day what its quarter column says, and in the year that ends then', () => {
    expect(cellsOf(gearing)).toEqual(['34.9 | 30.0 | +4.9 | 34.9', '0.35x | (0.30x) |  | 0.35x'])
    expect(findingsOf('S5', gearing).filter(({ verdict }) => verdict !== 'ticked')).toEqual([])
  })

  test('of a flow is not', () => {
    const margin = {
      columns: '4Q08',
      rows: [row('income', '10'), row('revenue', '100'), row('margin', '10.0', { unit: '%' })],
      body: '```table\nrows: [margin]\ncolumns: [2009-03-31]\n```',
    }
    expect(cellsOf(margin)).toEqual(['–'])
  })
})

describe('a ratio in basis points', () => {
  const spread: SmallDeck = {
    metrics: ['spread: {label: Net interest margin, unit: bps, kind: ratio, polarity: more}'],
    rows: [row('spread', '214,231', { unit: 'bps' }), row('margin', '10.0,11.5', { unit: '%' })],
    body: `- Net interest margin {{change "spread" "FY"}}

\`\`\`table
rows: [spread, margin]
columns: [FY, FY-1]
change: points
\`\`\``,
  }

  test('changes in basis points, in sentences and under "points"', () => {
    const { deck, result } = tieSmall(spread)
    expect(deck.slides[0]?.uses[0]?.text).toBe('up 17 bps YoY')
    expect(cellsOf(spread)).toEqual(['231 | 214 | +17 bps', '11.5% | 10.0% | +1.5'])
    expect(result.counts.error).toBe(0)
    expect(findingsOf('C5', spread).map(({ verdict }) => verdict)).toContain('ticked')
  })

  test('that its source states as changed in basis points is tied', () => {
    const stated = (change: string): SmallDeck => ({
      ...spread,
      rows: [row('spread', '214,231', { unit: 'bps' }), row('spread', `,${change}`, { unit: 'bps', measure: 'yoy' })],
      body: '- Net interest margin {{change "spread" "FY"}}',
    })
    const verdicts = (change: string) => findingsOf('C5', stated(change)).map(({ verdict }) => verdict)
    expect([verdicts('17'), verdicts('71')]).toEqual([
      ['ticked', 'ticked'],
      ['error', 'error'],
    ])
  })
})
