import { describe, expect, test } from 'vitest'
import { toFixed } from '../../src/model/rational.ts'
import { boundDeck } from '../../src/project/tie.ts'
import type { Finding } from '../../src/tieout/finding.ts'
import { tieOut } from '../../src/tieout/tie-out.ts'
import { compile } from '../compile.ts'
import { changed, textOf } from '../errors/_broken.ts'

const reports = `R1: {title: Report}
H22: {title: Half-year report 2022, short: H1 2022 report, date: 2022-08-24}
H23: {title: Half-year report 2023, short: H1 2023 report, date: 2023-08-23}
H24: {title: Half-year report 2024, short: H1 2024 report, date: 2024-08-21}
T24: {title: Tables 2024, date: 2024-08-21}
`

/** A deck of which a slide prints staff costs of a quarter that several documents state; rows are "unit,value,source,status,note". */
function deckOf(...rows: readonly string[]) {
  const files = changed({
    'data/sources.yaml': reports,
    'data/deck.yaml': textOf('data/deck.yaml').replace('2024-05-01', '2024-09-01'),
    'data/metrics.yaml': `metrics:
  costs: {label: Staff costs, unit: EUR mn, kind: flow}
`,
    'data/figures/figures.csv': `metric,unit,Q1 2024,source,status,note\n${rows.map((row) => `costs,${row}`).join('\n')}\n`,
    'data/tables/sites.csv': 'a\nb\n',
    'slides/010-one.md': '---\nlayout: points\ntitle: One\n---\n- Staff costs were {{figure "costs" "Q1 2024"}}\n',
  })
  const { deck, evidence, diagnostics } = compile(files, { edition: 'presenter' })
  const found = deck && evidence ? tieOut(boundDeck({ deck, evidence }), { files }).findings : []
  const fact = evidence?.facts.get('costs@Q1 2024')
  const details = deck?.facts['costs@Q1 2024']
  return {
    codes: diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`),
    value: fact?.value ? toFixed(fact.value, 1) : undefined,
    documents: fact?.sources.map(({ document }) => document),
    note: details?.note,
    ticks: found
      .filter(({ rule, verdict }) => ['V1', 'P3'].includes(rule) && verdict === 'ticked')
      .map(({ rule }) => rule),
  }
}

describe('rows of one figure from several documents', () => {
  test('that agree are one figure, with all sources, newest first, and a tick', () => {
    expect(deckOf('EUR mn,431.5,H22,,', 'EUR mn,431.5,H23,,')).toEqual({
      codes: [],
      value: '431.5',
      documents: ['H23', 'H22'],
      note: undefined,
      ticks: ['V1'],
    })
  })

  test.each([
    ['the finer one is shown where the coarser one holds it', ['EUR mn,431.5,H22,,', 'EUR mn,432,H23,,'], '431.5', []],
    [
      'a coarser one that does not hold it needs confirmation',
      ['EUR mn,431.4,H22,,', 'EUR mn,432,H23,,'],
      undefined,
      [
        'missing-confirmation: missing confirmation of costs Q1 2024, restated from 431.4 EUR mn (H1 2022 report) to 432 EUR mn (H1 2023 report)',
      ],
    ],
    [
      'neighbours of one last place differ',
      ['EUR mn,-2.0,H23,,', 'EUR mn,-2.1,H24,,'],
      undefined,
      [
        'missing-confirmation: missing confirmation of costs Q1 2024, restated from -2.0 EUR mn (H1 2023 report) to -2.1 EUR mn (H1 2024 report)',
      ],
    ],
    [
      'the order of rows does not matter',
      ['EUR mn,9.0,H24,,', 'EUR mn,8.0,H23,,'],
      undefined,
      [
        'missing-confirmation: missing confirmation of costs Q1 2024, restated from 8.0 EUR mn (H1 2023 report) to 9.0 EUR mn (H1 2024 report)',
      ],
    ],
    [
      'two documents of one day contradict each other',
      ['EUR mn,8.0,T24,,', 'EUR mn,9.0,H24,restated,Why'],
      undefined,
      ['ambiguous-vintage: ambiguous figure costs Q1 2024: 8.0 EUR mn (Tables 2024) or 9.0 EUR mn (H1 2024 report)'],
    ],
    [
      'without a date none is the newer',
      ['EUR mn,8.0,R1,,', 'EUR mn,9.0,H24,restated,Why'],
      undefined,
      ['ambiguous-vintage: ambiguous figure costs Q1 2024: 8.0 EUR mn (Report) or 9.0 EUR mn (H1 2024 report)'],
    ],
    [
      'a document that states it twice is a duplicate',
      ['EUR mn,8.0,H24,,', 'EUR mn,8.0,H24,,'],
      undefined,
      ['duplicate-figure: duplicate figure costs Q1 2024'],
    ],
  ])('%s', (_, rows, value, codes) => {
    const made = deckOf(...rows)
    expect({ value: made.value, codes: made.codes }).toEqual({ value, codes })
  })

  test('the newest is shown when its row says that it restates, and its card says what stood before', () => {
    expect(deckOf('EUR mn,8.0,H22,,', 'EUR mn,9.1,H23,restated,New segments.', 'EUR mn,9.1,H24,,')).toEqual({
      codes: [],
      value: '9.1',
      documents: ['H24', 'H23'],
      note: 'New segments. H1 2022 report stated EUR8.0 million.',
      ticks: ['P3', 'V1'],
    })
  })

  test('restating without a note is not enough', () => {
    expect(deckOf('EUR mn,8.0,H22,,', 'EUR mn,9.1,H23,restated,').codes).toHaveLength(1)
  })
})

describe('a growth rate that a document published', () => {
  const body = 'Staff costs were {{figure "costs" "Q1 2024"}}'
  const found = (rate: string, source: string, text = body): readonly Finding[] => {
    const files = changed({
      'data/sources.yaml': reports,
      'data/deck.yaml': textOf('data/deck.yaml').replace('2024-05-01', '2024-09-01'),
      'data/metrics.yaml': 'metrics:\n  costs: {label: Staff costs, unit: EUR mn, kind: flow}\n',
      'data/figures/figures.csv': [
        'metric,unit,measure,Q1 2023,Q1 2024,source,status,note',
        'costs,EUR mn,,100.0,120.0,H22,,',
        'costs,EUR mn,,100.0,131.0,H23,restated,New segments.',
        `costs,%,yoy,,${rate},${source},,`,
      ].join('\n'),
      'data/tables/sites.csv': 'a\nb\n',
      'slides/010-one.md': `---\nlayout: points\ntitle: One\n---\n- ${text}\n`,
    })
    const { deck, evidence } = compile(files, { edition: 'presenter' })
    if (!deck || !evidence) throw new Error('no deck')
    return tieOut(boundDeck({ deck, evidence }), { files }).findings.filter(({ rule }) => rule === 'C2')
  }

  test.each([
    ['20.0', 'H22', 'ticked'],
    ['31.0', 'H22', 'error'],
    ['31.0', 'H23', 'ticked'],
    ['20.0', 'H23', 'error'],
    ['31.0', 'H24', 'ticked'],
  ])('of %s%% in %s is %s', (rate, source, verdict) => {
    expect(found(rate, source).map((finding) => finding.verdict)).toEqual([verdict])
  })

  const growth = 'Staff costs grew {{growth "costs" "Q1 2024"}}'
  test.each([
    ['by the figures of its document', growth, 'ticked'],
    ['by the restated ones that it stands beside', `${growth} to {{figure "costs" "Q1 2024"}}`, 'error'],
    [
      'by those of its document beside an end that none restated',
      `${growth} from {{figure "costs" "Q1 2023"}}`,
      'ticked',
    ],
  ])('is printed %s', (_name, text, verdict) => {
    const shown = found('20.0', 'H22', text).find(({ slide }) => slide !== undefined)
    expect(shown?.verdict).toBe(verdict)
    expect(shown?.hint ?? '').toBe(
      verdict === 'error'
        ? 'Its own document gave another costs@Q1 2024, which a newer one restates: print the rate without that figure, or leave it out.'
        : '',
    )
  })
})
