#!/usr/bin/env node
// Node before 22.18 cannot run TypeScript: the runner is bundled first. Usage:
// node tests/mutation/run.js [per kind, or all] [seed] [least per cent caught]
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'rolldown'

const here = dirname(fileURLToPath(import.meta.url))
const engine = join(here, '..', '..')
const folder = join(engine, 'node_modules', '.cache', 'quarterdeck')
const file = join(folder, `mutants-${process.pid}.mjs`)
mkdirSync(folder, { recursive: true })
await build({
  input: join(here, 'run.ts'),
  cwd: engine,
  platform: 'node',
  external: [/^node:/, /^(vite|rolldown|@napi-rs\/canvas)(\/|$)/],
  logLevel: 'warn',
  output: { file, format: 'esm', codeSplitting: false },
})
const { run } = await import(pathToFileURL(file).href)
const [perKind = '12', seed = '2009', floor = '0'] = process.argv.slice(2)
const caught = run(engine, { perKind: perKind === 'all' ? Infinity : Number(perKind), seed: Number(seed) })
if (caught < Number(floor)) {
  console.error(`${caught.toFixed(1)}% of the mutations were caught, fewer than ${floor}%`)
  process.exitCode = 1
}
