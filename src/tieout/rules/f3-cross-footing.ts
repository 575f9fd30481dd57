import { printedSums } from '../arithmetic/printed-sums.ts'
import type { Rule } from '../rule.ts'

export const f3: Rule = { id: 'F3', title: 'what a slide prints adds up, down and across', check: printedSums }
