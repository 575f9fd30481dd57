import { multiply, parseDecimal, powerOfTen, toExactText, toFixed } from '../model/rational.ts'

/** What Excel's own formats 1–48 look like; dates and fractions are left out. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
}

/** A number format by its id, of the workbook's own or of Excel's. */
export function formatById(id: number, own: ReadonlyMap<number, string>): string | undefined {
  return own.get(id) ?? builtIn[id]
}

/** Texts, colours, fill characters and what escapes them say nothing of the digits. */
const aside = /"[^"]*"|\[[^\]]*\]|[\\_*]./g

/** Digits as a format shows a stored number: 0.069 as "6.9%", 73 as "73.0"; other formats leave it as it is. */
export function shownNumber(stored: string, format: string): string {
  const plain = (format.split(';')[0] ?? '').replace(aside, '').replace(/[\s()$€£¥+-]/g, '')
  const match = /^([#0?,]*[#0?])(?:\.([0#?]*))?(,*)(%?)$/.exec(plain)
  const parsed = parseDecimal(stored)
  if (!match || !parsed) return stored
  const [, , places = '', thousands = '', percent = ''] = match
  const value = multiply(parsed.value, powerOfTen((percent === '' ? 0 : 2) - 3 * thousands.length))
  const least = places.lastIndexOf('0') + 1
  const rounded = toFixed(value, places.length)
  const kept = rounded.includes('.') ? rounded.replace(/0+$/, '') : rounded
  const decimals = Math.max(least, kept.split('.')[1]?.length ?? 0)
  return `${toFixed(value, decimals)}${percent}`
}

/** Plain digits of what JavaScript may write as "1e-7". */
export function plainNumber(stored: string): string {
  const text = String(Number(stored))
  const match = /^(-?[\d.]+)e([+-]\d+)$/.exec(text)
  const parsed = match && parseDecimal(match[1] ?? '')
  return parsed && match ? toExactText(multiply(parsed.value, powerOfTen(Number(match[2])))) : text
}
