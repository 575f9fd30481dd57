import type { FactCard } from './fact-details.ts'

const signs: readonly (readonly [RegExp, string])[] = [
  [/ \* /g, ' × '],
  [/ \/ /g, ' ÷ '],
  [/ - /g, ' − '],
]

/** A formula as a reader would write it. */
export const readableFormula = (formula: string): string =>
  signs.reduce((text, [sign, set]) => text.replace(sign, set), formula)

/** Whether a figure leads back to a document: by itself, or through everything it was computed from. */
export function isTraced(id: string, cards: ReadonlyMap<string, FactCard>, depth = 0): boolean {
  const card = cards.get(id)
  if (!card || depth > 12) return false
  if (card.sources.length > 0) return true
  return card.inputs.length > 0 && card.inputs.every((input) => isTraced(input, cards, depth + 1))
}
