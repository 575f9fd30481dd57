import { estimatedTypesetter as typesetter } from '../../../charts/layout/letters.ts'
import { type Block, hasText, plainText, textsIn } from '../../../model/content.ts'
import type { TableModel } from '../../../model/deck.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { Place } from '../../../model/source-file.ts'
import { tableTooHigh, tableTooWide } from '../../diagnostics/visuals.ts'
import { classesOf } from '../../parse/slides/slide-source.ts'
import type { TableBox } from '../../parse/templates/layout-contract.ts'
import type { Layout } from '../../parse/templates/layouts.ts'
import type { ResolvedSlide } from '../slides/resolved-slide.ts'
import { slideRoom } from '../slides/slide-room.ts'
import { sizeOfTable, type TableLook } from '../tables/table-size.ts'

/** What the estimate of a text's width may be off by. */
const slack = 1.03
const gap = 32
const textSize = 24
const textLine = 1.4

/** The look of the theme: 24 pixels, and less room between the rows of dense slides and of long tables. */
function lookOf(table: TableModel, { size = 24, long, unbroken }: TableBox, classes: string): TableLook {
  const { rows } = table
  const hasWords = table.columns.some(({ kind }) => kind === 'text')
  if (long && hasWords && rows.length >= long.rows)
    return { size: long.size, padding: long.padding, lineHeight: long.line, unbroken: unbroken === true }
  const isDense = /\bdense\b/.test(classes)
  const padding = rows.length >= 14 ? 0.16 : rows.length >= 11 || isDense ? 0.26 : 0.4
  return { size, padding, unbroken: unbroken === true && hasWords }
}

const linesOf = (blocks: readonly Block[], width: number): number =>
  textsIn(blocks).reduce(
    (all, { runs }) => all + (typesetter.wrap(plainText(runs), { width, size: textSize })?.length ?? 1),
    0,
  )

/** What the words below tables take: groups stand side by side. */
function heightBelow({ lead, groups }: ResolvedSlide, width: number): number {
  const columns = [...(hasText(lead) ? [lead] : []), ...groups.map(({ blocks }) => blocks)]
  if (columns.length === 0) return 0
  const each = (width - 64 * (columns.length - 1)) / columns.length - 28
  const heading = groups.length > 0 ? 1 : 0
  return gap + Math.max(...columns.map((blocks) => linesOf(blocks, each) + heading)) * textSize * textLine
}

const isBesideText = ({ lead, groups, visuals }: ResolvedSlide): boolean =>
  hasText(lead) || groups.length > 0 || visuals.some(({ kind }) => kind === 'tiles')

/** Tables that are too wide or too high for the box that the layout gives them; none where it says no box. */
export function checkTableFit(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] {
  const classes = classesOf(resolved.parsed.source.front)
  const misfits = misfitsOf(resolved, layout, classes)
  if (misfits.length === 0) return []
  const box = slideRoom(resolved, layout, classes).table
  const smaller = box?.size === undefined ? ['dense'] : []
  const roomier = [...Object.keys(layout.variants), ...smaller].filter(
    (name) => misfitsOf(resolved, layout, `${name} ${classes}`).length === 0,
  )
  return misfits.map((misfit) => misfit({ layout: layout.name, roomier: [...new Set(roomier)] }))
}

const printsUnits = (table: TableModel): boolean =>
  table.rows.some(({ unit, cells }) => unit === undefined && cells.some(({ runs }) => hasUnit(plainText(runs))))

const hasUnit = (text: string): boolean => /\d.*?\s\p{L}{2}|\p{L}{2,}\s?\d|\d\s?\p{L}{3}/u.test(text)

/** Columns of periods whose labels of several words would be a year under a head of several columns. */
const namesPeriods = ({ columns }: TableModel): boolean =>
  columns.filter(
    ({ kind, head, label }) => kind === 'figure' && !head && label[0]?.kind === 'period' && /\s/.test(plainText(label)),
  ).length > 1

/** Keys of the block that make a table narrower. */
const narrowerBy = (table: TableModel): readonly string[] => [
  ...(printsUnits(table) ? ['units: labels'] : []),
  ...(namesPeriods(table) ? ['heads: true'] : []),
]

type Misfit = (about: { readonly layout: string; readonly roomier: readonly string[] }) => Diagnostic

function misfitsOf(resolved: ResolvedSlide, layout: Layout, classes: string): readonly Misfit[] {
  const box = slideRoom(resolved, layout, classes).table
  const tables = resolved.visuals.flatMap((visual) => (visual.kind === 'table' ? [visual.table] : []))
  const [first] = tables
  if (!box || !first) return []
  const width = isBesideText(resolved) ? box.width : (box.alone ?? box.width)
  const sizes = tables.map((table) =>
    folds(table, box) ? { width: 0, height: 0 } : sizeOfTable(table, width, lookOf(table, box, classes)),
  )
  const wide = tables.flatMap((table, index): readonly Misfit[] => {
    const needed = sizes[index]?.width ?? 0
    if (needed <= width * slack) return []
    return [
      (about) => tableTooWide(table.id, { ...about, needed, width, narrower: narrowerBy(table), place: table.place }),
    ]
  })
  if (wide.length > 0) return wide
  const needed = sizes.reduce((all, { height }) => all + height, (tables.length - 1) * gap)
  const height = box.height - (box.below ? heightBelow(resolved, width) : 0)
  if (needed <= height * slack) return []
  const rows = tables.flatMap((table) => table.rows)
  const place = placeOfRow(tables, Math.floor((rows.length * Math.max(0, height)) / needed)) ?? first.place
  return [(about) => tableTooHigh(rows.length, { ...about, needed, height, place })]
}

/** Where the row of some tables stands that is the first without room; undefined where the rows are those of a file. */
export function placeOfRow(tables: readonly TableModel[], index: number): Place | undefined {
  const rows = tables.flatMap((table) =>
    table.rows.map(({ place }) => (place.path === table.place.path ? place : undefined)),
  )
  return rows[index] ?? rows.at(-1)
}

/** Whether a long table without words runs in two columns. */
const folds = ({ rows, columns }: TableModel, box: TableBox): boolean =>
  box.folds !== undefined && rows.length >= box.folds && !columns.some(({ kind }) => kind === 'text')
