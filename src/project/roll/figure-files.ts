import { csvSeparator } from '../../compiler/compile.ts'
import { endOf, isShifted } from '../../format/calendar.ts'
import { containing, fiscalYear, lastMonthOf, spanOf } from '../../format/fiscal.ts'
import { groupBy } from '../../format/group-by.ts'
import { parsePeriod } from '../../format/period-text.ts'
import type { Figure } from '../../model/figure.ts'
import { type Calendar, type Period, periodKey, type Span } from '../../model/period.ts'
import type { SourceFile, TextFile } from '../../model/source-file.ts'
import { type CsvText, csvText, withAdded } from './csv-text.ts'
import type { Step } from './next-period.ts'
import type { WantedFigure } from './wanted.ts'

/** An empty cell that the roll made, or that somebody has to make: a row of a file, and the periods that it lacks. */
export interface OpenRow {
  readonly path: string // "" where no file has a row of the metric
  readonly metric: string
  readonly scenario: string
  readonly measure: string // "value", or the change that the row holds
  readonly periods: readonly string[]
  readonly slides: readonly string[]
  readonly isWorkbook: boolean
}

export interface FigureFiles {
  readonly edits: ReadonlyMap<string, string>
  readonly open: readonly OpenRow[]
}

interface Rolling {
  readonly files: readonly SourceFile[]
  readonly figures: readonly Figure[]
  readonly wanted: readonly WantedFigure[]
  /** Targets that need a scenario of their own: they get a column, and no row under an old one. */
  readonly due: readonly WantedFigure[]
  readonly step: Step
  readonly calendar: Calendar
  /** Id of the document that the new figures come from. */
  readonly document: string
}

/** The year so far at the end of a span. */
function soFar(span: Span, calendar: Calendar): Span {
  const { start } = fiscalYear(lastMonthOf(span), calendar)
  return spanOf(start, lastMonthOf(span) - start + 1, calendar)
}

/** The period of the new deck that stands where a period of the old one stood: its quarter, half, year so far or last day. */
function followerOf(period: Period, { from, to }: Step, calendar: Calendar): Period | undefined {
  if (lastMonthOf(period) !== lastMonthOf(from)) return undefined
  if (period.kind === 'instant') return period.day === endOf(from).day ? endOf(to) : undefined
  const part = calendar.subPeriods === 'quarters' ? 3 : 6
  const isSoFar = periodKey(period) === periodKey(soFar(from, calendar))
  if (isSoFar && (period.months !== part || to.months !== part)) return soFar(to, calendar)
  if (period.months === part) return containing(to, part, calendar)
  return period.months === 12 ? spanOf(lastMonthOf(to) - 11, 12, calendar) : undefined
}

/** A figure that is to have a row in the file where its metric has one. */
interface Demand {
  readonly origin: Figure
  readonly isColumnOnly?: boolean
  readonly period: Period
  readonly slides: readonly string[]
}

const sameShape = (a: Period, b: Period): boolean =>
  a.kind === b.kind && (a.kind === 'instant' || (b.kind === 'span' && a.months === b.months))

/** The figure whose row a wanted one belongs beside: of the same length of time, else any, and the newest of them. */
function originOf({ period }: WantedFigure, known: readonly Figure[]): Figure | undefined {
  const rank = (figure: Figure): number => lastMonthOf(figure.period) + (sameShape(figure.period, period) ? 1e6 : 0)
  return known.reduce<Figure | undefined>((best, one) => (!best || rank(one) > rank(best) ? one : best), undefined)
}

/** A balance stands in a column of the day where its file has days. */
const shapedAs = (period: Period, { period: like }: Figure): Period =>
  like.kind === 'instant' && period.kind === 'span' ? endOf(period) : period

/** What follows the figures of the old period, each once: in the file that has it for as long a time. */
function usualDemands(figures: readonly Figure[], step: Step, calendar: Calendar): readonly Demand[] {
  const found = new Map<string, Demand>()
  for (const origin of figures) {
    const period = origin.scenario === 'actual' ? followerOf(origin.period, step, calendar) : undefined
    if (!period) continue
    const key = `${origin.metric}#${origin.measure}@${periodKey(period)}`
    const known = found.get(key)
    if (!known || (sameShape(origin.period, period) && !sameShape(known.origin.period, period)))
      found.set(key, { origin, period, slides: [] })
  }
  return [...found.values()]
}

/**
 * Changes that were published a year before without the amount: what stands in their rows is wanted again, since nothing can be
 * computed against an amount that nobody knows.
 */
function changeDemands(figures: readonly Figure[], wanted: readonly WantedFigure[]): readonly Demand[] {
  const known = groupBy(figures, ({ metric, scenario }) => `${metric}#${scenario}`)
  return wanted.flatMap(({ metric, scenario, period, slides }): readonly Demand[] => {
    const before = (known.get(`${metric}#${scenario}`) ?? []).filter((one) => isShifted(one.period, 12, period))
    if (before.some(({ measure, value }) => measure === 'value' && value !== null)) return []
    return before.filter(({ measure }) => measure !== 'value').map((origin) => ({ origin, period, slides }))
  })
}

function demandsOf({ figures, wanted, due, step, calendar }: Rolling): readonly Demand[] {
  const byName = new Map<string, Figure[]>()
  for (const figure of figures) {
    if (figure.measure !== 'value') continue
    const name = `${figure.metric}#${figure.scenario}`
    const known = byName.get(name)
    if (known) known.push(figure)
    else byName.set(name, [figure])
  }
  const usual = usualDemands(figures, step, calendar)
  const rolled = new Map<string, Figure>()
  for (const { origin, period } of usual) {
    if (origin.measure !== 'value') continue
    rolled.set(`${origin.metric}#actual`, origin)
    rolled.set(`${origin.metric}#actual@${periodKey(period)}`, origin)
  }
  const asked = wanted.flatMap((one): readonly Demand[] => {
    const name = `${one.metric}#${one.scenario}`
    const beside = rolled.get(`${name}@${periodKey(one.period)}`) ?? rolled.get(name) // what rolls on anyway
    const origin = beside ?? originOf(one, byName.get(name) ?? [])
    return origin ? [{ origin, period: shapedAs(one.period, origin), slides: one.slides }] : []
  })
  const columns = due.flatMap((one): readonly Demand[] => {
    const origin = originOf(one, byName.get(`${one.metric}#${one.scenario}`) ?? [])
    return origin ? [{ origin, period: one.period, slides: [], isColumnOnly: true }] : []
  })
  return [...usual, ...asked, ...changeDemands(figures, wanted), ...columns]
}

const rowKeys = ['metric', 'unit', 'scenario', 'measure'] as const

interface NewRow {
  readonly cells: Readonly<Record<string, string>>
  readonly figure: Figure
  readonly periods: Map<string, Period>
  readonly slides: Set<string>
}

/** The row of a file that a figure stands in, as a new row of the new document begins. */
function newRowOf(csv: CsvText, { place }: Figure, document: string): Readonly<Record<string, string>> | undefined {
  const record = csv.rows.findLast(({ line }) => line <= place.line)
  if (!record) return undefined
  const value = (name: string): string =>
    record.cells[csv.header.cells.findIndex((cell) => cell.value === name)]?.value ?? ''
  const at = value('at')
  return {
    ...Object.fromEntries(rowKeys.map((name) => [name, value(name)])),
    source: document,
    at: /\d/.test(at.replace(/\b(?:Table|Note|Sheet)\s*\d+/gi, '')) ? '' : at,
  }
}

const periodColumns = ({ header }: CsvText, calendar: Calendar) =>
  header.cells.flatMap(({ value }, index) => {
    const period = parsePeriod(value, calendar)
    return period ? [{ index, period }] : []
  })

interface FileRolling {
  readonly edit: string
  readonly open: readonly OpenRow[]
}

function rolledFile(
  file: TextFile,
  demands: readonly Demand[],
  { calendar, document }: Rolling,
): FileRolling | undefined {
  const csv = csvText(file.text, csvSeparator(file.text))
  if (!csv) return undefined
  const rows = new Map<string, NewRow>()
  for (const { origin, period, slides, isColumnOnly } of demands) {
    if (isColumnOnly) continue
    const cells = newRowOf(csv, origin, document)
    if (!cells) continue
    const key = rowKeys.map((name) => cells[name]).join('\n')
    const row = rows.get(key) ?? {
      cells,
      figure: origin,
      periods: new Map<string, Period>(),
      slides: new Set<string>(),
    }
    row.periods.set(periodKey(period), period)
    for (const slide of slides) row.slides.add(slide)
    rows.set(key, row)
  }
  const columns = periodColumns(csv, calendar)
  const [first, last] = [columns[0], columns.at(-1)]
  if (!first || !last) return undefined
  const known = new Set(columns.map(({ period }) => periodKey(period)))
  const isAscending = lastMonthOf(first.period) < lastMonthOf(last.period) || columns.length === 1
  const order = isAscending ? 1 : -1
  const length = (period: Period): number => (period.kind === 'span' ? period.months : 0)
  const alone = demands.flatMap(({ period, isColumnOnly }) =>
    isColumnOnly ? [[periodKey(period), period] as const] : [],
  )
  const wanted = [...[...rows.values()].flatMap((row) => [...row.periods]), ...alone]
  const fresh = new Map(wanted.filter(([key]) => !known.has(key)))
  const labels = [...fresh.values()]
    .sort((a, b) => order * (lastMonthOf(a) - lastMonthOf(b)) || length(a) - length(b))
    .map(({ label }) => label)
  const added = {
    before: isAscending ? last.index + 1 : first.index,
    labels,
    rows: [...rows.values()].map(({ cells }) => cells),
  }
  return {
    edit: withAdded(csv, added),
    open: [...rows.values()].map(({ figure, periods, slides }) => openRow(file.path, figure, { periods, slides })),
  }
}

const openRow = (
  path: string,
  { metric, scenario, measure = 'value' }: Pick<Figure, 'metric' | 'scenario'> & { readonly measure?: string },
  { periods, slides }: { readonly periods: ReadonlyMap<string, Period>; readonly slides: Iterable<string> },
): OpenRow => ({
  path,
  metric,
  scenario,
  measure,
  periods: [...periods.values()].map(({ label }) => label),
  slides: [...slides],
  isWorkbook: /\.xlsx$/i.test(path),
})

/** Empty columns and rows for the figures of the new period, in the files that have them of the old one; workbooks are left alone. */
export function rolledFigureFiles(rolling: Rolling): FigureFiles {
  const demands = demandsOf(rolling)
  const byPath = new Map<string, Demand[]>()
  for (const demand of demands) {
    const { path } = demand.origin.place
    const known = byPath.get(path)
    if (known) known.push(demand)
    else byPath.set(path, [demand])
  }
  const edits = new Map<string, string>()
  const open: OpenRow[] = []
  for (const [path, own] of [...byPath].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = rolling.files.find((one) => one.path === path)
    const rolled = file?.kind === 'text' ? rolledFile(file, own, rolling) : undefined
    if (rolled) edits.set(path, rolled.edit)
    open.push(...(rolled?.open ?? inWorkbook(path, own)))
  }
  return { edits, open: [...open, ...withoutRow(rolling)] }
}

function inWorkbook(path: string, demands: readonly Demand[]): readonly OpenRow[] {
  const rows = new Map<string, { figure: Figure; periods: Map<string, Period>; slides: Set<string> }>()
  for (const { origin, period, slides, isColumnOnly } of demands) {
    if (isColumnOnly) continue
    const key = `${origin.metric}#${origin.scenario}`
    const row = rows.get(key) ?? { figure: origin, periods: new Map(), slides: new Set() }
    row.periods.set(periodKey(period), period)
    for (const slide of slides) row.slides.add(slide)
    rows.set(key, row)
  }
  return [...rows.values()].map(({ figure, ...row }) => openRow(path, figure, row))
}

/** Figures that slides ask for and whose metrics have no row anywhere. */
function withoutRow({ wanted, figures }: Rolling): readonly OpenRow[] {
  const known = new Set(figures.map(({ metric, scenario }) => `${metric}#${scenario}`))
  return wanted
    .filter(({ metric, scenario }) => !known.has(`${metric}#${scenario}`))
    .map((one) => openRow('', one, { periods: new Map([['', one.period]]), slides: one.slides }))
}

/** The empty cells that are none of the open figures: a row with the periods that are left of it. */
export function furtherRows(
  rows: readonly OpenRow[],
  open: readonly { readonly metric: string; readonly scenario: string; readonly period: Period }[],
  calendar: Calendar,
): readonly OpenRow[] {
  const keys = new Set(
    open.flatMap(({ metric, scenario, period }) => {
      const name = `${metric}#${scenario}@`
      return [`${name}${periodKey(period)}`, ...(period.kind === 'span' ? [`${name}${periodKey(endOf(period))}`] : [])]
    }),
  )
  return rows.flatMap((row) => {
    const periods = row.periods.filter((label) => {
      const period = parsePeriod(label, calendar)
      return row.measure !== 'value' || !period || !keys.has(`${row.metric}#${row.scenario}@${periodKey(period)}`)
    })
    return periods.length === 0 ? [] : [{ ...row, periods }]
  })
}
