import { isUnspaced, type PhraseBreaks } from '../../format/letters/phrases.ts'

/** Elements that stand within a sentence. */
const inline = /^<\/?(?:a|strong|em|s|code|span|sup|sub|data|time)[\s>]/

/** Elements whose text stays on one line, or is none. */
const whole = /^<(\/?)(?:code|data|time|script|style|svg|title)[\s>]/

/** A character as HTML has it, and where it stands among the pieces of the page. */
interface Letter {
  readonly piece: number
  readonly at: number // in the piece
  readonly text: string
  readonly isWhole: boolean
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** The text of pieces that follow each other in one sentence, letter by letter. */
function lettersOf(piece: string, index: number, isWhole: boolean): readonly Letter[] {
  return [...piece.matchAll(/&[#\w]+;|[\s\S]/gu)].map(({ 0: text, index: at }) => ({
    piece: index,
    at,
    text: entities[text] ?? text,
    isWhole,
  }))
}

/** Where in which piece a line may end. */
function breaksOf(letters: readonly Letter[], breaks: PhraseBreaks): readonly Letter[] {
  const text = letters.map((letter) => letter.text).join('')
  if (!isUnspaced(text)) return []
  const starts = new Map<number, number>()
  let position = 0
  for (const [index, letter] of letters.entries()) {
    starts.set(position, index)
    position += letter.text.length
  }
  return breaks(text).flatMap((at) => {
    const index = starts.get(at)
    const [before, after] = index === undefined ? [] : [letters[index - 1], letters[index]]
    if (!before || !after || (before.isWhole && after.isWhole && before.piece === after.piece)) return []
    return [after]
  })
}

/** A page's HTML with <wbr> where a line of text without blanks may end. Elements within a sentence do not end a phrase. */
export function withPhrases(html: string, breaks: PhraseBreaks): string {
  if (!isUnspaced(html)) return html
  const pieces = html.split(/(<[^>]*>)/)
  const found: Letter[] = []
  let letters: Letter[] = []
  let depth = 0
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 0) {
      letters.push(...lettersOf(piece, index, depth > 0))
      continue
    }
    const [isElement, slash] = whole.exec(piece) ?? []
    if (isElement !== undefined) depth = Math.max(0, depth + (slash === '' ? 1 : -1))
    if (inline.test(piece)) continue
    found.push(...breaksOf(letters, breaks))
    letters = []
  }
  found.push(...breaksOf(letters, breaks))
  for (const { piece, at } of found.toReversed()) {
    const text = pieces[piece] ?? ''
    pieces[piece] = `${text.slice(0, at)}<wbr>${text.slice(at)}`
  }
  return pieces.join('')
}
