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
  ])('%s', (_name, deck) => {
    const found = compileSmall(deck)
    expect(found.map((line) => line.split(' ')[0])).toContain(lost)
    expect(found.join('\n')).toContain('"decimals"')
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
