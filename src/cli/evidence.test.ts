import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testCache } from '../../tests/kept.ts'
import { fileDigest } from '../project/record/digest.ts'
import { readSheets } from '../project/workbook/workbook.ts'
import { run } from './main.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-evidence-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
const engine = resolve(import.meta.dirname, '../..')

async function runIn(...argv: string[]) {
  const lines: string[] = []
  const print = (text: string): void => void lines.push(text)
  const code = await run(argv, { engine, cache: testCache, cwd: base, env: {}, print, printError: print })
  return { code, out: lines.join('\n') }
}

const document = '%PDF-1.4 the release\n'
const read = (path: string): string => readFileSync(join(base, path), 'utf8')
const write = (path: string, text: string): void => writeFileSync(join(base, path), text)

/** A new deck whose release is kept; `extra` are further keys of it. */
async function keptDeck(name: string, extra = '') {
  await runIn('new', name)
  mkdirSync(join(base, name, 'data/sources'), { recursive: true })
  write(`${name}/data/sources/results.pdf`, document)
  write(`${name}/data/sources/more.csv`, 'metric,FY24\n') // no figures of the deck, whatever it is called
  const entry = (path: string, digest: string): string => `file: data/sources/${path}, digest: "${digest}"`
  const sources = read(`${name}/data/sources.yaml`)
  const more = `X1: {title: More, ${entry('more.csv', fileDigest(Buffer.from('metric,FY24\n')))}}\n`
  write(
    `${name}/data/sources.yaml`,
    sources.replace(/\}\s*$/, `, ${entry('results.pdf', fileDigest(Buffer.from(document)))}${extra}}\n${more}`),
  )
}

const inBody = (html: string): string => html.split('<body>\n')[1]?.split('\n</body>')[0] ?? ''

test('a kept document is beside the presenter page, linked on cards and in the report, and not beside a public one', async () => {
  await keptDeck('kept')
  const figures = read('kept/data/figures/results.csv')
  write('kept/data/figures/results.csv', figures.replaceAll('Revenue by kind', '"Revenue by kind, p. 7"'))
  expect((await runIn('build', '--root', 'kept')).code).toBe(0)
  expect(existsSync(join(base, 'kept/dist/sources'))).toBe(false)
  expect((await runIn('build', '--root', 'kept', '--edition', 'presenter')).code).toBe(0)
  expect(read('kept/dist-presenter/sources/results.pdf')).toBe(document)
  expect(existsSync(join(base, 'kept/dist-presenter/sources/more.csv'))).toBe(false) // no figure comes from it
  expect(read('kept/dist-presenter/tie-out.html')).toContain('<a href="sources/results.pdf#page=7" target="_blank"')
  const facts = /assets\/[^"']*facts[^"']*\.json/.exec(read('kept/dist-presenter/index.html'))?.[0] ?? ''
  expect(read(`kept/dist-presenter/${facts}`)).toContain('"file":"sources/results.pdf"')
}, 60_000)

test('it is beside a public page where its author says so', async () => {
  await keptDeck('given', ', publish: true')
  expect((await runIn('build', '--root', 'given')).code).toBe(0)
  expect(read('given/dist/sources/results.pdf')).toBe(document)
  expect(existsSync(join(base, 'given/dist/sources/more.csv'))).toBe(false)
}, 60_000)

test('one that was exchanged is an error, one that nobody names a warning', async () => {
  await keptDeck('changed')
  write('changed/data/sources/results.pdf', `${document}%`)
  const { code, out } = await runIn('check', '--root', 'changed')
  expect(code).toBe(1)
  expect(out).toMatch(/invalid digest [0-9a-f]{12}… of \w+: data\/sources\/results\.pdf is another file now/)
  write('changed/data/sources/results.pdf', document)
  write('changed/data/sources/left.txt', 'x')
  expect((await runIn('check', '--root', 'changed')).out).toContain('unknown file data/sources/left.txt')
})

test('report and lists name the digests of data and page, and a commit where no page does', async () => {
  await keptDeck('stamped')
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
      cwd: join(base, 'stamped'),
      encoding: 'utf8',
    }).trim()
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'x')
  const head = git('rev-parse', 'HEAD')
  const json = async () => JSON.parse((await runIn('check', '--root', 'stamped', '--json')).out).made
  const { engine: version, data, page, commit } = await json()
  expect({ version, commit }).toEqual({
    version: JSON.parse(readFileSync(join(engine, 'package.json'), 'utf8')).version,
    commit: head,
  })
  for (const edition of ['public', 'presenter']) await runIn('build', '--root', 'stamped', '--edition', edition)
  expect(fileDigest(Buffer.from(inBody(read('stamped/dist/index.html'))))).toBe(page)
  const report = read('stamped/dist-presenter/tie-out.html')
  expect(report).toContain(data)
  expect(report).toContain(fileDigest(Buffer.from(inBody(read('stamped/dist-presenter/index.html')))))
  for (const text of [report, read('stamped/dist/index.html')]) expect(text).not.toContain(head)
  await runIn('check', '--root', 'stamped', '--publish')
  expect(await json()).toEqual({ engine: version, data, page, commit: `${head}-dirty` })
  write('stamped/data/sources/results.pdf', `${document}%`)
  expect((await json()).data).not.toBe(data)
}, 90_000)

test('the tick list is a workbook, too, whose cells are texts, with the element of a taxonomy', async () => {
  await keptDeck('listed')
  const metrics = read('listed/data/metrics.yaml')
  write(
    'listed/data/metrics.yaml',
    metrics.replace('{label: Services,', '{label: Services, concept: "us-gaap:Revenues",'),
  )
  const slide = '---\nlayout: points\ntitle: More\n---\n- Services & more: {{figure "revenue.services" "FY"}}\n'
  write('listed/slides/025-more.md', slide)
  expect((await runIn('check', '--root', 'listed', '--ticks', 'ticks.xlsx')).code).toBe(0)
  expect((await runIn('check', '--root', 'listed', '--ticks', 'ticks.csv')).code).toBe(0)
  const [ticks, made] = readSheets(readFileSync(join(base, 'ticks.xlsx')))
  expect(ticks?.name).toBe('Ticks')
  expect(ticks?.rows[0]).toEqual(
    'fact,concept,printed,slide,source,rule,verdict,arithmetic,auditor,date,mark'.split(','),
  )
  expect(ticks?.rows.flat().every((cell) => typeof cell === 'string')).toBe(true)
  expect(ticks?.rows.filter(([fact]) => fact === 'revenue.services@FY24')[0]?.slice(0, 4)).toEqual([
    'revenue.services@FY24',
    'us-gaap:Revenues',
    expect.stringContaining('260.7'),
    expect.any(String),
  ])
  expect(made?.rows.map(([name]) => name)).toEqual(['engine', 'data, SHA-256', 'public page, SHA-256', 'commit'])
  const lines = read('ticks.csv').trim().split('\n')
  expect(lines.length).toBe((ticks?.rows.length ?? 0) + 5) // an empty line and the stamp
  const json = JSON.parse((await runIn('check', '--root', 'listed', '--json')).out)
  expect(lines.at(-3)).toBe(`"data, SHA-256",${json.made.data}`)
  expect(JSON.stringify(json.findings)).toContain('"concept":"us-gaap:Revenues"')
  write('listed/data/metrics.yaml', metrics.replace('{label: Services,', '{label: Services, concept: Revenues,'))
  expect((await runIn('check', '--root', 'listed')).out).toContain('a tag of a taxonomy, as us-gaap:Revenues')
})
