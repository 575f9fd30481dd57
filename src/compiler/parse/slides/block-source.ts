import type { ChartSpec } from '../../../charts/base/keys.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { Place } from '../../../model/source-file.ts'
import { missingBlock } from '../../diagnostics/blocks.ts'
import { checkYaml } from '../check-yaml.ts'
import type { KeyPath } from '../yaml.ts'
import { parseSpec, type SpecDocument } from './block-spec.ts'
import { checkChart } from './chart-spec.ts'
import type { Block } from './slide-source.ts'
import {
  type FigureTableSpec,
  figureTableSpec,
  type PlainTableSpec,
  plainTableSpec,
  type TilesSpec,
  tilesSpec,
} from './table-spec.ts'
import { parseText, type TextSource } from './text.ts'

/** What a block asks for, once its YAML is as it should be. */
export type BlockSpec =
  | { readonly kind: 'chart'; readonly spec: ChartSpec }
  | { readonly kind: 'figure-table'; readonly spec: FigureTableSpec }
  | { readonly kind: 'plain-table'; readonly spec: PlainTableSpec }
  | { readonly kind: 'tiles'; readonly spec: TilesSpec }

/** A chart, table or tiles block of a slide, read and not looked up. */
export interface ParsedBlock {
  readonly id: string // "revenues-chart-1"
  readonly place: Place // of its first line
  readonly document: SpecDocument
  readonly spec: BlockSpec
  /** Texts with placeholders or marked text, by the path of their value. */
  readonly texts: ReadonlyMap<string, TextSource>
}

export interface BlockReading {
  readonly kind: Block['kind']
  /** Undefined once a mistake is reported. */
  readonly block: ParsedBlock | undefined
  readonly diagnostics: readonly Diagnostic[]
}

export const pathKey = (path: KeyPath): string => path.join('\n')

/** Reads the YAML of a block and the placeholders of its texts. */
export function parseBlock({ kind, yaml, place }: Block, id: string): BlockReading {
  if (yaml.text.trim() === '') return { kind, block: undefined, diagnostics: [missingBlock(kind, place)] }
  const { document, diagnostics } = parseSpec(yaml)
  if (!document) return { kind, block: undefined, diagnostics }
  if (document.value === null)
    return { kind, block: undefined, diagnostics: [...diagnostics, missingBlock(kind, place)] }
  const checked = checkBlock(kind, document)
  if (!checked.ok) return { kind, block: undefined, diagnostics: [...diagnostics, ...checked.diagnostics] }
  const texts = new Map<string, TextSource>()
  const found = textsOf(document.value, []).flatMap(({ text, path }) => {
    const reading = parseText(text, document.originOf(path), 'plain')
    texts.set(pathKey(path), reading.source)
    return reading.diagnostics
  })
  return { kind, block: { id, place, document, spec: checked.value, texts }, diagnostics: [...diagnostics, ...found] }
}

type Checked =
  | { readonly ok: true; readonly value: BlockSpec }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

function checkBlock(kind: Block['kind'], document: SpecDocument): Checked {
  if (kind === 'chart') {
    const checked = checkChart(document)
    return checked.ok ? { ok: true, value: { kind, spec: checked.value } } : checked
  }
  if (kind === 'tiles') {
    const checked = checkYaml(document, tilesSpec)
    return checked.ok ? { ok: true, value: { kind, spec: checked.value } } : checked
  }
  const { value } = document
  if (typeof value === 'object' && value !== null && 'table' in value) {
    const checked = checkYaml(document, plainTableSpec)
    return checked.ok ? { ok: true, value: { kind: 'plain-table', spec: checked.value } } : checked
  }
  const checked = checkYaml(document, figureTableSpec)
  return checked.ok ? { ok: true, value: { kind: 'figure-table', spec: checked.value } } : checked
}

/** Every text of a YAML value that is not simply what it says. */
function textsOf(value: unknown, path: KeyPath): readonly { readonly text: string; readonly path: KeyPath }[] {
  if (typeof value === 'string') return value.includes('{{') || value.includes('[[') ? [{ text: value, path }] : []
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, [...path, key]))
}
