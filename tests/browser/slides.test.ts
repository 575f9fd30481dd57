import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sample } from '../long.ts'
import { type DeckPage, openPage, showSlide, slideIds } from './deck-page.ts'
import { layoutFaults } from './layout-faults.ts'

const windows = [
  { name: 'a projector', width: 1920, height: 1080, some: 30 },
  { name: 'a laptop', width: 1280, height: 720, some: 12 },
  { name: 'a phone', width: 390, height: 844, touch: true, some: 12 },
]

const ids = slideIds(inject('folders').public)

describe.each(windows)('on $name, $width × $height,', (window) => {
  let deck: DeckPage
  beforeAll(async () => {
    deck = await openPage(inject('deck'), window)
  })
  afterAll(() => deck.close())

  test.each(sample(ids, window.some, window.width))('slide %s shows all of its text, apart and uncut', async (id) => {
    await showSlide(deck.page, id)
    expect(await layoutFaults(deck.page, id)).toEqual([])
  })

  test('nothing was reported in the console, blocked, missing or fetched from elsewhere', () => {
    expect(deck.problems).toEqual([])
  })
})

test('on a phone the picture of a card stands beside its heading', async () => {
  const deck = await openPage(inject('deck'), { width: 390, height: 844, touch: true })
  const below = await deck.page.evaluate(() =>
    [...document.querySelectorAll('.layout-cards.pictures .led-card')].flatMap((card) => {
      const [heading, picture] = [card.querySelector('h3'), card.querySelector('.text > p:first-child > img')]
      if (!heading || !picture) return []
      const [words, drawing] = [heading.getBoundingClientRect(), picture.getBoundingClientRect()]
      return [drawing.right <= words.left && drawing.top < words.bottom]
    }),
  )
  await deck.close()
  expect(below.length).toBeGreaterThan(3)
  expect(new Set(below)).toEqual(new Set([true]))
})
