import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { maskPlaceholders } from './mask.ts'
import type { Origin } from './origin.ts'
import { type KeyPath, parseYaml, type YamlDocument, type YamlText } from './yaml.ts'

/** YAML of a slide: front matter or a block, whose texts may hold placeholders. */
export interface SpecDocument extends YamlDocument {
  /** Where the text of a value begins: after its quote, or on the line after "|". */
  originOf(path: KeyPath): Origin
}

export interface SpecReading {
  readonly document: SpecDocument | undefined
  readonly diagnostics: readonly Diagnostic[]
}

export function parseSpec(source: YamlText): SpecReading {
  const masked = maskPlaceholders(source.text)
  const { document, diagnostics } = parseYaml({ ...source, text: masked.text })
  if (!document) return { document: undefined, diagnostics }
  const lines = source.text.split('\n')
  const lineAt = (line: number): string => lines[line - (source.firstLine ?? 1)] ?? ''
  return {
    document: {
      ...document,
      value: masked.restore(document.value),
      originOf: (path) => originOf(document.placeOf(path), lineAt, source.indent ?? 0),
    },
    diagnostics,
  }
}

function originOf({ path, line, column }: Place, lineAt: (line: number) => string, indent: number): Origin {
  const first = lineAt(line)[column - indent - 1]
  if (first === '"' || first === "'") return { path, line, column: column + 1 }
  if (first !== '|' && first !== '>') return { path, line, column }
  const next = lineAt(line + 1)
  return { path, line: line + 1, column: next.length - next.trimStart().length + indent + 1 }
}
