import { z } from 'zod'
import { parseIsoDate } from '../../format/civil.ts'
import { suggest } from '../../format/suggest.ts'
import type { Diagnostic, Reading } from '../../model/diagnostic.ts'
import { invalidValue, missingKey, unknownKey } from '../diagnostics/data.ts'
import type { KeyPath, YamlDocument } from './yaml.ts'

/** Minutes of a talk, or of a slide of it. */
export const minutesSpec = z.number().positive().max(600)

/** A day as "2009-07-08". */
export const isoDateSpec = z
  .string()
  .refine((text) => parseIsoDate(text) !== undefined, { error: 'a day written as 2009-07-08' })

type Issue = z.core.$ZodIssue

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const wrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable
      ? schema.unwrap()
      : schema instanceof z.ZodPipe
        ? schema.in
        : undefined
  return wrapped ? unwrap(wrapped) : schema
}

/** Keys that the schema allows at a path, in any branch of its unions. */
function keysAt(root: z.core.$ZodType, path: KeyPath): readonly string[] {
  const schema = unwrap(root)
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap((option) => keysAt(option, path)))]
  const [key, ...rest] = path
  if (schema instanceof z.ZodObject) {
    if (key === undefined) return Object.keys(schema.shape)
    const next = schema.shape[String(key)]
    return next ? keysAt(next, rest) : []
  }
  if (key === undefined) return []
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType, rest)
  return schema instanceof z.ZodArray ? keysAt(schema.element, rest) : []
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text (put numbers in quotes)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  tuple: 'a list',
}

function entryNoun(origin: string, count: number | bigint): string {
  return origin !== 'array' ? '' : Number(count) === 1 ? ' entry' : ' entries'
}

/** What the branches of a union ask for: "text (put numbers in quotes) or keys with values". */
function unionOf({ errors }: z.core.$ZodIssueInvalidUnion): string {
  const kinds = errors.flatMap((branch) => branch.map(expectation))
  return kinds.length > 0 ? [...new Set(kinds)].join(' or ') : 'another value'
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.map(String).join(', ')}`
    case 'too_small':
      return `at least ${String(issue.minimum)}${entryNoun(issue.origin, issue.minimum)}`
    case 'too_big':
      return `at most ${String(issue.maximum)}${entryNoun(issue.origin, issue.maximum)}`
    case 'invalid_union':
      return unionOf(issue)
    default:
      return issue.message.charAt(0).toLowerCase() + issue.message.slice(1)
  }
}

const shorten = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function valueAt(value: unknown, path: KeyPath): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = Object.hasOwn(current, key) ? Reflect.get(current, key) : undefined
  }
  return current
}

/** Of the branches of a union, the issues of the one that got furthest: what the author most likely meant. */
function flatten(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length))
  const branches = issue.errors.map((errors) => errors.flatMap(flatten))
  const unknownKeys = branches.filter((errors) => errors.every(({ code }) => code === 'unrecognized_keys'))
  const deepest = (unknownKeys.length > 0 ? unknownKeys : branches).reduce((best, next) =>
    depth(next) > depth(best) ? next : best,
  )
  if (depth(deepest) === 0 && unknownKeys.length === 0) return [issue]
  return deepest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

interface Checked {
  readonly document: YamlDocument
  readonly schema: z.core.$ZodType
  /** Path of the value that the schema was given. */
  readonly at: KeyPath
}

const keyPathOf = ({ path }: Issue): KeyPath => path.map((key) => (typeof key === 'number' ? key : String(key)))

function issueDiagnostics(issue: Issue, { document, schema, at }: Checked): readonly Diagnostic[] {
  const inner = keyPathOf(issue)
  const path = [...at, ...inner]
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, inner)
    return issue.keys.map((key) => unknownKey(key, { place: document.placeOfKey([...path, key]), known }))
  }
  const value = valueAt(document.value, path)
  const key = path.at(-1)
  if (value === undefined && key !== undefined) return [missingKey(String(key), document.placeOfKey(path))]
  const choices = issue.code === 'invalid_value' ? issue.values.map(String) : []
  const nearest = typeof value === 'string' ? suggest(value, choices) : undefined
  const written = key === undefined || typeof key === 'number' ? shorten(value) : `${shorten(value)} of "${key}"`
  return [invalidValue(written, { place: document.placeOf(path), expected: expectation(issue), nearest })]
}

/** A key that is missing because it is misspelt beside is one mistake: it is reported at the misspelt key. */
function dropMisspelt(issues: readonly Issue[], { document, schema, at }: Checked): readonly Issue[] {
  const intended = new Set(
    issues.flatMap((issue) => {
      if (issue.code !== 'unrecognized_keys') return []
      const path = keyPathOf(issue)
      return issue.keys.map((key) => JSON.stringify([...path, suggest(key, keysAt(schema, path))]))
    }),
  )
  const isMissing = (issue: Issue): boolean => valueAt(document.value, [...at, ...issue.path.map(String)]) === undefined
  return issues.filter((issue) => !intended.has(JSON.stringify(issue.path)) || !isMissing(issue))
}

/**
 * Checks a YAML document, or the part of it at a path, by a schema: the typed value, or a diagnostic at each key or
 * value that is wrong.
 */
export function checkYaml<T>(document: YamlDocument, schema: z.ZodType<T>, at: KeyPath = []): Reading<T | undefined> {
  // jitless: for as few values as a deck has, compiling a schema costs more than it saves
  const parsed = schema.safeParse(valueAt(document.value, at), { jitless: true })
  if (parsed.success) return { value: parsed.data, diagnostics: [] }
  const checked = { document, schema, at }
  const issues = dropMisspelt(parsed.error.issues.flatMap(flatten), checked)
  return { value: undefined, diagnostics: issues.flatMap((issue) => issueDiagnostics(issue, checked)) }
}
