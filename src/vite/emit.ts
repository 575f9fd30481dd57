import { resolve } from 'node:path'
import type { OutputBundle, PluginContext } from 'rolldown'
import type { DeckPage } from './deck-page.ts'
import { licenceTexts } from './licences.ts'
import type { Project } from './project.ts'

/** Files on disk that went into a bundle: modules, fonts, pictures. */
function bundledFiles(bundle: OutputBundle, { engine }: Project): string[] {
  return Object.values(bundle).flatMap((output) =>
    output.type === 'chunk' ? output.moduleIds : output.originalFileNames.map((name) => resolve(engine, name)),
  )
}

/** Writes charts, JSON, icon and licences into the bundle. */
export function emitDeck(
  context: Pick<PluginContext, 'emitFile'>,
  bundle: OutputBundle,
  { project, page }: { readonly project: Project; readonly page: DeckPage },
): void {
  const emit = (fileName: string, source: string): void => void context.emitFile({ type: 'asset', fileName, source })
  for (const { name, content } of page.files) emit(name, content)
  emit('licenses.txt', licenceTexts(bundledFiles(bundle, project)))
}
