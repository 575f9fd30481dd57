import { figureKey } from '../../../format/figure-key.ts'
import { groupBy } from '../../../format/group-by.ts'
import { decimalsOf } from '../../../format/numbers/decimals.ts'
import { formatUnit } from '../../../format/units.ts'
import type { DeckData, SourceDocument } from '../../../model/deck.ts'
import { type Diagnostic, joinReadings, type Reading } from '../../../model/diagnostic.ts'
import type { Figure, Metric } from '../../../model/figure.ts'
import { contains } from '../../../model/interval.ts'
import { periodKey } from '../../../model/period.ts'
import { compare, type Rational, toFixed } from '../../../model/rational.ts'
import { ambiguousVintage, duplicateFigure, missingConfirmation } from '../../diagnostics/data.ts'

type Documents = DeckData['documents']
type Metrics = ReadonlyMap<string, Metric>

/**
 * Figures as the deck takes them from rows that state one fact several times, at one scale. Rows of several documents are its
 * vintages, in the order of their documents' dates: those that agree within rounding are one figure with all its sources;
 * one that differs restates the older ones, which it keeps, if its row says so. Everything else given twice is a mistake.
 */
export function settleVintages(
  figures: readonly Figure[],
  { metrics, documents }: { readonly metrics: Metrics; readonly documents: Documents },
): Reading<readonly Figure[]> {
  const keyOf = (figure: Figure): string => `${figureKey(figure, metrics)}|${figure.unit.base}|${figure.unit.exponent}`
  if (new Set(figures.map(keyOf)).size === figures.length) return { value: figures, diagnostics: [] }
  const groups = groupBy(figures, keyOf)
  const settled = joinReadings([...groups.values()].map((group) => settle(group, documents)))
  return { value: settled.value.flat(), diagnostics: settled.diagnostics }
}

function settle(group: readonly Figure[], documents: Documents): Reading<readonly Figure[]> {
  const [first, ...others] = group
  if (!first || others.length === 0) return { value: group, diagnostics: [] }
  const rows: Figure[] = [first]
  const kept: Figure[] = [] // beside the rows: stocks that stand both in the year's and in its last quarter's column
  const diagnostics: Diagnostic[] = []
  for (const figure of others) {
    const same = rows.find((row) => sharesDocument(row, figure))
    if (!same) rows.push(figure)
    else if (periodKey(same.period) !== periodKey(figure.period) && hasSameText(same, figure)) kept.push(figure)
    else diagnostics.push(duplicateFigure(nameOf(figure), { place: figure.place, first: same.place }))
  }
  const settled = rows.length === 1 ? { value: rows, diagnostics: [] } : orderVintages(rows, documents)
  return { value: [...settled.value, ...kept], diagnostics: [...diagnostics, ...settled.diagnostics] }
}

/** A row without a source cannot be distinguished from another one: nothing says that they are two documents. */
const sharesDocument = (a: Figure, b: Figure): boolean =>
  a.sources.length === 0 ||
  b.sources.length === 0 ||
  a.sources.some(({ document }) => b.sources.some((other) => other.document === document))

const hasSameText = (a: Figure, b: Figure): boolean =>
  a.value !== null && b.value !== null && compare(a.value, b.value) === 0 && compare(a.ulp, b.ulp) === 0

/** Whether two rows say the same: to the same digits, or the finer one within what the coarser one leaves open. */
function agree(a: Figure, b: Figure): boolean {
  if (a.value === null || b.value === null) return compare(a.low, b.low) === 0 && compare(a.high, b.high) === 0
  const order = compare(a.ulp, b.ulp)
  if (order === 0) return compare(a.value, b.value) === 0
  return order > 0 ? contains(a, b.value) : contains(b, a.value)
}

/** The newest date of the documents that a row names; "" where none has one. ISO dates sort as text. */
const dateOf = ({ sources }: Figure, documents: Documents): string =>
  sources
    .map(({ document }) => documents.get(document)?.date ?? '')
    .sort()
    .at(-1) ?? ''

function orderVintages(rows: readonly Figure[], documents: Documents): Reading<readonly Figure[]> {
  const dated = rows.map((figure) => ({ figure, date: dateOf(figure, documents) }))
  const ordered = dated.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const diagnostics: Diagnostic[] = []
  let [current] = ordered.map(({ figure }) => figure)
  if (!current) return { value: [], diagnostics }
  for (const [index, { figure, date }] of ordered.entries()) {
    const before = ordered[index - 1]
    if (!before) continue
    const problem = agree(current, figure)
      ? undefined
      : restatementFault({ current, figure, before: before.date, date }, documents)
    if (problem) diagnostics.push(problem)
    else current = agree(current, figure) ? corroborated(current, figure) : restated(current, figure)
  }
  return { value: [current], diagnostics }
}

interface Step {
  readonly current: Figure
  readonly figure: Figure
  readonly before: string
  readonly date: string
}

/** Why the newer figure cannot stand in place of the one before; undefined where its row says that it restates it. */
function restatementFault({ current, figure, before, date }: Step, documents: Documents): Diagnostic | undefined {
  const both = [current, figure].map((one) => `${textOf(one)} (${documentName(one, documents)})`)
  const given = { place: figure.place, values: both }
  if (before === '' || before === date) return ambiguousVintage(nameOf(figure), { ...given, isDated: before !== '' })
  const isConfirmed = figure.status === 'restated' && figure.note !== undefined
  return isConfirmed ? undefined : missingConfirmation(nameOf(figure), given)
}

/** One figure of two documents that agree: the finer of the two, the newer where both are as fine, with the sources of both. */
function corroborated(older: Figure, newer: Figure): Figure {
  const shown = compare(newer.ulp, older.ulp) > 0 ? older : newer
  const note = newer.note ?? older.note
  return {
    ...shown,
    sources: [...newer.sources, ...older.sources],
    alsoAt: [...(older.alsoAt ?? []), (shown === newer ? older : newer).place],
    ...(older.earlier && { earlier: older.earlier }),
    ...(older.status === 'restated' && { status: 'restated' as const }),
    ...(note !== undefined && { note }),
  }
}

const restated = (older: Figure, newer: Figure): Figure => ({
  ...newer,
  earlier: [...(older.earlier ?? []), withoutEarlier(older)],
})

const withoutEarlier = ({ earlier: _, ...figure }: Figure): Figure => figure

function nameOf({ metric, measure, period, scenario }: Figure): string {
  const what = measure === 'value' ? '' : ` ${measure}`
  return `${metric}${what} ${period.label}${scenario === 'actual' ? '' : ` (${scenario})`}`
}

/** A figure as its row gives it: "562.0 EUR mn". */
function textOf({ value, low, high, ulp, unit }: Figure): string {
  const digits = (number: Rational): string => toFixed(number, decimalsOf(ulp))
  const text = value === null ? `${digits(low)}..${digits(high)}` : digits(value)
  return `${text} ${formatUnit(unit)}`
}

function documentName({ sources }: Figure, documents: Documents): string {
  const [document = ''] = sources.map(({ document: id }) => id)
  const found: SourceDocument | undefined = documents.get(document)
  return found?.short ?? found?.title ?? document
}
