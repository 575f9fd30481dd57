import { resolve } from 'node:path'
import type { OutputBundle, PluginContext } from 'rolldown'
import type { DeckPage } from './deck-page.ts'
import { licenceTexts } from './licences.ts'
import type { Project } from './project.ts'

/** Files on disk that went into a bundle: modules, fonts, pictures. */
export function bundledFiles(bundle: OutputBundle, { engine }: Project): string[] {
  return Object.values(bundle).flatMap((output) =>
    output.type === 'chunk' ? output.moduleIds : output.originalFileNames.map((name) => resolve(engine, name)),
  )
}

/** Writes licences, and the charts, JSON and icon of a deck, into the bundle. */
export function emitDeck(
  context: Pick<PluginContext, 'emitFile'>,
  files: readonly string[],
  page: DeckPage | undefined,
): void {
  const emit = (fileName: string, source: string): void => void context.emitFile({ type: 'asset', fileName, source })
  for (const { name, content } of page?.files ?? []) emit(name, content)
  emit('licenses.txt', licenceTexts(files))
}
