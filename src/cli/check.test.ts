import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenDeck, changed, codes, textOf, writeDeck } from '../../tests/errors/_broken.ts'
import { testCache } from '../../tests/kept.ts'
import { sample } from '../../tests/long.ts'
import { tieOutReport } from '../../tests/tieout/report-schema.ts'
import type { SourceFile } from '../model/source-file.ts'
import { deckSession } from '../project/session.ts'
import { tieDeck } from '../project/tie.ts'
import { run } from './main.ts'

const engine = resolve(import.meta.dirname, '../..')
const base = mkdtempSync(join(tmpdir(), 'quarterdeck-check-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

function onDisk(name: string, files: readonly SourceFile[]): string {
  const root = join(base, name)
  writeDeck(root, files)
  return root
}

async function check(root: string, ...flags: string[]) {
  const [printed, errors]: [string[], string[]] = [[], []]
  const print = (text: string): void => void printed.push(text)
  const printError = (text: string): void => void errors.push(text)
  const code = await run(['check', '--root', root, ...flags], {
    engine,
    cache: testCache,
    cwd: '/',
    env: {},
    print,
    printError,
  })
  return { code, out: printed.join('\n'), err: errors.join('\n'), all: [...errors, ...printed].join('\n') }
}

/** What decides whether a build writes anything, and what it prints. */
async function buildOf(root: string, edition: 'public' | 'presenter') {
  const session = deckSession({ root, engine, edition }, './')
  const { outcome, built } = tieDeck(await session.compile(), session)
  return { ...outcome, built }
}

interface Printed {
  readonly code: string
  readonly severity: string
  readonly message: string
  readonly edition?: string | undefined
  readonly place: { readonly path: string; readonly line: number; readonly column: number }
}

const keyOf = ({ code, severity, message, place }: Printed): string =>
  `${severity}[${code}] ${place.path}:${place.line}:${place.column} ${message}`

test('says which slides have text that is not measured, since their layout gives it no box', async () => {
  const slide = (layout: string): string => `---\nlayout: ${layout}\ntitle: Orders\n---\n- Orders came back\n`
  const root = onDisk(
    'unmeasured',
    changed({
      'slides/910-plain.md': slide('plain'),
      'slides/920-statement.md': slide('statement'),
      'templates/layouts/plain.hbs': '<h2>{{title}}</h2>{{text}}',
      'templates/layouts/plain.yaml': 'needs: {title: true}',
    }),
  )
  const { out } = await check(root)
  const lines = out.match(/^text not measured: .*$/gm) ?? []
  expect(lines).toContain('text not measured: plain (layout plain has no text: box in its .yaml)')
  expect(lines.join()).not.toContain('statement')
  const { unmeasured } = tieOutReport.parse(JSON.parse((await check(root, '--json')).out))
  expect(unmeasured).toContainEqual({ layout: 'plain', slides: ['plain'] })
})

test('--text says first how many numbers it checked, and fails where it checked none', async () => {
  const root = onDisk('text', [])
  const write = (text: string): void => writeFileSync(join(root, 'release.txt'), text)
  mkdirSync(root, { recursive: true })
  write('- Sales rose 20% to EUR 12.0 million from EUR 10.0 million\n- We opened 14 shops')
  const sound = await check(root, '--text', join(root, 'release.txt'))
  expect(sound).toMatchObject({ code: 0, out: expect.stringMatching(/^3 of 4 numbers checked\n/) })
  write('- Sales rose 30% to EUR 12.0 million from EUR 10.0 million')
  expect((await check(root, '--text', join(root, 'release.txt'))).code).toBe(1)
  write('- We opened 14 shops')
  const none = await check(root, '--text', join(root, 'release.txt'))
  expect(none).toMatchObject({ code: 1, out: expect.stringMatching(/^0 of 1 number checked\n/) })
})

/** Check and both builds of a deck say the same, in every form. */
async function expectAgreement(root: string): Promise<readonly Printed[]> {
  const [json, text] = [await check(root, '--json'), await check(root)]
  const report = tieOutReport.parse(JSON.parse(json.out))
  const { diagnostics, counts } = report
  const [presenter, open] = [await buildOf(root, 'presenter'), await buildOf(root, 'public')]
  const refused = presenter.built === undefined || open.built === undefined
  expect({ text: text.code, json: json.code }).toEqual({ text: refused ? 1 : 0, json: refused ? 1 : 0 })
  expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(refused)
  const built = [...presenter.diagnostics, ...open.diagnostics].map(keyOf)
  expect(diagnostics.map(keyOf).sort()).toEqual([...new Set(built)].sort())
  for (const { severity, code, place, edition } of diagnostics) {
    const spot = 'cell' in place && place.cell !== undefined ? place.cell : `${place.line}:${place.column}`
    const where = edition === undefined ? '' : ` (${edition} edition)`
    expect(text.all).toContain(`${severity}[${code}] ${place.path}:${spot}${where}`)
  }
  const count = (severity: string): number => diagnostics.filter((each) => each.severity === severity).length
  if (counts) {
    expect(report.findings.filter(({ verdict }) => verdict === 'error')).toHaveLength(counts.error)
    expect(counts.error).toBe(count('error'))
    expect(text.out).toContain(`, ${counts.error} failed,`)
  } else expect(text.out).toContain(`${count('error')} error`)
  return diagnostics
}

/** Decks that lack a template which the engine ships: on disk they have it. */
const shipped = ['missing-layout-contract', 'unknown-partial']

/** Decks with a workbook are not written to disk: src/project/workbook reads those. */
const written = codes.filter((code) => brokenDeck(code).every(({ kind }) => kind === 'text'))

/** Each compiles a deck five times; tests/errors has every code in any run. */
describe.each(sample(written, 8, 4))('check of the deck with %s', (code) => {
  test('says what the builds say, and passes what they pass', async () => {
    const found = await expectAgreement(onDisk(code, brokenDeck(code)))
    if (!shipped.includes(code)) expect(found.map((each) => each.code)).toContain(code)
  })
})

describe('check of what holds in one edition only', () => {
  const hidden = textOf('slides/010-one.md').replace('title: One', 'title: Two\nhidden: true')
  test.each([
    ['a placeholder beside it', '[two](#/two) {{figure "sales" "Q"}}'],
    ['a placeholder in its words', '[{{period "Q"}}](#/two)'],
    ['a placeholder around it', '{{#if (has "sales" "Q")}}\n[two](#/two)\n{{/if}}'],
    ['a placeholder in its address', '[two](#/{{plain "two"}})'],
    ['a mistake beside it', '[two](#/two) {{figure "sale" "Q"}}'],
    ['notes around it', '{{period "Q"}}\n\nNote: [two](#/two)'],
  ])('passes no link to a hidden slide with %s', async (name, body) => {
    const text = textOf('slides/010-one.md').replace('Text.', body)
    const root = onDisk(`hidden ${name}`, changed({ 'slides/010-one.md': text, 'slides/020-two.md': hidden }))
    const found = await expectAgreement(root)
    expect(found.filter(({ code }) => code === 'unknown-slide')).toMatchObject([{ edition: 'public' }])
  })

  test('says of pictures what the builds say', async () => {
    const text = textOf('slides/010-one.md').replace('Text.', '![a](img/a%20b.png?1) ![b](./img/A.png)')
    const root = onDisk('pictures', changed({ 'slides/010-one.md': text }))
    mkdirSync(join(root, 'public/img'), { recursive: true })
    for (const name of ['a b.png', 'a.png']) writeFileSync(join(root, 'public/img', name), '')
    const found = await expectAgreement(root)
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'missing-picture: missing picture "img/A.png"',
    ])
  })
})

describe('check of ties, waivers and published figures', () => {
  const metrics = textOf('data/metrics.yaml')
  test.each([
    [
      'a tie of an unknown metric',
      { 'data/metrics.yaml': `${metrics}ties:\n  - {total: sales, parts: [sales.a, sales.c]}\n` },
      [
        'error[unknown-tie-metric] data/metrics.yaml:7:37   unknown metric "sales.c" in ties',
        'did you mean "sales.a"?',
      ],
    ],
    [
      'a waiver without a reason',
      {
        'data/waivers.yaml':
          '- {rule: F1, fact: sales@Q1 2024, printed: EUR100 million, who: A. Person, when: 2024-05-01}\n',
      },
      ['error[missing-key] data/waivers.yaml:1:3   missing key "reason"', 'write "reason: …" here.'],
    ],
    [
      'a published figure that is no number',
      {
        'data/published.csv':
          'edition,fact,printed,unit,label,source,chain\n2023-05-01,sales@Q1 2024,many,EUR mn,Sales,R1,x\n',
      },
      ['error[invalid-published] data/published.csv:2:26   invalid figure of an earlier edition: "many"'],
    ],
  ])('%s is printed with its place, counted, and refused', async (name, files, lines) => {
    const root = onDisk(name, changed(files))
    const { code, err, out } = await check(root)
    expect(code).toBe(1)
    for (const line of lines) expect(out).toContain(line)
    expect(out).toContain('1 error')
    expect(err).toBe('')
    await expectAgreement(root)
  })

  test('a total that fails is an error of the report, with its count', async () => {
    const tie = `${metrics}ties: [{total: sales, parts: [sales.a, sales.b]}]\n`
    const figures = textOf('data/figures/figures.csv').replace('90,100', '90,110')
    const root = onDisk('failing', changed({ 'data/metrics.yaml': tie, 'data/figures/figures.csv': figures }))
    const { code, out, err } = await check(root)
    expect(code).toBe(1)
    expect(out).toContain('1 failed')
    expect(out).toContain('error[F1] data/figures/figures.csv:2:17  invalid total, Sales Q1 2024')
    expect(err).toBe('')
    await expectAgreement(root)
  })
})

describe('check covers both editions', () => {
  const slide = (title: string, body: string, front = ''): string =>
    `---\nlayout: points\ntitle: ${title}\n${front}---\n${body}\n`
  const hidden = slide('Two', 'Text.', 'hidden: true\n')

  test('a public slide that links to a hidden one fails in the public edition only', async () => {
    const linking = { 'slides/010-one.md': slide('One', '[two](#/two)'), 'slides/020-two.md': hidden }
    const root = onDisk('linking', changed(linking))
    const { code, err, out } = await check(root)
    expect(code).toBe(1)
    expect(out).toContain('error[unknown-slide] slides/010-one.md:5:7 (public edition)   unknown slide "two" in a link')
    expect(out).toContain('1 error')
    expect(err).toBe('')
    const found = await expectAgreement(root)
    expect(found.map(({ edition }) => edition)).toEqual(['public'])
  })

  test('what fails in the notes fails in the presenter edition only, what fails on a slide in both', async () => {
    const body =
      '- Sales fell {{growth "sales" "Q"}}.\n\nNote: A rose {{figure "sales.a" "Q"}}, B fell {{growth "sales.a" "Q"}}.'
    const root = onDisk('noted', changed({ 'slides/010-one.md': slide('One', body) }))
    const { code, out } = await check(root)
    expect(code).toBe(1)
    expect(out).toContain('2 failed')
    expect(out).toMatch(/error\[S1\] slides\/010-one\.md:5:\d+ {2}/)
    expect(out).toMatch(/error\[S1\] slides\/010-one\.md:7:\d+ \(presenter edition\) {2}/)
    await expectAgreement(root)
  })

  test('a measure whose counterpart only the notes name fails in the public edition', async () => {
    const adjusted = '  adjusted: {label: Adjusted, unit: EUR mn, kind: flow, non-gaap: {counterpart: sales}}\n'
    const body = '- {{figure "adjusted" "Q"}}\n\nNote: {{figure "sales" "Q"}}.'
    const files = changed({
      'data/metrics.yaml': textOf('data/metrics.yaml') + adjusted,
      'data/figures/adjusted.csv': 'metric,unit,Q1 2024,source\nadjusted,EUR mn,120,R1\n',
      'slides/010-one.md': slide('One', body),
    })
    const root = onDisk('counterpart', files)
    const found = await expectAgreement(root)
    expect(found.map(({ code, severity, edition }) => [code, severity, edition])).toEqual([
      ['N1', 'warning', 'presenter'],
      ['N1', 'error', 'public'],
    ])
    const { code, out } = await check(root)
    expect(code).toBe(1)
    expect(out).toContain('1 warned, 1 failed')
    expect(out).toContain('error[N1] slides/010-one.md:5:3 (public edition)  missing Sales beside Adjusted')
  })

  test('colours come only where the world shows them, whatever the process is set to', async () => {
    const root = onDisk('colours', changed({ 'slides/010-one.md': slide('One', 'B fell {{growth "sales.a" "Q"}}.') }))
    const printed: string[] = []
    const world = {
      engine,
      cache: testCache,
      cwd: '/',
      env: {},
      print: (text: string) => void printed.push(text),
      printError: () => {},
    }
    await run(['check', '--root', root], { ...world, colors: true })
    const colored = printed.join('\n')
    const { out } = await check(root)
    expect(out).not.toContain('\u001b')
    expect(colored).toContain('\u001b[31merror[S1]')
    expect(stripVTControlCharacters(colored)).toBe(out)
  })

  test('a waiver that one edition needs is not unused', async () => {
    const waiver =
      '- {rule: S1, fact: "growth(sales.a@Q1 2024,Q1 2023)", printed: "20.0%", reason: the speaker knows why, who: A. Person, when: 2024-05-01}\n'
    const body = 'Text.\n\nNote: B fell {{growth "sales.a" "Q"}}.'
    const root = onDisk('waived', changed({ 'slides/010-one.md': slide('One', body), 'data/waivers.yaml': waiver }))
    expect(await check(root)).toMatchObject({ code: 0, err: '' })
    expect(await expectAgreement(root)).toEqual([])
    writeFileSync(join(root, 'slides/010-one.md'), slide('One', 'Text.'))
    const { code, out } = await check(root)
    expect(code).toBe(0)
    expect(out).toContain('warning[W1] data/waivers.yaml:1:3  unknown finding waived')
  })
})

describe('check of files that cannot be read', () => {
  let root = ''
  beforeAll(() => {
    root = onDisk('unread', changed({}))
  })

  test('a file that nothing reads is a warning, and stops neither check nor build', async () => {
    writeFileSync(join(root, 'data/notes.txt'), 'Remember the milk.\n')
    const found = await expectAgreement(root)
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['unsupported-file', 'warning']])
    expect(await check(root)).toMatchObject({ code: 0 })
  })

  test('a file in another encoding is an error of both, and nothing follows from it', async () => {
    writeFileSync(join(root, 'data/sources.yaml'), Buffer.from([0x52, 0x31, 0x3a, 0xe4, 0x0a]))
    const found = await expectAgreement(root)
    expect(found.map(({ code }) => code).sort()).toEqual(['invalid-encoding', 'unsupported-file'])
  })
})
