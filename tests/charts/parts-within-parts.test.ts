import { describe, expect, test } from 'vitest'
import { type ChartDeck, codesOf, compileCharts, metric } from './_small-deck.ts'

const deck = (chart: string): ChartDeck => ({
  metrics: [
    metric('all', 'All', ', sum: [home, abroad]'),
    metric('home', 'Home'),
    metric('abroad', 'Abroad', ', sum: [asia, europe]'),
    metric('asia', 'Asia'),
    metric('europe', 'Europe'),
    metric('costs', 'Costs'),
    metric('profit', 'Profit', ', sum: [all, costs]'),
  ],
  figures: [
    'metric,unit,H1 2022,H1 2023,source',
    'all,EUR mn,90,100,R1',
    'home,EUR mn,40,40,R1',
    'abroad,EUR mn,50,60,R1',
    'asia,EUR mn,30,35,R1',
    'europe,EUR mn,20,25,R1',
    'costs,EUR mn,-70,-75,R1',
    'profit,EUR mn,20,25,R1',
  ],
  charts: [chart],
})

const items = 'period: H1 2023\nitems:'
const series = 'periods: [H1 2022, H1 2023]\nseries:'

describe('a part that another part of the chart holds', () => {
  test.each([
    ['doughnut', `type: doughnut\n${items} [all, home]`],
    ['doughnut, through others', `type: doughnut\n${items} [all, asia]`],
    ['stack', `type: stacked-column\n${series} [abroad, asia, home]`],
    ['stack on its side', `type: stacked-bar\n${series} [abroad, asia]`],
    ['stack of 100 %', `type: stacked-column-100\n${series} [abroad, europe]`],
    ['stack under a ratio', `type: column-line\ntotals: true\nratio: asia\n${series} [abroad, asia]`],
    ['field of dots', `type: dots\nof: all\n${items} [abroad, asia]`],
  ])('is an error in a %s', (_name, chart) => {
    expect(codesOf(deck(chart))).toContain('duplicate-chart-part')
  })

  test.each([
    ['parts of one whole', `type: doughnut\ntotals: all\n${items} [home, asia, europe]`],
    ['a line over a stack', `type: stacked-column\n${series} [asia, europe, {metric: abroad, as: line}]`],
    ['columns side by side', `type: grouped-column\n${series} [abroad, asia]`],
    ['what is lost below zero', `type: stacked-column\n${series} [profit, costs]`],
    ['a part of another year in a field', `type: dots\n${items} [{metric: abroad, period: H1 2022}, asia]`],
  ])('is none among %s', (_name, chart) => {
    expect(compileCharts(deck(chart)).diagnostics).toEqual([])
  })

  test('is named with its whole and all definitions between them', () => {
    const [found] = compileCharts(deck(`type: doughnut\n${items} [asia, all]`)).diagnostics
    expect(found?.message).toContain(
      'duplicate asia: the doughnut chart shows all, which holds it ("sum" of all, "sum" of abroad',
    )
  })
})
