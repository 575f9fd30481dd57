import { describe, expect, test } from 'vitest'
import { type ChartDeck, findingsOf, metric } from './_small-deck.ts'

const deck = (chart: string, more: Partial<ChartDeck> = {}): ChartDeck => ({
  metrics: [
    metric('air', 'Air'),
    metric('sea', 'Sea'),
    metric('freight', 'Freight', ', sum: [air, sea]'),
    metric('local', 'Other income', ', short: Other'),
    metric('group', 'Other costs', ', short: Other'),
  ],
  figures: [
    'metric,unit,H1 2022,H2 2022,H1 2023,source',
    'air,EUR mn,5,6,,R1',
    'sea,EUR mn,7,8,9,R1',
    'freight,EUR mn,12,14,20,R1',
    'local,EUR mn,2,2,3,R1',
    'group,EUR mn,2,1,2,R1',
  ],
  charts: [chart],
  ...more,
})
const periods = (list: string): string => `periods: [${list}]`
const verdicts = (rule: string, chart: string): readonly string[] =>
  findingsOf(rule, deck(chart)).map(({ verdict }) => verdict)

describe('X3: a missing part of a printed total', () => {
  const stack = (type: string, list: string, more = ''): string =>
    `type: ${type}\nseries: [air, sea]\n${periods(list)}${more}`

  test.each([
    ['is a finding', stack('stacked-column', 'H2 2022, H1 2023', '\ntotals: freight'), ['warning']],
    ['is a finding in bars', stack('stacked-bar', 'H2 2022, H1 2023', '\ntotals: freight'), ['warning']],
    ['is a finding among shares', stack('stacked-column-100', 'H2 2022, H1 2023'), ['warning']],
    ['is none where all are known', stack('stacked-column', 'H1 2022, H2 2022', '\ntotals: freight'), ['ticked']],
    ['is none where no total is printed', stack('stacked-column', 'H2 2022, H1 2023'), []],
  ])('%s', (_name, chart, expected) => {
    expect(verdicts('X3', chart)).toEqual(expected)
  })

  test('names the part, the period and the total', () => {
    const [found] = findingsOf('X3', deck(stack('stacked-column', 'H2 2022, H1 2023', '\ntotals: freight')))
    expect(found?.message).toBe('missing part of one-chart-1 in H1 2023: Air under the total 20')
  })
})

describe('X4: one label with two values', () => {
  test.each([
    [
      'in a bridge',
      'type: waterfall\nsteps:\n  - {start: sea, period: H1 2022, label: Sea}\n  - {change: sea}\n  - {end: sea, period: H2 2022, label: Sea}',
      ['error', 'error'],
    ],
    ['among bars', 'type: bar\nitems: [local, group]\nperiod: H2 2022', ['error']],
    ['among bars of one value', 'type: bar\nitems: [local, group]\nperiod: H1 2022', ['ticked']],
    ['among series', `type: grouped-column\nseries: [local, group]\n${periods('H1 2022, H2 2022')}`, ['error']],
    ['among slices', 'type: doughnut\nitems: [local, group]\nperiod: H2 2022', ['error']],
    [
      'among periods',
      `type: column\nseries: [sea]\n${periods('{period: H1 2022, label: Year}, {period: H2 2022, label: Year}')}`,
      ['error'],
    ],
    ['nowhere', `type: grouped-column\nseries: [air, sea]\n${periods('H1 2022, H2 2022')}`, ['ticked']],
  ])('%s', (_name, chart, expected) => {
    expect(verdicts('X4', chart)).toEqual(expected)
  })

  test('the finding holds both values', () => {
    const [found] = findingsOf('X4', deck('type: bar\nitems: [local, group]\nperiod: H2 2022'))
    expect(found?.message).toBe('ambiguous label in one-chart-1: "Other" is 2 and 1')
  })

  test.each([
    [
      'columns of a table',
      'table',
      'rows: [sea]\ncolumns: [{period: H1 2022, label: Half}, {period: H2 2022, label: Half}]\nchange: none',
      ['error'],
    ],
    [
      'tiles',
      'tiles',
      '- {metric: local, period: H2 2022, label: Other}\n- {metric: group, period: H2 2022, label: Other}',
      ['error'],
    ],
    [
      'tiles of two periods',
      'tiles',
      '- {metric: local, period: H2 2022}\n- {metric: local, period: H1 2023}',
      ['ticked'],
    ],
  ])('among %s', (_name, kind, block, expected) => {
    const charts = [`type: column\nseries: [sea]\n${periods('H1 2022')}\n\`\`\`\n\`\`\`${kind}\n${block}`]
    const [, ...found] = findingsOf('X4', deck('', { charts }))
    expect(found.map(({ verdict }) => verdict)).toEqual(expected)
  })
})
