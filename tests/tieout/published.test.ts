import { describe, expect, test } from 'vitest'
import { parsePublished } from '../../src/compiler/parse/data/published-figures.ts'
import type { PublishedFigure } from '../../src/model/ties.ts'
import { digest } from '../../src/project/record/digest.ts'
import { addedRows, publishedFigures, publishedText } from '../../src/tieout/report/published.ts'
import { findingsOf, row, type SmallDeck, tieSmall } from './small-deck.ts'

const deckOf = (income: string, extra: { status?: string; note?: string } = {}): SmallDeck => ({
  columns: 'FY07,FY08',
  rows: [row('income', `1000,${income}`, extra)],
  body: '- {{figure "income" "FY"}}, {{change "income" "FY"}}, {{figure "income" "FY" as="JPY bn"}}',
})
const edition = '2009-07-08'
function read(text: string) {
  const { value: published, diagnostics } = parsePublished(
    { kind: 'text', path: 'data/published.csv', text },
    new Map(),
  )
  return { published: published.map(({ place: _, ...figure }) => figure), diagnostics }
}
const rowsOf = (deck: SmallDeck, before: readonly PublishedFigure[] = []) =>
  addedRows(before, publishedFigures(tieSmall(deck).deck), digest)
const kept = publishedText(rowsOf(deckOf('1043')))
const { published } = read(kept)

test('what one edition prints is read back by the next, with its label, documents and chain', () => {
  const rows = kept.split('\n')
  expect(rows[0]).toBe('edition,fact,printed,unit,label,source,chain')
  expect(rows[1]).toMatch(/^2009-07-08,"growth\(income@FY08,FY07\)",4\.3,%,Operating income,S01,[0-9a-f]{32}$/)
  expect(rows[2]).toMatch(/^2009-07-08,income@FY08,1043,JPY mn,Operating income,S01,[0-9a-f]{32}$/)
  expect(read(kept)).toEqual({ diagnostics: [], published: rowsOf(deckOf('1043')) })
  expect(read(`\uFEFF${kept.replaceAll('\n', '\r\n')}`)).toEqual(read(kept))
})

test('an edition is the date of its deck with its id, or the one that it is published under', () => {
  const { deck } = tieSmall({ ...deckOf('1043'), deckTitle: 'Results\nid: fy08' })
  const editions = (id?: string) => new Set(publishedFigures(deck, id).map((each) => each.edition))
  expect(editions()).toEqual(new Set(['2009-07-08/fy08']))
  expect(editions('fy08-c1')).toEqual(new Set(['2009-07-08/fy08-c1']))
  const text = publishedText(addedRows([], publishedFigures(deck), digest))
  expect(read(text).diagnostics).toEqual([])
})

test('a value is kept at the finest unit in which it is printed', () => {
  const coarseFirst = { ...deckOf('1043'), body: '- {{figure "income" "FY" as="JPY bn"}}\n- {{figure "income" "FY"}}' }
  expect(rowsOf(coarseFirst).map(({ displayed, displayUnit }) => `${displayed} ${displayUnit}`)).toEqual([
    '1043 JPY mn',
  ])
})

test('a value that changed in silence is found, and one that did not is ticked', () => {
  const next = findingsOf('P3', { ...deckOf('1143'), options: { published } })
  expect(next.map(({ verdict, arithmetic }) => `${verdict}: ${arithmetic}`)).toEqual([
    `error: 1043 JPY mn in the edition of ${edition}, 1143 JPY mn now`,
    `error: 4.3 % in the edition of ${edition}, 14.3 % now`,
    `error: 1043 JPY mn in the edition of ${edition}, 1.1 JPY bn now`,
  ])
  const same = findingsOf('P3', { ...deckOf('1043'), options: { published } })
  expect(same.map(({ verdict }) => verdict)).toEqual(['ticked', 'ticked', 'ticked'])
})

const verdicts = (deck: SmallDeck) => findingsOf('P3', deck).map(({ verdict }) => verdict)

test.each([
  [
    'a note that names what it was excuses the change, and what is computed from it',
    'Reclassified; it was 1043 before.',
    'ticked',
  ],
  ['a note that says nothing does not', '.', 'error'],
  ['nor does one that names another value', 'Reclassified; it was 1034 before.', 'error'],
])('of a restated figure %s', (_, note, verdict) => {
  const found = verdicts({ ...deckOf('1143', { status: 'restated', note }), options: { published } })
  expect(found.filter((each) => each === verdict).length).toBeGreaterThanOrEqual(2)
  if (verdict === 'ticked') expect(new Set(found)).toEqual(new Set(['ticked']))
})

test('one restatement excuses one change: the next needs another', () => {
  const note = 'Reclassified; it was 1043 before.'
  const second = rowsOf(deckOf('1143', { status: 'restated', note }), published)
  const record = [...published, ...second]
  expect(second.map(({ fact, displayed }) => `${fact} ${displayed}`)).toEqual([
    'growth(income@FY08,FY07) 14.3',
    'income@FY08 1143',
  ])
  const kept = { options: { published: record } }
  expect(new Set(verdicts({ ...deckOf('1143', { status: 'restated', note }), ...kept }))).toEqual(new Set(['ticked']))
  expect(verdicts({ ...deckOf('1243', { status: 'restated', note }), ...kept })).toContain('error')
})

describe('an input that was never published itself', () => {
  const salesOf = (goods: string, extra: { status?: string; note?: string } = {}): SmallDeck => ({
    columns: 'FY08',
    rows: [row('goods', goods, extra), row('services', '300')],
    body: '- {{figure "revenue" "FY"}}',
  })
  const record = rowsOf(salesOf('700'))

  test.each([
    ['excuses nothing by a note that names only its own value', 'Leases moved; it was 700.', ['error']],
    [
      'excuses what is computed from it by a note that names what was printed',
      'Leases moved; 1000 before.',
      ['ticked'],
    ],
  ])('%s', (_, note, found) => {
    expect(record.map(({ fact, displayed }) => `${fact} ${displayed}`)).toEqual(['revenue@FY08 1000'])
    const next = { ...salesOf('720', { status: 'restated', note }), options: { published: record } }
    const ofSales = findingsOf('P3', next).filter(({ facts }) => facts.includes('revenue@FY08'))
    expect(ofSales.map(({ verdict }) => verdict)).toEqual(found)
  })
})

test('the next edition adds rows and changes none', () => {
  const next = addedRows(published, publishedFigures(tieSmall(deckOf('1043')).deck), digest)
  expect(next).toEqual([])
  const other = rowsOf({ ...deckOf('1043'), body: '- {{figure "income" "FY-1"}}' }, published)
  expect(publishedText([...published, ...other]).startsWith(kept)).toBe(true)
  expect(other.map(({ fact }) => fact)).toEqual(['income@FY07'])
  const range = { ...(published[0] ?? other[0]), displayed: '4.5..5.5', decimals: 1 }
  expect(read(publishedText([range as PublishedFigure])).published[0]?.displayed).toBe('4.5..5.5')
})

describe('the record (N3)', () => {
  const record = (rows: readonly string[]): string => `${rows.join('\n')}\n`
  const lines = kept.trim().split('\n')
  const checked = (text: string, net?: string, metrics: SmallDeck = {}) =>
    findingsOf('N3', {
      ...deckOf('1043'),
      ...metrics,
      ...(text !== '' && { published: text }),
      ...(net && { net }),
      options: { digest },
    })
  const floorOf = (rows: readonly PublishedFigure[]): string =>
    `published: {rows: ${rows.length}, digest: "${rows.at(-1)?.chain}"}\n`
  const floor = floorOf(rowsOf(deckOf('1043')))

  test.each([
    ['as it was written', record(lines), floor, ['ticked']],
    ['with a value altered', record(lines).replace('1043', '1044'), floor, ['error']],
    [
      'with a label altered',
      record(lines).replace('Operating income', 'Operating result'),
      floor,
      ['error', 'warning'],
    ],
    ['with a row taken out', record([lines[0] ?? '', lines[2] ?? '']), floor, ['error', 'error']],
    ['with its end cut off', record(lines.slice(0, 2)), floor, ['error']],
    [
      'with rows exchanged',
      record([lines[0] ?? '', lines[2] ?? '', lines[1] ?? '']),
      floor,
      ['error', 'error', 'error'],
    ],
    ['without the length that data/net.yaml holds', record(lines), 'tied-share: 0\n', ['error']],
    ['taken away altogether', '', floor, ['error']],
    ['written anew', record(lines).replaceAll(/[0-9a-f]{32}/g, 'x'), floor, ['error', 'error', 'error']],
  ])('is checked %s', (_, text, net, found) => {
    expect(checked(text, net).map(({ verdict }) => verdict)).toEqual(found)
  })

  test('a label that changed since is a warning', () => {
    const renamed = rowsOf(deckOf('1043')).map((row) => ({ ...row, label: 'Operating result' }))
    const chained = addedRows([], renamed, digest)
    expect(
      checked(publishedText(chained), floorOf(chained)).map(({ verdict, message }) => `${verdict}: ${message}`),
    ).toEqual(['warning: invalid label "Operating income" of income: it was published as "Operating result"'])
  })

  test('none is the label that an author gives a total of a bridge', () => {
    const bridge = {
      ...deckOf('1043'),
      layout: 'one-chart',
      body: '```chart\ntype: waterfall\nsteps:\n  - {start: income, period: FY-1}\n  - {change: income, period: FY, vs: FY-1, label: More}\n  - {subtotal: What we have now}\n```',
    }
    const rows = rowsOf(bridge)
    expect(rows.map(({ fact, label }) => [fact.slice(0, 4), label])).toContainEqual(['sum(', 'What we have now'])
    expect(checked(publishedText(rows), floorOf(rows), bridge).map(({ verdict }) => verdict)).toEqual(['ticked'])
  })

  test('and so is a metric that no longer has its name', () => {
    const renamed = rowsOf(deckOf('1043')).map((row) => ({ ...row, fact: row.fact.replaceAll('income', 'profit') }))
    const chained = addedRows([], renamed, digest)
    expect(checked(publishedText(chained), floorOf(chained)).map(({ message }) => message)).toEqual([
      'unknown metric profit: growth(profit@FY08,FY07) was published, but no metric has this name now',
    ])
  })
})

const header = 'edition,fact,printed,unit,label,source,chain\n'

test.each([
  ['the same number in another currency is no tick', `${edition},income@FY08,1043,EUR mn,,,x`, 'error'],
  ['nor is another thing counted', `${edition},income@FY08,1043,persons,,,x`, 'error'],
  ['another scale of one unit is one', `${edition},income@FY08,1.043,JPY bn,,,x`, 'ticked'],
])('%s', (_, kept, verdict) => {
  const found = findingsOf('P3', { ...deckOf('1043'), published: `${header}${kept}\n` })
  expect(found.map((each) => each.verdict)).toEqual([verdict, verdict])
  if (verdict === 'error')
    expect(found[0]).toMatchObject({ message: 'invalid income@FY08: it was published in another unit' })
  if (verdict === 'error') expect(found[0]?.hint).toContain('its row is data/published.csv:2')
})

const ofEdition = 'invalid-published invalid figure of an earlier edition:'
test.each([
  [
    'a unit that nobody knows',
    `${header}${edition},a@FY07,5,JPYY mn,,,x\n`,
    ['2:21 unknown-unit unknown unit "JPYY mn"'],
  ],
  ['an empty file', '', ['1:1 missing-column missing column "edition"', '1:1 missing-column missing column "fact"']],
  ['other columns', 'edition,fact,printed\n', ['1:1 missing-column missing column "unit"']],
  ['a column of another name', header.replace('chain', 'chian'), ['1:40 unknown-column unknown column "chian"']],
  [
    'a file of an older engine',
    'fact,value,unit,edition\na@FY07,1.0,%,2009-07-08\n',
    ['1:1 unsupported-format unsupported format 1 of'],
  ],
  [
    'a value that is not a number',
    `${header}${edition},a@FY07,"1,0",%,,,x\n`,
    [`2:20 ${ofEdition} "1,0" is not a plain number`],
  ],
  [
    'a range of three ends',
    `${header}${edition},a@FY07,1..2..3,%,,,x\n`,
    [`2:19 ${ofEdition} "1..2..3" is not a plain number`],
  ],
  [
    'a date that is none',
    `${header}May,a@FY07,1.0,%,,,x\n`,
    [`2:1 ${ofEdition} "May" is not a date such as 2009-05-15`],
  ],
  [
    'a day that no month has',
    `${header}2009-02-30,a@FY07,1.0,%,,,x\n`,
    [`2:1 ${ofEdition} "2009-02-30" is not a date`],
  ],
  ['a row without its fact', `${header}${edition},,1.0,%,,,x\n`, ['2:12 missing-cell missing fact in this row']],
  [
    'a row that is too long',
    `${header}${edition},a@FY07,1.0,%,,,x,y\n`,
    ['2:29 unexpected-cell invalid row: cell "y" stands beyond the last column'],
  ],
  [
    'a quote too many',
    `${header}"${edition},a@FY07,1.0,%,,,x\n`,
    ['2:1 invalid-csv invalid CSV: a quoted cell has no closing'],
  ],
])('%s is a diagnostic with its place', (_name, text, expected) => {
  const { published: figures, diagnostics } = read(text)
  const found = diagnostics.map(({ place, code, message }) => `${place.line}:${place.column} ${code} ${message}`)
  for (const [index, start] of expected.entries()) expect(found[index]).toContain(start)
  expect(diagnostics.every(({ place, severity }) => place.path === 'data/published.csv' && severity === 'error')).toBe(
    true,
  )
  expect(figures.length).toBeLessThanOrEqual(1)
})

test('the tie-out reads what the deck says was published', () => {
  const next = tieSmall({ ...deckOf('1143'), published: kept })
  expect(next.result.findings.filter(({ rule, verdict }) => rule === 'P3' && verdict === 'error')).toHaveLength(3)
})
