import Handlebars from 'handlebars'
import type { Reading } from '../../../model/diagnostic.ts'
import { once } from '../../../model/memory.ts'
import type { Place } from '../../../model/source-file.ts'
import { invalidPlaceholder, unsupportedSyntax } from '../../diagnostics/placeholders.ts'
import { type Origin, placeAt } from '../text-origin.ts'
import { orderArguments, writtenOrigin } from './argument-order.ts'
import { deepestLevel, deepPlace, parseErrorPlace } from './template-error.ts'

/** A value asked for: a path, a literal, or a helper with its arguments. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly place: Place }
  | {
      readonly kind: 'path'
      readonly text: string // as written, e.g. "../slide.number"
      readonly parts: readonly string[]
      readonly depth: number
      readonly data: boolean // "@index"
      readonly place: Place
    }
  | {
      readonly kind: 'call'
      readonly name: string
      readonly parameters: readonly Expression[]
      readonly options: readonly Option[]
      readonly place: Place
      readonly namePlace: Place
    }

export interface Option {
  readonly key: string
  readonly value: Expression
  readonly place: Place
}

/** A node of a template, in our own strict terms: what is not here is not supported. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string; readonly place: Place; readonly words?: string } // between tags, of a layout
  | { readonly kind: 'plain'; readonly text: string; readonly place: Place } // of a slide: [[3G]]
  | {
      readonly kind: 'print'
      readonly value: Expression
      readonly raw: boolean
      readonly place: Place
      readonly inTag?: boolean
    }
  | {
      readonly kind: 'if'
      readonly condition: Expression
      readonly negated: boolean
      readonly body: readonly TemplateNode[]
      readonly otherwise: readonly TemplateNode[]
    }
  | {
      readonly kind: 'each' | 'with'
      readonly value: Expression
      readonly names: readonly string[] // block parameters
      readonly body: readonly TemplateNode[]
      readonly otherwise: readonly TemplateNode[]
    }
  | {
      readonly kind: 'partial'
      readonly name: string
      readonly context: Expression | undefined
      readonly options: readonly Option[]
      readonly place: Place
    }

/** Thrown while converting: only the first unsupported spot of a template is reported. */
class UnsupportedError extends Error {
  readonly place: Place
  constructor(what: string, place: Place) {
    super(what)
    this.place = place
  }
}

/** Reads Handlebars text into nodes with places in their file; undefined when it is not valid. */
export function parseTemplate(text: string, origin: Origin): Reading<readonly TemplateNode[] | undefined> {
  if (!text.includes('{{')) {
    return { value: text === '' ? [] : [{ kind: 'text', text, place: placeAt(origin, 1, 0) }], diagnostics: [] }
  }
  const deep = deepPlace(text)
  if (deep) {
    const place = placeAt(origin, deep.line, deep.column, deep.length)
    return { value: undefined, diagnostics: [unsupportedSyntax(`nesting of more than ${deepestLevel} levels`, place)] }
  }
  try {
    const ordered = isSimple(text) ? undefined : orderArguments(text)
    const nodes = ordered
      ? convertBody(Handlebars.parse(ordered.text), writtenOrigin(text, ordered, origin))
      : convertSimple(text, origin)
    return { value: nodes, diagnostics: [] }
  } catch (error) {
    if (error instanceof UnsupportedError)
      return { value: undefined, diagnostics: [unsupportedSyntax(error.message, error.place)] }
    const found = parseErrorPlace(error, text)
    const place = placeAt(origin, found.line, found.column, found.length)
    return { value: undefined, diagnostics: [invalidPlaceholder(found.near, place)] }
  }
}

/** A value or a call in one line, which means the same wherever it stands. */
const simplePlaceholder = /\{\{[\w.]+(?=[ }])[^{}\n]*(?<!~)\}\}/g

/** Whether a text is words and simple placeholders: no block, comment, partial, escape or control of white space. */
function isSimple(text: string): boolean {
  if (/\{\{(?:\{|else\b|[^\w.])|\}\}\}|\\\{\{|[\r\0]/.test(text)) return false
  return !/\{\{|\}\}/.test(text.replace(simplePlaceholder, ''))
}

/** The same placeholder stands in many texts, and reading one takes as long as all else that is made of a text. */
const readPlaceholder = once((text: string) => {
  const ordered = orderArguments(text)
  return { ordered, program: Handlebars.parse(ordered.text) }
})

/** As `convertBody` of the whole text. */
function convertSimple(text: string, origin: Origin): TemplateNode[] {
  const nodes: TemplateNode[] = []
  let [line, lineStart] = [1, 0]
  let read = 0
  const readTo = (end: number): void => {
    const words = text.slice(read, end)
    if (words !== '') nodes.push({ kind: 'text', text: words, place: placeAt(origin, line, read - lineStart) })
    for (let at = text.indexOf('\n', read); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
      line++
      lineStart = at + 1
    }
    read = end
  }
  for (const { 0: written, index } of text.matchAll(simplePlaceholder)) {
    readTo(index)
    const { ordered, program } = readPlaceholder(written)
    const { path, line: row, column } = placeAt(origin, line, index - lineStart)
    nodes.push(...convertBody(program, writtenOrigin(written, ordered, { path, line: row, column })))
    read = index + written.length
  }
  readTo(text.length)
  return nodes
}

function placeOf({ loc: { start, end } }: hbs.AST.Node, origin: Origin): Place {
  const length = start.line === end.line ? Math.max(1, end.column - start.column) : undefined
  return placeAt(origin, start.line, start.column, length)
}

function convertBody(program: hbs.AST.Program | undefined, origin: Origin): TemplateNode[] {
  return (program?.body ?? []).flatMap((statement) => convertStatement(statement, origin))
}

function convertStatement(statement: hbs.AST.Statement, origin: Origin): TemplateNode[] {
  switch (statement.type) {
    case 'CommentStatement':
      return []
    case 'ContentStatement':
      return convertText(statement as hbs.AST.ContentStatement, origin)
    case 'MustacheStatement':
      return [convertMustache(statement as hbs.AST.MustacheStatement, origin)]
    case 'BlockStatement':
      return [convertBlock(statement as hbs.AST.BlockStatement, origin)]
    case 'PartialStatement':
      return [convertPartial(statement as hbs.AST.PartialStatement, origin)]
    default:
      throw new UnsupportedError(statement.type.replace(/Statement$/, '').toLowerCase(), placeOf(statement, origin))
  }
}

/** Text after whitespace control; its place is that of its first character which is left. */
function convertText(content: hbs.AST.ContentStatement & { value: string }, origin: Origin): TemplateNode[] {
  if (content.value === '') return []
  const original = content.original.toString()
  const cut = original.slice(0, Math.max(0, original.indexOf(content.value)))
  const lines = cut.split('\n')
  const { line, column } = content.loc.start
  const start = lines.length === 1 ? column + cut.length : (lines.at(-1)?.length ?? 0)
  return [{ kind: 'text', text: content.value, place: placeAt(origin, line + lines.length - 1, start) }]
}

const pathText = (node: hbs.AST.Expression): string =>
  node.type === 'PathExpression' ? (node as hbs.AST.PathExpression).original : ''

function convertMustache(statement: hbs.AST.MustacheStatement & { escaped?: boolean }, origin: Origin): TemplateNode {
  const hasArguments = statement.params.length > 0 || statement.hash !== undefined
  const value = hasArguments ? convertCall(statement, origin) : convertExpression(statement.path, origin)
  return { kind: 'print', value, raw: statement.escaped === false, place: placeOf(statement, origin) }
}

function convertBlock(block: hbs.AST.BlockStatement, origin: Origin): TemplateNode {
  const name = pathText(block.path)
  const place = placeOf(block.path, origin)
  const [first, ...rest] = block.params
  // {{^x}}…{{/x}} has no program of its own; {{#x}} of a value has no arguments
  if (!block.program || !first || rest.length > 0 || !['if', 'unless', 'each', 'with'].includes(name))
    throw new UnsupportedError(`{{#${name}}}`, place)
  const value = convertExpression(first, origin)
  const body = convertBody(block.program, origin)
  const otherwise = convertBody(block.inverse, origin)
  if (name === 'if' || name === 'unless')
    return { kind: 'if', condition: value, negated: name === 'unless', body, otherwise }
  return { kind: name === 'each' ? 'each' : 'with', value, names: block.program.blockParams ?? [], body, otherwise }
}

function convertPartial(statement: hbs.AST.PartialStatement, origin: Origin): TemplateNode {
  const place = placeOf(statement.name, origin)
  if (statement.name.type !== 'PathExpression') throw new UnsupportedError('a computed partial name', place)
  const [context] = statement.params
  return {
    kind: 'partial',
    name: pathText(statement.name),
    context: context ? convertExpression(context, origin) : undefined,
    options: convertOptions(statement.hash, origin),
    place,
  }
}

function convertOptions(hash: hbs.AST.Hash | undefined, origin: Origin): Option[] {
  return (hash?.pairs ?? []).map((pair) => ({
    key: pair.key,
    value: convertExpression(pair.value, origin),
    place: placeAt(origin, pair.loc.start.line, pair.loc.start.column, pair.key.length),
  }))
}

function convertCall(node: hbs.AST.SubExpression | hbs.AST.MustacheStatement, origin: Origin): Expression {
  if (pathText(node.path) === '') throw new UnsupportedError('a computed helper name', placeOf(node, origin))
  return {
    kind: 'call',
    name: pathText(node.path),
    parameters: node.params.map((parameter) => convertExpression(parameter, origin)),
    options: convertOptions(node.hash, origin),
    place: placeOf(node, origin),
    namePlace: placeOf(node.path, origin),
  }
}

function convertExpression(node: hbs.AST.Expression, origin: Origin): Expression {
  const place = placeOf(node, origin)
  switch (node.type) {
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return { kind: 'literal', value: (node as hbs.AST.StringLiteral).value, place }
    case 'NullLiteral':
    case 'UndefinedLiteral':
      return { kind: 'literal', value: null, place }
    case 'SubExpression':
      return convertCall(node as hbs.AST.SubExpression, origin)
    case 'PathExpression': {
      const path = node as hbs.AST.PathExpression
      return { kind: 'path', text: path.original, parts: path.parts, depth: path.depth, data: path.data, place }
    }
    default:
      throw new UnsupportedError(node.type, place)
  }
}
