import { z } from 'zod'

export const place = z
  .strictObject({
    path: z.string().describe('from the root of the deck, with "/"'),
    line: z.int().describe('from 1'),
    column: z.int().describe('from 1'),
    length: z.int().optional().describe('characters on that line'),
    cell: z.string().optional().describe('sheet cell, where line and column cannot say it'),
  })
  .describe('Where it was written; only with --places')

export const placed = { place: place.optional() }

const style = {
  strong: z.literal(true).optional(),
  emphasis: z.literal(true).optional(),
  strike: z.literal(true).optional(),
  code: z.literal(true).optional(),
  link: z
    .strictObject({
      address: z.string().describe('https://…, mailto:…, or #/id for another slide'),
      title: z.string().optional(),
    })
    .optional(),
}

export const words = z.string().describe('as a reader sees it')

const textRun = z.strictObject({
  ...style,
  kind: z
    .enum(['text', 'plain', 'data'])
    .describe("text: the author's or the layout's words; plain: marked as text, [[3G]]; data: a label, field or cell"),
  text: words,
})
const figureRun = z.strictObject({
  ...style,
  kind: z.literal('figure'),
  text: words,
  use: z.string().describe("key among the slide's uses"),
  fact: z.string().describe("key among the deck's facts"),
  status: z.string().optional().describe('derived, range or restated'),
  isFall: z.literal(true).optional().describe("has the colour of falls: a fall, a cost's rise, a loss"),
  mark: z.string().optional().describe('of the note that belongs to it: †, a'),
})
const periodRun = z.strictObject({
  ...style,
  kind: z.literal('period'),
  text: words,
  period: z.string().describe('its label, e.g. 4Q08'),
})
const breakRun = z.strictObject({
  ...style,
  kind: z.literal('break'),
  hard: z.boolean().describe('a new line, not only a space'),
})
const simpleRun = z.union([textRun, figureRun, periodRun, breakRun])
const pictureRun = z.strictObject({
  ...style,
  kind: z.literal('picture'),
  address: z.string().describe("from the deck's public folder"),
  alt: z.array(simpleRun),
  title: z.string().optional(),
})
export const inline = z
  .union([...simpleRun.options, pictureRun])
  .meta({ id: 'run', description: 'A stretch of text of one kind and one style' })
export const runs = z.array(inline)
export const text = z.strictObject({ runs, ...placed }).meta({ id: 'text' })

const cell = z.strictObject({ runs, ...placed, align: z.enum(['left', 'center', 'right']).optional() })

export const block: z.ZodType = z
  .union([
    z.strictObject({ kind: z.enum(['paragraph', 'code']), runs, ...placed }),
    z.strictObject({
      kind: z.literal('heading'),
      level: z.int().describe('3 for a heading inside a group'),
      runs,
      ...placed,
    }),
    z.strictObject({
      kind: z.literal('list'),
      ordered: z.boolean(),
      start: z.int().optional(),
      tight: z.boolean().describe('items without space between them'),
      items: z.array(
        z.strictObject({
          get blocks() {
            return z.array(block)
          },
          step: z.boolean().describe('shown in a step of its own'),
        }),
      ),
    }),
    z.strictObject({
      kind: z.literal('quote'),
      get blocks() {
        return z.array(block)
      },
    }),
    z.strictObject({ kind: z.literal('grid'), head: z.array(cell), rows: z.array(z.array(cell)) }),
    z.strictObject({ kind: z.literal('rule') }),
    z.strictObject({ kind: z.literal('visual'), id: z.string().describe("among the slide's visuals") }),
  ])
  .meta({ id: 'block', description: 'A part of running text' })
