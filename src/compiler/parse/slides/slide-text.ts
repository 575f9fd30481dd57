import type { Reading } from '../../../model/diagnostic.ts'
import { parseTemplate, type TemplateNode } from '../templates/template.ts'
import type { Origin } from '../text-origin.ts'
import { type Flow, parseFlow, parseInlineFlow } from './markdown.ts'
import { type MarkedText, markedWriter } from './value-marks.ts'

/** How a text is to be understood: as it stands, as one line of Markdown, or as Markdown of several paragraphs. */
type TextKind = 'plain' | 'line' | 'flow'

/** A text of a slide with its placeholders read and not yet filled. */
export interface TextSource {
  readonly kind: TextKind
  readonly origin: Origin
  readonly nodes: readonly TemplateNode[]
  /** The text as Markdown; undefined where its structure depends on values ({{#if}}, {{#each}}). */
  readonly read: ReadText | undefined
}

/** Markdown whose values are marks. */
export interface ReadText {
  readonly marked: MarkedText
  readonly flow: Flow
}

/** Reads a text; one whose placeholders are not valid Handlebars is empty. */
export function parseText(text: string, origin: Origin, kind: TextKind): Reading<TextSource> {
  const { value: template, diagnostics } = parseTemplate(text, origin)
  if (!template) return { value: { kind, origin, nodes: [], read: undefined }, diagnostics }
  const nodes = template.flatMap(withPlainParts)
  const read = kind === 'plain' ? undefined : readFixed(nodes, origin, kind)
  return { value: { kind, origin, nodes, read }, diagnostics }
}

/** Reads a text whose values stand where the marks are. */
export const readMarked = (marked: MarkedText, kind: Exclude<TextKind, 'plain'>): ReadText => ({
  marked,
  flow: kind === 'flow' ? parseFlow(marked.text) : parseInlineFlow(marked.text),
})

function readFixed(
  nodes: readonly TemplateNode[],
  origin: Origin,
  kind: Exclude<TextKind, 'plain'>,
): ReadText | undefined {
  const writer = markedWriter(origin)
  for (const node of nodes) {
    if (node.kind === 'text') writer.text(node.text, node.place)
    else if (node.kind === 'print' || node.kind === 'plain') writer.value(node.place)
    else return undefined
  }
  return readMarked(writer.done(), kind)
}

const plainBrackets = /\[\[([^[\]\n]+)\]\]/g

/** [[3G]] is text that means no figure: a node of its own. */
function withPlainParts(node: TemplateNode): readonly TemplateNode[] {
  switch (node.kind) {
    case 'text':
      return node.text.includes('[[') ? splitText(node) : [node]
    case 'if':
    case 'each':
    case 'with':
      return [{ ...node, body: node.body.flatMap(withPlainParts), otherwise: node.otherwise.flatMap(withPlainParts) }]
    default:
      return [node]
  }
}

function splitText({ text, place }: Extract<TemplateNode, { readonly kind: 'text' }>): readonly TemplateNode[] {
  const nodes: TemplateNode[] = []
  const placeOf = (offset: number): typeof place => {
    const before = text.slice(0, offset)
    const lines = before.split('\n').length - 1
    return lines === 0
      ? { ...place, column: place.column + offset }
      : { ...place, line: place.line + lines, column: offset - before.lastIndexOf('\n') }
  }
  const add = (from: number, to: number): void => {
    if (to > from) nodes.push({ kind: 'text', text: text.slice(from, to), place: placeOf(from) })
  }
  let from = 0
  for (const match of text.matchAll(plainBrackets)) {
    add(from, match.index)
    nodes.push({ kind: 'plain', text: match[1] ?? '', place: placeOf(match.index) })
    from = match.index + match[0].length
  }
  add(from, text.length)
  return nodes
}
