import { describe, expect, test } from 'vitest'
import { en } from '../../src/language/en.ts'
import type { BoundDeck, Slide } from '../../src/model/deck.ts'
import { isTicked, tickLines, ticksByFact } from '../../src/tieout/report/figure-ticks.ts'
import { reportFiles } from '../../src/tieout/report/report-html.ts'
import { reportJson } from '../../src/tieout/report/report-json.ts'
import { reportText } from '../../src/tieout/report/report-text.ts'
import { needsRoundingNote } from '../../src/tieout/words/rounding-notes.ts'
import { reportSchema, tieOutReport } from './report-schema.ts'
import { row, type SmallDeck, tieSmall } from './small-deck.ts'

const failing: SmallDeck = {
  columns: 'FY07,FY08',
  rows: [row('revenue', '90,110'), row('services', '50,60'), row('goods', '40,40'), row('income', ',5')],
  title: 'Revenue of {{figure "revenue" "FY"}}',
  body: '- Services brought in {{figure "services" "FY"}}\n- Goods {{change "goods" "FY"}}',
}
const { deck, result } = tieSmall(failing)
const withErratum: BoundDeck = {
  ...deck,
  data: {
    ...deck.data,
    errata: [
      {
        slide: 'results',
        printed: '120',
        right: '110',
        ground: 'the release',
        factPlace: { path: 'data/errata.csv', line: 2, column: 1 },
        rightPlace: { path: 'data/errata.csv', line: 2, column: 1 },
        place: { path: 'data/errata.csv', line: 2, column: 1 },
      },
    ],
  },
}

const made = { engine: '1.2.3', data: 'd1', page: 'p1', commit: null }

describe('the report for the terminal', () => {
  test('shows what failed, by slide, with its arithmetic, and what could not be checked', () => {
    expect(reportText(deck, result)).toBe(
      [
        'tie-out of 1 slide: 9 ticked, 0 ticked as rounding, 0 waived, 0 warned, 1 failed, 0 not checkable',
        '3 figures printed: 0 tied to others, 3 as their source states, 0 untied',
        '',
        '1. Revenue of JPY110 million (results)',
        '  error[F1] data/figures/a.csv:2:27  invalid total, Total revenues FY08: the parts do not add up',
        '      60 + 40 = 100, stated 110: off by -10   ±1.5',
        '      revenue@FY08: are two digits exchanged, 101 for 110?',
        '      revenue@FY08: Release',
        '      services@FY08: Release',
        '      goods@FY08: Release',
      ].join('\n'),
    )
  })

  test('shows every tick and the errata when asked to', () => {
    const all = reportText(withErratum, result, { all: true })
    expect(all).toContain('ticked[S3]')
    expect(all).toContain('  results: printed "120", right is "110": the release')
  })
})

describe('the report as JSON', () => {
  test('is what its schema says, figures with their sources', () => {
    const report = reportJson(withErratum, result, made)
    expect(tieOutReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
    expect(report.counts.error).toBe(1)
    expect(report.errata).toEqual([{ slide: 'results', printed: '120', right: '110', ground: 'the release' }])
    expect(report.findings.find(({ verdict }) => verdict === 'error')).toMatchObject({
      rule: 'F1',
      slides: ['results'],
      use: 'results.1',
      figures: [
        { fact: 'revenue@FY08', value: '110', unit: 'JPY mn', status: 'published', sources: [{ title: 'Release' }] },
        { fact: 'services@FY08', value: '60' },
        { fact: 'goods@FY08', value: '40' },
      ],
    })
  })

  // `npx vitest run tests/tieout -u` writes it anew.
  test('has its schema in schemas/', async () => {
    await expect(`${JSON.stringify(reportSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../schemas/tie-out.schema.json',
    )
  })
})

describe('tie-out.html', () => {
  const [page, style, script] = reportFiles(withErratum, result)

  test('has no code and no style of its own, so that it stands under the content policy', () => {
    expect([page?.name, style?.name, script?.name]).toEqual(['tie-out.html', 'tie-out.css', 'tie-out.js'])
    expect(page?.content).not.toMatch(/<style|<script(?! type="module" src=)|\sstyle=|\son\w+=|javascript:/)
    expect(`${page?.content}${style?.content}${script?.content}`).not.toMatch(/https?:\/\//)
  })

  test('has a row for each finding, linked to the figure on its slide', () => {
    expect(page?.content.match(/<tr data-rule=/g)).toHaveLength(result.findings.length)
    expect(page?.content).toContain('<a href="index.html?tick=results.1#/results">results</a>')
    expect(page?.content).toContain(
      'data-rule="F1" data-verdict="error" data-slides="results" data-metrics="revenue services goods"',
    )
  })

  test('escapes what authors write', () => {
    const risky: BoundDeck = { ...deck, config: { ...deck.config, title: '<img src=x onerror=alert(1)>' } }
    expect(reportFiles(risky, result)[0]?.content).not.toContain('<img')
  })

  test('is the same for the same deck', () => {
    expect(reportFiles(withErratum, result)).toEqual(reportFiles(withErratum, tieSmall(failing).result))
  })
})

describe('ticks for the cards', () => {
  test('a figure whose rule failed has no tick, the others name what ticked them', () => {
    const lines = tickLines(result.findings, en)
    expect(isTicked(ticksByFact(result.findings, en).get('revenue@FY08'))).toBe(false)
    expect(lines.get('revenue@FY08')).toBeUndefined()
    expect(lines.get('revenue@FY07')).toContain('parts add up to their total: 50 + 40 = 90')
    expect(isTicked(ticksByFact(result.findings, en).get('growth(goods@FY08,FY07)'))).toBe(true)
    expect(isTicked(undefined)).toBe(false)
  })
})

describe('rounding notes', () => {
  const body =
    '- {{figure "services" "FY" as="JPY bn" decimals=1}}, {{figure "goods" "FY" as="JPY bn" decimals=1}}, {{figure "revenue" "FY" as="JPY bn" decimals=1}}'
  const rounded = (services: string, goods: string, revenue: string): SmallDeck => ({
    columns: 'FY08',
    rows: [row('services', services), row('goods', goods), row('revenue', revenue)],
    body,
  })
  test.each([
    ['printed parts that miss their printed total', rounded('550', '550', '1100'), ['results']],
    ['printed parts that make it', rounded('500', '600', '1100'), []],
    [
      'a total without its parts',
      { ...rounded('550', '550', '1100'), body: '- {{figure "revenue" "FY" as="JPY bn"}}' },
      [],
    ],
  ])('%s', (_name, small, slides) => {
    const made = tieSmall(small)
    const { data, facts } = made.deck
    const printed = ({ uses }: Slide) =>
      uses.flatMap((use) => {
        const fact = facts.get(use.fact)
        return fact ? [{ use, fact }] : []
      })
    const noted = made.deck.slides.filter((slide) => needsRoundingNote(data, printed(slide)))
    expect(noted.map(({ id }) => id)).toEqual(slides)
    const rounded = made.result.findings.filter(({ rule, verdict }) => rule === 'F3' && verdict === 'rounding')
    expect([...new Set(rounded.map(({ slide }) => slide))]).toEqual(slides)
    const note = '<li>Figures may not add up due to rounding.</li>'
    expect(made.page.slides.filter(({ html }) => html.includes(note)).map(({ id }) => id)).toEqual(slides)
    expect(made.result.diagnostics).toEqual([])
  })

  test('the note is written in the words of the deck, in both editions', () => {
    for (const edition of ['public', 'presenter'] as const) {
      const roundingNote = 'Differenze dovute ad arrotondamenti <1.'
      const { page } = tieSmall({ ...rounded('550', '550', '1100'), roundingNote, edition })
      expect(page.slides[0]?.html).toContain('<li>Differenze dovute ad arrotondamenti &lt;1.</li>')
    }
  })

  test('parts that only the speaker names need no note', () => {
    const [parts = '', total = ''] = [body.split(', {{figure "revenue"')[0], '- {{figure "revenue" "FY" as="JPY bn"}}']
    const { page } = tieSmall({ ...rounded('550', '550', '1100'), body: total, note: parts.slice(2) })
    expect(page.slides[0]?.html).not.toContain('due to rounding')
  })
})
