import { z } from 'zod'
import { chart } from './chart-schema.ts'
import { block, place, placed, runs, text, words } from './text-schema.ts'

/** Version of the format: a new one where a reader of the old could be misled. */
export const deckJsonVersion = 1

const note = z
  .strictObject({
    runs,
    ...placed,
    mark: z.string().optional(),
    origin: z
      .enum(['author', 'derived', 'corrected', 'restated', 'rounding'])
      .describe('who says it: the author, or the engine'),
    short: z.string().optional().describe('what stands for it on a slide without room for all of it'),
  })
  .meta({ id: 'note' })

const table = z
  .strictObject({
    id: z.string(),
    caption: text.nullable(),
    unit: z.string().describe('of all figures that do not say their own'),
    columns: z
      .array(
        z.strictObject({
          label: runs,
          sub: runs.optional().describe('under the label: its dates'),
          head: runs.optional().describe('over this column and its neighbours of the same head'),
          mark: z.string().optional().describe('of the note that holds for all its figures'),
          kind: z.enum(['label', 'figure', 'change', 'share', 'progress', 'unit', 'text']),
          emphasis: z.boolean().describe("the reporting period's"),
        }),
      )
      .describe("the first is that of the rows' labels"),
    rows: z.array(
      z.strictObject({
        kind: z.enum(['row', 'total', 'heading']),
        label: runs,
        indent: z.int(),
        unit: z
          .string()
          .optional()
          .describe('of its figures, or of those under the heading, where it is not that of the table'),
        highlight: z.boolean().optional().describe('what the slide is about'),
        role: z.enum(['start', 'step', 'end']).optional().describe('in a reconciliation'),
        terms: z
          .array(z.strictObject({ row: z.int(), isTaken: z.boolean() }))
          .optional()
          .describe('rows that add up to this one by the definition of its metric'),
        cells: z.array(z.strictObject({ runs, ...placed })).describe('one a column after the first; none of a heading'),
        ...placed,
      }),
    ),
    grid: z
      .array(z.number())
      .optional()
      .describe('widths of the columns in per cent, of tables that stand on one grid'),
    notes: z.array(note),
    ...placed,
  })
  .meta({ id: 'table' })

const tile = z.strictObject({
  label: runs,
  period: runs,
  value: runs,
  change: runs,
  note: runs,
  isLoss: z.literal(true).optional().describe('an amount that has the colour of falls'),
  ...placed,
  notePlace: place.optional(),
})

const visual = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('chart'),
    id: z.string(),
    chart,
    box: z.strictObject({ width: z.number(), height: z.number() }).describe('pixels of a slide of 1920 × 1080'),
    ...placed,
  }),
  z.strictObject({ kind: z.literal('table'), id: z.string(), table }),
  z.strictObject({ kind: z.literal('tiles'), id: z.string(), tiles: z.array(tile) }),
])

const field: z.ZodType = z
  .union([
    z.strictObject({ kind: z.literal('text'), text }),
    z.strictObject({
      kind: z.literal('value'),
      value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    }),
    z.strictObject({
      kind: z.literal('list'),
      get items() {
        return z.array(field)
      },
    }),
    z.strictObject({
      kind: z.literal('map'),
      get entries() {
        return z.record(z.string(), field)
      },
    }),
  ])
  .meta({ id: 'field' })

const use = z.strictObject({
  key: z.string(),
  fact: z.string(),
  text: words,
  displayed: z.string().describe('exact text of what the digits say, in displayUnit; low..high of a range'),
  decimals: z.int(),
  displayUnit: z.string().describe('e.g. JPY mn'),
  form: z.enum(['value', 'words', 'signed', 'magnitude']),
  ...placed,
})

const slide = z
  .strictObject({
    id: z.string(),
    number: z.int().describe('from 1, among the slides that are not hidden; of a hidden one among those'),
    minutes: z.number().optional().describe('planned for it in the talk; in the presenter edition'),
    layout: z.string(),
    class: z.string(),
    tone: z.literal('dark').optional().describe('stands on the dark ground, whatever its layout'),
    section: z.string().describe('id of its section; "" before the first'),
    hidden: z.boolean(),
    stage: z
      .strictObject({
        steps: z.int().optional().describe('in which its charts come'),
        morph: z.literal(true).optional().describe('what it shares with the slide before moves'),
        without: z.string().optional().describe('id of the slide that key W shows in its place'),
      })
      .optional()
      .describe('how it comes on stage'),
    formerly: z.array(z.string()).optional().describe('ids that it had before'),
    historical: z.boolean(),
    title: text.nullable(),
    subtitle: text.nullable(),
    takeaway: text.nullable().describe('one line at the foot'),
    lead: z.array(block).describe('before the first heading'),
    groups: z.array(z.strictObject({ heading: text, blocks: z.array(block) })),
    visuals: z.array(visual),
    fields: z.record(z.string(), field),
    footnotes: z.array(note),
    sources: z.array(z.string()).describe('ids of documents'),
    sourceLine: z.strictObject({ names: z.array(z.string()), others: z.array(z.string()) }),
    layoutTexts: z.array(text).describe("words of the layout's own, and what it takes from the deck"),
    notes: z.array(block).describe("the speaker's; none in the public edition"),
    uses: z.array(use).describe('every printed number'),
    ...placed,
  })
  .meta({ id: 'slide' })

const fact = z.strictObject({
  metric: z.string(),
  period: z.string(),
  value: z.string(),
  status: z.string(),
  sources: z.array(z.tuple([z.int().describe('number of the document, from 0'), z.string()])).optional(),
  formula: z.string().optional(),
  inputs: z.array(z.string()).optional(),
  note: z.string().optional(),
  errata: z.array(z.string()).optional(),
  ticks: z.array(z.string()).optional(),
})

/** What `inspect` prints: docs/deck-json.md. */
export const deckJson = z.strictObject({
  version: z.literal(deckJsonVersion),
  edition: z.enum(['public', 'presenter']),
  head: z.strictObject({
    company: z.string(),
    shortName: z.string(),
    title: z.string(),
    date: z.string(),
    dateText: z.string(),
    speaker: z.string().nullable(),
    duration: z.number().optional().describe('planned minutes of the talk; in the presenter edition'),
    address: z.string().nullable(),
    logo: z.string().nullable().describe('a path in public/'),
    logoOnDark: z.string().nullable(),
    coverPicture: z.string().nullable(),
    language: z.string(),
    textLanguage: z.string().optional(),
    reportingPeriod: z.string(),
    fields: z.record(z.string(), z.string()),
  }),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      slide: z.string(),
      number: z.int(),
      hidden: z.literal(true).optional(),
      title: z.string(),
    }),
  ),
  slides: z.array(slide),
  facts: z.record(z.string(), fact).describe('every fact that a slide shows, and what it was computed from'),
  documents: z
    .array(
      z.strictObject({
        id: z.string().describe('as slides and charts name it in sources'),
        title: z.string(),
        short: z.string().describe('as the foot of a slide prints it'),
        date: z.string().optional(),
        url: z.string().optional(),
        file: z.string().optional().describe('its kept copy beside the page, where the edition has it'),
        laterEvidence: z.string().optional().describe('why it may be later than the deck'),
      }),
    )
    .describe('facts name them by number, from 0; those that only slides name come last'),
})

/** The JSON Schema of the deck's data, for docs and for programs that read it. */
export function deckJsonSchema(): unknown {
  return { title: 'A Quarterdeck deck as data', ...z.toJSONSchema(deckJson) }
}
