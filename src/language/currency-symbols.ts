/**
 * Symbols by ISO code: the narrow symbols of Unicode CLDR for English (of PEN that for Peru), as ICU has them; the test compares.
 * To one that several currencies share ($, £, ¥, kr) we add letters of the country for all but the best known, so that a
 * deck of many currencies, and a reader of one, never has to guess.
 */
export const symbols: Readonly<Record<string, string>> = {
  AMD: '֏', ARS: 'AR$', AUD: 'A$', AZN: '₼', BDT: '৳', BRL: 'R$', CAD: 'C$', CLP: 'CL$', CNY: 'CN¥', COP: 'CO$',
  CRC: '₡', CZK: 'Kč', DKK: 'Dkr', EGP: 'E£', EUR: '€', GBP: '£', GEL: '₾', GHS: 'GH₵', HKD: 'HK$', HUF: 'Ft',
  ILS: '₪', INR: '₹', ISK: 'Ikr', JMD: 'J$', JPY: '¥', KHR: '៛', KRW: '₩', KZT: '₸', LAK: '₭', MNT: '₮', MXN: 'MX$',
  MYR: 'RM', NGN: '₦', NOK: 'Nkr', NZD: 'NZ$', PEN: 'S/', PHP: '₱', PLN: 'zł', PYG: '₲', RON: 'lei', RUB: '₽',
  SEK: 'Skr', SGD: 'S$', THB: '฿', TRY: '₺', TWD: 'NT$', UAH: '₴', USD: '$', VND: '₫', XAF: 'FCFA', XOF: 'F CFA', ZAR: 'R',
} // biome-ignore format: one line a letter or so

/** The code itself where there is no common symbol. */
export const symbolOf = (code: string): string => symbols[code] ?? code

/** A mark that ends in a letter runs into the digits: "zł 407", as against "€407". */
export const endsInLetter = (mark: string): boolean => /\p{L}$/u.test(mark)
