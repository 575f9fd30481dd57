import type { Token } from 'markdown-it'
import type { Block, GridCell, Link, ListItem, RunStyle } from '../../../model/content.ts'
import { createMarkdown, type FlowProblem, problemsOf } from './markdown-syntax.ts'

/** A run of text as Markdown defines it; values in it are still marks. */
export type MarkedRun = RunStyle &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'picture'; readonly address: string; readonly alt: string; readonly title?: string }
    | { readonly kind: 'break'; readonly hard: boolean }
  )

/** A paragraph, a list item, a cell. Lines count from 0. */
export interface MarkedLine {
  readonly runs: readonly MarkedRun[]
  readonly line: number
}

/** A text of a slide as blocks; a visual's id is its number among the blocks of the slide. */
export interface Flow {
  readonly blocks: readonly Block<MarkedLine>[]
  readonly problems: readonly FlowProblem[]
}

/** The line that stands for a block in the body: a private-use character, U+E000 for the first. */
const blockMark = /^[\uE000-\uE0FF]$/
const isMark = (text: string): boolean => blockMark.test(text)
const blockIndex = (mark: string): number => mark.charCodeAt(0) - 0xe000

/** Stateless, and so shared. */
const markdown = createMarkdown()

const fragmentLine = /^([ \t]*)\+(?=[ \t])/gm

/** Reads a text of several paragraphs. */
export function parseFlow(text: string): Flow {
  const steps = new Set<number>()
  const source = text.replace(fragmentLine, (_, indent: string, offset: number) => {
    steps.add(lineOfOffset(text, offset))
    return `${indent}-`
  })
  const tokens = markdown.parse(source, {})
  const reader: TokenReader = { tokens, steps, at: 0 }
  return { blocks: readBlocks(reader, undefined), problems: problemsOf(source, tokens, isMark) }
}

/** Reads a text of one line, in which only emphasis, code and links have a meaning. */
export function parseInlineFlow(text: string): Flow {
  const tokens = markdown.parseInline(text, {})
  const runs = tokens.flatMap((token) => runsOf(token.children ?? []))
  return { blocks: [{ kind: 'paragraph', runs, line: 0 }], problems: problemsOf(text, tokens, isMark) }
}

function lineOfOffset(text: string, offset: number): number {
  let line = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Goes through the flat list of tokens. */
interface TokenReader {
  readonly tokens: readonly Token[]
  /** Lines of list items that are shown one by one. */
  readonly steps: ReadonlySet<number>
  at: number
}

/** The blocks up to the token that closes what they stand in; undefined: up to the end. */
function readBlocks(reader: TokenReader, end: string | undefined): readonly Block<MarkedLine>[] {
  const blocks: Block<MarkedLine>[] = []
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at++]
    if (!token || token.type === end) break
    const block = readBlock(token, reader)
    if (block) blocks.push(block)
  }
  return blocks
}

function readBlock(token: Token, reader: TokenReader): Block<MarkedLine> | undefined {
  switch (token.type) {
    case 'paragraph_open': {
      const line = readLine(token, reader)
      const [only] = line.runs
      const isVisual = line.runs.length === 1 && only?.kind === 'text' && isMark(only.text)
      return isVisual ? { kind: 'visual', id: String(blockIndex(only.text)) } : { kind: 'paragraph', ...line }
    }
    case 'heading_open':
      return { kind: 'heading', level: Number(token.tag.slice(1)), ...readLine(token, reader) }
    case 'bullet_list_open':
    case 'ordered_list_open':
      return readList(token, reader)
    case 'blockquote_open':
      return { kind: 'quote', blocks: readBlocks(reader, 'blockquote_close') }
    case 'table_open':
      return readGrid(token, reader)
    case 'fence':
      return { kind: 'code', runs: [{ kind: 'text', text: token.content }], line: token.map?.[0] ?? 0 }
    case 'hr':
      return { kind: 'rule' }
    default:
      return undefined
  }
}

/** The inline content between an opening token, which has been read, and its closing one. */
function readLine(open: Token, reader: TokenReader): MarkedLine {
  const inner = reader.tokens[reader.at]
  reader.at += 2
  return { runs: runsOf(inner?.children ?? []), line: inner?.map?.[0] ?? open.map?.[0] ?? 0 }
}

function readList(open: Token, reader: TokenReader): Block<MarkedLine> {
  const ordered = open.type === 'ordered_list_open'
  const items: ListItem<MarkedLine>[] = []
  const first = reader.at
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at++]
    if (!token || token.type === (ordered ? 'ordered_list_close' : 'bullet_list_close')) break
    if (token.type !== 'list_item_open') continue
    const step = token.map !== null && reader.steps.has(token.map[0])
    items.push({ step, blocks: readBlocks(reader, 'list_item_close') })
  }
  const tight = reader.tokens
    .slice(first, reader.at)
    .some(({ type, hidden, level }) => type === 'paragraph_open' && hidden && level === open.level + 2)
  const start = Number(open.attrGet('start') ?? 1)
  return { kind: 'list', ordered, ...(start === 1 ? {} : { start }), tight, items }
}

function readGrid(open: Token, reader: TokenReader): Block<MarkedLine> {
  const rows: GridCell<MarkedLine>[][] = []
  let line = open.map?.[0] ?? 0
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at++]
    if (!token || token.type === 'table_close') break
    if (token.type === 'tbody_open') line = token.map?.[0] ?? line
    if (token.type === 'tr_open') rows.push([])
    if (token.type === 'tr_close') line++ // each row is a line of the text
    if (token.type !== 'th_open' && token.type !== 'td_open') continue
    const align = /text-align:(left|center|right)/.exec(String(token.attrGet('style') ?? ''))?.[1]
    const cell = { ...readLine(token, reader), line }
    rows.at(-1)?.push(align === 'left' || align === 'center' || align === 'right' ? { ...cell, align } : cell)
  }
  const [head = [], ...body] = rows
  return { kind: 'grid', head, rows: body }
}

/** A style that is open at some point of a line. */
interface OpenStyle {
  readonly type: string // of the closing token
  readonly style: RunStyle
}

const styles: Readonly<Record<string, RunStyle>> = {
  strong: { strong: true },
  em: { emphasis: true },
  s: { strike: true },
}

function linkOf(token: Token): Link {
  const title = token.attrGet('title')
  return { address: String(token.attrGet('href') ?? ''), ...(title === null ? {} : { title: String(title) }) }
}

/** The runs of a line: styles that enclose each other become the styles of each run. */
function runsOf(tokens: readonly Token[]): readonly MarkedRun[] {
  const runs: MarkedRun[] = []
  const open: OpenStyle[] = []
  for (const token of tokens) {
    const [, name = '', side] = /^(strong|em|s|link)_(open|close)$/.exec(token.type) ?? []
    if (side === 'close') open.pop()
    else if (side === 'open')
      open.push({ type: `${name}_close`, style: name === 'link' ? { link: linkOf(token) } : (styles[name] ?? {}) })
    else {
      const run = runOf(token)
      if (run) runs.push({ ...Object.assign({}, ...open.map(({ style }) => style)), ...run })
    }
  }
  return runs
}

function runOf(token: Token): MarkedRun | undefined {
  switch (token.type) {
    case 'softbreak':
      return { kind: 'break', hard: false }
    case 'hardbreak':
      return { kind: 'break', hard: true }
    case 'code_inline':
      return { kind: 'text', text: token.content, code: true }
    case 'image': {
      const title = token.attrGet('title')
      return {
        kind: 'picture',
        address: String(token.attrGet('src') ?? ''),
        alt: readable(token.children ?? []),
        ...(title === null ? {} : { title: String(title) }),
      }
    }
    default:
      return token.content === '' ? undefined : { kind: 'text', text: token.content }
  }
}

/** A picture's alternative text: words without styling. */
const readable = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      token.type === 'image'
        ? readable(token.children ?? [])
        : token.type === 'softbreak' || token.type === 'hardbreak'
          ? ' '
          : token.content,
    )
    .join('')
