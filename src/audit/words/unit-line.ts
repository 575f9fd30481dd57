import type { Lexicon } from './lexicon.ts'

/** The unit that a slide, a caption or a table header declares for its plain numbers. */
export interface DeclaredUnit {
  readonly currency: string | undefined
  readonly exponent: number
  /** "except per share": amounts per share are in single units. */
  readonly exceptPerShare: boolean
}

/** Reads "Unit: JPY million", "(in millions of US$)", "€m"; undefined when the text declares no unit. */
export function parseUnitLine(text: string, { numbers, words }: Lexicon): DeclaredUnit | undefined {
  if (!numbers.declaration.test(text)) return undefined
  const scale = numbers.declaredScales.find(([pattern]) => pattern.test(text))
  if (!scale) return undefined
  if (/\d/.test(text.replace(/'000|\b000s?/g, ''))) return undefined
  const currency = numbers.declaredCurrencies.find(([pattern]) => pattern.test(text))?.[1]
  return { currency, exponent: scale[1], exceptPerShare: words.phrase('exceptPerShare').test(text) }
}

/** A unit inside a table's header, a caption or a row label: "Revenue (JPY mn)", "EUR m". */
export function parseUnitIn(text: string, lexicon: Lexicon): DeclaredUnit | undefined {
  const inner = /[([]([^()[\]]*)[)\]]/.exec(text)?.[1]
  const direct = parseUnitLine(text, lexicon)
  if (direct) return direct
  return inner === undefined ? undefined : parseUnitLine(`(${inner})`, lexicon)
}
