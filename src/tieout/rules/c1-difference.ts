import { changeFindings } from '../arithmetic/changes.ts'
import type { Rule } from '../context.ts'

export const c1: Rule = {
  id: 'C1',
  title: 'a difference is that of its two figures',
  check: (context) => changeFindings(context).filter(({ rule }) => rule === 'C1'),
}
