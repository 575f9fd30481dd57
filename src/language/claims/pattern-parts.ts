import { once } from '../../model/memory.ts'

/**
 * Letters and numbers as few ranges. V8 makes the exact class anew at each place where it stands, 0.3 ms a time with the flag i,
 * and the expressions of a language hold hundreds. Exact for Latin, Greek, Cyrillic, Chinese, Japanese and Korean letters;
 * in blocks of other scripts marks and signs count as letters.
 */
const letters = asSigns(
  String.raw`A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u02c6-\u02d1\u02e0-\u02e4\u0370-\u0374\u0376-\u037d\u037f\u0386\u0388-\u03f5\u03f7-\u0481\u048a-\u1fff\u2071\u207f\u2090-\u209c\u2183\u2184\u2c00-\u2dff\u3005\u3006\u3031-\u3035\u303b\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u318e\u31a0-\u31ff\u3400-\ud7ff\uf900-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\u{20000}-\u{3fffd}`,
)
const numbers = asSigns(
  String.raw`0-9\u00b2\u00b3\u00b9\u00bc-\u00be\u2070\u2074-\u2079\u2080-\u2089\u2150-\u2189\u2460-\u249b\uff10-\uff19`,
)

/** Written as signs a class is a quarter as long, and V8 reads an expression that often faster. */
function asSigns(ranges: string): string {
  return ranges.replace(/\\u(?:\{(\w+)\}|(\w{4}))/g, (_, long, short) =>
    String.fromCodePoint(Number.parseInt(long ?? short, 16)),
  )
}

/** Classes, escapes, names of groups, and letters one after the other. */
const tokens = /\[(?:\\.|[^\]\\])*\]|\\[pP]\{\w+(?:=\w+)?\}|\\u(?:\{\w+\}|\w{4})|\\.|\(\?<\w+>|\p{L}+/gsu

/** In a class: escapes, ranges of letters, and single ones. */
const inClass = /\\[pP]\{\w+(?:=\w+)?\}|\\u(?:\{\w+\}|\w{4})|\\.|\p{L}(?:-\p{L})?/gsu

/** A letter in both its cases; one that has a single one, or another of several signs, as it is. */
const casesOf = once((letter: string): string => {
  const [low, high] = [letter.toLowerCase(), letter.toUpperCase()]
  return low === high || low.length !== high.length ? letter : low + high
})

const eitherCase = once((run: string): string => {
  let made = ''
  for (const letter of run) {
    const cases = casesOf(letter)
    made += cases === letter ? letter : `[${cases}]`
  }
  return made
})

/** A part of a class: ranges for \p{L} and \p{N}, and letters in both cases. */
function classPart(token: string, anyCase: boolean): string {
  if (token === String.raw`\p{L}`) return letters
  if (token === String.raw`\p{N}`) return numbers
  if (!anyCase || token.startsWith('\\')) return token
  if (!token.includes('-')) return casesOf(token)
  const [low, high] = [token.toLowerCase(), token.toUpperCase()]
  return low === high ? token : low + high
}

function expanded(source: string, anyCase: boolean): string {
  return source.replace(tokens, (token) => {
    if (token.startsWith('[')) return token.replace(inClass, (part) => classPart(part, anyCase))
    if (token === String.raw`\p{L}`) return `[${letters}]`
    if (token === String.raw`\p{N}`) return `[${numbers}]`
    return anyCase && !/^[\\(]/.test(token) ? eitherCase(token) : token
  })
}

/**
 * An expression for words (flag u always): `\p{L}` and `\p{N}` stand for letters and numbers as above. Where there are such
 * classes, the flag i is spelled out instead, "[rR][oO][sS][eE]": with it V8 adds the other cases of every sign of every class, which
 * is five sixths of the time that the code of an expression takes.
 */
export function wordExpression(source: string, flags: 'u' | 'iu' | 'gu' | 'giu'): RegExp {
  const isSimple = !source.includes('\\p{') && /^[\0-\x7f]*$/.test(source)
  if (isSimple) return new RegExp(source, flags)
  const refersBack = /\\[1-9k]/.test(source) // what it refers to may be of another case
  const anyCase = flags.includes('i') && !refersBack
  const made = new RegExp(expanded(source, anyCase), anyCase ? flags.replace('i', '') : flags)
  written.set(made, source)
  return made
}

const written = new WeakMap<RegExp, string>()

/** The source that an expression was written with, which is far shorter. */
export const writtenSource = (expression: RegExp): string => written.get(expression) ?? expression.source

const special = /[.*+?^${}()|[\]\\/ ]/

/** A text as the source of an expression that matches it sign by sign. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

/** The text as the source of an expression that matches just it; blanks match any white space. */
export const escaped = (text: string): string =>
  special.test(text) ? literally(text).replace(/ /g, String.raw`\s+`) : text

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
