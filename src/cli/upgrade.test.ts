import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from './main.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-upgrade-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
const engine = resolve(import.meta.dirname, '../..')

async function runIn(...argv: string[]) {
  const lines: string[] = []
  const print = (text: string): void => void lines.push(text)
  const code = await run(argv, { engine, cache: tmpdir(), cwd: base, env: {}, print, printError: print })
  return { code, out: lines.join('\n') }
}

/** The record as the first format had it: the last row of each fact, without chain, label and documents. */
function oldRecord(text: string): string {
  const rows = text.trim().split('\n').slice(1)
  const old = rows.map((row) => {
    const [edition = '', fact = '', printed = '', unit = ''] = row.match(/"[^"]*"|[^,]+|(?<=,)(?=,)/g) ?? []
    return [fact, printed, unit, edition].join(',')
  })
  return `fact,value,unit,edition\n${old.join('\n')}\n`
}

const slide = (title: string, body: string): string => `---\nlayout: points\ntitle: ${title}\n---\n- ${body}\n`
const waiver = (rule: string, place: string): string =>
  `- {rule: ${rule}, place: "${place}", reason: It stands so in the release., who: R. Z., when: 2009-01-01}\n`

describe('a golden deck, turned back to the first format', () => {
  const root = join(base, 'old')
  const file = (path: string): string => join(root, path)
  const read = (path: string): string => readFileSync(file(path), 'utf8')
  const check = (): ReturnType<typeof runIn> => runIn('check', '--root', 'old')

  test('is upgraded by one command, and checks clean', { timeout: 60_000 }, async () => {
    cpSync(join(engine, 'tests/golden/tillman'), root, { recursive: true })
    expect((await runIn('check', '--root', 'old', '--publish')).code).toBe(0)
    const published = read('data/published.csv')
    // what only a waiver excuses, by each kind of place that an older one could name
    writeFileSync(file('slides/910-by-slide.md'), slide('By slide', 'About USD14 million'))
    writeFileSync(file('slides/920-by-file.md'), slide('By file', 'About USD15 million'))
    writeFileSync(file('slides/930-by-line.md'), slide('By line', 'About USD16 million'))
    writeFileSync(
      file('data/waivers.yaml'),
      ['by-slide', 'slides/920-by-file.md', 'slides/930-by-line.md:5'].map((place) => waiver('P4', place)).join(''),
    )
    writeFileSync(file('data/published.csv'), oldRecord(published))
    writeFileSync(file('data/deck.yaml'), read('data/deck.yaml').replace(/^format: 2\n/, ''))
    rmSync(file('data/net.yaml'))
    const before = await check()
    expect(before.code).toBe(1)
    expect(before.out.match(/unsupported-format/g)).toHaveLength(1)

    const upgraded = await runIn('upgrade', '--root', 'old')
    expect(upgraded.code).toBe(0)
    expect(upgraded.out).toContain('upgraded data/deck.yaml, data/waivers.yaml, data/published.csv')
    const after = await check()
    expect(after.out).toMatch(/, 3 waived, 0 warned, 0 failed/)
    expect(after.code).toBe(0)
    expect((await runIn('upgrade', '--root', 'old')).out).toBe('nothing to upgrade')
    expect((await runIn('upgrade', '--root', 'old', '--json')).out).toBe('[]')
  })

  test('keeps every number of its record', () => {
    const facts = (text: string): readonly string[] =>
      [...text.matchAll(/^\d{4}-\d{2}-\d{2}[^,]*,((?:"[^"]*"|[^,]*),[^,]*,[^,]*),/gm)].map(([, row = '']) => row)
    const rows = facts(read('data/published.csv'))
    expect(rows.length).toBeGreaterThan(50)
    expect(read('data/net.yaml')).toContain(`published: {rows: ${rows.length}, digest: "`)
  })
})
