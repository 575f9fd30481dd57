import { expect, test } from 'vitest'
import { cardBook, parseCards } from './fact-details.ts'

test('a card keeps what the facts JSON says and is empty where it says nothing', () => {
  const documents = [{ title: 'Results', url: 'https://example.com/', date: '2009-05-15' }]
  const facts = {
    'revenue@FY08': {
      metric: 'Revenue',
      period: 'FY08',
      value: 'JPY1 million',
      status: 'published',
      sources: [
        [0, 'p. 3'],
        [7, 'no such document'],
      ],
      inputs: ['a@FY08'],
      errata: ['printed as 2'],
      ticks: ['parts and total'],
    },
    bare: {},
    wrong: 'text',
  }
  const cards = parseCards({ documents, facts })
  expect([...cards.keys()]).toEqual(['revenue@FY08', 'bare'])
  expect(cards.get('revenue@FY08')).toMatchObject({ formula: '', note: '', ticked: true, inputs: ['a@FY08'] })
  expect(cards.get('revenue@FY08')?.sources).toEqual([
    { title: 'Results', at: 'p. 3', url: 'https://example.com/', date: '2009-05-15' },
    { title: '', at: 'no such document', url: '', date: '' },
  ])
  expect(parseCards(null).size).toBe(0)
  expect(cards.get('bare')).toMatchObject({ metric: '', sources: [], ticked: false })
})

test.each(['javascript:alert(1)', 'data:text/html,x', '/local', ''])(
  'a source whose address is "%s" gets no link',
  (url) => {
    const cards = parseCards({ documents: [{ title: 'S', url }], facts: { a: { sources: [[0, '']] } } })
    expect(cards.get('a')?.sources[0]?.url).toBe('')
  },
)

test('cards are fetched once, when first asked for, and replaced by a live update', async () => {
  const asked: number[] = []
  const book = cardBook(async () => {
    asked.push(1)
    return { facts: { a: { value: '1' } } }
  })
  expect(asked).toHaveLength(0)
  await book.all()
  expect((await book.all()).get('a')?.value).toBe('1')
  expect(asked).toHaveLength(1)
  book.replace({ facts: { a: { value: '2' } } })
  expect((await book.all()).get('a')?.value).toBe('2')
})
