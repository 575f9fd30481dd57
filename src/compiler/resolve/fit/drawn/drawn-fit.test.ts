import { describe, expect, test } from 'vitest'
import { compileSmall, row, type SmallDeck } from '../../../../../tests/tieout/small-deck.ts'

const saidOf = (layout: string, name: string, body: string, more: Partial<SmallDeck> = {}): readonly string[] =>
  compileSmall({
    ...{ columns: 'FY07,FY08', rows: [row('income', '40,50'), row('revenue', '400,500'), row('cash', '4,5')] },
    ...{ layout, body, front: `class: ${name}\n`, ...more },
  }).map((line) => line.replace(/^(\S+) \S+ \S+ (.*) \| .*$/, '$1 $2'))
const long = 'Orders from utilities and hospitals, and from those who build for them in all countries. '

describe('points beside bars', () => {
  const chart = '```chart\ntype: bar\nitems: [income, revenue, cash]\nperiod: FY\n```\n'
  const said = (points: string, name = 'wide aligned'): readonly string[] =>
    saidOf('chart-and-points', name, chart + points)
  const few = '- Orders\n- Sales\n'

  test('are as many as the bars', () => {
    expect(said(`${few}- Cash\n`)).toEqual([])
    expect(said(few)[0]).toBe('unsupported-part unsupported 2 points for 3 bars: class "aligned" sets one to each')
    expect(said(`${few}- Cash\n- Debt\n`)[0]).toContain('4 points for 3 bars')
    expect(said('Words without a list\n')[0]).toMatch(/^missing-part missing list by itself/)
  })

  test('are no higher than their row, whatever the others take', () => {
    const tall = `${few}- ${long.repeat(3)}\n`
    expect(said(tall)[0]).toMatch(/^text-too-tall .* it needs \d+ pixels, and layout "chart-and-points" gives it 224$/)
    expect(said(tall, 'aligned wide')).toEqual(said(tall))
    expect(said(tall, 'aligned')).toEqual([])
  })
})

test('columns beside bars are two, of narrow rows three', () => {
  const chart = '```chart\ntype: bar\nitems: [income, revenue, cash]\nperiod: FY\n```\n'
  const rows = (count: number): string => `- ${'*One* '.repeat(count).trim()}\n`.repeat(3)
  const said = (name: string, count: number): readonly string[] => saidOf('chart-and-points', name, chart + rows(count))
  expect(said('narrow aligned', 3)).toEqual([])
  expect(said('wide aligned', 2)).toEqual([])
  expect(said('narrow aligned', 4)[0]).toMatch(/^unsupported-part unsupported 4 columns in italics: .* at most 3/)
  expect(said('wide aligned', 3)[0]).toMatch(/^unsupported-part unsupported 3 columns in italics: .* at most 2/)
})

test('figures in columns beside bars have room beside the next, or are refused', () => {
  const chart = '```chart\ntype: bar\nitems: [income, revenue]\nperiod: FY\n```\n'
  const cells = (count: number, more = ''): string =>
    ['income', 'revenue'].map((id) => `- ${`*{{figure "${id}" "FY"${more}}}* `.repeat(count).trim()}\n`).join('')
  const said = (body: string, name = 'narrow aligned'): readonly string[] =>
    saidOf('chart-and-points', name, chart + body)
  const [first, ...more] = said(cells(3))
  expect(first).toMatch(/^figure-too-wide .*"JPY50 million": it needs more than the \d+ pixels of its column/)
  expect(more).toHaveLength(1)
  expect(said(cells(3, ' unit=false'))).toEqual([])
  expect(said(cells(1))).toEqual([])
  expect(said(cells(2), 'wide aligned')).toEqual([])
  expect(said(`- *${'Orders'.repeat(5)}* *A*\n- *B* *C*\n`)[0]).toMatch(/^word-too-wide/)
})

test('groups under columns are as many as these', () => {
  const chart = '```chart\ntype: column\nseries: [income]\nperiods: [FY-1, FY]\n```\n'
  expect(saidOf('one-chart', 'aligned', `${chart}## One\n\n## Two\n`)).toEqual([])
  expect(saidOf('one-chart', 'aligned', `${chart}## One\n\n## Two\n\n## Three\n`)[0]).toContain('3 groups for 2 bars')
})

test('of more columns than its layout has groups the hint is to show fewer', () => {
  const [found] = compileSmall({
    ...{ columns: 'FY04,FY05,FY06,FY07,FY08', rows: [row('income', '10,20,30,40,50')] },
    ...{ layout: 'one-chart', front: 'class: aligned\n' },
    body: '```chart\ntype: column\nseries: [income]\nperiods: FY-4..FY\n```\n## One\n\n## Two\n',
  })
  expect(found).toMatch(/2 groups for 5 bars.*show at most 4 bars, as there is room for so many groups/)
})

test.each([
  ['layers', 5],
  ['layers dense', 5],
  ['cycle', 4],
  ['tree', 9],
])('a diagram has no more groups than its form draws: %s', (name, most) => {
  const said = (count: number): readonly string[] => saidOf('diagram', name, '## Plate\n\n'.repeat(count))
  expect(said(most)).toEqual([])
  expect(said(most + 1)[0]).toBe(
    `unsupported-part unsupported ${most + 1} groups: layout "diagram" takes at most ${most}`,
  )
})

describe('a chain', () => {
  const link = (step: string, words = 'Frames'): string => `## *${step}* Company\n${words}\n\n`
  const said = (body: string): readonly string[] => saidOf('grid', 'chain', body)

  test('has two links or more, and any cards that serve along it', () => {
    for (const count of [2, 3, 5]) expect(said(link('Weld').repeat(count))).toEqual([])
    expect(said(`${link('Weld')}## Serving\nWords\n\n${link('Sell')}`)).toEqual([])
    expect(said(`${link('Weld')}## Serving\nWords\n`)[0]).toMatch(/^missing-part .* 1 heading .* begins with a step/)
    expect(said(`${link('Weld').repeat(2)}## Company *Sell*\nWords\n`)[0]).toMatch(
      /^unsupported-part unsupported italics/,
    )
  })

  test('is refused where a step takes three lines, or its words more than the slide', () => {
    const steps = (text: string): string => link(text).repeat(4)
    expect(said(steps('Weld and braze and paint'))).toEqual([])
    const refused = said(steps('Weld and braze and paint whatever is sold in our shops'))
    expect(refused).toHaveLength(4)
    for (const one of refused) expect(one).toMatch(/^text-too-tall .* gives it 112/)
    expect(said(link('Weld', long.repeat(6)).repeat(5))[0]).toMatch(/^text-too-tall/)
    expect(said(`${link('Weld', long).repeat(2)}## Serving\n${long.repeat(20)}\n`)[0]).toMatch(/^text-too-tall/)
  })
})

describe('blocks that climb', () => {
  const names = (count: number, text = 'Austria'): string => `## [[${count}]] more\n${`- ${text}\n`.repeat(count)}\n`
  const said = (body: string): readonly string[] => saidOf('grid', 'climb blocks', body)
  const sum = '**[[48]] stores** at the end\n\n'

  test('have room for their sum above the first column, and for a line to each other', () => {
    expect(said(sum + names(1) + names(6) + names(8))).toEqual([])
    expect(said(sum + names(8) + names(2))[0]).toMatch(/^text-too-tall/)
    expect(said(sum + names(1) + names(11))[0]).toMatch(/^text-too-tall/)
    expect(said(names(8) + names(2))).toEqual([])
  })

  test('are at most four columns, of names of two lines, and a number no wider than the first', () => {
    expect(said(names(2).repeat(4))).toEqual([])
    expect(said(names(2).repeat(5))[0]).toMatch(/^unsupported-part unsupported 5 columns of blocks/)
    expect(said(names(1) + names(2, long.repeat(2)))[0]).toMatch(/^text-too-tall/)
    expect(said(`**Nearly fifty stores in many countries** now\n\n${names(1)}${names(2)}${names(3)}`)[0]).toMatch(
      /^unsupported-part unsupported width of what is bold/,
    )
  })
})
