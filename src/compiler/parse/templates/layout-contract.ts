import { z } from 'zod'

const count = z.number().int().min(0)
const range = z.union([count, z.tuple([count, count])])
const counts = z.union([count, z.tuple([count, count]), z.strictObject({ of: z.array(count).min(2) })]) // or one of several
/** How many of something a layout takes: from the least to the most, or one of several numbers. */
export function amountsOf(need: z.infer<typeof counts>): {
  readonly least: number
  readonly most: number
  readonly among?: readonly number[]
} {
  if (typeof need === 'number') return { least: need, most: need }
  if ('of' in need) return { least: Math.min(...need.of), most: Math.max(...need.of), among: need.of }
  return { least: need[0], most: need[1] }
}

/** Before the first group: no words, words only where there are no groups, or none. */
const leadSpecs = z.enum(['picture', 'alone', 'none'])
/** One picture at the head of each group, or of some. */
const pictures = z.enum(['each', 'some'])
const presence = z.union([z.boolean(), z.literal('optional')])
const box = z.strictObject({ width: z.number().positive(), height: z.number().positive() })
const chartBox = box.extend({
  takeaway: z.union([z.boolean(), z.number().positive()]).optional(), // whether a takeaway takes of its height, or how much
  spare: z.number().min(0).optional(), // what stays free below it, for further lines of its title and for its notes
})

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

const padding = z.tuple([z.number().min(0), z.number().min(0)]).optional()
const arrangement = {
  gap: z.number().min(0),
  rowGap: z.number().min(0).optional(), // between rows of a grid, if it is another
  padding, // of each, left and right together, top and bottom
  columns: z.array(z.number().int().positive()).optional(), // of a grid, by the number of groups
  heading: z.number().positive().optional(), // size of their headings
  even: z.boolean().optional(), // all rows are as high as the highest
  least: z.number().positive().optional(), // of rows: their height without padding
}
const other = { width: z.number().positive(), size: z.number().positive(), ...arrangement }

const sizes = z.strictObject({
  short: z.number().positive(),
  long: z.number().positive(),
  longest: z.number().positive(),
})

const figureSize = z.union([z.number().positive(), sizes]) // or by the length of the longest of a slide

/** The height of all rows of tiles, what each takes beside its lines, and their sizes; beside: the width where words stand right of figures. */
const tileRowsSpec = z.strictObject({
  height: z.number().positive(),
  gap: z.number().min(0),
  padding: z.number().min(0),
  label: z.number().positive(),
  change: z.number().positive(), // and of notes
  beside: z.number().positive().optional(),
})

/** Tiles side by side in a width, and the size of their figures, which are never broken. */
const tileBoxSpec = z.strictObject({
  width: z.number().positive(),
  gap: z.number().min(0).optional(),
  padding: z.number().min(0).optional(), // of each, left and right together
  columns: z.array(z.number().int().positive()).optional(), // by their number; all in one row when absent
  cards: z.boolean().optional(), // one over each group: as many in a row as there are groups
  unit: z.number().positive().optional(), // size of a unit before the digits, in theirs, if it is not the theme's
  inLine: z.boolean().optional(), // what stands after the digits has no room under them
  wraps: z.boolean().optional(), // what stands before the digits of the first goes over them where it has no room
  rows: tileRowsSpec.optional(), // where they share a height
  figure: figureSize,
  others: z.array(z.strictObject({ from: count, to: count.optional(), figure: figureSize })).optional(), // where there are so many
  // the first ones: their width, or how much wider they are than the others
  first: z
    .strictObject({
      count,
      width: z.number().positive().optional(),
      share: z.number().positive().optional(),
      figure: figureSize,
    })
    .optional(),
})

export type TileBox = z.infer<typeof tileBoxSpec>

/** Rows of names, so many abreast, each beside a heading led by a figure; closer from so many names in a row, or so many rows. */
const nameSizes = {
  size: z.number().positive(),
  figure: z.number().positive(), // of what is in italics
  heading: z.number().positive(), // of the figure of a row
  label: z.number().positive(), // of the words behind it
  gap: z.number().min(0),
  padding: z.number().min(0), // of a row, top and bottom
}
const namesSpec = z.strictObject({
  abreast: count,
  across: z.number().min(0), // between names
  quiet: z.number().min(0), // height of a row without names
  ...nameSizes,
  close: z.strictObject({ names: count, rows: count, ...nameSizes }),
})

/** Text before the groups: its size, what it takes beside its lines, and how many columns its lists run on over. */
const leadSpec = z.strictObject({
  size: z.number().positive(),
  between: z.number().min(0).optional(),
  padding,
  columns: count.optional(),
})

/**
 * Groups each in a place of their own: side by side, in a grid, in rows whose sub-headings stand side by side, or as steps that stand
 * over and under a line in turn and reach over the next one.
 */
const groupsSpec = z.strictObject({
  arrange: z.enum(['beside', 'grid', 'rows', 'steps']),
  ...arrangement,
  around: z.array(z.number().min(0)).optional(), // what a drawing beside them takes over and under all, by their number
  base: z.array(z.number().min(0)).optional(), // and where the name of the last is bold, which is drawn larger
  side: z.number().positive().optional(), // of rows: width of the heading at their left
  split: count.optional(), // of rows: a list of so many points runs in two columns
  figure: sizes.optional(), // of figures that lead headings, by the length of the longest
  names: namesSpec.optional(), // of rows: lists of names
  nested: z.number().positive().optional(), // the size with lists in lists
  items: z.boolean().optional(), // without groups the points of the lead are groups, whose bold beginning is their heading
  lead: leadSpec.optional(), // where it stands over or under all groups and takes of their height
  alone: leadSpec.optional(), // where there are no groups
  many: z // from so many groups
    .strictObject({
      from: count,
      arrange: z.enum(['beside', 'steps']),
      ...other,
      apart: z.number().min(0).optional(), // between their paragraphs, in sizes, if it is not the theme's
      // of steps, where some have no words: they keep their distance
      scaled: z.strictObject({ size: z.number().positive(), padding }).optional(),
    })
    .optional(),
  tiled: z // where tiles stand above or among them, and what they take of the height
    .strictObject({ taken: z.number(), arrange: z.literal('grid'), ...other })
    .partial()
    .optional(),
})

/** A place of its own for the lead, the last group, or the groups from one to another, counted from 1. */
const placeSpec = z.strictObject({
  of: z.union([z.literal('lead'), z.literal('last'), z.tuple([count, count])]),
  width: z.number().positive(),
  height: z.number().positive(),
  size: z.number().positive(),
  figure: z.number().positive().optional(), // of a figure in bold, which stands in a line of its own
  heading: z.number().positive().optional(),
  between: z.number().min(0).optional(), // points of a list, in sizes, if not as in the rest
  columns: count.optional(), // an even list runs over so many
  line: z.number().positive().optional(), // height of a line in sizes, if not as in the rest
  beside: z.boolean().optional(), // only where there are groups
  breaks: z.boolean().optional(), // the unit of a figure stands in a line of its own where it has no room
  single: z // one paragraph by itself; its width, if letters stand closer there
    .strictObject({ size: z.number().positive(), line: z.number().positive(), width: z.number().positive().optional() })
    .optional(),
})

/** From so many points; in two columns each is as wide, and what stands beside them takes of the height. */
const listSpec = z.strictObject({
  from: count,
  size: z.number().positive(),
  between: z.number().min(0),
  columns: z.strictObject({ width: z.number().positive(), taken: z.number().min(0) }).optional(),
})

/** Where running text stands: the width of a column, how many it runs on over, and its size of type. */
const textBoxSpec = z.strictObject({
  width: z.number().positive(),
  height: z.number().positive(),
  columns: z.number().int().positive().optional(), // 1 when absent
  size: z.number().positive(),
  crowded: z.number().positive(), // the size in groups, or with lists in lists
  dense: z.number().positive().optional(), // the size with the class "dense"
  between: z.number().min(0), // points of a list, in sizes of the text
  picture: z.number().positive().optional(), // the height that one among words takes at most; absent where they have a place of their own
  // a list by itself of so many points; the first that holds
  lists: z.array(listSpec).optional(),
  corner: z.strictObject({ width: z.number().positive(), above: z.number().min(0) }).optional(), // the chart's lower right, where it stands so high above the end of its box
  takes: z.strictObject({ subtitle: z.number(), tiles: z.number() }).partial().optional(), // of its height
  untiled: z // how it is set where the slide has no tiles
    .strictObject({ width: z.number().positive(), size: z.number().positive(), line: z.number().positive() })
    .optional(),
  few: z.strictObject({ points: count, width: z.number().positive() }).optional(), // so many stand in one column of that width
  under: z.literal('charts').optional(), // charts stand above it, and their notes take of its height
  // tiles stand above it in one row, more than `abreast` in rows of so many columns, each of which takes of its height
  tiles: z.strictObject({ abreast: count, columns: count, row: z.number().positive() }).optional(),
  line: z.number().positive().optional(), // height of a line in sizes, if it is not the theme's
  groups: groupsSpec.optional(),
  places: z.array(placeSpec).optional(), // the lead or some of the groups, where they stand elsewhere
})

export type ChartBox = z.infer<typeof chartBox>

export type TextBox = z.infer<typeof textBoxSpec>

const variant = z
  .strictObject({
    chart: chartBox.optional(),
    table: tableBoxSpec.optional(),
    text: textBoxSpec.optional(),
    tiles: tileBoxSpec.optional(),
    rows: count.optional(),
    groups: counts.optional(), // how many such a slide needs, if not as many as others of the layout
    tables: range.optional(), // as groups
    lead: leadSpecs.optional(),
    pictures: pictures.optional(),
    either: z.boolean().optional(), // a chart or a table, or groups: not both
    columns: z.array(z.number().int().positive()).optional(), // of a grid, whatever else sets its text
  })
  .refine((spec) => Object.keys(spec).length > 0, {
    error: 'chart, table, text, tiles, rows, groups, tables, lead, pictures, either or columns',
  })

/**
 * The headline above the boxes, which are given for a title of two lines: one that takes a single line leaves `lift` more, and the
 * slide has the class "one-line".
 */
export const headlineSpec = z.strictObject({
  width: z.number().positive(),
  size: z.number().positive(),
  lift: z.number().min(0),
  spacing: z.number().optional(), // between letters, in sizes, if it is not the theme's
  takeaway: z.number().min(0).optional(), // height of the line at the foot, where a slide has one
  lines: z.number().int().positive().optional(), // most lines of the title; 2 when absent
  line: z.number().positive().optional(), // what each line beyond the second takes of the text's height
  foot: z.number().positive().optional(), // width of the foot, if it is not that between the margins
})

/** templates/layouts/<name>.yaml: what a slide of the layout must and may have. */
export const layoutSpec = z.strictObject({
  needs: z
    .strictObject({
      title: presence.optional(),
      subtitle: presence.optional(),
      text: presence.optional(),
      tiles: presence.optional(),
      figures: range.optional(), // in tiles, where there are any
      lead: leadSpecs.optional(),
      pictures: pictures.optional(),
      charts: range.optional(),
      tables: range.optional(),
      groups: counts.optional(),
      either: z.boolean().optional(), // a chart or a table, or groups: not both
      visuals: range.optional(),
      fields: z.record(z.string(), z.enum(['required', 'optional'])).optional(),
    })
    .optional(),
  headline: headlineSpec.optional(),
  chart: chartBox.optional(),
  table: tableBoxSpec.optional(),
  text: textBoxSpec.optional(),
  tiles: tileBoxSpec.optional(),
  rows: count.optional(),
  // by class, or by several; the name of another one: as that
  variants: z
    .record(z.string(), z.union([variant, z.string()]))
    .refine((all) => Object.values(all).every((one) => typeof one !== 'string' || typeof all[one] === 'object'), {
      error: 'boxes, or the name of a variant that has some',
    })
    .optional(),
  classes: z.array(z.string()).optional(), // that a slide of the layout may have; with these, others are a warning where no style sheet of the deck names them
  description: z.string().optional(),
})
