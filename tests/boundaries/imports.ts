import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** One import of one module. */
export interface Import {
  readonly from: string // "src/compiler/compile.ts"
  readonly to: string // "src/model/deck.ts" or a package: "yaml", "node:fs"
  readonly isType: boolean // erased: "import type"
}

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^'"\n;]*?(?:\n[^'"]*?)?\s+from\s+)?['"]([^'"\n]+)['"]/g
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

export const engine = resolve(import.meta.dirname, '../..')

/** TypeScript files under a folder of the engine, tests left out. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(engine, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => name.endsWith('.ts') && !/(?:\.test|(?:^|[\\/])fixtures)\.ts$/.test(name) && !name.endsWith('.d.ts'),
    )
    .map((name) => join(folder, name).split(sep).join('/'))
    .sort()
}

/** "@scope/name/deep" → "@scope/name", "name/deep" → "name". */
function packageName(specifier: string): string {
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

function target(from: string, specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  if (!specifier.startsWith('.')) return packageName(specifier)
  return relative(engine, resolve(engine, dirname(from), specifier))
    .split(sep)
    .join('/')
}

/** What a module imports, statically and on demand. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(join(engine, file), 'utf8')
  const found = [...text.matchAll(statement)].map(([, type, specifier]) => ({ type, specifier }))
  const onDemand = [...text.matchAll(dynamic)].map(([, specifier]) => ({ type: undefined, specifier }))
  return [...found, ...onDemand].flatMap(({ type, specifier }) =>
    specifier === undefined ? [] : [{ from: file, to: target(file, specifier), isType: type !== undefined }],
  )
}
