import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { run } from '../../src/cli/main.ts'
import { rollDeck } from '../../src/project/roll/roll.ts'
import { writeFiles } from '../../src/project/roll/write-files.ts'
import { book, deckFiles, sheet } from '../import/_layouts.ts'
import { testCache } from '../kept.ts'

const engine = resolve(import.meta.dirname, '../..')
const base = mkdtempSync(join(tmpdir(), 'quarterdeck-roll-messages-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const figures = `metric,unit,scenario,Q1 FY23,Q4 FY23,Q1 FY24,Q2 FY24,Q3 FY24,source,at
sales,USD mn,,412.3,455.1,431.7,,,Q1FY24,
sales,USD mn,plan,,,,440.0,450.0,R23,
`
const fence = '```'
const slide = `---
layout: table-and-notes
title: Sales of {{figure "sales" "Q"}}
---
${fence}table
guidance: {period: Q+1, old: first, new: plan}
rows: [sales]
${fence}
- A year before they were {{figure "sales" "Q1 FY23"}}
- Planned next: {{figure "sales" "Q+1" scenario="plan"}}, by {{figure "staff" "Q"}}
`

/** A small deck on disk, one of whose files of figures is a workbook. */
function deckOnDisk(name: string, more: Readonly<Record<string, string>> = {}): string {
  const root = join(base, name)
  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  const files = deckFiles('', {
    'data/figures/income.csv': `${figures}sales,USD mn,first,,,,435.0,445.0,R23,\n`,
    'slides/010-sales.md': slide,
    ...more,
  })
  for (const file of files) if (file.kind === 'text' && file.path !== 'data/import.yaml') write(file.path, file.text)
  const metrics = readFileSync(join(root, 'data/metrics.yaml'), 'utf8')
  const scenarios = [
    'first: {label: First, kind: target, issued: 2024-01-01}',
    'plan: {label: Plan, kind: target, issued: 2024-02-01}',
  ]
  write('data/metrics.yaml', `scenarios:\n  ${scenarios.join('\n  ')}\n${metrics}`)
  const staff = sheet('Staff', [
    ['metric', 'unit', '2024-03-31', 'source', 'at'],
    ['staff', 'persons', 1198, 'Q1FY24', 'Page 1'],
  ])
  write('data/figures/staff.xlsx', Buffer.from(book('staff.xlsx', staff).content))
  return root
}

async function runIn(root: string, ...argv: string[]) {
  const lines: string[] = []
  const print = (text: string): void => void lines.push(text)
  const code = await run([...argv, '--root', root], {
    engine,
    cache: testCache,
    cwd: base,
    env: {},
    print,
    printError: print,
  })
  return { code, out: lines.join('\n') }
}

test('roll.md says what no test of a whole deck provokes: workbooks, fixed periods, plans that are over, heads of guidance', async () => {
  const { text } = await rollDeck({
    project: { root: deckOnDisk('lists'), engine },
    to: { period: 'Q2 FY24', date: '2024-08-01' },
    relative: false,
  })
  for (const line of [
    '### data/figures/staff.xlsx (a workbook: add the cells yourself)',
    '- data/deck.yaml title: names no period that could be moved on: "Results"',
    '- slides/010-sales.md:9: asks for a fixed period: Q1 FY23',
    '- slides/010-sales.md:6: heads guidance as new that was issued before: Previous, New (plan)',
    '- Plan for Q2 FY24 is over, and actual figures take its place: sales (on no slide)',
    '- Plan, issued 2024-02-01: confirm or renew sales',
  ])
    expect(text.split('\n')).toContain(line)
})

test('a plan of an older day is no figure to fill in, but a scenario to make', async () => {
  const root = deckOnDisk('due', { 'data/figures/income.csv': figures.replace('440.0,450.0', '440.0,') })
  writeFileSync(
    join(root, 'slides/010-sales.md'),
    slide.replace('table-and-notes', 'points').replace(/`{3}table[\s\S]*?`{3}\n/, ''),
  )
  const { text } = await rollDeck({
    project: { root, engine },
    to: { period: 'Q2 FY24', date: '2024-08-01' },
    relative: false,
  })
  expect(text).toContain(
    '### guidance: give it a scenario with the day that it is issued, in data/metrics.yaml\n- sales Net sales (Plan): Q3 FY24 (sales)',
  )
})

test('a deck about a day is followed by no period', async () => {
  const root = deckOnDisk('day')
  const path = join(root, 'data/deck.yaml')
  writeFileSync(path, readFileSync(path, 'utf8').replace('reporting-period: Q1 2024', 'reporting-period: 2024-03-31'))
  writeFileSync(join(root, 'slides/010-sales.md'), '---\nlayout: points\ntitle: Staff\n---\nText.\n')
  expect(await runIn(root, 'roll', 'Q2 FY24', '--date', '2024-08-01')).toEqual({
    code: 1,
    out: 'unsupported reporting period 2024-03-31: a day is followed by no period',
  })
})

test('a deck that is relative already has nothing to change', async () => {
  const root = deckOnDisk('relative')
  writeFileSync(join(root, 'slides/010-sales.md'), slide.replace('"Q1 FY23"', '"Q-4"'))
  expect(await runIn(root, 'roll', '--relative')).toEqual({ code: 0, out: 'nothing to change' })
})

test.each([
  [['roll'], 'missing PERIOD, such as 1Q09'],
  [['roll', '--date', '2024-08-01', '--relative'], 'missing PERIOD that --date belongs to'],
  [['roll', 'Q2 FY24'], 'missing --date, the day that the deck speaks from'],
  [['import'], 'missing FILE, such as results.xlsx'],
])('%j is a mistake of use', async (argv, message) => {
  const { code, out } = await runIn(base, ...argv)
  expect({ code, out }).toEqual({ code: 2, out: expect.stringContaining(message) })
})

test('a file that somebody saved meanwhile is not written over, nor is any other', () => {
  const root = join(base, 'meanwhile')
  mkdirSync(root)
  for (const name of ['a', 'b']) writeFileSync(join(root, name), 'now')
  const change = (path: string, before: string) => ({ path, before, after: 'new' })
  expect(() => writeFiles(root, [change('a', 'now'), change('b', 'earlier')])).toThrow(
    'b: somebody else changed it meanwhile; nothing written',
  )
  expect(['a', 'b'].map((name) => readFileSync(join(root, name), 'utf8'))).toEqual(['now', 'now'])
})

test('what nobody can know yet is said: a slide that asks for a year which has only begun', async () => {
  const year = '---\nlayout: statement\ntitle: Sales of the year were {{figure "sales" "FY"}}\n---\n'
  const root = deckOnDisk('year', { 'slides/020-year.md': year })
  const { text } = await rollDeck({
    project: { root, engine },
    to: { period: 'Q2 FY24', date: '2024-08-01' },
    relative: false,
  })
  expect(text).toContain('\nFY24 goes on after Q2 FY24: let slides ask for "YTD", "Q" or "LFY" instead, or wait')
})
