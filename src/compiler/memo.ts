/** Values made before, by name, with what they were made from. Kept by a caller between compilations. */
export interface Memo<V> {
  /** The value made before from the very same inputs, else a new one; `last` is what was made of that name before. */
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

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((input, at) => input === b[at])

export function createMemo<V>(): Memo<V> {
  let previous = new Map<string, Entry<V>>()
  let current = new Map<string, Entry<V>>()
  return {
    recall(name, inputs, make) {
      const known = current.get(name) ?? previous.get(name)
      const entry = known && isSame(known.inputs, inputs) ? known : { inputs, value: make(known?.value) }
      current.set(name, entry)
      return entry.value
    },
    begin() {
      previous = current
      current = new Map()
    },
  }
}
