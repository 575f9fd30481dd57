import { once } from '../../model/memory.ts'
import type { ClaimWords } from '../claim-words.ts'
import { anyOf, wordExpression } from './pattern-parts.ts'

/** Numbers and ratios in words as expressions (g); the first group is the hedge before them. */
export interface NumberPhrasePatterns {
  /** "twenty-five per cent": group 2 the number. */
  readonly percent: RegExp
  /** "three billion": groups 2 and 3 the number and its scale. */
  readonly scaled: RegExp
  /** "two thirds of": groups 2 and 3 count and part. */
  readonly partOf: RegExp
  /** "by a third": groups 2 and 3 count and part. */
  readonly changeBy: RegExp
  /** The end of a text before a number that is exceeded. */
  readonly exceeds: RegExp
  /** The beginning of a text that makes a part one of a change. */
  readonly ofChange: RegExp
  /** What parts a clause in several claims (g). */
  readonly joinsClaims: RegExp
  readonly otherPeriods: RegExp
  readonly beforeBase: RegExp
  /** "one in four": groups 2 and 3 count and whole. */
  readonly oneIn: RegExp
  /** "Three and a half times": groups 2 "twice", or 3 the number, and 4 a half more. */
  readonly times: RegExp
  /** A word of every such phrase, and of every "hundreds": few texts hold one. */
  readonly anyTimes: RegExp
  readonly anyHundreds: RegExp
  readonly notTimes: RegExp
  readonly beforeTimesName: RegExp
  /** "Five hundred" before a word: group 2 the number. */
  readonly hundreds: RegExp
  readonly notAllOf: RegExp
}

/** Makes the expressions, once for a language. */
export function compileNumberPhrases(claims: ClaimWords): NumberPhrasePatterns {
  const { cardinals, largeNumbers, numberPhrases, hedges, percents, scales } = claims
  const word = anyOf([...cardinals, ...Object.keys(largeNumbers)])
  const number = String.raw`(?<![\p{L}\p{N}-])((?:an? )?(?:${word})(?:${numberPhrases.joinsTens}(?:${word}))*)`
  const large = anyOf(Object.keys(largeNumbers).filter((text) => (largeNumbers[text] ?? 0) >= 100))
  const hedge = String.raw`(?:(?<!\p{L})(${anyOf(hedges.map(({ word: text }) => text))})\s+)?`
  const all = (source: string): RegExp => wordExpression(`${hedge}${source}`, 'giu')
  return {
    percent: all(String.raw`${number}[ -](?:${anyOf(percents)})(?!\p{L})`),
    scaled: all(String.raw`${number} (${anyOf(scales.flatMap(({ words }) => words))})(?!\p{L})`),
    partOf: all(numberPhrases.partOf),
    changeBy: all(numberPhrases.changeBy),
    exceeds: new RegExp(numberPhrases.exceeds, 'iu'),
    ofChange: wordExpression(numberPhrases.ofChange, 'iu'),
    joinsClaims: wordExpression(numberPhrases.joinsClaims, 'giu'),
    otherPeriods: wordExpression(numberPhrases.otherPeriods, 'iu'),
    beforeBase: wordExpression(numberPhrases.beforeBase, 'iu'),
    oneIn: all(numberPhrases.oneIn),
    times: all(
      String.raw`(?:(?<!\p{L})(${anyOf(Object.keys(numberPhrases.twice))})|${number}(${numberPhrases.andHalf})? ${numberPhrases.times})(?!\p{L})(?:${numberPhrases.timesOf})?`,
    ),
    anyTimes: wordExpression(anyOf([numberPhrases.times, ...Object.keys(numberPhrases.twice)]), 'iu'),
    anyHundreds: wordExpression(large, 'iu'),
    notTimes: wordExpression(numberPhrases.notTimes, 'iu'),
    beforeTimesName: wordExpression(numberPhrases.beforeTimesName, 'iu'),
    hundreds: all(
      String.raw`(?<![\p{L}\p{N}-])((?:an? )?(?:(?:${word})[ -]){0,4}(?:${large})(?:[ -](?:${word})){0,3})(?= \p{L})`,
    ),
    notAllOf: wordExpression(numberPhrases.notAllOf, 'iu'),
  }
}

/** "twenty-five" → 25, "a hundred" → 100, "two hundred" → 200; undefined for any other text. */
export function numberWord({ cardinals, largeNumbers }: ClaimWords, text: string): number | undefined {
  let total: number | undefined
  for (const word of text.toLowerCase().replace(/^an? /, 'one ').split(/[ -]/)) {
    const value = largeNumbers[word] ?? (cardinals.includes(word) ? cardinals.indexOf(word) + 1 : undefined)
    if (value === undefined) return undefined
    total = value >= 100 ? (total ?? 1) * value : (total ?? 0) + value
  }
  return total
}

export interface ScalePattern {
  readonly exponent: number
  readonly pattern: RegExp
}

/** A scale of a script without spaces ends where its sign does: "40億円". */
function scaleSource(forms: readonly string[]): string {
  const [spaced, unspaced] = [true, false].map((each) => forms.filter((form) => /^[a-z]/i.test(form) === each))
  const own = spaced?.length ? [String.raw`(?:${anyOf(spaced)})(?![\p{L}\p{N}])`] : []
  return String.raw`^\s?(?:${[...own, ...(unspaced?.length ? [anyOf(unspaced)] : [])].join('|')})`
}

/** A scale's word at the beginning of a text, with its exponent. */
export const compileScales = once(({ scales }: ClaimWords): readonly ScalePattern[] =>
  scales.map(({ exponent, words, letters }) => ({
    exponent,
    pattern: wordExpression(scaleSource([...words, ...letters]), 'iu'),
  })),
)

/** A number in words or digits: "twelve", "36"; undefined for any other text. */
export const numberSaid = (claims: ClaimWords, text: string): number | undefined =>
  /^\d{1,3}$/.test(text) ? Number(text) : numberWord(claims, text)

/** How a number below a hundred is written, as sources of expressions: 53 as "53" and "fifty-three". */
export function numberForms({ cardinals, largeNumbers }: ClaimWords, value: number): readonly string[] {
  const tens = Object.entries(largeNumbers).find(([, each]) => each === value - (value % 10))?.[0]
  const ones = cardinals[(value % 10) - 1]
  const word = cardinals[value - 1] ?? (tens === undefined || ones === undefined ? tens : `${tens}[- ]${ones}`)
  return [String(value), ...(word === undefined ? [] : [word])]
}

/** "fourth", "four", "4th", "4" → 4; "thirty" → 30; undefined for any other word. */
export function countWord({ cardinals, ordinals, largeNumbers }: ClaimWords, word: string): number | undefined {
  const text = word.toLowerCase()
  const at = Math.max(ordinals.indexOf(text), cardinals.indexOf(text))
  if (at >= 0) return at + 1
  const digits = /^(\d{1,3})(?:st|nd|rd|th)?$/.exec(text)
  return digits ? Number(digits[1]) : largeNumbers[text]
}
