import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/main.ts'
import { testCache } from '../kept.ts'
import { isLong } from '../long.ts'
import { fillFigures } from './_fill.ts'
import { referenceFigures } from './_reference.ts'

const engine = resolve(import.meta.dirname, '../..')
const base = mkdtempSync(join(tmpdir(), 'quarterdeck-reference-roll-'))
const root = join(base, 'deck')
afterAll(() => rmSync(base, { recursive: true, force: true }))
for (const folder of ['data', 'slides', 'public']) cpSync(join(engine, folder), join(root, folder), { recursive: true })

async function runIn(...argv: string[]) {
  const lines: string[] = []
  const print = (text: string): void => void lines.push(text)
  const world = { engine, cache: testCache, cwd: base, env: {}, print, printError: print }
  const code = await run([...argv, '--root', root], world)
  return { code, out: lines.join('\n') }
}

/** Errors, and warnings of claims and periods: room on slides and figures of old releases aside. */
const findings = (out: string): readonly string[] =>
  out
    .split('\n')
    .filter((line) => /^\s*error\[|^\s*warning\[(?!table-too|chart-|text-too|S5\])|still missing/.test(line))
    .map((line) => line.trim())

interface Chart {
  readonly categories: readonly { readonly label: string }[]
}

/** The deck as data: ids of its slides, and the periods of a slide's chart. */
async function inspected() {
  const { code, out } = await runIn('inspect', '--edition', 'presenter')
  expect(code).toBe(0)
  const {
    slides,
  }: { readonly slides: readonly { readonly id: string; readonly visuals: readonly { readonly chart?: Chart }[] }[] } =
    JSON.parse(out)
  return {
    ids: slides.map(({ id }) => id),
    periodsOf: (slide: string) =>
      slides
        .find(({ id }) => id === slide)
        ?.visuals.flatMap(({ chart }) => chart?.categories.map(({ label }) => label) ?? []),
  }
}

/** Lines that somebody types after a roll; gives how many. */
function typed(edits: readonly (readonly [path: string, before: string, after: string])[]): number {
  for (const [path, before, after] of edits) {
    const text = readFileSync(join(root, path), 'utf8')
    if (!text.includes(before)) throw new Error(`${path} holds no ${before}`)
    writeFileSync(
      join(root, path),
      text.replace(before, () => after),
    )
  }
  return edits.length
}

/** Slides that a quarter keeps; the others belong to the year. */
const kept = 27

const steps = [
  ['1Q09', '2009-08-12', ['1Q08', '2Q08', '3Q08', '4Q08', '1Q09']],
  ['2Q09', '2009-11-13', ['2Q08', '3Q08', '4Q08', '1Q09', '2Q09']],
  ['3Q09', '2010-02-12', ['3Q08', '4Q08', '1Q09', '2Q09', '3Q09']],
] as const

describe('the reference deck rolls from the year on through its quarters', () => {
  test.each(isLong ? steps : steps.slice(0, 1))('%s', { timeout: 300_000 }, async (period, date, window) => {
    const rolled = await runIn('roll', period, '--date', date)
    expect(rolled.code).toBe(0)
    expect(rolled.out).toContain('- forecast (when: year-end)')
    expect(rolled.out).toContain(`revenue.total Total revenues: ${period}`)
    expect(rolled.out).toContain('- Target, issued –: confirm or renew ')
    expect(rolled.out).not.toContain('forecast.md') // nothing is said of slides that are not told
    const open = await runIn('check')
    expect(open.code).toBe(1)
    expect(open.out).toMatch(/\d+ figures are still missing\n/)
    expect(open.out).toContain('left out: forecast (when: year-end)')
    const quarter = Number(period[0])
    const said = referenceFigures(quarter === 1 ? 1 : quarter === 2 ? 2 : 3, 10_188)
    expect(fillFigures(root, period, said, { scale: '1.1', newest: true })).toBeGreaterThan(80)
    const lines =
      period === '2Q09'
        ? typed([
            [
              'slides/192-revenues-by-quarter.md',
              'The fourth quarter is the season for construction, hence',
              'Against the quarter before that is',
            ],
          ])
        : 0
    expect(lines).toBeLessThanOrEqual(3)
    await runIn('check', '--accept-net') // fewer slides are tied less
    expect(findings((await runIn('check')).out)).toEqual([])
    const { ids, periodsOf } = await inspected()
    expect(ids).toHaveLength(kept)
    expect(ids).not.toContain('fourth-quarter')
    expect(periodsOf('revenues-by-quarter')).toEqual(window)
  })

  test.runIf(isLong)(
    'to the next year end: every slide is told again, and no word names the old year',
    { timeout: 300_000 },
    async () => {
      const rolled = await runIn('roll', '4Q09', '--date', '2010-05-14')
      expect(rolled.code).toBe(0)
      expect(rolled.out).toMatch(/## Slides left out this time\n\nNothing\./)
      fillFigures(root, '4Q09', referenceFigures(4, 10_188), { scale: '1.1', newest: true })
      const found = findings((await runIn('check')).out)
      // what only people can give: guidance for the year after, published growth, and errata of the old deck to take out
      const codes = new Set(found.map((line) => /^(?:error|warning)\[([\w-]+)\]/.exec(line)?.[1] ?? 'open'))
      expect([...codes].filter((code) => !/^missing-|^unknown-erratum|^open$/.test(code))).toEqual([])
    },
  )
})
