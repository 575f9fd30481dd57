// Run by "npm pack": what an installed engine runs, so that it compiles nothing in its own folder.
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleApi, bundleInto } from './bundle.js'

const engine = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = join(engine, 'bin', 'prebuilt')
rmSync(folder, { recursive: true, force: true })
await bundleInto(engine, folder, { isPackaged: true })
await bundleApi(engine, folder)
