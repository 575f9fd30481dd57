import { z } from 'zod'
import type { Fault } from '../../../charts/base/chart-builder.ts'
import { type ChartSpec, type Shape, sharedKeys, type Zod } from '../../../charts/base/keys.ts'
import type { ChartType } from '../../../charts/chart-type.ts'
import { chartTypes, faultIn, findChartType } from '../../../charts/chart-types.ts'
import type { Diagnostic, Reading } from '../../../model/diagnostic.ts'
import { missingChartPart, unsupportedChartPart } from '../../diagnostics/visuals.ts'
import { checkYaml } from '../check-yaml.ts'
import type { SpecDocument } from './spec-document.ts'

/** One by one: all of zod, passed on, would be in every bundle. */
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

/** Every type's own keys, unchecked: a key of another type has a diagnostic of its own. */
const foreign: Shape = Object.fromEntries([...restricted.keys()].map((key) => [key, z.unknown().optional()]))

const schemas = new Map(
  chartTypes.map(({ name, keys }) => [name, z.strictObject({ ...foreign, ...keys?.(zod), ...shared })]),
)
const anyType = z.strictObject({ ...foreign, ...shared })

/** Checks a chart block; a diagnostic at each key, value or missing part that is wrong. */
export function checkChart(document: SpecDocument): Reading<ChartSpec | undefined> {
  const type = findChartType(nameIn(document.value))
  const checked = checkYaml(document, (type && schemas.get(type.name)) ?? anyType)
  const spec = checked.value
  if (!spec) return checked
  if (!type) throw new RangeError(`no chart type ${spec.type}`) // the schema admits names of types only
  const diagnostics = faultsOf(type, spec, document)
  return { value: diagnostics.length > 0 ? undefined : spec, diagnostics }
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
  const confused = absent.flatMap((part) => {
    const other = counterparts.get(part)
    return other !== undefined && written.has(other) ? [{ part, other }] : []
  })
  const missing = absent
    .filter((part) => !confused.some((one) => one.part === part))
    .map((part) => missingChartPart(part, type.name, document.placeOf(['type'])))
  const ofOtherTypes = [...restricted].flatMap(([part, types]) => {
    if (!written.has(part) || types.includes(type.name) || confused.some(({ other }) => other === part)) return []
    return [unsupported(part, `only ${types.join(', ')} charts have it.`)]
  })
  const swapped = confused.map(({ part, other }) => unsupported(other, `write "${part}: …" in its place.`))
  const useless = (type.ignores ?? []).filter(
    (part) => written.has(part) && !confused.some(({ other }) => other === part),
  )
  const ignored = useless.map((part) => unsupported(part, 'it would change nothing: take it out.'))
  const fault = absent.length > 0 ? undefined : faultIn(type, spec) // limits need the missing parts
  return [
    ...missing,
    ...swapped,
    ...ofOtherTypes,
    ...ignored,
    ...(fault ? [faultDiagnostic(fault, type, document)] : []),
  ]
}

/** Keys that authors easily confuse, each with the other. */
const counterparts: ReadonlyMap<string, string> = new Map([
  ['series', 'items'],
  ['items', 'series'],
])

export function faultDiagnostic(fault: Fault, { name }: ChartType, document: SpecDocument): Diagnostic {
  if ('missing' in fault) return missingChartPart(fault.missing, name, document.placeOf(['type']))
  const place = document.placeOf(fault.at ?? [fault.part])
  return unsupportedChartPart(fault.part, { type: name, hint: fault.hint, place })
}
