import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tries } from '../../../../tests/long.ts'
import { en } from '../../../language/en.ts'
import type { ChartModel } from '../../../model/chart.ts'
import type { DeckData } from '../../../model/deck.ts'
import type { Diagnostic, Reading } from '../../../model/diagnostic.ts'
import { parseData } from '../../parse/data/deck-data.ts'
import { checkChart } from '../../parse/slides/chart-spec.ts'
import { parseSpec } from '../../parse/slides/spec-document.ts'
import { deckContext } from '../deck-context.ts'
import { factBook } from '../facts/book.ts'
import { printedFigures } from '../placeholders/figure-uses.ts'
import { type ResolvedChart, resolveChart } from './chart-block.ts'
import { shareBounds } from './chart-scales.ts'
import { softMarkNotes } from './chart-words.ts'

const deck = `company: Example Corp.
title: Results
date: 2009-07-08
reporting-period: FY08
calendar: {start-month: 4, year-named-by: start, style: kessan}
`

const metrics = `metrics:
  revenue: {label: Total revenues, short: Revenue, unit: JPY mn, kind: flow, polarity: more, sum: [recurring, one-time], color: 7, formerly: turnover}
  recurring: {label: Recurring revenue, short: Recurring, unit: JPY mn, kind: flow, polarity: more, color: 1}
  one-time: {label: One-time revenue, short: One-time, unit: JPY mn, kind: flow, polarity: more}
  income: {label: Operating income, unit: JPY mn, kind: flow, polarity: more}
  gross: {label: Gross profit, unit: JPY mn, kind: flow, polarity: more, formerly: [gp, margin.gross]}
  costs: {label: SG&A, unit: JPY mn, kind: flow, polarity: less}
  paid: {label: Interest paid, unit: JPY mn, kind: flow, polarity: less}
  result: {label: Result, unit: JPY mn, kind: flow, polarity: more}
  margin: {label: Operating margin, unit: "%", kind: ratio, polarity: more, ratio: [income, revenue]}
  people: {label: Employees, unit: persons, kind: stock, polarity: neutral}
`

const sources = `S1: {title: Results of the year, short: Results FY08, date: 2009-05-15}
`

const figures = `metric,unit,scenario,measure,status,1Q08,2Q08,3Q08,4Q08,FY07,FY08,FY09,source,at
revenue,JPY mn,,,,16328,16926,17535,18942,66835,69731,,S1,table
revenue,JPY bn,target,,,,,,,,,73.0,S1,targets
recurring,JPY mn,,,,13050,,13603,14032,,54064,,S1,table
recurring,JPY mn,,,derived,,13379,,,,,,S1,by difference
one-time,JPY mn,,,,3278,3547,3932,4910,,15667,,S1,table
one-time,JPY mn,,,derived,,,,,,,16250,S1,by difference
income,JPY mn,,,,411,594,839,1073,4759,2917,,S1,table
gross,JPY mn,,,,,,,,14000,13600,,S1,table
costs,JPY mn,,,,,,,,9241,10683,,S1,table
paid,JPY mn,,,,,,,,-4,-20,,S1,table
result,JPY mn,,,,,,,,-38,350,,S1,table
result,JPY mn,target,,range,,,,,,,192..198,S1,targets
people,persons,,,range,,,1500..1600,,,,,S1,text
people,persons,,,,,,,1602,,,,S1,text
`

const data = parseData(
  Object.entries({
    'data/deck.yaml': `${deck}units: {persons: {singular: person}}\n`,
    'data/metrics.yaml': metrics,
    'data/sources.yaml': sources,
    'data/figures/all.csv': figures,
  }).map(([path, text]) => ({ kind: 'text' as const, path, text })),
).value

/** The chart of a block whose fence ends on line 4, or what is wrong with it. */
function resolve(yaml: string, book: DeckData | undefined = data): Reading<ResolvedChart | undefined> {
  if (!book) throw new Error('the fixture data have an error')
  const diagnostics: Diagnostic[] = []
  const { value: document } = parseSpec({ path: 'slides/010-a.md', text: yaml, firstLine: 5 })
  if (!document) return { value: undefined, diagnostics }
  const { value: spec, diagnostics: ofSpec } = checkChart(document)
  if (!spec) return { value: undefined, diagnostics: ofSpec }
  const value = resolveChart(spec, {
    id: 'a-chart-1',
    document,
    place: { path: 'slides/010-a.md', line: 4, column: 1 },
    context: deckContext(book, factBook(book)),
    helpers: new Map(),
    printed: printedFigures('a'),
    texts: new Map(),
    report: (diagnostic) => void diagnostics.push(diagnostic),
  })
  return { value, diagnostics }
}

function chart(yaml: string): ResolvedChart {
  const { value, diagnostics } = resolve(yaml)
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return value
}

function mistakes(yaml: string): readonly Diagnostic[] {
  const { value, diagnostics } = resolve(yaml)
  return value ? [] : diagnostics
}

const values = (model: ChartModel, series = 0): (number | undefined)[] =>
  (model.series[series]?.marks ?? []).map((mark) => mark?.value)

const stack = 'type: stacked-column\nseries: [recurring, one-time]\nperiods: last 4 quarters\n'

describe('resolveChart', () => {
  it('gives a stack its values, texts, totals, colours and changes', () => {
    const { model } = chart(`${stack}totals: true\nyoy: revenue\n`)
    expect(model.categories.map(({ label }) => label)).toEqual(['1Q08', '2Q08', '3Q08', '4Q08'])
    expect(model.categories.map(({ emphasis }) => emphasis)).toEqual([false, false, false, true])
    expect(values(model)).toEqual([13050, 13379, 13603, 14032])
    expect(model.series[0]?.marks[3]).toMatchObject({ text: '14,032', fact: 'recurring@4Q08', drawn: 'solid' })
    expect(model.series.map(({ color }) => color)).toEqual([1, 2])
    expect(model.totals?.map((total) => total?.text)).toEqual(['16,328', '16,926', '17,535', '18,942'])
    expect(model.totals?.[3]?.fact).toBe('revenue@4Q08')
    expect(model).toMatchObject({ id: 'a-chart-1', unit: 'JPY million', title: 'Recurring and one-time' })
    expect(model.rows[0]?.label).toBe('YoY')
  })

  it('leaves what is derived without a letter or a note of its own: the foot of the slide tells it', () => {
    const { model } = chart(stack)
    expect(model.series[0]?.marks[1]).toMatchObject({ drawn: 'derived' })
    expect(model.series[0]?.marks[1]).not.toHaveProperty('footnote')
    expect(model.notes).toEqual([])
  })

  it('records the use of every number that it draws', () => {
    const { model, uses } = chart(`${stack}totals: revenue\n`)
    const drawn = [...model.series.flatMap(({ marks }) => marks), ...(model.totals ?? [])]
    for (const mark of drawn)
      expect(uses).toContainEqual(expect.objectContaining({ fact: mark?.fact, text: mark?.text }))
    expect(new Set(uses.map(({ key }) => key)).size).toBe(uses.length)
    expect(uses[0]).toMatchObject({
      key: 'a-chart-1.1',
      displayed: '13050',
      displayUnit: 'JPY mn',
      place: { line: 6, column: 10 },
    })
  })

  it('prints another unit with its own decimals', () => {
    const { model } = chart(
      'type: column\nseries: [revenue]\nperiods: [FY-1, FY, {period: FY+1, scenario: target}]\nunit: JPY bn\n',
    )
    expect(model.series[0]?.marks.map((mark) => mark?.text)).toEqual(['66.8', '69.7', '73.0'])
    expect(model.series[0]?.marks[2]?.drawn).toBe('target')
    expect(model.categories[2]).toMatchObject({ label: 'FY09 target', scenario: 'target', emphasis: false })
    expect(model.categories[1]?.emphasis).toBe(true)
    expect(model.unit).toBe('JPY billion')
  })

  it('draws a range between its low and its high, and what is missing as a gap', () => {
    const { model } = chart('type: column\nseries: [people]\nperiods: 2Q08..4Q08\n')
    expect(model.series[0]?.marks[0]).toBeNull()
    expect(model.series[0]?.marks[1]).toMatchObject({ drawn: 'range', low: 1500, high: 1600, value: 1550 })
  })

  it('makes shares of a 100 % chart from the whole', () => {
    const { model } = chart('type: stacked-column-100\nseries: [recurring, one-time]\nperiods: [FY]\ntotals: revenue\n')
    expect(model.series.map(({ marks }) => marks[0]?.text)).toEqual(['77.5%', '22.5%'])
    expect(model.series[0]?.marks[0]?.fact).toBe('share(recurring/revenue@FY08)')
    const sum = model.series.reduce((total, { marks }) => total + (marks[0]?.value ?? 0), 0)
    expect(sum).toBeCloseTo(100, 9)
  })

  it.each([
    ['', '%'],
    ['totals: revenue\n', '%, totals in JPY million'],
    ['totals: revenue\nunit: JPY bn\n', '%, totals in JPY billion'],
  ])('says of a 100 % chart with %j that its labels are in "%s"', (more, unit) => {
    const { model } = chart(`type: stacked-column-100\nseries: [recurring, one-time]\nperiods: [FY]\n${more}`)
    expect(model.unit).toBe(unit)
  })

  it('sets a ratio apart on its own axis', () => {
    const { model } = chart('type: column-line\nseries: [income]\nratio: margin\nperiods: last 4 quarters\n')
    expect(model.series.map(({ axis, mark }) => [axis, mark])).toEqual([
      ['value', 'bar'],
      ['ratio', 'line'],
    ])
    expect(model.series[1]?.marks[3]?.text).toBe('5.7%')
  })

  it('computes difference arrows and says what they measure', () => {
    const { model } = chart(
      'type: column\nseries: [revenue]\nperiods: [FY-1, FY]\ndifferences: [{from: FY-1, to: FY}]\n',
    )
    expect(model.arrows).toEqual([
      expect.objectContaining({
        kind: 'difference',
        from: 0,
        to: 1,
        label: 'vs FY07',
        text: '+4.3%',
        series: 'revenue',
      }),
    ])
  })

  it('sorts line items by value', () => {
    const { model } = chart('type: bar\nitems: [one-time, recurring]\nperiod: FY\nsort: descending\n')
    expect(model.categories.map(({ label }) => label)).toEqual(['Recurring', 'One-time'])
  })

  it('splits a whole into a doughnut', () => {
    const { model } = chart('type: doughnut\nitems: [recurring, one-time]\nperiod: FY\ntotals: revenue\n')
    expect(model.series.map(({ label }) => label)).toEqual(['Recurring', 'One-time'])
    expect(model.title).toBe('Recurring and one-time')
    expect(model.whole).toEqual({ text: '69,731', fact: 'revenue@FY08' })
  })

  it('walks from start to end, totals computed', () => {
    const { model } = chart(`type: waterfall
steps:
  - {start: income, period: FY-1}
  - {change: gross}
  - {subtotal: After gross profit}
  - {change: costs, negate: true}
  - {end: income, period: FY}
`)
    const marks = model.series[0]?.marks.map((mark) => [mark?.step, mark?.base, mark?.value, mark?.text])
    expect(marks).toEqual([
      ['start', 0, 4759, '4,759'],
      ['down', 4759, -400, '(400)'],
      ['subtotal', 0, 4359, '4,359'],
      ['down', 4359, -1442, '(1,442)'],
      ['end', 0, 2917, '2,917'],
    ])
  })

  it('goes from one percentage to another by points', () => {
    const { model } = chart(`type: waterfall
decimals: 1
steps:
  - {start: margin, period: FY-1}
  - {change: margin, label: Costs}
  - {end: margin, period: FY}
`)
    expect(model.unit).toBe('%')
    expect(model.series[0]?.marks.map((mark) => [mark?.step, mark?.text])).toEqual([
      ['start', '7.1'],
      ['down', '(2.9)'],
      ['end', '4.2'],
    ])
  })

  it('outlines the end that is a target', () => {
    const steps =
      'steps:\n  - {start: revenue, period: FY}\n  - {change: revenue, period: FY+1, scenario: target}\n  - {end: revenue, period: FY+1, scenario: target}\n'
    const { model } = chart(`type: waterfall\nunit: JPY bn\ndecimals: 1\n${steps}`)
    expect(model.series[0]?.marks.map((mark) => mark?.drawn)).toEqual(['solid', 'solid', 'target'])
  })

  it('marks a step in colour 0 as context, and has no other colours', () => {
    const bridge = (color: string) =>
      `type: waterfall\nsteps:\n  - {start: income, period: FY-1}\n  - {change: gross${color}}\n  - {change: costs, negate: true}\n  - {end: income, period: FY}\n`
    const contexts = chart(bridge(', color: 0')).model.series[0]?.marks.map((mark) => mark?.isContext === true)
    expect(contexts).toEqual([false, true, false, false])
    expect(mistakes(bridge(', color: 3'))).toHaveLength(1)
  })

  it('draws rounded steps so that they meet the end, and highlights the step that is named', () => {
    const { model } = chart(`type: waterfall
unit: JPY bn
decimals: 1
highlight: gross
steps:
  - {start: income, period: FY-1}
  - {change: gross}
  - {change: costs, negate: true}
  - {end: income, period: FY}
`)
    const marks = model.series[0]?.marks ?? []
    const [, gross, costs, end] = marks
    expect((costs?.base ?? 0) + (costs?.value ?? 0)).toBeCloseTo(end?.value ?? 0, 9)
    expect((gross?.base ?? 0) + (gross?.value ?? 0)).toBeCloseTo(costs?.base ?? 0, 9)
    expect(model.categories.map(({ emphasis }) => emphasis)).toEqual([false, true, false, false])
  })

  it('lets bars in the context grey stand back', () => {
    const emphases = (items: string) =>
      chart(`type: bar\nitems: [${items}]\nperiod: FY\n`).model?.categories.map(({ emphasis }) => emphasis)
    expect(emphases('{metric: recurring, color: 0}, one-time')).toEqual([false, true])
    expect(emphases('recurring, one-time')).toEqual([false, false])
  })

  it('gives bars the colour of the first item that is not context', () => {
    const colors = (items: string) =>
      chart(`type: bar\nitems: [${items}]\nperiod: FY\n`).model?.series.map(({ color }) => color)
    expect(colors('{metric: recurring, color: 0}, {metric: one-time, color: 3}')).toEqual([3])
    expect(colors('{metric: recurring, color: 0}, {metric: one-time, color: 0}')).toEqual([0])
  })

  it('lets an item in the slot of losses keep the colour of falls beside others', () => {
    const falls = (items: string) =>
      chart(`type: bar\nitems: [${items}]\nperiod: FY\n`).model?.series[0]?.marks.map((mark) => mark?.isFall === true)
    expect(falls('{metric: recurring, color: 1}, {metric: costs, color: 9}')).toEqual([false, true])
    expect(falls('recurring, costs')).toEqual([false, false])
  })

  it('highlights the item that is named', () => {
    const { model } = chart('type: bar\nitems: [recurring, one-time]\nperiod: FY\nhighlight: one-time\n')
    expect(model.categories.map(({ emphasis }) => emphasis)).toEqual([false, true])
  })

  it('gives a sub-total the decimals of its steps, and a turned step the sign of its fact', () => {
    const { model, uses } = chart(`type: waterfall
unit: JPY bn
steps:
  - {start: gross, period: FY}
  - {figure: costs, period: FY, negate: true}
  - {subtotal: Before the rest}
  - {change: income, vs: FY-1, negate: true, period: FY}
`)
    expect(model.series[0]?.marks.map((mark) => mark?.text)).toEqual(['13.6', '(10.7)', '2.9', '+1.8'])
    expect(uses.map(({ displayed }) => displayed)).toEqual(['13.6', '10.7', '2.9', '-1.8'])
  })

  it('tells a screen reader what the chart shows in one sentence', () => {
    expect(chart('type: column\nseries: [income]\nperiods: last 4 quarters\n').model.summary).toBe(
      'Column chart: Operating income, JPY million; Operating income from 411 in 1Q08 to 1,073 in 4Q08.',
    )
  })
})

describe('mistakes in a chart block', () => {
  it.each([
    ['type: pie\n', 'invalid-value', 1],
    ['type: column\nseries: [revenue]\nperiods: FY\ntotal: true\n', 'unknown-key', 4],
    ['type: column\nseries: [revenu]\nperiods: FY\n', 'unknown-metric', 2],
    ['type: column\nseries: [revenue]\n', 'missing-chart-part', 1],
    ['type: waterfall\nsteps:\n  - {start: income, period: FY-1}\n  - {change: gross}\n', 'missing-chart-part', 4],
    [
      'type: waterfall\nsteps:\n  - {start: income, period: FY-1}\n  - {change: gross, period: FY, vs: FY}\n  - {end: income, period: FY}\n',
      'missing-chart-part',
      4,
    ],
    ['type: stacked-bar\nitems: [recurring]\nperiods: FY\n', 'unsupported-chart-part', 2],
    ['type: column\nseries: [revenue, income]\nperiods: FY\n', 'unsupported-chart-part', 2],
    ['type: column\nseries: [revenue]\nperiods: 5Q08\n', 'unknown-chart-period', 3],
    ['type: column\nseries: [revenue]\nperiods: FY\nunit: persons\n', 'unsupported-chart-unit', 2],
    ['type: column\nseries: [revenue]\nperiods: FY\nunit: JPY zn\n', 'unknown-unit', 4],
    ['type: column\nseries: [people]\nperiods: FY-1\n', 'missing-chart-figures', 2],
    ['type: column\nseries: [revenue]\nperiods: FY\nratio: margin\n', 'unsupported-chart-part', 4],
    ['type: column-line\nseries: [revenue]\nperiods: FY\nratio: margins\n', 'unknown-metric', 4],
    ['type: column\nseries: [revenue]\nperiods: FY\nhighlight: 5Q08\n', 'unknown-period', 4],
    ['type: column\nseries: [revenue]\nperiods: [FY]\ndifferences: [{from: FY-1, to: FY}]\n', 'missing-category', 4],
    ['type: stacked-column\nseries: [recurring, income]\nperiods: FY\ntotals: revenue\n', 'invalid-chart-total', 4],
    ['type: grouped-column\nseries: [recurring, income]\nperiods: FY\nyoy: true\n', 'ambiguous-chart-metric', 4],
    [
      'type: waterfall\nsteps:\n  - {start: income, period: FY-1}\n  - {end: income, period: FY}\n',
      'invalid-bridge',
      4,
    ],
    ['type: line\nseries: [{metric: revenue, scenario: dream}]\nperiods: FY\n', 'unknown-scenario', 2],
  ])('%j is %s', (yaml, code, line) => {
    const [first] = mistakes(yaml)
    expect(first).toMatchObject({ code, severity: 'error', place: { path: 'slides/010-a.md', line: line + 4 } })
    expect(first?.message).toMatch(/^(invalid|unknown|missing|ambiguous|unsupported|duplicate)/)
    expect(first?.hint ?? '').not.toBe('')
  })

  it('suggests the name that was meant', () => {
    expect(mistakes('type: column\nseries: [revenu]\nperiods: FY\n')[0]?.hint).toContain('did you mean "revenue"?')
    expect(mistakes('type: column\nserie: [revenue]\nperiods: FY\n')[0]?.hint).toContain('did you mean "series"?')
  })
})

describe('a field of dots', () => {
  it('may hold items of periods of their own', () => {
    const { model } = chart(
      'type: dots\nitems: [recurring, {metric: revenue, period: FY+1, scenario: target}]\nperiod: FY\n',
    )
    expect(model.series.map(({ marks }) => [marks[0]?.text, marks[0]?.drawn])).toEqual([
      ['54,064', 'solid'],
      ['73,000', 'target'],
    ])
  })

  const lit = (text: string) => chart(`type: dots\nitems: [recurring]\nperiod: FY\n${text}`).model

  it('counts parts out of a whole, a power of ten to a dot, and says so', () => {
    const model = lit('of: revenue\n')
    expect(model.own).toEqual({ each: 1000, whole: 69731, name: 'Revenue', shape: 'dots' })
    expect(model.series[0]?.marks).toMatchObject([{ value: 54064, text: '54,064', fact: 'recurring@FY08' }])
    expect(model.totals).toMatchObject([{ text: '69,731', fact: 'revenue@FY08' }])
    expect(model).toMatchObject({ title: 'Recurring', notes: ['One dot = JPY1,000 million.'] })
    expect(model.summary).toBe('Field of dots: Recurring, JPY million; Recurring 54,064; Revenue 69,731.')
  })

  it('counts what is there out of a whole of another period', () => {
    const model = lit('of: {metric: revenue, period: FY-1, label: A year before}\n')
    expect(model.own).toMatchObject({ name: 'A year before' })
    expect(model.totals).toMatchObject([{ fact: 'revenue@FY07' }])
    const found = mistakes(
      'type: dots\nshape: waffle\nitems: [recurring]\nperiod: FY\nof: {metric: revenue, period: FY-1}\n',
    )
    expect(found).toMatchObject([{ code: 'unsupported-chart-part' }])
  })

  it('draws shares as persons', () => {
    const model = lit('of: revenue\nshape: people\n')
    expect(model).toMatchObject({ own: { shape: 'people' }, notes: ['One person = 1% of Revenue.'] })
  })

  it('takes the worth of a dot as it is written, in the unit of the chart', () => {
    expect(lit('of: revenue\nunit: JPY bn\neach: 0.5\n')).toMatchObject({
      own: { each: 0.5, whole: 69.731 },
      notes: ['One dot = JPY0.5 billion.'],
    })
  })

  it('is the parts alone where no whole is named, and counts one by one what cannot be halved', () => {
    const { model } = chart('type: dots\nitems: [people]\nperiod: 4Q08\n')
    expect(model).toMatchObject({ own: { each: 10, whole: 1602 }, notes: ['One dot = 10 persons.'] })
    expect(model.totals).toBeUndefined()
  })

  it('holds parts that are more than the whole by the rounding of their figures only', () => {
    const { model } = chart(
      'type: dots\nitems: [recurring, one-time]\nof: revenue\nperiod: 3Q08\nunit: JPY bn\ndecimals: 0\n',
    )
    expect(model.own).toMatchObject({ whole: 17.535 })
    const over = 'type: dots\nitems: [a, b]\nof: whole\nperiod: FY\n'
    expect(resolve(over, madeUp({ a: '33.4', b: '66.7', whole: '100.0' })).value).toBeDefined()
    expect(resolve(over, madeUp({ a: '33.4', b: '66.8', whole: '100.0' })).value).toBeUndefined()
  })

  it('draws shares of the whole as a waffle, and only those', () => {
    const { model, uses } = chart('type: dots\nshape: waffle\nitems: [recurring]\nof: revenue\nperiod: FY\n')
    expect(model.series[0]?.marks[0]).toMatchObject({ text: '77.5%', fact: 'share(recurring/revenue@FY08)' })
    expect(model).toMatchObject({ unit: '%', own: { each: 1, whole: 100 }, notes: ['One square = 1% of Revenue.'] })
    expect(uses.map(({ fact }) => fact)).toEqual(['share(recurring/revenue@FY08)'])
  })

  it('takes what is in per cent as a share of a whole that is counted', () => {
    const { model } = chart('type: dots\nitems: [recurring, margin]\nof: revenue\nperiod: 4Q08\n')
    expect(model).toMatchObject({ own: { shape: 'dots', shares: '1' }, unit: 'JPY million' })
    expect(model.series[1]?.marks[0]).toMatchObject({ fact: 'margin@4Q08' })
    expect(model.series[1]?.marks[0]?.text).toMatch(/%$/)
  })

  it('is a waffle of what is in per cent already', () => {
    const { model } = chart('type: dots\nitems: [margin]\nperiod: 4Q08\n')
    expect(model).toMatchObject({ own: { shape: 'waffle', whole: 100 }, notes: ['One square = 1%.'] })
  })

  it.each([
    ['items: [recurring]\nof: revenu\nperiod: FY\n', 'unknown-metric', 3],
    ['items: [recurring]\nof: one-time\nperiod: FY\n', 'unsupported-chart-part', 3],
    ['items: [recurring]\nof: revenue\nperiod: FY\neach: 1\n', 'unsupported-chart-part', 5],
    ['items: [recurring]\nof: revenue\nperiod: FY\neach: 70000\n', 'unsupported-chart-part', 5],
    ['items: [recurring]\nof: revenue\nperiod: FY-1\n', 'missing-chart-figures', 2],
    ['items: [recurring]\nof: revenue\nperiods: [3Q08, 4Q08]\n', 'unsupported-chart-part', 4],
    ['items: [recurring]\nshape: waffle\nperiod: FY\n', 'missing-chart-part', 1],
    ['items: [recurring]\nshape: waffle\nof: revenue\neach: 2\nperiod: FY\n', 'unsupported-chart-part', 5],
    ['items: [people]\nperiod: 3Q08\n', 'unsupported-chart-part', 2],
    ['items: [recurring]\nof: revenue\n', 'missing-chart-part', 1],
    ['period: FY\nitems:\n  - recurring\n  - {metric: recurring, label: The same}\n', 'unsupported-chart-part', 5],
    ['period: FY\nsteps: [{start: a}, {end: a}]\n', 'missing-chart-part', 1],
    ['items: [recurring]\nof: {metric: revenue, color: 2}\nperiod: FY\n', 'unknown-key', 3],
  ])('with %j is %s', (yaml, code, line) => {
    const found = mistakes(`type: dots\n${yaml}`)
    expect(found).toContainEqual(expect.objectContaining({ code, place: expect.objectContaining({ line: line + 4 }) }))
  })
})

describe('the hints on a field of dots', () => {
  const found = (yaml: string, book?: DeckData) => {
    const result = resolve(`type: dots\n${yaml}`, book)
    return (result.value ? [] : result.diagnostics).map(({ place, message, hint }) => [place.line - 4, message, hint])
  }

  it('name the key that the docs name', () => {
    expect(found('items: [recurring]\n')).toEqual([
      [1, 'missing "period" of a dots chart', 'write "period: …" in the chart block.'],
    ])
    expect(found('items: [recurring]\nperiods: [FY]\n')).toEqual([])
  })

  it('stand at the item that is negative', () => {
    const message = 'unsupported negative value of b in FY08: a dots chart shows parts of a whole'
    expect(found('period: FY\nitems:\n  - a\n  - b\n', madeUp({ a: '3', b: '-1' }))).toEqual([
      [5, message, 'use stacked-column, grouped-column, bar or waterfall, which show losses below zero.'],
    ])
  })

  it('speak of "of" only where it is written', () => {
    const message = 'unsupported "items" in a dots chart'
    expect(found('items: [a, b]\nperiod: FY\n', madeUp({ a: '60', b: '42' }, '%'))).toEqual([
      [2, message, 'the parts are more than 100%, the whole of them.'],
    ])
    const over = 'shape: waffle\nitems: [a, b]\nof: c\nperiod: FY\n'
    expect(found(over, madeUp({ a: '60', b: '42', c: '100' }))).toEqual([
      [4, 'unsupported "of" in a dots chart', 'the parts are more than the whole: "of" names what they are parts of.'],
    ])
  })

  it.each([
    ['0.3', '500', '0.5'],
    ['0.9', '1000', '1'],
    ['0.1', '150.5', '0.2'],
    ['0.01', '50.2', '0.1'],
  ])('say what each dot has to stand for at least: %s of %s', (each, whole, enough) => {
    const hint = `more than 1000 dots cannot be seen: "each" says how many units a dot stands for, write "each: ${enough}" or more.`
    expect(found(`items: [a]\nof: whole\nperiod: FY\neach: ${each}\n`, madeUp({ a: '5', whole }))).toEqual([
      [5, 'unsupported "each" in a dots chart', hint],
    ])
  })

  it('are not needed for a whole that is written as an item', () => {
    const { model } = chart('type: dots\nitems: [recurring]\nof: {metric: revenue, label: All}\nperiod: FY\n')
    expect(model).toMatchObject({ own: { name: 'All', whole: 69731 } })
  })
})

describe('the notes on marks that are less than published figures', () => {
  const notesOf = (...blocks: readonly string[]): readonly string[] =>
    softMarkNotes(
      blocks.map((block) => chart(block).model),
      en,
    ).map(({ text }) => text)

  it.each(['line', 'column', 'bar'])('name the periods of a %s, whatever it draws', (type) => {
    const derived = `type: ${type}\nseries: [recurring]\nperiods: 1Q08..4Q08\n`
    expect(notesOf(derived)).toEqual(['Derived: 2Q08'])
    expect(notesOf(`type: ${type}\nseries: [people]\nperiods: [3Q08, 4Q08]\n`)).toEqual([
      'Only a low and a high are known: 3Q08',
    ])
  })

  it('are one sentence a kind for all charts of a slide, each period once', () => {
    const slope = 'type: slope\nseries: [recurring, one-time]\nperiods: [1Q08, 2Q08]\n'
    const column = 'type: column\nseries: [recurring, {metric: one-time, as: line}]\nperiods: [2Q08, FY08, FY09]\n'
    expect(notesOf(slope, column)).toEqual(['Derived: 2Q08, FY09'])
  })

  it('are none where all is as published', () => {
    expect(notesOf('type: column\nseries: [recurring]\nperiods: [1Q08, 4Q08]\n')).toEqual([])
  })
})

describe('keys that would change nothing', () => {
  it.each([
    [
      'dots',
      'items: [recurring]\nperiod: FY\n',
      'series: [revenue]\nlabels: all\nhighlight: last\nlegend: top\nscale: own\n',
    ],
    ['slope', 'series: [revenue, income]\nperiods: [FY-1, FY]\n', 'labels: all\nlegend: top\nscale: own\n'],
  ])('are mistakes in %s', (type, sound, idle) => {
    expect(resolve(`type: ${type}\n${sound}`).value).toBeDefined()
    const keys = idle
      .trim()
      .split('\n')
      .map((line) => line.split(':')[0])
    const found = mistakes(`type: ${type}\n${sound}${idle}`)
    expect(found.map(({ message }) => message)).toEqual(keys.map((key) => `unsupported "${key}" in a ${type} chart`))
    expect(found.map(({ place }) => place.line)).toEqual(keys.map((_, index) => 8 + index))
  })
})

describe('items and series taken for each other', () => {
  const found = (yaml: string) => mistakes(yaml).map(({ place, message, hint }) => [place.line - 4, message, hint])

  it('are one mistake', () => {
    expect(found('type: slope\nitems: [revenue, income]\nperiods: [FY-1, FY]\n')).toEqual([
      [2, 'unsupported "items" in a slope chart', 'write "series: …" in its place.'],
    ])
    expect(found('type: dots\nseries: [revenue, income]\nperiod: FY\n')).toEqual([
      [2, 'unsupported "series" in a dots chart', 'write "items: …" in its place.'],
    ])
  })
})

describe('a slope', () => {
  const slope = 'type: slope\nseries: [revenue, income]\nperiods: [FY-1, FY]\n'

  it('has two ends and the change of each line', () => {
    const { model, uses } = chart(slope)
    expect(model.series.map(({ mark, marks }) => [mark, ...marks.map((each) => each?.text)])).toEqual([
      ['line', '66,835', '69,731'],
      ['line', '4,759', '2,917'],
    ])
    expect(model.arrows.map(({ series, text, fact }) => [series, text, fact])).toEqual([
      ['revenue', '+4.3%', 'growth(revenue@FY08,FY07)'],
      ['income', '(38.7%)', 'growth(income@FY08,FY07)'],
    ])
    expect(uses.map(({ fact }) => fact)).toContain('growth(income@FY08,FY07)')
    expect(model.notes).toEqual([])
  })

  it('names the ends at which a line has no figure', () => {
    const two = '{metric: revenue, label: Plan, scenario: target}'
    expect(mistakes(`type: slope\nseries: [${two}, {metric: revenue, color: 2}]\nperiods: [FY08, FY09]\n`)).toEqual([
      expect.objectContaining({ message: 'missing figures of revenue for FY08' }),
      expect.objectContaining({ message: 'missing figures of revenue for FY09' }),
    ])
  })

  it('prints differences or no change at all, as asked', () => {
    expect(chart(`${slope}change: absolute\n`).model.arrows.map(({ text }) => text)).toEqual(['+2,896', '(1,842)'])
    const inBillions = `${slope}change: absolute\nunit: JPY bn\ndecimals: 1\n`
    expect(chart(inBillions).model.arrows.map(({ text }) => text)).toEqual(['+2.9', '(1.8)'])
    expect(chart(`${slope}change: none\n`).model.arrows).toEqual([])
  })

  it('says where its scale does not start at zero', () => {
    const { model } = chart('type: slope\nseries: [gross, costs]\nperiods: [FY-1, FY]\n')
    expect(model.notes).toEqual(['The scale does not start at zero.'])
  })

  it.each([
    ['series: [revenue]\nperiods: [FY-1, FY]\n', 'unsupported-chart-part', 2],
    ['series: [revenue, income]\nperiods: [FY]\n', 'unsupported-chart-part', 3],
    ['series: [revenue, income]\nperiods: last 4 quarters\n', 'unsupported-chart-part', 3],
    ['series: [revenue, income]\nperiods: [FY-1, FY]\neach: 2\n', 'unsupported-chart-part', 4],
    ['series: [revenue, people]\nperiods: [FY-1, FY]\n', 'unsupported-chart-unit', 2],
    ['series: [revenue, income]\nperiods: [FY, FY08]\n', 'unsupported-chart-part', 3],
    ['series: [revenue, income]\nperiods: [FY, FY-1]\n', 'unsupported-chart-part', 3],
    ['series: [revenue, income]\nperiods: [4Q08, FY-1]\n', 'unsupported-chart-part', 3],
    ['series:\n  - revenue\n  - {metric: revenue, measure: value}\nperiods: [FY-1, FY]\n', 'unsupported-chart-part', 4],
    ['series: [revenue, one-time]\nperiods: [FY-1, FY]\n', 'missing-chart-figures', 2],
  ])('with %j is %s', (yaml, code, line) => {
    expect(mistakes(`type: slope\n${yaml}`)).toContainEqual(
      expect.objectContaining({ code, place: expect.objectContaining({ line: line + 4 }) }),
    )
  })
})

describe('items of a bar chart in periods of their own', () => {
  const bars = (more = '') =>
    `type: bar\nperiod: FY\nitems:\n  - {metric: recurring, group: Year}\n  - {metric: recurring, period: 4Q08, group: Quarter}\n${more}`

  it('are compared on one scale', () => {
    const { categories, series } = chart(bars()).model
    expect(categories.map(({ label }) => label)).toEqual(['Recurring, Year', 'Recurring, Quarter'])
    expect(series.map(({ marks }) => marks.map((mark) => mark?.text))).toEqual([['54,064', '14,032']])
  })

  it('stand beside each other in one period of the block only, and nowhere else', () => {
    expect(mistakes(bars().replace('period: FY', 'periods: [FY-1, FY]'))).toMatchObject([
      { code: 'unsupported-chart-part' },
    ])
    const column = 'type: column\nseries: [{metric: revenue, period: FY}]\nperiods: [FY-1, FY]\n'
    expect(mistakes(column)).toMatchObject([{ code: 'unsupported-chart-part' }])
  })
})

describe('the share of a part in its stack', () => {
  const stack = 'type: stacked-column\nseries: [recurring, one-time]\nperiods: [1Q08, 4Q08]\ntotals: revenue\n'
  const sharesOf = (text: string) => chart(text).model.series.map(({ marks }) => marks.map((mark) => mark?.share?.text))

  it('is printed in the highlighted bar, or in all where none is, and is a figure of the slide', () => {
    expect(sharesOf(`${stack}share: recurring\n`)).toEqual([
      [undefined, '74.1%'],
      [undefined, undefined],
    ])
    expect(sharesOf(`${stack}share: recurring\nhighlight: none\n`)[0]).toEqual(['79.9%', '74.1%'])
    expect(chart(`${stack}share: recurring\n`).uses.map(({ text }) => text)).toContain('74.1%')
  })

  it.each(['share: income\n', 'share: unknown\n'])('with %j is a mistake', (line) => {
    expect(mistakes(`${stack}${line}`)).toHaveLength(1)
  })

  it('needs a whole that is a metric', () => {
    const sum =
      'type: stacked-column\nseries: [recurring, income]\nperiods: [1Q08, 4Q08]\ntotals: true\nshare: income\n'
    expect(mistakes(sum)).toMatchObject([{ code: 'unsupported-chart-part' }])
  })
})

describe('rows under the periods', () => {
  const column = 'type: column\nseries: [income]\nperiods: [FY-1, FY]\n'
  const rowsOf = (text: string) =>
    chart(`${column}${text}`).model.rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell.text)])

  it('hold figures of other line items, in the unit of the chart or with their own, and come before changes', () => {
    expect(rowsOf('unit: JPY bn\ndecimals: 1\nrows: [{metric: gross, decimals: 1}]\nyoy: true\n')).toEqual([
      ['Gross profit', '14.0', '13.6'],
      ['Operating income, YoY', '–', '(38.7%)'],
    ])
    expect(rowsOf('rows: [{metric: margin, label: Margin, decimals: 1}, people]\n')).toEqual([
      ['Margin', '7.1%', '4.2%'],
      ['Employees, persons', '–', '1,602'],
    ])
  })

  it('have signs in a deck whose changes have them', () => {
    const own = data && {
      ...data,
      config: { ...data.config, numbers: { ...data.config.numbers, minus: 'signs' as const } },
    }
    const { value } = resolve('type: column\nseries: [costs]\nperiods: [FY-1, FY]\nyoy: true\n', own)
    expect(value?.model.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['–', '+15.6%']])
  })

  it('are figures of the slide, so that they are tied', () => {
    expect(chart(`${column}rows: [gross]\n`).uses.map(({ fact }) => fact)).toContain('gross@FY08')
  })

  it('of a metric that is not known is a mistake at its place', () => {
    expect(mistakes(`${column}rows: [gros]\n`)).toMatchObject([{ code: 'unknown-metric' }])
  })
})

describe('brackets of bridges', () => {
  const bridge = (end: string) =>
    `type: waterfall\nsteps:\n  - {start: income, period: FY-1}\n  - {change: gross}\n  - {change: costs, negate: true}\n  - {end: ${end}, period: FY}\n`
  const differences = 'differences: [{from: FY-1, to: FY}]\n'

  it('run from total to total of one line item, and are recomputed from its figures', () => {
    const [arrow, ...others] = chart(`${bridge('income')}${differences}`).model.arrows
    expect(others).toEqual([])
    expect(arrow).toMatchObject({ from: 0, text: '(38.7%)', label: 'vs FY07', tone: 'bad' })
    expect(chart(`${bridge('income')}${differences}`).model.categories[arrow?.to ?? 0]?.label).toBe(
      'Operating income FY08',
    )
  })

  it('between other periods or line items are mistakes', () => {
    expect(mistakes(`${bridge('income')}differences: [{from: FY05, to: FY}]\n`)).toMatchObject([
      { code: 'missing-category' },
    ])
    const unpublished = bridge('income').replace('period: FY}', 'period: FY05}')
    const gone = mistakes(`${unpublished}differences: [{from: FY-1, to: FY05}]\n`)
    expect(new Set(gone.map(({ code }) => code))).toEqual(new Set(['missing-chart-figures'])) // and nothing that follows from it
    const mixed = `type: waterfall\nsteps:\n  - {start: gross, period: FY}\n  - {figure: costs, period: FY, negate: true}\n  - {end: income, period: FY}\n`
    expect(mistakes(`${mixed}differences: [{from: FY, to: FY}]\n`)).toMatchObject([{ code: 'unsupported-chart-part' }])
  })
})

describe('groups of bars', () => {
  const items = (...groups: readonly (string | undefined)[]) => {
    const metrics = ['income', 'revenue', 'costs']
    return groups.map((group, at) => `  - {metric: ${metrics[at]}, measure: yoy${group ? `, group: ${group}` : ''}}\n`)
  }
  const bars = (...groups: readonly (string | undefined)[]) =>
    `type: bar\nperiod: FY\nitems:\n${items(...groups).join('')}`

  it('have a heading each, and are sorted within', () => {
    const { categories } = chart(`${bars('Profit', 'Profit', 'Cost')}sort: descending\n`).model
    expect(categories.map(({ label, group }) => [label, group])).toEqual([
      ['Revenue, Profit', { heading: 'Profit', name: 'Revenue' }],
      ['Operating income, Profit', { heading: 'Profit', name: 'Operating income' }],
      ['SG&A, Cost', { heading: 'Cost', name: 'SG&A' }],
    ])
  })

  it('may stand between bars in none, before and behind them', () => {
    const { categories } = chart(bars(undefined, 'Profit', undefined)).model
    expect(categories.map(({ group }) => group?.heading)).toEqual([undefined, 'Profit', undefined])
  })

  it('that are listed apart are a mistake, and so is a group anywhere else', () => {
    expect(mistakes(bars('Profit', 'Cost', 'Profit'))).toMatchObject([{ code: 'unsupported-chart-part' }])
    const column = 'type: column\nseries: [{metric: revenue, group: Sales}]\nperiods: [FY-1, FY]\n'
    expect(mistakes(column)).toMatchObject([{ code: 'unsupported-chart-part' }])
  })
})

describe('what is highlighted', () => {
  const shown = (text: string) => chart(text).model.categories.map(({ emphasis }) => emphasis)

  it('is a period, or all of the chart that lie in one', () => {
    const column = 'type: column\nseries: [revenue]\nperiods: [FY07, 3Q08, 4Q08]\n'
    expect(shown(`${column}highlight: 4Q08\n`)).toEqual([false, false, true])
    expect(shown(`${column}highlight: FY08\n`)).toEqual([false, true, true])
  })
})

describe('the share of one part of a ring', () => {
  const ring = 'type: doughnut\nitems: [recurring, one-time]\nperiod: 4Q08\ntotals: revenue\n'

  it('stands in the place of the whole, with the decimals of the chart', () => {
    const { model } = chart(`${ring}share: recurring\ndecimals: 0\n`)
    expect(model.whole).toBeUndefined()
    expect(model.series.map(({ marks }) => marks[0]?.share?.text)).toEqual(['74%', undefined])
    expect(chart(ring).model.whole?.text).toBe('18,942')
  })

  it('needs no totals: the whole is the metric that is defined as the sum of the parts, or else what they add up to', () => {
    const shareOf = (yaml: string) => chart(yaml).model.series.map(({ marks }) => marks[0]?.share)
    const bare = ring.replace('totals: revenue\n', 'share: recurring\n')
    expect(shareOf(bare)).toEqual(shareOf(`${ring}share: recurring\n`))
    expect(shareOf(bare)[0]?.fact).not.toBeNull()
    const others = 'type: doughnut\nitems: [income, costs]\nperiod: FY\nshare: costs\n'
    const [, costs] = chart(others).model.series.map(({ marks }) => marks[0])
    expect(costs?.share).toMatchObject({ fact: null, text: expect.stringMatching(/^\d\d\.\d%$/) })
  })
})

describe('a line through bars', () => {
  const bars = 'type: bar\nitems: [recurring, one-time]\nperiod: 4Q08\n'

  it('has its value in the unit of the bars', () => {
    expect(chart(`${bars}line: 5000\n`).model.own).toEqual({ lineAt: 5000, lineText: 'JPY5,000 million' })
    expect(chart(`${bars}line: -5000\n`).model.own).toEqual({ lineAt: -5000, lineText: '(JPY5,000 million)' })
    expect(chart(bars).model.own).toBeUndefined()
  })

  it('at zero, where the bars begin, is a mistake', () => {
    expect(mistakes(`${bars}line: 0\n`)).toMatchObject([{ code: 'unsupported-chart-part' }])
  })
})

describe('arrows', () => {
  it('begin and end at the column that has the label, where one period has several', () => {
    const { model } = chart(
      'type: column\nseries: [result]\nperiods: [FY07, {period: FY08, label: Before}, {period: FY08, label: After}]\ndifferences: [{from: Before, to: After}, {from: FY07, to: FY08}]\n',
    )
    expect(model.arrows.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [0, 1],
    ])
  })

  const arrows = (text: string) =>
    chart(text).model.arrows.map(({ series, text: printed, fact }) => [series, printed, fact])

  it.each([
    ['revenue', 'good'], // grew, and more is better
    ['income', 'bad'],
    ['costs', 'bad'], // grew, and less is better
  ])('say of %s that the change was %s', (metric, tone) => {
    const spec = `type: column\nseries: [${metric}]\nperiods: [FY-1, FY]\ndifferences: [{from: FY-1, to: FY}]\n`
    expect(chart(spec).model.arrows.map((arrow) => arrow.tone)).toEqual([tone])
  })

  it('name their line where there are others', () => {
    const differences = 'differences: [{from: FY-1, to: FY, series: costs}]'
    const labels = (series: string) =>
      chart(`type: line\nseries: ${series}\nperiods: [FY-1, FY]\n${differences}\n`).model.arrows.map(
        ({ label }) => label,
      )
    expect(labels('[costs]')).toEqual(['vs FY07'])
    expect(labels('[gross, costs]')).toEqual(['SG&A vs FY07'])
  })

  it('have one colour for a cost that is stored negative, as a rate and as an amount', () => {
    const differences = '[{from: FY-1, to: FY}, {from: FY-1, to: FY, as: absolute}]'
    const { model } = chart(`type: column\nseries: [paid]\nperiods: [FY-1, FY]\ndifferences: ${differences}\n`)
    expect(model.arrows.map(({ text, tone }) => [text, tone])).toEqual([
      ['+400.0%', 'bad'],
      ['(16)', 'bad'],
    ])
  })

  it('from a loss or to a range say what there is to say', () => {
    const periods = 'periods: [FY07, FY08, {period: FY09, scenario: target}]'
    const ends = [
      '{from: FY07, to: FY08}',
      '{from: FY07, to: FY08, as: absolute}',
      '{from: FY08, to: FY09, as: absolute}',
    ]
    const { model } = chart(`type: column\nseries: [result]\n${periods}\ndifferences: [${ends.join(', ')}]\n`)
    expect(model.arrows.map(({ text, tone }) => [text, tone])).toEqual([
      ['n.m.', undefined],
      ['+388', 'good'],
      ['(152–159)', 'bad'],
    ])
  })

  it('take the scenario of the category at each of their ends', () => {
    const periods = 'periods: [FY07, FY08, {period: FY09, scenario: target}]\ndifferences: [{from: FY08, to: FY09}]\n'
    expect(arrows(`type: column\nunit: JPY bn\nseries: [revenue]\n${periods}`)).toEqual([
      ['revenue', '+4.7%', 'growth(revenue@FY09#target,FY08)'],
    ])
  })

  it('take the scenario of a series that has one', () => {
    const series = 'series: [revenue, {metric: revenue, scenario: target, label: Target}]\nperiods: [FY08, FY09]\n'
    const arrow = 'differences: [{from: FY08, to: FY09, series: "revenue#target"}]\n'
    expect(arrows(`type: grouped-column\nunit: JPY bn\n${series}${arrow}`)).toEqual([
      ['revenue#target', '+4.7%', 'growth(revenue@FY09#target,FY08)'],
    ])
  })
})

describe('what a chart names by a line item', () => {
  const targets =
    'periods: [FY07, FY08, FY09]\nseries: [turnover, {metric: turnover, scenario: target, label: Target}]\n'
  const steps =
    'steps: [{start: income, period: FY07}, {change: gp}, {change: costs, negate: true}, {end: income, period: FY08}]\n'

  it.each([
    ['turnover#target', 'FY08', 'FY09', 'revenue#target', 3],
    ['revenue#target', 'FY08', 'FY09', 'revenue#target', 2],
    ['turnover', 'FY07', 'FY08', 'revenue', 3],
    ['revenue#actual', 'FY07', 'FY08', 'revenue', 2],
  ])('is found by the earlier name too: "%s" from %s to %s', (name, from, to, series, found) => {
    const arrow = `differences: [{from: ${from}, to: ${to}, series: "${name}"}]\n`
    const { value, diagnostics } = resolve(`type: grouped-column\nunit: JPY bn\n${targets}${arrow}`)
    expect(value?.model.arrows.map((one) => one.series)).toEqual([series])
    expect(diagnostics.map(({ code }) => code)).toEqual(Array.from({ length: found }, () => 'former-name'))
  })

  it.each([
    ['type: waterfall\nhighlight: margin.gross\n', [false, true, false, false]],
    ['type: waterfall\nhighlight: costs\n', [false, false, true, false]],
    ['type: waterfall\nhighlight: income\n', [false, false, false, true]],
  ])('is emphasized in a bridge: %j', (head, emphasis) => {
    expect(chart(`${head}${steps}`).model.categories.map((category) => category.emphasis)).toEqual(emphasis)
  })

  it('is emphasized among line items by the earlier name', () => {
    const { model } = chart('type: bar\nitems: [income, gross]\nperiod: FY08\nhighlight: gp\n')
    expect(model.categories.map(({ emphasis }) => emphasis)).toEqual([false, true])
  })

  it.each([
    [
      `type: grouped-column\n${targets}differences: [{from: FY08, to: FY09, series: "turnover#budget"}]\n`,
      'revenue#budget',
    ],
    [`type: waterfall\nhighlight: one-time\n${steps}`, 'one-time'],
    ['type: bar\nitems: [income, gross]\nperiod: FY08\nhighlight: costs\n', 'costs'],
    ['type: column\nseries: [revenue]\nperiods: [FY07, FY08]\nhighlight: 4Q08\n', '4Q08'],
  ])('is a mistake where nothing draws it: %j', (yaml, name) => {
    const { diagnostics } = resolve(yaml)
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'missing-category',
    ])
    expect(diagnostics.find(({ code }) => code === 'missing-category')?.message).toContain(name)
  })
})

describe('totals that no metric holds', () => {
  it('are facts computed from the parts', () => {
    const { model } = chart('type: stacked-column\nseries: [income, costs]\nperiods: [FY08]\ntotals: true\n')
    expect(model.totals?.[0]).toMatchObject({ text: '13,600', fact: 'sum(income@FY08 + costs@FY08)' })
    expect(data && factBook(data).sum({ label: 'Total', terms: [] })).toBeUndefined()
  })

  it('of a bridge are computed from its steps', () => {
    const steps =
      '[{start: income, period: FY07}, {change: gross}, {subtotal: Before costs}, {change: costs, negate: true}, {end: income, period: FY08}]'
    const { model, uses } = chart(`type: waterfall\nsteps: ${steps}\n`)
    const fact = 'sum(income@FY07 + difference(gross@FY08,FY07))'
    expect(model.series[0]?.marks[2]).toMatchObject({ text: '4,359', fact, step: 'subtotal' })
    expect(uses.map((use) => use.fact)).toContain(fact)
  })
})

describe('charts of one unit on a slide', () => {
  const column = (metric: string, further = '') => chart(`type: column\nseries: [${metric}]\nperiods: [FY]\n${further}`)
  const shown = (charts: readonly ResolvedChart[]) =>
    shareBounds(
      charts.map((each, index) => ({ ...each, model: { ...each.model, id: `c-${index}` } })),
      en.charts,
    ).map(({ bounds, scaleNote }) => [bounds?.max ?? null, ...(scaleNote === undefined ? [] : [scaleNote])])
  const people = chart('type: column\nseries: [people]\nperiods: 4Q08\n')

  it('have one scale where their largest values are near enough, and leave the others alone', () => {
    expect(shown([column('revenue'), column('recurring'), people])).toEqual([[69731], [69731], [null]])
  })

  it('keep their scales where one would dwarf the other, and the last says so', () => {
    expect(shown([column('revenue'), column('income')])).toEqual([[null], [null, 'Scales differ.']])
    expect(shown([column('revenue'), column('gross'), column('costs'), people])).toEqual([
      [null],
      [13600],
      [13600, 'Scales differ.'],
      [null],
    ])
  })

  it('keep a scale that the author asks for', () => {
    expect(shown([column('revenue'), column('recurring', 'scale: own\n')])).toEqual([[null], [null, 'Scales differ.']])
  })

  it('are not compared with lines', () => {
    const line = chart('type: line\nseries: [income]\nperiods: 1Q08..4Q08\n')
    expect(shown([column('revenue'), line])).toEqual([[null], [null]])
  })
})

describe('a bridge', () => {
  const amount = fc.integer({ min: -100_000, max: 100_000 })

  it('adds up exactly, whatever the steps', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 8 }), (start, steps) => {
        const end = steps.reduce((sum, value) => sum + value, start)
        expect(bridgeOf(start, steps, end).value).toBeDefined()
        expect(bridgeOf(start, steps, end + steps.length + 3).value).toBeUndefined() // beyond half a unit a figure
      }),
      { numRuns: tries(25, 500) },
    )
  })
})

/** A bridge over made-up metrics in whole millions. */
function bridgeOf(start: number, steps: readonly number[], end: number): Reading<ResolvedChart | undefined> {
  const ids = ['start', ...steps.map((_, index) => `step-${index}`), 'end']
  const book = madeUp(
    Object.fromEntries([start, ...steps, end].map((value, index) => [ids[index] ?? '', String(value)])),
  )
  const lines = steps.map((_, index) => `  - {figure: step-${index}}`)
  const yaml = ['type: waterfall', 'period: FY', 'steps:', '  - {start: start}', ...lines, '  - {end: end}', ''].join(
    '\n',
  )
  return resolve(yaml, book)
}

/** Metrics of one unit with one figure each, of FY08. */
function madeUp(values: Readonly<Record<string, string>>, unit = 'JPY mn'): DeckData {
  const rows = Object.keys(values).map(
    (id) => `  ${id}: {label: ${id}, unit: "${unit}", kind: ${unit === '%' ? 'ratio' : 'flow'}, polarity: more}`,
  )
  const cells = Object.entries(values).map(([id, value]) => `${id},${unit},${value},S1,table`)
  const book = parseData(
    Object.entries({
      'data/deck.yaml': deck,
      'data/metrics.yaml': `metrics:\n${rows.join('\n')}\n`,
      'data/sources.yaml': sources,
      'data/figures/all.csv': `metric,unit,FY08,source,at\n${cells.join('\n')}\n`,
    }).map(([path, text]) => ({ kind: 'text' as const, path, text })),
  ).value
  if (!book) throw new Error('the made-up data have an error')
  return book
}
