import type { ClaimWords } from '../../../language/claim-words.ts'
import { wordExpression } from '../../../language/claims/pattern-parts.ts'
import type { WordPatterns } from '../../../language/word-patterns.ts'
import { once } from '../../../model/memory.ts'

/** A unit of measurement as it is written, by its place in the language's list. */
interface Measure {
  readonly index: number
  readonly text: string
}

const expressionsOf = once(({ measures }: ClaimWords) => {
  const any = measures.map((source) => `(${source})`).join('|')
  return {
    behind: wordExpression(String.raw`^[ \u00a0]?(?:${any})(?![\p{L}\p{N}])`, 'iu'),
    whole: wordExpression(`^(?:${any})$`, 'iu'),
  }
})

function measureBy(expression: RegExp, text: string): Measure | undefined {
  const found = expression.exec(text)
  return found
    ? { index: found.findIndex((group, at) => at > 0 && group !== undefined), text: found[0].trim() }
    : undefined
}

/** What is known of the unit in which a number is printed. */
interface Printed {
  readonly kind: string
  readonly base: string
  readonly named: boolean
}

/** A unit of measurement right behind a number and its scale, and what is wrong with it, if anything is: "square metres" of square feet. */
export function typedMeasure(
  behind: string,
  { kind, base, named }: Printed,
  { claims, counted, countedKinds }: WordPatterns,
): { readonly text: string; readonly wrong: string | undefined } | undefined {
  if (!/^[ \u00a0]?\p{L}/u.test(behind)) return undefined // the usual case
  const { behind: expression, whole } = expressionsOf(claims)
  const typed = measureBy(expression, behind)
  const own = kind === 'count' ? measureBy(whole, base) : undefined
  if (!typed) {
    const noun = own && !named ? /^[ \u00a0]?(\p{L}+)/u.exec(behind)?.[1] : undefined
    return noun !== undefined && counted.test(noun) ? { text: noun, wrong: `it is measured in ${base}` } : undefined
  }
  if (own) return { text: typed.text, wrong: own.index === typed.index ? undefined : `it is measured in ${base}` }
  const isThing = kind === 'currency' || (kind === 'count' && countedKinds.some((each) => each.test(base)))
  return isThing && !named ? { text: typed.text, wrong: `it is in ${base}` } : undefined
}
