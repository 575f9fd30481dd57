import { resolvePeriod } from '../../format/calendar.ts'
import { relativeNames } from '../../format/relative-period.ts'
import type { Place } from '../../model/source-file.ts'
import { unknownMetric, unknownScenario, unknownUnit } from '../diagnostics/data.ts'
import { invalidOption, unknownPeriod } from '../diagnostics/placeholders.ts'
import type { Expression } from '../parse/template.ts'
import { parseUnit, unitNames } from '../parse/unit.ts'
import type { Call, Helper } from './helper.ts'
import type { Value } from './value.ts'

/** An argument as read: its value and its place. Open values are unknown until the slide is rendered. */
export interface Argument {
  readonly value: Value
  readonly place: Place
}

interface Written {
  readonly helper: Helper
  readonly call: Expression & { readonly kind: 'call' }
  readonly given: ReadonlyMap<number | string, Argument>
}

type Reports = Pick<Call, 'report' | 'live' | 'sound'>

/** What every argument is read with: its value and place, or a finding that says what was expected instead. */
interface Reader extends Pick<Call, 'text' | 'placeOf' | 'report'> {
  readonly valueOf: (at: number | string) => Value | undefined
  readonly fail: (at: number | string, expected: string) => undefined
}

/** The arguments of a call, to be asked for by their kinds. */
export function callReader(written: Written, reports: Reports): Call {
  const { call, given } = written
  const { report, live, sound } = reports
  const reader = argumentReader(written, reports)
  const { text, placeOf } = reader
  const { metric, period, scenario, unit } = names(reader)
  const { integer, flag, choice } = plainValues(reader)
  const values = call.parameters.map((_, index) => given.get(index)?.value ?? null)
  const has = (option: string): boolean => given.has(option)
  // named one by one: it is made for every placeholder, and spreading costs ten times as much
  const { place } = call
  return {
    report,
    live,
    sound,
    place,
    values,
    has,
    text,
    placeOf,
    metric,
    period,
    scenario,
    unit,
    integer,
    flag,
    choice,
  }
}

function argumentReader({ helper, call, given }: Written, { report }: Reports): Reader {
  const nameOf = (at: number | string): string => (typeof at === 'number' ? (helper.parameters[at] ?? 'argument') : at)
  const valueOf = (at: number | string): Value | undefined => given.get(at)?.value
  const placeOf = (at: number | string): Place => given.get(at)?.place ?? call.place
  const fail = (at: number | string, expected: string): undefined =>
    void report(invalidOption(nameOf(at), shown(valueOf(at)), expected, placeOf(at)))
  const text = (at: number | string): string | undefined => {
    const value = valueOf(at)
    if (value === undefined) return undefined
    const words = wordsOf(value)
    return words === undefined ? fail(at, 'text in quotes') : words
  }
  return { valueOf, placeOf, fail, text, report }
}

/** Arguments that name something of the data. */
function names({ text, placeOf, report }: Reader): Pick<Call, 'metric' | 'period' | 'scenario' | 'unit'> {
  return {
    metric(at, { data }) {
      const id = text(at)
      const metric = id === undefined ? undefined : data.metrics.get(id)
      if (id !== undefined && !metric) report(unknownMetric(id, { place: placeOf(at), known: data.metrics.keys() }))
      return metric
    },
    period(at, { data }) {
      const words = text(at)
      if (words === undefined) return undefined
      const { calendar, reportingPeriod } = data.config
      const period = resolvePeriod(words, { calendar, reporting: reportingPeriod })
      if (!period) report(unknownPeriod(words, relativeNames, placeOf(at)))
      return period
    },
    scenario(option, { data }) {
      const id = text(option)
      if (id !== undefined && !data.scenarios.has(id))
        report(unknownScenario(id, { place: placeOf(option), known: data.scenarios.keys() }))
      return id
    },
    unit(option, { units }) {
      const words = text(option)
      const unit = words === undefined ? undefined : parseUnit(words, units)
      if (words !== undefined && !unit) report(unknownUnit(words, { place: placeOf(option), known: unitNames(units) }))
      return unit
    },
  }
}

/** Arguments that are numbers, switches and choices. */
function plainValues({ valueOf, text, fail }: Reader): Pick<Call, 'integer' | 'flag' | 'choice'> {
  return {
    integer(option, [from, to]) {
      const value = valueOf(option)
      if (value === undefined) return undefined
      if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return value
      return fail(option, `a whole number from ${from} to ${to}`)
    },
    flag(option) {
      const value = valueOf(option)
      return value === undefined || typeof value === 'boolean' ? value : fail(option, 'true or false')
    },
    choice(option, choices) {
      const words = text(option)
      const chosen = choices.find((choice) => choice === words)
      return words === undefined || chosen !== undefined ? chosen : fail(option, choices.join(', '))
    },
  }
}

/** Text of a value that a helper may take as a name: a literal, or a cell of a table. */
function wordsOf(value: Value): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'text'
    ? value.text
    : undefined
}

const shown = (value: Value | undefined): unknown =>
  typeof value === 'object' && value !== null ? 'value' : (value ?? null)
