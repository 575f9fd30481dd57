import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml'
import type { Reading } from '../../model/diagnostic.ts'
import { once } from '../../model/memory.ts'
import type { Place } from '../../model/source-file.ts'
import { invalidYaml } from '../diagnostics/data.ts'
import { tooDeepAt } from './nesting.ts'
import { cutCollections, yamlTextFindings } from './yaml-texts.ts'

/** YAML text and where it begins in its file: a fence's text begins further down. */
export interface YamlText {
  readonly path: string
  readonly text: string
  /** Line of the file on which the text begins, 1 when absent. */
  readonly firstLine?: number
  /** Columns by which the text was indented in the file. */
  readonly indent?: number
  /** Whether placeholders are filled in its texts; elsewhere they would be printed as they stand. */
  readonly mayHoldPlaceholders?: boolean
}

export type KeyPath = readonly (string | number)[]

/** Plain values of a YAML text, and the place of each. */
export interface YamlDocument {
  readonly value: unknown
  /** Place of the value at that path or, when there is none, of the nearest value around it. */
  placeOf(path: KeyPath): Place
  /** Place of the key that the path ends with. */
  placeOfKey(path: KeyPath): Place
  has(path: KeyPath): boolean
  /** The text of a plain or quoted value as it was written, undefined for maps and lists. */
  textOf(path: KeyPath): string | undefined
}

/** The pairs of a mapping by their keys; a file of metrics has thousands, and each is looked up many times. */
const pairsOf = once((map: YAMLMap): ReadonlyMap<string, Pair> => {
  const pairs = new Map<string, Pair>()
  for (const pair of map.items) {
    if (!isScalar(pair.key)) continue
    for (const key of [pair.key.value, pair.key.source])
      if (typeof key === 'string' && !pairs.has(key)) pairs.set(key, pair)
  }
  return pairs
})

const findPair = (node: unknown, key: string | number): Pair | undefined =>
  isMap(node) ? pairsOf(node).get(String(key)) : undefined

function child(node: unknown, key: string | number): unknown {
  if (isSeq(node)) return node.items[Number(key)]
  return findPair(node, key)?.value
}

/** The node at a path, or undefined where the path leaves the text. */
function nodeAt(root: unknown, path: KeyPath): Node | undefined {
  let node = root
  for (const key of path) {
    node = child(node, key)
    if (isPair(node)) node = node.value
  }
  return isNode(node) ? node : undefined
}

function locate(source: YamlText, lines: LineCounter): (start: number, end: number) => Place {
  const { path, text, firstLine = 1, indent = 0 } = source
  return (start, end) => {
    const { line, col } = lines.linePos(start)
    const lineEnd = text.indexOf('\n', start)
    const stop = Math.min(end, lineEnd < 0 ? text.length : lineEnd)
    const length = Math.max(1, text.slice(start, stop).trimEnd().length)
    return { path, line: line + firstLine - 1, column: col + indent, length }
  }
}

/** Aliases of nothing, or of more than a file may hold, are only found when they are followed: then there is a reason. */
function plainValue(parsed: Document.Parsed): { readonly value: unknown } | { readonly reason: string } {
  try {
    return { value: parsed.toJS() }
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    return { reason: error.message.charAt(0).toLowerCase() + error.message.slice(1) }
  }
}

interface Mistake {
  readonly code: string
  readonly message: string
  readonly pos: readonly [number, number]
}

/** Keys written twice in one mapping; the parser itself compares each key with all before it, in quadratic time. */
function duplicateKeys(parsed: Document.Parsed): readonly Mistake[] {
  const found: Mistake[] = []
  const look = (node: unknown): void => {
    if (isSeq(node)) node.items.forEach(look)
    if (!isMap(node)) return
    const seen = new Set<unknown>()
    for (const { key, value } of node.items) {
      look(value)
      if (!isScalar(key)) continue
      const at = key.range?.[0] ?? 0
      if (seen.has(key.value)) found.push({ code: 'DUPLICATE_KEY', message: uniqueKeys, pos: [at, at + 1] })
      seen.add(key.value)
    }
  }
  look(parsed.contents)
  return found
}

const uniqueKeys = 'map keys must be unique'

/** Mistakes up to the first that the parser cannot recover from: those after it follow from it. */
function firstErrors(errors: readonly Mistake[]): readonly Mistake[] {
  const ordered = [...errors].sort((a, b) => a.pos[0] - b.pos[0])
  const fatal = ordered.findIndex(({ code }) => code !== 'DUPLICATE_KEY')
  return fatal < 0 ? ordered : ordered.slice(0, fatal + 1)
}

/** Reads YAML, keeping the place of every key and value; undefined when the text is not YAML. */
export function parseYaml(written: YamlText): Reading<YamlDocument | undefined> {
  const source = { ...written, text: written.text.replace(/\r(?!\n)/g, '\n') } // the parser knows no lone CR
  const lines = new LineCounter()
  const place = locate(source, lines)
  const deep = tooDeepAt(source.text)
  if (deep !== undefined) {
    for (const { index } of source.text.matchAll(/^/gm)) lines.addNewLine(index) // else the parser does
    return { value: undefined, diagnostics: [invalidYaml('nested too deeply', place(deep, deep + 1))] }
  }
  // logLevel: the parser would itself print warnings about odd keys
  const options = { lineCounter: lines, prettyErrors: false, logLevel: 'error', uniqueKeys: false } as const
  const parsed = parseDocument(source.text, options)
  const errors = [...parsed.errors, ...duplicateKeys(parsed)]
  const faults = [...firstErrors(errors), ...parsed.warnings].map(({ message, pos }) =>
    invalidYaml(message.charAt(0).toLowerCase() + message.slice(1), place(pos[0], pos[1])),
  )
  const { text, mayHoldPlaceholders = false } = source
  if (errors.length > 0) {
    const cut = cutCollections(parsed, { text, place, mayHoldPlaceholders })
    return { value: undefined, diagnostics: cut.length > 0 ? cut : faults }
  }
  const diagnostics = [...faults, ...yamlTextFindings(parsed, { text, place, mayHoldPlaceholders })]
  const plain = plainValue(parsed)
  if ('reason' in plain)
    return { value: undefined, diagnostics: [...diagnostics, invalidYaml(plain.reason, place(0, 1))] }
  const placeOfNode = (node: Node): Place => place(node.range?.[0] ?? 0, node.range?.[1] ?? 0)
  const placeOf = (path: KeyPath): Place => {
    const node = nodeAt(parsed.contents, path)
    if (node) return placeOfNode(node)
    return path.length === 0 ? place(0, 1) : placeOfKey(path)
  }
  const placeOfKey = (path: KeyPath): Place => {
    const parent = path.slice(0, -1)
    const last = path.at(-1)
    const pair = last === undefined ? undefined : findPair(nodeAt(parsed.contents, parent), last)
    if (pair && isNode(pair.key)) return placeOfNode(pair.key)
    const above =
      parent.length > 0 ? findPair(nodeAt(parsed.contents, parent.slice(0, -1)), parent.at(-1) ?? '') : undefined
    return above && isNode(above.key) ? placeOfNode(above.key) : placeOf(parent)
  }
  const has = (path: KeyPath): boolean => nodeAt(parsed.contents, path) !== undefined
  const textOf = (path: KeyPath): string | undefined => {
    const node = nodeAt(parsed.contents, path)
    return isScalar(node) ? (node.source ?? String(node.value)) : isAlias(node) ? node.source : undefined
  }
  return { value: { value: plain.value, has, placeOf, placeOfKey, textOf }, diagnostics }
}
