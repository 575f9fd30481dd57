import { describe, expect, test } from 'vitest'
import { compileSmall, findingsOf, row, type SmallDeck, tieSmall } from '../../../../tests/tieout/small-deck.ts'
import { plainText } from '../../../model/content.ts'
import { type TableModel, tablesOf } from '../../../model/deck.ts'

function tableOf(deck: SmallDeck): TableModel {
  const [table] = tieSmall(deck).deck.slides.flatMap(tablesOf)
  if (!table) throw new Error('no table')
  return table
}

const lines = ({ rows }: TableModel): readonly string[] =>
  rows.map(({ label, unit, cells }) =>
    [`${plainText(label)}${unit === undefined ? '' : `, ${unit}`}`, ...cells.map(({ runs }) => plainText(runs))].join(
      ' | ',
    ),
  )

const heads = ({ columns }: TableModel): readonly string[] =>
  columns.map(({ head = [], label, sub = [] }) =>
    [head, label, sub].map(plainText).filter(Boolean).join(' / ').replaceAll('\u00a0', ' '),
  )

describe('a guidance table', () => {
  const guided = (guidance: string, more = ''): SmallDeck => ({
    columns: '9M08,FY08',
    reporting: '9M08',
    scenarios: [
      'may: {label: May guidance, kind: target, issued: 2008-05-15}',
      'nov: {label: November guidance, kind: forecast, issued: 2008-11-14}',
    ],
    metrics: ['dividend: {label: Dividend, unit: JPY/share, kind: flow, polarity: more}'],
    rows: [
      row('revenue', '60,'),
      row('margin', '9.5,', { unit: '%' }),
      row('dividend', '1.50,', { unit: 'JPY/share' }),
      row('revenue', ',75..85', { scenario: 'may' }),
      row('revenue', ',80', { scenario: 'nov' }),
      row('margin', ',9.0..10.0', { unit: '%', scenario: 'nov' }),
      row('dividend', ',2.00..2.40', { unit: 'JPY/share', scenario: 'nov' }),
    ],
    slides: {
      '090-legal':
        '---\nlayout: statement\ntitle: Forward-looking statements\n---\nForward-looking statements may prove wrong.',
    },
    body: `\`\`\`table\nguidance: ${guidance}\nrows: [revenue, margin, dividend]\n${more}\`\`\``,
  })

  test('has the old and the new guidance under one head, the figures so far and their share of it', () => {
    const deck = guided('{period: FY, old: may, new: nov, actual: YTD}')
    const table = tableOf(deck)
    expect(heads(table)).toEqual([
      '',
      'FY08 guidance / Previous / Issued May 15, 2008',
      'FY08 guidance / New / Issued November 14, 2008',
      'Actual 9M08',
      'Progress',
    ])
    expect(table.unit).toBe('JPY million')
    expect(lines(table)).toEqual([
      'Total revenues | 75–85 | 80 | 60 | 75%',
      'Operating margin, % | – | 9.0–10.0 | 9.5 | ',
      'Dividend, JPY per share | – | 2.00–2.40 | 1.50 | 62–75%',
    ])
  })

  test('has its progress checked at both ends of a range', () => {
    const found = findingsOf('C6', guided('{period: FY, new: nov, actual: YTD}'))
    expect(
      found
        .filter(({ facts: [fact = ''] }) => fact.startsWith('progress'))
        .map(({ verdict, message }) => `${verdict} ${message}`),
    ).toEqual([
      'ticked 75% (progress(revenue@9M08,FY08#nov))',
      'ticked 62–75% (progress(dividend@9M08,FY08#nov))',
      'ticked 62–75% (progress(dividend@9M08,FY08#nov))',
    ])
  })

  test('says how much of costs kept below zero is reached, and finds no meaning in progress towards a loss', () => {
    const towards = (metric: string, reached: string, whole: string): SmallDeck => ({
      ...guided('{period: FY, new: nov, actual: YTD}'),
      metrics: ['levy: {label: Levy, unit: JPY mn, kind: flow, polarity: less}'],
      rows: [row(metric, `${reached},`), row(metric, `,${whole}`, { scenario: 'nov' })],
      body: `\`\`\`table\nguidance: {period: FY, new: nov, actual: YTD}\nrows: [${metric}]\n\`\`\``,
    })
    const progress = (deck: SmallDeck): string | undefined => lines(tableOf(deck))[0]?.split(' | ').at(-1)
    expect(progress(towards('levy', '-24', '-32'))).toBe('75.0%')
    expect(progress(towards('levy', '-24.00', '-40.00..-32.00'))).toBe('60–75%')
    for (const whole of ['-32', '-40.00..-32.00', '32']) expect(progress(towards('income', '-24', whole))).toBe('n.m.')
    expect(progress(towards('income', '24', '-32'))).toBe('n.m.')
    const checked = findingsOf('C6', towards('levy', '-24.00', '-40.00..-32.00')).map(
      ({ verdict, message }) => `${verdict} ${message}`,
    )
    expect(new Set(checked)).toEqual(new Set(['ticked 60–75% (progress(levy@9M08,FY08#nov))']))
  })

  test.each([
    ['JPY/tonne', 'ratio', ''],
    ['JPY/user', 'ratio', ''],
    ['JPY/share', 'ratio', '75.0%'],
    ['JPY/share', 'flow', '75.0%'],
  ])('has no progress of a price: %s as a %s', (unit, kind, expected) => {
    const priced: SmallDeck = {
      ...guided('{period: FY, new: nov, actual: YTD}'),
      metrics: [`price: {label: Price, unit: ${unit}, kind: ${kind}, polarity: more}`],
      rows: [row('price', '30,', { unit }), row('price', ',40', { unit, scenario: 'nov' })],
      body: '```table\nguidance: {period: FY, new: nov, actual: YTD}\nrows: [price]\n```',
    }
    expect(lines(tableOf(priced))[0]?.split(' | ').at(-1)).toBe(expected)
  })

  test('of margins has no caption of "%": each row names it', () => {
    const body = (more: string): string =>
      `\`\`\`table\nguidance: {period: FY, new: nov, actual: YTD}\nrows: [margin]\n${more}\`\`\``
    for (const more of ['', 'unit: "%"\n']) {
      const table = tableOf({ ...guided(''), body: body(more) })
      expect(table.unit).toBe('')
      expect(lines(table)).toEqual(['Operating margin, % | 9.0–10.0 | 9.5 | '])
    }
  })

  test('needs no labels of its own to pass, and prints its progress in one style', () => {
    const deck = guided('{period: FY, old: may, new: nov, actual: YTD}')
    const failed = (['S6', 'S9'] as const)
      .flatMap((rule) => findingsOf(rule, deck))
      .filter((one) => one.verdict !== 'ticked')
    expect(failed).toEqual([])
  })

  test('may do without the old guidance, the figures so far or progress, and names an unknown scenario', () => {
    expect(heads(tableOf(guided('{period: FY, new: {scenario: nov, label: Forecast}}')))).toEqual([
      '',
      'Forecast / Issued November 14, 2008',
    ])
    expect(heads(tableOf(guided('{period: FY, new: nov, actual: YTD, progress: false}'))).slice(1)).toEqual([
      'FY08 guidance / Issued November 14, 2008',
      'Actual 9M08',
    ])
    expect(compileSmall(guided('{period: FY, new: november}'))).toEqual([
      expect.stringContaining('unknown scenario "november"'),
    ])
  })
})

describe('a reconciliation table', () => {
  const reconciled = (adjusted: string, more = '', rest: Partial<SmallDeck> = {}): SmallDeck => ({
    columns: 'FY07,FY08',
    metrics: [
      'relief: {label: Tax relief, unit: JPY mn, kind: flow, polarity: neutral}',
      'closing: {label: Closing of a plant, unit: JPY mn, kind: flow, polarity: neutral}',
      'own: {label: Income per user, unit: JPY/user, kind: flow, polarity: more}',
      'own.closing: {label: Closing per user, unit: JPY/user, kind: flow, polarity: neutral}',
      'own.adjusted: {label: Adjusted income per user, unit: JPY/user, kind: flow, polarity: more}',
    ],
    rows: [
      row('income', '20.0,24.0'),
      row('closing', '3.0,5.0'),
      row('relief', ',1.5'),
      row('adjusted', adjusted),
      row('own', '0.50,0.60', { unit: 'JPY/user' }),
      row('own.closing', '0.08,0.12', { unit: 'JPY/user' }),
      row('own.adjusted', '0.58,0.72', { unit: 'JPY/user' }),
    ],
    body: `\`\`\`table\nreconciliation:\n  - {from: income, adjustments: [closing, "-relief"], to: adjusted}\n${more}columns: [FY, FY-1]\n\`\`\``,
    ...rest,
  })
  const perUser =
    '  - {heading: Per user, from: own, adjustments: [{metric: own.closing, label: Closing}], to: own.adjusted}\n'
  const foots = (deck: SmallDeck): readonly string[] =>
    findingsOf('F7', deck).map(({ verdict, message, arithmetic }) => `${verdict} ${message}: ${arithmetic}`)

  test('leads from one measure to another, takes away what has a minus, and foots in each column', () => {
    const deck = reconciled('23.0,27.5', perUser)
    expect(lines(tableOf(deck))).toEqual([
      'Operating income | 24.0 | 20.0',
      'Closing of a plant | 5.0 | 3.0',
      'Tax relief | (1.5) | –',
      'Adjusted income | 27.5 | 23.0',
      'Per user, JPY per user',
      'Income per user, JPY per user | 0.60 | 0.50',
      'Closing, JPY per user | 0.12 | 0.08',
      'Adjusted income per user, JPY per user | 0.72 | 0.58',
    ])
    expect(foots(deck)).toEqual([
      'ticked adjusted@FY08 from income@FY08 as printed: 24.0 + 5.0 + (-1.5) = 27.5',
      'ticked adjusted@FY07 from income@FY07 as printed (1 without a figure): 20.0 + 3.0 = 23.0',
      'ticked own.adjusted@FY08 from own@FY08 as printed: 0.60 + 0.12 = 0.72',
      'ticked own.adjusted@FY07 from own@FY07 as printed: 0.50 + 0.08 = 0.58',
    ])
  })

  test('that does not foot is an error, by its printed digits', () => {
    expect(foots(reconciled('23.0,30.5'))[0]).toMatch(
      /^error invalid reconciliation, adjusted@FY08 from income@FY08 as printed: the adjustments do not add up: /,
    )
    expect(foots(reconciled('22.0,27.5'))[1]).toContain('do not add up (1 without a figure)')
  })

  test('that misses by rounding has the note on rounding', () => {
    const deck = reconciled('23.0,27.6', '', { roundingNote: 'Rounded.' })
    expect(foots(deck)[0]).toMatch(/^rounding /)
    const [slide] = tieSmall(deck).deck.slides
    expect(slide?.footnotes.map(({ runs }) => plainText(runs))).toEqual(['Rounded.'])
  })

  test('without its result is a warning, and makes the measures known as reconciled', () => {
    expect(foots(reconciled('23.0,'))[0]).toMatch(/^warning missing result of a reconciliation/)
    expect(findingsOf('N1', reconciled('23.0,27.5')).map(({ verdict }) => verdict)).toEqual(['ticked'])
  })
})

describe('a row, a tile or guidance of changes', () => {
  const deck = (body: string, layout = 'points'): SmallDeck => ({
    columns: 'FY07,FY08',
    layout,
    rows: [
      row('cost', '80,92'),
      row('income', '8,10'),
      row('margin', '9.1,9.4', { unit: '%' }),
      row('cost', ',14.9', { unit: '%', measure: 'yoy' }),
      row('cost', ',10..12', { unit: '%', measure: 'yoy', scenario: 'target' }),
    ],
    slides: {
      '090-legal':
        '---\nlayout: statement\ntitle: Forward-looking statements\n---\nForward-looking statements may prove wrong.',
    },
    body,
  })
  const open = (small: SmallDeck): readonly string[] =>
    tieSmall(small)
      .result.findings.filter(({ verdict }) => verdict === 'error' || verdict === 'warning')
      .map(({ rule, message }) => `${rule} ${message}`)
  const rows =
    'rows: [cost, {metric: cost, measure: yoy}, {metric: margin, measure: yoy}, {metric: income, measure: yoy-difference}]'

  test('stands in a table beside values, with its sign and unit, published before computed', () => {
    const table = deck(`\`\`\`table\n${rows}\ncolumns: [FY, FY-1]\nchange: percent\nunit: JPY mn\n\`\`\``)
    expect(lines(tableOf(table))).toEqual([
      'Total costs | 92 | 80 | +14.9%',
      'Total costs, YoY | +14.9% | – | ',
      'Operating margin, YoY | +0.3 points | – | ',
      'Operating income, YoY | +2 | – | ',
    ])
    expect(open(table)).toEqual([])
    const beside = deck(`\`\`\`table\n${rows}\ncolumns: [FY]\nunits: labels\n\`\`\``)
    expect(lines(tableOf(beside))).toEqual([
      'Total costs, JPY million | 92',
      'Total costs, YoY, % | +14.9',
      'Operating margin, YoY, points | +0.3',
      'Operating income, YoY, JPY million | +2',
    ])
  })

  test('is guided in per cent, and makes no progress', () => {
    const small = deck(
      '```table\nguidance: {period: FY, new: target, actual: FY}\nrows: [{metric: cost, measure: yoy, label: Growth of total costs}]\n```',
    )
    expect(lines(tableOf(small))).toEqual(['Growth of total costs, % | +10–12 | +14.9 | '])
  })

  test('is the number of a tile', () => {
    const small = deck(
      '```tiles\n- {metric: cost, period: FY, measure: yoy}\n- {metric: income, period: FY}\n- {metric: cost, period: FY}\n```',
      'tiles',
    )
    const [visual] = tieSmall(small).deck.slides[0]?.uses ?? []
    expect(visual?.text).toBe('+14.9%')
    expect(open(small)).toEqual([])
  })
})

test('things counted have their noun beside the label, once, and times their sign in each cell', () => {
  const table = tableOf({
    rows: [
      row('revenue', '90,100'),
      row('staff', '4321,4400', { unit: 'persons' }),
      row('turns', '1.2,1.3', { unit: 'x' }),
    ],
    metrics: ['turns: {label: Turns, unit: x, kind: ratio}'],
    body: '```table\nrows: [revenue, staff, turns]\ncolumns: [FY, FY-1]\nchange: absolute\n```',
  })
  expect(lines(table)).toEqual([
    'Total revenues | 100 | 90 | +10',
    'Number of employees, persons | 4,400 | 4,321 | +79',
    'Turns | 1.3x | 1.2x | +0.1x',
  ])
})
