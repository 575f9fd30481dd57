import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { isLong } from '../long.ts'
import { copyDeck, engine, quarterdeck, writeNewDeck } from './command-line.ts'
import { shortDeck, wholeDeck } from './short-deck.ts'

/** Every file of a folder with a hash of its bytes. */
function fingerprint(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}

const scratch: string[] = []
afterAll(() => {
  for (const folder of scratch) rmSync(folder, { recursive: true, force: true })
})

describe('a build', () => {
  test('of the same sources in another folder has the same bytes', async () => {
    const root = (isLong ? wholeDeck : shortDeck)(mkdtempSync(join(tmpdir(), 'quarterdeck-elsewhere-')))
    scratch.push(root)
    cpSync(join(engine, 'templates'), join(root, 'templates'), { recursive: true }) // bundled anew
    expect(await quarterdeck('build', '--root', root)).toMatchObject({ code: 0 })
    expect(fingerprint(join(root, 'dist'))).toEqual(fingerprint(inject('folders').short))
  })

  test('has the same bytes when it takes the bundle of an earlier one, and follows a style sheet of the deck', async () => {
    const root = copyDeck(join(engine, isLong ? '' : 'tests/golden/tillman'))
    scratch.push(root)
    rmSync(join(root, 'templates'), { recursive: true, force: true })
    const build = async (): Promise<Record<string, string>> => {
      expect(await quarterdeck('build', '--root', root)).toMatchObject({ code: 0 })
      return fingerprint(join(root, 'dist'))
    }
    const first = await build()
    if (isLong) expect(first).toEqual(fingerprint(inject('folders').public))
    expect(await build()).toEqual(first)
    mkdirSync(join(root, 'templates'))
    writeFileSync(join(root, 'templates/own.css'), '.slides { outline: 1px solid #123456 }\n')
    await build()
    const assets = join(root, 'dist/assets')
    const sheets = readdirSync(assets).filter((name) => name.endsWith('.css'))
    expect(sheets.map((name) => readFileSync(join(assets, name), 'utf8')).join('')).toContain('#123456')
    rmSync(join(root, 'templates'), { recursive: true })
    expect(await build()).toEqual(first)
  })

  test('refers to nothing by an absolute path, so that it works under any address', () => {
    const html = readFileSync(join(inject('folders').public, 'index.html'), 'utf8')
    expect([...html.matchAll(/\s(?:src|href)="(\/[^"]*)"/g)].map(([, path]) => path)).toEqual([])
  })

  test('names every generated file by its content', () => {
    const names = readdirSync(join(inject('folders').public, 'assets'))
    expect(names.filter((name) => !/-[\w-]{8,}\.\w+$/.test(name))).toEqual([])
  })
})

describe('a build that fails', () => {
  let root: string
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'quarterdeck-new-'))
    scratch.push(root)
    writeNewDeck(root)
    await quarterdeck('build', '--root', root)
  })

  test('leaves what was built before as it was, and says where the mistake is', async () => {
    const before = fingerprint(join(root, 'dist'))
    expect(Object.keys(before)).toContain('index.html')
    appendFileSync(join(root, 'slides/030-results.md'), '\n{{figure "revenue.totl" "FY"}}\n')
    const { code, err } = await quarterdeck('build', '--root', root)
    expect(code).toBe(1)
    expect(err).toMatch(/slides\/030-results\.md:\d+:\d+/)
    expect(err).toContain('did you mean "revenue.total"')
    expect(fingerprint(join(root, 'dist'))).toEqual(before)
    expect(readdirSync(root).filter((name) => name.startsWith('.dist'))).toEqual([])
  })

  test('says the same as a check, which lists everything at once', async () => {
    appendFileSync(join(root, 'slides/020-revenue.md'), '\n{{figure "revenue.totl" "FY"}} {{period "FX"}}\n')
    const { code, out } = await quarterdeck('check', '--json', '--root', root)
    expect(code).toBe(1)
    const paths: string[] = JSON.parse(out).diagnostics.map(({ place }: { place: { path: string } }) => place.path)
    expect(new Set(paths)).toEqual(new Set(['slides/020-revenue.md', 'slides/030-results.md']))
  })
})

test('the deck that stands beside the engine has no error', async () => {
  const { code, err } = await quarterdeck('check', '--root', engine)
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
})

test('a command whose reader has gone ends without a word', async () => {
  const child = spawn(process.execPath, [join(engine, 'bin/quarterdeck.js'), 'check', '--json'], {
    cwd: join(engine, 'tests/golden/tillman'),
  })
  child.stdout.destroy()
  let err = ''
  child.stderr.on('data', (part) => (err += part))
  const code = await new Promise((ended) => child.once('close', ended))
  expect({ code, err }).toEqual({ code: 141, err: '' })
})
