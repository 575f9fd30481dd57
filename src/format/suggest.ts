/** Edits (insert, delete, replace, swap neighbours) that turn a into b; `limit + 1` as soon as it is more. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const next = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1)
      next.push(best)
    }
    beforeLast = last
    last = next
  }
  return last[b.length] ?? limit + 1
}

const normalise = (name: string): string => name.toLowerCase().replace(/[_\s-]/g, '-')

/** The words of a dotted name in alphabetical order, so that "total.revenue" finds "revenue.total". */
const sortedWords = (name: string): string => normalise(name).split(/[.-]/).sort().join('.')

/** The candidate that the writer most likely meant, or undefined when none is near. Ties go to the first by name. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const names = [...new Set(candidates)].sort()
  const wanted = normalise(word)
  const same = names.find((name) => normalise(name) === wanted)
  if (same !== undefined || wanted === '') return same
  const limit = Math.max(1, Math.floor(wanted.length / 3))
  let nearest: { name: string; distance: number } | undefined
  for (const name of names) {
    const distance = editDistance(wanted, normalise(name), nearest ? nearest.distance : limit)
    if (distance <= limit && (!nearest || distance < nearest.distance)) nearest = { name, distance }
  }
  if (nearest) return nearest.name
  const words = sortedWords(word)
  const reordered = names.find((name) => sortedWords(name) === words)
  if (reordered !== undefined) return reordered
  const containing = names.filter((name) => wanted.length >= 3 && normalise(name).includes(wanted))
  return containing.length === 1 ? containing[0] : containing.find((name) => normalise(name).endsWith(wanted))
}

/** `did you mean "revenue.total"? ` or nothing: the beginning of a hint. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const nearest = suggest(word, candidates)
  return nearest === undefined ? '' : `did you mean "${nearest}"? `
}
