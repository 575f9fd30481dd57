import { describe, expect, test } from 'vitest'
import type { ChartModel, ChartSeries } from '../../model/chart.ts'
import { answersOf, answersTo } from './answers.ts'
import { flightsOf, type Spot } from './flight.ts'
import { proofOf, signed } from './proof-terms.ts'

const spot = (fact: string, label = '', kind: Spot['kind'] = 'mark'): Spot => ({
  fact,
  kind,
  label,
  x: 0,
  y: 0,
  width: 10,
  height: 10,
  look: '',
  size: 20,
})
const pairs = (from: Spot[], to: Spot[]) => flightsOf(from, to).map((flight) => [flight.from.fact, flight.to.fact])

describe('between two slides', () => {
  test('the same fact moves first, then what has the same category, then what is left in order', () => {
    const from = [spot('start', 'A'), spot('price', 'B'), spot('volume', 'C'), spot('end', 'D')]
    const to = [spot('end', 'D'), spot('asia', 'C'), spot('europe', 'E'), spot('start', 'A')]
    expect(pairs(from, to)).toEqual([
      ['end', 'end'],
      ['start', 'start'],
      ['volume', 'asia'],
      ['price', 'europe'],
    ])
  })

  test('a number of a tile or a table moves to the mark of its fact, and stays where there is none', () => {
    const from = [spot('sales', '', 'figure'), spot('orders', '', 'figure')]
    expect(pairs(from, [spot('sales'), spot('costs')])).toEqual([['sales', 'sales']])
  })
})

describe('the arithmetic', () => {
  const term = (digits: string) => ({ label: '', text: digits, digits })

  test('is exact in the printed digits, whatever their places', () => {
    const proof = proofOf([term('11471'), term('8618'), term('-3328.0'), term('-6573')], term('10188'))
    expect(proof?.isExact).toBe(true)
    expect(proofOf([term('14032'), term('4909')], term('18942'))?.isExact).toBe(false)
    expect(proofOf([term('-0.5'), term('0.2')], term('-0.3'))?.isExact).toBe(true)
  })

  test('is none where a term has no digits of its own', () => {
    expect(proofOf([term('568..580'), term('3')], term('6'))).toBeUndefined()
    expect(proofOf([term('6')], term('6'))).toBeUndefined()
  })

  test.each([
    ['(3,328)', '-3328', false, '−', '3,328'],
    ['−0.4', '-0.4', true, '−', '0.4'],
    ['+8,618', '8618', false, '+', '8,618'],
    ['4.8', '4.8', true, '', '4.8'],
  ])('writes %s as a term of its own', (text, digits, isFirst, sign, bare) => {
    expect(signed({ label: '', text, digits }, isFirst)).toEqual({ sign, text: bare })
  })
})

describe('an answer', () => {
  const mark = (fact: string) => ({
    text: '1',
    fact,
    value: 1,
    drawn: 'solid' as const,
    tip: { label: '', value: '', source: '' },
  })
  const series = (id: string, facts: string[], axis: ChartSeries['axis'] = 'value'): ChartSeries => ({
    id,
    label: id,
    color: 1,
    mark: axis === 'ratio' ? 'line' : 'bar',
    axis,
    marks: facts.map(mark),
  })
  const chart = (id: string, all: ChartSeries[]): ChartModel => ({
    id,
    type: 'stacked-column',
    title: '',
    unit: 'EUR million',
    summary: '',
    categories: [],
    series: all,
    totals: [mark('total')],
    rows: [],
    arrows: [],
    bounds: { min: 0, max: 9 },
    labels: 'fitting',
    legend: 'top',
    notes: [],
    sources: [],
  })
  const facts = Object.fromEntries(
    ['Seals', 'Pumps', 'Margin'].flatMap((metric) =>
      [1, 2, 3].map((at) => [`${metric}${at}`, { metric, period: '', value: '', status: '' }]),
    ),
  )
  const charts = {
    'a-chart-1': {
      ...chart('a-chart-1', [series('s', ['Seals1', 'Seals2']), series('p', ['Pumps1', 'Pumps2'])]),
      ground: 'dark' as const,
    },
    'b-chart-1': chart('b-chart-1', [
      series('s', ['Seals1', 'Seals2', 'Seals3']),
      series('m', ['Margin1', 'Margin2'], 'ratio'),
    ]),
    'hidden-chart-1': chart('hidden-chart-1', [series('p', ['Pumps1', 'Pumps2', 'Pumps3'])]),
  }
  const answers = answersOf(charts, { facts }, new Set(['a', 'b']))

  test('is the widest series of a line item, alone, of slides of the talk only', () => {
    expect(answers.map(({ metric, charts: found }) => [metric, found.map(({ id }) => id)])).toEqual([
      ['Margin', ['answer-b-chart-1-1']],
      ['Pumps', ['answer-a-chart-1-1']],
      ['Seals', ['answer-b-chart-1-0']],
    ])
    const [margin, pumps] = answers
    expect(pumps?.charts[0]).toMatchObject({ type: 'column', unit: 'EUR million', legend: 'none', bounds: null })
    expect(pumps?.charts[0]).not.toHaveProperty('totals')
    expect(pumps?.charts[0]).not.toHaveProperty('ground') // the dialog is white
    expect(margin?.charts[0]).toMatchObject({ type: 'line', unit: '' })
  })

  test('is found by words of its name: the item itself before its share of something', () => {
    const named = ['One-time / Total revenues', 'Other revenues, total', 'Total revenues'].map((metric) => ({
      metric,
      charts: [],
    }))
    const found = (typed: string): readonly string[] => answersTo(named, typed).map(({ metric }) => metric)
    expect(found(' total  REVENUES ')).toEqual(['Total revenues', 'One-time / Total revenues', 'Other revenues, total'])
    expect(found('one')).toEqual(['One-time / Total revenues'])
    expect(found('')).toEqual(named.map(({ metric }) => metric))
  })
})
