import MarkdownIt, { type Env, type MarkdownIt as Markdown, type Token } from 'markdown-it'
import { blockIndex, blockMark } from '../parse/slide.ts'
import { markPattern } from '../resolve/ink.ts'

/** A text of a slide as HTML whose values are still marks. Depends on the text alone, so it can be kept. */
export interface Flow {
  readonly groups: readonly FlowGroup[] // the first is the lead, without heading
  readonly runs: readonly FlowRun[]
  readonly links: readonly FlowLink[]
  readonly problems: readonly FlowProblem[]
}

export interface FlowGroup {
  readonly heading: string | undefined // HTML
  readonly items: readonly FlowItem[]
}

export type FlowItem =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'visual'; readonly index: number }

/** A piece of text as read: a paragraph, a list item, a cell. Lines count from 0. */
export interface FlowRun {
  readonly text: string
  readonly line: number
}

export interface FlowLink {
  readonly address: string
  readonly picture: boolean
  readonly line: number
}

export interface FlowProblem {
  readonly kind: 'html' | 'heading'
  readonly text: string
  readonly line: number
}

const tag = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/i

/** A mark inside an attribute has to become text, never an element: it moves to the next private-use plane. */
const toAttribute = (text: string): string =>
  text.replace(markPattern, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) + 0x10000))

/** Every rule of Markdown that is not as markdown-it has it stands here. */
function createMarkdown(): Markdown {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: false })
  markdown.validateLink = () => true // the renderer of texts judges addresses, and says where
  markdown.disable(['code', 'html_block', 'html_inline'])
  const { rules } = markdown.renderer
  rules['link_open'] = (tokens, index, options, _env, self) => {
    const token = tokens[index]
    if (/^https?:/i.test(String(token?.attrGet('href') ?? ''))) {
      token?.attrSet('target', '_blank')
      token?.attrSet('rel', 'noopener')
    }
    return self.renderToken(tokens, index, options)
  }
  rules['image'] = (tokens, index, options, env, self) => {
    const token = tokens[index]
    token?.attrSet('alt', toAttribute(self.renderInlineAsText(token.children ?? [], options, env)))
    token?.attrSet('loading', 'lazy')
    return self.renderToken(tokens, index, options)
  }
  return markdown
}

/** Reads Markdown; stateless, and so shared. */
const markdown = createMarkdown()

const fragmentLine = /^([ \t]*)\+(?=[ \t])/gm

/** Reads a text of several paragraphs. */
export function parseFlow(text: string): Flow {
  const fragments = new Set<number>()
  const source = text.replace(fragmentLine, (_, indent: string, offset: number) => {
    fragments.add(lineOfOffset(text, offset))
    return `${indent}-`
  })
  const env: Env = {}
  const tokens = markdown.parse(source, env)
  for (const token of tokens) prepare(token, fragments)
  return { groups: grouped(tokens, env), ...findings(tokens) }
}

/** Reads a text of one line, in which nothing but emphasis, code and links has a meaning. */
export function parseInlineFlow(text: string): Flow {
  const env: Env = {}
  const tokens = markdown.parseInline(text, env)
  for (const token of tokens) prepare(token, new Set())
  const html = markdown.renderer.render(tokens, markdown.options, env)
  return { groups: [{ heading: undefined, items: [{ kind: 'html', html }] }], ...findings(tokens) }
}

function lineOfOffset(text: string, offset: number): number {
  let line = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Settles attributes: no style (a strict policy blocks it), fragments, marks in titles; group headings are h3. */
function prepare(token: Token, fragments: ReadonlySet<number>): void {
  if (token.type === 'list_item_open' && token.map && fragments.has(token.map[0])) token.attrJoin('class', 'fragment')
  if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = `h${Number(token.tag.slice(1)) + 1}`
  const style = token.attrGet('style')
  if (style !== null) {
    const alignment = /text-align:(\w+)/.exec(String(style))?.[1] ?? 'left'
    token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style')
    token.attrJoin('class', `align-${alignment}`)
  }
  for (const attribute of token.attrs ?? []) attribute[1] = toAttribute(String(attribute[1]))
  for (const child of token.children ?? []) prepare(child, fragments)
}

function grouped(tokens: readonly Token[], env: Env): readonly FlowGroup[] {
  const groups: { heading: string | undefined; items: FlowItem[] }[] = [{ heading: undefined, items: [] }]
  let pending: Token[] = []
  const flush = (): void => {
    if (pending.length > 0)
      groups.at(-1)?.items.push({ kind: 'html', html: markdown.renderer.render(pending, markdown.options, env) })
    pending = []
  }
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    const inner = tokens[index + 1]
    if (!token) continue
    if (token.type === 'paragraph_open' && inner && blockMark.test(inner.content)) {
      flush()
      groups.at(-1)?.items.push({ kind: 'visual', index: blockIndex(inner.content) })
      index += 2
    } else if (token.type === 'heading_open' && token.tag === 'h3' && token.level === 0 && inner) {
      flush()
      groups.push({ heading: markdown.renderer.render([inner], markdown.options, env), items: [] })
      index += 2
    } else pending.push(token)
  }
  flush()
  return groups
}

function findings(tokens: readonly Token[]): Pick<Flow, 'runs' | 'links' | 'problems'> {
  const runs: FlowRun[] = []
  const links: FlowLink[] = []
  const problems: FlowProblem[] = []
  let line = 0
  for (const token of tokens) {
    if (token.map) line = token.map[0]
    if (token.type === 'heading_open' && token.tag === 'h2') problems.push({ kind: 'heading', text: '#', line })
    if (token.type !== 'inline' || blockMark.test(token.content)) continue
    const text = (token.children ?? []).map((child) => readable(child)).join('')
    if (text !== '') runs.push({ text, line })
    for (const child of token.children ?? []) {
      const found = child.type === 'text' ? tag.exec(child.content) : null
      if (found) problems.push({ kind: 'html', text: found[0], line })
      const address = child.attrGet(child.type === 'image' ? 'src' : 'href')
      if (address !== null) links.push({ address: String(address), picture: child.type === 'image', line })
    }
  }
  return { runs, links, problems }
}

function readable(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' '
  if (token.type === 'image') return (token.children ?? []).map(readable).join('')
  return token.type === 'text' || token.type === 'code_inline' || token.type === 'text_special' ? token.content : ''
}
