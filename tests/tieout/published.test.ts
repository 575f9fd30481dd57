import { expect, test } from 'vitest'
import { parsePublished } from '../../src/compiler/parse/data/published-figures.ts'
import { mergePublished, publishedFigures, publishedText } from '../../src/tieout/report/published.ts'
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
const kept = publishedText(mergePublished([], publishedFigures(tieSmall(deckOf('1043')).deck)))
const { published } = read(kept)

test('what one edition prints is read back by the next', () => {
  expect(kept).toBe(
    `fact,value,unit,edition\n"growth(income@FY08,FY07)",4.3,%,${edition}\nincome@FY08,1043,JPY mn,${edition}\n`,
  )
  expect(read(kept)).toEqual({
    diagnostics: [],
    published: [
      { fact: 'growth(income@FY08,FY07)', displayed: '4.3', decimals: 1, displayUnit: '%', edition },
      { fact: 'income@FY08', displayed: '1043', decimals: 0, displayUnit: 'JPY mn', edition },
    ],
  })
  expect(read(`\uFEFF${kept.replaceAll('\n', '\r\n')}`)).toEqual(read(kept))
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

test('a restated figure may change, and so may what is computed from it; without a note it may not', () => {
  const restated = deckOf('1143', { status: 'restated', note: 'Reclassified' })
  const verdicts = findingsOf('P3', { ...restated, options: { published } }).map(({ verdict }) => verdict)
  expect(new Set(verdicts)).toEqual(new Set(['ticked']))
  expect(findingsOf('P3', deckOf('1143', { status: 'restated' })).map(({ verdict }) => verdict)).toContain('error')
})

test('the next edition adds its figures, changes those that were restated, and forgets none', () => {
  const figure = (fact: string, displayed: string, date = edition) => ({
    ...{ fact, displayed, decimals: 1, displayUnit: '%', edition: date },
  })
  const before = [figure('a@FY07', '1.0'), figure('b@FY07', '2.0'), figure('c@FY07', '3.0')]
  const now = [figure('b@FY07', '2.0', '2010-07-08'), figure('c@FY07', '3.1', '2010-07-08')]
  expect(mergePublished(before, now).map((each) => `${each.fact} ${each.displayed} ${each.edition}`)).toEqual([
    'a@FY07 1.0 2009-07-08',
    'b@FY07 2.0 2009-07-08',
    'c@FY07 3.1 2010-07-08',
  ])
  expect(publishedText([figure('a@FY07', '5')])).toContain('a@FY07,5.0,%')
  const range = figure('a@FY09', '4.5..5.5')
  expect(read(publishedText([range]))).toEqual({ published: [range], diagnostics: [] })
})

const header = 'fact,value,unit,edition\n'

test.each([
  ['the same number in another currency is no tick', `income@FY08,1043,EUR mn,${edition}`, 'error'],
  ['nor is another thing counted', `income@FY08,1043,persons,${edition}`, 'error'],
  ['another scale of one unit is one', `income@FY08,1.043,JPY bn,${edition}`, 'ticked'],
])('%s', (_, kept, verdict) => {
  const found = findingsOf('P3', { ...deckOf('1043'), published: `${header}${kept}\n` })
  expect(found.map((each) => each.verdict)).toEqual([verdict, verdict])
  if (verdict === 'error')
    expect(found[0]).toMatchObject({ message: 'invalid income@FY08: it was published in another unit' })
  if (verdict === 'error') expect(found[0]?.hint).toContain('its row is data/published.csv:2')
})

test('a published figure of which the deck knows no metric is not checkable, at its row', () => {
  const kept = `income@FY08,1043,JPY mn,${edition}\n"growth(profit@FY08,FY07)",4.3,%,${edition}
share(income/profit@FY08),5.0,%,${edition}`
  const found = findingsOf('P3', { ...deckOf('1043'), published: `${header}${kept}\n` })
  expect(
    found.filter(({ verdict }) => verdict === 'not-checkable').map(({ place, facts }) => [place.line, facts]),
  ).toEqual([[3, ['growth(profit@FY08,FY07)']]])
})

const ofEdition = 'invalid-published invalid figure of an earlier edition:'
test.each([
  ['a unit that nobody knows', `${header}a@FY07,5,JPYY mn,${edition}\n`, ['2:10 unknown-unit unknown unit "JPYY mn"']],
  ['an empty file', '', ['1:1 missing-column missing column "fact"', '1:1 missing-column missing column "value"']],
  ['other columns', 'fact,value\n', ['1:1 missing-column missing column "unit"']],
  ['a column of another name', 'fact,value,unit,editon\n', ['1:17 unknown-column unknown column "editon"']],
  [
    'a value that is not a number',
    `${header}a@FY07,"1,0",%,${edition}\n`,
    [`2:9 ${ofEdition} "1,0" is not a plain number`],
  ],
  [
    'a range of three ends',
    `${header}a@FY07,1..2..3,%,${edition}\n`,
    [`2:8 ${ofEdition} "1..2..3" is not a plain number`],
  ],
  ['a date that is none', `${header}a@FY07,1.0,%,May\n`, [`2:14 ${ofEdition} "May" is not a date such as 2009-05-15`]],
  ['a day that no month has', `${header}a@FY07,1.0,%,2009-02-30\n`, [`2:14 ${ofEdition} "2009-02-30" is not a date`]],
  ['a row without its fact', `${header},1.0,%,${edition}\n`, ['2:1 missing-cell missing fact in this row']],
  [
    'a fact twice',
    `${header}a@FY07,1.0,%,${edition}\na@FY07,1.1,%,${edition}\n`,
    ['3:1 duplicate-figure duplicate figure a@FY07'],
  ],
  [
    'a row that is too long',
    `${header}a@FY07,1.0,%,${edition},x\n`,
    ['2:25 unexpected-cell invalid row: cell "x" stands beyond the last column'],
  ],
  [
    'a quote too many',
    `${header}"a@FY07,1.0,%,${edition}\n`,
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
