import type { RuleId } from '../model/ties.ts'

const row = 'at its row in data/figures'
const sum = `Correct the figure that is wrong, ${row}, or the definition or tie in data/metrics.yaml that names these parts.`
const change = `Correct the change or one of its two figures, ${row}, or name the base that it was measured against.`
const engine =
  'This is a fault of the engine, not of the deck: please report it, and print the figures as a table till then.'

/** What to do about a failing row of a rule that has no closer guess. */
export const usualHints: Readonly<Partial<Record<RuleId, string>>> = {
  F1: sum,
  F2: sum,
  F3: `Print the parts and the total with the same digits, or correct the figure that is wrong, ${row}.`,
  F4: `Correct the part or the total that is wrong, ${row}, or the period of its column.`,
  F5: `Correct the balance or the movement that is wrong, ${row}, or add the movement that the roll-forward lacks.`,
  F6: sum,
  F7: sum,
  C1: change,
  C2: change,
  C3: 'Print n.m., or the two values instead of the change.',
  C5: change,
  C6: `Correct the ratio or one of its two figures, ${row}, or its definition in data/metrics.yaml.`,
  C7: `Correct an end of the rate, ${row}, or the periods from which and to which it runs.`,
  S5: `Correct the figure, ${row}.`,
  P1: 'Write {{period …}} or {{dates …}} with the period that you mean.',
  X1: engine,
  X2: engine,
}
