import { changeFindings } from '../arithmetic/change-findings.ts'
import type { Rule } from '../rule.ts'

export const c1: Rule = {
  id: 'C1',
  title: 'a difference is that of its two figures',
  check: (context) => changeFindings(context).filter(({ rule }) => rule === 'C1'),
}
