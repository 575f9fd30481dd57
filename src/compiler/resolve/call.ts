import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { missingArgument, unknownOption, unsupportedArgument } from '../diagnostics/placeholders.ts'
import type { Expression } from '../parse/template.ts'
import { type Argument, callReader } from './call-reader.ts'
import type { Helper } from './helper.ts'
import { open, type Value } from './value.ts'

type CallExpression = Expression & { readonly kind: 'call' }

export interface CallEnvironment {
  readonly argument: (expression: Expression) => Value | undefined
  readonly report: (diagnostic: Diagnostic) => void
  readonly live: boolean
}

/** Runs a helper on its checked arguments. Undefined: a finding has been reported. */
export function callHelper(helper: Helper, call: CallExpression, environment: CallEnvironment): Value | undefined {
  const before = readArguments(helper, call, environment)
  if (!before) return undefined
  const { arguments: given, isOpen } = before
  if (isOpen) return open
  let sound = true
  const report = (diagnostic: Diagnostic): void => {
    sound = false
    environment.report(diagnostic)
  }
  const value = helper.run(callReader({ helper, call, given }, { report, live: environment.live, sound: () => sound }))
  return sound ? value : undefined
}

function readArguments(
  helper: Helper,
  call: CallExpression,
  environment: CallEnvironment,
): { arguments: ReadonlyMap<number | string, Argument>; isOpen: boolean } | undefined {
  const given = new Map<number | string, Argument>()
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
  return sound ? { arguments: given, isOpen: [...given.values()].some(({ value }) => value === open) } : undefined
}
