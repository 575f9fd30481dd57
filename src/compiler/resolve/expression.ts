import type { Diagnostic } from '../../model/diagnostic.ts'
import { unknownHelper, unknownName } from '../diagnostics/placeholders.ts'
import type { Expression } from '../parse/template.ts'
import { callHelper } from './call.ts'
import type { Helper } from './helper.ts'
import { isFields, member, namesInReach, type Scope, startOfPath } from './scope.ts'
import type { Value } from './value.ts'

export interface ExpressionEnvironment {
  readonly helpers: ReadonlyMap<string, Helper>
  readonly report: (diagnostic: Diagnostic) => void
  /** What a call gave before, in the order of the calls: instead of running its helper. */
  readonly replay?: () => Value
  /** False while proving what will not be printed: no figure is looked up. */
  readonly live: boolean
}

/** Undefined: there is no value, and the reason has been reported. */
export function evaluateExpression(
  expression: Expression,
  scope: Scope,
  environment: ExpressionEnvironment,
): Value | undefined {
  if (expression.kind === 'literal') return expression.value
  if (expression.kind === 'path') return evaluatePath(expression, scope, environment)
  if (environment.replay) {
    for (const argument of [...expression.parameters, ...expression.options.map((option) => option.value)])
      evaluateExpression(argument, scope, environment)
    return environment.replay()
  }
  const helper = environment.helpers.get(expression.name)
  if (!helper) {
    environment.report(unknownHelper(expression.name, environment.helpers.keys(), expression.namePlace))
    return undefined
  }
  return callHelper(helper, expression, {
    argument: (argument) => evaluateExpression(argument, scope, environment),
    report: environment.report,
    live: environment.live,
  })
}

type Path = Expression & { readonly kind: 'path' }

function evaluatePath(path: Path, scope: Scope, environment: ExpressionEnvironment): Value | undefined {
  const found = startOfPath(path, scope)
  if (!found) return evaluateBareHelper(path, scope, environment)
  let { value } = found
  for (const name of found.rest) {
    if (value === null) return null // an optional value that is absent has no parts either
    const next = member(value, name)
    if (next === undefined) {
      const known = isFields(value) ? value.fields.keys() : []
      environment.report(unknownName(path.text, { part: name, known, place: path.place }))
      return undefined
    }
    value = next
  }
  return value
}

/** {{figure}} is a helper without arguments, and so a mistake told by the helper; anything else is an unknown name. */
function evaluateBareHelper(path: Path, scope: Scope, environment: ExpressionEnvironment): Value | undefined {
  if (environment.helpers.has(path.text)) {
    const { text: name, place } = path
    const call = { kind: 'call', name, parameters: [], options: [], place, namePlace: place } as const
    return evaluateExpression(call, scope, environment)
  }
  const names = namesInReach(scope)
  const known = names.length > 0 ? names : environment.helpers.keys()
  environment.report(unknownName(path.text, { part: path.text, known, place: path.place }))
  return undefined
}

/** How a message names an expression. */
export const nameOf = (expression: Expression): string =>
  expression.kind === 'path' ? expression.text : expression.kind === 'call' ? expression.name : String(expression.value)
