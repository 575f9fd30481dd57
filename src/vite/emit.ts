import { resolve } from 'node:path'
import type { OutputBundle, PluginContext } from 'rolldown'
import { findIcon, renderIcon } from './frame.ts'
import { licenceTexts } from './licences.ts'
import type { Project } from './project.ts'
import type { BuiltDeck } from './session.ts'

/** Files on disk that went into a bundle: modules, fonts, pictures. */
function bundledFiles(bundle: OutputBundle, { engine }: Project): string[] {
  return Object.values(bundle).flatMap((output) =>
    output.type === 'chunk' ? output.moduleIds : output.originalFileNames.map((name) => resolve(engine, name)),
  )
}

/** Writes charts, JSON, icon and licences into the bundle. */
export async function emitDeck(
  context: Pick<PluginContext, 'emitFile'>,
  bundle: OutputBundle,
  { project, built }: { readonly project: Project; readonly built: BuiltDeck },
): Promise<void> {
  const emit = (fileName: string, source: string): void => void context.emitFile({ type: 'asset', fileName, source })
  const { drawSvg } = await import('../charts/svg.ts') // loads the canvas: not needed to report an error
  for (const address of built.assets.addresses()) {
    const source = built.assets.read(address, drawSvg)
    if (source !== undefined) emit(address.replace(/^\.\//, ''), source)
  }
  for (const { name, content } of built.further) emit(name, content)
  if (!findIcon(project.root)) emit('favicon.svg', renderIcon(built.deck.config, built.assets.theme))
  emit('licenses.txt', licenceTexts(bundledFiles(bundle, project)))
}
