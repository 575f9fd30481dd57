import { baseOf } from '../../../format/comparison.ts'
import type { DeckData } from '../../../model/deck.ts'
import type { Fact } from '../../../model/fact.ts'
import type { ChangeQuestion, FactBook, FigureQuestion } from '../../../model/fact-book.ts'
import type { Unit } from '../../../model/unit.ts'
import type { FigureIndex } from './facts-figures.ts'

/** What the computations ask each other: every fact is computed once. */
export interface FactContext extends Pick<FactBook, 'figure' | 'ask'> {
  readonly data: DeckData
  readonly figures: FigureIndex
}

const noUnit: Unit = { kind: 'count', base: '', exponent: 0 }

export function unitOf(data: DeckData, metric: string): Unit {
  return data.metrics.get(metric)?.unit ?? noUnit
}

/** What a change is measured against, by the figures that are known. */
export function baseIn({ data, figure }: FactContext, question: ChangeQuestion): Required<FigureQuestion> {
  return baseOf(question, { calendar: data.config.calendar, isKnown: (asked) => figure(asked).absence !== 'missing' })
}

/** Facts as they are added up in a formula: "a@FY08 + b@FY08 - c@FY08" */
export function formulaOf(parts: readonly { readonly fact: Fact; readonly sign: 1 | -1 }[]): string {
  const signed = parts.map(({ fact, sign }, index) => {
    const plus = index === 0 ? '' : ' + '
    return `${sign < 0 ? (index === 0 ? '-' : ' - ') : plus}${fact.id}`
  })
  return signed.join('')
}
