import { describe, expect, test } from 'vitest'
import { compileSmall, row, type SmallDeck, tieSmall } from '../../../tests/tieout/small-deck.ts'
import { plainText } from '../../model/content.ts'

const small = (body: string): SmallDeck => ({
  columns: 'FY07,FY08',
  metrics: [
    'dividend: {label: Dividend, unit: JPY per share, kind: ratio, polarity: more}',
    'fee: {label: Fee per user, unit: JPY, kind: ratio, polarity: more}',
    'spend: {label: Spend per head, unit: JPY/head, kind: ratio, polarity: more, ratio: [cost, staff]}',
    'loss: {label: Other, unit: JPY mn, kind: flow}',
    'crumb: {label: Crumb, unit: JPY mn, kind: flow}',
    'dust: {label: Dust, unit: JPY mn, kind: flow}',
    'heap: {label: Heap, unit: JPY mn, kind: flow, sum: [goods, services, crumb]}',
  ],
  rows: [
    row('revenue', '60,100'),
    row('services', '40,60'),
    row('goods', '20,40'),
    row('dividend', '1.40,1.17', { unit: 'JPY/share' }),
    row('fee', '2.25,2.50', { unit: 'JPY' }),
    row('staff', '2000000,3000000', { unit: 'persons' }),
    row('cost', '8,10'),
    row('loss', '-0.4,-0.3'),
    row('crumb', '0.02,0.03'),
    row('dust', '0.01,0.01'),
  ],
  body,
})

const table = (rows: string, keys = ''): SmallDeck =>
  small(`\`\`\`table\nrows: [${rows}]\ncolumns: [FY, FY-1]\n${keys}\`\`\``)

/** The cells of each row of the only table. */
function cells(deck: SmallDeck): readonly string[] {
  const { visuals } = tieSmall(deck).deck.slides[0] ?? { visuals: [] }
  return visuals.flatMap((visual) =>
    visual.kind === 'table'
      ? visual.table.rows.map((one) => one.cells.map(({ runs }) => plainText(runs)).join(' | '))
      : [],
  )
}

const codes = (deck: SmallDeck): readonly string[] =>
  compileSmall(deck).map((line) => line.replace(/^(\S+) \S+ (\d+):\S+ (.*?) \|.*$/, '$1 $2 $3'))

describe('an amount per share, user or head', () => {
  test('keeps its unit and its decimals in a table of millions, and has no share of them', () => {
    const deck = table('revenue, dividend, fee', 'unit: JPY mn\nshare-of: revenue\ndecimals: 0\nchange: difference\n')
    expect(cells(deck)).toEqual([
      '100 | 100.0% | 60 | 100.0% | +40',
      'JPY1.17 per share |  | JPY1.40 per share |  | (JPY0.23 per share)',
      'JPY2.50 |  | JPY2.25 |  | +JPY0.25',
    ])
  })

  test('gives the table no unit where other rows can be scaled', () => {
    expect(cells(table('fee, revenue'))).toEqual(['JPY2.50 | JPY2.25', '100 | 60'])
  })

  test('has three digits where it is computed', () => {
    expect(cells(table('spend'))).toEqual(['3.33 | 4.00'])
  })

  test.each([
    ['a placeholder', small('It was {{share "dividend" of="revenue" "FY"}}'), 'dividend'],
    ['a whole', small('It was {{share "goods" of="fee" "FY"}}'), 'fee'],
    ['a table', table('revenue, fee', 'share-of: fee\n'), 'fee'],
    ['slices', small('```chart\ntype: doughnut\nitems: [dividend, fee]\nperiod: FY\n```'), 'dividend'],
    ['shares', small('```chart\ntype: stacked-column-100\nseries: [spend, fee]\nperiods: FY07..FY08\n```'), 'fee'],
    ['dots', small('```chart\ntype: dots\nitems: [fee]\nof: revenue\nperiod: FY\n```'), 'fee'],
  ])('is no part of anything: %s', (_name, deck, metric) => {
    expect(compileSmall(deck).join('\n')).toMatch(
      new RegExp(`unsupported-share slides/\\S+ \\d+:\\S+ unsupported share of ${metric},`),
    )
  })

  test('is no part of a metric by definition', () => {
    const deck = small('- Nothing')
    const metrics = [...(deck.metrics ?? []), 'part: {label: Part, unit: "%", kind: ratio, share: [fee, revenue]}']
    expect(codes({ ...deck, metrics })[0]).toMatch(/^invalid-definition .*part$/)
  })

  test.each([
    ['grouped-column', 'series: [fee, revenue]\nperiods: FY07..FY08', 7],
    ['bar', 'items: [fee, revenue]\nperiod: FY', 7],
    ['waterfall', 'steps:\n- {start: fee, period: FY-1}\n- {change: revenue}\n- {end: fee, period: FY}', 9],
  ])('does not draw the amounts behind it in its own unit: %s', (type, keys) => {
    const found = codes(small(`\`\`\`chart\ntype: ${type}\n${keys}\n\`\`\``)).join('\n')
    expect(found).toContain('unsupported unit JPY mn for fee, which is counted in JPY')
    expect(found).not.toContain('for revenue')
  })

  test('is not drawn in the unit of another series', () => {
    const deck = small('```chart\ntype: grouped-column\nseries: [revenue, fee]\nperiods: FY07..FY08\n```')
    expect(codes(deck).slice(1)).toEqual([
      'unsupported-chart-unit 7 unsupported unit JPY mn for fee, which is counted in JPY',
    ])
  })
})

describe('a number that is not zero and prints without a digit is an error', () => {
  const lost = 'invalid-decimals'
  test.each([
    ['a sentence', small('It was {{figure "dividend" "FY" as="JPY k/share"}}'), 6],
    ['a table', table('revenue, loss', 'decimals: 0\n'), 0],
    ['a tile', small('```tiles\n- {metric: services, period: FY, as: JPY tn}\n```'), 0],
    ['a chart', small('```chart\ntype: column\nseries: [loss]\nperiods: FY07..FY08\ndecimals: 0\n```'), 0],
    [
      'a bridge',
      small(
        '```chart\ntype: waterfall\ndecimals: 0\nsteps:\n- {start: services, period: FY}\n- {figure: loss, period: FY}\n- {subtotal: After}\n```',
      ),
      0,
    ],
    ['a share in a sentence', small('It was {{share "crumb" of="revenue" "FY"}}'), 0],
    [
      'a share in a stack of 100 %',
      small('```chart\ntype: stacked-column-100\nseries: [services, goods, dust]\nperiods: FY07..FY08\n```'),
      0,
    ],
    [
      'a share of a named whole',
      small(
        '```chart\ntype: stacked-column-100\ntotals: heap\nseries: [goods, services, crumb]\nperiods: FY07..FY08\n```',
      ),
      0,
    ],
    ['a share of a waffle', small('```chart\ntype: dots\nshape: waffle\nitems: [crumb]\nof: heap\nperiod: FY\n```'), 0],
    ['a ring', small('```chart\ntype: doughnut\nitems: [goods, crumb]\nperiod: FY\ndecimals: 0\n```'), 0],
    ['a bar', small('```chart\ntype: bar\nitems: [goods, crumb]\nperiod: FY\ndecimals: 0\n```'), 0],
    ['a line', small('```chart\ntype: line\nseries: [goods, crumb]\nperiods: FY07..FY08\ndecimals: 0\n```'), 0],
    [
      'a sum that the chart makes',
      small(
        '```chart\ntype: stacked-column\nseries: [crumb, dust]\nperiods: FY07..FY08\ntotals: true\ndecimals: 0\n```',
      ),
      0,
    ],
    ['a slope', small('```chart\ntype: slope\nseries: [goods, crumb]\nperiods: [FY07, FY08]\ndecimals: 0\n```'), 0],
    [
      'a panel',
      small(
        '```chart\ntype: small-multiples\npanels: [{series: [goods]}, {series: [crumb]}]\nperiods: FY07..FY08\ndecimals: 0\n```',
      ),
      0,
    ],
  ])('%s', (_name, deck) => {
    const found = compileSmall(deck)
    expect(found.map((line) => line.split(' ')[0])).toContain(lost)
    expect(found.join('\n')).toContain('"decimals"')
  })

  test('a card, of a figure that the slide prints with enough of them', () => {
    const deck = small('It was {{figure "quick" "FY" decimals=1}}')
    const rows = [...(deck.rows ?? []), row('quick', '0.3,0.4')]
    const metrics = [...(deck.metrics ?? []), 'quick: {label: Quick, unit: JPY mn, kind: flow, decimals: 0}']
    const [found] = compileSmall({ ...deck, rows, metrics })
    expect(found).toMatch(/^invalid-decimals data\/metrics.yaml \d+:\S+ .*quick@FY08 is 0.4 JPY mn/)
  })

  test('a share in a table has as many decimals as show one, as nobody chooses them', () => {
    expect(cells(table('services, crumb', 'share-of: revenue\n'))).toEqual([
      '60 | 60.0% | 40 | 66.7%',
      '0.03 | 0.03% | 0.02 | 0.03%',
    ])
  })

  test('a card of a ratio has as many decimals as show one', () => {
    const { deck, result, page } = tieSmall(
      small('It was {{ratio "loss" of="revenue" "FY" decimals=3}}, {{ratio "goods" of="revenue" "FY"}}'),
    )
    expect(result.counts.error).toBe(0)
    expect(page.facts).toContain('"value":"(0.003x)"')
    expect(deck.slides[0]?.uses.map(({ text }) => text)).toEqual(['(0.003x)', '0.40x'])
  })

  test('zero itself, a growth of nothing and a rounding residue are none', () => {
    const deck: SmallDeck = {
      columns: 'FY07,FY08',
      rows: [row('revenue', '1000.2,1000.3'), row('cost', '1000.2,1000.3'), row('income', '0,0.0')],
      body: 'Income {{figure "income" "FY"}}, gross {{figure "gross" "FY" decimals=0}}, {{change "revenue" "FY"}}',
    }
    expect(codes(deck)).toEqual([])
  })
})
