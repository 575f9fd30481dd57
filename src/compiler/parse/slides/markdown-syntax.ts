import MarkdownIt, { type MarkdownIt as Markdown, type StateCore, type Token } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { forbiddenCharacters, isForbidden } from '../characters.ts'
import { markInAddress } from './value-marks.ts'

/** What Markdown may not hold here. */
export type FlowProblem = { readonly text: string; readonly line: number } & (
  | { readonly kind: 'html' | 'heading' | 'emphasis' | 'number' }
  | { readonly kind: 'character'; readonly code: number }
)

const tag = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/i

/** Where our Markdown differs from markdown-it's defaults. */
export function createMarkdown(): Markdown {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: false })
  markdown.use(cjkFriendly) // CommonMark wants a space between "**" and a letter where a bracket stands inside
  markdown.validateLink = () => true // resolve checks addresses, and reports their place
  markdown.disable(['code', 'html_block', 'html_inline'])
  // before escaped signs ("\*\*") become like any other text
  markdown.core.ruler.before('text_join', 'leftovers', noteLeftovers)
  return markdown
}

/** The signs of emphasis that are left in some inline tokens because they enclose nothing. */
function leftovers(tokens: readonly Token[], first: number): readonly FlowProblem[] {
  let line = first
  return tokens.flatMap((token): readonly FlowProblem[] => {
    if (token.type === 'softbreak' || token.type === 'hardbreak') line++
    if (token.type === 'image') return leftovers(token.children ?? [], line)
    const [text] = (token.type === 'text' && /\*\*|__/.exec(token.content)) || []
    return text === undefined ? [] : [{ kind: 'emphasis', text, line }]
  })
}

function noteLeftovers({ tokens }: StateCore): void {
  for (const token of tokens)
    if (token.type === 'inline') token.meta = { leftovers: leftovers(token.children ?? [], token.map?.[0] ?? 0) }
}

const isProblems = (noted: unknown): noted is readonly FlowProblem[] => Array.isArray(noted)

/** What is wrong with a text that has been read; `isMark` says which paragraphs are marks of blocks. */
export function problemsOf(
  source: string,
  tokens: readonly Token[],
  isMark: (text: string) => boolean,
): readonly FlowProblem[] {
  let line = 0
  const found = tokens.flatMap((token): readonly FlowProblem[] => {
    if (token.map) line = token.map[0]
    if (token.type === 'heading_open' && token.tag === 'h1') return [{ kind: 'heading', text: '#', line }]
    if (token.type !== 'inline' || isMark(token.content)) return []
    const noted = token.meta?.leftovers
    const tags = (token.children ?? []).flatMap((child): readonly FlowProblem[] => {
      const html = child.type === 'text' ? tag.exec(child.content) : null
      return html ? [{ kind: 'html', text: html[0], line }] : []
    })
    return [...tags, ...(isProblems(noted) ? noted.map((one) => (token.map ? one : { ...one, line })) : [])]
  })
  return [...found, ...characterProblems(source, tokens), ...numberProblems(tokens)]
}

/** The largest number that a list may begin with: what is larger is a year, or the end of a sentence. */
const mostFirst = 99

/** Numbers that a list prints otherwise than they were written: it counts up by one from its first. */
function numberProblems(tokens: readonly Token[]): readonly FlowProblem[] {
  const last: (number | undefined)[] = [] // of each list that is open
  return tokens.flatMap((token): readonly FlowProblem[] => {
    if (/^(ordered|bullet)_list_open$/.test(token.type)) last.push(undefined)
    if (/^(ordered|bullet)_list_close$/.test(token.type)) last.pop()
    if (token.type !== 'list_item_open' || token.info === '') return []
    const number = Number(token.info)
    const before = last.at(-1)
    last[last.length - 1] = number
    const isRight = before === undefined ? number <= mostFirst : number === before + 1
    return isRight ? [] : [{ kind: 'number', text: `${token.info}${token.markup}`, line: token.map?.[0] ?? 0 }]
  })
}

/** A character by its number, as Markdown and addresses may write it. */
const numbered = /&#(?:x([\da-f]{1,6})|(\d{1,7}));|(?:%[\da-f]{2})+/gi

/** Characters that no text may hold, but that come out of this one: they would be taken for marks of ours. */
function characterProblems(source: string, tokens: readonly Token[]): readonly FlowProblem[] {
  const problems: FlowProblem[] = []
  for (const { 0: text, 1: hex, 2: decimal, index } of source.matchAll(numbered)) {
    const line = source.slice(0, index).split('\n').length - 1
    const code =
      hex === undefined && decimal === undefined
        ? codeIn(text)
        : Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16)
    if (code !== undefined && isForbidden(code)) problems.push({ kind: 'character', code, text, line })
  }
  return problems.length > 0 ? problems : madeCharacters(source, tokens)
}

/** A private character that an address writes in per cent. */
function codeIn(text: string): number | undefined {
  try {
    const [found] = /\p{Co}/u.exec(decodeURIComponent(text)) ?? []
    return found?.codePointAt(0)
  } catch {
    return undefined // not UTF-8, and so no mark of ours either
  }
}

/** Those that only come about while Markdown is read, however they were written. */
function madeCharacters(source: string, tokens: readonly Token[]): readonly FlowProblem[] {
  const own = new Set(forbiddenCharacters(source).map(({ code }) => code))
  return tokens.flatMap((token): readonly FlowProblem[] => {
    if (token.type !== 'inline') return []
    const made = [...textsOf(token.children ?? [])].flatMap((text) =>
      forbiddenCharacters(text.replace(markInAddress, (mark) => decodeURIComponent(mark))),
    )
    const [strange] = made.filter(({ code }) => !own.has(code))
    return strange ? [{ kind: 'character', code: strange.code, text: '', line: token.map?.[0] ?? 0 }] : []
  })
}

function textsOf(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap(({ content, attrs, children }) => [
    content,
    ...(attrs ?? []).map(([, value]) => String(value)),
    ...textsOf(children ?? []),
  ])
}
