import { expect, test } from 'vitest'
import { sharingSigns, symbolOf, symbols } from './currency-symbols.ts'

const narrow = (currency: string, locale: string): string => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return format.formatToParts(1).find(({ type }) => type === 'currency')?.value ?? ''
}

const plain = (symbol: string): string => symbol.replace(/\s/g, ' ') // "F CFA" has a blank that does not break

test.each(Object.entries(symbols))('the symbol of %s, %s, is that of CLDR', (code, symbol) => {
  expect(plain(symbol)).toBe(plain(narrow(code, code === 'PEN' ? 'es-PE' : 'en')))
})

test('letters of the country stand before a sign that two currencies of a deck share, and no other', () => {
  const held = ['USD', 'CAD', 'EUR', 'SEK', 'NOK', 'JPY']
  expect(held.map((code) => symbolOf(code, sharingSigns(held)))).toEqual(['US$', 'C$', '€', 'Skr', 'Nkr', '¥'])
  expect(['AUD', 'CNY'].map((code) => symbolOf(code, sharingSigns(['AUD', 'CNY'])))).toEqual(['$', '¥'])
})
