import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { testCache } from '../../tests/kept.ts'
import { deckSession } from '../project/session.ts'
import { tieDeck } from '../project/tie.ts'
import { run } from './main.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-ledger-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
const engine = resolve(import.meta.dirname, '../..')

async function runIn(...argv: string[]) {
  const lines: string[] = []
  const print = (text: string): void => void lines.push(text)
  const code = await run(argv, { engine, cache: testCache, cwd: base, env: {}, print, printError: print })
  return { code, out: lines.join('\n') }
}

/** A new deck of its own. */
async function newDeck(name: string) {
  await runIn('new', name)
  const file = (path: string): string => join(base, name, path)
  const read = (path: string): string => readFileSync(file(path), 'utf8')
  const write = (path: string, text: string): void => writeFileSync(file(path), text)
  const check = (...flags: string[]) => runIn('check', '--root', name, ...flags)
  return { name, root: file(''), read, write, check }
}

/** Everything that a build of the public edition writes of a deck, but the drawings. */
async function publicPage(root: string): Promise<string> {
  const session = deckSession({ root, engine, edition: 'public' }, './')
  const { built } = tieDeck(await session.compile(), session)
  if (!built) throw new Error('no page')
  const { html, slides, facts, page, further } = built
  return JSON.stringify([html, slides, facts, page, further])
}

describe('the published record', () => {
  test('changes no byte of a public page nor a digest when it is written, nor do the net, waivers and approvals', async () => {
    const deck = await newDeck('same')
    const made = async (): Promise<unknown> => JSON.parse((await deck.check('--json')).out).made
    const [before, stamp] = [await publicPage(deck.root), await made()]
    expect((await deck.check('--publish')).code).toBe(0)
    expect((await deck.check('--accept-net')).code).toBe(0)
    expect(deck.read('data/net.yaml')).toMatch(/^tied-share: [\d.]+$/m)
    expect(deck.read('data/net.yaml')).toMatch(/^published: \{rows: \d+, digest: "[0-9a-f]{32}"\}$/m)
    deck.write(
      'data/waivers.yaml',
      '- {rule: P4, text: x, printed: x, reason: It is printed so., who: A. Person, when: 2025-05-14}\n',
    )
    deck.write('data/approvals.yaml', `- {digest: ${'a'.repeat(64)}, who: A. Person, when: 2025-05-14}\n`)
    expect(await publicPage(deck.root)).toBe(before)
    expect(await made()).toEqual(stamp)
  })

  test('keeps its rows when it is written again, and is missed when it is taken away', async () => {
    const deck = await newDeck('kept')
    await deck.check('--publish')
    const first = deck.read('data/published.csv')
    deck.write('slides/025-more.md', '---\nlayout: points\ntitle: More\n---\n- {{figure "revenue.products" "FY"}}\n')
    expect((await deck.check('--publish')).code).toBe(0)
    expect(deck.read('data/published.csv').startsWith(first)).toBe(true)
    rmSync(join(deck.root, 'data/published.csv'))
    expect((await deck.check()).out).toMatch(/error\[N3\].*missing rows of data\/published\.csv: 0 of \d+/)
  })
})

describe('the net (N2)', () => {
  test('is counted, and a tie that is taken out makes it fall below its floor', async () => {
    const deck = await newDeck('net')
    const { out } = await deck.check('--accept-net')
    expect(out).toMatch(/^\d+ figures printed: \d+ tied to others, \d+ as their source states, 0 untied$/m)
    expect((await deck.check()).code).toBe(0)
    const results = deck.read('data/figures/results.csv')
    deck.write('data/figures/results.csv', results.replace('Q4 FY24,FY23,FY24', 'Q4 FY23,FY23,FY24'))
    const fallen = await deck.check()
    expect(fallen.code).toBe(1)
    expect(fallen.out).toMatch(/error\[N2\] data\/net\.yaml:2:1.*missing ties: [\d.]+% of the printed figures/)
    expect((await deck.check('--accept-net')).code).toBe(1) // the floor was lowered after this check
    expect((await deck.check()).code).toBe(0)
  })
})

describe('waivers', () => {
  test('their words are no input of a public page, and more than --max-waived are refused', async () => {
    const deck = await newDeck('waived')
    deck.write('slides/025-more.md', '---\nlayout: points\ntitle: More\n---\n- About USD14 million\n')
    const text = /unknown number "([^"]+)"|"([^"]+)"/.exec((await deck.check()).out.split('[P4]')[1] ?? '')
    const words = text?.[1] ?? text?.[2] ?? ''
    const waiver = (reason: string): string =>
      `- {rule: P4, text: "${words}", printed: "${words}", reason: ${reason}, who: A. Person, when: 2025-05-14}\n`
    deck.write('data/waivers.yaml', waiver('The release prints it so.'))
    expect((await deck.check()).out).toMatch(/, 1 waived, 0 warned, 0 failed/)
    const before = await publicPage(deck.root)
    deck.write('data/waivers.yaml', waiver('In other words.'))
    expect(await publicPage(deck.root)).toBe(before)
    expect((await deck.check('--max-waived', '1')).code).toBe(0)
    const { code, out } = await deck.check('--max-waived', '0')
    expect(code).toBe(1)
    expect(out).toMatch(/^1 findings are waived: at most 0 may be$/m)
    expect((await deck.check('--max-waived', 'few')).code).toBe(2)
  })
})

test('--ticks writes a row for each finding, with its figure as printed and room for marks', async () => {
  const deck = await newDeck('ticks')
  const { code, out } = await deck.check('--ticks', 'ticks.csv')
  expect(code).toBe(0)
  expect(out).toMatch(/tick list of \d+ rows in ticks\.csv/)
  const text = readFileSync(join(base, 'ticks.csv'), 'utf8')
  const lines = text.split('\n')
  expect(lines[0]).toBe('fact,concept,printed,slide,source,rule,verdict,arithmetic,auditor,date,mark')
  expect(
    lines.some((line) =>
      /^revenue\.services@FY24,,\$260\.7 million,revenue,FY24 results: Revenue by kind,S3,ticked,.*,,,$/.test(line),
    ),
  ).toBe(true)
  expect((await deck.check('--ticks', 'ticks.pdf')).code).toBe(2)
})

describe('upgrade', () => {
  test('shows and writes what changes in older files, once', async () => {
    const deck = await newDeck('old')
    deck.write('data/deck.yaml', deck.read('data/deck.yaml').replace('format: 2\n', ''))
    deck.write('data/published.csv', 'fact,value,unit,edition\nrevenue.services@FY24,260.7,USD mn,2024-05-14\n')
    deck.write(
      'data/waivers.yaml',
      '- {rule: P4, place: notes, reason: A name as it is written., who: A. Person, when: 2025-05-14}\n',
    )
    deck.write('slides/025-notes.md', '---\nlayout: points\ntitle: Notes\n---\n- About USD14 million\n')
    const refused = await deck.check()
    expect(refused.code).toBe(1)
    expect(refused.out.match(/unsupported-format/g)).toHaveLength(1)
    expect(refused.out).toMatch(
      /unsupported format 1 of data\/(published\.csv, data\/waivers\.yaml|waivers\.yaml, data\/published\.csv)/,
    )
    const { code, out } = await runIn('upgrade', '--root', 'old')
    expect(code).toBe(0)
    expect(out).toContain('+ format: 2')
    expect(out).toContain('- revenue.services@FY24,260.7,USD mn,2024-05-14')
    expect(deck.read('data/published.csv')).toMatch(
      /\n2024-05-14,revenue\.services@FY24,260\.7,USD mn,Services,,[0-9a-f]{32}\n$/,
    )
    expect(deck.read('data/waivers.yaml')).toContain('  slide: "notes"\n  printed: ')
    expect((await deck.check()).out).toMatch(/, 1 waived, 0 warned, 0 failed/)
    expect((await runIn('upgrade', '--root', 'old')).out).toBe('nothing to upgrade')
  })

  test('writes nothing while mistakes hide what older waivers are about, and says so in one line', async () => {
    const deck = await newDeck('old-broken')
    const waivers = '- {rule: P4, place: notes, reason: A name as it is written., who: A. Person, when: 2025-05-14}\n'
    deck.write('data/waivers.yaml', waivers)
    deck.write('slides/025-notes.md', '---\nlayout: points\ntitle: Notes\n---\n- {{figure "no.such" "FY"}}\n')
    const { code, out } = await runIn('upgrade', '--root', 'old-broken')
    expect(code).toBe(1)
    expect(out).toBe(
      'nothing upgraded: correct the deck first, slides/025-notes.md:5:12 unknown metric "no.such" (unknown-metric)',
    )
    expect(deck.read('data/waivers.yaml')).toBe(waivers)
  })
})
