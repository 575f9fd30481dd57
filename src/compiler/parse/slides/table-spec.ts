import { z } from 'zod'
import { measures } from '../../../model/figure.ts'

const text = z.string().min(1)

/** YAML reads a year such as 2024 as a number; it is a period's label all the same. */
const period = z.union([text, z.int().nonnegative().transform(String)])
const decimals = z.number().int().min(0).max(9)

const rowSpec = z.union([
  text,
  z.strictObject({ heading: text }),
  z.strictObject({
    metric: text,
    label: text.optional(),
    indent: z.number().int().min(0).max(4).optional(),
    total: z.boolean().optional(),
    highlight: z.boolean().optional(), // the row that the slide is about
    scenario: text.optional(),
    measure: z.enum(measures).optional(), // value, or a change that is printed as such
    unit: text.optional(),
    decimals: decimals.optional(),
    text: z.record(z.string(), z.string()).optional(), // by name of a text column
  }),
])

const innerGroupSpec = z.strictObject({ group: text, rows: z.array(rowSpec).min(1) })

/** A heading and the rows under it, indented; a group may hold groups. */
const groupSpec = z.strictObject({ group: text, rows: z.array(z.union([rowSpec, innerGroupSpec])).min(1) })

const singleColumns = [
  period,
  z.strictObject({ period, scenario: text.optional(), label: text.optional() }),
  z.strictObject({ text, label: text.optional() }),
] as const

const singleColumn = z.union(singleColumns)

/** One head over several columns. */
const spanSpec = z.strictObject({ head: text, columns: z.array(singleColumn).min(1) })

const changeSpec = z.union([
  z.enum(['yoy', 'difference', 'both', 'none', 'absolute', 'percent', 'points']),
  z
    .array(z.enum(['absolute', 'percent', 'points']))
    .min(1)
    .max(3),
])

/** What every table of figures may say. */
const common = {
  title: text.optional(),
  corner: text.optional(), // heading over the rows' labels
  unit: text.optional(),
  units: z.enum(['cells', 'labels', 'column']).optional(), // where rows in other units print theirs
  decimals: decimals.optional(),
  notes: z.array(text).optional(),
}

const ofColumns = {
  columns: z.array(z.union([...singleColumns, spanSpec])).min(1),
  change: changeSpec.optional(),
  heads: z.boolean().optional(), // "Three months ended June 30," over the years
  dates: z.boolean().optional(), // date ranges under the period labels
  highlight: period.optional(), // the period of the tinted columns; that of the deck when absent
}

/** A table of metrics by periods, with columns of words beside them. */
export const figureTableSpec = z.strictObject({
  ...common,
  ...ofColumns,
  rows: z.array(z.union([rowSpec, groupSpec])).min(1),
  'share-of': text.optional(),
})

const textColumn = z.strictObject({ text, label: text.optional() })

const guidanceScenario = z.union([text, z.strictObject({ scenario: text, label: text.optional() })])

/** What was guided before, what is guided now, and what is reached so far. */
export const guidanceTableSpec = z.strictObject({
  ...common,
  guidance: z.strictObject({
    period,
    old: guidanceScenario.optional(),
    new: guidanceScenario,
    actual: period.optional(), // period of the figures so far
    progress: z.boolean().optional(), // in per cent of the new guidance; true when absent
  }),
  rows: z.array(z.union([rowSpec, groupSpec])).min(1),
  columns: z.array(textColumn).optional(), // of words
})

const stepSpec = z.union([
  text, // "-id" takes it away
  z.strictObject({
    metric: text,
    label: text.optional(),
    unit: text.optional(),
    decimals: decimals.optional(),
    text: z.record(z.string(), z.string()).optional(),
  }),
])

const reconciliationSpec = z.strictObject({
  heading: text.optional(),
  from: stepSpec,
  adjustments: z.array(stepSpec).min(1),
  to: stepSpec,
})

/** From one measure to another by adjustments that foot, one or more below each other on one grid. */
export const reconciliationTableSpec = z.strictObject({
  ...common,
  ...ofColumns,
  reconciliation: z.union([reconciliationSpec, z.array(reconciliationSpec).min(1)]),
})

export type GuidanceTableSpec = z.infer<typeof guidanceTableSpec>
export type ReconciliationTableSpec = z.infer<typeof reconciliationTableSpec>
export type StepSpec = z.infer<typeof stepSpec>
export type RowSpec = z.infer<typeof rowSpec>
export type GroupSpec = z.infer<typeof groupSpec>
export type ColumnSpec = z.infer<typeof singleColumn>
export type ChangeSpec = z.infer<typeof changeSpec>
export type ColumnsSpec = Pick<FigureTableSpec, 'columns' | 'change' | 'heads' | 'dates' | 'highlight'>

/** A file of data/tables. */
export const plainTableSpec = z.strictObject({
  table: text,
  title: text.optional(),
  columns: z.array(z.union([text, z.strictObject({ column: text, label: text })])).optional(),
  group: text.optional(),
  notes: z.array(text).optional(),
})

export type FigureTableSpec = z.infer<typeof figureTableSpec>
export type PlainTableSpec = z.infer<typeof plainTableSpec>

export const tilesSpec = z
  .array(
    z.strictObject({
      metric: text,
      period,
      scenario: text.optional(),
      measure: z.enum(measures).optional(),
      label: text.optional(),
      as: text.optional(),
      decimals: decimals.optional(),
      unit: z.boolean().optional(), // false: the label says what is counted
      form: z.enum(['signed', 'words', 'magnitude']).optional(), // of a measure that is a change
      change: z.enum(['yoy', 'qoq', 'none']).optional(),
      vs: period.optional(),
      'vs-scenario': text.optional(),
      note: text.optional(),
    }),
  )
  .min(1)

export type TilesSpec = z.infer<typeof tilesSpec>
