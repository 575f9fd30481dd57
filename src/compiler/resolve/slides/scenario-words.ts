import type { DeckData } from '../../../model/deck.ts'

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
