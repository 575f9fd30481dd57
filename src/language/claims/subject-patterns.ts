import { bounded, formsOf } from './pattern-parts.ts'
import type { SubjectWords } from './subject-words.ts'

/** The words of subjects as expressions. Those with the flag g are for replacing and matchAll only. */
export interface SubjectPatterns {
  /** Every word that may stand between a name and its number (g). */
  readonly linking: RegExp
  /** The end of a text before a name that makes no other measure of it. */
  readonly neutralQualifier: RegExp
  readonly otherMeasure: RegExp
  /** The beginning of a text after a name that makes another measure of it. */
  readonly otherMeasureAfter: RegExp
  /** All that stands between two names of one subject. */
  readonly joinsNames: RegExp
  /** All that stands between a number and the name of what it is of. */
  readonly leadsToName: RegExp
  /** What a heading may add to a name (g). */
  readonly headingWords: RegExp
}

/** Makes the expressions; slow, so once for a language. */
export function compileSubjects(words: SubjectWords): SubjectPatterns {
  const one = (source: string): RegExp => new RegExp(source, 'iu')
  const all = (source: string): RegExp => new RegExp(source, 'giu')
  return {
    linking: all(bounded(formsOf(words.linking))),
    neutralQualifier: one(
      String.raw`(?:^\s*|[^\p{L}\s-]\s*|${bounded(formsOf(words.neutralQualifiers))}(?:['’]s?)?\s+)$`,
    ),
    otherMeasure: one(String.raw`(?:${bounded(formsOf(words.otherMeasures))}\s+|-)$`),
    otherMeasureAfter: one(String.raw`^(?:\s+${bounded(formsOf(words.otherMeasuresAfter))}|-)`),
    joinsNames: one(`^(?:${words.joinsNames})$`),
    leadsToName: one(String.raw`^\s*(?:${words.leadsToName})?$`),
    headingWords: all(words.headingWords),
  }
}
