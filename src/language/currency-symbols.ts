/**
 * Symbols by ISO code: the narrow symbols of Unicode CLDR for English (of PEN that for Peru), as ICU has them; the test compares.
 * HKD, SGD and TWD have letters: their issuers write them always, and a bare $ would be read as the US one.
 */
export const symbols: Readonly<Record<string, string>> = {
  AMD: '֏', ARS: '$', AUD: '$', AZN: '₼', BDT: '৳', BRL: 'R$', CAD: '$', CLP: '$', CNY: '¥', COP: '$',
  CRC: '₡', CZK: 'Kč', DKK: 'kr', EGP: 'E£', EUR: '€', GBP: '£', GEL: '₾', GHS: 'GH₵', HKD: 'HK$', HUF: 'Ft',
  ILS: '₪', INR: '₹', ISK: 'kr', JMD: '$', JPY: '¥', KHR: '៛', KRW: '₩', KZT: '₸', LAK: '₭', MNT: '₮', MXN: '$',
  MYR: 'RM', NGN: '₦', NOK: 'kr', NZD: '$', PEN: 'S/', PHP: '₱', PLN: 'zł', PYG: '₲', RON: 'lei', RUB: '₽',
  SEK: 'kr', SGD: 'S$', THB: '฿', TRY: '₺', TWD: 'NT$', UAH: '₴', USD: '$', VND: '₫', XAF: 'FCFA', XOF: 'F CFA', ZAR: 'R',
} // biome-ignore format: one line a letter or so

/** Letters of the country before a sign that several currencies share, for decks that hold two of them. */
const letters: Readonly<Record<string, string>> = {
  ...{ ARS: 'AR', AUD: 'A', CAD: 'C', CLP: 'CL', COP: 'CO', JMD: 'J', MXN: 'MX', NZD: 'NZ' },
  ...{ USD: 'US', CNY: 'CN', JPY: 'JP', DKK: 'D', ISK: 'I', NOK: 'N', SEK: 'S' },
} // biome-ignore format: one line a sign or so

/** Of some currencies those whose sign another one of them has too. */
export function sharingSigns(codes: Iterable<string>): readonly string[] {
  const held = [...new Set(codes)]
  return held.filter((code) => held.some((other) => other !== code && symbolOf(other) === symbolOf(code)))
}

/** The sign; the code itself where there is no common one. `lettered` are currencies whose sign would not tell them apart. */
export function symbolOf(code: string, lettered: readonly string[] = []): string {
  const sign = symbols[code] ?? code
  return lettered.includes(code) ? `${letters[code] ?? ''}${sign}` : sign
}

/** Codes by the signs that only one currency has: "€", "US$", "A$", "R$", but neither "$" nor "¥". */
const codesBySign: ReadonlyMap<string, string> = new Map([
  ...Object.entries(symbols).flatMap(([code, sign]) =>
    /\p{Sc}/u.test(sign) && Object.values(symbols).filter((other) => other === sign).length === 1
      ? [[sign, code] as const]
      : [],
  ),
  ...Object.keys(letters).map((code) => [symbolOf(code, [code]), code] as const),
])

/** The ISO code of a currency by a sign that no other currency has. */
export const codeOfSign = (sign: string): string | undefined => codesBySign.get(sign)

/** A mark that ends in a letter runs into the digits: "zł 407", as against "€407". */
export const endsInLetter = (mark: string): boolean => /\p{L}$/u.test(mark)
