import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/main.ts'
import type { Deck } from '../../src/model/deck.ts'
import { testCache } from '../kept.ts'
import { isLong } from '../long.ts'
import { fillFigures, type Open } from './_fill.ts'
import { referenceFigures } from './_reference.ts'

const engine = resolve(import.meta.dirname, '../..')
const base = mkdtempSync(join(tmpdir(), 'quarterdeck-reference-roll-'))
const root = join(base, 'deck')
afterAll(() => rmSync(base, { recursive: true, force: true }))
for (const folder of ['data', 'slides', 'public']) cpSync(join(engine, folder), join(root, folder), { recursive: true })

async function runIn(...argv: string[]) {
  const [lines, printed]: [string[], string[]] = [[], []]
  const printError = (text: string): void => void lines.push(text)
  const print = (text: string): void => void [lines, printed].map((list) => list.push(text))
  const world = { engine, cache: testCache, cwd: base, env: {}, print, printError }
  const code = await run([...argv, '--root', root], world)
  return { code, out: lines.join('\n'), printed: printed.join('\n') }
}

/** Errors, and warnings of claims and periods: room on slides and figures of old releases aside. */
const findings = (out: string): readonly string[] =>
  out
    .split('\n')
    .filter((line) => /^\s*error\[|^\s*warning\[(?!table-too|chart-|text-too|S5\])|still missing/.test(line))
    .map((line) => line.trim())

/** The deck as data: its slides by id, the periods of a slide's charts, and what its authors typed on slides that are not about the past. */
async function inspected() {
  const { code, printed } = await runIn('inspect', '--edition', 'presenter')
  expect(code).toBe(0)
  const { slides }: Deck = JSON.parse(printed)
  const typed = slides.filter(({ historical }) => !historical).flatMap((slide) => typedTexts(slide))
  return {
    ids: slides.map(({ id }) => id),
    typed,
    periodsOf: (slide: string) =>
      slides
        .find(({ id }) => id === slide)
        ?.visuals.flatMap((visual) =>
          visual.kind === 'chart' ? visual.chart.categories.map(({ label }) => label) : [],
        ),
  }
}

/** Every text below a value that its author typed: runs of text, not periods, figures or what is marked as plain. */
function typedTexts(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('kind' in value && value.kind === 'text' && 'text' in value && typeof value.text === 'string') return [value.text]
  return Object.values(value).flatMap(typedTexts)
}

/** A period of an older year, as somebody would type it. */
const oldName = /(?<!\w)(?:FY|[1-4]Q|9M|[12]H)0[0-8](?!\d)/

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

/** Rolls the deck on; gives the figures that it lists as missing, and roll.md. */
async function rolledTo(period: string, date: string): Promise<{ readonly open: Open; readonly text: string }> {
  const { code, out } = await runIn('roll', period, '--date', date, '--json')
  expect(code).toBe(0)
  return { open: JSON.parse(out).left.open, text: readFileSync(join(root, 'roll.md'), 'utf8') }
}

/** What check finds once the new number of slides is accepted, and the deck as it is then. */
async function filledDeck() {
  await runIn('check', '--accept-net') // fewer slides are tied less
  expect(findings((await runIn('check')).out)).toEqual([])
  const deck = await inspected()
  expect(deck.typed.filter((text) => oldName.test(text))).toEqual([])
  return deck
}

/** Slides that a quarter keeps; the others belong to the year. */
const kept = 30
/** Slides of a year's deck. */
const slides = 116

const steps = [
  ['1Q09', '2009-08-12', ['1Q08', '2Q08', '3Q08', '4Q08', '1Q09']],
  ['2Q09', '2009-11-13', ['2Q08', '3Q08', '4Q08', '1Q09', '2Q09']],
  ['3Q09', '2010-02-12', ['3Q08', '4Q08', '1Q09', '2Q09', '3Q09']],
] as const

/** The sentence of 2Q09 that is true of a fourth quarter alone. */
const season = [
  'slides/192-revenues-by-quarter.md',
  'The fourth quarter is the season for construction, hence',
  'Against the quarter before that is',
] as const

describe('the reference deck rolls from the year on through its quarters', () => {
  test.each(isLong ? steps : steps.slice(0, 1))('%s', { timeout: 300_000 }, async (period, date, window) => {
    const { open, text } = await rolledTo(period, date)
    expect(text).toContain('- forecast (when: year-end)')
    expect(text).toContain(`revenue.total Total revenues: ${period}`)
    expect(text).toContain('- Target, issued –: confirm or renew ')
    expect(text).not.toContain('forecast.md') // nothing is said of slides that are not told
    const unfilled = await runIn('check')
    expect(unfilled.code).toBe(1)
    expect(unfilled.out).toMatch(/\d+ figures are still missing\n/)
    expect(unfilled.out).toContain('left out: forecast (when: year-end)')
    const quarter = Number(period[0])
    const said = referenceFigures(quarter === 1 ? 1 : quarter === 2 ? 2 : 3, 10_188)
    expect(fillFigures(root, period, said, { scale: '1.1', newest: true, open })).toBeGreaterThan(80)
    const lines = period === '2Q09' ? typed([season]) : 0
    expect(lines).toBeLessThanOrEqual(3)
    const { ids, periodsOf } = await filledDeck()
    expect(ids).toHaveLength(kept)
    expect(ids).not.toContain('fourth-quarter')
    expect(periodsOf('revenues-by-quarter')).toEqual(window)
  })

  test.runIf(isLong)('to the next year end: every slide is told again', { timeout: 300_000 }, async () => {
    const { open, text } = await rolledTo('4Q09', '2010-05-14')
    expect(text).toMatch(/## Slides left out this time\n\nNothing\./)
    expect(text).not.toContain('sga.other') // published once, computed since
    expect(text).not.toContain('errata.csv') // what was corrected in the old presentation is not printed now
    const said = referenceFigures(4, 10_188)
    expect(fillFigures(root, '4Q09', said, { scale: '1.1', newest: true, open })).toBeGreaterThan(200)
    const lines = typed([['data/waivers.yaml', 'personnel.new-graduates@FY09', 'personnel.new-graduates@FY10']])
    expect(lines).toBeLessThanOrEqual(3)
    // one sentence is contradicted by the new figures
    typed([['slides/240-si-revenues.md', 'and it has doubled in two years', 'and in two years it moved']])
    const { ids, periodsOf } = await filledDeck()
    expect(ids).toHaveLength(slides)
    expect(ids).toEqual(expect.arrayContaining(['fourth-quarter', 'forecast', 'balance-sheets', 'cash-flows']))
    expect(periodsOf('revenues-by-quarter')).toEqual(['4Q08', '1Q09', '2Q09', '3Q09', '4Q09'])
    expect(periodsOf('targets-and-actuals')?.at(-1)).toBe('Actual')
  })
})
