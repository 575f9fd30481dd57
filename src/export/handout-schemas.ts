import { z } from 'zod'

const edition = z.enum(['public', 'presenter'])
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** manifest.json, beside hand-outs. */
export const manifestSpec = z.strictObject({
  version: z.literal(1),
  id: z.string(),
  edition,
  browser: z.string().nullable().describe('Which build printed the PDF and took the pictures; null where none did'),
  files: z.array(
    z.strictObject({
      name: z.string().describe('Its path below the folder'),
      bytes: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      deck: z.string().optional().describe('Digest of the data and slides that it was made of'),
    }),
  ),
})

const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/)

/** The data book as JSON: what is empty is left out. */
export const databookSpec = z.strictObject({
  version: z.literal(1),
  edition,
  company: z.string(),
  title: z.string(),
  date: day,
  reportingPeriod: z.string(),
  numbers: z.array(
    z.strictObject({
      sheet: z.string().describe('Where in the workbook it stands'),
      name: z.string().optional().describe('The defined name of its cell'),
      fact: z.string().optional().describe('As inspect names it'),
      metric: z.string().optional(),
      label: z.string(),
      period: z.string().optional(),
      scenario: z.string().optional(),
      measure: z.string().optional(),
      value: decimal.optional().describe('Percentages as fractions; absent where only bounds are known'),
      text: z.string().optional().describe('With the digits that the cell shows'),
      unit: z.string().optional(),
      status: z.string().optional(),
      source: z.string().optional(),
      formula: z.string().optional().describe('Over the names of other cells'),
    }),
  ),
})

/** figures.json of a published deck: every printed figure. */
export const figuresSpec = z.strictObject({
  version: z.literal(1),
  id: z.string(),
  company: z.string(),
  title: z.string(),
  date: day,
  figures: z.array(
    z.strictObject({
      metric: z.string(),
      label: z.string(),
      period: z.string(),
      value: z.string().describe('As printed'),
      unit: z.string(),
      status: z.string(),
      source: z.string(),
      slide: z.string(),
      fact: z.string(),
      number: z.string().describe('The printed digits as a plain number'),
    }),
  ),
})
