import { build, createLogger } from 'vite'
import type { Project } from '../project/project.ts'
import { deckConfig } from './config.ts'
import type { DeckPage } from './deck-page.ts'

export interface BundleRequest {
  readonly project: Project
  readonly out: string
}

/** Bundles browser modules, styles and the page into `out`; the page is awaited only at the end. Gives Vite's warnings. */
export async function bundleDeck(
  { project, out }: BundleRequest,
  page: () => Promise<DeckPage>,
): Promise<readonly string[]> {
  const warnings: string[] = []
  const warn = (message: string): void => void warnings.push(message)
  const logger = createLogger('warn')
  const customLogger = { ...logger, warn, warnOnce: warn, error: () => undefined } // errors come back as exceptions
  await build({ ...deckConfig(project, out, { page }), logLevel: 'warn', customLogger })
  return warnings
}
