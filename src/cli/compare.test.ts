import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from './main.ts'

const engine = join(import.meta.dirname, '..', '..')

async function printed(args: readonly string[], cwd: string): Promise<{ readonly code: number; readonly out: string }> {
  const lines: string[] = []
  const print = (text: string): void => void lines.push(text)
  const world = { engine, cache: join(tmpdir(), 'none'), cwd, env: {}, print, printError: print, colors: false }
  return { code: await run(args, world), out: lines.join('\n') }
}

test('compares a deck with a revision of it, and writes the page', { timeout: 60_000 }, async () => {
  const root = mkdtempSync(join(tmpdir(), 'quarterdeck-compare-test-'))
  cpSync(join(engine, 'tests/golden/tillman'), root, { recursive: true })
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args])
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'first')
  expect(await printed(['compare', 'HEAD', root, '--root', root], root)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^no change: /),
  })
  const slide = join(root, 'slides/070-bridge.md')
  writeFileSync(slide, readFileSync(slide, 'utf8').replace('Gross profit explains', 'Gross profit carries'))
  const page = join(root, 'changes.html')
  const { code, out } = await printed(['compare', 'HEAD', root, '--root', root, '--html', page], root)
  expect(code).toBe(0)
  expect(out).toContain('title: Gross profit [-explains-]{+carries+} the rise in operating profit')
  expect(readFileSync(page, 'utf8')).toContain('<ins>carries</ins>')
})

test('holds a release against a deck: what the data contradict, and what they do not have', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-release-test-'))
  const release = join(folder, 'release.txt')
  const args = (...more: string[]) => ['compare', join(engine, 'tests/golden/tillman'), '--against', release, ...more]
  const said = (debt: string): string =>
    `Tillman & Rowe Markets, Inc.\nResults for the third quarter of fiscal 2020\n\nNet sales were $2,791.4 million in the third quarter of fiscal 2020, up 12.1% from the third quarter of fiscal 2019.\nNet sales were ${debt} million in the third quarter of fiscal 2019.\n`
  writeFileSync(release, said('$2,490.7'))
  const good = await printed(args(), folder)
  expect(good.out).toMatch(
    /^release\.txt against Third-quarter fiscal 2020 results, Q3 FY20, 2020-10-29: [1-9]\d* matched, 0 contradicted/,
  )
  expect(good.code).toBe(0)
  writeFileSync(release, said('$2,940.7'))
  const bad = await printed(args('--json'), folder)
  expect(bad.code).toBe(1)
  const { contradicted, checked } = JSON.parse(bad.out)
  expect(contradicted).toEqual([expect.objectContaining({ line: 5, text: expect.stringContaining('2,940.7') })])
  expect(checked).toBeGreaterThan(1)
  expect((await printed(args('--html', 'a.html'), folder)).code).toBe(2)
})

test.each([
  [['compare'], 'missing OLD'],
  [['compare', 'no-such-thing', '.'], 'unknown deck "no-such-thing"'],
])('%j is refused in one line', async (args, message) => {
  const { code, out } = await printed(args, engine)
  expect(code).not.toBe(0)
  expect(out).toContain(message)
})
