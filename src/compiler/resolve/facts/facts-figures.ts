import { type FigureIdentity, figureKey } from '../../../format/figure-key.ts'
import { isSameUnit } from '../../../format/units.ts'
import type { DeckData } from '../../../model/deck.ts'
import type { Figure } from '../../../model/figure.ts'
import { compare, multiply, powerOfTen, type Rational, subtract } from '../../../model/rational.ts'

/** The published figures, by what they state. */
export interface FigureIndex {
  /** The most exact statement, undefined when there is none. */
  find(question: FigureIdentity): Figure | undefined
  /** Every statement, the most exact first. */
  findAll(question: FigureIdentity): readonly Figure[]
}

/** How much a figure leaves open, in single units: figures at several scales are compared by it. */
function width({ low, high, unit }: Figure): Rational | undefined {
  return low && high ? multiply(subtract(high, low), powerOfTen(unit.exponent)) : undefined
}

/** What is restated goes before what it replaces, a value before a range, the narrower before the wider, the first written before the next. */
function byExactness(a: Figure, b: Figure): number {
  if ((a.status === 'restated') !== (b.status === 'restated')) return a.status === 'restated' ? -1 : 1
  if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1
  const [x, y] = [width(a), width(b)]
  if (!x || !y) return x ? -1 : y ? 1 : 0
  return compare(x, y)
}

/** Indexes the figures of a deck. */
export function figureIndex(data: Pick<DeckData, 'figures' | 'metrics'>): FigureIndex {
  const byKey = new Map<string, Figure[]>()
  for (const figure of data.figures) {
    const key = figureKey(figure, data.metrics)
    const same = byKey.get(key)
    if (!same) byKey.set(key, [figure])
    else if (!same.some((other) => isSameUnit(other.unit, figure.unit))) same.push(figure)
  }
  for (const figures of byKey.values()) if (figures.length > 1) figures.sort(byExactness)
  const findAll = (question: FigureIdentity): readonly Figure[] => byKey.get(figureKey(question, data.metrics)) ?? []
  return { findAll, find: (question) => findAll(question)[0] }
}
