import type { Edition } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/source-file.ts'
import type { RuleId, Waiver } from '../model/ties.ts'

export type { RuleId }

export const verdicts = ['ticked', 'rounding', 'waived', 'warning', 'error', 'not-checkable'] as const
export type Verdict = (typeof verdicts)[number]

/** One application of a rule, and its outcome: a row of the report. */
export interface Finding {
  readonly rule: RuleId
  readonly verdict: Verdict
  /** Slide that the finding is about; absent for findings about the data alone. */
  readonly slide?: string
  readonly place: Place
  /** Ids of the facts compared, the checked one first. */
  readonly facts: readonly string[]
  /** Key of the printed number, where it is one: the anchor on the slide. */
  readonly use?: string
  readonly message: string
  /** e.g. "54,064 + 15,667 = 69,731". */
  readonly arithmetic: string
  /** e.g. "±1.5", "" where equality is demanded. */
  readonly tolerance: string
  readonly hint?: string
  readonly waiver?: Waiver
  /** The edition that has it, where both were checked and the other does not. */
  readonly edition?: Edition
}

/** Whether a finding must be fixed, or waived, before the deck is published. */
export const isOpen = ({ verdict }: Pick<Finding, 'verdict'>): boolean => verdict === 'error' || verdict === 'warning'

/** How many findings of each verdict. */
export type VerdictCounts = Readonly<Record<Verdict, number>>

export function countVerdicts(findings: readonly Finding[]): VerdictCounts {
  const counts = { ticked: 0, rounding: 0, waived: 0, warning: 0, error: 0, 'not-checkable': 0 }
  for (const { verdict } of findings) counts[verdict] += 1
  return counts
}

/** Errors and warnings as the compiler reports them; undefined for all other verdicts. */
export function toDiagnostic(finding: Finding): Diagnostic | undefined {
  if (finding.verdict !== 'error' && finding.verdict !== 'warning') return undefined
  const arithmetic = finding.arithmetic === '' ? '' : ` (${finding.arithmetic})`
  return {
    code: finding.rule,
    severity: finding.verdict,
    message: `${finding.message}${arithmetic}`,
    ...(finding.hint === undefined ? {} : { hint: finding.hint }),
    place: finding.place,
    ...(finding.edition === undefined ? {} : { edition: finding.edition }),
  }
}
