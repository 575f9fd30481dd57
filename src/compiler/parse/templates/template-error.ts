/** Where Handlebars stopped reading: 1-based line, 0-based column. */
interface ErrorPlace {
  readonly line: number
  readonly column: number
  readonly length: number
  readonly near: string // the placeholder that it stopped in, as written
}

/**
 * Handlebars reports the place of a mistake in two ways: a mismatched block as properties of the error, everything else as
 * a drawing in its message ("…past text\n-----^"), of which the caret shows how much had been read.
 */
export function parseErrorPlace(error: unknown, text: string): ErrorPlace {
  if (!(error instanceof Error)) throw error
  if ('lineNumber' in error && 'column' in error && typeof error.lineNumber === 'number')
    return around(text, offsetOf(text, error.lineNumber, Number(error.column)))
  const drawing = /^(?:Parse|Lexical) error on line (\d+)[^\n]*\n([^\n]*)\n(-*)\^/.exec(error.message)
  if (!drawing) throw error
  const [, line = '1', shown = '', dashes = ''] = drawing
  const past = shown.slice(0, dashes.length).replace(/^\.\.\./, '')
  return around(text, endOf(past, text, Number(line)))
}

function offsetOf(text: string, line: number, column: number): number {
  let offset = 0
  for (let at = 1; at < line; at++) offset = text.indexOf('\n', offset) + 1
  return offset + column
}

/** The offset just after `past`, which is shown without its line ends; the occurrence nearest to the reported line. */
function endOf(past: string, text: string, line: number): number {
  const flat = text.replaceAll('\n', '')
  const offsets = flatOffsets(text)
  const wanted = offsetOf(text, line, 0)
  let best = text.length
  for (let at = flat.indexOf(past); at !== -1 && past !== ''; at = flat.indexOf(past, at + 1)) {
    const offset = offsets[at + past.length] ?? text.length
    if (Math.abs(offset - wanted) < Math.abs(best - wanted)) best = offset
  }
  return best
}

/** Of each character that is no line end its offset. */
const flatOffsets = (text: string): number[] => Array.from(text.matchAll(/[^\n]/g), ({ index }) => index)

/** Widens the spot to the placeholder that it stands in. */
function around(text: string, offset: number): ErrorPlace {
  const opening = text.lastIndexOf('{{', Math.max(0, Math.min(offset, text.length) - 1))
  const start = opening === -1 ? Math.min(offset, Math.max(0, text.length - 1)) : opening
  const rest = text.slice(start)
  const closing = rest.indexOf('}}')
  const lineEnd = rest.indexOf('\n')
  const ends = [closing === -1 ? rest.length : closing + 2, lineEnd === -1 ? rest.length : lineEnd]
  const near = rest.slice(0, Math.min(...ends, 80))
  const before = text.slice(0, start)
  return {
    line: before.split('\n').length,
    column: start - (before.lastIndexOf('\n') + 1),
    length: Math.max(1, near.length),
    near,
  }
}

/** Nobody can follow more, and each level costs the reader of templates a call within a call. */
export const deepestLevel = 32

/** Where blocks or brackets stand more than `deepestLevel` in one another. */
export function deepPlace(text: string): ErrorPlace | undefined {
  let [blocks, brackets, isInside] = [0, 0, false]
  for (const { 0: mark, index } of text.matchAll(/\{\{~?[#^/]?|[()]|\}\}/g)) {
    if (mark === '(' || mark === ')') brackets += isInside ? (mark === '(' ? 1 : -1) : 0
    else {
      brackets = 0
      isInside = mark !== '}}'
      if (/[#^]$/.test(mark)) blocks++
      if (mark.endsWith('/')) blocks--
    }
    if (blocks > deepestLevel || brackets > deepestLevel) return around(text, index + 1)
  }
  return undefined
}
