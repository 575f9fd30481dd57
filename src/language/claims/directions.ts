import { once } from '../../model/memory.ts'
import type { ClaimWords } from '../claim-words.ts'
import { anyOf, formsOf, wordExpression } from './pattern-parts.ts'

/** The words that by themselves say of a change that it goes up or down, each as a whole word. */
export const compileDirections = once(({ directions }: ClaimWords): Readonly<Record<'up' | 'down', RegExp>> => {
  const pattern = (direction: 'up' | 'down'): RegExp =>
    wordExpression(String.raw`(?<!\p{L})(?:${anyOf(formsOf(directions[direction].certain))})(?!\p{L})`, 'iu')
  return { up: pattern('up'), down: pattern('down') }
})
