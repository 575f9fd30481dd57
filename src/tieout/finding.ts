import type { Diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/source-file.ts'

/** Permanent names of the rules; docs/tie-out.md says what each demands. */
export const ruleIds = [
  'F1', 'F2', 'F3', 'F4', 'F4b', 'F5', 'F6',
  'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9',
  'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7',
  'P1', 'P2', 'P3', 'P4',
  'G1', 'N1', 'L1', 'X1', 'X2', 'W1',
] as const // biome-ignore format: one family a line

export type RuleId = (typeof ruleIds)[number]

export const verdicts = ['ticked', 'rounding', 'waived', 'warning', 'error', 'not-checkable'] as const
export type Verdict = (typeof verdicts)[number]

/** An accepted deviation, as data/waivers.yaml tells it. */
export interface Waiver {
  readonly rule: RuleId
  /** A fact id, a slide id, or a path with or without its line. */
  readonly at: string
  readonly reason: string
  readonly who: string
  readonly when: string // ISO date
  readonly place: Place
}

/** One row of the audit: a rule applied once, and what came of it. */
export interface Finding {
  readonly rule: RuleId
  readonly verdict: Verdict
  /** Slide that the finding is about; absent for findings about the data alone. */
  readonly slide?: string
  readonly place: Place
  /** Ids of the facts compared, the judged one first. */
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
}

/** How many findings of each verdict. */
export type Counts = Readonly<Record<Verdict, number>>

export function countVerdicts(findings: readonly Finding[]): Counts {
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
  }
}
