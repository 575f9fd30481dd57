import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { runner, type Seat, sizes } from '../engines/seat.ts'
import { walk } from '../engines/walk.ts'
import { isLong, sample } from '../long.ts'
import { openPage } from './deck-page.ts'

const seatOf = (page: Page, problems: readonly string[]): Omit<Seat, 'close'> => ({
  run: runner((expression) => page.evaluate(expression)),
  press: (key) => page.keyboard.press(key),
  click: (selector) => page.locator(selector).first().click(),
  problems: async () => problems,
})

const decks = (['short', 'shortPresenter'] as const).flatMap((edition) => sizes.map((size) => ({ edition, ...size })))

/** Other slides and windows are walked by the tests of slides; the engines of `npm run test:firefox` walk all. */
const few = (ids: readonly string[]): readonly string[] => sample(ids, 6, 20)

describe('Chromium', () => {
  test.each(sample(decks, 3, 4))(
    'walks the $edition at $width × $height',
    { timeout: isLong ? 600_000 : 60_000 },
    async ({ edition, ...size }) => {
      const { page, problems, close } = await openPage(inject(edition), size)
      expect(await walk({ ...seatOf(page, problems), close }, size, few)).toEqual([])
      await close()
    },
  )
})
