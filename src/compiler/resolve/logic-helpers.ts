import type { Call, Helper } from './helper.ts'
import { isTruthy, type Value } from './value.ts'

/** Text is compared as text, wherever it comes from. */
const plain = (value: Value): unknown =>
  typeof value === 'object' && value !== null && 'text' in value ? value.text : value

interface Logic {
  readonly name: string
  readonly parameters: readonly string[]
  readonly variadic?: boolean
  readonly of: (values: readonly Value[]) => boolean
}

const logic: readonly Logic[] = [
  { name: 'eq', parameters: ['value', 'value'], of: ([a = null, b = null]) => plain(a) === plain(b) },
  { name: 'not', parameters: ['value'], of: ([a = null]) => !isTruthy(a) },
  { name: 'and', parameters: ['value', 'value'], variadic: true, of: (values) => values.every(isTruthy) },
  { name: 'or', parameters: ['value', 'value'], variadic: true, of: (values) => values.some(isTruthy) },
]

/** Conditions for #if and #unless. */
export const logicHelpers: readonly Helper[] = logic.map(({ name, parameters, variadic = false, of }) => ({
  name,
  parameters,
  variadic,
  options: [],
  run: (call: Call) => of(call.values),
}))
