import { type Document, isPair, isScalar, Scalar, visit } from 'yaml'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { unsupportedCharacter } from '../diagnostics/characters.ts'
import { ambiguousComment } from '../diagnostics/data.ts'
import { unsupportedPlaceholder } from '../diagnostics/placeholders.ts'
import { isForbidden } from './characters.ts'

/** A YAML text, and the place of a stretch of it. */
interface Written {
  readonly text: string
  readonly place: (start: number, end: number) => Place
  readonly mayHoldPlaceholders: boolean
}

/** A character by its number; two halves of a pair make one. */
const escapes =
  /\\(?:u([dD][89abAB][\da-fA-F]{2})\\u([dD][c-fC-F][\da-fA-F]{2})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g

/** Letters that stand for controls; tab and line ends are allowed. */
const letters: Readonly<Record<string, number>> = { '0': 0, a: 7, b: 8, v: 0xb, f: 0xc, e: 0x1b, N: 0x85 }

/** What a quoted text holds only as escapes: none of it is seen in the file. */
function escaped(node: Scalar, { text, place }: Written): readonly Diagnostic[] {
  const [start, end] = node.range ?? [0, 0]
  if (node.type !== Scalar.QUOTE_DOUBLE) return []
  return [...text.slice(start, end).matchAll(escapes)].flatMap((match) => {
    const [whole, high, low, ...rest] = match
    const digits = rest.slice(0, 3).find((found) => found !== undefined)
    const code =
      high !== undefined && low !== undefined
        ? 0x10000 + ((Number.parseInt(high, 16) & 0x3ff) << 10) + (Number.parseInt(low, 16) & 0x3ff)
        : digits === undefined
          ? letters[rest[3] ?? '']
          : Number.parseInt(digits, 16)
    if (code === undefined || !isForbidden(code)) return []
    return [unsupportedCharacter(code, place(start + match.index, start + match.index + whole.length))]
  })
}

/** A line end, then a line that goes on with the text but for its "#". */
const onNextLine = /^[ \t]*\r?\n([ \t]+)(#[^\s#][^\n]*)/

/** Keys of words that a reader of the deck sees. */
const forReaders = new Set([
  ...[
    'title',
    'subtitle',
    'takeaway',
    'company',
    'short-name',
    'speaker',
    'date-text',
    'rounding-note',
    'label',
    'short',
  ],
  ...['description', 'heading', 'caption', 'note', 'notes', 'subtotal', 'singular', 'ground', 'reason'],
])

/** What of a text YAML takes for a comment, and where it begins. */
function cutOff(
  node: Scalar,
  text: string,
  isForReaders: boolean,
): { readonly words: string; readonly index: number } | undefined {
  const [start, end] = node.range ?? [0, 0]
  const rest = text.slice(end)
  const [, gap, words] = /^([ \t]*)(#[^\n]*)/.exec(rest) ?? []
  if (gap === undefined || words === undefined) {
    const [whole, indent = '', more = ''] = (typeof node.value === 'string' && onNextLine.exec(rest)) || []
    const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
    const isInside = whole !== undefined && indent.length > (/^[ \t]*/.exec(line)?.[0].length ?? 0)
    return isInside ? { words: more, index: end + whole.length - more.length } : undefined
  }
  // well away from a date, a unit or a choice nobody can mean one text; words for readers may hold anything
  const isAside = !isForReaders && /^(?: {2,}| *\t[ \t]*)$/.test(gap) && /^#+(?:\s|$)/.test(words)
  const isText = node.value === null ? /^#[^\s#]/.test(words) : typeof node.value === 'string' && !isAside
  return isText ? { words, index: end + gap.length } : undefined
}

function commented(node: Scalar, isForReaders: boolean, { text, place }: Written): readonly Diagnostic[] {
  const found = node.type === Scalar.PLAIN ? cutOff(node, text, isForReaders) : undefined
  if (!found) return []
  const words = found.words.trimEnd()
  const value = typeof node.value === 'string' ? node.value : ''
  return [ambiguousComment(words, value, place(found.index, found.index + words.length))]
}

/** What would be printed with its braces. Further fields hold whatever their author likes: there only what is plainly a call. */
function placeholders(node: Scalar, isField: boolean, { place, mayHoldPlaceholders }: Written): readonly Diagnostic[] {
  if (mayHoldPlaceholders || typeof node.value !== 'string') return []
  const pattern = isField ? /\{\{\s*(?:#|[\w-]+\s+[^\s}])[\s\S]*?\}\}/ : /\{\{[\s\S]*?\}\}/
  const [found] = pattern.exec(node.value) ?? []
  const [start = 0, end = 0] = node.range ?? []
  return found === undefined ? [] : [unsupportedPlaceholder(found, place(start, end))]
}

/** Keys of names, which are printed as they stand. */
const names = new Set(['title', 'subtitle', 'company', 'short-name', 'label', 'short'])

/** A mark of plain text, which only slides have: it would be printed with its brackets. */
function marks(node: Scalar, key: string | undefined, { place, mayHoldPlaceholders }: Written): readonly Diagnostic[] {
  if (mayHoldPlaceholders || typeof node.value !== 'string' || !names.has(key ?? '')) return []
  const [found] = /\[\[[^[\]\n]+\]\]/.exec(node.value) ?? []
  const [start = 0, end = 0] = node.range ?? []
  return found === undefined ? [] : [unsupportedPlaceholder(found, place(start, end))]
}

/** Keys and values that a reader would not see as they were written. */
export function yamlTextFindings(parsed: Document.Parsed, written: Written): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  if (!/#|\{\{|\[\[|\\/.test(written.text)) return found // nothing to find, and a file of metrics has many thousand texts
  visit(parsed, {
    Scalar(_, node, path) {
      const keys = path.flatMap((above) => (isPair(above) && isScalar(above.key) ? [String(above.key.value)] : []))
      const isField = keys.includes('fields')
      const isForReaders = isField || forReaders.has(keys.at(-1) ?? '')
      found.push(
        ...escaped(node, written),
        ...commented(node, isForReaders, written),
        ...placeholders(node, isField, written),
        ...(isField ? [] : marks(node, keys.at(-1), written)),
      )
    },
  })
  return found
}

const countOf = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0

/** Of a text that is no YAML: comments that cut the rest of a line off, with the end of the collection they stand in. */
export function cutCollections(parsed: Document, written: Written): readonly Diagnostic[] {
  const lines = written.text.split('\n')
  const found: Diagnostic[] = []
  visit(parsed, {
    Scalar: (_key, node) => {
      for (const one of commented(node, true, written)) {
        const before = lines[one.place.line - written.place(0, 0).line]?.slice(0, one.place.column - 1) ?? ''
        if (countOf(before, /[{[]/g) > countOf(before, /[}\]]/g)) found.push(one)
      }
    },
  })
  return found
}
