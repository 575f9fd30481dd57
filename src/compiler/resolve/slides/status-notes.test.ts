import { describe, expect, test } from 'vitest'
import { buildPage } from '../../../../tests/golden/_decks.ts'
import type { Inline } from '../../../model/content.ts'
import { plainText } from '../../../model/content.ts'
import { chartsOf, type Slide, tablesOf } from '../../../model/deck.ts'
import type { SourceFile } from '../../../model/source-file.ts'

const metrics = `metrics:
  sales: {label: Sales, unit: EUR mn, kind: flow, polarity: more}
  profit: {label: Profit, unit: EUR mn, kind: flow, polarity: more}
  margin: {label: Margin, unit: "%", kind: ratio, polarity: more, ratio: [profit, sales]}
`
const header = 'metric,unit,status,FY22,FY23,source,at,note'

interface Given {
  readonly rows: readonly string[]
  readonly errata?: readonly string[]
  readonly body: string
  readonly title?: string
  readonly sources?: string
}

function compiled({
  rows,
  errata,
  body,
  title = 'Results',
  sources = 'R1: {title: Report}\nR2: {title: Slides}\n',
}: Given) {
  const file = (path: string, text: string): SourceFile => ({ kind: 'text', path, text })
  const files = [
    file(
      'data/deck.yaml',
      'company: Acme\ntitle: Results\ndate: 2024-05-01\nreporting-period: FY23\ncalendar: {style: us}\n',
    ),
    file('data/metrics.yaml', metrics),
    file('data/sources.yaml', sources),
    file('data/figures/a.csv', [header, ...rows, ''].join('\n')),
    ...(errata ? [file('data/errata.csv', ['slide,fact,printed,right,ground', ...errata, ''].join('\n'))] : []),
    file('slides/010-results.md', `---\nlayout: points\ntitle: ${title}\n---\n${body}\n`),
    file('templates/layouts/points.hbs', '<h2>{{title}}</h2>{{body}}{{#each footnotes as |note|}}{{note}}{{/each}}'),
    file(
      'templates/layouts/points.yaml',
      'needs: {title: true, tables: [0, 4], charts: [0, 4]}\nchart: {width: 900, height: 500}\n',
    ),
  ]
  const { deck, page, diagnostics } = buildPage(files, { edition: 'public' })
  const slide = deck?.slides[0]
  return { deck, page, slide, codes: diagnostics.map(({ code }) => code) }
}

const marksOf = (runs: readonly Inline[]): readonly string[] =>
  runs.flatMap((run) => (run.kind === 'figure' ? [`${run.text} ${run.mark ?? '-'} ${run.status ?? '-'}`] : []))

const bodyRuns = (slide: Slide | undefined): readonly Inline[] =>
  (slide?.lead ?? []).flatMap((block) => ('runs' in block ? block.runs : []))

const notesOf = (slide: Slide | undefined): readonly string[] =>
  (slide?.footnotes ?? []).map(({ mark, runs }) => `${mark} ${plainText(runs)}`)

const plainRows = ['sales,EUR mn,,90,100,R1,,', 'profit,EUR mn,,9,12,R1,,']

describe('a corrected figure', () => {
  test('has its sign, its note and its status, on the slide of the erratum and on its card', () => {
    const { deck, slide } = compiled({
      rows: plainRows,
      body: 'Sales of {{figure "sales" "FY"}}, profit of {{figure "profit" "FY"}}.',
      errata: ['results,profit@FY23,EUR21 million,EUR12 million,Digits exchanged.'],
    })
    expect(marksOf(bodyRuns(slide))).toEqual(['EUR100 million - -', 'EUR12 million ‡ corrected'])
    expect(notesOf(slide)).toEqual(['‡ Printed in 2024 as “EUR21 million”'])
    expect(deck?.facts['profit@FY23']?.status).toBe('corrected')
    expect(deck?.facts['sales@FY23']?.status).toBe('published')
  })

  test('several of one slide share one sign and one line, in the order of reading', () => {
    const { slide } = compiled({
      rows: plainRows,
      title: 'Profit of {{figure "profit" "FY"}}',
      body: 'Sales\n\n```table\nrows: [sales, profit]\ncolumns: [FY]\n```\n\n```chart\ntype: column\nseries: [sales]\nperiods: [FY-1, FY]\n```',
      errata: ['results,profit@FY23,21,12,Digits.', 'results,sales@FY23,10,EUR100 million,A digit was lost.'],
    })
    expect(marksOf(slide?.title?.runs ?? [])).toEqual(['EUR12 million ‡ corrected'])
    const [table] = slide ? tablesOf(slide) : []
    expect(table?.rows.map(({ cells }) => marksOf(cells[0]?.runs ?? []))).toEqual([
      ['100 ‡ corrected'],
      ['12 ‡ corrected'],
    ])
    const [chart] = slide ? chartsOf(slide) : []
    expect(chart?.chart.series[0]?.marks.map((mark) => mark?.footnote)).toEqual([undefined, '‡'])
    expect(notesOf(slide)).toEqual(['‡ Printed in 2024 as “21”, “10”'])
  })

  test('a change on a bracket bears its sign, as its note is at the foot', () => {
    const { slide } = compiled({
      rows: plainRows,
      body: '```chart\ntype: column\nseries: [sales]\nperiods: [FY-1, FY]\ndifferences: [{from: FY-1, to: FY, as: relative}]\n```',
      errata: ['results,"growth(sales@FY23,FY22)",up 1%,up 11.1%,Digits.'],
    })
    const [chart] = slide ? chartsOf(slide) : []
    expect(chart?.chart.arrows.map(({ text, footnote }) => [text, footnote])).toEqual([['+11.1%', '‡']])
    expect(notesOf(slide)).toEqual(['‡ Printed in 2024 as “up 1%”'])
  })

  test('what is only doubted and shown as printed has no mark, and its card says so', () => {
    const { deck, slide } = compiled({
      rows: plainRows,
      body: 'Sales of {{figure "sales" "FY"}}.',
      errata: ['results,sales@FY23,100,as printed,Another report says 101.'],
    })
    expect(marksOf(bodyRuns(slide))).toEqual(['EUR100 million - -'])
    expect(deck?.facts['sales@FY23']).toMatchObject({
      status: 'published',
      errata: ['Printed in 2024 as “100”, and shown as printed. Another report says 101.'],
    })
  })

  test.each([
    ['a value at another scale', 'results,sales@FY23,EUR1.0 billion,EUR0.1 billion,A digit.', []],
    [
      'a change that went the other way',
      'results,"growth(sales@FY23,FY22)",up 1%,down 11.1%,Digits.',
      ['invalid-erratum'],
    ],
    ['a change as printed', 'results,"growth(sales@FY23,FY22)",up 1%,up 11.1% YoY,Digits.', []],
    ['another number', 'results,sales@FY23,10,EUR110 million,A digit.', ['invalid-erratum']],
    ['a fact of another slide', 'results,profit@FY23,10,12,A digit.', ['unknown-erratum-fact']],
  ])('the errata are held against the slide: %s', (_, row, codes) => {
    const body = 'Sales of {{figure "sales" "FY"}}, {{change "sales" "FY"}}.'
    expect(compiled({ rows: plainRows, body, errata: [row] }).codes).toEqual(codes)
  })
})

describe('a restated figure', () => {
  const rows = [
    'sales,EUR mn,restated,90,,R1,,Leases are now included.',
    'sales,EUR mn,,,100,R1,,',
    'profit,EUR mn,restated,8,,R1,,Leases are now included.',
    'profit,EUR mn,,,12,R1,,',
  ]

  test('has its sign and note in a text, and so has what is computed from it', () => {
    const { slide } = compiled({ rows, body: 'From {{figure "sales" "FY-1"}}, {{change "sales" "FY"}}.' })
    expect(marksOf(bodyRuns(slide))).toEqual(['EUR90 million § restated', 'up 11.1% YoY § -'])
    expect(notesOf(slide)).toEqual(['§ Restated: Leases are now included'])
  })

  test('a whole column has it once, at its heading, and a single cell at the cell', () => {
    const table = (periods: string): string =>
      `Sales\n\n\`\`\`table\nrows: [sales, profit]\ncolumns: [${periods}]\nchange: yoy\n\`\`\``
    const { slide } = compiled({ rows, body: table('FY, FY-1') })
    const [whole] = slide ? tablesOf(slide) : []
    expect(whole?.columns.map(({ mark }) => mark)).toEqual([undefined, undefined, '§', undefined])
    expect(
      whole?.rows.flatMap(({ cells }) =>
        cells.flatMap(({ runs }) => marksOf(runs).filter((text) => text.includes('§'))),
      ),
    ).toEqual([])
    const single = compiled({ rows: [...rows.slice(0, 2), 'profit,EUR mn,,8,12,R1,,'], body: table('FY, FY-1') }).slide
    const [cells] = single ? tablesOf(single) : []
    expect(cells?.columns.map(({ mark }) => mark)).toEqual([undefined, undefined, undefined, undefined])
    expect(marksOf(cells?.rows[0]?.cells[1]?.runs ?? [])).toEqual(['90 § restated'])
  })
})

describe('a derived figure', () => {
  const rows = ['sales,EUR mn,,,100,R1,,', 'profit,EUR k,derived,,12040 [12030..12045],R1,sales less costs,']
  const body = 'Profit of {{figure "profit" "FY" as="EUR mn" decimals=1}}, {{share "profit" of="sales" "FY"}}.'

  test('has its note where no source prints it', () => {
    const { slide } = compiled({ rows, body })
    expect(marksOf(bodyRuns(slide))).toEqual(['EUR12.0 million † derived', '12.0% † derived'])
  })

  test('has none where a source prints the very digits, of a share under its own name', () => {
    const { slide } = compiled({ rows: [...rows, 'profit,EUR mn,,,12.0,R2,,', 'margin,%,,,12.0,R2,,'], body })
    expect(marksOf(bodyRuns(slide))).toEqual(['EUR12.0 million - -', '12.0% - -'])
    expect(slide?.footnotes).toEqual([])
  })

  test('keeps it where the source prints other digits, or fewer', () => {
    const { slide } = compiled({ rows: [...rows, 'margin,%,,,12,R2,,'], body })
    expect(marksOf(bodyRuns(slide))).toEqual(['EUR12.0 million † derived', '12.0% † derived'])
  })
})

test('a source later than the deck needs a reason, which the page has for its cards', () => {
  const given = { rows: plainRows, body: '{{figure "sales" "FY"}}' }
  expect(compiled({ ...given, sources: 'R1: {title: Report, date: 2024-05-02}\n' }).codes).toEqual([
    'invalid-source-date',
  ])
  expect(compiled({ ...given, sources: 'R1: {title: Report, date: 2024-05-01}\n' }).codes).toEqual([])
  const reason = 'The only document with the split by quarter.'
  const sources = `R1: {title: Report, date: 2024-08-01, later-evidence: ${reason}}\n`
  const { deck, page, codes } = compiled({ ...given, sources })
  expect(codes).toEqual([])
  expect(deck?.documents[0]).toMatchObject({ id: 'R1', date: '2024-08-01', laterEvidence: reason })
  expect(page?.facts).toContain(reason)
})

describe('derived figures', () => {
  const rows = [
    'sales,EUR mn,derived,90 [89..91],,R1,year less half-year,',
    'sales,EUR mn,,,100,R1,,',
    'profit,EUR mn,derived,,12 [11..13],R1,margin times sales,',
    'profit,EUR mn,,9,,R1,,',
  ]

  test('say how they were derived where all were in one way', () => {
    const { slide } = compiled({ rows, body: 'Sales of {{figure "sales" "FY-1"}}.' })
    expect(marksOf(bodyRuns(slide))).toEqual(['EUR90 million † derived'])
    expect(notesOf(slide)).toEqual(['† Derived: year less half-year'])
  })

  test('share one sign and one line in text and tables where the ways differ', () => {
    const table = '```table\nrows: [sales, profit]\ncolumns: [FY-1, FY]\n```'
    const { slide } = compiled({ rows, body: `Profit of {{figure "profit" "FY"}}\n\n${table}` })
    const [model] = slide ? tablesOf(slide) : []
    expect(model?.rows.map(({ cells }) => cells.flatMap(({ runs }) => marksOf(runs)))).toEqual([
      ['90 † derived', '100 - -'],
      ['9 - -', '12 † derived'],
    ])
    expect(model?.notes).toEqual([])
    expect(notesOf(slide)).toEqual(['† Derived from published figures'])
  })

  test('and marks of a chart have one line together, which names the periods', () => {
    const chart = '```chart\ntype: column\nseries: [sales]\nperiods: [FY-1, FY]\n```'
    const { slide } = compiled({ rows, body: `Profit of {{figure "profit" "FY"}}\n\n${chart}` })
    expect(notesOf(slide)).toEqual(['† Derived: FY22'])
  })
})
