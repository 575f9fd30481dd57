import { expect, test } from 'vitest'
import { symbols } from './currency-symbols.ts'

const narrow = (currency: string, locale: string): string => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return format.formatToParts(1).find(({ type }) => type === 'currency')?.value ?? ''
}

const plain = (symbol: string): string => symbol.replace(/\s/g, ' ') // "F CFA" has a blank that does not break

test.each(Object.entries(symbols))(
  'the symbol of %s, %s, is that of CLDR, after letters of the country at most',
  (code, symbol) => {
    const expected = plain(narrow(code, code === 'PEN' ? 'es-PE' : 'en'))
    expect(plain(symbol).endsWith(expected)).toBe(true)
    expect(plain(symbol).slice(0, -expected.length)).toMatch(/^[A-Z]{0,2}$/)
  },
)
