import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Figure, Status } from '../../model/figure.ts'
import type { Period } from '../../model/period.ts'
import type { Rounding } from '../../model/rational.ts'
import type { Place } from '../../model/source-file.ts'
import { invalidNumber, invalidPeriod, invalidRange, invalidStatus } from '../diagnostics/data.ts'
import { type FigureCell, readFigureCell } from './cells.ts'
import type { Cell } from './csv.ts'
import type { FigureContext, RowFacts } from './figure-context.ts'

/** A figure, a diagnostic, or neither: an empty cell. */
export interface FigureReading {
  readonly figure?: Figure
  readonly diagnostic?: Diagnostic
}

/** Narrows the place of a cell to the characters that are wrong; a workbook's cell stays whole. */
function partOf(place: Place, at: number, length: number): Place {
  return place.cell === undefined ? { ...place, column: place.column + at, length: Math.max(1, length) } : place
}

/** The status of the row and the form of the cell have to agree; without a status the form decides. */
function statusOf(form: FigureCell['kind'], status: Status | undefined): Status | { readonly hint: string } {
  const natural = ({ number: 'published', derived: 'derived', range: 'range' } as const)[form]
  if (status === undefined || status === natural || status === 'restated') return status ?? natural
  if (form === 'range') return 'range'
  if (form === 'number') {
    return status === 'range' ? { hint: 'a range is written low..high; leave the status empty for a number.' } : status
  }
  return status === 'range' ? 'derived' : { hint: 'a number with bounds is derived: write "derived" as the status.' }
}

/** Percentages are rounded to nearest even where amounts are cut off, as Japanese statements do. */
const roundingOf = (facts: RowFacts, rounding: Rounding): Rounding =>
  facts.unit.kind === 'percent' || facts.unit.kind === 'points' ? 'nearest' : rounding

function figureOf(cell: FigureCell, status: Status, given: { period: Period; place: Place; facts: RowFacts }): Figure {
  const { facts, period, place } = given
  const inWords = status === 'derived' || status === 'range'
  return {
    metric: facts.metric.id,
    period,
    scenario: facts.scenario,
    measure: facts.measure,
    value: cell.value,
    low: cell.low,
    high: cell.high,
    ulp: cell.ulp,
    unit: facts.unit,
    status,
    ...(cell.qualifier === undefined ? {} : { qualifier: cell.qualifier }),
    ...(inWords && facts.at !== '' ? { formula: facts.at } : {}),
    sources: facts.sources,
    ...(facts.note === '' ? {} : { note: facts.note }),
    place,
  }
}

/** Why a figure of the row cannot be of that period, undefined when it can. */
function periodMismatch({ metric, measure }: RowFacts, period: Period): string | undefined {
  if (metric.kind === 'flow' && period.kind === 'instant') {
    return 'a flow has no value at a date: use a quarter, half or year.'
  }
  const isQuarterly = metric.kind === 'stock' || period.kind === 'instant' || period.months === 3
  return measure.startsWith('qoq') && !isQuarterly ? 'only a quarter has a quarter before it: use yoy.' : undefined
}

/** Reads one cell of a row in a period's column. */
export function parseFigure(
  cell: Cell,
  period: Period,
  { facts, rounding, qualifiers }: Pick<FigureContext, 'rounding' | 'qualifiers'> & { readonly facts: RowFacts },
): FigureReading {
  const { text, place } = cell
  const percent = facts.unit.kind === 'percent'
  const reading = readFigureCell(text, { rounding: roundingOf(facts, rounding), percent, qualifiers })
  if (reading.kind === 'empty') return {}
  if (reading.kind === 'invalid-range') return { diagnostic: invalidRange(text, place) }
  if (reading.kind === 'invalid-number') {
    const where = partOf(place, reading.at, reading.text.length)
    return { diagnostic: invalidNumber(reading.text, { place: where, hint: reading.hint }) }
  }
  const mismatch = periodMismatch(facts, period)
  if (mismatch !== undefined) {
    return { diagnostic: invalidPeriod(period.label, { place, metric: facts.metric.id, hint: mismatch }) }
  }
  const status = statusOf(reading.figure.kind, facts.status)
  if (typeof status !== 'string') {
    return { diagnostic: invalidStatus(facts.status ?? '', { place, text, hint: status.hint }) }
  }
  return { figure: figureOf(reading.figure, status, { period, place, facts }) }
}
