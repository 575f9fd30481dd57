/** The unit that a slide, a caption or a table header declares for its plain numbers. */
export interface DeclaredUnit {
  readonly currency: string | undefined
  readonly exponent: number
  /** "except per share": amounts per share stand in single units. */
  readonly exceptPerShare: boolean
}

const currencies: readonly (readonly [RegExp, string])[] = [
  [/JPY|¥|\byen\b|円/i, 'JPY'],
  [/EUR|€|\beuros?\b/i, 'EUR'],
  [/GBP|£|\bpounds?\b|\bsterling\b/i, 'GBP'],
  [/CHF|swiss francs?/i, 'CHF'],
  [/\b(?:CNY|RMB)\b|yuan|renminbi/i, 'CNY'],
  [/\b(SEK|NOK|DKK|AUD|CAD|SGD|HKD|TWD|KRW|INR|BRL)\b/, ''],
  [/USD|US\$|U\.S\. dollars?|\$|\bdollars?\b/i, 'USD'],
]
const scales: readonly (readonly [RegExp, number])[] = [
  [/trillions?|\btn\b|兆/i, 12],
  [/billions?|\bbn\b|十億/i, 9],
  [/億/, 8],
  [/millions?|\bmn\b|\bmm\b|mln|百万|(?:[$€£¥]|EUR|USD|GBP|CHF)\s?m\b|\bm[€£$]/i, 6],
  [/thousands?|千|(?:[$€£¥]|EUR|USD|GBP)\s?k\b|\b(?:in|of)\s+000s?|'000/i, 3],
]
const declaration =
  /\bunits?\s*[:：=]|\bin\s+(?:[A-Z$€£¥]{1,3}\s?)?(?:thousand|million|billion|bn|mn|m\b)|(?:thousand|million|billion)s? of|\b(?:amounts|figures|all numbers)\b|^\s*\(?\s*(?:[A-Za-z]+,\s*)?(?:JPY|USD|EUR|GBP|CHF|[A-Z]{3}|US\$|[$€£¥])\s?(?:in )?\s?(?:thousands?|millions?|billions?|bn|mn|m|k)\b|\((?:[A-Z]{3}|US\$|[$€£¥])\s?(?:in )?\s?(?:thousands?|millions?|billions?|bn|mn|m)\)/i

/** Reads "Unit: JPY million", "(in millions of US$)", "€m"; undefined when the text declares no unit. */
export function parseUnitLine(text: string): DeclaredUnit | undefined {
  if (!declaration.test(text)) return undefined
  const scale = scales.find(([pattern]) => pattern.test(text))
  if (!scale) return undefined
  if (/\d/.test(text.replace(/'000|\b000s?/g, ''))) return undefined
  const match = currencies.find(([pattern]) => pattern.test(text))
  const currency = match && (match[1] === '' ? match[0].exec(text)?.[1] : match[1])
  return { currency, exponent: scale[1], exceptPerShare: /except|per[- ]share/i.test(text) }
}

/** A unit inside a table's header, a caption or a row label: "Revenue (JPY mn)", "EUR m". */
export function parseUnitIn(text: string): DeclaredUnit | undefined {
  const inner = /[([]([^()[\]]*)[)\]]/.exec(text)?.[1]
  const direct = parseUnitLine(text)
  if (direct) return direct
  return inner === undefined ? undefined : parseUnitLine(`(${inner})`)
}
