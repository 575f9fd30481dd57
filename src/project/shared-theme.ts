import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { missingTheme } from '../compiler/diagnostics/files.ts'
import { type ThemeName, themeName } from '../compiler/parse/settings/theme-name.ts'
import type { Diagnostic } from '../model/diagnostic.ts'

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
