/** A seeded stream of numbers in [0, 1): mulberry32, so that every run mutates alike. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** So many different items, in the order in which the stream picks them. */
export function pick<T>(items: readonly T[], count: number, random: () => number): readonly T[] {
  const rest = [...items]
  const picked: T[] = []
  while (picked.length < count && rest.length > 0) picked.push(...rest.splice(Math.floor(random() * rest.length), 1))
  return picked
}
