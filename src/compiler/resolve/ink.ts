import type { FigureUse, TextRun } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import type { Place } from '../../model/source-file.ts'
import type { Piece, Value } from './value.ts'

/**
 * Values travel through Markdown as single characters of a private-use plane, so that no value can become structure.
 * What each stands for is kept here, for one slide.
 */
export type Mark =
  | { readonly kind: 'figure'; readonly use: FigureUse; readonly fact: Fact }
  | Exclude<Piece, { readonly kind: 'figure' }>

/** Character U+F0000 and up, as the two halves that JavaScript sees. */
export const markPattern = /[\uDB80-\uDBBF][\uDC00-\uDFFF]/g
const firstMark = 0xf0000
const lastMark = 0xffffd

/** The values printed on one slide, in order. Grows while the slide is resolved, and is only read after that. */
export interface Ink {
  readonly slide: string
  readonly marks: readonly Mark[]
  /** Takes a value and gives the character that stands for it. */
  readonly write: (value: Value, place: Place) => string
}

export function createInk(slide: string): Ink {
  const marks: Mark[] = []
  let figures = 0
  const add = (mark: Mark): string => {
    marks.push(mark)
    const code = firstMark + marks.length - 1
    if (code > lastMark) throw new RangeError(`more than ${lastMark - firstMark} values on slide ${slide}`)
    return String.fromCodePoint(code)
  }
  return {
    slide,
    marks,
    write(value, place) {
      if (typeof value !== 'object' || value === null) return add({ kind: 'text', text: String(value ?? '') })
      if (!('kind' in value)) throw new TypeError('HTML cannot be written into Markdown')
      if (value.kind === 'open' || value.kind === 'list' || value.kind === 'fields')
        throw new TypeError(`a ${value.kind} cannot be written`)
      if (value.kind !== 'figure') return add(value)
      figures++
      const { fact, printed } = value
      return add({ kind: 'figure', fact, use: { key: `${slide}.${figures}`, fact: fact.id, ...printed, place } })
    },
  }
}

/** What a character stands for. */
export function markAt(marks: readonly Mark[], character: string): Mark {
  const mark = marks[(character.codePointAt(0) ?? 0) - firstMark]
  if (!mark) throw new RangeError('a mark of another slide')
  return mark
}

export const textOfMark = (mark: Mark): string => (mark.kind === 'figure' ? mark.use.text : mark.text)

/** The text as read aloud: every mark as its words. */
export function plainText(text: string, marks: readonly Mark[]): string {
  return text.replace(markPattern, (character) => textOfMark(markAt(marks, character)))
}

/** The parts of a text for the rules that read claims. */
export function runParts(text: string, marks: readonly Mark[]): TextRun['parts'] {
  const parts: TextRun['parts'][number][] = []
  let from = 0
  for (const match of text.matchAll(markPattern)) {
    if (match.index > from) parts.push(text.slice(from, match.index))
    parts.push(partOf(markAt(marks, match[0])))
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

function partOf(mark: Mark): TextRun['parts'][number] {
  if (mark.kind === 'figure') return { use: mark.use.key }
  return mark.kind === 'period' ? { period: mark.period, text: mark.text } : { plain: mark.text }
}
