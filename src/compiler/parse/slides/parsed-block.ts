import type { ChartSpec } from '../../../charts/base/keys.ts'
import type { Reading } from '../../../model/diagnostic.ts'
import type { Place } from '../../../model/source-file.ts'
import { unsupportedEmphasis } from '../../diagnostics/markdown.ts'
import { missingBlock } from '../../diagnostics/visuals.ts'
import { checkYaml } from '../check-yaml.ts'
import type { KeyPath } from '../yaml.ts'
import { checkChart } from './chart-spec.ts'
import type { FencedBlock } from './slide-source.ts'
import { parseText, type TextSource } from './slide-text.ts'
import { parseSpec, type SpecDocument } from './spec-document.ts'
import {
  type FigureTableSpec,
  figureTableSpec,
  type GuidanceTableSpec,
  guidanceTableSpec,
  type PlainTableSpec,
  plainTableSpec,
  type ReconciliationTableSpec,
  reconciliationTableSpec,
  type TilesSpec,
  tilesSpec,
} from './table-spec.ts'

/** What a block asks for, once its YAML is valid. */
type BlockSpec =
  | { readonly kind: 'chart'; readonly spec: ChartSpec }
  | { readonly kind: 'figure-table'; readonly spec: FigureTableSpec }
  | { readonly kind: 'guidance-table'; readonly spec: GuidanceTableSpec }
  | { readonly kind: 'reconciliation-table'; readonly spec: ReconciliationTableSpec }
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

export const pathKey = (path: KeyPath): string => path.join('\n')

/** Reads the YAML of a block and the placeholders of its texts. */
export function parseBlock({ kind, yaml, place }: FencedBlock, id: string): Reading<ParsedBlock | undefined> {
  if (yaml.text.trim() === '') return { value: undefined, diagnostics: [missingBlock(kind, place)] }
  const { value: document, diagnostics } = parseSpec(yaml)
  if (!document) return { value: undefined, diagnostics }
  if (document.value === null) return { value: undefined, diagnostics: [...diagnostics, missingBlock(kind, place)] }
  const checked = checkBlock(kind, document)
  if (!checked.value) return { value: undefined, diagnostics: [...diagnostics, ...checked.diagnostics] }
  const texts = new Map<string, TextSource>()
  const found = textsOf(document.value, []).flatMap(({ text, path }) => {
    const reading = parseText(text, document.originOf(path), 'plain')
    texts.set(pathKey(path), reading.value)
    return reading.diagnostics
  })
  const marked = stringsOf(document.value, []).flatMap(({ text, path }) => {
    const [sign] = /\*\*/.exec(text) ?? []
    return sign === undefined ? [] : [unsupportedEmphasis(sign, document.placeOf(path))]
  })
  return {
    value: { id, place, document, spec: checked.value, texts },
    diagnostics: [...diagnostics, ...found, ...marked],
  }
}

function checkBlock(kind: FencedBlock['kind'], document: SpecDocument): Reading<BlockSpec | undefined> {
  if (kind === 'chart') {
    const { value: spec, diagnostics } = checkChart(document)
    return { value: spec && { kind, spec }, diagnostics }
  }
  if (kind === 'tiles') {
    const { value: spec, diagnostics } = checkYaml(document, tilesSpec)
    return { value: spec && { kind, spec }, diagnostics }
  }
  return checkTable(document)
}

/** What a table is made of is said by one of its keys. */
function checkTable(document: SpecDocument): Reading<BlockSpec | undefined> {
  const { value } = document
  const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value
  if (has('table')) {
    const { value: spec, diagnostics } = checkYaml(document, plainTableSpec)
    return { value: spec && { kind: 'plain-table', spec }, diagnostics }
  }
  if (has('guidance')) {
    const { value: spec, diagnostics } = checkYaml(document, guidanceTableSpec)
    return { value: spec && { kind: 'guidance-table', spec }, diagnostics }
  }
  if (has('reconciliation')) {
    const { value: spec, diagnostics } = checkYaml(document, reconciliationTableSpec)
    return { value: spec && { kind: 'reconciliation-table', spec }, diagnostics }
  }
  const { value: spec, diagnostics } = checkYaml(document, figureTableSpec)
  return { value: spec && { kind: 'figure-table', spec }, diagnostics }
}

interface TextAt {
  readonly text: string
  readonly path: KeyPath
}

/** Every text of a YAML value that holds a placeholder or marked text. */
const textsOf = (value: unknown, path: KeyPath): readonly TextAt[] =>
  stringsOf(value, path).filter(({ text }) => text.includes('{{') || text.includes('[['))

function stringsOf(value: unknown, path: KeyPath): readonly TextAt[] {
  if (typeof value === 'string') return [{ text: value, path }]
  if (Array.isArray(value)) return value.flatMap((item, index) => stringsOf(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => stringsOf(item, [...path, key]))
}
