import { expect, test } from 'vitest'
import { codeOfSign, sharingSigns, symbolOf, symbols } from './currency-symbols.ts'

const narrow = (currency: string, locale: string): string => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return format.formatToParts(1).find(({ type }) => type === 'currency')?.value ?? ''
}

const plain = (symbol: string): string => symbol.replace(/\s/g, ' ') // "F CFA" has a blank that does not break

test.each(Object.entries(symbols))(
  'the symbol of %s, %s, is that of CLDR, with the letters that issuers always write',
  (code, symbol) => {
    const lettered = { HKD: 'HK', SGD: 'S', TWD: 'NT' }[code] ?? ''
    expect(plain(symbol)).toBe(lettered + plain(narrow(code, code === 'PEN' ? 'es-PE' : 'en')))
  },
)

test('letters of the country stand before a sign that two currencies of a deck share, and no other', () => {
  const held = ['USD', 'CAD', 'EUR', 'SEK', 'NOK', 'JPY']
  expect(held.map((code) => symbolOf(code, sharingSigns(held)))).toEqual(['US$', 'C$', '€', 'Skr', 'Nkr', '¥'])
  expect(['AUD', 'CNY'].map((code) => symbolOf(code, sharingSigns(['AUD', 'CNY'])))).toEqual(['$', '¥'])
})

test('a sign that is read as the US dollar has its letters, alone in a deck as beside others', () => {
  for (const [code, sign] of [
    ['TWD', 'NT$'],
    ['HKD', 'HK$'],
    ['SGD', 'S$'],
  ] as const) {
    expect(symbolOf(code)).toBe(sign)
    expect(symbolOf(code, sharingSigns([code, 'USD', 'SEK']))).toBe(sign)
    expect(codeOfSign(sign)).toBe(code)
  }
})
