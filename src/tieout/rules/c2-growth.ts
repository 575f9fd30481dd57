import { changeFindings } from '../arithmetic/change-findings.ts'
import type { Rule } from '../rule.ts'

export const c2: Rule = {
  id: 'C2',
  title: 'a growth rate is possible for its two figures',
  check: (context) => changeFindings(context).filter(({ rule }) => rule === 'C2'),
}
