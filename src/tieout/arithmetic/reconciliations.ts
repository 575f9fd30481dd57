import { exponentOf } from '../../format/units.ts'
import type { DeckConfig, TableModel, TableRow } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import type { Finding } from '../finding.ts'
import { finding } from '../rule.ts'
import type { ShownFigure } from '../words/passage.ts'
import { type FootingTerm, foot } from './footing.ts'
import { printedTerm } from './printed-sums.ts'
import { printedValue } from './printed-value.ts'
import { plus } from './tie-footing.ts'

/** The rows of one reconciliation, the first and the last among them. */
interface Block {
  readonly start: TableRow
  readonly steps: readonly TableRow[]
  readonly end: TableRow
}

function blocksOf({ rows }: TableModel): readonly Block[] {
  const blocks: Block[] = []
  let open: { readonly start: TableRow; readonly steps: TableRow[] } | undefined
  for (const row of rows) {
    if (row.role === 'start') open = { start: row, steps: [] }
    else if (row.role === 'step') open?.steps.push(row)
    else if (row.role === 'end' && open) blocks.push({ ...open, end: row })
  }
  return blocks
}

/** What a table's reconciliations are checked with: the numbers of its slide by their key. */
interface Context {
  readonly slide: string
  readonly shown: ReadonlyMap<string, ShownFigure>
  readonly config: DeckConfig
}

const shownIn = (row: TableRow, column: number, { shown }: Context): ShownFigure | undefined => {
  const run = row.cells[column]?.runs.find(({ kind }) => kind === 'figure')
  return run?.kind === 'figure' ? shown.get(run.use) : undefined
}

/** The number as printed, at the scale of the total; undefined for a range, or what counts something else. */
function termOf(figure: ShownFigure, total: ShownFigure, { config }: Context): FootingTerm | undefined {
  const printed = printedValue(figure, exponentOf(total.use.displayUnit))
  const isAlike = figure.fact.unit.kind === total.fact.unit.kind && figure.fact.unit.base === total.fact.unit.base
  return printed && isAlike ? printedTerm({ shown: figure, printed }, plus, config.numbers.rounding) : undefined
}

function checkColumn({ start, steps, end }: Block, column: number, context: Context): readonly Finding[] {
  const total = shownIn(end, column, context)
  const shown = [start, ...steps].map((row) => shownIn(row, column, context))
  const [first] = shown
  const known = shown.filter((figure) => figure !== undefined)
  if (!total && known.length === 0) return []
  const facts = [total, ...known].flatMap((figure) => (figure ? [figure.fact.id] : []))
  const about = { slide: context.slide, place: end.place, facts }
  if (!total || !first) {
    const part = total ? 'first figure' : 'result'
    const hint = 'Add the figure, or take the period out of the table.'
    return [
      finding('F7', 'warning', { ...about, message: `missing ${part} of a reconciliation: ${facts.join(', ')}`, hint }),
    ]
  }
  const name = `${total.fact.id} from ${first.fact.id} as printed`
  const terms = known.map((figure) => termOf(figure, total, context))
  const whole = termOf(total, total, context)
  const parts = terms.filter((term) => term !== undefined)
  if (!whole || parts.length < terms.length)
    return [
      finding('F7', 'not-checkable', {
        ...about,
        message: `not checkable, ${name}: a figure is a range, or counts something else`,
      }),
    ]
  return [footed(name, { parts, whole, missing: shown.length - known.length }, { about, total, context })]
}

function footed(
  name: string,
  {
    parts,
    whole,
    missing,
  }: { readonly parts: readonly FootingTerm[]; readonly whole: FootingTerm; readonly missing: number },
  given: {
    readonly about: Pick<Finding, 'slide' | 'place' | 'facts'>
    readonly total: ShownFigure
    readonly context: Context
  },
): Finding {
  const { numbers, language } = given.context.config
  const result = foot({ parts, total: whole, rounding: numbers.rounding, words: language.report.arithmetic })
  const { verdict, arithmetic, tolerance } = result
  const failed = verdict === 'error' || verdict === 'warning'
  const without = missing > 0 ? ` (${missing} without a figure)` : ''
  const signs = 'Look for an adjustment that is missing, or whose sign is wrong: "-id" takes it away.'
  return finding('F7', verdict, {
    ...given.about,
    use: given.total.use.key,
    message: failed ? `invalid reconciliation, ${name}: the adjustments do not add up${without}` : `${name}${without}`,
    arithmetic,
    tolerance,
    hint: failed ? (result.hint ?? signs) : undefined,
  })
}

/** Each reconciliation of a table, in each of its columns, by the digits that a reader adds up. */
export function footReconciliations(table: TableModel, context: Context): readonly Finding[] {
  const [, ...columns] = table.columns // the first is that of the labels
  return blocksOf(table).flatMap((block) =>
    columns.flatMap(({ kind }, column) => (kind === 'figure' ? checkColumn(block, column, context) : [])),
  )
}

/** Whether a table holds a reconciliation. */
export const isReconciling = ({ rows }: TableModel): boolean => rows.some(({ role }) => role === 'end')

/** The metrics that each reconciliation of a table leads from and to. */
export function reconciledMetrics(
  table: TableModel,
  facts: ReadonlyMap<string, Pick<Fact, 'metric'>>,
): readonly (readonly string[])[] {
  const metricOf = (row: TableRow): string | undefined => {
    const run = row.cells.flatMap(({ runs }) => runs).find(({ kind }) => kind === 'figure')
    return run?.kind === 'figure' ? facts.get(run.fact)?.metric : undefined
  }
  return blocksOf(table).map(({ start, end }) => [start, end].map(metricOf).filter((metric) => metric !== undefined))
}
