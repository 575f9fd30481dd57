import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { engine, quarterdeck } from '../browser/command-line.ts'
import { serveFolder } from '../browser/static-server.ts'
import { framePage, frameScript, watchScript } from './watched.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly decks: Readonly<Record<'public' | 'presenter', { readonly address: string; readonly folder: string }>>
  }
}

const beside = {
  head: '<script src="./watch.js"></script>',
  files: { '/watch.js': watchScript, '/frame.html': framePage, '/frame.js': frameScript },
}

async function serveEdition(edition: 'public' | 'presenter', folder: string) {
  const { code, err } = await quarterdeck('build', '--root', engine, '--edition', edition, '--out', folder)
  if (code !== 0) throw new Error(`the ${edition} edition does not build:\n${err}`)
  return { folder, ...(await serveFolder(folder, beside)) }
}

/** Builds both editions and serves them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = mkdtempSync(join(tmpdir(), 'quarterdeck-walked-'))
  const open = await serveEdition('public', join(base, 'dist'))
  const presenter = await serveEdition('presenter', join(base, 'dist-presenter'))
  project.provide('decks', {
    public: { address: open.address, folder: open.folder },
    presenter: { address: presenter.address, folder: presenter.folder },
  })
  return async () => {
    await Promise.all([open.close(), presenter.close()])
    rmSync(base, { recursive: true, force: true })
  }
}
