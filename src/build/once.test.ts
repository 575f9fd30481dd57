import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { build } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isLong } from '../../tests/long.ts'
import { quarterdeck } from '../api/vite.ts'
import { newDeck } from '../cli/new.ts'
import { markerName } from './output.ts'

const engine = resolve(import.meta.dirname, '../..')
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quarterdeck-vite-'))
  for (const [path, text] of Object.entries(newDeck)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const viteBuild = (): Promise<unknown> =>
  build({ configFile: false, logLevel: 'silent', plugins: [quarterdeck({ root })] })
const dist = (path: string): string => join(root, 'dist', path)
const edit = (from: string, to: string): void => {
  const path = join(root, 'slides/030-results.md')
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
}

test('Vite alone builds a deck with all checks, wholly or not at all, and leaves what others put beside it', async () => {
  await viteBuild()
  const page = readFileSync(dist('index.html'), 'utf8')
  expect(page).toContain('Consolidated results')
  writeFileSync(dist('CNAME'), 'example.com')
  const before = readdirSync(dist('.'), { recursive: true }).sort()
  edit('Consolidated results', 'Results, which fell {{growth "revenue.total" "FY"}}')
  await expect(viteBuild()).rejects.toThrow(/slides\/030-results\.md:\d+:\d+[\s\S]*invalid direction "fell"/)
  expect(readFileSync(dist('index.html'), 'utf8')).toBe(page)
  expect(readdirSync(dist('.'), { recursive: true }).sort()).toEqual(before)
  expect(before).toEqual(expect.arrayContaining(['CNAME', 'licenses.txt', markerName]))
})

test('nor does it touch a folder that no build filled', async () => {
  mkdirSync(dist('.'))
  writeFileSync(dist('thesis.txt'), '')
  await expect(viteBuild()).rejects.toThrow('it holds what no build put there (thesis.txt)')
  expect(readdirSync(dist('.'))).toEqual(['thesis.txt'])
})

test.runIf(isLong)('the deck beside the engine is built so by its own settings', async () => {
  await build({ root: engine, logLevel: 'silent', build: { outDir: dist('.') } })
  expect(readdirSync(dist('.'))).toEqual(expect.arrayContaining(['index.html', 'assets', markerName]))
})
