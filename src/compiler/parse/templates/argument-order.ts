import type { Origin } from '../text-origin.ts'

/**
 * Handlebars wants options after all arguments. `{{share "a" of="b" "FY"}}` reads better, so options are moved to the
 * end before it parses. Lengths stay; columns are reported as written.
 */
export interface Ordered {
  readonly text: string
  /** The offset in the text as written of an offset in the ordered text. */
  readonly offsetOf: (offset: number) => number
}

interface Moved {
  readonly from: number // in the ordered text
  readonly length: number
  readonly to: number // in the text as written
}

const placeholder = /\{\{[^{}\n]*=[^{}\n]*\}\}/g
const token =
  /[\w.-]+=(?:"[^"]*"|'[^']*'|\([^()]*\)|[^\s"'(){}]+)|"[^"]*"|'[^']*'|\((?:[^()]|\([^()]*\))*\)|[^\s"'()]+/g

const isOption = (word: string): boolean => /^[\w.-]+=/.test(word)

export function orderArguments(text: string): Ordered {
  const moved: Moved[] = []
  const ordered = text.replace(placeholder, (whole, at: number) => {
    const one = orderOne(whole, at)
    moved.push(...one.moved)
    return one.text
  })
  if (moved.length === 0) return { text, offsetOf: (offset) => offset }
  const offsetOf = (offset: number): number => {
    const part = moved.find(({ from, length }) => offset >= from && offset < from + length)
    return part ? part.to + offset - part.from : offset
  }
  return { text: ordered, offsetOf }
}

/** Puts the options of one placeholder last; the spaces between stay where they are. */
function orderOne(whole: string, at: number): { readonly text: string; readonly moved: readonly Moved[] } {
  const end = /~?\}\}$/.exec(whole)?.index ?? whole.length
  const words = [...whole.slice(0, end).matchAll(token)].filter(({ 0: word }) => !word.startsWith('{{'))
  const start = words.findIndex(({ 0: word }) => isOption(word))
  if (start === -1 || words.slice(start).every(({ 0: word }) => isOption(word) || word.startsWith('|')))
    return { text: whole, moved: [] }
  if (words.some(({ 0: word }) => word.startsWith('|'))) return { text: whole, moved: [] }
  const options = words.filter(({ 0: word }) => isOption(word))
  const order = [...words.filter(({ 0: word }) => !isOption(word)), ...options]
  const moved: Moved[] = []
  let ordered = ''
  let read = 0
  for (const [index, word] of words.entries()) {
    const next = order[index]
    if (!next) continue
    ordered += whole.slice(read, word.index)
    moved.push({ from: at + ordered.length, length: next[0].length, to: at + next.index })
    ordered += next[0]
    read = word.index + word[0].length
  }
  return { text: ordered + whole.slice(read), moved }
}

/** Columns of arguments that were put in order, as they were written. */
export function writtenOrigin(text: string, ordered: Ordered, origin: Origin): Origin {
  if (ordered.text === text) return origin
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const columnOf = (line: number, column: number): number => {
    const start = starts[line - 1] ?? 0
    return ordered.offsetOf(start + column) - start
  }
  return { ...origin, columnOf }
}
