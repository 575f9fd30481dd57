import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { chartTypes } from '../../src/charts/chart-types.ts'
import { engine, type Import, importsOf, sourceFiles } from './imports.ts'

const files = sourceFiles('src')
const imports = files.flatMap(importsOf)

/** ARCHITECTURE.md's table: what a folder may import besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: ['language/language.ts'], // the settings of a deck name its language
  language: ['model'],
  format: ['model', 'language'],
  compiler: [
    'model',
    'format',
    'language',
    'charts/chart-types.ts',
    'charts/chart-type.ts',
    'charts/base/traits.ts',
    'charts/base/range.ts',
    'charts/base/bracket-lanes.ts',
    'charts/base/chart-builder.ts',
    'charts/base/keys.ts',
    'charts/corner.ts',
    'charts/sides.ts',
    'charts/left-out.ts',
    'charts/layout/letters.ts',
    'handlebars',
    'markdown-it',
    'markdown-it-cjk-friendly',
    'yaml',
    'zod',
    'uqr',
  ],
  tieout: ['model', 'format', 'language', 'charts/chart-types.ts'],
  audit: ['model', 'format', 'language'],
  compare: ['model', 'format', 'diff'],
  charts: ['model', 'format', 'language', 'zod', 'chart.js', '@napi-rs/canvas', '@fontsource-variable/inter', 'node:'],
  project: [
    'export',
    'compiler',
    'charts',
    'tieout',
    'audit',
    'compare',
    'model',
    'format',
    'language',
    'picocolors',
    'budoux',
    'subset-font',
    'fontverter',
    'harfbuzzjs',
    'node:',
  ],
  build: ['project', 'compiler', 'charts', 'tieout', 'model', 'format', 'language', 'vite', 'rolldown', 'node:'],
  dev: ['build', 'project', 'compiler', 'charts', 'tieout', 'model', 'format', 'language', 'vite', 'node:'],
  export: ['model', 'format', 'language', 'charts', 'zod', 'node:'],
  handouts: [
    'build',
    'project',
    'export',
    'tieout',
    'compiler',
    'charts',
    'model',
    'format',
    'language',
    'playwright-core',
    '@sparticuz/chromium',
    '@napi-rs/canvas',
    'rolldown',
    'uqr',
    'pdf-lib',
    '@cantoo/pdf-lib',
    'node:',
  ],
  site: ['build', 'handouts', 'project', 'export', 'compiler', 'charts', 'model', 'format', 'language', 'node:'],
  browser: ['model', 'charts', 'format', 'language', 'reveal.js', 'uqr', '@fontsource-variable/inter', '../templates'],
  api: ['compiler', 'export', 'tieout', 'build', 'dev', 'project', 'model', 'vite', 'node:'],
  cli: [
    'diff',
    'project',
    'build',
    'dev',
    'handouts',
    'site',
    'vite',
    'export',
    'compiler',
    'language',
    'charts',
    'tieout',
    'audit',
    'compare',
    'model',
    'format',
    'picocolors',
    'uqr',
    'node:',
  ],
}

/** The phases of the compiler, and what each may import of it besides itself. */
const phases: Readonly<Record<string, readonly string[]>> = {
  'src/compiler/diagnostics': [],
  'src/compiler/parse': ['src/compiler/diagnostics'],
  'src/compiler/resolve': ['src/compiler/parse', 'src/compiler/diagnostics', 'src/compiler/options.ts'],
  'src/compiler/render': ['src/compiler/parse', 'src/compiler/resolve'],
}

/** Files of the compiler that other folders may import. */
const doors = [
  'src/compiler/compile.ts',
  'src/compiler/options.ts',
  'src/compiler/render/page-html.ts',
  'src/compiler/code-frame.ts',
  'src/compiler/resolve/disclosure/disclosed-deck.ts',
  'src/compiler/diagnostics/files.ts',
  'src/compiler/diagnostics/imports.ts', // what the finance team's files have wrong
  'src/compiler/parse/settings/brand.ts', // colours of the style sheet and of charts
  'src/compiler/parse/settings/font-list.ts', // fonts are read before a deck is compiled
  'src/compiler/parse/settings/theme-name.ts', // and so are the templates of a theme
]

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

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

/** Imports that match, in everything that runs when the files of a folder are loaded. */
function loadedBy(folder: string, matches: (to: string) => boolean): string[] {
  const seen = new Set<string>()
  const visit = (file: string): string[] => {
    if (seen.has(file)) return []
    seen.add(file)
    const own = imports.filter(({ from, isType }) => from === file && !isType)
    return own.flatMap((one) => (matches(one.to) ? [show(one)] : visit(one.to)))
  }
  return sourceFiles(folder).flatMap(visit)
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

  test('only src/charts/svg touches the canvas of Node', () => {
    const users = imports.filter(({ to, isType }) => to === '@napi-rs/canvas' && !isType).map(({ from }) => from)
    expect(users.filter((file) => !/^src\/charts\/svg\//.test(file))).toEqual([])
  })

  test('nothing the browser loads imports node:', () => {
    expect(loadedBy('src/browser', (to) => to.startsWith('node:'))).toEqual([])
  })

  test('whoever asks a chart type for its numbers loads neither Chart.js nor what draws', () => {
    const draws = (to: string): boolean =>
      to === 'chart.js' || /^src\/charts\/(svg|live|configuration|chart-class)/.test(to)
    expect(loadedBy('src/compiler', draws)).toEqual([])
    expect(loadedBy('src/tieout', draws)).toEqual([])
  })

  test('the browser does not load zod: chart types take it as an argument', () => {
    expect(loadedBy('src/charts', (to) => to === 'zod')).toEqual([])
  })

  test('only src/charts/types/ knows a chart type by its name', () => {
    const names = chartTypes.map(({ name }) => escaped(name)).join('|')
    const test = new RegExp(`\\btype !?== '(${names})'|case '(${names})':`)
    const elsewhere = files.filter((file) => !file.startsWith('src/charts/types/'))
    expect(elsewhere.filter((file) => test.test(readFileSync(join(engine, file), 'utf8')))).toEqual([])
  })

  test('the compiler touches neither disk nor clock nor chance', () => {
    const pure = files.filter((file) => /^src\/(model|language|format|compiler|tieout|audit)\//.test(file))
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bconsole\./
    expect(pure.filter((file) => impure.test(readFileSync(join(engine, file), 'utf8')))).toEqual([])
  })

  test.each(Object.entries(phases))('%s imports no later phase', (phase, earlier) => {
    const own = imports.filter(({ from, to }) => from.startsWith(`${phase}/`) && to.startsWith('src/compiler/'))
    const isEarlier = (to: string): boolean =>
      [phase, ...earlier].some((name) => to === name || to.startsWith(`${name}/`))
    expect(own.filter(({ to }) => !isEarlier(to)).map(show)).toEqual([])
  })

  test('the compiler is entered by its doors', () => {
    const entering = imports.filter(
      ({ from, to }) => !from.startsWith('src/compiler/') && to.startsWith('src/compiler/'),
    )
    expect(entering.filter(({ to }) => !doors.includes(to)).map(show)).toEqual([])
  })

  test('only the renderer makes HTML', () => {
    const makers = imports.filter(({ from, to }) => from.startsWith('src/compiler/') && to === 'src/format/html.ts')
    expect(makers.filter(({ from, isType }) => !isType && !from.startsWith('src/compiler/render/')).map(show)).toEqual(
      [],
    )
  })

  test('only the parser reads', () => {
    const readers = ['yaml', 'zod', 'handlebars', 'markdown-it']
    const reading = imports.filter(({ from, to }) => from.startsWith('src/compiler/') && readers.includes(to))
    expect(reading.filter(({ from }) => !from.startsWith('src/compiler/parse/')).map(show)).toEqual([])
  })

  test('no folder holds more than 15 files, lists of like things aside', () => {
    const lists = ['audit/checks', 'tieout/rules', 'charts/types', 'charts/plugins', 'browser/parts', 'cli']
    const folders = files.map((file) => file.slice('src/'.length, file.lastIndexOf('/')))
    const counts = [...new Set(folders)].map((folder) => ({
      folder,
      count: folders.filter((f) => f === folder).length,
    }))
    expect(counts.filter(({ folder, count }) => count > 15 && !lists.includes(folder))).toEqual([])
  })

  test('no file is longer than 300 lines', () => {
    const lines = (file: string): number => readFileSync(join(engine, file), 'utf8').split('\n').length - 1
    expect(files.filter((file) => lines(file) > 300).map((file) => `${file}: ${lines(file)}`)).toEqual([])
  })
})

test('the engine has no word of the company whose deck stands beside it', () => {
  const deck: Record<string, string> = parse(readFileSync(join(engine, 'data/deck.yaml'), 'utf8'))
  const words = [deck['short-name'], deck.company, deck.title].filter((word) => word !== undefined)
  const shipped = [...files, ...sourceFiles('src').map((file) => file.replace(/\.ts$/, '.test.ts'))].filter((file) =>
    existsSync(join(engine, file)),
  )
  const pattern = new RegExp(`(?<![A-Za-z])(${words.map(escaped).join('|')})(?![A-Za-z])`)
  expect(shipped.filter((file) => pattern.test(readFileSync(join(engine, file), 'utf8')))).toEqual([])
})
