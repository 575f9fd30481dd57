import { expect, test } from 'vitest'
import { mergePublished, parsePublished, publishedFigures, publishedText } from '../../src/tieout/published.ts'
import { findingsOf, row, type SmallDeck, tieSmall } from './small-deck.ts'

const deckOf = (income: string, told: { status?: string; note?: string } = {}): SmallDeck => ({
  columns: 'FY07,FY08',
  rows: [row('income', `1000,${income}`, told)],
  body: '- {{figure "income" "FY"}}, {{change "income" "FY"}}, {{figure "income" "FY" as="JPY bn"}}',
})
const edition = '2009-07-08'
const kept = publishedText(mergePublished([], publishedFigures(tieSmall(deckOf('1043')).deck)))
const published = parsePublished(kept).figures

test('what one edition prints is read back by the next', () => {
  expect(kept).toBe(
    `fact,value,unit,edition\n"growth(income@FY08,FY07)",4.3,%,${edition}\nincome@FY08,1043,JPY mn,${edition}\n`,
  )
  expect(parsePublished(kept)).toEqual({
    diagnostics: [],
    figures: [
      { fact: 'growth(income@FY08,FY07)', displayed: '4.3', decimals: 1, displayUnit: '%', edition },
      { fact: 'income@FY08', displayed: '1043', decimals: 0, displayUnit: 'JPY mn', edition },
    ],
  })
  expect(parsePublished(`\uFEFF${kept.replaceAll('\n', '\r\n')}`)).toEqual(parsePublished(kept))
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
  expect(parsePublished(publishedText([range]))).toEqual({ figures: [range], diagnostics: [] })
})

test.each([
  ['other columns', 'fact,value\n', 1, 'its columns are fact,value,unit,edition'],
  ['a value that is no number', `fact,value,unit,edition\na@FY07,"1,0",%,${edition}\n`, 2, '"1,0" is no plain number'],
  ['a date that is none', 'fact,value,unit,edition\na@FY07,1.0,%,May\n', 2, '"May" is no date like 2009-05-15'],
  [
    'a fact twice',
    `fact,value,unit,edition\na@FY07,1.0,%,${edition}\na@FY07,1.1,%,${edition}\n`,
    3,
    'a@FY07 stands there twice',
  ],
  [
    'a row that is too long',
    `fact,value,unit,edition\na@FY07,1.0,%,${edition},x\n`,
    2,
    'a row has fact,value,unit,edition',
  ],
])('%s is a diagnostic with its line', (_name, text, line, problem) => {
  const [found] = parsePublished(text).diagnostics
  expect(found?.message).toBe(`invalid figures of an earlier edition: ${problem}`)
  expect(found?.place).toMatchObject({ path: 'data/published.csv', line })
})
