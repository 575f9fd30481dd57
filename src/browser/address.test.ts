import { expect, test } from 'vitest'
import { nameFromHash, slideOfHash } from './address.ts'

test.each([
  ['#/revenues', 'revenues'],
  ['#revenues', 'revenues'],
  ['#/revenues/2', 'revenues'],
  ['#/caf%C3%A9', 'café'],
  ['#/%E0%A4%A', '%E0%A4%A'],
  ['#/', undefined],
  ['', undefined],
])('the hash "%s" names the slide %s', (hash, name) => {
  expect(nameFromHash(hash)).toBe(name)
})

const slides = ['cover', 'secret', '3', 'results'].map((id, at) => ({
  id,
  dataset: { number: ['1', 'B1', '2', '3'][at] },
}))

test.each([
  ['#/results', 'results'],
  ['#/1', 'cover'],
  ['#/02', '3'], // by its number
  ['#/3', '3'], // an id goes before a number
  ['#/b1', 'secret'],
  ['#/B1', 'secret'],
  ['#/0', undefined],
  ['#/4', undefined],
  ['#/nowhere', undefined],
  ['#/', undefined],
])('the address %s leads to the slide %s', (hash, id) => {
  expect(slideOfHash(hash, slides)?.id).toBe(id)
})
