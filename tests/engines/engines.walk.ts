import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchFirefox } from './firefox.ts'
import { idsInPage, waitForStart } from './in-page.ts'
import { type Engine, type Seat, type Size, sizes } from './seat.ts'
import { lookAtOverview, walk, walkByKeys } from './walk.ts'
import { launchWebKit } from './webkit.ts'

const { QUARTERDECK_ENGINE: name = '', QUARTERDECK_BINARY: binary = '' } = process.env

let engine: Engine
beforeAll(async () => {
  engine = name === 'firefox' ? await launchFirefox(binary) : await launchWebKit(binary)
})
afterAll(() => engine.close())

async function sit(address: string, size: Size, look: (seat: Seat) => Promise<void>): Promise<void> {
  const seat = await engine.open(address, size)
  try {
    await look(seat)
  } finally {
    await seat.close()
  }
}

const decks = (['public', 'presenter'] as const).flatMap((edition) => sizes.map((size) => ({ edition, ...size })))

describe(name, () => {
  test.each(decks)('walks the $edition edition at $width × $height', async ({ edition, ...size }) => {
    await sit(inject('decks')[edition].address, size, async (seat) => expect(await walk(seat, size)).toEqual([]))
  })

  // an engine that draws without a graphics card takes the better part of an hour on a busy machine
  test('walks all slides by a clicker and the overview 20 times, and is alive', { timeout: 3_600_000 }, async () => {
    await sit(inject('decks').public.address, { width: 1280, height: 720 }, async (seat) => {
      expect(await seat.run(waitForStart)).toBe('')
      const ids = await seat.run(idsInPage)
      for (let walks = 0; walks < 20; walks++) {
        expect(await walkByKeys(seat, ids.length)).toEqual(ids)
        expect(await lookAtOverview(seat)).toEqual([''])
      }
      expect(await seat.problems()).toEqual([])
    })
  })
})
