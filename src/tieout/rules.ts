import type { Rule } from './rule.ts'
import { c1 } from './rules/c1-difference.ts'
import { c2 } from './rules/c2-growth.ts'
import { c3 } from './rules/c3-meaningless.ts'
import { c4 } from './rules/c4-loss.ts'
import { c5 } from './rules/c5-points.ts'
import { c6 } from './rules/c6-ratio.ts'
import { c7 } from './rules/c7-cagr.ts'
import { c8 } from './rules/c8-comparator.ts'
import { c9 } from './rules/c9-unequal-lengths.ts'
import { f1 } from './rules/f1-total.ts'
import { f2 } from './rules/f2-truncated-total.ts'
import { f3 } from './rules/f3-cross-footing.ts'
import { f4 } from './rules/f4-time.ts'
import { f4b } from './rules/f4b-year-not-smaller.ts'
import { f5 } from './rules/f5-balance.ts'
import { f6 } from './rules/f6-identity.ts'
import { f7 } from './rules/f7-reconciliation.ts'
import { g1 } from './rules/g1-guidance.ts'
import { l1 } from './rules/l1-forward-looking.ts'
import { n1 } from './rules/n1-non-gaap.ts'
import { n3 } from './rules/n3-record.ts'
import { p1 } from './rules/p1-periods.ts'
import { p2 } from './rules/p2-stale.ts'
import { p3 } from './rules/p3-published-before.ts'
import { p4 } from './rules/p4-typed.ts'
import { s1 } from './rules/s1-direction.ts'
import { s2 } from './rules/s2-superlative.ts'
import { s3 } from './rules/s3-same-fact.ts'
import { s4 } from './rules/s4-one-label.ts'
import { s5 } from './rules/s5-unit-and-scale.ts'
import { s6 } from './rules/s6-one-style.ts'
import { s7 } from './rules/s7-language.ts'
import { s8 } from './rules/s8-names.ts'
import { s9 } from './rules/s9-qualities.ts'
import { s10 } from './rules/s10-number-words.ts'
import { v1 } from './rules/v1-vintages.ts'
import { x1 } from './rules/x1-drawn.ts'
import { x2 } from './rules/x2-zero.ts'
import { x3 } from './rules/x3-parts.ts'
import { x4 } from './rules/x4-labels.ts'
import { x5 } from './rules/x5-beside.ts'

/** Every rule, in the order of the report. A new rule is a file of its own and a line here. */
export const rules: readonly Rule[] = [
  ...[f1, f2, f3, f4, f4b, f5, f6, f7],
  ...[c1, c2, c3, c4, c5, c6, c7, c8, c9],
  ...[s1, s2, s3, s4, s5, s6, s7, s8, s9, s10],
  ...[p1, p2, p3, p4],
  ...[g1, n1, n3, l1, v1, x1, x2, x3, x4, x5],
]

/** Rules that look at the findings of the others. */
const further: Readonly<Record<string, string>> = {
  N2: 'printed figures are tied to others, as many as before',
  W1: 'every waiver is needed by a finding',
}

/** What a rule demands, in a few words. */
export function titleOf(id: string): string {
  return rules.find((rule) => rule.id === id)?.title ?? further[id] ?? ''
}
