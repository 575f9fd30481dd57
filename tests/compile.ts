import { type Compilation, type CompileMemory, compile as compileFresh } from '../src/compiler/compile.ts'
import type { CompileOptions } from '../src/compiler/options.ts'
import { createParseMemory } from '../src/compiler/parse/deck-files.ts'
import { createResolveMemory } from '../src/compiler/resolve/resolved-deck.ts'
import type { SourceFile } from '../src/model/source-file.ts'

const parse = createParseMemory()

/** As the compiler's own, but what small decks have in common, above all the templates, is read once for all tests. */
export function compile(
  files: readonly SourceFile[],
  options: CompileOptions & { readonly memory?: CompileMemory },
): Compilation {
  return compileFresh(files, { memory: { parse, resolve: createResolveMemory() }, ...options })
}
