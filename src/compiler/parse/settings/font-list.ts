import type { Place, SourceFile } from '../../../model/source-file.ts'
import { parseYaml } from '../yaml.ts'

/** A font as the settings name it. */
export interface FontName {
  readonly name: string // a package, or a file
  readonly place: Place
}

/** The `fonts:` of data/deck.yaml, for those who read fonts before a deck is compiled; other mistakes of the settings are the compiler's to report. */
export function fontList(files: readonly SourceFile[]): readonly FontName[] {
  const file = files.find(({ path }) => path === 'data/deck.yaml')
  if (file?.kind !== 'text' || !/^fonts\s*:/m.test(file.text)) return []
  const document = parseYaml({ path: file.path, text: file.text }).value
  const value = document?.value
  const list: unknown = typeof value === 'object' && value !== null && 'fonts' in value ? value.fonts : []
  if (!document || !Array.isArray(list)) return []
  return list.flatMap((name: unknown, index) =>
    typeof name === 'string' ? [{ name, place: document.placeOf(['fonts', index]) }] : [],
  )
}
