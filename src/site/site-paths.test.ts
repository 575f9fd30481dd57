import { expect, test } from 'vitest'
import { baseAddress, baseOfDeck, idFault, slideInTheWay } from './site-paths.ts'

test.each(['fy24', '2009', 'a-b', 'fy24-c1', 'latest-news'])('a deck may be called %s', (id) => {
  expect(idFault(id)).toBeUndefined()
})

test.each([
  '',
  'FY24',
  'a b',
  'a/b',
  '..',
  '-',
  'é',
  'latest',
  'metrics',
  'e',
  'assets',
  'figures',
  'downloads',
  'embed',
])('no deck is called "%s"', (id) => {
  expect(idFault(id)).toBeDefined()
})

test.each([
  ['https://example.com', 'https://example.com/'],
  ['https://example.com/ir', 'https://example.com/ir/'],
  ['http://localhost:80/ir/', 'http://localhost/ir/'],
  ['https://example.com/ir/?a=1', undefined],
  ['https://example.com/#a', undefined],
  ['https://me:secret@example.com/', undefined],
  ['javascript:alert(1)', undefined],
  ['example.com/ir', undefined],
])('the site at %s is at %s', (text, base) => {
  expect(baseAddress(text)).toBe(base)
})

test('the address of a deck is that of the site, or ends with its id', () => {
  expect(baseOfDeck('https://example.com/ir/fy24/', 'fy24')).toBe('https://example.com/ir/')
  expect(baseOfDeck('https://example.com/ir/fy24', 'fy24')).toBe('https://example.com/ir/')
  expect(baseOfDeck('https://example.com/ir', 'fy24')).toBe('https://example.com/ir/')
})

test('no slide stands where the deck has something else', () => {
  expect(slideInTheWay(['cover', 'downloads'], new Set())).toBe('downloads')
  expect(slideInTheWay(['cover', 'photos'], new Set(['photos']))).toBe('photos')
  expect(slideInTheWay(['cover'], new Set(['photos']))).toBeUndefined()
})
