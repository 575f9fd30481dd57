const special = /[.*+?^${}()|[\]\\/ ]/

/** The text as the source of an expression that matches just it; blanks match any white space. */
export const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replace(/ /g, String.raw`\s+`) : text

/** All single forms of entries that hold several, separated by spaces. */
export const formsOf = (entries: readonly string[]): readonly string[] => entries.flatMap((entry) => entry.split(' '))

/** An alternative of texts, the longest first, so that none hides a longer one. */
export const anyOf = (texts: readonly string[]): string =>
  [...texts]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')

/**
 * The same alternative by beginnings, "gr(?:ew|ow(?:n|s|))": so that a text is compared with few of hundreds of words. Of words
 * that begin alike the longer comes first.
 */
function byBeginnings(texts: readonly string[]): string {
  if (texts.length < 4) return anyOf(texts)
  const groups = new Map<string, string[]>()
  for (const text of texts) {
    const [first = ''] = text
    const rest = text.slice(first.length)
    const rests = groups.get(first)
    if (rests) rests.push(rest)
    else groups.set(first, [rest])
  }
  const parts = [...groups].map(([first, rests]) => (first === '' ? '' : `${escaped(first)}(?:${byBeginnings(rests)})`))
  return parts.sort((a, b) => Number(a === '') - Number(b === '')).join('|')
}

/** Letters need a word boundary, signs such as "~" and "%" none. */
export const bounded = (texts: readonly string[]): string =>
  String.raw`(?<![\p{L}\p{N}_])(?:${byBeginnings(texts)})(?![\p{L}\p{N}_])`
