import { describe, expect, test } from 'vitest'
import { resolvePeriod } from '../../../format/period-text.ts'
import { present } from '../../../format/present.ts'
import { formatUnit } from '../../../format/units.ts'
import type { DeckData } from '../../../model/deck.ts'
import type { Fact } from '../../../model/fact.ts'
import type { ChangeQuestion, FactBook } from '../../../model/fact-book.ts'
import type { Period } from '../../../model/period.ts'
import { toExactText } from '../../../model/rational.ts'
import { parseData } from '../../parse/data/deck-data.ts'
import { factBook } from './book.ts'
import { sumTerm } from './facts-sum.ts'

const deck = `company: Example
title: T
date: 2009-07-08
reporting-period: FY08
calendar: {start-month: 4, style: kessan}
units: {persons: {singular: person}}
`

const metrics = `scenarios:
  initial: {label: Initial target, kind: target}
metrics:
  revenue: {label: Revenue, unit: JPY mn, kind: flow, sum: [recurring, one-time]}
  recurring: {label: Recurring, unit: JPY mn, kind: flow}
  one-time: {label: One-time, unit: JPY mn, kind: flow}
  profit: {label: Profit, unit: JPY mn, kind: flow, sum: [-cost, recurring, one-time]}
  cost: {label: Cost, unit: JPY mn, kind: flow}
  income: {label: Income, unit: JPY mn, kind: flow, difference: [revenue, cost]}
  margin: {label: Margin, unit: "%", kind: ratio, ratio: [income, revenue]}
  share: {label: Share, unit: "%", kind: ratio, share: [recurring, revenue]}
  growth: {label: Growth, unit: "%", kind: ratio, change: {of: revenue, vs: yoy, as: percent}}
  shift: {label: Shift, unit: bps, kind: ratio, change: {of: margin, vs: yoy, as: points}}
  staff: {label: Staff, unit: persons, kind: stock}
  debt: {label: Debt, unit: JPY mn, kind: stock}
  per-head: {label: Revenue per head, unit: JPY mn, kind: ratio, ratio: [revenue, staff]}
`

interface Desk {
  readonly data: DeckData
  readonly book: FactBook
  readonly at: (text: string) => Period
}

function desk(rows: string, settings = ''): Desk {
  const text = (path: string, content: string) => ({ kind: 'text' as const, path, text: content })
  const { value: data, diagnostics } = parseData([
    text('data/deck.yaml', deck + settings),
    text('data/metrics.yaml', metrics),
    text('data/figures/a.csv', rows),
  ])
  if (!data || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics))
  const { calendar, reportingPeriod } = data.config
  const at = (label: string): Period => {
    const period = resolvePeriod(label, { calendar, reporting: reportingPeriod })
    if (!period) throw new Error(`no period ${label}`)
    return period
  }
  return { data, book: factBook(data), at }
}

/** "54064 [54063.5..54064.5] JPY mn published", or why there is none. */
function described({ value, low, high, unit, status, absence }: Fact): string {
  if (!low || !high) return `${absence}`
  return `${value ? toExactText(value) : '?'} [${toExactText(low)}..${toExactText(high)}] ${formatUnit(unit)} ${status}`
}

const printed = ({ data }: Desk, fact: Fact): string =>
  present(fact, data.metrics.get(fact.metric), {}, data.config).text

const header = 'metric,unit,scenario,measure,status,1Q08,2Q08,3Q08,4Q08,1H08,9M08,FY07,FY08,FY09\n'
const figures = `${header}recurring,JPY mn,,,,,,,,,,200,250,
one-time,JPY mn,,,,,,,,,,100,110,
cost,JPY mn,,,,,,,,,,250,270,
staff,persons,,,,,,,1200,,,1000,,
`

describe('figures', () => {
  const company = desk(figures)
  const figure = (metric: string, period: string, scenario?: string): string =>
    described(company.book.figure({ metric, period: company.at(period), ...(scenario ? { scenario } : {}) }))

  test.each([
    ['recurring', 'FY', '250 [249.5..250.5] JPY mn published'],
    ['revenue', 'FY', '360 [359..361] JPY mn computed'], // bounds add up
    ['income', 'FY', '90 [88.5..91.5] JPY mn computed'], // and swap under a minus
    ['profit', 'FY', '90 [88.5..91.5] JPY mn computed'], // a part taken away in a sum
    ['margin', 'FY', '25 [8850/361..9150/359] % computed'],
    ['staff', 'FY', '1200 [1199.5..1200.5] persons published'], // in the column of 4Q08
    ['staff', '2009-03-31', '1200 [1199.5..1200.5] persons published'],
    ['staff', 'Q', '1200 [1199.5..1200.5] persons published'],
    ['staff', '1Q08', 'missing'],
    ['per-head', 'FY', '0.3 [718/2401..722/2399] JPY mn computed'],
    ['growth', 'FY', '20 [5800/301..6200/299] % computed'],
    ['revenue', '2009-03-31', 'missing'], // a flow has no value at a date
    ['revenue', 'FY+1', 'missing'],
    ['revenue', 'FY', 'missing', 'target'],
  ])('%s of %s is %s', (metric, period, expected, scenario?: string) => {
    expect(figure(metric, period, scenario)).toBe(expected)
  })

  test('a part taken away in a sum stands with its sign in the formula', () => {
    const { book, at } = company
    expect(book.figure({ metric: 'profit', period: at('FY') }).formula).toBe(
      '-cost@FY08 + recurring@FY08 + one-time@FY08',
    )
  })

  test('a published figure wins over the definition of its metric', () => {
    const { book, at } = desk(`${figures}revenue,JPY mn,,,,,,,,,,,361,\n`)
    expect(described(book.figure({ metric: 'revenue', period: at('FY') }))).toBe('361 [360.5..361.5] JPY mn published')
  })

  test('of a figure at two scales the finer is used, and carries what the coarser says', () => {
    const { book, at } = desk(`${header}cost,JPY bn,,,,,,,,,,,0.3,\ncost,JPY mn,,,,,,,,,,,270,\n`)
    const question = { metric: 'cost', period: at('FY') }
    expect(described(book.figure(question))).toBe('270 [269.5..270.5] JPY mn published')
    expect(book.figure(question).stated?.map(({ unit }) => formatUnit(unit))).toEqual(['JPY bn'])
  })

  test('a coarse figure wins over a finer derived one that is less certain', () => {
    const { book, at } = desk(`${header}cost,JPY bn,,,,,,,,,,,0.3,\ncost,JPY mn,,,derived,,,,,,,,270 [100..400],\n`)
    expect(described(book.figure({ metric: 'cost', period: at('FY') }))).toBe('0.3 [0.25..0.35] JPY bn published')
  })

  test('a figure in a larger scale is computed with as such', () => {
    const { book, at } = desk(`${header}recurring,JPY bn,,,,,,,,,,,0.25,\none-time,JPY mn,,,,,,,,,,,110,\n`)
    expect(described(book.figure({ metric: 'revenue', period: at('FY') }))).toBe(
      '0.36 [0.3545..0.3655] JPY bn computed',
    )
  })

  test('what is computed of derived figures is derived, of ranges a range', () => {
    const { book, at } = desk(
      `${header}recurring,JPY mn,,,derived,,,,,,,,250 [240..255],\none-time,JPY mn,,,,,,,,,,,110,\ncost,JPY mn,,,,,,,,,,,200..220,\n`,
    )
    expect(described(book.figure({ metric: 'revenue', period: at('FY') }))).toBe('360 [349.5..365.5] JPY mn derived')
    expect(described(book.figure({ metric: 'income', period: at('FY') }))).toBe('? [129.5..165.5] JPY mn range')
    expect(book.figure({ metric: 'income', period: at('FY') }).absence).toBe('range')
  })

  test('a ratio of nothing says nothing', () => {
    const { book, at } = desk(`${header}revenue,JPY mn,,,,,,,,,,,0,\ncost,JPY mn,,,,,,,,,,,5,\n`)
    expect(described(book.figure({ metric: 'margin', period: at('FY') }))).toBe('not-meaningful')
  })
})

describe('flows that follow from other spans', () => {
  const rows = `${header}cost,JPY mn,,,,10,20,30,40,,,,,\none-time,JPY mn,,,,10,,,,25,60,,100,\nstaff,persons,,,,5,5,5,,,,,,\n`
  const { book, at } = desk(rows)

  test.each([
    ['cost', 'FY', '100 [98..102] JPY mn computed', 'cost@1Q08 + cost@2Q08 + cost@3Q08 + cost@4Q08'],
    ['cost', '1H08', '30 [29..31] JPY mn computed', 'cost@1Q08 + cost@2Q08'],
    ['cost', '2H08', '70 [69..71] JPY mn computed', 'cost@3Q08 + cost@4Q08'],
    ['cost', '9M08', '60 [58.5..61.5] JPY mn computed', 'cost@1Q08 + cost@2Q08 + cost@3Q08'],
    ['one-time', '2Q08', '15 [14..16] JPY mn computed', 'one-time@1H08 - one-time@1Q08'],
    ['one-time', '3Q08', '35 [34..36] JPY mn computed', 'one-time@9M08 - one-time@1H08'],
    ['one-time', 'Q', '40 [39..41] JPY mn computed', 'one-time@FY08 - one-time@9M08'],
    ['one-time', '2H08', '75 [74..76] JPY mn computed', 'one-time@FY08 - one-time@1H08'],
  ])('%s of %s is %s', (metric, period, expected, formula) => {
    const fact = book.figure({ metric, period: at(period) })
    expect(described(fact)).toBe(expected)
    expect(fact.formula).toBe(formula)
    expect(fact.inputs.every((id) => book.asked().has(id))).toBe(true)
  })

  test('stocks never add up', () => {
    expect(described(book.figure({ metric: 'staff', period: at('9M') }))).toBe('5 [4.5..5.5] persons published')
    expect(described(book.figure({ metric: 'staff', period: at('FY') }))).toBe('missing')
  })

  test('a restated figure is not taken from one that is not', () => {
    const mixed = desk(`${header}cost,JPY mn,,,restated,,,,,,,,100,\ncost,JPY bn,,,,,,,,,0.1,,,\n`)
    expect(described(mixed.book.figure({ metric: 'cost', period: mixed.at('Q') }))).toBe('missing')
  })
})

describe('changes', () => {
  const rows = `${figures}cost,%,,yoy,,,,,,,,,7.9,
cost,JPY mn,,qoq-difference,,,,,-5,,,,,
cost,JPY mn,,,,,,60,70,,,,,
debt,JPY mn,,,,,,,,,,-5,5,
revenue,JPY bn,target,,,,,,,,,,,0.4
revenue,JPY bn,initial,,,,,,,,,,0.3,
`
  const company = desk(rows)
  const { book, at } = company

  test.each<[string, Fact, string]>([
    ['computed', book.ask('growth', { metric: 'recurring', period: at('FY') }), 'up 25.0% YoY'],
    ['published', book.ask('growth', { metric: 'cost', period: at('FY') }), 'up 7.9% YoY'],
    [
      'published against the quarter before',
      book.ask('difference', { metric: 'cost', period: at('Q'), vs: at('Q-1') }),
      'down JPY5 million QoQ',
    ],
    [
      'in per cent against the quarter before',
      book.ask('growth', { metric: 'cost', period: at('Q'), vs: at('Q-1') }),
      'up 16.7% QoQ',
    ],
    ['of a sum', book.ask('growth', { metric: 'revenue', period: at('FY') }), 'up 20.0% YoY'],
    ['in its own unit', book.ask('difference', { metric: 'recurring', period: at('FY') }), 'up JPY50 million YoY'],
    ['of a percentage is in points', book.ask('growth', { metric: 'margin', period: at('FY') }), 'up 8.3 points YoY'],
    [
      'of a percentage in its own unit is in points',
      book.ask('difference', { metric: 'margin', period: at('FY') }),
      'up 8.3 points YoY',
    ],
    ['of a stock', book.ask('growth', { metric: 'staff', period: at('FY') }), 'up 20.0% YoY'],
    ['from a negative base', book.ask('growth', { metric: 'debt', period: at('FY') }), 'n.m.'],
    [
      'from a negative base, as a difference',
      book.ask('difference', { metric: 'debt', period: at('FY') }),
      'up JPY10 million YoY',
    ],
    ['without a base', book.ask('growth', { metric: 'recurring', period: at('FY-1') }), '–'],
    [
      'of a target against the year before as it was',
      book.ask('growth', { metric: 'revenue', period: at('FY+1'), scenario: 'target' }),
      'up 11.1% YoY',
    ],
    [
      'against a target of the same year',
      book.ask('growth', { metric: 'revenue', period: at('FY'), vs: at('FY'), vsScenario: 'initial' }),
      'up 20.0% compared to the initial target',
    ],
  ])('%s', (_, fact, expected) => {
    expect(printed(company, fact)).toBe(expected)
  })

  test('names say what is compared', () => {
    const id = (question: ChangeQuestion): string => book.ask('growth', question).id
    expect(id({ metric: 'recurring', period: at('FY') })).toBe('growth(recurring@FY08,FY07)')
    expect(id({ metric: 'revenue', period: at('FY+1'), scenario: 'target' })).toBe('growth(revenue@FY09#target,FY08)')
    expect(id({ metric: 'revenue', period: at('FY'), vs: at('FY'), vsScenario: 'initial' })).toBe(
      'growth(revenue@FY08,FY08#initial)',
    )
  })

  test('a sum keeps the scenario that its differences are measured against', () => {
    const question = { metric: 'revenue', period: at('FY'), vs: at('FY'), vsScenario: 'initial' }
    const term = sumTerm(book.ask('difference', question), 1)
    expect(term && book.sum({ label: 'Total', terms: [term] })?.id).toBe('sum(difference(revenue@FY08,FY08#initial))')
  })

  test('the default comparator and the same one by name are one and the same fact', () => {
    const named = book.ask('growth', { metric: 'recurring', period: at('FY'), vs: at('FY-1') })
    expect(named).toBe(book.ask('growth', { metric: 'recurring', period: at('FY') }))
  })

  test('growth has the corners of both intervals', () => {
    const { low, high } = book.ask('growth', { metric: 'recurring', period: at('FY') })
    // 249.5 / 200.5 and 250.5 / 199.5
    expect(low && toExactText(low)).toBe('9800/401')
    expect(high && toExactText(high)).toBe('3400/133')
  })

  test('a base that may be zero or a value below zero has no percentage', () => {
    const small = desk(
      `${header}cost,JPY mn,,,,,,,,,,-2..3,5,\none-time,JPY mn,,,,,,,,,,0,5,\nrecurring,JPY mn,,,,,,,,,,5,-1,\n`,
    )
    for (const metric of ['cost', 'one-time', 'recurring']) {
      expect(small.book.ask('growth', { metric, period: small.at('FY') }).absence).toBe('not-meaningful')
    }
  })

  test('changes of printed values are exact where the deck computes them so', () => {
    const shown = desk(figures, 'numbers: {changes-from: displayed}\n')
    expect(described(shown.book.ask('growth', { metric: 'recurring', period: shown.at('FY') }))).toBe(
      '25 [25..25] % computed',
    )
    // 25.0% less 16.7% as printed; unrounded they differ by 8.333…
    expect(described(shown.book.ask('growth', { metric: 'margin', period: shown.at('FY') }))).toBe(
      '8.3 [8.3..8.3] points computed',
    )
  })

  test('a year of 53 weeks against one of 52 is noted', () => {
    const calendar = { ...company.data.config.calendar, longYears: ['FY08'] }
    const long = factBook({ ...company.data, config: { ...company.data.config, calendar } })
    const note = (metric: string, period: string): string | undefined =>
      long.ask('growth', { metric, period: at(period) }).note
    expect(note('recurring', 'FY08')).toBe('FY08 has 53 weeks')
    expect(note('recurring', 'FY07')).toBeUndefined()
    expect(note('staff', 'FY08')).toBeUndefined()
  })

  test('growth of a range is a range', () => {
    const ranged = desk(`${header}cost,JPY mn,,,,,,,,,,100,110..112,\n`)
    const fact = ranged.book.ask('growth', { metric: 'cost', period: ranged.at('FY') })
    expect(fact).toMatchObject({ value: null, absence: 'range', status: 'range' })
    expect(printed(ranged, fact)).toBe('up 9.5–12.6% YoY')
  })

  test('a change that is a metric of its own keeps its unit', () => {
    const fact = book.figure({ metric: 'shift', period: at('FY') })
    expect(formatUnit(fact.unit)).toBe('points')
    expect(
      present(fact, undefined, { as: { kind: 'points', base: 'points', exponent: -2 } }, company.data.config).text,
    ).toBe('833 bps')
  })
})

describe('changes published against a period by name', () => {
  const rows = [
    'debt,JPY mn,,difference from FY07,,,,,,,,,-21,',
    'debt,%,,change from 4Q07,,,,,,,,,-20.4,',
    'revenue,%,,change from 1Q08,,,,,7.5,,,,,',
  ]
  const { book, at } = desk(`${header}${rows.join('\n')}\n`)

  test.each([
    ['debt', 'FY08', 'FY07', 'difference', '-21 [-21.5..-20.5] JPY mn published'],
    ['debt', '2009-03-31', '4Q07', 'growth', '-20.4 [-20.45..-20.35] % published'],
    ['debt', 'FY08', '2008-03-31', 'growth', '-20.4 [-20.45..-20.35] % published'],
    ['revenue', '4Q08', '1Q08', 'growth', '7.5 [7.45..7.55] % published'],
    ['revenue', '4Q08', '2Q08', 'growth', 'missing'],
  ] as const)('%s %s against %s, %s: %s', (metric, period, vs, kind, expected) => {
    expect(described(book.ask(kind, { metric, period: at(period), vs: at(vs) }))).toBe(expected)
  })

  test('a period that the calendar does not have is an error', () => {
    expect(() => desk(`${header}debt,%,,change from 5Q07,,,,,,,,,-20.4,\n`)).toThrow('unknown period')
    expect(() => desk(`${header}debt,%,,change since FY07,,,,,,,,,-20.4,\n`)).toThrow('unknown measure')
  })
})

describe('shares, ratios and growth over years', () => {
  const rows = `${header}revenue,JPY mn,,,,,,,,,,100,121,\nrecurring,JPY mn,,,,,,,,,,,60.5,\ndebt,JPY bn,,,,,,,,,,,0.1,\n`
  const company = desk(rows)
  const { book, at } = company

  test('a share is a percentage', () => {
    const fact = book.share({ metric: 'recurring', of: 'revenue', period: at('FY') })
    expect(fact.id).toBe('share(recurring/revenue@FY08)')
    expect(printed(company, fact)).toBe('50.0%')
  })

  test('a ratio of one unit is in times, whatever the scales', () => {
    const fact = book.ratio({ metric: 'debt', of: 'revenue', period: at('FY') })
    expect(printed(company, fact)).toBe('0.83x')
  })

  test('growth a year over two years is their geometric mean', () => {
    const fact = book.cagr({ metric: 'revenue', from: at('FY07'), to: at('FY08') })
    expect(fact.id).toBe('cagr(revenue@FY07..FY08)')
    expect(printed(company, fact)).toBe('21.0%')
    const years = desk('metric,unit,FY05,FY08\nrevenue,JPY mn,49813,69731\n')
    const three = years.book.cagr({ metric: 'revenue', from: years.at('FY05'), to: years.at('FY08') })
    expect(printed(years, three)).toBe('11.9%')
    const exact = (69731 / 49813) ** (1 / 3) * 100 - 100
    expect(Number(toExactText(three.value ?? { n: 0n, d: 1n }))).toBeCloseTo(exact, 9)
    const [low, high] = [three.low, three.high].map((end) => Number(toExactText(end ?? { n: 0n, d: 1n })))
    expect(low).toBeCloseTo((69730.5 / 49813.5) ** (1 / 3) * 100 - 100, 9)
    expect(high).toBeCloseTo((69731.5 / 49812.5) ** (1 / 3) * 100 - 100, 9)
  })

  test('quarters a year and a half apart count as one and a half years', () => {
    const quarters = desk('metric,unit,1Q07,3Q08\nrevenue,JPY mn,1000,1331\n')
    const fact = quarters.book.cagr({ metric: 'revenue', from: quarters.at('1Q07'), to: quarters.at('3Q08') })
    expect(Number(toExactText(fact.value ?? { n: 0n, d: 1n }))).toBeCloseTo((1.331 ** (2 / 3) - 1) * 100, 9) // 21
    expect(fact.formula).toBe('(revenue@3Q08 / revenue@1Q07) ^ (12 / 18) - 1')
  })

  test.each([
    ['from a loss', 'FY07', 'FY08', '-5', '5'],
    ['back in time', 'FY08', 'FY07', '5', '6'],
    ['between a quarter and a year', '4Q07', 'FY08', '5', '6'],
  ])('%s there is none', (_, from, to, first, last) => {
    const odd = desk(`metric,unit,${from},${to}\nrevenue,JPY mn,${first},${last}\n`)
    expect(odd.book.cagr({ metric: 'revenue', from: odd.at(from), to: odd.at(to) }).absence).toBe('not-meaningful')
  })
})

describe('a total of parts that are cut off', () => {
  const columns = 'metric,unit,1Q08,2Q08,3Q08\n'
  const parts = 'recurring,JPY mn,100,200,300\none-time,JPY mn,50,60,70\n'
  const nineMonths = (totals: string, settings?: string): Fact => {
    const { book, at } = desk(`${columns}${parts}revenue,JPY mn,${totals}\n`, settings)
    return book.figure({ metric: 'revenue', period: at('9M08') })
  }
  const cut = 'numbers: {rounding: truncate}\n'

  test('is the sum of its own quarters where these rule out the sum of its parts', () => {
    const fact = nineMonths('151,261,371', cut)
    expect(fact.formula).toBe('revenue@1Q08 + revenue@2Q08 + revenue@3Q08')
    expect(fact.value && toExactText(fact.value)).toBe('783')
  })

  test.each([
    ['these allow it', '150,260,370', cut],
    ['the parts are rounded', '151,261,371', ''],
  ])('is the sum of its parts where %s', (_name, totals, settings) => {
    expect(nineMonths(totals, settings).formula).toBe('recurring@9M08 + one-time@9M08')
  })
})

describe('the book', () => {
  test('lists what was asked for and what that is computed from, in order', () => {
    const { book, at } = desk(figures)
    book.ask('growth', { metric: 'revenue', period: at('FY') })
    expect([...book.asked().keys()]).toEqual([
      'growth(revenue@FY08,FY07)',
      'one-time@FY07',
      'one-time@FY08',
      'recurring@FY07',
      'recurring@FY08',
      'revenue@FY07',
      'revenue@FY08',
    ])
  })

  test('computes each fact once', () => {
    const { book, at } = desk(figures)
    expect(book.figure({ metric: 'margin', period: at('FY') })).toBe(
      book.figure({ metric: 'margin', period: at('FY08') }),
    )
    expect(book.share({ metric: 'cost', of: 'revenue', period: at('FY') })).toBe(
      book.share({ metric: 'cost', of: 'revenue', period: at('FY') }),
    )
  })

  test('tells the sources of what a fact is computed from', () => {
    const text = (path: string, content: string) => ({ kind: 'text' as const, path, text: content })
    const rows = 'metric,unit,FY08,source,at\nrecurring,JPY mn,1,S1,p. 1\none-time,JPY mn,2,S1; S2,p. 2\n'
    const { value: data } = parseData([
      text('data/deck.yaml', deck),
      text('data/metrics.yaml', metrics),
      text('data/sources.yaml', 'S1: {title: A}\nS2: {title: B}\n'),
      text('data/figures/a.csv', rows),
    ])
    if (!data) throw new Error('data are read')
    expect(factBook(data).figure({ metric: 'revenue', period: data.config.reportingPeriod }).sources).toEqual([
      { document: 'S1', at: 'p. 1' },
      { document: 'S1', at: 'p. 2' },
      { document: 'S2', at: 'p. 2' },
    ])
  })
})
