import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDeckConfig } from '../compiler/compile.ts'
import { en } from '../language/en.ts'
import type { DeckPlace } from './publish.ts'

/** What the settings of a deck's folder say of its place and language; of settings with mistakes English, and no place. */
export function readDeckPlace(root: string): DeckPlace {
  const path = join(root, 'data', 'deck.yaml')
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const { value: config } = parseDeckConfig({ path: 'data/deck.yaml', text })
  const { id, address, language = en } = config ?? {}
  return { id, address, language, isSound: config !== undefined }
}
