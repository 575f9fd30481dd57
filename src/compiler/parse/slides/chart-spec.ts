import { z } from 'zod'
import type { Fault } from '../../../charts/base/chart-builder.ts'
import { type ChartSpec, type Shape, sharedKeys, type Zod } from '../../../charts/base/keys.ts'
import type { ChartType } from '../../../charts/chart-type.ts'
import { chartTypes, findChartType } from '../../../charts/chart-types.ts'
import type { Diagnostic, Result } from '../../../model/diagnostic.ts'
import { missingChartPart, unsupportedChartPart } from '../../diagnostics/charts.ts'
import { checkYaml } from '../check-yaml.ts'
import type { SpecDocument } from './block-spec.ts'

/** Named one by one: the whole of zod, handed on, would be in every bundle. */
const zod: Zod = {
  array: z.array,
  boolean: z.boolean,
  enum: z.enum,
  int: z.int,
  number: z.number,
  strictObject: z.strictObject,
  string: z.string,
  union: z.union,
}

/** Keys that only some types have, and which those are. */
const restricted: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(chartTypes.flatMap(restrictedKeys))].map((key) => [
    key,
    chartTypes.filter((type) => restrictedKeys(type).includes(key)).map(({ name }) => name),
  ]),
)

function restrictedKeys({ takes, keys }: ChartType): readonly string[] {
  return [...takes, ...Object.keys(keys?.(zod) ?? {})]
}

const shared = { ...sharedKeys(zod), type: z.enum(chartTypes.map(({ name }) => name)) }

/** Every type's own keys, their content unread: that another type has them is said in words of its own. */
const foreign: Shape = Object.fromEntries([...restricted.keys()].map((key) => [key, z.unknown().optional()]))

const schemas = new Map(
  chartTypes.map(({ name, keys }) => [name, z.strictObject({ ...foreign, ...keys?.(zod), ...shared })]),
)
const anyType = z.strictObject({ ...foreign, ...shared })

/** Reads what a chart block says; a diagnostic at each key, value or missing part that is wrong. */
export function checkChart(document: SpecDocument): Result<ChartSpec> {
  const type = findChartType(nameIn(document.value))
  const checked = checkYaml(document, (type && schemas.get(type.name)) ?? anyType)
  if (!checked.ok) return checked
  const spec = checked.value
  if (!type) throw new RangeError(`no chart type ${spec.type}`) // the schema admits names of types only
  const diagnostics = faultsOf(type, spec, document)
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: spec }
}

function nameIn(value: unknown): string {
  const name: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'type') : undefined
  return typeof name === 'string' ? name : ''
}

/** The values of a type's own keys in a block that was checked. */
export const ownValues = <S extends Shape>(spec: ChartSpec, keys: (zod: Zod) => S): z.output<z.ZodObject<S>> =>
  z.object(keys(zod)).parse(spec, { jitless: true })

function faultsOf(type: ChartType, spec: ChartSpec, document: SpecDocument): Diagnostic[] {
  const written = new Set(Object.keys(spec))
  if (spec.period !== undefined) written.add('periods')
  if (spec.periods !== undefined) written.add('period')
  const unsupported = (part: string, hint: string): Diagnostic =>
    unsupportedChartPart(part, { type: type.name, hint, place: document.placeOfKey([part]) })
  const absent = type.needs.filter((part) => !written.has(part))
  const mistaken = absent.flatMap((part) => {
    const other = counterparts.get(part)
    return other !== undefined && written.has(other) ? [{ part, other }] : []
  })
  const missing = absent
    .filter((part) => !mistaken.some((one) => one.part === part))
    .map((part) => missingChartPart(part, type.name, document.placeOf(['type'])))
  const alien = [...restricted].flatMap(([part, types]) => {
    if (!written.has(part) || types.includes(type.name) || mistaken.some(({ other }) => other === part)) return []
    return [unsupported(part, `only ${types.join(', ')} charts have it.`)]
  })
  const named = mistaken.map(({ part, other }) => unsupported(other, `write "${part}: …" in its place.`))
  const idle = (type.ignores ?? []).filter((part) => written.has(part) && !mistaken.some(({ other }) => other === part))
  const ignored = idle.map((part) => unsupported(part, 'it would change nothing: take it out.'))
  const fault = absent.length > 0 ? undefined : type.limits?.(spec) // of what is not there nothing is too many
  return [...missing, ...named, ...alien, ...ignored, ...(fault ? [faultDiagnostic(fault, type, document)] : [])]
}

/** What an author writes for the other: which of them a type takes is easily mixed up. */
const counterparts: ReadonlyMap<string, string> = new Map([
  ['series', 'items'],
  ['items', 'series'],
])

export function faultDiagnostic(fault: Fault, { name }: ChartType, document: SpecDocument): Diagnostic {
  if ('missing' in fault) return missingChartPart(fault.missing, name, document.placeOf(['type']))
  const place = document.placeOf(fault.at ?? [fault.part])
  return unsupportedChartPart(fault.part, { type: name, hint: fault.hint, place })
}
