import type { Html } from '../../../format/html.ts'
import type { Inline } from '../../../model/content.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Printed } from '../../../model/fact-book.ts'

/** What an author says of a number's colour: that of falls, or that of all numbers. */
export type Tone = 'fall' | 'plain'

/** A number, a period or marked text: something that must stay whole until it is HTML. */
export type InlineValue =
  | { readonly kind: 'figure'; readonly fact: Fact; readonly printed: Printed; readonly tone?: Tone | undefined }
  | { readonly kind: 'period'; readonly period: string; readonly text: string }
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string } // from data: a label, a field, a cell

/** What a path or a helper of a template yields. Nothing with a prototype is reachable from a template. */
export type Value = string | number | boolean | null | Html | InlineValue | Written | List | Fields | UnknownValue

/** A number that is printed already: its run, with the key of its use. */
export interface Written {
  readonly kind: 'written'
  readonly run: Inline
}

export interface List {
  readonly kind: 'list'
  readonly items: readonly Value[]
  /** Stands for an item when there is none, so that the body can be checked. */
  readonly sample: Value
}

export interface Fields {
  readonly kind: 'fields'
  readonly fields: ReadonlyMap<string, Value>
  /** What the whole prints as, where it can be printed. */
  readonly html?: string
}

/** Only while a template is checked: a value of which nothing is known yet. */
export interface UnknownValue {
  readonly kind: 'open'
}

export const unknownValue: UnknownValue = { kind: 'open' }

export const list = (items: readonly Value[], sample: Value): List => ({ kind: 'list', items, sample })

export const fields = (entries: Readonly<Record<string, Value>>, html?: string): Fields => ({
  kind: 'fields',
  fields: new Map(Object.entries(entries)),
  ...(html === undefined ? {} : { html }),
})

/** As #if sees it: nothing, false, empty text and empty lists are no. Zero is a number, and so something. */
export function isTruthy(value: Value): boolean {
  if (value === null || value === false || value === '') return false
  if (typeof value !== 'object') return true
  if ('kind' in value) return value.kind !== 'list' || value.items.length > 0
  return value.html !== ''
}
