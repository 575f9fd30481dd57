import { describe, expect, test } from 'vitest'
import { rational, toExactText } from '../../../model/rational.ts'
import type { SourceFile } from '../../../model/source-file.ts'
import { dropFollowUps } from '../../diagnostics/follow-ups.ts'
import { parseData } from './deck-data.ts'

const deck = `company: Example Corp.
title: Results
date: 2009-07-08
reporting-period: FY08
calendar:
  start-month: 4
  style: kessan
units:
  persons: {singular: person}
`

const metrics = `scenarios:
  initial: {label: Initial target, kind: target}
metrics:
  revenue: {label: Revenue, unit: JPY mn, kind: flow, polarity: more, sum: [recurring, one-time]}
  recurring: {label: Recurring, unit: JPY mn, kind: flow}
  one-time: {label: One-time, unit: JPY mn, kind: flow}
  margin: {label: Margin, unit: "%", kind: ratio}
  staff: {label: Staff, unit: persons, kind: stock}
`

const sources = `S01: {title: Release, date: 2009-05-15}
S02: {title: Other}
`

const figures = `metric,unit,scenario,measure,status,4Q08,FY08,source,at,note
recurring,JPY mn,,,,"14,032","54,064",S01,page 1,
`

const company = { deck, metrics, sources, figures }

function filesOf(changed: Partial<typeof company> & { readonly more?: readonly SourceFile[] }): readonly SourceFile[] {
  const all = { ...company, ...changed }
  const text = (path: string, content: string): SourceFile => ({ kind: 'text', path, text: content })
  return [
    text('data/deck.yaml', all.deck),
    text('data/metrics.yaml', all.metrics),
    text('data/sources.yaml', all.sources),
    text('data/figures/a.csv', all.figures),
    ...(changed.more ?? []),
  ]
}

/** "code path:line:column+length message | hint", one a finding. */
const findings = (changed: Parameters<typeof filesOf>[0]): readonly string[] =>
  dropFollowUps(parseData(filesOf(changed)).diagnostics).map(({ code, message, hint, place }) => {
    const at = place.cell ?? `${place.line}:${place.column}+${place.length ?? 1}`
    return `${code} ${place.path.replace('data/', '')} ${at} ${message} | ${hint ?? ''}`
  })

const row = (text: string): string => `${figures}${text}\n`

describe('a company’s data', () => {
  test('is read without a finding', () => {
    const { value: data, diagnostics } = parseData(filesOf({}))
    expect(diagnostics).toEqual([])
    expect(data?.config.reportingPeriod.label).toBe('FY08')
    expect(data?.config.dateText).toBe('July 8, 2009')
    expect(data?.config.calendar).toMatchObject({ startMonth: 4, yearNamedBy: 'start', subPeriods: 'quarters' })
    expect([...(data?.scenarios.keys() ?? [])]).toEqual(['actual', 'target', 'initial'])
    expect(data?.figures.map(({ period, value }) => `${period.label} ${value && toExactText(value)}`)).toEqual([
      '4Q08 14032',
      'FY08 54064',
    ])
    expect(data?.figures[0]).toMatchObject({
      metric: 'recurring',
      scenario: 'actual',
      measure: 'value',
      status: 'published',
      sources: [{ document: 'S01', at: 'page 1' }],
      place: { path: 'data/figures/a.csv', line: 2, column: 22, length: 6 },
    })
  })

  test('gives the tie-out its ties, waivers and published figures, each with its place', () => {
    const text = (path: string, content: string): SourceFile => ({ kind: 'text', path, text: content })
    const withTies = `${metrics}ties:\n  - {total: revenue, parts: [recurring, -one-time]}\n  - flat-band: 0.5\n`
    const waiver =
      '- {rule: F1, fact: revenue@FY08, printed: JPY361 million, reason: so it was published, who: A. Person, when: 2009-05-15}\n'
    const more = [
      text('data/waivers.yaml', waiver),
      text(
        'data/published.csv',
        'edition,fact,printed,unit,label,source,chain\n2008-07-08,revenue@FY08,4..5,JPY bn,Revenue,S01,x\n',
      ),
    ]
    const { value: data, diagnostics } = parseData(filesOf({ metrics: withTies, more }))
    expect(diagnostics).toEqual([])
    expect(data?.ties.flatBand).toEqual(rational(1n, 2n))
    expect(data?.ties.ties).toMatchObject([
      {
        kind: 'sum',
        total: 'revenue',
        parts: [{ metric: 'recurring' }, { metric: 'one-time', weight: rational(-1n) }],
        place: { path: 'data/metrics.yaml', line: withTies.split('\n').length - 2, column: 5 },
      },
    ])
    expect(data?.waivers).toMatchObject([{ rule: 'F1', fact: 'revenue@FY08', when: '2009-05-15', place: { line: 1 } }])
    const figure = {
      fact: 'revenue@FY08',
      displayed: '4..5',
      decimals: 0,
      displayUnit: 'JPY bn',
      edition: '2008-07-08',
      ...{ label: 'Revenue', source: 'S01', chain: 'x' },
    }
    expect(data?.published).toEqual([
      { ...figure, place: { path: 'data/published.csv', line: 2, column: 12, length: 12 } },
    ])
  })
})

test('a head of figures may say its time in words', () => {
  const worded = figures.replace('4Q08,FY08', '"Three months ended March 31, 2009",Year to 31 March 2009')
  const periods = (text: string) =>
    parseData(filesOf({ figures: text })).value?.figures.map(({ period }) => period.label)
  expect(periods(worded)).toEqual(['4Q08', 'FY08'])
})

describe('mistakes in figures are reported at their cell', () => {
  test.each<[string, string, string]>([
    [
      'an unknown column',
      figures.replace('scenario', 'scenarois'),
      'unknown-column figures/a.csv 1:13+9 unknown column "scenarois" | did you mean "scenario"? columns are metric, unit, scenario, measure, status, source, at, note, label.',
    ],
    [
      'a column without a name',
      figures.replace('status', ''),
      'unknown-column figures/a.csv 1:30+1 unknown column: it has cells but no name | columns are metric, unit, scenario, measure, status, source, at, note, label.',
    ],
    [
      'a period outside the calendar',
      figures.replace('4Q08', '5Q08'),
      'unknown-period figures/a.csv 1:37+4 unknown period "5Q08": the calendar has none of that name | periods are written 4Q08, 1H08, FY08 or 2009-03-31; the calendar is set in data/deck.yaml.',
    ],
    [
      'a head in words, which import reads',
      figures.replace('4Q08', 'Five months to 31 August 2008'),
      'unknown-period figures/a.csv 1:37+29 unknown period "Five months to 31 August 2008": the calendar has none of that name | periods are written 4Q08, 1H08, FY08 or 2009-03-31; the calendar is set in data/deck.yaml. Files with heads in words are read by quarterdeck import (docs/quarter.md).',
    ],
    [
      'the same period twice',
      figures.replace('4Q08', 'FY2008'),
      'duplicate-column figures/a.csv 1:44+4 duplicate column "FY08" | another column has this name or is the same period.',
    ],
    [
      'a missing column',
      'metric,FY08\nrecurring,1\n',
      'missing-column figures/a.csv 1:1+6 missing column "unit" | the first row names the columns.',
    ],
    [
      'a bad number',
      row('recurring,JPY mn,target,,,,"1,23",S01,,'),
      'invalid-number figures/a.csv 3:29+4 invalid number "1,23" | write decimals with a point and thousands with a comma, or set files: {decimal: ","} in data/deck.yaml.',
    ],
    [
      'a bad end of a range',
      row('recurring,JPY mn,target,,,,10..x,S01,,'),
      'invalid-number figures/a.csv 3:32+1 invalid number "x" | write digits only; the unit has its own column, and words belong in "note".',
    ],
    [
      'a range turned round',
      row('recurring,JPY mn,target,,,,75..73,S01,,'),
      'invalid-range figures/a.csv 3:28+6 invalid range "75..73" | the low end comes first, and a derived value lies between its ends.',
    ],
    [
      'the same figure twice',
      row('recurring,JPY mn,,,,,"54,064",S01,,'),
      'duplicate-figure figures/a.csv 3:23+6 duplicate figure recurring FY08 | it is given already at data/figures/a.csv:2:31; keep one of them.',
    ],
    [
      'an unknown metric',
      row('recuring,JPY mn,,,,,1,S01,,'),
      'unknown-metric figures/a.csv 3:1+8 unknown metric "recuring" | did you mean "recurring"? metrics are defined in data/metrics.yaml.',
    ],
    [
      'an unknown unit',
      row('one-time,JPY mm,,,,,1,S01,,'),
      'unknown-unit figures/a.csv 3:10+6 unknown unit "JPY mm" | did you mean "JPY mn"? units are currencies ("JPY mn"), %, points, bps, x and the nouns under "units" in data/deck.yaml.',
    ],
    [
      'a unit of something else',
      row('one-time,persons,,,,,1,S01,,'),
      'invalid-unit figures/a.csv 3:10+7 invalid unit "persons" for one-time | expected JPY mn or another scale of it.',
    ],
    [
      'a change of an amount that is in points',
      row('one-time,points,,yoy,,,1,S01,,'),
      'invalid-unit figures/a.csv 3:10+6 invalid unit "points" for yoy of one-time | expected %: the change of an amount.',
    ],
    [
      'a change of a percentage that is in per cent',
      row('margin,%,,yoy,,,1,S01,,'),
      'invalid-unit figures/a.csv 3:8+1 invalid unit "%" for yoy of margin | expected points or bps: the change of a percentage.',
    ],
    [
      'an unknown scenario',
      row('one-time,JPY mn,inital,,,,1,S01,,'),
      'unknown-scenario figures/a.csv 3:17+6 unknown scenario "inital" | did you mean "initial"? scenarios are actual, target, initial; more are declared in data/metrics.yaml.',
    ],
    [
      'an unknown measure',
      row('one-time,JPY mn,,yoyo,,,1,S01,,'),
      'invalid-choice figures/a.csv 3:18+4 unknown measure "yoyo" | did you mean "yoy"? measure is one of value, yoy, qoq, yoy-difference, qoq-difference.',
    ],
    [
      'an unknown document',
      row('one-time,JPY mn,,,,,1,S01; S03,,'),
      'unknown-document figures/a.csv 3:28+3 unknown document "S03" | did you mean "S01"? documents are listed in data/sources.yaml.',
    ],
    [
      'no metric',
      row(',JPY mn,,,,,1,S01,,'),
      'missing-cell figures/a.csv 3:1+1 missing metric in this row | every row with figures needs its metric.',
    ],
    [
      'no unit',
      row('one-time,,,,,,1,S01,,'),
      'missing-cell figures/a.csv 3:10+1 missing unit in this row | every row with figures needs its unit.',
    ],
    [
      'no source',
      row('one-time,JPY mn,,,,,1,,,'),
      'missing-source figures/a.csv 3:1+8 missing source of one-time | name a document of data/sources.yaml, so that the figure can be ticked.',
    ],
    [
      'a cell too many',
      row('one-time,JPY mn,,,,,1,S01,,,3'),
      'unexpected-cell figures/a.csv 3:29+1 invalid row: cell "3" stands beyond the last column | put cells that hold the separator in quotes.',
    ],
    [
      'a flow at a date',
      'metric,unit,2009-03-31,source\none-time,JPY mn,5,S01\n',
      'invalid-period figures/a.csv 2:17+1 invalid period 2009-03-31 for one-time | a flow has no value at a date: use a quarter, half or year.',
    ],
    [
      'a year against the quarter before',
      row('one-time,%,,qoq,,,5,S01,,'),
      'invalid-period figures/a.csv 3:19+1 invalid period FY08 for one-time | only a quarter has a quarter before it: use yoy.',
    ],
    [
      'a number in a row of ranges',
      row('one-time,JPY mn,,,range,,5,S01,,'),
      'invalid-status figures/a.csv 3:26+1 invalid cell "5" in a row of status "range" | a range is written low..high; leave the status empty for a number.',
    ],
    [
      'bounds in a row of published figures',
      row('one-time,JPY mn,,,published,,5 [4..6],S01,,'),
      'invalid-status figures/a.csv 3:30+8 invalid cell "5 [4..6]" in a row of status "published" | a number with bounds is derived: write "derived" as the status.',
    ],
    [
      'an open quote',
      `${figures}one-time,"JPY mn`,
      'invalid-csv figures/a.csv 3:10+1 invalid CSV: a quoted cell has no closing quote | a quote inside a quoted cell is written twice.',
    ],
  ])('%s', (_, changed, expected) => {
    expect(findings({ figures: changed })).toContain(expected)
  })

  test('a mistake in one row hides none in the next', () => {
    const wrong = row('recuring,JPY mn,,,,x,1,S01,,\none-time,JPY mn,,,,x,y,S01,,')
    expect(findings({ figures: wrong }).map((finding) => finding.split(' ')[0])).toEqual([
      'unknown-metric',
      'invalid-number',
      'invalid-number',
    ])
  })

  test.each([
    ['metric;unit;4Q08;FY08;source\none-time;JPY mn;1,123;912;S01', ['invalid-number 2:17+5']],
    ['metric\tunit\t4Q08\tFY08\tsource\none-time\tJPY mn\t912\t1.123\tS01', ['invalid-number 2:21+5']],
    ['metric;unit;4Q08;FY08;source\none-time;JPY mn;1,123;69.7;S01', []],
    ['metric,unit,4Q08,FY08,source\none-time,JPY mn,"0,912","1,123",S01', ['invalid-number 2:18+5']],
    ['metric,unit,4Q08,FY08,source\none-time,JPY mn,"1,123",1.123,S01', []],
  ])('a comma or point before three digits: %j', (content, expected) => {
    const places = findings({ figures: content }).map(
      (finding) => finding.replace(/ figures\/a.csv/, '').split(' invalid ')[0],
    )
    expect(places).toEqual(expected)
  })

  test('the settings say what stands before decimals, for text and never for numbers of a workbook', () => {
    const settled = `${deck}files: {decimal: ","}\n`
    const content = 'metric;unit;4Q08;FY08;source\none-time;JPY mn;0,912;1,123;S01'
    const number = { kind: 'number', text: '2.125' } as const
    const rows = [
      ['metric', 'unit', '4Q08', 'FY08', 'source'],
      ['recurring', 'JPY mn', '2,5', '', 'S01'],
      ['margin', '%', '', number, 'S01'],
    ]
    const more: readonly SourceFile[] = [
      { kind: 'workbook', path: 'data/figures/b.xlsx', sheets: [{ name: 'Year', rows }] },
    ]
    const { value, diagnostics } = parseData(filesOf({ deck: settled, figures: content, more }))
    expect(diagnostics).toEqual([])
    expect(value?.figures.map((figure) => figure.value && toExactText(figure.value))).toEqual([
      '0.912',
      '1.123',
      '2.5',
      '2.125',
    ])
  })

  test('endings of files are read in any case', () => {
    const files = filesOf({}).map((file) => ({ ...file, path: file.path.replace(/\w+$/, (end) => end.toUpperCase()) }))
    const { value, diagnostics } = parseData(files)
    expect(diagnostics).toEqual([])
    expect(value?.figures).toHaveLength(2)
  })

  test('half-year reporters have no quarter before', () => {
    const halves = deck.replace('style: kessan', 'style: kessan\n  sub-periods: halves')
    const wrong = 'metric,unit,measure,FY08,source\none-time,%,qoq,5,S01\n'
    expect(findings({ deck: halves, figures: wrong })[0]).toMatch(
      /^invalid-choice figures\/a.csv 2:12\+3 unknown measure "qoq"/,
    )
  })

  test('the cell of a workbook is reported by its name', () => {
    const rows = [
      ['metric', 'unit', 'FY08', 'source'],
      ['one-time', 'JPY mn', '12a', 'S01'],
    ]
    const more: readonly SourceFile[] = [
      { kind: 'workbook', path: 'data/figures/b.xlsx', sheets: [{ name: 'Year', rows }] },
    ]
    expect(findings({ more })[0]).toMatch(/^invalid-number figures\/b.xlsx Year!C2 invalid number "12a"/)
  })

  test('a placeholder in a cell is reported there, where it would be printed with its braces', () => {
    const placed = row('one-time,JPY mn,,,,5,,S01,,"as {{period ""Q""}}"')
    expect(findings({ figures: placed })[0]).toMatch(
      /^unsupported-placeholder figures\/a.csv 3:\d+\S* unsupported placeholder {{period "Q"}}/,
    )
    const rows = [['name'], ['Sites of {{label "one-time"}}']]
    const more: readonly SourceFile[] = [
      { kind: 'workbook', path: 'data/tables/sites.xlsx', sheets: [{ name: 'Sites', rows }] },
    ]
    expect(findings({ more })[0]).toMatch(/^unsupported-placeholder tables\/sites.xlsx Sites!A2 /)
  })

  test('figures at two scales stand side by side, and a stock in the year’s and its last quarter’s column', () => {
    const more = 'recurring,JPY bn,,,,,54.1,S02,,\nstaff,persons,,,,"1,623","1,623",S01,,'
    expect(findings({ figures: row(more) })).toEqual([])
    const contradicting = row('staff,persons,,,,"1,623","1,624",S01,,')
    expect(findings({ figures: contradicting })[0]).toMatch(
      /^duplicate-figure figures\/a.csv 3:27\+5 duplicate figure staff FY08/,
    )
  })

  test('the form of a cell gives its status where the row gives none', () => {
    const cells = row('one-time,JPY mn,,,,5 [4..6],7..9,S01,by hand,')
    const found = parseData(filesOf({ figures: cells })).value?.figures.slice(2)
    expect(found?.map(({ status, formula }) => `${status}: ${formula}`)).toEqual(['derived: by hand', 'range: by hand'])
  })
})

describe('mistakes in settings and metrics are reported at their key or value', () => {
  test.each<[string, Partial<typeof company>, string]>([
    ['broken YAML', { deck: `${deck}  x: [1\n` }, 'invalid-yaml deck.yaml'],
    [
      'an unknown key',
      { deck: deck.replace('company:', 'compani: x\ncompany:') },
      'unknown-key deck.yaml 1:1+7 unknown key "compani" | did you mean "company"? keys here are company, short-name,',
    ],
    [
      'an unknown key further in',
      { deck: deck.replace('start-month', 'start-moth') },
      'unknown-key deck.yaml 6:3+10 unknown key "start-moth" | did you mean "start-month"? keys here are start-month, year-named-by,',
    ],
    [
      'a missing key',
      { deck: deck.replace('title: Results\n', '') },
      'missing-key deck.yaml 1:1+22 missing key "title" |',
    ],
    [
      'a number for a text',
      { deck: deck.replace('Example Corp.', '7203') },
      'invalid-value deck.yaml 1:10+4 invalid value 7203 of "company" | expected text (put numbers in quotes).',
    ],
    [
      'a text for a number',
      { deck: deck.replace('start-month: 4', 'start-month: April') },
      'invalid-value deck.yaml 6:16+5 invalid value "April" of "start-month" | expected a number.',
    ],
    [
      'a month too far',
      { deck: deck.replace('start-month: 4', 'start-month: 13') },
      'invalid-value deck.yaml 6:16+2 invalid value 13 of "start-month" | expected at most 12.',
    ],
    [
      'a style that there is not',
      { deck: deck.replace('kessan', 'kesan') },
      'invalid-value deck.yaml 7:10+5 invalid value "kesan" of "style" | did you mean "kessan"? expected one of kessan, us, calendar.',
    ],
    [
      'a day that is none',
      { deck: deck.replace('2009-07-08', '2009-02-30') },
      'invalid-value deck.yaml 3:7+10 invalid value "2009-02-30" of "date" | expected a day written as 2009-07-08.',
    ],
    [
      'a reporting period outside the calendar',
      { deck: deck.replace('FY08', 'FY8') },
      'unknown-period deck.yaml 4:19+3 unknown period "FY8"',
    ],
    [
      'a noun that is a currency',
      { deck: deck.replace('persons:', 'JPY:') },
      'invalid-value deck.yaml 9:3+3 invalid value "JPY" | expected a noun such as "sq ft" that is no currency, %, points, bps or x, and ends in no scale.',
    ],
    [
      'a metric’s unknown key',
      { metrics: metrics.replace('kind: stock', 'kind: stock, colour: 1') },
      'unknown-key metrics.yaml 8:53+6 unknown key "colour" | did you mean "color"?',
    ],
    [
      'a metric’s unknown unit',
      { metrics: metrics.replace('unit: persons', 'unit: person') },
      'unknown-unit metrics.yaml 8:31+6 unknown unit "person" | did you mean "persons"?',
    ],
    [
      'a definition of nothing known',
      { metrics: metrics.replace('[recurring, one-time]', '[recurring, one-tim]') },
      'unknown-metric metrics.yaml 4:88+7 unknown metric "one-tim" | did you mean "one-time"?',
    ],
    [
      'two definitions',
      { metrics: metrics.replace('sum: [', 'difference: [recurring, one-time], sum: [') },
      'invalid-definition metrics.yaml 4:71+10 invalid definition of revenue | it has "sum" already; keep one definition.',
    ],
    [
      'a sum of other things',
      { metrics: metrics.replace('[recurring, one-time]', '[recurring, staff]') },
      'invalid-definition metrics.yaml 4:71+3 invalid definition of revenue | staff counts persons, and revenue JPY.',
    ],
    [
      'a circle',
      {
        metrics: metrics.replace(
          'Recurring, unit: JPY mn, kind: flow',
          'Recurring, unit: JPY mn, kind: flow, sum: [revenue]',
        ),
      },
      'circular-metric metrics.yaml 4:71+3 invalid definition: revenue → recurring → revenue is circular |',
    ],
    [
      'a source’s unknown key',
      { sources: sources.replace('title: Other', 'titel: Other') },
      'unknown-key sources.yaml 2:7+5 unknown key "titel" | did you mean "title"?',
    ],
    [
      'an alias of nothing',
      { sources: 'S01: *nothing\n' },
      'invalid-yaml sources.yaml 1:1+1 invalid YAML: unresolved alias',
    ],
    ['a key twice', { sources: `${sources}S01: {title: Again}\n` }, 'invalid-yaml sources.yaml 3:1'],
  ])('%s', (_, changed, expected) => {
    const found = findings(changed)
    expect(found.find((finding) => finding.startsWith(expected)) ?? found).toEqual(expect.stringContaining(expected))
  })

  test('each circle is reported once', () => {
    const circle = metrics
      .replace('Recurring, unit: JPY mn, kind: flow', 'Recurring, unit: JPY mn, kind: flow, sum: [revenue]')
      .replace('One-time, unit: JPY mn, kind: flow', 'One-time, unit: JPY mn, kind: flow, sum: [one-time]')
    expect(findings({ metrics: circle }).filter((finding) => finding.startsWith('circular'))).toHaveLength(2)
  })

  test('a metric with a mistake of its own makes its figures no mistakes', () => {
    const found = findings({ metrics: metrics.replace('Recurring, unit: JPY mn', 'Recurring, unit: JPX') })
    expect(found.map((finding) => finding.split(' ')[0])).toEqual(['unknown-unit'])
  })

  test('labels that YAML reads as numbers are periods all the same', () => {
    const calendarDeck = 'company: X\ntitle: T\ndate: 2025-01-01\nreporting-period: 2024\nunits: {persons: }\n'
    expect(parseData(filesOf({ deck: calendarDeck, figures: '' })).value?.config.reportingPeriod.label).toBe('2024')
  })

  test('without settings nothing can be read, and that is said with all else that is wrong', () => {
    const files = filesOf({ sources: 'S01: {}\n' }).filter(({ path }) => path !== 'data/deck.yaml')
    const { value: data, diagnostics } = parseData(files)
    expect(data).toBeUndefined()
    expect(diagnostics.map(({ code }) => code)).toEqual(['missing-file', 'missing-key'])
  })
})

describe('tables and errata', () => {
  const text = (path: string, content: string): SourceFile => ({ kind: 'text', path, text: content })

  test('a table has its file’s name, its header and its rows', () => {
    const more = [text('data/tables/companies.csv', 'Name,Owned by\nA,"1,5"\n\nB\n')]
    const at = (line: number, column: number, length: number) => ({
      ...{ path: 'data/tables/companies.csv', line, column, length },
    })
    expect(parseData(filesOf({ more })).value?.tables.get('companies')).toEqual({
      id: 'companies',
      columns: ['Name', 'Owned by'],
      rows: [
        { cells: ['A', '1,5'], place: at(2, 1, 1), places: [at(2, 1, 1), at(2, 4, 3)] },
        { cells: ['B', ''], place: at(4, 1, 1), places: [at(4, 1, 1), at(4, 1, 1)] },
      ],
    })
  })

  test.each<[string, string, string, string]>([
    ['a cell too many', 'data/tables/a.csv', 'a,b\n1,2,3\n', 'unexpected-cell tables/a.csv 2:5+1'],
    ['a column without name', 'data/tables/a.csv', 'a,,c\n1,2,3\n', 'unknown-column tables/a.csv 1:3+1'],
    ['a column twice', 'data/tables/a.csv', 'a,a\n1,2\n', 'duplicate-column tables/a.csv 1:3+1'],
    [
      'an erratum’s unknown column',
      'data/errata.csv',
      'slide,fact,printed,right,grund\n',
      'unknown-column errata.csv 1:26+5',
    ],
    [
      'an erratum without ground',
      'data/errata.csv',
      'slide,fact,printed,right,ground\na,,1,2,\n',
      'missing-cell errata.csv 2:8+1',
    ],
    ['a file of a spreadsheet that is open', 'data/figures/~$a.xlsx', '', ''],
    ['a file that nothing reads', 'data/figure/a.csv', '', 'unknown-file figure/a.csv 1:1+1'],
  ])('%s', (_, path, content, expected) => {
    const reported = expected === '' ? [] : [expect.stringContaining(expected)]
    expect(findings({ more: [text(path, content)] })).toEqual(reported)
  })

  test('errata are read with their place', () => {
    const more = [text('data/errata.csv', 'slide,fact,printed,right,ground\nrevenues,x@FY08,"1,2",3,because\n')]
    expect(parseData(filesOf({ more })).value?.errata).toEqual([
      {
        slide: 'revenues',
        fact: 'x@FY08',
        printed: '1,2',
        right: '3',
        ground: 'because',
        place: { path: 'data/errata.csv', line: 2, column: 1, length: 8 },
        factPlace: { path: 'data/errata.csv', line: 2, column: 10, length: 6 },
        rightPlace: { path: 'data/errata.csv', line: 2, column: 23, length: 1 },
      },
    ])
  })
})
