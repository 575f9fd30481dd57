import { exponentOf, parseUnit } from '../../../format/units.ts'
import { joinReadings, type Reading } from '../../../model/diagnostic.ts'
import type { Place } from '../../../model/source-file.ts'
import type { Unit } from '../../../model/unit.ts'
import { invalidValue } from '../../diagnostics/data.ts'

/** A noun under `units:` in data/deck.yaml: `persons: {singular: person}`, `sq ft: {}`, `cents: {of: USD}`. */
export interface NounSpec {
  readonly singular?: string | undefined
  /** Of cents: the currency that they are hundredths of. */
  readonly of?: string | undefined
}

type Named = readonly [name: string, unit: Unit]

const cents = ['cents', 'cent']

/** "boe per day" counts boe per day, however that is spelt. */
function counted(name: string, singular: string | undefined): readonly Named[] {
  const [thing = name, per] = name.split(' per ')
  const unit: Unit = { kind: 'count', base: thing, exponent: 0, ...(singular === undefined ? {} : { singular }) }
  return per === undefined
    ? [[name, unit]]
    : [
        [thing, { kind: 'count', base: thing, exponent: 0 }],
        [name, { ...unit, base: `${thing}/${per}` }],
      ]
}

const isNoun = (name: string): boolean =>
  /^[^\s/]+(?: [^\s/]+)*$/.test(name) && parseUnit(name) === undefined && exponentOf(name) === 0

function nounOf(
  name: string,
  spec: NounSpec | null,
  places: { readonly name: Place; readonly of: Place },
): Reading<readonly Named[]> {
  const wrong = (value: string, place: Place, expected: string): Reading<readonly Named[]> => ({
    value: [],
    diagnostics: [invalidValue(`"${value}"`, { place, expected })],
  })
  if (spec?.of !== undefined) {
    const unit = cents.includes(name) ? parseUnit(`${spec.of} cents`) : undefined
    if (unit) return { value: cents.map((noun) => [noun, unit] as const), diagnostics: [] }
    return wrong(spec.of, places.of, 'the currency of "cents", such as cents: {of: USD}')
  }
  if (!isNoun(name))
    return wrong(
      name,
      places.name,
      'a noun such as "sq ft" that is no currency, %, points, bps or x, and ends in no scale',
    )
  return { value: counted(name, spec?.singular), diagnostics: [] }
}

/** The nouns of deck.yaml's `units:` by the names that data and slides call them; `placeOf` says where a name and its `of` stand. */
export function readNouns(
  specs: Readonly<Record<string, NounSpec | null>>,
  placesOf: (name: string) => { readonly name: Place; readonly of: Place },
): Reading<ReadonlyMap<string, Unit>> {
  const read = joinReadings(Object.entries(specs).map(([name, spec]) => nounOf(name, spec, placesOf(name))))
  return { value: new Map(read.value.flat()), diagnostics: read.diagnostics }
}
