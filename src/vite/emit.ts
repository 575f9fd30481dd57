import type { PluginContext } from 'rolldown'
import { findIcon, renderIcon } from './frame.ts'
import type { Project } from './project.ts'
import type { BuiltDeck } from './session.ts'

/** Writes charts, JSON and icon into the bundle. */
export async function emitDeck(
  context: Pick<PluginContext, 'emitFile'>,
  project: Project,
  built: BuiltDeck,
): Promise<void> {
  const { drawSvg } = await import('../charts/svg.ts') // loads the canvas: not needed to report an error
  for (const address of built.assets.addresses()) {
    const source = built.assets.read(address, drawSvg)
    if (source !== undefined) context.emitFile({ type: 'asset', fileName: address.replace(/^\.\//, ''), source })
  }
  if (!findIcon(project.root))
    context.emitFile({
      type: 'asset',
      fileName: 'favicon.svg',
      source: renderIcon(built.deck.config, built.assets.theme),
    })
}
