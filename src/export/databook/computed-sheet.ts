import { factName } from '../../format/fact-names.ts'
import { formatUnit } from '../../format/units.ts'
import type { HandoutWords } from '../../language/report-words.ts'
import type { Fact } from '../../model/fact.ts'
import { compare, type Rational, round, toExactText, toFixed } from '../../model/rational.ts'
import type { Cell } from '../workbook/sheet.ts'
import {
  type BookInput,
  type BookPart,
  cellName,
  cellValue,
  type Entry,
  exponentFor,
  freeName,
  numberFormat,
  type PrintedNumber,
  printedNumbers,
} from './book.ts'
import { isFigure } from './figure-sheets.ts'
import { isClose, type LiveFormula, liveFormula } from './formulas.ts'

/** Cells that formulas may name, by fact. */
type Named = Map<string, Entry>

/** Facts in an order in which every one comes after those that it is computed from. */
function inOrder(facts: ReadonlyMap<string, Fact>, wanted: readonly string[]): readonly Fact[] {
  const seen = new Set<string>()
  const ordered: Fact[] = []
  const visit = (id: string): void => {
    const fact = facts.get(id)
    if (!fact || seen.has(id)) return
    seen.add(id)
    for (const input of fact.inputs) visit(input)
    ordered.push(fact)
  }
  for (const id of wanted) visit(id)
  return ordered
}

/** What a fact's cell holds. */
interface Content {
  readonly value: Rational | null
  readonly decimals: number
  readonly unit: Fact['unit']
  readonly text: string
  readonly live?: LiveFormula
}

interface Computing {
  readonly input: BookInput
  readonly printed: ReadonlyMap<string, PrintedNumber>
  readonly named: Named
  readonly values: (name: string) => Rational | undefined
}

/** A number that is computed, as a formula where its inputs are in the book and it comes out at the deck's number. */
function contentOf(fact: Fact, { input, printed, named, values }: Computing): Content | undefined {
  const isPublic = input.deck.edition === 'public'
  const shown = printed.get(fact.id)
  if (isPublic && !shown) return undefined
  const unit = shown?.unit ?? fact.unit
  const own = isPublic ? shown?.value : fact.value
  const decimals = shown?.decimals ?? 1
  const details = input.deck.facts[fact.id]
  if (!own) return { value: null, decimals, unit, text: shown?.displayed ?? details?.value ?? '' }
  const value = cellValue(own, isPublic ? unit : fact.unit)
  const places = unit.kind === 'percent' ? decimals + 2 : decimals
  const isRight = (result: Rational): boolean =>
    isPublic ? compare(round(result, places), value) === 0 : isClose(result, value)
  const nameOf = (id: string): { name: string; exponent: number } | undefined => {
    const [cell, source] = [named.get(id), input.facts.get(id)]
    return cell?.value && source
      ? { name: cell.name, exponent: exponentFor(cell.value, source) + source.unit.exponent }
      : undefined
  }
  const live =
    fact.inputs.length > 0 && fact.formula !== undefined && fact.qualifier === undefined
      ? liveFormula({ formula: fact.formula, inputs: fact.inputs, nameOf, values, isRight })
      : undefined
  const text = toFixed(own, Math.max(0, decimals))
  return { value: live?.result ?? value, decimals, unit: isPublic ? unit : fact.unit, text, ...(live && { live }) }
}

/** Digits that a spreadsheet keeps: fifteen. */
const resultText = (value: Rational): string => {
  const exact = toExactText(value)
  return exact.includes('/') ? toFixed(value, 15) : exact
}

const headOf = ({ columns: words }: HandoutWords): readonly Cell[] =>
  [
    ...[words.label, words.period, words.unit, words.value, words.printed],
    ...[words.computedAs, words.status, words.source, words.fact],
  ].map((text): Cell => ({ text, bold: true, filled: true }))

interface Placed {
  readonly content: Content
  readonly input: BookInput
  readonly at: Pick<Entry, 'sheet' | 'row' | 'column' | 'name'>
}

function entryOf(fact: Fact, { content, input: { facts, data }, at }: Placed): Entry {
  const { metric, period } = factName(fact, facts, data)
  return {
    ...at,
    fact: fact.id,
    metric: fact.metric,
    label: metric,
    period,
    scenario: fact.scenario,
    measure: fact.kind,
    value: content.value,
    text: content.text,
    unit: formatUnit(content.unit),
    status: fact.status,
    source: [...new Set(fact.sources.map(({ document }) => document))].join('; '),
    ...(content.live && { formula: content.live.formula }),
  }
}

const rowOf = (entry: Entry, content: Content, { input, printed }: Computing): readonly Cell[] => [
  ...[entry.label, entry.period, entry.unit].map((text): Cell => ({ text })),
  valueCell(content, input.data.config.numbers),
  { text: printed.get(entry.fact)?.use.text ?? '' },
  { text: content.live ? (input.deck.facts[entry.fact]?.formula ?? '') : '' },
  ...[entry.status, entry.source, entry.fact].map((text): Cell => ({ text })),
]

/** The numbers that the deck computed and those published as changes: a row each. `entries` are the figures that they are computed from. */
export function computedSheet(
  input: BookInput,
  {
    sheet,
    entries,
    names,
  }: { readonly sheet: string; readonly entries: readonly Entry[]; readonly names: Set<string> },
): BookPart {
  const { data, facts } = input
  const named: Named = new Map()
  for (const entry of entries) if (entry.name !== '') named.set(entry.fact, entry)
  const byName = new Map([...named.values()].map((entry) => [entry.name, entry.value]))
  const computing: Computing = {
    input,
    printed: printedNumbers(input),
    named,
    values: (name) => byName.get(name) ?? undefined,
  }
  const found: Entry[] = []
  const rows: (readonly Cell[])[] = [headOf(data.config.language.handouts)]
  for (const fact of inOrder(facts, [...facts.keys()])) {
    const content = isFigure(fact) ? undefined : contentOf(fact, computing)
    if (!content) continue
    const name = content.value ? freeName(cellName(fact.id), names) : ''
    const entry = entryOf(fact, { content, input, at: { sheet, row: rows.length + 1, column: 4, name } })
    if (content.value) {
      named.set(fact.id, entry)
      byName.set(name, content.value)
    }
    found.push(entry)
    rows.push(rowOf(entry, content, computing))
  }
  const widths = [44, 20, 10, 14, 22, 60, 11, 16, 40]
  return {
    sheets: [{ name: sheet, rows, widths, frozen: { rows: 1, columns: 2 }, filters: true, landscape: true }],
    entries: found,
  }
}

function valueCell({ value, text, live, ...content }: Content, style: BookInput['data']['config']['numbers']): Cell {
  if (!value) return { text }
  const format = numberFormat(content, style)
  return live ? { formula: live.formula, result: resultText(value), format } : { number: resultText(value), format }
}
