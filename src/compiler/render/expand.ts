import { escapeHtml } from '../../model/html.ts'
import { type Mark, markAt, textOfMark } from '../resolve/ink.ts'

/** Footnote marks of the slide, by fact. */
export type FootnoteMarks = ReadonlyMap<string, string>

const noMarks: FootnoteMarks = new Map()

// a mark as text, a mark in an attribute, a mark in a percent-encoded address
const anyMark =
  /[\uDB80-\uDBBF][\uDC00-\uDFFF]|[\uDBC0-\uDBFF][\uDC00-\uDFFF]|%F[34]%[89AB][0-9A-F]%[89AB][0-9A-F]%[89AB][0-9A-F]/g

/** Puts the values into HTML in which they stand as marks. */
export function expandMarks(html: string, marks: readonly Mark[], footnotes: FootnoteMarks = noMarks): string {
  return html.replace(anyMark, (found) => {
    if (found.startsWith('%')) return expandAddress(found, marks)
    const code = found.codePointAt(0) ?? 0
    if (code < 0x100000) return htmlOfMark(markAt(marks, found), footnotes)
    return escapeHtml(textOfMark(markAt(marks, String.fromCodePoint(code - 0x10000))))
  })
}

/** An address in which a value stands: the value, encoded for its place. */
export function expandAddress(address: string, marks: readonly Mark[]): string {
  return address.replace(anyMark, (found) => {
    const code = (found.startsWith('%') ? decodeURIComponent(found) : found).codePointAt(0) ?? 0
    const index = (code >= 0x100000 ? code - 0x10000 : code) - 0xf0000
    const mark = marks[index]
    return mark ? encodeURI(textOfMark(mark)).replace(/[&"'<>]/g, (character) => escapeHtml(character)) : found
  })
}

/** A value as an element: figures carry their fact, their use and their exact digits. */
export function htmlOfMark(mark: Mark, footnotes: FootnoteMarks = noMarks): string {
  switch (mark.kind) {
    case 'figure': {
      const { use, fact } = mark
      const status = fact.status === 'published' || fact.status === 'computed' ? '' : ` data-status="${fact.status}"`
      const note = footnotes.get(use.fact)
      const after = note === undefined ? '' : `<sup class="mark">${escapeHtml(note)}</sup>`
      const attributes = `value="${escapeHtml(use.displayed)}" data-fact="${escapeHtml(use.fact)}" data-use="${escapeHtml(use.key)}"`
      return `<data class="figure" ${attributes}${status}>${escapeHtml(use.text)}</data>${after}`
    }
    case 'period':
      return `<time class="period" data-period="${escapeHtml(mark.period)}">${escapeHtml(mark.text)}</time>`
    case 'plain':
      return `<span class="plain">${escapeHtml(mark.text)}</span>`
    case 'text':
      return escapeHtml(mark.text)
  }
}
