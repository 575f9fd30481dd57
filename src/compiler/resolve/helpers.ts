import type { DeckContext } from './context.ts'
import type { Helper } from './helper.ts'
import { logicHelpers } from './logic-helpers.ts'
import { numberHelpers } from './number-helpers.ts'
import { wordHelpers } from './word-helpers.ts'

/** Every placeholder, by name. */
export function placeholderHelpers(context: DeckContext): ReadonlyMap<string, Helper> {
  const helpers = [...numberHelpers(context), ...wordHelpers(context), ...logicHelpers]
  return new Map(helpers.map((helper) => [helper.name, helper]))
}
