import type { DeckData } from '../../model/deck.ts'
import type { FactBook } from '../../model/fact-book.ts'
import type { Unit } from '../../model/unit.ts'

/** The name of a scenario inside a sentence: "the initial target". Names in capitals stay. */
export function scenarioInSentence(
  { scenarios, config }: Pick<DeckData, 'scenarios' | 'config'>,
  scenario: string,
): string {
  const label = scenarios.get(scenario)?.label ?? scenario
  return !config.language.capitalNouns && /^[A-Z][a-z]/.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
}

/** What every slide is resolved against. */
export interface DeckContext {
  readonly data: DeckData
  readonly facts: FactBook
  /** Units that may be written beyond currencies: those of deck.yaml, by name. */
  readonly units: ReadonlyMap<string, Unit>
  /** Whether figures may be missing. */
  readonly draft: boolean
}

/** The count nouns of a deck are those that its metrics are kept in. */
export function deckContext(data: DeckData, facts: FactBook, draft = false): DeckContext {
  const units = new Map<string, Unit>()
  for (const { unit } of data.metrics.values())
    if (unit.kind === 'count') units.set(unit.base, { ...unit, exponent: 0 })
  return { data, facts, units, draft }
}
