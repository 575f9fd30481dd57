import type { TextStatement, TextSubject, TextUnit } from '../text-model.ts'
import type { Lexicon } from './lexicon.ts'
import { findPeriods } from './period-token.ts'
import { findWords } from './word-token.ts'

const singular = (word: string): string =>
  word.length <= 3
    ? word
    : word.endsWith('ies')
      ? `${word.slice(0, -3)}y`
      : /(?:ss|us|is)$/.test(word)
        ? word
        : word.replace(/s$/, '')

/** The words of a phrase that carry meaning: lower case, singular, sorted, each once. */
export function contentWords(text: string, { text: { stopWords } }: Lexicon): readonly string[] {
  const words = text
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .split(/[^a-z0-9&+]+/)
    .filter((word) => (word.length >= 2 && !stopWords.has(word) && !/^\d{3,}$/.test(word)) || /^[1-9]$/.test(word))
    .map(singular)
    .filter((word) => !stopWords.has(word))
  return [...new Set(words)].sort()
}

/** The text with its periods, directions and comparisons blanked out. */
export function withoutTokens(text: string, lexicon: Lexicon): string {
  let rest = text
  for (const token of [...findPeriods(text, lexicon), ...findWords(text, lexicon).filter(({ certain }) => certain)])
    rest = rest.slice(0, token.start) + ' '.repeat(token.end - token.start) + rest.slice(token.end)
  return rest
}

/** What a phrase is about: its measure, and what narrows it ("revenue" of "cloud services"). */
export function parseSubject(text: string, lexicon: Lexicon): TextSubject {
  const plain = text
    .replace(/[\s*_:;,]+/g, ' ')
    .trim()
    .replace(lexicon.words.phrase('costOfThing'), lexicon.words.claims.phrases.costOfRevenue)
  const name = plain.replace(lexicon.words.phrase('danglingWords'), '')
  let rest = plain
  for (const { id, pattern, sign } of lexicon.text.measures) {
    const match = pattern.exec(plain)
    if (!match) continue
    rest = `${plain.slice(0, match.index)} ${plain.slice(match.index + match[0].length)}`.replace(
      new RegExp(pattern.source, 'gi'),
      ' ',
    )
    return {
      text: name,
      measure: id,
      entity: contentWords(withoutTokens(rest, lexicon), lexicon).join(' '),
      sign: sign ?? 1,
    }
  }
  return {
    text: name,
    measure: undefined,
    entity: contentWords(withoutTokens(rest, lexicon), lexicon).join(' '),
    sign: 1,
  }
}

/** "Revenue: Total revenue was": a label that the sentence itself says in full is left out. */
export function withoutLabel(text: string, lexicon: Lexicon): string {
  const at = text.lastIndexOf(':')
  const [label, rest] = [text.slice(0, at), text.slice(at + 1)]
  return at > 0 &&
    parseSubject(rest, lexicon).measure !== undefined &&
    parseSubject(label, lexicon).measure !== undefined
    ? rest
    : text
}

export const noSubject: TextSubject = { text: '', measure: undefined, entity: '', sign: 1 }

/** The subject of a measure of the vocabulary, with what narrows it. */
export const subjectOfMeasure = (measure: string, entity = ''): TextSubject => ({
  text: measure,
  measure,
  entity,
  sign: 1,
})

export const isEmpty = (subject: TextSubject): boolean => subject.measure === undefined && subject.entity === ''

/** "Margin" alone, under a measure, is the margin of that measure. */
const margins: Readonly<Record<string, string>> = {
  'operating-income': 'operating-margin',
  'gross-profit': 'gross-margin-ratio',
  ebitda: 'ebitda-margin',
  'net-income': 'net-margin',
}

/** "Gross margin" is an amount in currency and a ratio in per cent: the unit decides. */
export function refine(subject: TextSubject, unit: TextUnit | undefined, kind: TextStatement['kind']): TextSubject {
  const isRatio = (unit?.kind === 'percent' && kind === 'value') || unit?.kind === 'points'
  return isRatio && subject.measure === 'gross-profit' ? { ...subject, measure: 'gross-margin-ratio' } : subject
}

/** The subject of a line under a heading or a parent line: what it lacks, it inherits. */
export function inherit(own: TextSubject, parent: TextSubject): TextSubject {
  if (isEmpty(own)) return parent
  if (own.measure === undefined) return { ...own, measure: parent.measure, sign: parent.sign }
  const specific = margins[parent.measure ?? '']
  if (own.measure === 'margin' && own.entity === '' && specific !== undefined)
    return { ...own, measure: specific, entity: parent.entity, sign: 1 }
  if (own.measure === 'loss' && parent.measure === 'operating-income')
    return { ...own, measure: 'operating-income', sign: -1 }
  if (own.entity !== '' || parent.entity === '') return own
  return { ...own, entity: parent.entity }
}

/** Identity of a subject for comparing statements; undefined when it is too vague to compare. */
export function subjectKey(subject: TextSubject): string | undefined {
  if (isEmpty(subject)) return undefined
  if (subject.entity.split(' ').length > 9) return undefined
  return `${subject.measure ?? ''}|${subject.entity}`
}
