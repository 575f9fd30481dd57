import { Lexer } from 'yaml'

/** Collections in collections: decks have five or six, and the parser takes seconds and its whole stack for thousands. */
const deepest = 100

/** Tokens that stand for no letter of the text. */
const markers: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f'])

/** Whether a look at the tokens is worth its time: texts of decks pass by this alone. Counts too much rather than too little. */
function mayBeDeep(text: string): boolean {
  if (/(?:[-?][ \t]+){40}|^ {80}/m.test(text)) return true
  let depth = 0
  let opened = 0
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    const isOpening = bracket === '[' || bracket === '{'
    depth = Math.max(0, depth + (isOpening ? 1 : -1))
    opened += isOpening ? 1 : 0
    if (depth > deepest || opened > 5000) return true // closing ones may be words in quotes
  }
  return false
}

/** Opens a block at a column, and closes those that stand further in. */
function openBlock(columns: number[], column: number): void {
  while ((columns.at(-1) ?? -1) > column) columns.pop()
  if (columns.at(-1) !== column) columns.push(column)
}

/**
 * Where collections stand too deep in collections, as brackets, as dashes or question marks on a line, or by their indents;
 * undefined where none does. Takes time in proportion to the text, and never its stack.
 */
export function tooDeepAt(text: string): number | undefined {
  if (!mayBeDeep(text)) return undefined
  const columns: number[] = []
  let [brackets, offset, lineStart] = [0, 0, 0]
  let key: number | undefined // column of what stands first on a line, or after a dash
  for (const token of new Lexer().lex(text)) {
    if (markers.has(token)) continue
    const column = offset - lineStart
    const isSpace = token.trim() === ''
    if (token === '[' || token === '{') brackets++
    else if (token === ']' || token === '}') brackets = Math.max(0, brackets - 1)
    else if (brackets === 0 && (token === '-' || token === '?')) openBlock(columns, column)
    else if (brackets === 0 && token === ':') openBlock(columns, key ?? column)
    if (columns.length + brackets > deepest) return offset
    if (token === '-' || token === '?') key = undefined
    else if (!isSpace) key ??= column
    offset += token.length
    if (!token.includes('\n')) continue
    lineStart = offset - (token.length - 1 - token.lastIndexOf('\n'))
    if (brackets === 0) key = undefined
  }
  return undefined
}
