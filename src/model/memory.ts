/**
 * Work that is not done twice. A memo belongs to a caller, who keeps it between compilations: under each name it holds
 * the last value with the inputs that it was made from, and makes another only when an input is another object. A pure
 * function that is wrapped in `once` keeps every answer, by the object or the text that it was asked about.
 */
export interface Memo<V> {
  /** The value made before from the very same inputs, else a new one; `last` is what was made under that name before. */
  readonly recall: (name: string, inputs: readonly unknown[], make: (last: V | undefined) => V) => V
  /** Begins a compilation: what the one before did not use is dropped. */
  readonly begin: () => void
}

/** Begins a compilation in each of some memos. */
export function startMemos(memos: Readonly<Record<string, Pick<Memo<never>, 'begin'>>>): void {
  for (const memo of Object.values(memos)) memo.begin()
}

interface Entry<V> {
  readonly inputs: readonly unknown[]
  readonly value: V
}

export const hasSameInputs = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((input, at) => input === b[at])

export function createMemo<V>(): Memo<V> {
  let previous = new Map<string, Entry<V>>()
  let current = new Map<string, Entry<V>>()
  return {
    recall(name, inputs, make) {
      const known = current.get(name) ?? previous.get(name)
      const entry = known && hasSameInputs(known.inputs, inputs) ? known : { inputs, value: make(known?.value) }
      current.set(name, entry)
      return entry.value
    },
    begin() {
      previous = current
      current = new Map()
    },
  }
}

interface Answers<K, V> {
  get(key: K): V | undefined
  set(key: K, answer: V): unknown
}

/** A pure function that keeps its answers: about objects while these live, about texts for good, so only for few texts. */
export function once<Q extends object | string, V>(answer: (question: Q) => V): (question: Q) => V {
  const byObject = new WeakMap<object, V>()
  const byText = new Map<object | string, V>()
  return (question) => {
    const answers: Answers<object | string, V> =
      typeof question === 'object' ? (byObject as Answers<object | string, V>) : byText
    const known = answers.get(question)
    if (known !== undefined) return known
    const found = answer(question)
    answers.set(question, found)
    return found
  }
}

interface Keyed<Q, V> {
  /** Two questions with the same key are one. */
  readonly key: (question: Q) => string
  /** Where the answers are kept, for a caller who looks them up otherwise too. */
  readonly answers?: Map<string, V>
  /** The answer to a question that comes back while it is being answered, e.g. a metric defined by itself. */
  readonly inCircle: (question: Q) => V
}

/** As `once`, for questions that lead to further questions and may come back to themselves. */
export function onceByKey<Q, V>(
  answer: (question: Q) => V,
  { key: keyOf, answers = new Map(), inCircle }: Keyed<Q, V>,
): (question: Q) => V {
  const underWay = new Set<string>()
  return (question) => {
    const key = keyOf(question)
    const known = answers.get(key)
    if (known !== undefined) return known
    if (underWay.has(key)) return inCircle(question)
    underWay.add(key)
    const found = answer(question)
    underWay.delete(key)
    answers.set(key, found)
    return found
  }
}
