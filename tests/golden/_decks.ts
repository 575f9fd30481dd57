import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Compilation, CompileMemory } from '../../src/compiler/compile.ts'
import type { CompileOptions } from '../../src/compiler/options.ts'
import { type Page, type RenderMemory, renderPage } from '../../src/compiler/render/page-html.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { compile } from '../compile.ts'

/** The text files of a deck's folder, as the compiler takes them. */
export function readDeck(root: string): readonly SourceFile[] {
  return ['data', 'slides', 'templates'].flatMap((folder) => {
    const path = join(root, folder)
    if (!existsSync(path)) return []
    const found = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    return found
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file): SourceFile => {
        const relative = file.slice(root.length + 1).replaceAll('\\', '/')
        return { kind: 'text', path: relative, text: readFileSync(file, 'utf8') }
      })
  })
}

/** A golden deck's files; one without layouts of its own has the shipped ones. */
export function goldenDeck(folder: string): readonly SourceFile[] {
  const own = readDeck(folder)
  if (own.some(({ path }) => path.startsWith('templates/'))) return own
  const shipped = readDeck(join(import.meta.dirname, '../..')).filter(({ path }) => path.startsWith('templates/'))
  return [...shipped, ...own]
}

/** A stand-in for the fonts that a deck names. */
export const anyLetter = { has: (): boolean => true }

/** A compiled deck with its page and what the page refers to. */
export interface BuiltPage extends Compilation {
  readonly page: Page | undefined
  /** Addresses' texts by name. */
  readonly assets: ReadonlyMap<string, string>
}

/** Compiles files and renders the page, with a stand-in for each drawing. */
export function buildPage(
  files: readonly SourceFile[],
  { render, ...options }: CompileOptions & { readonly memory?: CompileMemory; readonly render?: RenderMemory },
): BuiltPage {
  const compiled = compile(files, options)
  const assets = new Map<string, string>()
  const assetUrl = (name: string, content: string): string => {
    assets.set(name, content)
    return `assets/${name}`
  }
  const { deck, evidence, templates } = compiled
  const drawChart = (): string => '<svg/>'
  const page =
    deck &&
    evidence &&
    renderPage(deck, templates, {
      language: evidence.config.language,
      drawChart,
      assetUrl,
      ...(render && { memory: render }),
    })
  return { ...compiled, page, assets }
}
