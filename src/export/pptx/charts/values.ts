import type { ChartMark } from '../../../model/chart.ts'
import type { FigureUse, NumberStyle } from '../../../model/deck.ts'
import { magnitude, negate, parseDecimal, toExactText } from '../../../model/rational.ts'

/** A number of a chart's sheet: its exact digits as printed, and the format in which they look as printed. */
export interface PointValue {
  readonly digits: string
  readonly number: number
  readonly format: string
  /** What is printed instead, where no format makes it of the digits: a range, "n.m.". */
  readonly words?: string
  readonly formula?: string // in the workbook, without "="
}

/** Printed numbers of a chart by fact and text. */
export type ChartUses = ReadonlyMap<string, FigureUse>

export const usesOfChart = (uses: readonly FigureUse[], id: string): ChartUses =>
  new Map(uses.filter(({ key }) => key.startsWith(`${id}.`)).map((use) => [`${use.fact}\n${use.text}`, use]))

const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '""')}"`)

const minusSigns = { parentheses: ['(', ')'], minus: ['−', ''], triangle: ['△', ''] } as const

/** A printed number as what stands before its digits, the digits, and what stands behind them. */
const printed = /^(?<before>[^\d]*?)(?<open>[(−△-]?)(?<digits>\d[\d.,'’\u00a0\u202f\u2009]*)(?<after>[^\d]*)$/u

/**
 * The number format that makes a mark's text of its digits; undefined where there is none: of a range, or of words. Groups and
 * decimals are those of the reader's machine.
 */
export function formatOf(
  text: string,
  decimals: number,
  { negative }: Pick<NumberStyle, 'negative'>,
): string | undefined {
  const found = printed.exec(text)?.groups
  if (!found) return undefined
  const { before = '', open = '', digits = '', after = '' } = found
  const isGrouped =
    digits.replace(/[.,]\d{1,2}$/, '').replace(/\d/g, '') !== '' || digits.replace(/\D/g, '').length - decimals < 4
  const body = `${isGrouped ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`
  const [left, right] =
    open === '' ? minusSigns[negative] : open === '(' ? minusSigns.parentheses : ([open, ''] as const)
  const rest = open === '(' ? after.replace(')', '') : after
  return `${quoted(before)}${body}${quoted(rest)};${quoted(`${before.replace(/\+$/, '')}${left}`)}${body}${quoted(`${rest}${right}`)}`
}

interface ValueContext {
  readonly uses: ChartUses
  readonly numbers: NumberStyle
}

const decimalsIn = (digits: string): number => /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0

/** A mark's number with the digits that it prints; of a range its middle, which stands nowhere else. */
export function pointValue(mark: ChartMark, { uses, numbers }: ValueContext): PointValue {
  const use = uses.get(`${mark.fact}\n${mark.text}`)
  const parsed = use && use.displayed !== '' ? parseDecimal(use.displayed) : undefined
  const size = parsed && (mark.value < 0 ? negate(magnitude(parsed.value)) : magnitude(parsed.value))
  const digits = size && toExactText(size)
  const isSame =
    digits !== undefined &&
    !digits.includes('/') &&
    Math.abs(Number(digits) - mark.value) <= 10 ** -(use?.decimals ?? 0) * 0.51 + 1e-9
  const exact = isSame && digits !== undefined ? digits : String(Number(mark.value.toPrecision(12)))
  const decimals = isSame ? (use?.decimals ?? 0) : decimalsIn(exact)
  const format = isSame && mark.drawn !== 'range' ? formatOf(mark.text, decimals, numbers) : undefined
  return {
    digits: exact,
    number: Number(exact),
    format: format ?? 'General',
    ...(format === undefined && mark.text !== '' && { words: mark.text }),
  }
}

/** A number that only places something. */
export const placing = (number: number): PointValue => {
  const digits = String(Number(number.toPrecision(12)))
  return { digits, number: Number(digits), format: 'General' }
}
