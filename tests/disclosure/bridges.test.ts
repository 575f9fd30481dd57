import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { run } from '../../src/cli/main.ts'
import { newDeck } from '../../src/cli/new.ts'
import { testCache } from '../kept.ts'

const engine = resolve(import.meta.dirname, '../..')
const base = mkdtempSync(join(tmpdir(), 'quarterdeck-bridges-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const figures = `metric,unit,Q3 FY23,Q4 FY23,FY23,FY24,source,at
revenue.services,USD mn,61379.43,63791.27,246193.37,271936.73,S01,page 9
revenue.products,USD mn,31937.19,33719.41,129371.93,147193.39,S01,page 9
`

interface DeckJson {
  readonly slides: readonly {
    readonly visuals: readonly {
      readonly chart: {
        readonly series: readonly {
          readonly marks: readonly { readonly text: string; readonly value: number; readonly base: number }[]
        }[]
      }
    }[]
  }[]
}

/** Label, length and start of each mark of a bridge in whole billions, as readers of the public edition may know them. */
async function bridge(name: string, steps: readonly string[]) {
  const slide = `---\nlayout: one-chart\ntitle: Steps\n---\n\`\`\`chart\ntype: waterfall\nunit: USD bn\ndecimals: 0\nsteps:\n${steps.map((step) => `  - {${step}}\n`).join('')}\`\`\`\n`
  const files = {
    ...Object.fromEntries(Object.entries(newDeck).filter(([path]) => path.startsWith('data/'))),
    'data/figures/results.csv': figures,
    'slides/010-steps.md': slide,
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, name, path)), { recursive: true })
    writeFileSync(join(base, name, path), text)
  }
  const printed: string[] = []
  const world = { engine, cwd: base, env: {}, cache: testCache, print: (text: string) => printed.push(text) }
  expect(await run(['inspect', '--root', name], { ...world, printError: () => undefined })).toBe(0)
  const deck: DeckJson = JSON.parse(printed.join(''))
  return (deck.slides[0]?.visuals[0]?.chart.series[0]?.marks ?? []).map(({ text, value, base: start }) => [
    text,
    value,
    start,
  ])
}

test('what the printed digits of steps miss their total by is spread over them, within the last digit of each', async () => {
  const marks = await bridge('closed', [
    'start: revenue.total, period: FY-1',
    'change: revenue.services',
    'change: revenue.products',
    'end: revenue.total, period: FY',
  ])
  expect(marks).toEqual([
    ['376', 376, 0],
    ['+26', 25.5, 376],
    ['+18', 17.5, 401.5],
    ['419', 419, 0],
  ])
})

test('a step whose last digit does not hold what is missing has the length that it prints', async () => {
  const marks = await bridge('open', [
    'start: revenue.services, period: Q3 FY23',
    'change: revenue.services, period: Q4 FY23, vs: Q3 FY23',
    'end: revenue.services, period: Q4 FY23',
  ])
  expect(marks).toEqual([
    ['61', 61, 0],
    ['+2', 2, 61],
    ['64', 64, 0],
  ])
})
