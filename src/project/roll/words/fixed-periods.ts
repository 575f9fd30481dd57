import { parsePeriod, resolvePeriod } from '../../../format/period-text.ts'
import type { DeckConfig } from '../../../model/deck.ts'
import { type Period, periodKey } from '../../../model/period.ts'
import { typedLabel } from '../../../tieout/words/typed-periods.ts'

/** A period that a placeholder or block of a slide names by itself, so that it does not roll on. */
export interface FixedPeriod {
  readonly text: string
  readonly start: number // offset into the file
  readonly line: number // 1-based
  readonly period: Period
  readonly inBlock: boolean
}

const block = /^ {0,3}(`{3,}|~{3,})(?:chart|table|tiles)[ \t]*\r?\n([\s\S]*?)^ {0,3}\1/gm
const placeholder = /\{\{[^\n]*?\}\}/g
/** Helpers whose texts are no periods. */
const ofWords = /^\{\{[#/]?\s*(?:plain|field|label|each|eq|with)\b/
/** "Q3-1", "H1": a part of the year so many years away, which stays that part when the deck rolls on. */
const named = /(?:[QH][1-4])(?:[+-]\d{1,3})?/.source
const token = new RegExp(
  `${typedLabel}|(?<![\\p{L}\\p{N}-])(?:\\d{4}-\\d{2}(?:-\\d{2})?|\\d{4}|${named})(?![\\p{L}\\p{N}-])`,
  'gu',
)
const ofPeriods = new Set(['period', 'periods', 'columns', 'from', 'to', 'vs', 'highlight', 'actual'])

/** The key that a place of a block belongs to: on its line, or over the list that it stands in. */
function keyBefore(text: string): string {
  const lines = text.split('\n')
  const own = lines.pop() ?? ''
  const onLine = [...own.matchAll(/(?<![\w-])([a-z][\w-]*):(?=\s|$)/g)].at(-1)?.[1]
  if (onLine !== undefined) return onLine
  const indent = own.length - own.trimStart().length
  const over = lines.findLast(
    (line) => /^\s*[a-z][\w-]*:\s*\r?$/.test(line) && line.length - line.trimStart().length <= indent,
  )
  return over?.trim().replace(/:.*$/, '') ?? ''
}

interface Scan {
  readonly source: string
  readonly config: DeckConfig
}

const lineOf = (source: string, offset: number): number => source.slice(0, offset).split('\n').length

function fixedAt(text: string, start: number, inBlock: boolean, { source, config }: Scan): readonly FixedPeriod[] {
  const { calendar, reportingPeriod: reporting } = config
  const isNamed = new RegExp(`^${named}$`).test(text)
  const period = isNamed ? resolvePeriod(text, { calendar, reporting }) : parsePeriod(text, calendar)
  return period ? [{ text, start, line: lineOf(source, start), period, inBlock }] : []
}

function inBlocks(scan: Scan): readonly FixedPeriod[] {
  return [...scan.source.matchAll(block)].flatMap((found) => {
    const [whole, , yaml = ''] = found
    const from = found.index + whole.indexOf('\n') + 1
    const bare = yaml.replace(placeholder, (words) => ' '.repeat(words.length))
    return [...bare.matchAll(token)].flatMap((match) => {
      const before = bare.slice(0, match.index)
      const after = bare.slice(match.index + match[0].length)
      const standsAlone =
        /(?:^|[\n[,{:]|\n\s*-|\.\.)\s*["']?$/.test(before) && /^["']?\s*(?:[,\]}\r\n]|\.\.|$)/.test(after)
      return standsAlone && ofPeriods.has(keyBefore(before)) ? fixedAt(match[0], from + match.index, true, scan) : []
    })
  })
}

function inPlaceholders(scan: Scan): readonly FixedPeriod[] {
  return [...scan.source.matchAll(placeholder)].flatMap((found) =>
    ofWords.test(found[0])
      ? []
      : [...found[0].matchAll(/(?<=\s|=)\\?"([^"\\]+)\\?"/g)].flatMap((match) => {
          const [whole, text = ''] = match
          const isWhole = new RegExp(`^(?:${token.source})$`, 'u').test(text)
          return isWhole ? fixedAt(text, found.index + match.index + whole.indexOf(text), false, scan) : []
        }),
  )
}

/** The periods that a slide's placeholders and blocks name by a label, a date or a part of the year, in order. */
export function fixedPeriods(source: string, config: DeckConfig): readonly FixedPeriod[] {
  const scan = { source, config }
  const found = new Map([...inPlaceholders(scan), ...inBlocks(scan)].map((one) => [one.start, one]))
  return [...found.values()].sort((a, b) => a.start - b.start)
}

export const isSamePeriod = (a: Period, b: Period): boolean => periodKey(a) === periodKey(b)
