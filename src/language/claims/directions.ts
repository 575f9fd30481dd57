import { once } from '../../model/memory.ts'
import type { ClaimWords, Direction } from '../claim-words.ts'
import { anyOf, formsOf, wordExpression } from './pattern-parts.ts'

/** The words that by themselves say of a change that it goes up or down, each as a whole word. */
export const compileDirections = once(({ directions }: ClaimWords): Readonly<Record<'up' | 'down', RegExp>> => {
  const pattern = (direction: 'up' | 'down'): RegExp =>
    wordExpression(String.raw`(?<!\p{L})(?:${anyOf(formsOf(directions[direction].certain))})(?!\p{L})`, 'iu')
  return { up: pattern('up'), down: pattern('down') }
})

/** What one direction word says, and whether it says so wherever it stands. */
export interface DirectionSense {
  readonly direction: Direction
  readonly certain: boolean
  /** Only an amount of change beside it makes it one. */
  readonly isOfAmount?: true
}

/** The sense of each word of direction, by its form in small letters; what is certain outweighs. */
export function sensesOf({ directions, factors }: ClaimWords): ReadonlyMap<string, DirectionSense> {
  const directionNames: readonly Direction[] = ['up', 'down', 'better', 'worse', 'flat']
  const split = (entry: string): readonly string[] => (entry === 'level with' ? [entry] : entry.split(' '))
  return new Map([
    ...factors.flatMap(({ forms, factor: [over, under] }) =>
      formsOf([forms]).map((form): [string, DirectionSense] => [
        form,
        { direction: over > under ? 'up' : 'down', certain: false },
      ]),
    ),
    ...directionNames.flatMap((direction) => [
      ...(directions[direction].besideAmount ?? [])
        .flatMap(split)
        .map((form): [string, DirectionSense] => [form, { direction, certain: false, isOfAmount: true }]),
      ...directions[direction].besideNumber
        .flatMap(split)
        .map((form): [string, DirectionSense] => [form, { direction, certain: false }]),
      ...directions[direction].certain
        .flatMap(split)
        .map((form): [string, DirectionSense] => [form, { direction, certain: true }]),
    ]),
  ])
}
