import type { Text } from '../../../model/content.ts'

/** Words before the digits of a figure: its qualifier ("approx. 70%") or what it does ("up 4.3%"), never a unit alone. */
const wordBefore = /^\p{Ll}[\p{L}\p{M}.’'-]+(?= .*\d)/u

/**
 * A head that begins with the words of a figure begins with a capital letter: "Around 6,500 clients". Elsewhere, and in the
 * figure's use, which is compared and searched, the words stay as they are written.
 */
export function head(text: Text): Text {
  const [first, ...rest] = text.runs
  if (first?.kind !== 'figure' || !wordBefore.test(first.text)) return text
  const [letter = ''] = first.text
  const capital = letter.toLocaleUpperCase('en') + first.text.slice(letter.length)
  return { ...text, runs: [{ ...first, text: capital }, ...rest] }
}
