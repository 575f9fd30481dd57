import { metricNamed } from '../../../format/fact-names.ts'
import { relativeNamesOf, resolvePeriod } from '../../../format/period-text.ts'
import { parseUnit, unitNames } from '../../../format/units.ts'
import type { Diagnostic, Report } from '../../../model/diagnostic.ts'
import type { Metric } from '../../../model/figure.ts'
import type { Period } from '../../../model/period.ts'
import type { Place } from '../../../model/source-file.ts'
import type { Unit } from '../../../model/unit.ts'
import { unknownMetric, unknownScenario, unknownUnit } from '../../diagnostics/data.ts'
import { formerName } from '../../diagnostics/ledger.ts'
import {
  invalidOption,
  missingArgument,
  unknownOption,
  unknownPeriod,
  unsupportedArgument,
} from '../../diagnostics/placeholders.ts'
import type { Expression } from '../../parse/templates/template.ts'
import type { DeckContext } from '../deck-context.ts'
import { unknownValue, type Value } from './value.ts'

/** A placeholder's name, what it takes, and what it yields. */
export interface Helper {
  readonly name: string
  readonly parameters: readonly string[] // as named in messages, e.g. ["metric", "period"]
  readonly options: readonly string[]
  /** How many further parameters may follow: "and", "or". */
  readonly variadic?: boolean
  readonly run: (call: Call) => Value | undefined
}

/** Reads and checks the arguments of one call. Every finding is reported; `sound` is false once there was one. */
export interface Call {
  readonly place: Place
  readonly live: boolean
  readonly sound: () => boolean
  readonly report: Report
  readonly values: readonly Value[]
  readonly text: (at: number | string) => string | undefined
  readonly placeOf: (at: number | string) => Place
  readonly has: (option: string) => boolean
  readonly metric: (at: number | string, context: DeckContext) => Metric | undefined
  readonly period: (at: number | string, context: DeckContext) => Period | undefined
  readonly scenario: (option: string, context: DeckContext) => string | undefined
  readonly unit: (option: string, context: DeckContext) => Unit | undefined
  readonly integer: (option: string, range: readonly [number, number]) => number | undefined
  readonly flag: (option: string) => boolean | undefined
  readonly choice: <T extends string>(option: string, choices: readonly T[]) => T | undefined
}

/** An argument as read: its value and its place. Open values are unknown until the slide is rendered. */
interface ReadArgument {
  readonly value: Value
  readonly place: Place
}

interface WrittenCall {
  readonly helper: Helper
  readonly call: Expression & { readonly kind: 'call' }
  readonly given: ReadonlyMap<number | string, ReadArgument>
}

type Reports = Pick<Call, 'report' | 'live' | 'sound'>

/** What every argument is read with: its value and place, or a finding that says what was expected instead. */
interface Reader extends Pick<Call, 'text' | 'placeOf' | 'report'> {
  readonly argumentAt: (at: number | string) => Value | undefined
  readonly fail: (at: number | string, expected: string) => undefined
}

/** The arguments of a call, to be asked for by their kinds. */
function callReader(written: WrittenCall, reports: Reports): Call {
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

function argumentReader({ helper, call, given }: WrittenCall, { report }: Reports): Reader {
  const nameOf = (at: number | string): string => (typeof at === 'number' ? (helper.parameters[at] ?? 'argument') : at)
  const argumentAt = (at: number | string): Value | undefined => given.get(at)?.value
  const placeOf = (at: number | string): Place => given.get(at)?.place ?? call.place
  const fail = (at: number | string, expected: string): undefined =>
    void report(invalidOption(nameOf(at), shown(argumentAt(at)), expected, placeOf(at)))
  const text = (at: number | string): string | undefined => {
    const value = argumentAt(at)
    if (value === undefined) return undefined
    const words = wordsOf(value)
    return words === undefined ? fail(at, 'text in quotes') : words
  }
  return { argumentAt, placeOf, fail, text, report }
}

/** Arguments that name something of the data. */
function names({ text, placeOf, report }: Reader): Pick<Call, 'metric' | 'period' | 'scenario' | 'unit'> {
  return {
    metric(at, { data }) {
      const id = text(at)
      const metric = id === undefined ? undefined : metricNamed(data.metrics, id)
      if (id !== undefined && !metric) report(unknownMetric(id, { place: placeOf(at), known: data.metrics.keys() }))
      if (id !== undefined && metric && metric.id !== id) report(formerName(id, { now: metric.id, place: placeOf(at) }))
      return metric
    },
    period(at, { data }) {
      const words = text(at)
      if (words === undefined) return undefined
      const { calendar, reportingPeriod } = data.config
      const period = resolvePeriod(words, { calendar, reporting: reportingPeriod })
      if (!period) report(unknownPeriod(words, relativeNamesOf(calendar), placeOf(at)))
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
function plainValues({ argumentAt, text, fail }: Reader): Pick<Call, 'integer' | 'flag' | 'choice'> {
  return {
    integer(option, [from, to]) {
      const value = argumentAt(option)
      if (value === undefined) return undefined
      if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return value
      return fail(option, `a whole number from ${from} to ${to}`)
    },
    flag(option) {
      const value = argumentAt(option)
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

type CallExpression = Expression & { readonly kind: 'call' }

interface CallEnvironment {
  readonly argument: (expression: Expression) => Value | undefined
  readonly report: Report
  readonly live: boolean
}

/** Runs a helper on its checked arguments. Undefined: a finding has been reported. */
export function callHelper(helper: Helper, call: CallExpression, environment: CallEnvironment): Value | undefined {
  const before = readArguments(helper, call, environment)
  if (!before) return undefined
  const { arguments: given, isOpen } = before
  if (isOpen) return unknownValue
  let sound = true
  const report = (diagnostic: Diagnostic): void => {
    if (diagnostic.severity === 'error') sound = false
    environment.report(diagnostic)
  }
  const value = helper.run(callReader({ helper, call, given }, { report, live: environment.live, sound: () => sound }))
  return sound ? value : undefined
}

function readArguments(
  helper: Helper,
  call: CallExpression,
  environment: CallEnvironment,
): { arguments: ReadonlyMap<number | string, ReadArgument>; isOpen: boolean } | undefined {
  const given = new Map<number | string, ReadArgument>()
  let sound = true
  const add = (at: number | string, value: Value | undefined, place: Place): void => {
    if (value === undefined) sound = false
    else given.set(at, { value, place })
  }
  for (const [index, parameter] of call.parameters.entries()) {
    add(index, environment.argument(parameter), parameter.place)
    if (index < helper.parameters.length || helper.variadic) continue
    sound = false
    environment.report(unsupportedArgument(helper.name, helper.parameters.length, parameter.place))
  }
  for (const [index, name] of helper.parameters.entries()) {
    if (index < call.parameters.length) continue
    sound = false
    environment.report(missingArgument(helper.name, name, call.place))
  }
  for (const option of call.options) {
    if (helper.options.includes(option.key)) add(option.key, environment.argument(option.value), option.value.place)
    else {
      sound = false
      environment.report(unknownOption(option.key, helper.name, helper.options, option.place))
    }
  }
  return sound
    ? { arguments: given, isOpen: [...given.values()].some(({ value }) => value === unknownValue) }
    : undefined
}
