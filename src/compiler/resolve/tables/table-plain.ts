import { groupBy } from '../../../format/group-by.ts'
import type { Inline } from '../../../model/content.ts'
import type { TableColumn, TableModel, TableRow } from '../../../model/deck.ts'
import type { PlainTable } from '../../../model/source-file.ts'
import { unknownTable } from '../../diagnostics/placeholders.ts'
import { unknownTableColumn } from '../../diagnostics/visuals.ts'
import type { PlainTableSpec } from '../../parse/slides/table-spec.ts'
import { fieldName } from '../placeholders/word-helpers.ts'
import { type BlockEnvironment, lineIn, notesIn, placeIn, textIn } from '../slides/block-environment.ts'

interface Column {
  readonly at: number
  readonly label: readonly Inline[]
}

/** A file of data/tables as a table: its columns by name, its rows under the groups that a column names. */
export function resolvePlainTable(spec: PlainTableSpec, environment: BlockEnvironment): TableModel | undefined {
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
  const caption = spec.title === undefined ? null : lineIn(environment, spec.title, ['title'])
  const notes = notesIn(environment, spec.notes)
  const place = placeIn(environment, ['table'])
  const rows = tableRows(table, { labels, rest, group })
  const asColumn = ({ label }: Column): TableColumn => ({ label, kind: 'text', emphasis: false })
  return {
    id: environment.id,
    caption,
    unit: '',
    columns: [{ label: labels.label, kind: 'label', emphasis: false }, ...rest.map(asColumn)],
    rows,
    notes,
    place,
  }
}

const ofData = (text: string): readonly Inline[] => (text === '' ? [] : [{ kind: 'data', text }])

function chooseColumns(spec: PlainTableSpec, table: PlainTable, environment: BlockEnvironment): readonly Column[] {
  if (!spec.columns) return table.columns.map((name, at) => ({ at, label: ofData(name) }))
  return spec.columns.flatMap((column, index) => {
    const name = typeof column === 'string' ? column : column.column
    const path = typeof column === 'string' ? ['columns', index] : ['columns', index, 'column']
    const at = columnAt(name, table, environment, path)
    if (at === undefined) return []
    const own = table.columns[at] ?? name
    const label =
      typeof column === 'string' ? ofData(own) : textIn(environment, column.label, ['columns', index, 'label'])
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
}

/** Rows in the order of the file, each cell where the file has it; each group stands where its first row does. */
function tableRows(table: PlainTable, { labels, rest, group }: Arrangement): readonly TableRow[] {
  const groups = groupBy(table.rows, ({ cells }) => (group === undefined ? '' : (cells[group] ?? '')))
  return [...groups].flatMap(([name, found]): readonly TableRow[] => {
    const rows = found.map(
      ({ cells, places, place }): TableRow => ({
        label: ofData(cells[labels.at] ?? ''),
        kind: 'row',
        indent: 0,
        cells: rest.map(({ at }) => ({ runs: ofData(cells[at] ?? ''), pad: '', place: places[at] ?? place })),
        place: places[labels.at] ?? place,
      }),
    )
    const [first] = found
    if (name === '' || !first) return rows
    const place = (group === undefined ? undefined : first.places[group]) ?? first.place
    return [{ label: ofData(name), kind: 'heading', indent: 0, cells: [], place }, ...rows]
  })
}
