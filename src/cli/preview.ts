import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Connect, PreviewServer } from 'vite'
import { isBackward, isGiven, requestPath } from '../dev/served-addresses.ts'
import { type Command, freePort, opensBrowser, portError, text } from './command.ts'

/** Refuses what a web server would not give, before Vite's looks for it. */
const guard =
  (folder: string): Connect.NextHandleFunction =>
  (request, response, next) => {
    const path = requestPath(request.url ?? '/')
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isBackward(request.headers.range)) delete request.headers.range
    if (isRead && path !== undefined && isGiven(path, folder)) return next()
    response.statusCode = path === undefined ? 400 : isRead ? 404 : 405
    response.setHeader('Content-Type', 'text/plain; charset=utf-8')
    response.end()
  }

interface Serving {
  readonly root: string
  readonly outDir: string
  readonly opens: boolean // a browser
  readonly port: number | undefined // the first free one where none is asked for
}

/** Starts a server of a folder that was built; fails with the reason why its port cannot be had. */
export async function previewServer({ root, outDir, opens, port }: Serving): Promise<PreviewServer> {
  const vite = await import('vite')
  const serving = vite.preview({
    root,
    configFile: false,
    appType: 'mpa', // what is not there is not found, as with any web server
    build: { outDir },
    plugins: [{ name: 'guard', configurePreviewServer: ({ middlewares }) => void middlewares.use(guard(outDir)) }],
    preview: { open: opens, ...(port === undefined ? {} : { port, strictPort: true }) },
  })
  return serving.catch((error: unknown) => {
    throw portError(error)
  })
}

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
    const port = await freePort(call)
    const opens = opensBrowser(call, env)
    const server = await previewServer({ root: call.root, outDir, opens, port })
    server.printUrls()
    await new Promise<void>((closed) => server.httpServer.once('close', closed))
    return 0
  },
}
