import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildDeck } from '../../src/build/build.ts'
import { lossSlides } from '../export/_losses.ts'
import { testCache } from '../kept.ts'
import { engine } from './command-line.ts'
import { type DeckPage, openPage } from './deck-page.ts'
import { serveFolder } from './static-server.ts'

const root = mkdtempSync(join(tmpdir(), 'quarterdeck-losses-'))

/** By slide, the colour of each figure of the loss, beside that of falls where it stands. */
async function colours({ page }: DeckPage): Promise<Readonly<Record<string, readonly string[]>>> {
  return page.evaluate(() => {
    const colourOf = (element: Element): string => getComputedStyle(element).color
    const found: Record<string, string[]> = {}
    for (const section of document.querySelectorAll<HTMLElement>('.slides > section')) {
      const losses = [...section.querySelectorAll('.figure')].filter((each) => each.textContent?.includes('38'))
      found[section.id] = losses.map((loss) => {
        const fall = document.createElement('i')
        fall.style.color = 'var(--fall)'
        loss.after(fall)
        const both = `${colourOf(loss)} / ${colourOf(fall)}`
        fall.remove()
        return both
      })
    }
    return found
  })
}

let served: Awaited<ReturnType<typeof serveFolder>>
beforeAll(async () => {
  cpSync(join(engine, 'tests/golden/authoring/data'), join(root, 'data'), { recursive: true })
  mkdirSync(join(root, 'slides'))
  writeFileSync(join(root, 'data/figures/more.csv'), 'metric,unit,FY03,FY04,source\ncash.operating,JPY mn,52,-38,S01\n')
  for (const [path, text] of lossSlides) writeFileSync(join(root, path), text)
  const out = join(root, 'dist')
  const { built } = await buildDeck({ root, engine, edition: 'public' }, { out, cache: testCache })
  if (!built) throw new Error('the deck does not build')
  served = await serveFolder(out)
})
afterAll(async () => {
  await served?.close()
  rmSync(root, { recursive: true, force: true })
})

test.each([
  ['a wide window', 1920, 1080],
  ['a phone', 390, 844],
])('a loss has the colour of falls wherever it is large, on %s', async (_name, width, height) => {
  const deck = await openPage(served.address, { width, height })
  const found = await colours(deck)
  await deck.close()
  expect(Object.keys(found)).toEqual(lossSlides.map(([, , name]) => `large-${name}`))
  const isFall = (both: string): boolean => both.split(' / ')[0] === both.split(' / ')[1]
  const others = Object.entries(found).filter(([, losses]) => losses.length === 0 || !losses.every(isFall))
  expect(Object.fromEntries(others)).toEqual({})
})
