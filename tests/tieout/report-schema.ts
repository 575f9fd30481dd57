import { z } from 'zod'
import { ruleIds } from '../../src/model/ties.ts'
import { verdicts } from '../../src/tieout/finding.ts'

const place = z.object({
  path: z.string().describe('from the root of the deck, with "/"'),
  line: z.int().describe('from 1'),
  column: z.int().describe('from 1'),
  length: z.int().optional(),
  cell: z.string().optional().describe('sheet cell, where line and column do not apply'),
})

const edition = z.enum(['public', 'presenter'])

const figure = z.object({
  fact: z.string().describe('id of the fact, e.g. "revenue.total@FY08"'),
  metric: z.string(),
  label: z.string(),
  concept: z.string().optional().describe('element of a taxonomy, e.g. "us-gaap:Revenues"'),
  period: z.string(),
  value: z.string().describe('exact digits, or low..high'),
  unit: z.string(),
  status: z.string().describe('published, derived, range, restated or computed'),
  sources: z.array(z.object({ document: z.string(), title: z.string(), at: z.string(), link: z.string().nullable() })),
})

const row = z.object({
  rule: z.enum(ruleIds),
  title: z.string().describe('what the rule demands'),
  verdict: z.enum(verdicts),
  slides: z.array(z.string()).describe('slides that the finding is about or that show its figures'),
  use: z.string().nullable().describe('key of the printed number, as in its data-use attribute'),
  place,
  figures: z.array(figure),
  message: z.string(),
  arithmetic: z.string(),
  tolerance: z.string(),
  hint: z.string(),
  waiver: z.object({ reason: z.string(), who: z.string(), when: z.string() }).nullable(),
  edition: edition.nullable().describe('the only edition that it holds in; null where it holds in both'),
})

const counts = z.object({
  ticked: z.int(),
  rounding: z.int(),
  waived: z.int(),
  warning: z.int(),
  error: z.int(),
  'not-checkable': z.int(),
})

/** What `check --json` prints; nothing else may be in it. */
export const tieOutReport = z.object({
  made: z
    .object({
      engine: z.string().describe('version of Quarterdeck'),
      data: z.string().describe('SHA-256 over the files of data/ that pages are made of'),
      page: z.string().nullable().describe('SHA-256 of the <body> of the public page; null while there are errors'),
      commit: z.string().nullable().describe('of the folder of the deck, with "-dirty" where files differ from it'),
    })
    .describe('what the report was made of'),
  deck: z
    .object({ company: z.string(), title: z.string(), date: z.string(), slides: z.int() })
    .nullable()
    .describe(
      'of the presenter edition; null while an error leaves an edition without a deck: then nothing is counted',
    ),
  counts: counts.nullable(),
  net: z
    .object({
      figures: z.array(
        z.object({
          fact: z.string(),
          hold: z.enum(['tied', 'source-only', 'untied']),
          others: z.int().describe('how many other figures it is tied to; of a computed one, its inputs'),
        }),
      ),
      counts: z.object({ tied: z.int(), 'source-only': z.int(), untied: z.int() }),
    })
    .nullable()
    .describe('how the printed figures of the public edition are held'),
  findings: z.array(row),
  diagnostics: z
    .array(
      z.object({
        code: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        message: z.string(),
        hint: z.string().optional(),
        place,
        edition: edition.optional().describe('the only edition that it holds in; absent where it holds in both'),
      }),
    )
    .describe('every error and warning of reading, compiling and tying, once'),
  unmeasured: z
    .array(z.object({ layout: z.string(), slides: z.array(z.string()) }))
    .optional()
    .describe('layouts that give running text no box, so that it is not measured'),
  errata: z.array(
    z.object({
      slide: z.string(),
      fact: z.string().optional(),
      printed: z.string(),
      right: z.string(),
      ground: z.string(),
    }),
  ),
})

/** The JSON Schema of the report, for docs and for programs that read it. */
export const reportSchema = (): unknown => ({ title: 'Quarterdeck tie-out', ...z.toJSONSchema(tieOutReport) })
