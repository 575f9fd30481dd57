import type { Reading } from '../../../model/diagnostic.ts'
import type { Place } from '../../../model/source-file.ts'
import type { Origin } from '../text-origin.ts'
import { type KeyPath, parseYaml, type YamlDocument, type YamlText } from '../yaml.ts'

/**
 * Placeholders hold quotes and braces that YAML would take for its own. While YAML is read, each stands masked by
 * private-use characters of the same length, so that columns stay what they are.
 */
interface Masked {
  readonly text: string
  /** Puts the placeholders back into every text of a parsed value. */
  readonly restore: (value: unknown) => unknown
}

const placeholder = /\{\{\{[^\n]*?\}\}\}|\{\{[^\n]*?\}\}/g
const filler = '\uE001'
const firstCode = 0xe100
const masked = /[\uE100-\uF8FF]\uE001*/g

export function maskPlaceholders(text: string): Masked {
  if (!text.includes('{{')) return { text, restore: (value) => value }
  const found: string[] = []
  const hidden = text.replace(placeholder, (words) => {
    if (found.length > 0xf8ff - firstCode) return words
    found.push(words.replaceAll('\\"', '"')) // as written inside a double-quoted YAML text
    return String.fromCharCode(firstCode + found.length - 1) + filler.repeat(words.length - 1)
  })
  const unmask = (words: string): string => words.replace(masked, (run) => found[run.charCodeAt(0) - firstCode] ?? run)
  const restore = (value: unknown): unknown => {
    if (typeof value === 'string') return unmask(value)
    if (Array.isArray(value)) return value.map(restore)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [unmask(key), restore(inner)]))
  }
  return { text: hidden, restore }
}

/** YAML of a slide: front matter or a block, whose texts may hold placeholders. */
export interface SpecDocument extends YamlDocument {
  /** Where the text of a value begins: after its quote, or on the line after "|". */
  originOf(path: KeyPath): Origin
}

/** Reads the YAML of a slide; undefined when it is not YAML. */
export function parseSpec(source: YamlText): Reading<SpecDocument | undefined> {
  const masked = maskPlaceholders(source.text)
  const { value: document, diagnostics } = parseYaml({ ...source, text: masked.text, mayHoldPlaceholders: true })
  if (!document) return { value: undefined, diagnostics }
  const lines = source.text.split('\n')
  const lineAt = (line: number): string => lines[line - (source.firstLine ?? 1)] ?? ''
  return {
    value: {
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
