import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'

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
 * Files of the command line import by a function that they are given; see load-bundle.js.
 * @type {import('rolldown').Plugin}
 */
const importedByLoader = {
  name: 'imported-by-loader',
  renderChunk: (code) => code.replaceAll(/(?<![\w$.'"`])import\(/g, 'importModule('),
}

/** @typedef {{start: number, end: number, text: string}} Edit */

/**
 * V8 gives each object that `{ ...a, b }` makes a shape of its own where b is no key of a, which makes it five times
 * as slow to make and to read, and larger; `{ ...null, ...a, b }` is the same object in a shape that all share.
 * @param {import('rolldown/utils').ESTree.ObjectExpression} node
 * @returns {Edit[]}
 */
function sharedShape({ properties: [first, second] }) {
  return first?.type === 'SpreadElement' && second ? [{ start: first.start, end: first.start, text: '...null, ' }] : []
}

/**
 * Packages for old browsers set the fields of their classes by a function, which a build calls 36,000 times:
 * `_defineProperty(this, "map", null)`.
 * @param {import('rolldown/utils').ESTree.CallExpression} node
 * @returns {Edit[]}
 */
function plainField({ start, end, callee, arguments: [object, key, value] }) {
  const isField = callee.type === 'Identifier' && callee.name === '_defineProperty' && object?.type === 'ThisExpression'
  if (!isField || key?.type !== 'Literal' || !value) return []
  return [
    { start, end: value.start, text: `this[${JSON.stringify(key.value)}] = (` },
    { start: value.end, end, text: ')' },
  ]
}

/**
 * @param {unknown} node
 * @returns {Edit[]}
 */
function editsIn(node) {
  if (typeof node !== 'object' || node === null) return []
  const inner = Object.values(node).flatMap(editsIn)
  if (!('type' in node)) return inner
  if (node.type === 'ObjectExpression')
    return [...sharedShape(/** @type {import('rolldown/utils').ESTree.ObjectExpression} */ (node)), ...inner]
  if (node.type === 'CallExpression')
    return [...plainField(/** @type {import('rolldown/utils').ESTree.CallExpression} */ (node)), ...inner]
  return inner
}

/**
 * @param {string} code
 * @param {unknown} tree
 */
function withEdits(code, tree) {
  let [made, at] = ['', 0]
  for (const { start, end, text } of editsIn(tree).sort((a, b) => a.start - b.start)) {
    made += code.slice(at, start) + text
    at = end
  }
  return made + code.slice(at)
}

/**
 * The names in a syntax tree.
 * @param {unknown} node
 * @returns {string[]}
 */
function namesIn(node) {
  if (typeof node !== 'object' || node === null) return []
  const own = 'type' in node && node.type === 'Identifier' && 'name' in node ? [String(node.name)] : []
  return [...own, ...Object.values(node).flatMap(namesIn)]
}

/**
 * The names that are given another value somewhere in a syntax tree, and those beside them.
 * @param {unknown} node
 * @returns {string[]}
 */
function assignedNames(node) {
  if (typeof node !== 'object' || node === null) return []
  const inner = Object.values(node).flatMap(assignedNames)
  if (!('type' in node)) return inner
  if (node.type === 'AssignmentExpression' && 'left' in node) return [...namesIn(node.left), ...inner]
  return node.type === 'UpdateExpression' && 'argument' in node ? [...namesIn(node.argument), ...inner] : inner
}

const getter =
  /^Object\.defineProperty\(exports, "(\w+)", \{\n\tenumerable: true,\n\tget: function\(\) \{\n\t\treturn ([\w$]+);\n\t\}\n\}\);$/gm

/**
 * The files of a bundle give each other what they hold by functions, which a short run calls 300,000 times: values do
 * for what never changes, and they stand at the end of a file, where all of them are known.
 * @param {string} code
 * @param {unknown} tree
 */
function withPlainExports(code, tree) {
  const changed = new Set(assignedNames(tree))
  return code.replace(getter, (text, name, value) => (changed.has(value) ? text : `exports.${name} = ${value};`))
}

/** @type {import('rolldown').Plugin} */
const madeForV8 = {
  name: 'made-for-v8',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      const tree = parseAst(chunk.code)
      chunk.code = withPlainExports(withEdits(chunk.code, tree), tree)
    }
  },
}

/**
 * What both bundles have in common.
 * @param {string} engine
 * @param {boolean} isPackaged
 * @returns {import('rolldown').InputOptions}
 */
const common = (engine, isPackaged) => ({
  cwd: engine,
  platform: 'node',
  external: [/^node:/],
  plugins: [isPackaged ? foundAsUsual : foundFromEngine, madeForV8],
  resolve: { alias: { yaml: yamlEntry(engine) } },
  logLevel: 'warn',
  checks: { pluginTimings: false }, // once after each update, on machines of any speed
})

/**
 * Bundles the command line and its threads into a folder, as files that load-bundle.js loads. A thread is started by a
 * module of its name, which hands it what it posts to and is given.
 * @param {string} engine
 * @param {string} folder
 * @param {{isPackaged?: boolean, plugins?: import('rolldown').Plugin[]}} [how]
 */
export async function bundleInto(engine, folder, { isPackaged = false, plugins = [] } = {}) {
  const source = join(engine, 'src')
  const shared = common(engine, isPackaged)
  const { output } = await build({
    ...shared,
    plugins: [shared.plugins, importedByLoader, plugins],
    input: {
      main: join(source, 'cli', 'main.ts'),
      'bundle-worker': join(source, 'build', 'bundle-worker.ts'),
      'draw-worker': join(source, 'build', 'draw-worker.ts'),
      'dev-worker': join(source, 'dev', 'dev-worker.ts'),
    },
    output: { dir: folder, format: 'cjs', entryFileNames: '[name]-[hash].cjs', chunkFileNames: '[name]-[hash].cjs' },
  })
  const loader = isPackaged ? '../load-bundle.js' : pathToFileURL(join(engine, 'bin', 'load-bundle.js')).href
  for (const chunk of output)
    if (chunk.type === 'chunk' && chunk.isEntry && chunk.name.endsWith('-worker'))
      writeFileSync(
        join(folder, `${chunk.name}.mjs`),
        `import { startThread } from ${JSON.stringify(loader)}\nstartThread(import.meta.dirname, ${JSON.stringify(chunk.fileName)})\n`,
      )
}

/**
 * Bundles what other programs import, as the modules that package.json names.
 * @param {string} engine
 * @param {string} folder
 */
export async function bundleApi(engine, folder) {
  const source = join(engine, 'src', 'api')
  await build({
    ...common(engine, true),
    input: { index: join(source, 'index.ts'), vite: join(source, 'vite.ts') },
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
  for (const old of readdirSync(cache).filter((name) => name.startsWith('cli-'))) {
    const known = statSync(join(cache, old), { throwIfNoEntry: false }) // another process may just have placed or removed it
    if (known && known.mtimeMs < yesterday) rmSync(join(cache, old), { recursive: true, force: true })
  }
  try {
    renameSync(making, folder)
  } catch {
    rmSync(making, { recursive: true, force: true }) // another process was first
  }
}
