import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileData, csvSeparator } from '../../src/compiler/compile.ts'
import { isShifted, shiftYears } from '../../src/format/calendar.ts'
import { statedKey } from '../../src/format/figure-key.ts'
import { fiscalYear, lastMonthOf, spanOf } from '../../src/format/fiscal.ts'
import { parsePeriod } from '../../src/format/period-text.ts'
import type { DeckData } from '../../src/model/deck.ts'
import type { FactBook } from '../../src/model/fact-book.ts'
import type { Period } from '../../src/model/period.ts'
import { add, compare, divide, multiply, parseDecimal, type Rational, toFixed, zero } from '../../src/model/rational.ts'
import { csvText } from '../../src/project/roll/csv-text.ts'
import { readDeck } from '../golden/_decks.ts'

/** Figures that a test says itself, by "metric@period". */
export type Said = Readonly<Record<string, string>>

const [one, hundred] = ['1', '100'].map((text) => parseDecimal(text)?.value ?? zero)

interface Known {
  readonly data: DeckData
  readonly facts: FactBook
  readonly scale: Rational // of flows against what stood there last time
}

const valueAt = ({ facts }: Known, metric: string, period: Period): Rational | undefined =>
  facts.figure({ metric, period }).value ?? undefined

/** An invented figure: a ratio of what is known, the year so far as the sum of its parts, else what stood there last time. */
function invented(known: Known, metric: string, period: Period): Rational | undefined {
  const { data } = known
  const { calendar } = data.config
  const item = data.metrics.get(metric)
  const { definition } = item ?? {}
  if (item && definition?.kind === 'ratio' && !definition.over) {
    const [a, b] = definition.of.map((part) => valueAt(known, part, period))
    if (a && b && compare(b, zero) !== 0)
      return multiply(divide(a, b), (item.unit.kind === 'percent' ? hundred : one) ?? zero)
  }
  const part = calendar.subPeriods === 'quarters' ? 3 : 6
  if (item?.kind === 'flow' && period.kind === 'span' && period.months > part) {
    const { start } = fiscalYear(lastMonthOf(period), calendar)
    const [before, last] = [
      spanOf(start, period.months - part, calendar),
      spanOf(period.start + period.months - part, part, calendar),
    ]
    const [a, b] = [valueAt(known, metric, before), valueAt(known, metric, last) ?? invented(known, metric, last)]
    if (a && b) return add(a, b)
  }
  const same = data.figures
    .filter(
      (one) =>
        one.metric === metric &&
        one.scenario === 'actual' &&
        one.measure === 'value' &&
        one.period.kind === period.kind,
    )
    .filter(
      (one) =>
        one.value && (period.kind === 'instant' || (one.period.kind === 'span' && one.period.months === period.months)),
    )
    .sort((a, b) => lastMonthOf(b.period) - lastMonthOf(a.period))
  const before = same.find((one) => isShifted(shiftYears(period, 0, calendar), 0, one.period)) ?? same[0]
  return before?.value ? multiply(before.value, item?.kind === 'flow' ? known.scale : (one ?? zero)) : undefined
}

const decimalsOf = (cell: string): number => /[.,](\d{1,3})$/.exec(cell.replace(/,(?=\d{3}\b)/g, ''))?.[1]?.length ?? 0

/** Fills the empty rows that a roll made for a document, only with values that end with the reporting period if `newest`; gives how many cells it filled. */
export function fillFigures(
  root: string,
  document: string,
  said: Said = {},
  { scale = '1', newest = false }: { readonly scale?: string; readonly newest?: boolean } = {},
): number {
  let count = 0
  for (const isRatio of [false, true]) count += fillPass(root, document, { said, isRatio, scale, newest })
  return count
}

function fillPass(
  root: string,
  document: string,
  {
    said,
    isRatio,
    scale,
    newest,
  }: { readonly said: Said; readonly isRatio: boolean; readonly scale: string; readonly newest: boolean },
): number {
  const compiled = compileData(readDeck(root))
  const known = compiled && { ...compiled, scale: parseDecimal(scale)?.value ?? zero }
  if (!known) throw new Error('the data have mistakes')
  const folder = join(root, 'data/figures')
  const { calendar, files } = known.data.config
  const done = new Set<string>() // a balance may have columns of its day and of the quarter that ends on it
  let count = 0
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8')
    const csv = csvText(text, csvSeparator(text))
    if (!csv) continue
    const names = csv.header.cells.map(({ value }) => value)
    const at = (cells: (typeof csv.rows)[number]['cells'], column: string): string =>
      cells[names.indexOf(column)]?.value ?? ''
    let [made, from] = ['', 0]
    for (const { cells } of csv.rows) {
      const metric = at(cells, 'metric')
      if (at(cells, 'source') !== document || at(cells, 'scenario') !== '') continue
      if (newest && !['', 'value'].includes(at(cells, 'measure'))) continue
      const own =
        known.data.metrics.get(metric) ??
        [...known.data.metrics.values()].find(({ formerly }) => formerly?.includes(metric))
      if (!own || (own.definition?.kind === 'ratio') !== isRatio) continue
      const like = csv.rows.find((row) => at(row.cells, 'metric') === metric && at(row.cells, 'source') !== document)
      const decimals = Math.max(
        0,
        ...names.map((column) => (like && parsePeriod(column, calendar) ? decimalsOf(at(like.cells, column)) : 0)),
      )
      for (const [index, column] of names.entries()) {
        const period = parsePeriod(column, calendar)
        const cell = cells[index]
        const key = period && `${own.id}@${statedKey(period, own)}`
        if (
          !period ||
          !cell ||
          (key && done.has(key)) ||
          cell.value !== '' ||
          known.facts.figure({ metric: own.id, period }).value
        )
          continue
        const value = invented(known, own.id, period)
        const digits =
          said[`${own.id}@${column}`] ?? (value && isWanted(period, known.data, newest) ? toFixed(value, decimals) : '')
        if (digits === '') continue
        if (key) done.add(key)
        made += text.slice(from, cell.start) + (files.decimal === ',' ? digits.replace('.', ',') : digits)
        from = cell.end
        count++
      }
    }
    writeFileSync(join(folder, name), made + text.slice(from))
  }
  return count
}

/** A year before the reporting period or later: what a release prints; only what ends with it where comparatives are known. */
const isWanted = (period: Period, { config }: DeckData, newest: boolean): boolean => {
  const last = lastMonthOf(config.reportingPeriod)
  return newest ? lastMonthOf(period) === last : lastMonthOf(period) >= last - 12
}
