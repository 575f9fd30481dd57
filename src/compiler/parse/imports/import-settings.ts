import { z } from 'zod'
import { metricNamed } from '../../../format/fact-names.ts'
import { parsePeriod } from '../../../format/period-text.ts'
import { formatUnit, isConvertible, parseUnit, unitNames } from '../../../format/units.ts'
import { joinReadings, type Reading } from '../../../model/diagnostic.ts'
import type { Metric, Scenario } from '../../../model/figure.ts'
import type { Calendar, Period } from '../../../model/period.ts'
import type { Place } from '../../../model/source-file.ts'
import type { Unit } from '../../../model/unit.ts'
import {
  invalidUnit,
  missingKey,
  unknownMetric,
  unknownPeriodLabel,
  unknownScenario,
  unknownUnit,
} from '../../diagnostics/data.ts'
import { checkYaml } from '../check-yaml.ts'
import { periodExamples } from '../settings/deck-config.ts'
import { parseYaml, type YamlDocument, type YamlText } from '../yaml.ts'

const columnSpec = z
  .string()
  .regex(/^[A-Z]{1,3}$/, { error: 'the letters of a column, such as B' })
  .describe('Letters of a column; of a CSV file A is the first')
const rowSpec = z.int().positive()
/** What time a date at the head of a column is the last day of. */
export const dateLengths = ['day', 'quarter', 'half', 'year', 'year-to-date'] as const
export type DateLength = (typeof dateLengths)[number]

const lineSpec = z.union([
  z.string().min(1),
  z.strictObject({
    metric: z.string().min(1),
    sign: z.literal(-1).optional().describe('Where the workbook has the other sign'),
    unit: z.string().min(1).optional().describe('Unit and scale of this line, where it is not that of its block'),
    optional: z.boolean().optional().describe('Whether the workbook may be without it'),
  }),
])

const blockSpec = z.strictObject({
  sheet: z.string().min(1).optional().describe('Of a workbook: the sheet; the only one where absent'),
  labels: z
    .union([columnSpec, z.array(columnSpec).min(1)])
    .describe('Where labels stand; of several columns the first with text'),
  heads: z.union([rowSpec, z.array(rowSpec).min(1)]).describe('The row of periods; of several, the upper ones first'),
  rows: z
    .string()
    .regex(/^[1-9]\d*\.\.[1-9]\d*$/, { error: 'rows as 5..20' })
    .optional()
    .describe('Rows of the block, where another one follows on the sheet'),
  dates: z
    .union([z.enum(dateLengths), z.record(z.string(), z.enum(dateLengths))])
    .optional()
    .describe('What time ends with the dates at the heads; by the words over or before them where they differ'),
  periods: z.record(z.string(), z.string()).optional().describe('Heads in words, to periods'),
  under: z.string().min(1).optional().describe('Only columns below this upper head'),
  skip: z.array(z.string().min(1)).optional().describe('Heads of columns that are not read'),
  scenario: z.string().min(1).optional(),
  unit: z.string().min(1).describe('Unit and scale of the numbers: JPY k, USD mn'),
  lines: z.record(z.string(), lineSpec).describe('Labels, to metrics; "Heading > Label" where a label stands twice'),
})

const bookSpec = z.strictObject({
  file: z
    .string()
    .min(1)
    .describe('Path of the file from the deck, with * for what changes: ../finance/results-*.xlsx'),
  decimal: z
    .enum(['.', ','])
    .optional()
    .describe('What stands before decimals in its cells of text, where the deck has the other'),
  document: z.string().min(1).optional().describe('Id in data/sources.yaml; that of the reporting period where absent'),
  blocks: z.array(blockSpec).min(1).optional(),
  from: z.string().min(1).optional().describe('Of filings: the first period that is read'),
  forms: z.array(z.string().min(1)).optional().describe('Of company facts: the forms that are read, such as 10-Q'),
  tags: z.record(z.string(), lineSpec).optional().describe('Of filings: tags such as us-gaap:Revenues, to metrics'),
})

/** data/import.yaml. */
export const importSpec = z.array(bookSpec)

type BlockSpec = z.output<typeof blockSpec>
type LineSpec = z.output<typeof lineSpec>

/** A label or tag and the metric that its numbers are of. */
export interface ImportLine {
  /** "Sales", or with the headings that stand over it: ["Segment A", "Sales"]. */
  readonly path: readonly string[]
  readonly metric: Metric
  readonly sign: 1 | -1
  readonly unit: Unit
  readonly isOptional: boolean
  readonly place: Place
}

export interface ImportBlock {
  readonly sheet: string | undefined
  readonly labels: readonly string[] // letters of columns
  readonly heads: readonly number[] // rows, from 1
  readonly rows: { readonly first: number; readonly last: number } | undefined
  readonly dates: DateLength | ReadonlyMap<string, DateLength> | undefined
  readonly periods: ReadonlyMap<string, Period>
  readonly under: string | undefined
  readonly skip: readonly string[]
  readonly scenario: string
  readonly lines: readonly ImportLine[]
  readonly place: Place
}

/** A kind of file of the finance team, and what of it goes where. */
export interface ImportBook {
  readonly file: string
  readonly decimal: ',' | '.' | undefined
  readonly document: string | undefined
  readonly blocks: readonly ImportBlock[]
  readonly from: Period | undefined
  readonly forms: readonly string[]
  readonly tags: readonly ImportLine[]
  readonly place: Place
}

/** What the mapping refers to. */
export interface ImportContext {
  readonly calendar: Calendar
  readonly metrics: ReadonlyMap<string, Metric>
  readonly scenarios: ReadonlyMap<string, Scenario>
  readonly units: ReadonlyMap<string, Unit>
}

type At = readonly (string | number)[]

/** Texts are compared without the blanks around and between their words, and in any case of letters. */
export const plainLabel = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

function unitAt(text: string, place: Place, { units }: ImportContext): Reading<Unit | undefined> {
  const value = parseUnit(text, units)
  return { value, diagnostics: value ? [] : [unknownUnit(text, { place, known: unitNames(units) })] }
}

function periodAt(text: string, place: Place, { calendar }: ImportContext): Reading<Period | undefined> {
  const value = parsePeriod(text, calendar)
  const examples = periodExamples(calendar)
  return { value, diagnostics: value ? [] : [unknownPeriodLabel(text, { place, examples })] }
}

/** Lines of a block or tags of a filing; `unit` is that of lines that name none, undefined where the metric's own is meant. */
function linesOf(
  specs: Readonly<Record<string, LineSpec>>,
  { document, at, context, unit }: { document: YamlDocument; at: At; context: ImportContext; unit: Unit | undefined },
): Reading<readonly ImportLine[]> {
  return joinReadings(
    Object.entries(specs).map(([label, spec]): Reading<ImportLine | undefined> => {
      const { metric: id, sign = 1, unit: own, optional = false } = typeof spec === 'string' ? { metric: spec } : spec
      const metric = metricNamed(context.metrics, id)
      const spot = [...at, label]
      const place = document.placeOfKey(spot)
      const ofMetric = document.placeOf(typeof spec === 'string' ? spot : [...spot, 'metric'])
      const named = own === undefined ? undefined : unitAt(own, document.placeOf([...spot, 'unit']), context)
      const unknown = metric ? [] : [unknownMetric(id, { place: ofMetric, known: context.metrics.keys() })]
      const diagnostics = [...unknown, ...(named?.diagnostics ?? [])]
      const used = named ? named.value : (unit ?? metric?.unit)
      if (!metric || !used) return { value: undefined, diagnostics }
      if (!isConvertible(used, metric.unit)) {
        const expected = `${formatUnit(metric.unit)} or another scale of it`
        const at = own === undefined ? ofMetric : document.placeOf([...spot, 'unit'])
        return {
          value: undefined,
          diagnostics: [invalidUnit(formatUnit(used), { place: at, metric: metric.id, expected })],
        }
      }
      const path = label.split(' > ').map((part) => part.trim())
      return { value: { path, metric, sign, unit: used, isOptional: optional, place }, diagnostics }
    }),
  )
}

function blockOf(
  spec: BlockSpec,
  { document, at, context }: { document: YamlDocument; at: At; context: ImportContext },
): Reading<ImportBlock> {
  const unit = unitAt(spec.unit, document.placeOf([...at, 'unit']), context)
  const lines = linesOf(spec.lines, { document, at: [...at, 'lines'], context, unit: unit.value })
  const heads = joinReadings(
    Object.entries(spec.periods ?? {}).map(([words, label]): Reading<readonly [string, Period] | undefined> => {
      const { value, diagnostics } = periodAt(label, document.placeOf([...at, 'periods', words]), context)
      return { value: value && [plainLabel(words), value], diagnostics }
    }),
  )
  const { scenario = 'actual', dates, rows } = spec
  const known = context.scenarios.keys()
  const unknown = context.scenarios.has(scenario)
    ? []
    : [unknownScenario(scenario, { place: document.placeOf([...at, 'scenario']), known })]
  const [first = 0, last = 0] = rows?.split('..').map(Number) ?? []
  return {
    value: {
      sheet: spec.sheet,
      labels: typeof spec.labels === 'string' ? [spec.labels] : spec.labels,
      heads: typeof spec.heads === 'number' ? [spec.heads] : spec.heads,
      rows: rows === undefined ? undefined : { first, last },
      dates:
        typeof dates === 'object' ? new Map(Object.entries(dates).map(([key, one]) => [plainLabel(key), one])) : dates,
      periods: new Map(heads.value),
      under: spec.under === undefined ? undefined : plainLabel(spec.under),
      skip: (spec.skip ?? []).map(plainLabel),
      scenario,
      lines: unit.value ? lines.value : [],
      place: document.placeOf(at),
    },
    diagnostics: [...unit.diagnostics, ...lines.diagnostics, ...heads.diagnostics, ...unknown],
  }
}

/** Reads data/import.yaml: what of the finance team's files goes where. An empty file has none. */
export function parseImports(source: YamlText, context: ImportContext): Reading<readonly ImportBook[]> {
  const { value: document, diagnostics } = parseYaml(source)
  if (!document || document.value === null) return { value: [], diagnostics }
  const { value: specs, diagnostics: found } = checkYaml(document, importSpec)
  if (!specs) return { value: [], diagnostics: [...diagnostics, ...found] }
  const books = joinReadings(
    specs.map((spec, index): Reading<ImportBook> => {
      const blocks = joinReadings(
        (spec.blocks ?? []).map((block, at) => blockOf(block, { document, at: [index, 'blocks', at], context })),
      )
      const tags = linesOf(spec.tags ?? {}, { document, at: [index, 'tags'], context, unit: undefined })
      const empty = spec.blocks || spec.tags ? [] : [missingKey('blocks', document.placeOf([index]))]
      const from = spec.from === undefined ? undefined : periodAt(spec.from, document.placeOf([index, 'from']), context)
      return {
        value: {
          file: spec.file,
          decimal: spec.decimal,
          document: spec.document,
          blocks: blocks.value,
          from: from?.value,
          forms: spec.forms ?? [],
          tags: tags.value,
          place: document.placeOf([index, 'file']),
        },
        diagnostics: [...empty, ...blocks.diagnostics, ...tags.diagnostics, ...(from?.diagnostics ?? [])],
      }
    }),
  )
  return { value: books.value, diagnostics: [...diagnostics, ...books.diagnostics] }
}
