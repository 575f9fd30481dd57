import { describe, expect, test } from 'vitest'
import { unitBeside } from '../../src/charts/chart-types.ts'
import { generatedTitle } from '../../src/compiler/resolve/charts/chart-titles.ts'
import { en } from '../../src/language/en.ts'
import { chartsIn, codesOf, metric } from './_small-deck.ts'

describe('a generated title', () => {
  test.each([
    [['Europe', 'Middle East & Africa'], 'Europe and Middle East & Africa'],
    [['Parcels', 'Forwarding Air'], 'Parcels and Forwarding Air'],
    [['Ventilatoren', 'Klimageräte'], 'Ventilatoren and Klimageräte'],
    [['Recurring revenue', 'One-time revenue'], 'Recurring revenue and one-time revenue'],
    [['Sales', 'Net Sales Asia'], 'Sales and Net Sales Asia'],
    [['Revenue', 'Cost of EBIT', 'SG&A'], 'Revenue, cost of EBIT and SG&A'],
    [['Sales', 'Sales'], 'Sales'],
    [['Seals', 'Systems', 'Pumps', 'Services'], 'Seals, Systems, Pumps and Services'],
    [['Turnover', 'Revenue', 'Pumps'], 'Turnover, Revenue and Pumps'],
    [['Revenue', 'Total costs', 'Pumps'], 'Revenue, Total costs and Pumps'],
    [['Pumps', 'Revenue', 'Total costs'], 'Pumps, revenue and total costs'],
    [['Revenue', 'Heat', 'Net interest', 'A', 'B', 'C', 'D', 'E'], 'Revenue, Heat, Net interest and 5 more'],
    [['Revenue', 'Total costs', 'EBITDA', 'Heat', 'Cooling'], 'Revenue, total costs, EBITDA and 2 more'],
  ])('of %j is %j: common words lose their capital where no name behind the first keeps it', (labels, title) => {
    expect(generatedTitle(labels, en)).toBe(title)
  })

  test('keeps every capital in a language that has them inside sentences', () => {
    expect(generatedTitle(['Umsatz', 'Total costs'], { ...en, capitalNouns: true })).toBe('Umsatz and Total costs')
  })
})

describe('the unit beside a title', () => {
  test.each([
    ['Open contracts', 'contracts', ''],
    ['Employees', 'employees', ''],
    ['Subcontracts', 'contracts', 'contracts'],
    ['Revenue', 'EUR million', 'EUR million'],
    ['Anything', '', ''],
  ])('of %j in %j is %j: no word stands twice', (title, unit, beside) => {
    expect(unitBeside({ title, unit })).toBe(beside)
  })
})

describe('two charts of one slide', () => {
  const deck = {
    metrics: [metric('sales', 'Sales')],
    figures: ['metric,unit,Q1 2023,Q2 2023,Q1 2024,source', 'sales,EUR mn,9,8,7,R1'],
  }
  const chart = (periods: string, more = ''): string => `type: column\nseries: [sales]\nperiods: [${periods}]${more}`

  test('with the same generated title say what differs', () => {
    const charts = chartsIn({ ...deck, charts: [chart('Q1 2023, Q2 2023'), chart('Q1 2024')] })
    expect(charts.map(({ title }) => title)).toEqual(['Sales, Q1 2023–Q2 2023', 'Sales, Q1 2024'])
    expect(charts[1]?.summary).toContain('Sales, Q1 2024')
  })

  test('of the same line items side by side say their periods', () => {
    const items = (period: string): string => `type: bar\nitems: [sales, cost]\nperiod: ${period}`
    const charts = chartsIn({
      metrics: [metric('sales', 'Sales'), metric('cost', 'Cost')],
      figures: ['metric,unit,Q1 2023,Q1 2024,source', 'sales,EUR mn,9,8,R1', 'cost,EUR mn,7,6,R1'],
      charts: [items('Q1 2023'), items('Q1 2024')],
    })
    expect(charts.map(({ title }) => title)).toEqual(['Sales and cost, Q1 2023', 'Sales and cost, Q1 2024'])
  })

  test('leave a title of its author as it is', () => {
    const charts = chartsIn({ ...deck, charts: [chart('Q1 2023', '\ntitle: Sales'), chart('Q1 2024')] })
    expect(charts.map(({ title }) => title)).toEqual(['Sales', 'Sales, Q1 2024'])
  })

  test('that cannot be told apart are a finding', () => {
    expect(codesOf({ ...deck, charts: [chart('Q1 2023'), chart('Q1 2023')] })).toEqual(['duplicate-chart-title'])
  })
})

describe('the title of a chart that has none', () => {
  const figures = [
    'metric,unit,Q1 2023,Q2 2023,Q1 2024,Q2 2024,source',
    'mail,EUR mn,9,8,7,6,R1',
    'freight,EUR mn,5,5,6,7,R1',
  ]
  const titleOf = (chart: string): string | undefined =>
    chartsIn({ metrics: [metric('mail', 'Mail'), metric('freight', 'Freight')], figures, charts: [chart] })[0]?.title

  test.each([
    ['type: column\nseries: [{metric: freight, measure: yoy}]', 'Freight, change on a year before'],
    [
      'type: grouped-column\nseries: [{metric: mail, measure: yoy}, {metric: freight, measure: yoy}]',
      'Mail and Freight, change on a year before',
    ],
    ['type: column\nseries: [{metric: freight, measure: qoq-difference}]', 'Freight, change on a quarter before'],
    [
      'type: bar\nitems: [{metric: mail, measure: yoy}, {metric: freight, measure: yoy}]',
      'Mail and Freight, change on a year before',
    ],
    ['type: column-line\nseries: [mail]\nratio: {metric: mail, measure: yoy}', 'Mail and change on a year before'],
    ['type: column\nseries: [{metric: freight, measure: yoy, label: Growth of freight}]', 'Growth of freight'],
  ])('of %j is %j', (chart, title) => {
    expect(titleOf(`${chart}\n${chart.includes('items') ? 'period: Q2 2024' : 'periods: [Q1 2024, Q2 2024]'}`)).toBe(
      title,
    )
  })

  test('of more names than a line holds counts the rest', () => {
    const names = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta']
    expect(generatedTitle(names, en)).toBe('Alpha, Beta, Gamma and 3 more')
  })

  test.each([
    ['{start: mail, period: Q1 2023}, {change: mail}, {end: mail, period: Q1 2024}', 'Mail, Q1 2023 to Q1 2024'],
    ['{start: mail, period: Q2 2024}, {figure: freight}, {subtotal: Both}', 'Mail Q2 2024 to Both'],
    ['{start: mail, period: Q2 2024}, {figure: freight}, {subtotal: What is left}', 'Mail Q2 2024 to what is left'],
    [
      '{start: mail, period: Q1 2023, label: Old mail}, {change: mail}, {end: mail, period: Q1 2024}',
      'Old mail to Mail Q1 2024',
    ],
    ['{start: mail, period: Q2 2024}, {figure: freight, period: Q2 2024}', 'Bridge from Mail Q2 2024'],
  ])('of a bridge of %s says what it leads from and to', (steps, title) => {
    const period = steps.includes('subtotal') ? 'period: Q2 2024\n' : ''
    expect(titleOf(`type: waterfall\n${period}steps: [${steps}]`)).toBe(title)
  })
})
