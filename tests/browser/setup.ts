import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { launchChromium } from './chromium.ts'
import { engine, quarterdeck } from './command-line.ts'
import { serveFolder } from './static-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly browser: string // where tests connect to the one browser of the run
    readonly deck: string // address of the public edition
    readonly presenter: string // address of the presenter edition
    readonly folders: { readonly public: string; readonly presenter: string }
  }
}

async function buildEdition(edition: 'public' | 'presenter', out: string): Promise<void> {
  const { code, err } = await quarterdeck('build', '--root', engine, '--edition', edition, '--out', out)
  if (code !== 0) throw new Error(`the ${edition} edition does not build:\n${err}`)
}

/** Builds both editions once, serves them, and starts one browser for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = mkdtempSync(join(tmpdir(), 'quarterdeck-built-'))
  const folders = { public: join(base, 'dist'), presenter: join(base, 'dist-presenter') }
  await Promise.all([buildEdition('public', folders.public), buildEdition('presenter', folders.presenter)])
  const servers = await Promise.all([serveFolder(folders.public), serveFolder(folders.presenter)])
  const running = await launchChromium()
  project.provide('browser', running.wsEndpoint())
  project.provide('deck', servers[0].address)
  project.provide('presenter', servers[1].address)
  project.provide('folders', folders)
  return async () => {
    await running.close()
    await Promise.all(servers.map((server) => server.close()))
    rmSync(base, { recursive: true, force: true })
  }
}
