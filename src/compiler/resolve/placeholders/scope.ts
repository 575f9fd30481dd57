import type { Expression } from '../../parse/templates/template.ts'
import { type Fields, unknownValue, type Value } from './value.ts'

/** What names mean at a spot of a template. */
export interface Scope {
  readonly self: Value
  readonly names: ReadonlyMap<string, Value>
  readonly data: ReadonlyMap<string, Value> // @index, @first …
  readonly parent: Scope | undefined
  /** How often the spot is evaluated: the items of all lists about it, multiplied. */
  readonly repeats: number
}

export const noNames: ReadonlyMap<string, Value> = new Map()

export const rootScope = (self: Value): Scope => ({
  self,
  names: noNames,
  data: noNames,
  parent: undefined,
  repeats: 1,
})

type Path = Expression & { readonly kind: 'path' }

/** What a path's first name stands for, and the names after it. */
export function startOfPath(path: Path, scope: Scope): { value: Value; rest: readonly string[] } | undefined {
  const [first, ...rest] = path.parts
  let at: Scope | undefined = scope
  for (let depth = path.depth; depth > 0; depth--) at = at?.parent
  if (!at) return undefined
  if (first === undefined) return { value: at.self, rest: [] }
  const value = path.data
    ? findIn(at, (holder) => holder.data.get(first))
    : path.depth > 0 || /^(this\b|\.)/.test(path.text)
      ? ownValue(at, first)
      : // unlike in Handlebars, a name of the slide is in reach inside #each without ../
        findIn(at, (holder) => ownValue(holder, first))
  return value === undefined ? undefined : { value, rest }
}

/** A block parameter, or a value of what the block is about. Null is a value: that of an optional one that is absent. */
const ownValue = (scope: Scope, name: string): Value | undefined =>
  scope.names.has(name) ? scope.names.get(name) : member(scope.self, name)

function findIn(scope: Scope, find: (holder: Scope) => Value | undefined): Value | undefined {
  for (let holder: Scope | undefined = scope; holder; holder = holder.parent) {
    const value = find(holder)
    if (value !== undefined) return value
  }
  return undefined
}

/** Own values only: nothing of a prototype can be reached. */
export function member(value: Value, name: string): Value | undefined {
  if (value === unknownValue) return unknownValue
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined
  if (value.kind === 'list' && name === 'length') return value.items.length
  return value.kind === 'fields' ? value.fields.get(name) : undefined
}

export const isFields = (value: Value): value is Fields =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'fields'

/** Every name that could have been written at a spot. */
export function namesInReach(scope: Scope): readonly string[] {
  const names = new Set<string>()
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    for (const name of at.names.keys()) names.add(name)
    for (const name of at.data.keys()) names.add(`@${name}`)
    if (isFields(at.self)) for (const name of at.self.fields.keys()) names.add(name)
  }
  return [...names]
}

/** The block parameters that a partial sees, as if it stood where it is included. */
export function namesFor(scope: Scope): ReadonlyMap<string, Value> {
  return scope.parent ? new Map([...namesFor(scope.parent), ...scope.names]) : scope.names
}
