import { pick, seededRandom } from './mutation/random.ts'

/** `npm run test:long` checks all that there is, `npm test` a sample that is the same every time. */
export const isLong = process.env.QUARTERDECK_LONG === '1'

/** So many of a list, in its order and the same for the same seed; in a long run all of them. */
export function sample<T>(list: readonly T[], count: number, seed: number): readonly T[] {
  if (isLong) return list
  const places = pick([...list.keys()], count, seededRandom(seed))
  return list.filter((_, index) => places.includes(index))
}

/** How often a property is tried. */
export const tries = (few: number, many: number): number => (isLong ? many : few)
