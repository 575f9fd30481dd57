import type { PlainTable } from '../../model/deck.ts'
import { unknownTableColumn } from '../diagnostics/blocks.ts'
import { unknownTable } from '../diagnostics/placeholders.ts'
import { type BlockEnvironment, placeIn, runOf, textIn } from './block.ts'
import type { ResolvedColumn, ResolvedRow, ResolvedTable } from './resolved-table.ts'
import type { PlainTableSpec } from './table-spec.ts'
import { fieldName } from './word-helpers.ts'

interface Column {
  readonly at: number
  readonly label: string
}

/** A file of data/tables as a table: its columns by name, its rows under the groups that a column names. */
export function resolvePlainTable(spec: PlainTableSpec, environment: BlockEnvironment): ResolvedTable | undefined {
  const { tables } = environment.context.data
  const table = tables.get(spec.table)
  if (!table) {
    environment.report(unknownTable(spec.table, tables.keys(), placeIn(environment, ['table'])))
    return undefined
  }
  const chosen = chooseColumns(spec, table, environment)
  const group = spec.group === undefined ? undefined : columnAt(spec.group, table, environment, ['group'])
  const columns = chosen.filter(({ at }) => at !== group || spec.columns !== undefined)
  const [labels, ...rest] = columns
  if (!labels) return undefined
  const caption = spec.title === undefined ? '' : textIn(environment, spec.title, ['title'])
  const notes = (spec.notes ?? []).map((note, index) => textIn(environment, note, ['notes', index]))
  const written = (text: string): string =>
    text === '' ? '' : environment.ink.write({ kind: 'text', text }, environment.place)
  const rows = tableRows(table, { labels, rest, group, written })
  const asColumn = ({ label }: Column): ResolvedColumn => ({ label, kind: 'text', emphasis: false })
  return {
    id: environment.id,
    caption,
    unit: '',
    columns: [{ label: labels.label, kind: 'label', emphasis: false }, ...rest.map(asColumn)],
    rows,
    notes,
    figures: [],
    texts: [
      ...(caption === '' ? [] : [runOf(environment, 'table', { text: caption, path: ['title'] })]),
      ...rows.map(({ label, cells }) => {
        const text = [label, ...cells.map((cell) => cell.text)].join(' ')
        return runOf(environment, 'table', { text, path: ['table'] })
      }),
      ...notes.map((text, index) => runOf(environment, 'footnote', { text, path: ['notes', index] })),
    ],
  }
}

function chooseColumns(spec: PlainTableSpec, table: PlainTable, environment: BlockEnvironment): readonly Column[] {
  if (!spec.columns) return table.columns.map((name, at) => ({ at, label: name }))
  return spec.columns.flatMap((column, index) => {
    const name = typeof column === 'string' ? column : column.column
    const path = typeof column === 'string' ? ['columns', index] : ['columns', index, 'column']
    const at = columnAt(name, table, environment, path)
    if (at === undefined) return []
    const own = table.columns[at] ?? name
    const label = typeof column === 'string' ? own : textIn(environment, column.label, ['columns', index, 'label'])
    return [{ at, label }]
  })
}

function columnAt(
  name: string,
  table: PlainTable,
  environment: BlockEnvironment,
  path: readonly (string | number)[],
): number | undefined {
  const at = table.columns.findIndex((column) => column === name || fieldName(column) === fieldName(name))
  if (at !== -1) return at
  environment.report(unknownTableColumn(name, table, placeIn(environment, path)))
  return undefined
}

interface Arrangement {
  readonly labels: Column
  readonly rest: readonly Column[]
  readonly group: number | undefined
  readonly written: (text: string) => string
}

/** Rows in the order of the file; each group stands where its first row does. */
function tableRows(table: PlainTable, { labels, rest, group, written }: Arrangement): readonly ResolvedRow[] {
  const groups = new Map<string, ResolvedRow[]>()
  for (const { cells } of table.rows) {
    const name = group === undefined ? '' : (cells[group] ?? '')
    const rows = groups.get(name) ?? []
    groups.set(name, rows)
    rows.push({
      label: written(cells[labels.at] ?? ''),
      kind: 'row',
      indent: 0,
      cells: rest.map(({ at }) => ({ text: written(cells[at] ?? ''), pad: '' })),
    })
  }
  return [...groups].flatMap(([name, rows]) =>
    name === '' ? rows : [{ label: written(name), kind: 'heading' as const, indent: 0, cells: [] }, ...rows],
  )
}
