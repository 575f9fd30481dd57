import { escaped } from '../../../language/claims/pattern-parts.ts'
import type { WordPatterns } from '../../../language/word-patterns.ts'
import type { Metric } from '../../../model/figure.ts'
import { clauseAt, figuresOf, ownText, type Passage, type TextRange } from '../passage.ts'
import { namesIn, spellingsOf } from './metric-names.ts'

/** A word of direction that may be one of a name. */
interface Word extends TextRange {
  readonly text: string
  readonly certain: boolean
}

/**
 * Whether a word that may be a direction belongs to the name of a line item: "Cooling reached …", "Growth Capital". Names that
 * say a change keep theirs: "Increase in receivables", "Organic growth" in per cent.
 */
export function isOfName(word: Word, passage: Passage, words: WordPatterns): boolean {
  const { metrics, text } = passage
  const whole = namesIn(text, metrics).find(({ start, end }) => start <= word.start && word.end <= end)
  if (whole) {
    const behind = text.slice(word.end, whole.end)
    return whole.metrics.some((id) => isThing(word, behind, { metric: metrics.get(id), words }))
  }
  return isSubject(word, passage, words)
}

/** The subject of a figure of its clause, called by a word of its label: "Cooling" of "District cooling". */
function isSubject(word: Word, passage: Passage, words: WordPatterns): boolean {
  const { end } = clauseAt(passage, word.start, words)
  const next = figuresOf(passage).find((figure) => figure.start >= word.end && figure.end <= end)
  if (!next || words.onlyFillers.test(ownText(passage, word.end, next.start))) return false
  const metric = passage.metrics.get(next.shown.fact.metric)
  const spelled = new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(word.text)}(?![\p{L}\p{N}])`, 'iu')
  return (metric ? spellingsOf(metric) : []).some((name) => {
    const match = spelled.exec(name)
    return match !== null && isThing(word, name.slice(match.index + match[0].length), { metric, words })
  })
}

/** Whether a word names a thing in a label, by the metric and by what stands behind it there. */
function isThing(
  { certain }: Word,
  behind: string,
  { metric, words }: { readonly metric: Metric | undefined; readonly words: WordPatterns },
): boolean {
  if (words.phrase('objectOf').test(behind) || words.phrase('narrowingPreposition').test(behind)) return false
  return behind.trim() !== '' || !certain || metric?.unit.kind !== 'percent'
}
