import { z } from 'zod'
import { words } from './text-schema.ts'

const chartText = {
  text: words,
  fact: z.string().nullable(),
  footnote: z.string().optional().describe('mark of its note at the foot of the slide'),
}
const mark = z
  .strictObject({
    ...chartText,
    value: z.number().describe('coordinate in the unit of the chart; of a range the middle'),
    low: z.number().optional(),
    high: z.number().optional(),
    drawn: z.enum(['solid', 'derived', 'range', 'target', 'forecast']),
    base: z.number().optional().describe('where the bar starts'),
    step: z.enum(['start', 'up', 'down', 'subtotal', 'end']).optional(),
    isFall: z
      .literal(true)
      .optional()
      .describe('below zero, of what is better more, or an item in colour 9: has the colour of falls'),
    isContext: z.literal(true).optional().describe('a step of a bridge that is drawn as a tint'),
    share: z.strictObject(chartText).optional().describe('of a part of a stack in its whole, printed with it'),
    tip: z.strictObject({
      label: z.string(),
      value: z.string(),
      change: z.string().optional(),
      source: z.string(),
    }),
  })
  .meta({ id: 'mark', description: 'One bar, point or slice' })
const room = z.strictObject({ start: z.number(), end: z.number() })
const bounds = z.strictObject({
  min: z.number(),
  max: z.number(),
  lanes: z.number().optional(),
  room: room.optional(),
})

/** A chart as it stands in the deck's JSON. */
export const chart: z.ZodType = z
  .strictObject({
    id: z.string(),
    type: z.string(),
    title: z.string(),
    unit: z.string(),
    summary: z.string().describe('one sentence for screen readers'),
    categories: z.array(
      z.strictObject({
        label: z.string(),
        scenario: z.enum(['actual', 'target', 'forecast']),
        emphasis: z.boolean(),
        afterBreak: z.literal(true).optional().describe('another time lies before it than between the others'),
        group: z
          .strictObject({ heading: z.string(), name: z.string() })
          .optional()
          .describe('of items in groups; the label says both'),
        tier: z.strictObject({ short: z.string(), group: z.string() }).optional(),
      }),
    ),
    series: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        color: z.int().describe('palette slot 1–8; 0 the grey of context'),
        mark: z.enum(['bar', 'line']),
        axis: z.enum(['value', 'ratio']),
        marks: z.array(mark.nullable()).describe('one a category; null is a gap'),
      }),
    ),
    totals: z.array(mark.nullable()).optional(),
    rows: z.array(z.strictObject({ label: z.string(), cells: z.array(z.strictObject(chartText)) })),
    arrows: z.array(
      z.strictObject({
        ...chartText,
        kind: z.enum(['difference', 'cagr']),
        from: z.int(),
        to: z.int(),
        series: z.string().nullable(),
        label: z.string(),
        tone: z.enum(['good', 'bad']).optional().describe('by what the metric aims at'),
      }),
    ),
    bounds: bounds.nullable(),
    ratioBounds: bounds.optional(),
    get panels() {
      return z.array(chart).optional()
    },
    whole: z.strictObject(chartText).optional(),
    labels: z.enum(['auto', 'all', 'fitting', 'ends', 'none']),
    legend: z.enum(['direct', 'top', 'none']),
    notes: z.array(z.string()),
    scaleNote: z.string().optional().describe('beside its unit'),
    sources: z.array(z.string()),
    ticks: z.array(z.strictObject({ value: z.number(), text: z.string() })).optional(),
    ground: z.literal('dark').optional().describe('the ground that it is drawn for'),
    spread: z.literal(true).optional().describe('few columns share the whole width, as words stand under each'),
    own: z
      .record(z.string(), z.union([z.number(), z.string()]))
      .optional()
      .describe(
        'what only this type has; of dots: each (units a dot), whole, name of the whole, shape (dots or waffle); of a bar: lineAt and lineText of the line through it',
      ),
  })
  .meta({ id: 'chart', description: 'A chart with all its numbers: what is drawn' })
