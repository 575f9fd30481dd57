import type { Project } from '../project/project.ts'
import { deckConfig } from './config.ts'

export interface BundleRequest {
  readonly project: Project
  readonly out: string
}

export interface Bundled {
  readonly warnings: readonly string[] // Vite's
  /** Files on disk that went into it. */
  readonly files: readonly string[]
}

/** Bundles browser modules, styles and the document without a deck into `out`. */
export async function bundleShell({ project, out }: BundleRequest): Promise<Bundled> {
  const { build, createLogger } = await import('vite')
  const warnings: string[] = []
  const files: string[] = []
  const warn = (message: string): void => void warnings.push(message)
  const logger = createLogger('warn')
  const customLogger = { ...logger, warn, warnOnce: warn, error: () => undefined } // errors come back as exceptions
  const config = deckConfig(project, out, { bundled: (found) => void files.push(...found) })
  const options = { ...config.build, emptyOutDir: false, copyPublicDir: false }
  await build({ ...config, build: options, logLevel: 'warn', customLogger })
  return { warnings, files }
}
