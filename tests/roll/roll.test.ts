import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/main.ts'
import { testCache } from '../kept.ts'
import { fillFigures } from './_fill.ts'

const engine = resolve(import.meta.dirname, '../..')
const base = mkdtempSync(join(tmpdir(), 'quarterdeck-roll-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

async function runIn(...argv: string[]) {
  const lines: string[] = []
  const print = (text: string): void => void lines.push(text)
  const code = await run(argv, { engine, cache: testCache, cwd: base, env: {}, print, printError: print })
  return { code, out: lines.join('\n') }
}

const copyOf = (golden: string, name = golden): string => {
  cpSync(join(engine, 'tests/golden', golden), join(base, name), { recursive: true })
  return join(base, name)
}

/** Lines that somebody types after a roll; gives how many. */
function typed(root: string, edits: readonly (readonly [path: string, before: string, after: string])[]): number {
  for (const [path, before, after] of edits) {
    const text = readFileSync(join(root, path), 'utf8')
    if (!text.replaceAll('\r\n', '\n').includes(before)) throw new Error(`${path} holds no ${before}`)
    writeFileSync(
      join(root, path),
      text.replaceAll('\r\n', '\n').replace(before, () => after),
    )
  }
  return edits.length
}

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8')

const weeksNote =
  '- The fourth quarter of fiscal [[2020]] had [[13]] weeks, that of fiscal [[2019]] [[12]]\n- **Net debt fell'

/** What check finds besides the room on slides and figures of old releases: errors, and warnings of claims and periods. */
async function clean(name: string): Promise<readonly string[]> {
  const { out } = await runIn('check', '--root', name)
  return out
    .split('\n')
    .filter((line) => /^\s*error\[|^\s*warning\[(?!table-too|chart-|text-too|S5\])|still missing/.test(line))
}

test('--json gives what would change, by file, and what is left to do', async () => {
  typed(copyOf('aarvo', 'as-json'), [
    [
      'slides/090-guidance.md',
      '- Margins are lower',
      '- We reiterate our guidance\n- Orders are expected to pick up in the second half\n- Margins are lower',
    ],
  ])
  const before = read(join(base, 'as-json'), 'data/deck.yaml')
  const [period, date] = ['H2 2023', '2024-03-07']
  const { code, out } = await runIn('roll', period, '--date', date, '--root', 'as-json', '--dry-run', '--json')
  const { written, changes, left } = JSON.parse(out)
  expect({ code, written }).toEqual({ code: 0, written: false })
  expect(changes).toContainEqual({ path: 'data/deck.yaml', before, after: expect.stringContaining(date) })
  expect(left).toMatchObject({ open: expect.any(Array), wordings: expect.any(Array) })
  const kinds = (words: string): readonly string[] =>
    left.wordings
      .filter((one: { words: string }) => one.words.includes(words))
      .map(({ kind }: { kind: string }) => kind)
  expect([kinds('reiterate our guidance'), kinds('Orders are expected')]).toEqual([['guidance'], ['came']])
  expect(kinds('Previous, New (guidance-august)')).toEqual(['heads'])
  expect(
    readFileSync(join(base, 'as-json/slides/090-guidance.md'), 'utf8').split('\n')[
      left.wordings.find(({ kind }: { kind: string }) => kind === 'heads').place.line - 1
    ],
  ).toContain('new: guidance-august')
  expect(read(join(base, 'as-json'), 'data/deck.yaml')).toBe(before)
})

describe('a deck of quarters of weeks, two steps', () => {
  const root = copyOf('tillman')
  const roll = (...more: string[]) => runIn('roll', ...more, '--root', 'tillman')

  test('is prepared once: words that roll, and guidance that is told in quarters alone', () => {
    typed(root, [
      [
        'slides/030-results.md',
        'Results of the third quarter and of the year to date',
        'Results of {{period "Q" style="long"}} and of the year to date',
      ],
      [
        'slides/070-bridge.md',
        'Third quarter of fiscal 2020 against that of fiscal 2019',
        '{{period "Q" style="long"}} against {{period "Q-4" style="long"}}',
      ],
      ['slides/080-guidance.md', 'class: wide large', 'class: wide large\nwhen: quarter'],
      ['slides/080-guidance.md', 'We raise our guidance for fiscal 2020', 'Guidance for {{period "FY" style="long"}}'],
      [
        'slides/080-guidance.md',
        '- The fourth quarter has a week more than that of the year before: {{dates "Q4"}}\n',
        '',
      ],
    ])
  })

  test('rolls to its fourth quarter: figures filled in, its weeks said anew, a note on each of three slides on its week more', {
    timeout: 120_000,
  }, async () => {
    const before = read(root, 'data/figures/q3.csv')
    const rolled = await roll('Q4', 'FY20', '--date', '2021-03-11', '--relative') // without quotes
    expect(rolled.code).toBe(0)
    expect(rolled.out).toContain('020-highlights.md:15: counts weeks, and the new period has others: "twelve weeks"')
    expect(rolled.out).toMatch(/030-results.md:\d+: speaks of a year so far, which is over: "year to date"/)
    expect(read(root, 'data/deck.yaml')).toMatch(
      /title: Fourth-quarter fiscal 2020 results\ndate: 2021-03-11\n[\s\S]*reporting-period: Q4 FY20\n/,
    )
    const after = read(root, 'data/figures/q3.csv').split('\r\n')
    expect(read(root, 'data/sources.yaml')).toContain(
      'Q420: {title: "Fourth-quarter fiscal 2020 earnings release", short: "Q4 release", date: 2021-03-11}', // as its sisters
    )
    expect(after[0]).toBe('metric,unit,Q4 FY20,FY20,Q4 FY19,FY19,Q3 FY20,Q3 FY19,9M FY20,9M FY19,source,at')
    expect(
      after.slice(1, before.split('\r\n').length - 1).map((line) => line.replace(/^([^,]*,[^,]*),,,,/, '$1')),
    ).toEqual(before.trim().split('\r\n').slice(1))
    expect(rolled.out).toContain('- 080-guidance'.replace('080-', '')) // left out
    const open = await runIn('check', '--root', 'tillman')
    expect(open.code).toBe(1)
    const [count = 'no count'] = /\d+ figures are still missing/.exec(open.out) ?? []
    expect(rolled.out).toContain(`\n${count}. `) // one count, whoever is asked
    expect((await runIn('build', '--root', 'tillman')).code).toBe(1)
    expect(fillFigures(root, 'Q420')).toBeGreaterThan(40)
    const lines = typed(root, [
      ['slides/050-leverage.md', '- **Net debt fell', weeksNote],
      [
        'slides/060-segments.md',
        '- **Neighborhood Markets**',
        weeksNote.replace('- **Net debt fell', '- **Neighborhood Markets**'),
      ],
      ['slides/070-bridge.md', '- **Gross profit {{', weeksNote.replace('- **Net debt fell', '- **Gross profit {{')],
      ['slides/020-highlights.md', 'The quarter had twelve weeks, as a year before', 'The quarter had thirteen weeks'],
    ])
    expect(lines).toBeLessThanOrEqual(4)
    expect(await clean('tillman')).toEqual([])
  })

  test('rolls to the next first quarter: guidance is told again, and is new', { timeout: 120_000 }, async () => {
    const rolled = await roll('Q1 FY21', '--date', '2021-06-03')
    expect(rolled.code).toBe(0)
    expect(read(root, 'data/deck.yaml')).toContain('title: First-quarter fiscal 2021 results')
    for (const path of ['050-leverage', '060-segments', '070-bridge'])
      expect(rolled.out).toMatch(
        new RegExp(`slides/${path}\\.md:\\d+: names an old period: "fourth quarter of fiscal 2020`),
      )
    expect(rolled.out).toContain(
      '- guidance for FY21 needs a scenario of its own with the day that it is issued, in data/metrics.yaml, its figures and its name on the slide: ebitda.adjusted, eps.adjusted, capex, fcf, identical-sales (guidance)',
    )
    expect(read(root, 'data/figures/guidance.csv')).toMatch(/^metric,unit,scenario,FY20,FY21,source,at\n/)
    expect(read(root, 'data/figures/guidance.csv')).not.toContain('Q121') // no row for what was said of another year
    expect(rolled.out).toContain('- debt Total debt: 2021-04-24 (highlights, leverage, key-figures)')
    expect(rolled.out).toContain('- debt Total debt: 2020-04-18 (highlights, leverage, key-figures)')
    expect(rolled.out).not.toContain('LTM Q1 FY21')
    expect(rolled.out).not.toContain('no file has a row')
  })
})

describe('a deck of halves, two steps', () => {
  const root = copyOf('aarvo')
  const roll = (...more: string[]) => runIn('roll', ...more, '--root', 'aarvo')

  test('is prepared once: what is said of the half alone', () => {
    typed(root, [
      ['slides/020-highlights.md', 'The first half at a glance', '{{period "YTD" style="long"}} at a glance'],
      ['slides/070-debt.md', 'what the first half paid', 'what {{period "YTD" style="long"}} paid'],
      ['slides/030-income.md', '[H1, H1-1, FY-1]', '[YTD, YTD-1]'],
      ['slides/080-key.md', '[H1, H1-1, FY-1]', '[YTD, YTD-1]'],
      ['slides/090-guidance.md', 'layout: table-and-notes', 'layout: table-and-notes\nwhen: quarter'],
      ['slides/030-income.md', '; the first half of 2022 is restated', '; [[2022]] is restated'],
    ])
  })

  test('rolls to the whole year', { timeout: 120_000 }, async () => {
    const rolled = await roll('2023', '--date', '2024-03-07', '--relative')
    expect(rolled.code).toBe(0)
    expect(read(root, 'data/deck.yaml')).toContain('title: Full-year results 2023')
    fillFigures(root, 'R2023', { 'cash@2023-12-31': '62.9' }, { scale: '1.1' })
    expect(await clean('aarvo')).toEqual([])
  })

  test('rolls to the next half', { timeout: 120_000 }, async () => {
    const rolled = await roll('H1 2024', '--date', '2024-08-15')
    expect(rolled.code).toBe(0)
    expect(read(root, 'data/deck.yaml')).toContain('title: Half-year results 2024')
    expect(rolled.out).toMatch(
      /guidance for 2024 needs a scenario of its own .*: sales.constant, cash.capex, ebit-margin \(guidance\)/,
    )
    fillFigures(root, 'H12024', { 'cash@2024-06-30': '49.5' }, { scale: '1.1' })
    const guidance = read(root, 'data/figures/guidance.csv')
    const [header = ''] = guidance.split('\n')
    const row = (metric: string, status: string, value: string): string =>
      `${metric};%;guidance-2024;;${status};${header.includes('2023;2024') ? ';' : ''}${value}${header.includes('2024;2023') ? ';' : ''};H12024;Outlook\n`
    writeFileSync(
      join(root, 'data/figures/guidance.csv'),
      `${guidance}${row('sales.constant', 'range', '4..5')}${row('ebit-margin', '', 'around 13,0')}`,
    )
    const lines = typed(root, [
      [
        'data/metrics.yaml',
        'scenarios:',
        'scenarios:\n  guidance-2024: {label: August guidance, kind: target, issued: 2024-08-15}',
      ],
      ['slides/090-guidance.md', 'scenario="guidance-august"', 'scenario="guidance-2024"'],
      ['slides/090-guidance.md', 'old: guidance-march, new: guidance-august', 'new: guidance-2024'],
    ])
    expect(lines).toBeLessThanOrEqual(3)
    expect(await clean('aarvo')).toEqual([])
  })
})

describe('a roll that makes no sense is refused with the reason, and nothing is written', () => {
  const root = copyOf('tillman', 'refused')
  test.each([
    ['twice', ['Q3 FY20', '--date', '2021-01-29'], 'invalid period Q3 FY20: the deck reports Q3 FY20 already'],
    [
      'backwards',
      ['Q2 FY20', '--date', '2021-01-29'],
      'invalid period Q2 FY20: it lies before Q3 FY20, which the deck reports',
    ],
    ['over a gap', ['Q1 FY21', '--date', '2021-06-29'], 'invalid period Q1 FY21: Q3 FY20 is followed by Q4 FY20'],
    ['to another rhythm', ['FY21', '--date', '2022-03-29'], 'invalid period FY21: Q3 FY20 is followed by Q4 FY20'],
    ['to no period', ['5Q08', '--date', '2021-01-29'], 'unknown period "5Q08"'],
    [
      'before the period ends',
      ['Q4 FY20', '--date', '2020-12-01'],
      'invalid date 2020-12-01: Q4 FY20 ends on 2021-01-02',
    ],
    [
      'before the deck',
      ['Q4 FY20', '--date', '2020-10-01'],
      'invalid date 2020-10-01: the deck speaks from 2020-10-29 already',
    ],
    ['on no day', ['Q4 FY20', '--date', '2021-02-30'], 'invalid date "2021-02-30"'],
  ])('%s', async (_, argv, reason) => {
    const before = read(root, 'data/deck.yaml')
    const { code, out } = await runIn('roll', ...argv, '--root', 'refused')
    expect(code).toBe(1)
    expect(out).toContain(reason)
    expect(read(root, 'data/deck.yaml')).toBe(before)
    expect(existsSync(join(root, 'roll.md'))).toBe(false)
  })

  test('a deck with mistakes is corrected first', async () => {
    typed(root, [['slides/060-segments.md', '"sales.fuel"', '"sales.fule"']])
    const { code, out } = await runIn('roll', 'Q4 FY20', '--date', '2021-03-11', '--root', 'refused')
    expect({ code, out }).toMatchObject({
      code: 1,
      out: expect.stringContaining('correct the deck first: slides/060-segments.md:'),
    })
  })

  test('--dry-run writes nothing', async () => {
    copyOf('aarvo', 'dry')
    const { code, out } = await runIn('roll', 'H2 2023', '--date', '2024-03-07', '--dry-run', '--root', 'dry')
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('nothing written') })
    expect(read(join(base, 'dry'), 'data/deck.yaml')).toContain('reporting-period: H1 2023')
  })
})
