import { currencyCodes } from '../../model/unit.ts'
import type { ClaimWords } from '../claim-words.ts'

/** ISO codes of currencies that are not words of the language as well. */
export const codesOf = ({ codesLikeWords }: ClaimWords): readonly string[] =>
  [...currencyCodes].filter((code) => !codesLikeWords.includes(code))

/** Every code, mark and word of a currency. */
export const currencyNames = (claims: ClaimWords): readonly string[] => [
  ...codesOf(claims),
  ...claims.currencies.flatMap(({ marks, words }) => [...marks, ...words]),
]

/** The ISO code of a currency as it is written; undefined for any other text. */
export function currencyCode(claims: ClaimWords, text: string): string | undefined {
  const known = claims.currencies.find(
    ({ marks, words }) => marks.includes(text) || words.includes(text.toLowerCase().replace(/\s+/g, ' ')),
  )
  return known?.code ?? codesOf(claims).find((code) => code === text.toUpperCase())
}
