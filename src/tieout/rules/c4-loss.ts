import type { Rule } from '../rule.ts'
import { directionFindings } from './s1-direction.ts'

export const c4: Rule = {
  id: 'C4',
  title: 'a loss that grew is called a larger loss; better and worse follow polarity and sign',
  check: (context) => directionFindings(context).filter(({ rule }) => rule === 'C4'),
}
