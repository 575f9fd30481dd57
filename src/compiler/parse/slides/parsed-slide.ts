import type { Diagnostic, Reading } from '../../../model/diagnostic.ts'
import type { KeyPath } from '../yaml.ts'
import { type ParsedBlock, parseBlock } from './parsed-block.ts'
import { parseSlideSource, type SlideSource } from './slide-source.ts'
import { parseText, type TextSource } from './slide-text.ts'

/** A value of the front matter's `fields` as read. */
export type FieldSource =
  | { readonly kind: 'text'; readonly text: TextSource }
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly FieldSource[] }
  | { readonly kind: 'map'; readonly entries: Readonly<Record<string, FieldSource>> }

/** A slide with every text, placeholder and block read: what can be known of it without the data. */
export interface ParsedSlide {
  readonly source: SlideSource
  readonly title: TextSource | undefined
  readonly subtitle: TextSource | undefined
  readonly takeaway: TextSource | undefined
  readonly fields: Readonly<Record<string, FieldSource>>
  readonly body: TextSource
  readonly blocks: readonly (ParsedBlock | undefined)[] // undefined: one with a mistake
  readonly notes: TextSource | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads one file of slides/; undefined when it cannot be read as a slide. */
export function parseSlide(path: string, text: string): Reading<ParsedSlide | undefined> {
  const { value: source, diagnostics } = parseSlideSource(path, text)
  if (!source) return { value: undefined, diagnostics }
  const found: Diagnostic[] = []
  const read = <T>(reading: Reading<T>): T => {
    found.push(...reading.diagnostics)
    return reading.value
  }
  const { front, document } = source
  const line = (words: string | undefined, at: KeyPath): TextSource | undefined =>
    words === undefined ? undefined : read(parseText(words, document.originOf(at), 'line'))
  const field = (value: unknown, at: KeyPath): FieldSource => {
    if (typeof value === 'string') return { kind: 'text', text: read(parseText(value, document.originOf(at), 'line')) }
    if (Array.isArray(value)) return { kind: 'list', items: value.map((item, index) => field(item, [...at, index])) }
    if (typeof value === 'object' && value !== null)
      return {
        kind: 'map',
        entries: Object.fromEntries(Object.entries(value).map(([key, item]) => [key, field(item, [...at, key])])),
      }
    return { kind: 'value', value: typeof value === 'number' || typeof value === 'boolean' ? value : null }
  }
  const title = line(front.title, ['title'])
  const subtitle = line(front.subtitle, ['subtitle'])
  const takeaway = line(front.takeaway, ['takeaway'])
  const fields = Object.fromEntries(
    Object.entries(front.fields ?? {}).map(([key, value]) => [key, field(value, ['fields', key])]),
  )
  const body = read(parseText(source.body.text, source.body.origin, 'flow'))
  const blocks = read(readBlocks(source))
  const notes = source.notes && read(parseText(source.notes.text, source.notes.origin, 'flow'))
  return {
    value: { source, title, subtitle, takeaway, fields, body, blocks, notes, diagnostics: found },
    diagnostics: [...diagnostics, ...found],
  }
}

/** The blocks in order, each with its id: the first chart of revenues is "revenues-chart-1". */
function readBlocks({ id, blocks }: SlideSource): Reading<readonly (ParsedBlock | undefined)[]> {
  const counts = new Map<string, number>()
  const readings = blocks.map((block) => {
    const count = (counts.get(block.kind) ?? 0) + 1
    counts.set(block.kind, count)
    return parseBlock(block, `${id}-${block.kind}-${count}`)
  })
  return {
    value: readings.map(({ value }) => value),
    diagnostics: readings.flatMap(({ diagnostics }) => diagnostics),
  }
}
