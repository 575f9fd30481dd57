import { comparatorWord } from '../../../format/calendar.ts'
import { fill } from '../../../language/fill.ts'
import type { TableColumn } from '../../../model/deck.ts'
import type { Metric } from '../../../model/figure.ts'
import { periodKey } from '../../../model/period.ts'
import { scenarioInSentence } from '../deck-context.ts'
import type { BlockEnvironment } from '../slides/block-environment.ts'
import { type CellColumn, type ChangeColumn, words } from './table-columns.ts'

/** What stands over a column. */
export function headingOf(column: CellColumn, whole: Metric | undefined, environment: BlockEnvironment): TableColumn {
  const { label, sub, kind, emphasis, head } = headOf(column, whole, environment)
  return { label, kind, emphasis, ...(sub && { sub }), ...(head && head.length > 0 && { head }) }
}

type Heading = Omit<TableColumn, 'head' | 'sub'> & {
  readonly head?: TableColumn['label'] | undefined
  readonly sub?: TableColumn['label'] | undefined
}

function headOf(column: CellColumn, whole: Metric | undefined, environment: BlockEnvironment): Heading {
  const { tables } = environment.context.data.config.language
  switch (column.kind) {
    case 'text':
      return { label: column.label, kind: 'text', emphasis: false, head: column.head }
    case 'unit':
      return { label: words(tables.unit), kind: 'unit', emphasis: false }
    case 'figure': {
      const { label, sub, emphasis, head } = column.column
      return { label, kind: 'figure', emphasis, sub, head }
    }
    case 'share': {
      const label = words(fill(tables.shareOf, { whole: wholeName(whole, environment) }))
      return { label, kind: 'share', emphasis: column.column.emphasis, head: column.column.head }
    }
    case 'progress':
      return { label: words(tables.progress), kind: 'progress', emphasis: false }
    default:
      return {
        label: words(changeHeading(column, environment)),
        kind: 'change',
        emphasis: false,
        head: headOfPair(column),
      }
  }
}

/** A change stands under the head of its pair, if both have one. */
const headOfPair = ({ from, to }: ChangeColumn): TableColumn['label'] | undefined =>
  !from || JSON.stringify(from.head) === JSON.stringify(to.head) ? to.head : undefined

/** "Change", "YoY", "Change (points)"; against another scenario than usual "Change vs target", "vs target". */
function changeHeading({ kind, from, to, isAlone }: ChangeColumn, { context }: BlockEnvironment): string {
  const { language } = context.data.config
  const { tables } = language
  const [now = 'actual', before = 'actual'] = [to.scenario, from?.scenario]
  const isOther = from !== undefined && before !== now
  if (isOther && (before !== 'actual' || periodKey(from.period) === periodKey(to.period))) {
    const base = scenarioInSentence(context.data, before)
    const against = { growth: tables.against, difference: tables.changeAgainst, points: tables.pointsAgainst }
    return fill(against[kind], { base })
  }
  if (kind === 'points') return isAlone ? tables.changeInPoints : tables.points
  if (kind === 'difference') return tables.change
  const word = from ? comparatorWord(to.period, from.period, context.data.config) : language.changes.comparators.year
  return from && /\d/.test(word) ? tables.change : word
}
/** The whole's name inside "% of …": a plain word loses its capital where the language gives it none. */
function wholeName(whole: Metric | undefined, { context }: BlockEnvironment): string {
  const name = whole?.short ?? whole?.label ?? ''
  const isPlain = !context.data.config.language.capitalNouns && /^[A-Z][a-z]+(?: [a-z]+)*$/.test(name)
  return isPlain ? name.toLowerCase() : name
}
