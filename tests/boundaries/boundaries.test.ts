import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { engine, type Import, importsOf, sourceFiles } from './imports.ts'

const files = sourceFiles('src')
const imports = files.flatMap(importsOf)

/** ARCHITECTURE.md's table: what a folder may import besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  language: [],
  model: ['language/language.ts'],
  format: ['model', 'language'],
  compiler: ['model', 'format', 'language', 'charts/theme.ts', 'handlebars', 'markdown-it', 'yaml', 'zod', 'uqr'],
  tieout: ['model', 'format', 'language', 'yaml', 'zod'],
  'tieout-text': ['model', 'format', 'language'],
  charts: ['model', 'format', 'language', 'chart.js', '@napi-rs/canvas', '@fontsource-variable/inter', 'node:'],
  vite: [
    'compiler',
    'charts',
    'tieout',
    'tieout-text',
    'model',
    'language',
    'vite',
    'rolldown',
    'picocolors',
    'read-excel-file',
    'node:',
  ],
  browser: ['model', 'charts', 'format', 'language', 'reveal.js', '@fontsource-variable/inter', '../templates'],
  cli: ['vite', 'compiler', 'charts', 'tieout', 'tieout-text', 'model', 'language', 'format', 'picocolors', 'node:'],
}

const folderOf = (file: string): string => file.split('/')[1] ?? ''

function isAllowed({ from, to, isType }: Import): boolean {
  const own = folderOf(from)
  if (to.startsWith(`src/${own}/`)) return true
  if (isType && to.startsWith('src/model/')) return own !== 'model'
  return (allowed[own] ?? []).some(
    (name) =>
      to === name ||
      to === `src/${name}` ||
      to.startsWith(`src/${name}/`) ||
      (name === 'node:' && to.startsWith(name)) ||
      (name.startsWith('../') && to.startsWith(name.slice(3))),
  )
}

const show = ({ from, to }: Import): string => `${from} imports ${to}`

/** Files on a cycle of imports, those of types too, as a path. */
function findCycle(): readonly string[] | undefined {
  const next = new Map<string, string[]>()
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const to of next.get(file) ?? []) {
      const cycle = walk(to, [...path, file])
      if (cycle) return cycle
    }
    done.add(file)
    return undefined
  }
  for (const file of files) {
    const cycle = walk(file, [])
    if (cycle) return cycle
  }
  return undefined
}

describe('the house', () => {
  test('every folder of src has its line in the table', () => {
    expect([...new Set(files.map(folderOf))].filter((folder) => !(folder in allowed))).toEqual([])
  })

  test('imports point one way', () => {
    expect(imports.filter((one) => !isAllowed(one)).map(show)).toEqual([])
  })

  test('relative imports name a file that exists, with its ending', () => {
    const local = imports.filter(({ to }) => to.startsWith('src/') || to.startsWith('templates/'))
    expect(local.filter(({ to }) => !existsSync(join(engine, to.replace(/\?.*$/, '')))).map(show)).toEqual([])
  })

  test('no import goes round in a circle', () => {
    expect(findCycle()).toBeUndefined()
  })

  test('only src/charts/svg*.ts and its like touch the canvas of Node', () => {
    const users = imports.filter(({ to, isType }) => to === '@napi-rs/canvas' && !isType).map(({ from }) => from)
    expect(users.filter((file) => !/^src\/charts\/(svg|_?fonts?|measure)[\w-]*\.ts$/.test(file))).toEqual([])
  })

  test('nothing the browser loads imports node:', () => {
    const seen = new Set<string>()
    const visit = (file: string): string[] => {
      if (seen.has(file)) return []
      seen.add(file)
      const own = imports.filter(({ from, isType }) => from === file && !isType)
      return own.flatMap((one) => (one.to.startsWith('node:') ? [show(one)] : visit(one.to)))
    }
    expect(sourceFiles('src/browser').flatMap(visit)).toEqual([])
  })

  test('the compiler touches neither disk nor clock nor chance', () => {
    const pure = files.filter((file) => /^src\/(model|language|format|compiler|tieout|tieout-text)\//.test(file))
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bconsole\./
    expect(pure.filter((file) => impure.test(readFileSync(join(engine, file), 'utf8')))).toEqual([])
  })

  test('no file is longer than 200 lines', () => {
    const lines = (file: string): number => readFileSync(join(engine, file), 'utf8').split('\n').length - 1
    expect(
      files
        .filter((file) => lines(file) > 200 && !file.endsWith('/fixtures.ts'))
        .map((file) => `${file}: ${lines(file)}`),
    ).toEqual([])
  })
})

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

test('the engine has no word of the company whose deck stands beside it', () => {
  const deck: Record<string, string> = parse(readFileSync(join(engine, 'data/deck.yaml'), 'utf8'))
  const words = [deck['short-name'], deck.company, deck.title].filter((word) => word !== undefined)
  const shipped = [...files, ...sourceFiles('src').map((file) => file.replace(/\.ts$/, '.test.ts'))].filter((file) =>
    existsSync(join(engine, file)),
  )
  const pattern = new RegExp(`(?<![A-Za-z])(${words.map(escaped).join('|')})(?![A-Za-z])`)
  expect(shipped.filter((file) => pattern.test(readFileSync(join(engine, file), 'utf8')))).toEqual([])
})
