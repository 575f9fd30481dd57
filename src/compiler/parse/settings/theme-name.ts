import type { Place, SourceFile } from '../../../model/source-file.ts'
import { parseYaml } from '../yaml.ts'

/** A theme as the settings name it. */
export interface ThemeName {
  readonly name: string // a package, or a folder that begins with "." or "/"
  readonly place: Place
}

/** The `theme:` of data/deck.yaml, for those who read templates before a deck is compiled; other mistakes of the settings are the compiler's to report. */
export function themeName(file: SourceFile | undefined): ThemeName | undefined {
  if (file?.kind !== 'text' || !/^theme\s*:/m.test(file.text)) return undefined
  const document = parseYaml({ path: file.path, text: file.text }).value
  const value = document?.value
  const name: unknown = typeof value === 'object' && value !== null && 'theme' in value ? value.theme : undefined
  return document && typeof name === 'string' && name !== '' ? { name, place: document.placeOf(['theme']) } : undefined
}
