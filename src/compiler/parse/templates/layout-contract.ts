import { z } from 'zod'

const count = z.number().int().min(0)
const range = z.union([count, z.tuple([count, count])])
const presence = z.union([z.boolean(), z.literal('optional')])
const box = z.strictObject({ width: z.number().positive(), height: z.number().positive() })

/** Where tables stand: their size of type, if it is not the theme's; alone, where no text is beside them; below, where it is under them. */
const tableBoxSpec = z.strictObject({
  width: z.number().positive(),
  height: z.number().positive(),
  alone: z.number().positive().optional(), // width without text
  below: z.boolean().optional(), // text stands below and takes its height
  size: z.number().positive().optional(),
  unbroken: z.boolean().optional(), // labels beside words stay in one line
  long: z // with words, from so many rows
    .strictObject({
      rows: count,
      size: z.number().positive(),
      padding: z.number().min(0),
      line: z.number().positive(),
    })
    .optional(),
  folds: count.optional(), // from so many rows without words a table runs in two columns
})

export type TableBox = z.infer<typeof tableBoxSpec>

/** Where running text stands: the width of a column, how many it runs on over, and its size of type. */
const textBoxSpec = z.strictObject({
  width: z.number().positive(),
  height: z.number().positive(),
  columns: z.number().int().positive().optional(), // 1 when absent
  size: z.number().positive(),
  crowded: z.number().positive(), // the size in groups, or with lists in lists
  dense: z.number().positive().optional(), // the size with the class "dense"
  between: z.number().min(0), // points of a list, in sizes of the text
  few: z.strictObject({ points: count, width: z.number().positive() }).optional(), // so many stand in one column of that width
  under: z.literal('charts').optional(), // charts stand above it, and their notes take of its height
  // tiles stand above it in one row, more than `abreast` in rows of so many columns, each of which takes of its height
  tiles: z.strictObject({ abreast: count, columns: count, row: z.number().positive() }).optional(),
  line: z.number().positive().optional(), // height of a line in sizes, if it is not the theme's
  // groups each in a place of their own: side by side, in a grid, or in rows whose sub-headings stand side by side
  groups: z
    .strictObject({
      arrange: z.enum(['beside', 'grid', 'rows']),
      gap: z.number().min(0),
      padding: z.tuple([z.number().min(0), z.number().min(0)]).optional(), // of each, left and right together, top and bottom
      columns: z.array(z.number().int().positive()).optional(), // of a grid, by the number of groups
      heading: z.number().positive().optional(), // size of their headings
      side: z.number().positive().optional(), // of rows: width of the heading at their left
    })
    .optional(),
})

export type TextBox = z.infer<typeof textBoxSpec>

const variant = z
  .strictObject({
    chart: box.optional(),
    table: tableBoxSpec.optional(),
    text: textBoxSpec.optional(),
    rows: count.optional(),
  })
  .refine((spec) => Object.keys(spec).length > 0, { error: 'chart, table, text or rows' })

/**
 * The headline above the boxes, which are given for a title of two lines: one that takes a single line leaves `lift` more, and the
 * slide has the class "one-line".
 */
export const headlineSpec = z.strictObject({
  width: z.number().positive(),
  size: z.number().positive(),
  lift: z.number().min(0),
  takeaway: z.number().min(0).optional(), // height of the line at the foot, where a slide has one
  lines: z.number().int().positive().optional(), // most lines of the title; 2 when absent
  line: z.number().positive().optional(), // what each line beyond the second takes of the text's height
})

/** templates/layouts/<name>.yaml: what a slide of the layout must and may have. */
export const layoutSpec = z.strictObject({
  needs: z
    .strictObject({
      title: presence.optional(),
      subtitle: presence.optional(),
      text: presence.optional(),
      tiles: presence.optional(),
      charts: range.optional(),
      tables: range.optional(),
      groups: range.optional(),
      visuals: range.optional(),
      fields: z.record(z.string(), z.enum(['required', 'optional'])).optional(),
    })
    .optional(),
  headline: headlineSpec.optional(),
  chart: box.optional(),
  table: tableBoxSpec.optional(),
  text: textBoxSpec.optional(),
  rows: count.optional(),
  variants: z.record(z.string(), variant).optional(),
  description: z.string().optional(),
})
