import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DevServer, startServer, writeNewDeck } from './command-line.ts'
import { type DeckPage, openPage } from './deck-page.ts'

let base: string
let root: string
let server: DevServer
let deck: DeckPage
const results = (): string => readFileSync(join(root, 'data/figures/results.csv'), 'utf8')
const finance = (quarter: string, year: string): string => `,Q4 FY24,FY24\nServices,${quarter},${year}\n`

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'quarterdeck-live-'))
  root = join(base, 'deck')
  writeNewDeck(root)
  writeFileSync(
    join(root, 'data/import.yaml'),
    '- file: ../finance-*.csv\n  document: S01\n  blocks: [{labels: A, heads: 1, unit: USD mn, lines: {Services: revenue.services}}]\n',
  )
  server = await startServer(root)
  deck = await openPage(server.address, { width: 1280, height: 720 })
})
afterAll(async () => {
  await deck.close()
  await server.close()
  rmSync(base, { recursive: true, force: true })
})

test('saving the finance file shows what it changes; Enter writes it, and sentences and charts follow', async () => {
  const still = () => deck.page.locator('#revenue img.chart-still').getAttribute('src')
  const before = await still()
  const dialog = deck.page.locator('dialog.qd-figures')
  writeFileSync(join(base, 'finance-24.csv'), finance('72.1', '262.7'))
  await dialog.waitFor()
  expect(await dialog.locator('tbody tr').last().innerText()).toMatch(
    /changed\s+revenue\.services\s+FY24\s+\S+ .*\s262\.7 .*finance-24\.csv C2/,
  )
  expect(results()).not.toContain('262.7')
  await deck.page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(results()).toContain('262.7')
  await deck.page.waitForFunction(() => document.body.textContent?.includes('262.7'))
  await expect.poll(still).not.toBe(before)
})

test('a file that is dropped shows the same; Escape leaves everything as it is', async () => {
  const written = results()
  const dialog = deck.page.locator('dialog.qd-figures')
  const files = await deck.page.evaluateHandle(
    (text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'finance-24.csv'))
      return data
    },
    finance('73.1', '263.7'),
  )
  await deck.page.dispatchEvent('body', 'drop', { dataTransfer: files })
  await dialog.getByText('263.7').waitFor()
  await deck.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(results()).toBe(written)
  expect(deck.problems).toEqual([])
})
