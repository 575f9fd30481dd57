import type { ClaimWords } from '../../language/claim-words.ts'
import { codesOf } from '../../language/claims/currency-names.ts'
import { anyOf, formsOf } from '../../language/claims/pattern-parts.ts'

/** How numbers are written in a text of a language. */
export interface NumberPatterns {
  /**
   * A number (g). Groups: 1 opening bracket, 2 sign before the currency, 3 currency, 4 sign before the digits, 5 digits,
   * 6 word of the scale, 7 letter of the scale, 8 unit, 9 "x", 10 closing bracket.
   */
  readonly token: RegExp
  /** A hedge at the end of the text before a number, in group 1. */
  readonly hedge: RegExp
  /** Powers of ten by the word or letter of the scale, in lower case. */
  readonly scales: ReadonlyMap<string, number>
  /** ISO codes by mark or word. */
  readonly currencies: ReadonlyMap<string, string>
  /** Words behind a number that are no noun it counts. */
  readonly notCounted: ReadonlySet<string>
  readonly percent: RegExp
  readonly points: RegExp
  readonly basisPoints: RegExp
  /** Currencies and scales in the declaration of a unit, in the order in which they are tried. */
  readonly declaredCurrencies: readonly (readonly [RegExp, string])[]
  readonly declaredScales: readonly (readonly [RegExp, number])[]
  /** A noun behind a number, in group 2, with the words before it in group 1. */
  readonly countedNoun: RegExp
  /** A unit or scale right behind digits, without a blank. */
  readonly gluedUnit: RegExp
  /** Brackets with a scale in them (g). */
  readonly bracketedScale: RegExp
  /** Brackets around digits alone, between their currency and scale or before their unit (g): groups are the parts. */
  readonly bracketsInAmount: RegExp
  readonly bracketsInRate: RegExp
  /** A cell that holds but a number; `wholeCell` also one with a second number in brackets. */
  readonly plainCell: RegExp
  readonly wholeCell: RegExp
  /** Whether a text declares a unit at all. */
  readonly declaration: RegExp
}

const digits = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)`

function tokenOf(claims: ClaimWords): RegExp {
  const { scales, currencies, percents, points, basisPoints } = claims
  const codes = codesOf(claims).join('|')
  const marks = anyOf(currencies.flatMap((currency) => currency.marks))
  const prefix = String.raw`(?:((?:${codes})|${marks})\s?)?`
  const words = anyOf(scales.flatMap((scale) => scale.words))
  const letters = scales.flatMap((scale) => scale.letters.flatMap((letter) => [letter, letter.toUpperCase()]))
  const scale = String.raw`(?:[\s-]?(${words})(?![a-z])|\s?(${anyOf(letters)})(?![A-Za-z0-9]))?`
  const units = [...percents, ...points, ...basisPoints, ...currencies.flatMap((currency) => currency.words)]
  const signs = anyOf(units.filter((unit) => !/[a-z]$/.test(unit)))
  const names = anyOf(units.filter((unit) => /[a-z]$/.test(unit)))
  const suffix = String.raw`(?:\s?(${signs}|(?:${names})(?![a-z])|(?:${codes})(?![A-Za-z]))|(x)(?![a-zA-Z0-9]))?`
  return new RegExp(String.raw`(\()?\s?([+△▲–-]\s?)?${prefix}([+△▲-])?${digits}${scale}${suffix}(\s?\))?`, 'g')
}

function declaredOf(claims: ClaimWords): Pick<NumberPatterns, 'declaredCurrencies' | 'declaredScales' | 'declaration'> {
  const { scales, currencies } = claims
  const marks = anyOf(currencies.flatMap((currency) => currency.marks))
  const before = `(?:[A-Z]{3}|${marks})`
  const words = (own: readonly string[]): string => `(?<![a-z])(?:${anyOf(own)})(?![a-z])`
  const all = anyOf(scales.flatMap((scale) => [...scale.words, ...scale.letters]))
  return {
    declaredCurrencies: [
      ...currencies.map(({ code, marks: own, words: names }): readonly [RegExp, string] => [
        new RegExp(
          [code, ...(own.length > 0 ? [anyOf(own)] : []), ...(names.length > 0 ? [words(names)] : [])].join('|'),
          'i',
        ),
        code,
      ]),
      ...codesOf(claims).map((code): readonly [RegExp, string] => [new RegExp(String.raw`\b${code}\b`), code]),
    ],
    declaredScales: scales.map(({ exponent, words: own, letters }): readonly [RegExp, number] => {
      const letter =
        letters.length > 0 ? String.raw`|${before}\s?(?:${anyOf(letters)})\b|\b(?:${anyOf(letters)})[€£$]` : ''
      const zeros = exponent === 3 ? String.raw`|\b(?:in|of)\s+000s?|'000` : ''
      return [new RegExp(`${words(own)}${letter}${zeros}`, 'i'), exponent]
    }),
    declaration: new RegExp(
      [
        claims.phrases.declaresUnit,
        String.raw`${claims.phrases.inScale}(?:[A-Z$€£¥]{1,3}\s?)?(?:${all})`,
        `(?:${all}) of`,
        String.raw`^\s*\(?\s*(?:[A-Za-z]+,\s*)?${before}\s?(?:in )?\s?(?:${all})\b`,
        String.raw`\(${before}\s?(?:in )?\s?(?:${all})\)`,
      ].join('|'),
      'i',
    ),
  }
}

/** Numbers in cells and in brackets, by the units and scales that may stand with them. */
function writtenOf({
  scales,
  currencies,
  percents,
  points,
  basisPoints,
  counted,
}: ClaimWords): Pick<
  NumberPatterns,
  'countedNoun' | 'gluedUnit' | 'bracketedScale' | 'bracketsInAmount' | 'bracketsInRate' | 'plainCell' | 'wholeCell'
> {
  const scaleWords = anyOf(scales.flatMap(({ words }) => words))
  const letters = anyOf(scales.flatMap(({ letters: own }) => own))
  const rates = anyOf([...percents, ...points, ...basisPoints])
  const unit = `(?:${rates}|${scaleWords}|${letters}|x)?`
  const marks = '$€£¥'
  return {
    countedNoun: new RegExp(String.raw`^\s((?:[A-Za-z][A-Za-z-]*\s){0,2}?)([A-Za-z][A-Za-z]+s|${counted})(?![A-Za-z])`),
    gluedUnit: new RegExp(`^(?:${scaleWords}|${anyOf(currencies.flatMap(({ words }) => words))})`, 'i'),
    bracketedScale: new RegExp(String.raw`\([^)]*(?:${scaleWords}|\b(?:${letters})\b)[^)]*\)`, 'gi'),
    bracketsInAmount: new RegExp(String.raw`([${marks}])\((\d[\d.,]*)\)(\s?(?:${scaleWords}|${letters})\b)?`, 'gi'),
    bracketsInRate: new RegExp(String.raw`\((\d[\d.,]*)\)(\s?(?:${rates})(?!\w))`, 'gi'),
    plainCell: new RegExp(String.raw`^[-+(△▲${marks}A-Z\s]*\d[\d,.]*\s?${unit}\)?$`),
    wholeCell: new RegExp(String.raw`^[\s(+△▲${marks}A-Z-]*[\d.,]+\s?${unit}\s*\)?(?:\s*\(.{0,14}\))?$|^\S+%\s+\S+$`),
  }
}

/** Makes the expressions for numbers of a language's words. Pure. */
export function numberPatterns(claims: ClaimWords): NumberPatterns {
  const { scales, currencies, hedges, percents, points, basisPoints } = claims
  const whole = (texts: readonly string[]): RegExp => new RegExp(`^(?:${anyOf(texts)})$`, 'i')
  return {
    token: tokenOf(claims),
    hedge: new RegExp(String.raw`(?:^|[\s(])(${anyOf(hedges.map(({ word }) => word))})\s*(?:[a-z]+ of )?\(?$`, 'i'),
    scales: new Map(
      scales.flatMap(({ exponent, words, letters }) => [...words, ...letters].map((word) => [word, exponent] as const)),
    ),
    currencies: new Map(
      currencies.flatMap(({ code, marks, words }) => [...marks, ...words].map((text) => [text, code] as const)),
    ),
    notCounted: new Set(formsOf(claims.text.notCounted)),
    percent: whole(percents),
    points: whole([...points, ...basisPoints]),
    basisPoints: whole(basisPoints),
    ...declaredOf(claims),
    ...writtenOf(claims),
  }
}
