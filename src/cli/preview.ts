import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, freePort, portError, text } from './command.ts'

/** Serves what was built, as a web server would. */
export const preview: Command = {
  summary: 'serve what was built, as a web server would',
  example: 'preview --out dist-presenter',
  takes: [],
  options: {
    out: { value: 'DIR', summary: 'the folder that was built, instead of dist/' },
    port: { value: 'N', summary: 'the port, instead of the first free one from 4173' },
    'no-open': { summary: 'open no browser' },
  },
  async run(call, { cwd, env, printError }) {
    const out = text(call, 'out')
    const outDir = out === undefined ? resolve(call.root, 'dist') : resolve(cwd, out)
    if (!existsSync(outDir)) {
      printError(`missing folder ${outDir}: run "quarterdeck build" first`)
      return 1
    }
    const asked = await freePort(call)
    const vite = await import('vite')
    const serving = vite.preview({
      root: call.root,
      configFile: false,
      appType: 'mpa', // what is not there is not found, as with any web server
      build: { outDir },
      preview: {
        open: !env.CI && call.flags['no-open'] !== true,
        ...(asked === undefined ? {} : { port: asked, strictPort: true }),
      },
    })
    const server = await serving.catch((error: unknown) => {
      throw portError(error)
    })
    server.printUrls()
    await new Promise<void>((closed) => server.httpServer.once('close', closed))
    return 0
  },
}
