import { footTie } from '../arithmetic/tie-footing.ts'
import type { Finding } from '../finding.ts'
import { type DataContext, dataCheck, type Rule } from '../rule.ts'
import { isTruncatedSum, totalCases } from './f1-total.ts'

function check(context: DataContext): readonly Finding[] {
  return totalCases(context)
    .filter((tie) => isTruncatedSum(tie, context))
    .map((tie) => footTie({ ...tie, rule: 'F2' }, context.ledger))
}

export const f2: Rule = {
  id: 'F2',
  title: 'truncated parts add up to their total or a little less',
  check: dataCheck(check),
}
