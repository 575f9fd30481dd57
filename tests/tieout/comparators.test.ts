import { describe, expect, test } from 'vitest'
import { plainText } from '../../src/model/content.ts'
import { chartsOf, tablesOf } from '../../src/model/deck.ts'
import { tieOut } from '../../src/tieout/tie-out.ts'
import { findingsOf, row, type SmallDeck, tieSmall, verdictsOf } from './small-deck.ts'

const fence = (name: string, content: string): string => `\`\`\`${name}\n${content}\n\`\`\`\n`
const slide = (layout: string, body: string): string => `---\nlayout: ${layout}\ntitle: Results\n---\n${body}\n`
const statement = { '990-statement': slide('statement', 'Results may differ from our forward-looking statements.') }
const target = { scenario: 'target' }

/** Everything that is printed on a slide, in its order. */
const printedOn = (small: SmallDeck, id = 'results'): readonly string[] =>
  tieSmall(small)
    .deck.slides.filter((each) => each.id === id)
    .flatMap(({ uses }) => uses.map(({ text }) => text))

const errorsOf = (small: SmallDeck): readonly string[] =>
  tieSmall(small)
    .result.findings.filter(({ verdict }) => verdict === 'error')
    .map(({ message }) => message)

describe('against target', () => {
  const small: SmallDeck = {
    columns: 'FY07,FY08,FY09',
    rows: [row('services', '228.5,260.7,'), row('services', '262.0,280.0,300.0', target)],
    slides: statement,
  }
  const printing = (placeholder: string): SmallDeck => ({ ...small, body: `- Services: {{${placeholder}}}` })

  test('the figure of the year against its target is ticked', () => {
    const deck = printing('change "services" "FY" vs="FY" vs-scenario="target"')
    expect(printedOn(deck)).toEqual(['down 6.9% compared to the target'])
    expect(verdictsOf('C2', deck)).toEqual(['ticked'])
    expect(errorsOf(deck)).toEqual([])
  })

  test('a target against what was reached the year before is ticked, though there was a target for it', () => {
    const deck = printing('change "services" "FY+1" scenario="target"')
    expect(printedOn(deck)).toEqual(['up 15.1% YoY'])
    expect(verdictsOf('C2', deck)).toEqual(['ticked'])
    expect(errorsOf(deck)).toEqual([])
  })

  test.each([
    ['of another year', 'change "services" "FY" vs-scenario="target"', 'down 0.5% compared to the FY07 target'],
    [
      'of its own, where the actual is known',
      'change "services" "FY+1" scenario="target" vs-scenario="target"',
      'up 7.1% compared to the FY08 target',
    ],
    [
      'as an amount',
      'difference "services" "FY" vs="FY" vs-scenario="target"',
      'down JPY19.3 million compared to the target',
    ],
  ])('a target %s is named', (_name, placeholder, expected) => {
    expect(printedOn(printing(placeholder))).toEqual([expected])
    expect(errorsOf(printing(placeholder))).toEqual([])
  })

  test('a table says so over its column, and its cells are ticked', () => {
    const columns = '[{period: FY}, {period: FY, scenario: target}]'
    const deck = { ...small, body: fence('table', `rows: [services]\ncolumns: ${columns}\nchange: both`) }
    const [table] = tieSmall(deck).deck.slides.flatMap(tablesOf)
    expect(table?.columns.map(({ label }) => plainText(label)).slice(-2)).toEqual(['Change vs target', 'vs target'])
    expect(verdictsOf('C2', deck)).toEqual(['ticked'])
  })

  test('a tile says so', () => {
    const tile = '- {metric: services, period: FY, vs: FY, vs-scenario: target}'
    expect(printedOn({ ...small, body: fence('tiles', tile) })).toContain('down 6.9% compared to the target')
    const unknown = fence('tiles', '- {metric: services, period: FY, vs-scenario: dream}')
    expect(() => tieSmall({ ...small, body: unknown })).toThrow('unknown scenario "dream"')
  })

  test('an arrow between a target and what was reached says so', () => {
    const series = '[{metric: services, scenario: target}]'
    const chart = (more: string) => `type: column\nseries: ${more}\ndifferences: [{from: FY08, to: FY09}]`
    const bars = fence('chart', chart(`${series}\nperiods: [FY08, FY09]`))
    const columns = fence(
      'chart',
      chart('[services]\nperiods: [{period: FY08, scenario: target}, {period: FY09, scenario: target}]'),
    )
    for (const [body, label] of [
      [bars, 'vs FY08'],
      [columns, 'vs FY08 target'],
    ] as const) {
      const { deck } = tieSmall({ ...small, slides: { ...statement, '100-drawn': slide('chart-and-points', body) } })
      const arrow = deck.slides.filter(({ id }) => id === 'drawn').flatMap(chartsOf)[0]?.chart.arrows[0]
      expect([arrow?.label, arrow?.fact]).toEqual([label, 'growth(services@FY09#target,FY08#target)'])
    }
  })

  test('an arrow from a bar of a target to what was reached names the target', () => {
    const series = 'type: column\nseries: [{metric: goods, scenario: target}]\nperiods: [FY08, FY09]'
    const body = fence('chart', `${series}\ndifferences: [{from: FY08, to: FY09}]`)
    const rows = [row('goods', ',,7'), row('goods', ',5,', target)]
    const { deck } = tieSmall({
      ...small,
      rows,
      slides: { ...statement, '100-drawn': slide('chart-and-points', body) },
    })
    const arrow = deck.slides.filter(({ id }) => id === 'drawn').flatMap(chartsOf)[0]?.chart.arrows[0]
    expect([arrow?.label, arrow?.fact]).toEqual(['vs FY08 target', 'growth(goods@FY09,FY08#target)'])
  })

  test('the words of another comparator do not go with it', () => {
    const body = '- Services were {{change "services" "FY" vs-scenario="target" comparator=false}} year on year'
    expect(findingsOf('C8', { ...small, body }).map(({ verdict, message }) => [verdict, message])).toEqual([
      ['error', 'invalid comparator "year on year" with down 0.5%: it compares FY08 with FY07 of the scenario target'],
    ])
  })
})

describe('a target of which the year before is known as a target only', () => {
  const question = 'metric: services, scenario: target'
  const drawn = `type: column\nseries: [{${question}, measure: yoy}]\nperiods: [FY09, FY10]`
  const bars =
    'type: column\nseries: [services]\nperiods: [FY08, {period: FY09, scenario: target}, {period: FY10, scenario: target}]\nyoy: true'
  const small: SmallDeck = {
    columns: 'FY08,FY09,FY10',
    rows: [row('services', '260.7,,'), row('services', ',300.0,330.0', target)],
    body: `- {{change "services" "FY+2" scenario="target"}}\n\n${fence('tiles', `- {${question}, period: FY+2, change: yoy}`)}\n${fence('table', 'rows: [services]\ncolumns: [{period: FY+2, scenario: target}, {period: FY+1, scenario: target}]\nchange: yoy')}`,
    slides: {
      ...statement,
      '100-rates': slide('chart-and-points', fence('chart', drawn)),
      '110-bars': slide('chart-and-points', fence('chart', bars)),
    },
  }
  const { deck, result } = tieSmall(small)
  const chartOf = (id: string) => deck.slides.filter((each) => each.id === id).flatMap(chartsOf)[0]?.chart

  test('sentence, tile, table and chart give one answer', () => {
    expect(printedOn(small).filter((text) => text.includes('10.0'))).toEqual(['up 10.0% YoY', 'up 10.0% YoY', '+10.0%'])
    expect(chartOf('rates')?.series[0]?.marks.map((mark) => mark?.text)).toEqual(['15.1%', '10.0%'])
    expect(result.findings.filter(({ verdict }) => verdict === 'error')).toEqual([])
  })

  test('so do the row under a chart and the words of a bar', () => {
    expect(chartOf('bars')?.rows).toMatchObject([{ label: 'YoY', cells: [{}, { text: '15.1%' }, { text: '10.0%' }] }])
    const changes = chartOf('bars')?.series[0]?.marks.map((mark) => mark?.tip.change)
    expect(changes).toEqual([undefined, 'up 15.1% YoY', 'up 10.0% YoY'])
  })
})

describe('without a base', () => {
  const small = (scenario: string, body: string): SmallDeck => ({
    columns: 'FY07,FY08',
    scenarios: ['plan: {label: Plan, kind: forecast}'],
    rows: [row('services', ',300', { scenario }), row('goods', '10,20')],
    body,
    slides: statement,
  })
  test.each([
    ['actual', 'growth(services@FY08,FY07)'],
    ['target', 'growth(services@FY08#target,FY07)'],
    ['plan', 'growth(services@FY08#plan,FY07)'],
  ])('%s: nothing is printed anywhere', (scenario, id) => {
    const of = `metric: services, period: FY, scenario: ${scenario}`
    expect(() => tieSmall(small(scenario, `- {{change "services" "FY" scenario="${scenario}"}}`))).toThrow(id)
    expect(() => tieSmall(small(scenario, fence('tiles', `- {${of}, change: yoy}`)))).toThrow(id)
    const table = `rows: [services]\ncolumns: [{period: FY, scenario: ${scenario}}]\nchange: yoy`
    expect(printedOn(small(scenario, fence('table', table)))).toEqual(['300'])
    const series = `type: column\nseries: [{metric: services, measure: yoy, scenario: ${scenario}}]\nperiods: [FY]`
    const slides = { '100-drawn': slide('chart-and-points', fence('chart', series)) }
    expect(() => tieSmall({ ...small(scenario, '- Nothing'), slides })).toThrow('services')
    expect(
      printedOn(
        small(
          scenario,
          `- {{#if (has "services" "FY" measure="yoy" scenario="${scenario}")}}{{figure "goods" "FY"}}{{/if}}`,
        ),
      ),
    ).toEqual([])
  })
})

describe('changes that were published of a target', () => {
  const published = (value: string, ...rows: readonly string[]): SmallDeck => ({
    columns: 'FY07,FY08',
    rows: [
      row('services', ',300', target),
      row('services', `,${value}`, { ...target, unit: '%', measure: 'yoy' }),
      ...rows,
    ],
    slides: statement,
  })
  const actual = row('services', '260,')
  const own = row('services', '280,', target)

  test.each([
    ['follow from what was reached', published('15.4', actual, own), 'ticked', 'FY07'],
    ['do not follow from the target before, where more is known', published('7.1', actual, own), 'error', 'FY07'],
    ['follow from the target before, where only that is known', published('7.1', own), 'ticked', 'FY07#target'],
  ])('%s', (_name, small, verdict, base) => {
    expect(findingsOf('C2', small)[0]).toMatchObject({
      verdict,
      facts: [`growth(services@FY08#target,${base})`, 'services@FY08#target', `services@${base}`],
    })
  })

  test('answer for the usual base only', () => {
    const small = published('15.4', actual, own)
    const printing = (more: string) =>
      printedOn({ ...small, body: `- {{change "services" "FY" scenario="target"${more}}}` })
    expect(printing('')).toEqual(['up 15.4% YoY'])
    expect(printing(' vs-scenario="target"')).toEqual(['up 7.1% compared to the FY07 target'])
  })

  test('stand for the actual figure where no base is known', () => {
    const { deck } = tieSmall({ ...published('15.4'), body: '- {{change "services" "FY" scenario="target"}}' })
    const [use] = deck.slides[0]?.uses ?? []
    expect(deck.facts.get(use?.fact ?? '')?.comparator).toMatchObject({ base: 'services@FY07', scenario: 'actual' })
  })
})

describe('words about targets are checked against the same base', () => {
  const small = (before: string, targetBefore: string): SmallDeck => ({
    columns: 'FY07,FY08',
    rows: [row('services', `${before},`), row('services', `${targetBefore},200`, target)],
    slides: statement,
  })
  test.each([
    ['S2', 'doubled to', small('100', '190'), 'ticked'],
    ['S2', 'doubled to', small('190', '100'), 'error'],
    ['S1', 'are to rise to', small('150', '250'), 'ticked'],
    ['S1', 'are to rise to', small('250', '150'), 'error'],
  ] as const)('%s: revenues %s a target', (rule, words, deck, expected) => {
    const body = `- Revenues ${words} {{figure "services" "FY" scenario="target"}}`
    expect(verdictsOf(rule, { ...deck, body })).toEqual([expected])
  })
})

test('a change whose number and words speak of different bases is an error', () => {
  const small: SmallDeck = {
    columns: 'FY07,FY08',
    rows: [row('services', '100,110'), row('services', '105,', target)],
    body: '- {{change "services" "FY"}}',
  }
  const { deck } = tieSmall(small)
  const facts = new Map(
    [...deck.facts].map(([id, fact]) => {
      const { comparator } = fact
      return [id, comparator ? { ...fact, comparator: { ...comparator, base: 'services@FY07#target' } } : fact]
    }),
  )
  const failed = tieOut({ ...deck, facts }).findings.filter(({ verdict }) => verdict === 'error')
  expect(failed.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
    'C2 invalid base of up 10.0% YoY (growth(services@FY08,FY07)): it names services@FY07#target, but is computed from services@FY07',
  ])
})

describe('C8: what a change is compared with, in words', () => {
  const small: SmallDeck = {
    columns: '2Q07,1Q08,2Q08,FY07,FY08',
    rows: [row('services', '100,104,112,450,500'), row('services', ',,,,480', target)],
    reporting: '2Q08',
    slides: statement,
  }
  test.each([
    ['{{change "services" "Q" vs="Q-1" comparator=false}} over the first quarter', 'ticked'],
    ['{{change "services" "Q" comparator=false}} over the first quarter', 'error'],
    ['{{change "services" "Q" comparator=false}} against the first quarter', 'error'],
    ['{{change "services" "Q" comparator=false}} over the second quarter', 'ticked'],
    ['{{change "services" "Q" comparator=false}} on the quarter', ''],
    ['{{change "services" "FY" comparator=false}} against budget', 'error'],
    ['{{growth "services" "FY"}} ahead of our plan', 'error'],
    ['{{growth "services" "FY" vs="FY" vs-scenario="target"}} above the target', 'ticked'],
    ['{{change "services" "FY" comparator=false}} and ahead of plan', ''],
    ['{{change "services" "FY" comparator=false}} compared with our full-year target', 'error'],
    ['{{change "services" "FY" vs="FY" vs-scenario="target" comparator=false}} versus plan', 'ticked'],
  ])('Services were %s', (body, expected) => {
    expect(verdictsOf('C8', { ...small, body: `- Services were ${body}` }).join(' ')).toBe(expected)
  })

  test.each([
    ['Compared with the first quarter, services were {{change "services" "Q" vs="Q-1" comparator=false}}', 'ticked'],
    ['Compared with the first quarter, services were {{change "services" "Q" comparator=false}}', 'error'],
    ['Against the first quarter, revenues from services were {{change "services" "Q" comparator=false}}', 'error'],
    ['After sales of {{figure "services" "Q-1"}} against the first quarter, {{change "services" "Q"}}', ''],
    ['Compared with the first quarter, services were {{figure "services" "Q"}}, {{change "services" "Q"}}', ''],
  ])('%s', (body, expected) => {
    const found = findingsOf('C8', { ...small, body: `- ${body}` }).filter(({ message }) => !message.startsWith('YoY'))
    expect(found.map(({ verdict }) => verdict).join(' ')).toBe(expected)
  })

  test.each([
    ['twelve months', 'ticked'],
    ['six months', 'error'],
  ])('a balance that came down over %s from one day to the other', (length, expected) => {
    const body = `- Cash at hand fell {{difference "cash" "Q" vs="Q-4" form="magnitude"}} over ${length}`
    expect(verdictsOf('C8', { ...small, rows: [row('cash', '90,85,70,,')], body }).join(' ')).toBe(expected)
  })
})
