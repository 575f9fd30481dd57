import type { z } from 'zod'
import { lossSlot } from '../../model/chart.ts'
import { measures } from '../../model/figure.ts'

/** The parts of zod that keys are made of, passed in: the browser loads the chart types too, but not zod. */
export type Zod = Pick<typeof z, 'array' | 'boolean' | 'enum' | 'int' | 'number' | 'strictObject' | 'string' | 'union'>
export type Shape = z.ZodRawShape
/** What a block with these keys holds. */
export type KeyValues<S extends Shape> = z.output<z.ZodObject<S>>

/** YAML reads a label such as 2024 as a number; it is turned back into text. */
export const periodName = (zod: Zod) => zod.union([zod.string(), zod.int().nonnegative()]).transform(String)

const reference = (zod: Zod) =>
  zod.strictObject({
    metric: zod.string(),
    label: zod.string().optional(),
    as: zod.enum(['bar', 'column', 'line']).optional(),
    scenario: zod.string().optional(),
    measure: zod.enum(measures).optional(),
    color: zod.int().min(0).max(lossSlot).optional(),
    decimals: zod.int().min(0).max(6).optional(),
    group: zod.string().optional(),
    period: periodName(zod).optional(), // of an item of a bar chart, where it is not that of the block
  })

/** A line item: the metric alone, or with how it is to be shown. */
export const metricItem = (zod: Zod) => zod.union([zod.string(), reference(zod)])

const periodItem = (zod: Zod) => {
  const name = periodName(zod)
  const scenario = zod.string().optional()
  return zod.union([name, zod.strictObject({ period: name, scenario, label: zod.string().optional() })])
}

/** The keys of a chart block that several types share; each type lists those that it accepts. */
export const sharedKeys = (zod: Zod) => {
  const item = metricItem(zod)
  const name = periodName(zod)
  const text = zod.string().optional()
  const flagOrMetric = zod.union([zod.boolean(), zod.string()]).optional()
  const arrow = { from: name, to: name, series: text, label: text }
  return {
    type: zod.string(),
    title: text,
    series: zod.array(item).min(1).optional(),
    items: zod.array(item).min(1).optional(),
    periods: zod.union([name, zod.array(periodItem(zod)).min(1)]).optional(),
    period: name.optional(),
    scenario: text,
    unit: text,
    decimals: zod.int().min(0).max(6).optional(),
    totals: flagOrMetric,
    share: text,
    rows: zod.array(item).min(1).optional(),
    yoy: flagOrMetric,
    qoq: flagOrMetric,
    differences: zod
      .array(zod.strictObject({ ...arrow, as: zod.enum(['relative', 'absolute']).optional() }))
      .optional(),
    cagr: zod.array(zod.strictObject(arrow)).optional(),
    highlight: name.optional(),
    labels: zod.enum(['auto', 'all', 'fitting', 'ends', 'none']).optional(),
    legend: zod.enum(['direct', 'top', 'none']).optional(),
    sort: zod.enum(['descending', 'ascending', 'none']).optional(),
    scale: zod.enum(['shared', 'own']).optional(),
    notes: zod.array(zod.string()).optional(),
  }
}

/** The shared keys that a type accepts only if it lists them. */
export type OptionalKey = 'items' | 'totals' | 'share' | 'rows' | 'yoy' | 'qoq' | 'differences' | 'cagr' | 'sort'

export type ChartSpec = KeyValues<ReturnType<typeof sharedKeys>>
export type ItemSpec = KeyValues<{ item: ReturnType<typeof metricItem> }>['item']
export type SeriesSpec = Exclude<ItemSpec, string>

/** A step of a bridge. */
export interface StepSpec {
  readonly start?: string | undefined
  readonly change?: string | undefined
  readonly figure?: string | undefined
  readonly subtotal?: string | undefined
  readonly end?: string | undefined
  readonly period?: string | undefined
  readonly vs?: string | undefined
  readonly scenario?: string | undefined
  readonly label?: string | undefined
  readonly negate?: boolean | undefined
  readonly decimals?: number | undefined
  readonly color?: number | undefined // 0: context
}

/** A panel of small multiples. */
export interface PanelSpec {
  readonly title?: string | undefined
  readonly series: readonly ItemSpec[]
}
