import {
  compare,
  multiply,
  parseDecimal,
  powerOfTen,
  type Rational,
  sign,
  toExactText,
  toFixed,
} from '../../model/rational.ts'
import type { SheetScale } from '../../model/source-file.ts'

/** What Excel's own formats 1–48 look like; fractions are left out. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
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

/** Whether a format shows days or times: it has their letters and no places for digits. */
function isDateFormat(format: string): boolean {
  const plain = format.replace(/"[^"]*"|[\\_*].|\[(?!h|m|s)[^\]]*\]|s\.0+|general/gi, '')
  return /[ymdhs]/i.test(plain) && !/[0#?]/.test(plain)
}

/** A stored number as its sheet shows it. */
export interface Shown {
  /** "69.7", "6.9%": what stands for the number, without the words around it. */
  readonly digits: string
  /** Where the format scales or says a scale: what of it, and the whole as shown. */
  readonly scale?: SheetScale
}

/** Words and signs of scales in formats, to their powers of ten. Scales of other languages are written as well. */
const scaleWords: readonly (readonly [RegExp, number])[] = [
  [/^(k|thousands?|tsd|th|千円?)$/i, 3],
  [/^万円?$/, 4],
  [/^(m|mn|mm|mio|mln|mill|millions?|百万円?)$/i, 6],
  [/^億円?$/, 8],
  [/^(b|bn|bio|mrd|mia|mld|billions?|十億円?)$/i, 9],
  [/^(t|tn|trn|trillions?|兆円?)$/i, 12],
]

/** The scale that the words of a format say: 6 of "m" and of "mn USD". */
function saidScale(words: string): number | undefined {
  const tokens = words.match(/\p{L}+/gu) ?? []
  return scaleWords.find(([word]) => tokens.some((token) => word.test(token)))?.[1]
}

interface Section {
  readonly pattern: string
  readonly before: string
  readonly after: string
}

/** A part of a format: places of digits, and the literals before and after them. Colours and fill characters say nothing. */
function sectionOf(format: string): Section {
  const parts = { pattern: '', before: '', after: '' }
  const tokens = format.matchAll(/"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(.)/gsu)
  for (const [, quoted, escaped, currency, bare = ''] of tokens) {
    const literal = quoted ?? escaped ?? currency ?? (/[\s()$€£¥+\-a-df-z]/i.test(bare) ? bare : '')
    if (literal === '') parts.pattern += bare
    else if (/^[()+-]$/.test(literal))
      continue // the sign is the number's own
    else if (/[0#?]/.test(parts.pattern)) parts.after += literal
    else parts.before += literal
  }
  return parts
}

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
}

/** A part of a format with the values that it is for, where it says so: "[>=1000]0,". */
interface Part {
  readonly section: Section
  readonly isFor?: (value: Rational) => boolean
}

function partOf(written: string): Part {
  const section = sectionOf(written)
  const [, sign = '', digits = ''] = /\[([<>=]{1,2})(-?[\d.]+)\]/.exec(written) ?? []
  const limit = parseDecimal(digits)?.value
  if (sign === '') return { section }
  return { section, isFor: (value) => limit !== undefined && comparisons[sign]?.(compare(value, limit)) === true }
}

/** The part that a value is shown by: of its sign, or the first whose condition it meets. */
function sectionFor(value: Rational, parts: readonly Part[]): Section | undefined {
  if (parts.some(({ isFor }) => isFor)) return parts.find(({ isFor }) => !isFor || isFor(value))?.section
  const bySign = sign(value) < 0 ? parts[1] : sign(value) === 0 ? parts[2] : parts[0]
  return (bySign ?? parts[0])?.section
}

function shownBy({ pattern, before, after }: Section, stored: string, exact: Rational): Shown {
  const match = /^([#0?,]*[#0?])(?:\.([#0?]*))?(,*)(%?)$/.exec(pattern)
  if (!match) return { digits: stored }
  const [, , places = '', thousands = '', percent = ''] = match
  const commas = 3 * thousands.length
  const power = (percent === '' ? 0 : 2) - commas
  const value = power === 0 ? exact : multiply(exact, powerOfTen(power))
  const least = places.lastIndexOf('0') + 1
  const rounded = toFixed(value, places.length)
  const kept = rounded.includes('.') ? rounded.replace(/0+$/, '') : rounded
  const decimals = Math.max(least, kept.split('.')[1]?.length ?? 0)
  // a derived figure keeps its bounds in the format, so that formulas can use it: 13866 in #,##0" [13865..13868]"
  const bounds = /^ \[[\d.-]+\.\.[\d.-]+\]$/.test(after) ? after : ''
  const digits = `${decimals === places.length ? rounded : toFixed(value, decimals)}${percent}${bounds}`
  const said = saidScale(`${before} ${after}`)
  if (said === undefined && commas === 0) return { digits }
  const text = `${before}${digits}${after}`.trim()
  return { digits, scale: { text, commas, stored, ...(said === undefined ? {} : { said }) } }
}

/** A number format, read once for the many cells that have it. */
export interface NumberFormat {
  /** It shows days or times. */
  readonly isDate: boolean
  /** As it shows a stored number: 0.069 as "6.9%", 73 as "73.0"; formats of other kinds leave it as it is. */
  readonly show: (stored: string) => Shown
}

export function numberFormat(format: string): NumberFormat {
  const parts = (format.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;|$)/g) ?? []).map(partOf)
  return {
    isDate: isDateFormat(format),
    show(stored) {
      const parsed = parseDecimal(stored)
      const section = parsed && sectionFor(parsed.value, parts)
      return section ? shownBy(section, stored, parsed.value) : { digits: stored }
    },
  }
}

/** Plain digits of what JavaScript may write as "1e-7": the shortest that mean the same number. */
export function plainNumber(stored: string): string {
  const text = String(Number(stored))
  if (!text.includes('e')) return text
  const match = /^(-?[\d.]+)e([+-]\d+)$/.exec(text)
  const parsed = match && parseDecimal(match[1] ?? '')
  return parsed && match ? toExactText(multiply(parsed.value, powerOfTen(Number(match[2])))) : text
}
