import { fill } from '../../language/fill.ts'
import type { FactWords } from '../../language/language.ts'
import type { Fact } from '../../model/fact.ts'

/**
 * What a reader is told of a figure that no source gives as such; undefined where nothing needs telling. What was
 * computed from such a figure takes its note.
 */
export function footnoteOf(fact: Fact, facts: ReadonlyMap<string, Fact>, words: FactWords): string | undefined {
  for (const id of fact.inputs) {
    const input = facts.get(id)
    const note = input && footnoteOf(input, facts, words)
    if (note !== undefined) return note
  }
  if (fact.inputs.length > 0) return undefined
  const { formula = '' } = fact
  if (fact.status === 'derived') return formula === '' ? words.derived : fill(words.derivedFrom, { formula })
  // a target that is a range says so itself
  const isRange = fact.status === 'range' && fact.scenario === 'actual' && formula !== ''
  return isRange ? fill(words.rangeFrom, { formula }) : undefined
}

/** Documents of a fact and of what it was computed from, in order. */
export function documentsOf(fact: Fact, facts: ReadonlyMap<string, Fact>): readonly string[] {
  const own = fact.sources.map(({ document }) => document)
  if (own.length > 0) return own
  return fact.inputs.flatMap((id) => {
    const input = facts.get(id)
    return input ? documentsOf(input, facts) : []
  })
}

/** The facts and everything that they were computed from. */
export function withInputs(ids: Iterable<string>, facts: ReadonlyMap<string, Fact>): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (id: string): void => {
    if (found.has(id)) return
    const fact = facts.get(id)
    if (!fact) return
    found.add(id)
    for (const input of fact.inputs) visit(input)
  }
  for (const id of ids) visit(id)
  return found
}
