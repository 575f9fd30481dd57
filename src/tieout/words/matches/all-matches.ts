/**
 * Every match of a global expression in a text, in order. As `matchAll`, which first copies the expression for each text:
 * of the many words of a language that costs far more than the search.
 */
export function allMatches(text: string, expression: RegExp): readonly RegExpExecArray[] {
  if (!expression.global) throw new TypeError(`no global expression: ${expression}`)
  const found: RegExpExecArray[] = []
  expression.lastIndex = 0
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    found.push(match)
    const isPair = expression.unicode && (text.codePointAt(match.index) ?? 0) > 0xffff
    if (match[0] === '') expression.lastIndex += isPair ? 2 : 1
  }
  return found // after the last one the expression begins anew
}
