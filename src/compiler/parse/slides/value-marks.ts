import type { Place } from '../../../model/source-file.ts'
import type { Origin } from '../text-origin.ts'

/**
 * Values travel through Markdown as single characters of a private-use plane, so that no value can become structure:
 * U+F0000 is the first value of a text, U+F0001 the second.
 */
export interface MarkedText {
  readonly text: string
  /** Line in the file of each line of the text. */
  readonly lines: readonly number[]
  readonly place: Place
}

const firstMark = 0xf0000
const lastMark = 0xffffd

/** Characters that stand for values, as the two halves that JavaScript sees. */
export const markPattern = /[\uDB80-\uDBBF][\uDC00-\uDFFF]/g

/** A mark as text, or in an address where Markdown has percent-encoded it. */
export const markInAddress = /[\uDB80-\uDBBF][\uDC00-\uDFFF]|%F3%B[0-9A-F]%[89AB][0-9A-F]%[89AB][0-9A-F]/g

/** Number of the value that a mark stands for, from 0. */
export const valueNumber = (mark: string): number =>
  ((mark.startsWith('%') ? decodeURIComponent(mark) : mark).codePointAt(0) ?? 0) - firstMark

/** Writes text and values one after the other. */
interface MarkedWriter {
  readonly text: (text: string, at: Place) => void
  readonly value: (at: Place) => void
  readonly done: () => MarkedText
}

/** Starts an empty text; `origin` is where it begins in its file. Throws RangeError beyond 65,534 values. */
export function markedWriter({ path, line, column }: Origin): MarkedWriter {
  const lines: number[] = [line]
  let printed = ''
  let count = 0
  const begin = (at: Place): void => {
    if (printed === '' || printed.endsWith('\n')) lines[lines.length - 1] = at.line
  }
  return {
    text(part, at) {
      begin(at)
      for (let index = part.indexOf('\n'), next = at.line + 1; index !== -1; index = part.indexOf('\n', index + 1))
        lines.push(next++)
      printed += part
    },
    value(at) {
      begin(at)
      if (firstMark + count > lastMark) throw new RangeError(`more than ${lastMark - firstMark} values in one text`)
      printed += String.fromCodePoint(firstMark + count++)
    },
    done: () => ({ text: printed, lines, place: { path, line, column } }),
  }
}

/** The place of a line of the text (from 0) in its file. */
export function placeOfLine({ lines, place }: MarkedText, line: number): Place {
  return { ...place, line: lines[line] ?? place.line, column: line === 0 ? place.column : 1 }
}
