import { z } from 'zod'
import { measures } from '../../model/figure.ts'

/** Labels such as 2024 are numbers in YAML; their text is meant. */
const periodName = z.union([z.string(), z.int().nonnegative()]).transform(String)
const scenario = z.string().optional()

const periodItem = z.union([periodName, z.strictObject({ period: periodName, scenario, label: z.string().optional() })])

const reference = z.strictObject({
  metric: z.string(),
  label: z.string().optional(),
  as: z.enum(['bar', 'column', 'line']).optional(),
  scenario,
  measure: z.enum(measures).optional(),
  color: z.int().min(0).max(8).optional(),
})

const seriesItem = z.union([z.string(), reference])

const step = z.strictObject({
  start: z.string().optional(),
  change: z.string().optional(),
  figure: z.string().optional(),
  subtotal: z.string().optional(),
  end: z.string().optional(),
  period: periodName.optional(),
  vs: periodName.optional(),
  scenario,
  label: z.string().optional(),
  negate: z.boolean().optional(),
})

const arrow = {
  from: periodName,
  to: periodName,
  series: z.string().optional(),
  label: z.string().optional(),
}

export const chartTypes = [
  'column',
  'stacked-column',
  'stacked-column-100',
  'grouped-column',
  'bar',
  'stacked-bar',
  'line',
  'column-line',
  'waterfall',
  'doughnut',
  'small-multiples',
] as const

export const chartSpec = z.strictObject({
  type: z.enum(chartTypes),
  title: z.string().optional(),
  series: z.array(seriesItem).min(1).optional(),
  items: z.array(seriesItem).min(1).optional(),
  panels: z
    .array(z.strictObject({ title: z.string().optional(), series: z.array(seriesItem).min(1) }))
    .min(1)
    .optional(),
  steps: z.array(step).min(2).optional(),
  periods: z.union([periodName, z.array(periodItem).min(1)]).optional(),
  period: periodName.optional(),
  scenario,
  unit: z.string().optional(),
  decimals: z.int().min(0).max(6).optional(),
  totals: z.union([z.boolean(), z.string()]).optional(),
  yoy: z.union([z.boolean(), z.string()]).optional(),
  qoq: z.union([z.boolean(), z.string()]).optional(),
  ratio: z.string().optional(),
  differences: z.array(z.strictObject({ ...arrow, as: z.enum(['relative', 'absolute']).optional() })).optional(),
  cagr: z.array(z.strictObject(arrow)).optional(),
  highlight: periodName.optional(),
  labels: z.enum(['auto', 'all', 'ends', 'none']).optional(),
  legend: z.enum(['direct', 'top', 'none']).optional(),
  sort: z.enum(['descending', 'ascending', 'none']).optional(),
  scale: z.enum(['shared', 'own']).optional(),
  notes: z.array(z.string()).optional(),
})

export type ChartSpec = z.output<typeof chartSpec>
export type SeriesSpec = z.output<typeof reference>
export type StepSpec = z.output<typeof step>

export const seriesSpec = (item: string | SeriesSpec): SeriesSpec =>
  typeof item === 'string' ? { metric: item } : item
