import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'rolldown'

/** Packages that are loaded as they are: they have native parts, or are large. */
const loaded =
  /^(vite|rolldown|@napi-rs\/canvas|@fontsource-variable|budoux|subset-font|fontverter|harfbuzzjs|playwright-core)(\/|$)/

const ownPlace = 'createRequire(import.meta.url)'

/**
 * The bundle may stand anywhere: what is loaded is found from the engine, wherever its packages are.
 * @type {import('rolldown').Plugin}
 */
const foundFromEngine = {
  name: 'found-from-engine',
  resolveId: {
    filter: { id: loaded },
    handler: (specifier) => ({ id: import.meta.resolve(specifier), external: 'absolute' }),
  },
  transform: {
    filter: { id: /\.ts$/, code: ownPlace },
    handler: (code, file) => code.replaceAll(ownPlace, `createRequire(${JSON.stringify(pathToFileURL(file).href)})`),
  },
}

/**
 * The entry of yaml for browsers: that for Node reads the environment at every token.
 * @param {string} engine
 */
function yamlEntry(engine) {
  const manifest = createRequire(join(engine, 'package.json')).resolve('yaml/package.json')
  return join(dirname(manifest), 'browser', 'index.js')
}

/**
 * In a package the bundle stands beside the packages it loads, wherever that is installed.
 * @type {import('rolldown').Plugin}
 */
const foundAsUsual = {
  name: 'found-as-usual',
  resolveId: { filter: { id: loaded }, handler: (specifier) => ({ id: specifier, external: true }) },
}

/**
 * Bundles the command line, its threads and what others import into a folder.
 * @param {string} engine
 * @param {string} folder
 * @param {{isPackaged?: boolean}} [where]
 */
export async function bundleInto(engine, folder, { isPackaged = false } = {}) {
  const source = join(engine, 'src')
  await build({
    input: {
      main: join(source, 'cli', 'main.ts'),
      'bundle-worker': join(source, 'build', 'bundle-worker.ts'),
      'draw-worker': join(source, 'build', 'draw-worker.ts'),
      'dev-worker': join(source, 'dev', 'dev-worker.ts'),
      ...(isPackaged ? { index: join(source, 'api', 'index.ts'), vite: join(source, 'api', 'vite.ts') } : {}),
    },
    cwd: engine,
    platform: 'node',
    external: [/^node:/],
    plugins: [isPackaged ? foundAsUsual : foundFromEngine],
    resolve: { alias: { yaml: yamlEntry(engine) } },
    logLevel: 'warn',
    output: { dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
  })
}

/**
 * Bundles the command line and its threads into a folder of the cache, and removes what older ones left beside it.
 * @param {string} engine
 * @param {string} folder
 */
export async function bundle(engine, folder) {
  const making = `${folder}.${process.pid}`
  await bundleInto(engine, making)
  const cache = dirname(folder)
  const yesterday = Date.now() - 24 * 60 * 60 * 1000 // a younger one may still be running
  for (const old of readdirSync(cache).filter((name) => name.startsWith('cli-')))
    if (statSync(join(cache, old)).mtimeMs < yesterday) rmSync(join(cache, old), { recursive: true, force: true })
  try {
    renameSync(making, folder)
  } catch {
    rmSync(making, { recursive: true, force: true }) // another process was first
  }
}
