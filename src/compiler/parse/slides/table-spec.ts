import { z } from 'zod'

const text = z.string().min(1)
const decimals = z.number().int().min(0).max(9)

const rowSpec = z.union([
  text,
  z.strictObject({ heading: text }),
  z.strictObject({
    metric: text,
    label: text.optional(),
    indent: z.number().int().min(0).max(4).optional(),
    total: z.boolean().optional(),
    scenario: text.optional(),
    unit: text.optional(),
    decimals: decimals.optional(),
    text: z.record(z.string(), z.string()).optional(), // by name of a text column
  }),
])

const columnSpec = z.union([
  text,
  z.strictObject({ period: text, scenario: text.optional(), label: text.optional() }),
  z.strictObject({ text, label: text.optional() }),
])

/** A table of metrics by periods, with columns of words beside them. */
export const figureTableSpec = z.strictObject({
  title: text.optional(),
  rows: z.array(rowSpec).min(1),
  columns: z.array(columnSpec).min(1),
  corner: text.optional(), // heading over the rows' labels
  change: z.enum(['yoy', 'difference', 'both', 'none']).optional(),
  'share-of': text.optional(),
  unit: text.optional(),
  decimals: decimals.optional(),
  dates: z.boolean().optional(), // date ranges under the period labels
  notes: z.array(text).optional(),
})

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
      period: text,
      scenario: text.optional(),
      label: text.optional(),
      as: text.optional(),
      decimals: decimals.optional(),
      change: z.enum(['yoy', 'qoq', 'none']).optional(),
      vs: text.optional(),
      'vs-scenario': text.optional(),
      note: text.optional(),
    }),
  )
  .min(1)

export type TilesSpec = z.infer<typeof tilesSpec>
