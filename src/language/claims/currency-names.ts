import { once } from '../../model/memory.ts'
import { currencyCodes } from '../../model/unit.ts'
import type { ClaimWords } from '../claim-words.ts'

/** ISO codes of currencies that are not words of the language as well. */
export const codesOf = once(({ codesLikeWords }: ClaimWords): readonly string[] =>
  [...currencyCodes].filter((code) => !codesLikeWords.includes(code)),
)

/** Every code, mark and word of a currency. */
export const currencyNames = (claims: ClaimWords): readonly string[] => [
  ...codesOf(claims),
  ...claims.currencies.flatMap(({ marks, words }) => [...marks, ...words]),
]

/** Codes by every way in which a currency is written, in small letters. */
const codesByName = once(
  (claims: ClaimWords): ReadonlyMap<string, string> =>
    new Map([
      ...codesOf(claims).map((code) => [code.toLowerCase(), code] as const),
      ...claims.currencies.flatMap(({ code, marks, words }) =>
        [...marks, ...words].map((name) => [name.toLowerCase(), code] as const),
      ),
    ]),
)

/** The ISO code of a currency as it is written; undefined for any other text. */
export const currencyCode = (claims: ClaimWords, text: string): string | undefined =>
  codesByName(claims).get(text.toLowerCase().replace(/\s+/g, ' '))
