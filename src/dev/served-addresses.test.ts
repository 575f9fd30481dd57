import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBackward, isGiven, isServed, requestPath } from './served-addresses.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-served-'))
const folders = { root: join(base, 'deck'), engine: join(base, 'engine'), cache: join(base, 'cache', 'vite') }

beforeAll(() => {
  for (const folder of ['public/files', 'slides', 'templates'])
    mkdirSync(join(folders.root, folder), { recursive: true })
  for (const file of [
    'public/logo.svg',
    'public/.env',
    'public/files/q2 report.pdf',
    'slides/010-cover.md',
    'templates/brand.css',
  ])
    writeFileSync(join(folders.root, file), '')
  writeFileSync(join(base, 'secret.txt'), '')
  symlinkSync(join(base, 'secret.txt'), join(folders.root, 'public', 'secret.txt'))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

describe('the address of a request', () => {
  test.each([
    ['/?x=1', '/'],
    ['/files/q2%20report.pdf#top', '/files/q2 report.pdf'],
    ['/%E5%A3%B2', '/売'],
  ])('%s is %s', (url, path) => expect(requestPath(url)).toBe(path))

  test.each([
    '/%',
    '/100%',
    '/%E0%A4%A',
    '/../etc/passwd',
    '/..%2f..%2fetc',
    '/a%00b',
    '/a%5c..%5cb',
    'http://x/',
    '',
    '*',
  ])('%s is malformed', (url) => expect(requestPath(url)).toBeUndefined())
})

test.each([
  ['bytes=5-1', true],
  ['bytes = 99999999999999999999-0', true],
  ['bytes=0-0', false],
  ['bytes=5-', false],
  ['bytes=-5', false],
  [undefined, false],
])('the range %s ends before it begins: %s', (range, backward) => expect(isBackward(range)).toBe(backward))

describe('a folder that was built', () => {
  const folder = join(base, 'deck', 'public')
  test.each(['/', '/logo.svg', '/files/', '/missing.html', '/.well-known/security.txt'])('may give %s', (path) =>
    expect(isGiven(path, folder)).toBe(true),
  )
  test.each(['/.env', '/.git/config', '/files/.key', '/secret.txt', '/.quarterdeck-output.json'])(
    'never gives %s',
    (path) => expect(isGiven(path, folder)).toBe(false),
  )
})

describe('a server of a deck', () => {
  test.each([
    '/@vite/client',
    '/@quarterdeck/entry',
    '/@quarterdeck/theme.css',
    '/src/browser/main.ts',
    '/src/browser/parts/cards.css',
    '/src/format/html.ts',
    '/templates/theme.css',
    '/node_modules/reveal.js/dist/reveal.js',
    '/logo.svg',
    '/files/q2 report.pdf',
    `/@fs${folders.cache}/deps/reveal__js.js`,
    `/@fs${folders.engine}/src/charts/live/live-chart.ts`,
    `/@fs${folders.root}/templates/brand.css`,
    `/@fs${folders.root}/templates/fonts/own.woff2`,
    '/@fs/elsewhere/node_modules/@fontsource-variable/inter/files/inter.woff2',
  ])('gives %s', (path) => expect(isServed(path, folders)).toBe(true))

  test.each([
    '/slides/010-cover.md',
    '/data/deck.yaml',
    '/.env',
    '/templates/layouts/cover.hbs',
    '/package.json',
    '/src/cli/main.ts',
    '/bin/quarterdeck.js',
    '/.git/HEAD',
    '/.env',
    '/secret.txt',
    '/public/logo.svg',
    '/files',
    '/@fs/etc/passwd',
    `/@fs${folders.root}/slides/010-cover.md`,
    `/@fs${folders.root}/templates/layouts/cover.hbs`,
    `/@fs${folders.engine}/package.json`,
    `/@id/${folders.root}/slides/010-cover.md`,
    '/__open-in-editor',
    '/@anything',
  ])('does not give %s', (path) => expect(isServed(path, folders)).toBe(false))
})
