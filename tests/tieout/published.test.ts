import { expect, test } from 'vitest'
import { parsePublished, publishedText } from '../../src/tieout/published.ts'
import { findingsOf, row, type SmallDeck, tieSmall } from './small-deck.ts'

const deckOf = (income: string): SmallDeck => ({
  columns: 'FY07,FY08',
  rows: [row('income', `1000,${income}`)],
  body: '- {{figure "income" "FY"}}, {{change "income" "FY"}}, {{figure "income" "FY" as="JPY bn"}}',
})

test('what one edition prints is read back by the next, and a value that changed in silence is found', () => {
  const kept = publishedText(tieSmall(deckOf('1043')).deck)
  const { figures, diagnostics } = parsePublished(kept, 'published.json')
  expect(diagnostics).toEqual([])
  expect(figures).toEqual([
    { fact: 'growth(income@FY08,FY07)', displayed: '4.3', decimals: 1, displayUnit: '%' },
    { fact: 'income@FY08', displayed: '1043', decimals: 0, displayUnit: 'JPY mn' },
  ])
  const next = findingsOf('P3', { ...deckOf('1143'), options: { published: figures } })
  expect(next.map(({ verdict, arithmetic }) => `${verdict}: ${arithmetic}`)).toEqual([
    'error: 1043 before, 1143 now',
    'error: 4.3 before, 14.3 now',
    'error: 1043 before, 1.1 now',
  ])
  const same = findingsOf('P3', { ...deckOf('1043'), options: { published: figures } })
  expect(same.map(({ verdict }) => verdict)).toEqual(['ticked', 'ticked', 'ticked'])
})

test.each([
  ['no JSON', '{', 'invalid figures of an earlier edition: the file is no JSON'],
  [
    'another JSON',
    '{"figures": 1, "deck": "", "date": ""}',
    'invalid figures of an earlier edition: figures: invalid input: expected array, received number',
  ],
])('%s is a diagnostic', (_name, text, message) => {
  expect(parsePublished(text, 'published.json').diagnostics.map((found) => found.message)).toEqual([message])
})
