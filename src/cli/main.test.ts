import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { testCache } from '../../tests/kept.ts'
import { deckJson } from '../export/deck-schema.ts'
import { run } from './main.ts'

async function runIn(cwd: string, ...argv: string[]) {
  const printed: string[] = []
  const errors: string[] = []
  const code = await run(argv, {
    engine: resolve(import.meta.dirname, '../..'),
    cache: testCache,
    cwd,
    env: {},
    print: (text) => printed.push(text),
    printError: (text) => errors.push(text),
  })
  return { code, out: printed.join('\n'), err: errors.join('\n') }
}

describe('the command line', () => {
  test.each([
    [['biuld'], 'unknown command "biuld": did you mean "build"?'],
    [['constructor'], 'unknown command "constructor"'],
    [['help', '__proto__'], 'unknown command "__proto__"'],
    [['check', '--text', 'release.txt', '--publish'], '--publish is not for --text'],
    [['build', '--edtion', 'public'], '--edtion'],
    [['build', '--edition', 'secret'], 'unknown edition "secret"'],
    [['build', 'extra'], 'unknown argument "extra"'],
    [['roll', 'H1', 'FY24'], 'missing --date'], // one period of two words
    [['roll', 'Q4', 'FY20', 'again'], 'unknown argument "FY20": what has a blank in it stands in quotes'],
    [['start', '--port', 'many'], 'invalid port "many"'],
    [['new'], 'missing folder'],
    [['build', '--root', 'no/such/folder'], 'missing folder /no/such/folder'],
    [['check', '--root', import.meta.filename], 'it is a file'],
    [['build', '--root', import.meta.dirname, '--out', '/'], 'the deck itself is in it'],
    [['preview', '--root', import.meta.dirname, '--out', import.meta.dirname, '--port', 'x'], 'invalid port "x"'],
  ])('says what is wrong with %j in a line and where its use is shown, without a stack', async (argv, message) => {
    const { code, err } = await runIn('/', ...argv)
    expect(code).toBe(2)
    expect(err).toContain(message)
    const [first, second, ...further] = err.split('\n')
    expect(first).toContain(message)
    expect(second).toMatch(/^quarterdeck (\w+ )?--help shows how it is used$/)
    expect(further).toEqual([])
  })

  test('says as JSON that a folder is no site, and fails', async () => {
    const { code, out } = await runIn('/', 'verify', import.meta.dirname, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      decks: 0,
      faults: [expect.stringMatching(/^missing .*no site was published/)],
    })
  })

  test('says what the disk refuses, without a stack', async () => {
    const { code, err } = await runIn('/', 'check', '--root', import.meta.dirname, '--text', 'no-such-file.txt')
    expect(code).toBe(1)
    expect(err).toMatch(/no-such-file\.txt: no such file or folder$/)
  })

  test.each(['build', 'start'])(
    '%s says in a line that the engine stands where nothing can be bundled',
    async (name) => {
      const errors: string[] = []
      const world = {
        cache: '/',
        cwd: '/',
        env: {},
        print: () => undefined,
        printError: (text: string) => errors.push(text),
      }
      expect(await run([name, '--root', import.meta.dirname], { ...world, engine: '/home/c#/quarterdeck' })).toBe(1)
      expect(errors.join()).toMatch(/^unsupported folder \/home\/c#\/quarterdeck: rename what has "#" in its name/)
    },
  )

  test('says what stands in the way of a new deck, not that its folder is missing', async () => {
    const { code, err } = await runIn('/', 'new', join(import.meta.filename, 'a/b'))
    expect(code).toBe(1)
    expect(err).toMatch(/^\S+: a file stands where a folder is wanted$/)
  })

  test('prints the findings of a failed build last, and as JSON nothing else', async () => {
    const base = mkdtempSync(join(tmpdir(), 'quarterdeck-failed-'))
    await runIn(base, 'new', 'deck')
    writeFileSync(
      join(base, 'deck/slides/025-wrong.md'),
      '---\nlayout: points\ntitle: T\n---\n- {{figure "no.such" "FY"}}\n',
    )
    const { code, err, out } = await runIn(base, 'build', '--root', 'deck')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^nothing built: dist\/ is as it was\nerror\[unknown-metric\][\s\S]*\n1 error$/)
    const json = await runIn(base, 'build', '--root', 'deck', '--json')
    expect([json.code, json.err]).toEqual([1, ''])
    expect(JSON.parse(json.out)).toMatchObject({ slides: null, diagnostics: [{ code: 'unknown-metric' }] })
    rmSync(base, { recursive: true, force: true })
  })

  test.each(['127.0.0.1', '::1'])(
    'says that a port of %s is taken, to serve what was built or the deck',
    async (host) => {
      const other = createServer().listen({ port: 0, host })
      await once(other, 'listening')
      const address = other.address()
      const port = typeof address === 'object' ? String(address?.port) : ''
      for (const argv of [['preview', '--out', import.meta.dirname], ['start']]) {
        const { code, err } = await runIn('/', ...argv, '--root', import.meta.dirname, '--no-open', '--port', port)
        expect(code).toBe(2)
        expect(err).toContain(`Port ${port} is already in use`)
      }
      other.close()
    },
  )

  test('prints every command when asked for help', async () => {
    const { code, out } = await runIn('/', '--help')
    expect(code).toBe(0)
    for (const name of ['start', 'build', 'check', 'preview', 'new DIR', '--root DIR']) expect(out).toContain(name)
  })

  test.each([
    ['inspect', '--help'],
    ['inspect', '--slide', 'a', '-h'],
    ['help', 'inspect'],
    ['--help', 'inspect'],
  ])('prints how one command is used when asked: %s %s', async (...argv) => {
    const { code, out, err } = await runIn('/', ...argv)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^quarterdeck inspect \[--slide ID\]/)
    expect(out).toContain('the public edition unless asked')
    expect(out).toContain('--root DIR')
  })

  test('knows no help of an unknown command', async () => {
    expect(await runIn('/', 'inspct', '--help')).toMatchObject({ code: 2, out: '' })
  })
})

describe('a new deck', () => {
  test('is made in an empty folder and has no finding', async () => {
    const base = mkdtempSync(join(tmpdir(), 'quarterdeck-new-'))
    expect(await runIn(base, 'new', 'deck')).toMatchObject({ code: 0 })
    expect(await runIn(base, 'check', '--root', 'deck')).toMatchObject({ code: 0, err: '' })
    rmSync(base, { recursive: true, force: true })
  })

  test('comes with the line that serves it, from a clone and where the engine is installed', async () => {
    const base = mkdtempSync(join(tmpdir(), 'quarterdeck-new-'))
    const made = (cwd: string, folder: string) => runIn(cwd, 'new', folder).then(({ out }) => out.split('\n').at(-1))
    expect(await made(base, 'deck')).toBe('now: npx quarterdeck start --root deck')
    expect(await made(base, 'my deck')).toBe('now: npx quarterdeck start --root "my deck"')
    const inClone = join(base, 'other')
    expect(await made(resolve(import.meta.dirname, '../..'), inClone)).toBe(`now: npm start -- --root ${inClone}`)
    rmSync(base, { recursive: true, force: true })
  })

  test('keeps its public figures when asked, and reports one that has changed since', async () => {
    const base = mkdtempSync(join(tmpdir(), 'quarterdeck-new-'))
    const file = join(base, 'deck/data/published.csv')
    await runIn(base, 'new', 'deck')
    expect(await runIn(base, 'check', '--root', 'deck', '--publish')).toMatchObject({ code: 0 })
    const kept = readFileSync(file, 'utf8')
    expect(kept).toMatch(/^edition,fact,printed,unit,label,source,chain\n\S/)
    expect(await runIn(base, 'check', '--root', 'deck')).toMatchObject({ code: 0, err: '' })
    await runIn(base, 'check', '--root', 'deck', '--publish')
    expect(readFileSync(file, 'utf8')).toBe(kept)
    const changed = kept.replace(
      /(?<=,)(\d)(?=[\d.]*,[^,\n]*,[^,\n]*,S01,)/g,
      (_, digit: string) => `${(Number(digit) + 1) % 10 || 1}`,
    )
    writeFileSync(file, changed)
    const { code, out, err } = await runIn(base, 'check', '--root', 'deck', '--publish')
    expect(code).toBe(1)
    expect(out).toContain('error[P3]')
    expect(out).toContain('error[N3]')
    expect(err).toContain('nothing published')
    expect(readFileSync(file, 'utf8')).toBe(changed)
    rmSync(base, { recursive: true, force: true })
  })

  test('is not made where there is something already', async () => {
    const base = mkdtempSync(join(tmpdir(), 'quarterdeck-new-'))
    writeFileSync(join(base, 'mine.txt'), '')
    expect(await runIn(base, 'new', '.')).toMatchObject({ code: 1 })
    expect(readdirSync(base)).toEqual(['mine.txt'])
    rmSync(base, { recursive: true, force: true })
  })
})

describe('the deck as data', () => {
  const base = mkdtempSync(join(tmpdir(), 'quarterdeck-data-'))
  afterAll(() => rmSync(base, { recursive: true, force: true }))

  test('is printed as JSON, of one slide or all, public unless asked for', async () => {
    await runIn(base, 'new', 'deck')
    const { code, out } = await runIn(base, 'inspect', '--root', 'deck')
    expect(code).toBe(0)
    const deck = deckJson.parse(JSON.parse(out))
    expect(deck.edition).toBe('public')
    expect(Object.values(deck.facts).some(({ ticks = [] }) => ticks.length > 0)).toBe(true)
    const [, { id = '' } = {}] = deck.slides
    const one = await runIn(base, 'inspect', '--root', 'deck', '--slide', id, '--edition', 'presenter', '--places')
    const { edition, slides } = deckJson.parse(JSON.parse(one.out))
    expect([edition, slides.map((slide) => slide.id)]).toEqual(['presenter', [id]])
    expect(slides[0]?.place?.path).toMatch(/^slides\//)
    expect(await runIn(base, 'inspect', '--root', 'deck', '--slide', 'nowhere')).toMatchObject({ code: 2, out: '' })
  })

  test('says of a slide that it is hidden, or which there are', async () => {
    await runIn(base, 'new', 'small')
    const slide = '---\nlayout: points\ntitle: Kept\nhidden: true\n---\n- Nothing\n'
    writeFileSync(join(base, 'small/slides/900-kept.md'), slide)
    const inspect = (...argv: readonly string[]) => runIn(join(base, 'small'), 'inspect', '--slide', ...argv)
    const hidden = await inspect('kept')
    expect([hidden.code, hidden.out]).toEqual([2, ''])
    expect(hidden.err).toContain('slide "kept" is hidden: --edition presenter has it')
    expect(await inspect('kept', '--edition', 'presenter')).toMatchObject({ code: 0 })
    const [first = ''] = readdirSync(join(base, 'small/slides'))
    const id = first.replace(/^\d+-|\.md$/g, '')
    const { code, err } = await inspect(`${id}x`)
    expect(code).toBe(2)
    expect(err).toContain(`unknown slide "${id}x": did you mean "${id}"?\nthere are ${id}, `)
  })

  test('lists where a metric is printed, and the nearest name of an unknown one', async () => {
    const { code, out } = await runIn(base, 'where', 'revenue.total', '--root', 'deck')
    expect(code).toBe(0)
    expect(out).toMatch(/\d+ printed, \d+ computed from it, \d+ related \(published; to be checked with it\)$/)
    const wrong = await runIn(base, 'where', 'revenue.totl', '--root', 'deck')
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('unknown fact or metric "revenue.totl": did you mean "revenue.total"?')
    expect(await runIn(base, 'where', '--root', 'deck')).toMatchObject({ code: 2 })
  })

  test('is not printed of a deck whose words contradict its numbers, as it is not built', async () => {
    const folder = join(base, 'untied')
    await runIn(base, 'new', 'untied')
    const slide = '---\nlayout: points\ntitle: Revenues\n---\n- Revenue slipped {{growth "revenue.total" "FY"}}\n'
    writeFileSync(join(folder, 'slides/900-untied.md'), slide)
    for (const argv of [['inspect'], ['inspect', '--edition', 'presenter'], ['where', 'revenue.total']]) {
      const { code, out, err } = await runIn(folder, ...argv)
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(/error\[S1\].*slipped/)
    }
  })

  test('is not printed of a deck with mistakes', async () => {
    writeFileSync(join(base, 'deck/slides/900-wrong.md'), '---\nlayout: nowhere\n---\n')
    const { code, out, err } = await runIn(base, 'inspect', '--root', 'deck')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('unknown layout "nowhere"')
  })
})
