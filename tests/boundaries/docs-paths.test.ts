import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { engine } from './imports.ts'

/** Entries of the repository that a path may begin with; what a build makes is not among them. */
const tops = readdirSync(engine, { withFileTypes: true }).filter(
  ({ name }) => !/^(\.git|node_modules|dist.*)$/.test(name),
)
const folders = tops.filter((entry) => entry.isDirectory()).map(({ name }) => name)

/** "src/model/deck.ts", "charts/scene.ts" (as in src), "parse/yaml.ts" (as in src/compiler), "ARCHITECTURE.md": whatever a page names as a path of ours. */
function pathsOf(text: string): string[] {
  const below = ['src', 'src/compiler'].flatMap((folder) => readdirSync(join(engine, folder)))
  const top = [...folders, ...below].map((name) => name.replaceAll('.', '\\.')).join('|')
  const nested = new RegExp(`(?<![\\w./@:-])(?:${top})/[\\w./*-]*`, 'g')
  const papers = /(?<![\w./-])[A-Z]+\.md\b|(?<![\w./-])(?:package|biome|tsconfig(?:\.\w+)?)\.json\b/g
  const found = [...text.matchAll(nested), ...text.matchAll(papers)].map(([path]) => path)
  return [...new Set(found.map((path) => path.replace(/[./]+$/, '')))]
}

/** A pattern stands for at least one file: its folder must be there. */
const placeOf = (path: string): string => path.replace(/\/?[^/]*\*.*$/, '')

const isThere = (path: string): boolean =>
  ['', 'src', 'src/compiler'].some((base) => existsSync(join(engine, base, placeOf(path))))

const pages = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md', 'SECURITY.md']

describe('the papers', () => {
  test.each(pages)('%s names only paths that are there', (page) => {
    const paths = pathsOf(readFileSync(join(engine, page), 'utf8'))
    expect(paths.length).toBeGreaterThan(3)
    expect(paths.filter((path) => !isThere(path))).toEqual([])
  })

  test.each(pages)('%s names only scripts of npm that are there', (page) => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(join(engine, 'package.json'), 'utf8'),
    )
    const named = [...readFileSync(join(engine, page), 'utf8').matchAll(/\bnpm run ([\w:]+)/g)].map(
      ([, name = '']) => name,
    )
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  test('a path that is not there is found', () => {
    const paths = pathsOf('see `src/charts/nothing.ts`, docs/nothing.md and src/model; templates/layouts/*.yaml.')
    expect(paths).toEqual(['src/charts/nothing.ts', 'docs/nothing.md', 'src/model', 'templates/layouts/*.yaml'])
    expect(paths.filter(isThere)).toEqual(['src/model', 'templates/layouts/*.yaml'])
  })
})
