import type { Need } from './needed-words.ts'

/** The runs of letters a to z that texts hold, in lower case, each with the places of its texts in ascending order. */
export interface WordIndex {
  readonly places: Map<string, number[]>
  /** What was asked since a text was taken in last: the runs in order, and the texts by what their runs begin with. */
  asked: { readonly sorted: readonly string[]; readonly begun: Map<string, ReadonlySet<number>> } | undefined
}

export const createWordIndex = (): WordIndex => ({ places: new Map(), asked: undefined })

/** Two other signs that some expressions take for a letter from a to z, and others for none. */
const oddLetters = /[\u017f\u212a]/g

/** Takes in the text that stands at a place, behind those taken in before. */
export function addWords(text: string, place: number, index: WordIndex): void {
  index.asked = undefined
  addRuns(text.replace(oddLetters, ' '), place, index)
  if (text.search(oddLetters) < 0) return
  const plain = text.replace(oddLetters, (sign) => (sign === '\u017f' ? 's' : 'k'))
  addRuns(plain, place, index)
}

function addRuns(text: string, place: number, { places }: WordIndex): void {
  for (const run of text.toLowerCase().split(/[^a-z]+/)) {
    if (run === '') continue
    const known = places.get(run)
    if (!known) places.set(run, [place])
    else if (known.at(-1) !== place) known.push(place)
  }
}

/** The first of sorted runs that does not stand before a text. */
function lowerBound(runs: readonly string[], text: string): number {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

/** The places of texts that hold a run which begins so. */
function textsBegun(run: string, index: WordIndex): ReadonlySet<number> {
  index.asked ??= { sorted: [...index.places.keys()].sort(), begun: new Map() }
  const { sorted, begun } = index.asked
  const known = begun.get(run)
  if (known) return known
  const texts = new Set<number>()
  for (let at = lowerBound(sorted, run); sorted[at]?.startsWith(run); at++)
    for (const place of index.places.get(sorted[at] ?? '') ?? []) texts.add(place)
  begun.set(run, texts)
  return texts
}

/** The places of texts that hold what is needed. */
export function textsWith(need: Need, index: WordIndex): ReadonlySet<number> {
  if ('run' in need) return textsBegun(need.run, index)
  const parts = 'all' in need ? need.all : need.either
  let found: ReadonlySet<number> | undefined
  for (const part of parts) {
    const own = textsWith(part, index)
    if (!found) found = own
    else if ('all' in need) found = new Set([...found].filter((place) => own.has(place)))
    else if (own.size > 0) found = new Set([...found, ...own])
    if ('all' in need && found.size === 0) break
  }
  return found ?? new Set()
}
