import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unzipped } from '../../tests/export/_pptx.ts'
import { testCache } from '../../tests/kept.ts'
import { manifestSpec } from '../export/handout-schemas.ts'
import { zipReader } from '../project/workbook/zip.ts'
import { run } from './main.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-handouts-'))
const engine = resolve(import.meta.dirname, '../..')
afterAll(() => rmSync(base, { recursive: true, force: true }))

interface Finished {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command where no browser is. */
async function runIn(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Finished> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(args, {
    engine,
    cache: testCache,
    cwd: base,
    env: { CHROMIUM: join(base, 'no-browser'), ...env },
    print: (text) => void out.push(text),
    printError: (text) => void err.push(text),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const deck = join(base, 'deck')
const manifestIn = (folder: string) =>
  manifestSpec.parse(JSON.parse(readFileSync(join(base, folder, 'manifest.json'), 'utf8')))

/** What the speaker has and nobody else is given; comments and figures that no slide prints are given to nobody but in the data. */
const canary = {
  notes: 'CANARY-OF-NOTES',
  hidden: 'CANARY-OF-HIDDEN',
  comment: 'CANARY-OF-COMMENT',
  figure: '98765.4',
  label: 'CANARY-OF-LABEL',
}

/** The texts that stand in a part, as letters of XML, HTML and JSON have them. */
const canariesIn = (content: Buffer): readonly string[] =>
  Object.values(canary).filter((text) => content.includes(text))

/** Every file of an archive by its path, those in archives inside it too: "deck.pptx/ppt/slides/slide1.xml". */
function partsOf(zip: Buffer): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>()
  for (const [name, content] of unzipped(zip)) {
    parts.set(name, content)
    if (/\.(?:pptx|xlsx)$/.test(name)) for (const [inner, own] of partsOf(content)) parts.set(`${name}/${inner}`, own)
  }
  return parts
}

beforeAll(async () => {
  expect((await runIn(['new', deck])).code).toBe(0)
  const slides = join(deck, 'slides')
  const noted = readdirSync(slides).find((name) => readFileSync(join(slides, name), 'utf8').includes('Note: Welcome.'))
  const path = join(slides, noted ?? '')
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  edit(path, (text) => text.replace('Note: Welcome.', `Note: Welcome, ${canary.notes}.\n\n<!-- ${canary.comment} -->`))
  writeFileSync(
    join(slides, '900-aside.md'),
    `---\nlayout: points\ntitle: ${canary.hidden}\nhidden: true\n---\n- Of ${canary.hidden}\n`,
  )
  edit(
    join(deck, 'data/metrics.yaml'),
    (text) => `${text}  orders: {label: ${canary.label}, unit: USD mn, kind: flow, polarity: more}\n`,
  )
  writeFileSync(
    join(deck, 'data/figures/orders.csv'),
    `metric,unit,FY24,source,at\norders,USD mn,${canary.figure},S01,Orders\n`,
  )
})

test('without a browser the others are made, a line says so, and the exit code is 3', async () => {
  const { code, out, err } = await runIn(['handouts', '--root', deck, '--out', 'all'])
  expect(code).toBe(3)
  expect(err).toMatch(/^missing browser: .*not made$/m)
  expect(out).toContain('databook: 3 files')
  const { id, browser, files } = manifestIn('all')
  expect(browser).toBeNull()
  expect(files.map(({ name }) => name)).toEqual(
    ['csv', 'html', 'json', 'pptx', 'xlsx'].map((ending) => `${id}.${ending}`),
  )
  for (const { name, bytes, sha256 } of files) {
    const content = readFileSync(join(base, 'all', name))
    expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256])
  }
})

test('what the speaker alone has is in no public hand-out, and in those of the presenter where it belongs', async () => {
  const made = async (edition: string): Promise<Readonly<Record<string, readonly string[]>>> => {
    const { code } = await runIn(['handouts', '--root', deck, '--edition', edition, '--out', edition])
    expect(code).toBe(3)
    const files = readdirSync(join(base, edition)).sort()
    const found: Record<string, Set<string>> = {}
    for (const name of files) {
      const content = readFileSync(join(base, edition, name))
      const parts = /\.(?:pptx|xlsx)$/.test(name) ? [...partsOf(content).values()] : [content]
      expect([name, parts.some((part) => part.includes(base))]).toEqual([name, false])
      found[/[^.]*$/.exec(name)?.[0] ?? ''] = new Set(parts.flatMap(canariesIn))
    }
    return Object.fromEntries(Object.entries(found).map(([ending, texts]) => [ending, [...texts].sort()]))
  }
  expect(Object.values(await made('public')).flat()).toEqual([])
  const data = [canary.figure, canary.label]
  expect(await made('presenter')).toMatchObject({
    xlsx: expect.arrayContaining(data),
    csv: expect.arrayContaining(data),
    json: [],
    pptx: [canary.hidden, canary.notes],
    html: [canary.hidden, canary.notes],
  })
})

test('--json gives the files that were made and the findings, and nothing else', async () => {
  const { code, out } = await runIn(['databook', '--root', deck, '--out', 'json', '--json'])
  const { edition, files, lacksBrowser, diagnostics } = JSON.parse(out)
  expect({ code, edition, lacksBrowser, diagnostics }).toEqual({
    code: 0,
    edition: 'public',
    lacksBrowser: false,
    diagnostics: [],
  })
  for (const { name, bytes } of files) expect(readFileSync(join(base, 'json', name)).length).toBe(bytes)
  expect(files.length).toBeGreaterThan(2)
})

test('site --json gives the deck that was published and where', async () => {
  const { code, out } = await runIn(['site', '--root', deck, '--to', 'hosted', '--id', 'fy24', '--json'])
  const { to, base: address, deck: published, diagnostics } = JSON.parse(out)
  expect({ code, to, address, published, diagnostics }).toEqual({
    code: 0,
    to: join(base, 'hosted'),
    address: null,
    published: { id: 'fy24', slides: expect.any(Number), handouts: [] },
    diagnostics: [],
  })
  const gone = await runIn([
    'site',
    '--root',
    deck,
    '--to',
    'hosted',
    '--withdraw',
    'fy24',
    '--reason',
    'A mistake',
    '--json',
  ])
  expect(JSON.parse(gone.out)).toEqual({ to, withdrawn: 'fy24', current: null })
})

test('one kind replaces its own and keeps the others; the same deck gives the same bytes, whatever the day', async () => {
  const before = manifestIn('all')
  expect((await runIn(['databook', '--root', deck, '--out', 'all'])).code).toBe(0)
  expect(manifestIn('all')).toEqual(before)
  const epoch = await runIn(['databook', '--root', deck, '--out', 'epoch'], { SOURCE_DATE_EPOCH: '86400' })
  expect([epoch.code, epoch.out]).toEqual([0, expect.stringContaining('3 files in epoch/')])
  const xlsx = ({ files }: typeof before): string | undefined =>
    files.find(({ name }) => name.endsWith('.xlsx'))?.sha256
  expect(xlsx(manifestIn('epoch'))).not.toBe(xlsx(before))
})

test('the deck’s id names the files, and is made of small letters, digits and hyphens', async () => {
  const settings = join(deck, 'data/deck.yaml')
  const before = readFileSync(settings, 'utf8')
  writeFileSync(settings, `${before}\nid: q3-2020\n`)
  expect((await runIn(['databook', '--root', deck, '--out', 'named'])).code).toBe(0)
  expect(readdirSync(join(base, 'named')).sort()).toEqual(
    expect.arrayContaining(['manifest.json', 'q3-2020.csv', 'q3-2020.json', 'q3-2020.xlsx']),
  )
  writeFileSync(settings, `${before}\nid: Q3/2020\n`)
  const { code, err } = await runIn(['databook', '--root', deck, '--out', 'refused'])
  expect([code, existsSync(join(base, 'refused'))]).toEqual([1, false])
  expect(err).toContain('small letters, digits and hyphens')
  writeFileSync(settings, before)
})

test.each([
  [['pdf', '--notes'], 'notes are of the presenter edition'],
  [['pdf', '--handout', '4'], 'invalid --handout 4: there are 2, 3, 6'],
  [['pictures', '--dpi', '9'], 'invalid --dpi 9'],
  [['handouts', '--out', join(deck, 'slides')], 'it is in slides/ of the deck'],
])('%j is refused', async (args, message) => {
  const { code, err } = await runIn([...args, '--root', deck])
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test('the kit for the stage is one zip with offline file, PowerPoint, notes, licences and sums; made again, the same bytes', async () => {
  const made = async (folder: string): Promise<Buffer> => {
    const { code, err } = await runIn(['venue', '--root', deck, '--out', folder])
    expect([code, err]).toEqual([3, expect.stringContaining('the kit has no PDF')])
    const [name = ''] = readdirSync(join(base, folder))
    expect(name).toMatch(/-venue\.zip$/)
    return readFileSync(join(base, folder, name))
  }
  const kit = await made('stage')
  const read = zipReader(kit)
  const sums = read('SHA256SUMS')
    .trim()
    .split('\n')
    .map((line) => line.split('  '))
  const { id } = manifestIn('all')
  expect(sums.map(([, name]) => name)).toEqual([
    `${id}.html`,
    `${id}.pptx`,
    'how-to.txt',
    'licenses.txt',
    `notes/${id}.html`,
  ])
  for (const [sum, name = ''] of sums.filter(([, path]) => path?.endsWith('.txt') || path?.endsWith('.html')))
    expect([name, createHash('sha256').update(read(name)).digest('hex')]).toEqual([name, sum])
  expect(read('how-to.txt')).toContain(`${id}.html`)
  const own = manifestIn('all').files.find(({ name }) => name.endsWith('.html'))?.sha256
  expect(
    createHash('sha256')
      .update(read(`${id}.html`))
      .digest('hex'),
  ).toBe(own) // the file that browsers are shown by the tests of it
  const parts = partsOf(kit)
  const holders = [...parts].flatMap(([name, content]) => canariesIn(content).map((text) => [name, text]))
  expect(holders).toEqual([
    [`notes/${id}.html`, canary.notes],
    [`notes/${id}.html`, canary.hidden],
  ])
  expect([...parts].filter(([, content]) => content.includes(base)).map(([name]) => name)).toEqual([])
  expect([...parts.keys()].filter((name) => name.includes('.pptx/') && name.includes('.xlsx/')).length).toBeGreaterThan(
    2,
  )
  expect((await made('stage-again')).equals(kit)).toBe(true)
})
