import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { type ChartTheme, customProperties, themeFrom } from '../charts/colors/theme.ts'
import { missingTheme } from '../compiler/diagnostics/files.ts'
import { brandSheet, readBrand } from '../compiler/parse/settings/brand.ts'
import { type ThemeName, themeName } from '../compiler/parse/settings/theme-name.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Project } from './project.ts'
import { stampOf } from './walk.ts'

/** The style sheets below a folder, in order. */
export function styleSheets(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => join(folder, name).replaceAll('\\', '/'))
}

/**
 * One sheet that imports the shipped ones and, after them, those of the theme that the deck names and its own, which win. A deck with an
 * index.css of its own has taken over its whole style.
 */
export function themeSheet({ root, engine }: Pick<Project, 'root' | 'engine'>): string {
  const index = (base: string): string => join(base, 'templates', 'theme', 'index.css').replaceAll('\\', '/')
  const isWhole = existsSync(index(root))
  const sheets = isWhole
    ? [index(root)]
    : [index(engine), ...sharedSheets(root), ...styleSheets(join(root, 'templates'))]
  return `${sheets.map((path) => `@import ${JSON.stringify(path)};\n`).join('')}${brandOfDeck(root)}`
}

/** The colours that data/deck.yaml gives, as a style sheet; "" where it gives none. */
function brandOfDeck(root: string): string {
  const path = join(root, 'data', 'deck.yaml')
  if (!existsSync(path)) return ''
  const found = readBrand([{ kind: 'text', path: 'data/deck.yaml', text: readFileSync(path, 'utf8') }])
  return found ? brandSheet(found.brand) : ''
}

/** Reads the charts' theme; again only when a style sheet has changed. */
export function chartThemeReader(project: Project): () => ChartTheme {
  let known: { readonly stamp: string; readonly theme: ChartTheme } | undefined
  return () => {
    const stamp = [join(project.root, 'data', 'deck.yaml'), ...themeSheets(project)]
      .map((path) => `${path} ${stampOf(path)}`)
      .join('\n')
    if (known?.stamp !== stamp) known = { stamp, theme: readChartTheme(project) }
    return known.theme
  }
}

/** Every style sheet of a deck, the shipped ones among them. */
export function themeSheets({ root, engine }: Project): string[] {
  const folders = root === engine ? [] : [join(engine, 'templates')]
  return [...styleSheets(join(root, 'templates')), ...sharedSheets(root), ...folders.flatMap(styleSheets)]
}

/** Classes that style sheets of a deck's own or of its theme name, the shipped ones aside. */
export function ownClasses({ root, engine }: Pick<Project, 'root' | 'engine'>): ReadonlySet<string> {
  const sheets = [...sharedSheets(root), ...(root === engine ? [] : styleSheets(join(root, 'templates')))]
  const texts = sheets.map((path) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)/g, ' '))
  return new Set(texts.flatMap((text) => [...text.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name)))
}

function sharedSheets(root: string): string[] {
  const { folder } = sharedTheme(root)
  return folder === undefined ? [] : styleSheets(folder).filter((path) => !path.includes('/node_modules/'))
}

/** The charts' theme from the deck's own style sheets, then the shipped ones; the first to set a property wins. */
const readChartTheme = (project: Project): ChartTheme => themeFrom(themeProperties(project))

/** Custom properties of a deck's look by name: the deck's own style sheets come first, then the shipped ones. */
export const themeProperties = (project: Project): ((property: string) => string) =>
  customProperties(
    [brandOfDeck(project.root), ...themeSheets(project).map((path) => readFileSync(path, 'utf8'))].join('\n'),
  )

/** What several decks share: layouts, partials and style sheets, between the shipped ones and a deck's own. */
export interface SharedTheme {
  /** The folder that stands for templates/; absolute. Undefined where the deck names none, or one that is not there. */
  readonly folder: string | undefined
  readonly diagnostics: readonly Diagnostic[]
}

const none: SharedTheme = { folder: undefined, diagnostics: [] }

/** The theme that `theme:` of data/deck.yaml names: a folder, from the deck's own, or a package that the deck has installed. */
export function sharedTheme(root: string): SharedTheme {
  const path = join(root, 'data', 'deck.yaml')
  if (!existsSync(path)) return none
  const named = themeName({ kind: 'text', path: 'data/deck.yaml', text: readFileSync(path, 'utf8') })
  if (!named) return none
  const base = baseOf(named, root)
  if (base === undefined || !existsSync(base)) return { ...none, diagnostics: [missingTheme(named.name, named.place)] }
  const templates = join(base, 'templates')
  return { ...none, folder: existsSync(templates) ? templates : base }
}

function baseOf({ name }: ThemeName, root: string): string | undefined {
  if (/^[./~]|^[a-z]:[\\/]/i.test(name)) return resolve(root, name)
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`))
  } catch {
    return undefined // not installed, or no package
  }
}
