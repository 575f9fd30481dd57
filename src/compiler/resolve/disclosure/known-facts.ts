import { groupBy } from '../../../format/group-by.ts'
import { convert, isConvertible, parseUnit } from '../../../format/units.ts'
import type { DeckData, FigureUse } from '../../../model/deck.ts'
import { type Fact, metricsIn } from '../../../model/fact.ts'
import { onceByKey } from '../../../model/memory.ts'
import { compare, magnitude, parseDecimal, type Rational } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'

/** Where it is asked what readers may know: the numbers printed there, and the facts and documents behind them. */
export interface DisclosureScope {
  readonly data: Pick<DeckData, 'metrics' | 'documents' | 'config'>
  readonly find: (id: string) => Fact | undefined
  readonly uses: readonly FigureUse[]
}

/** What readers of a public edition may know of facts. */
export interface KnownFacts {
  /** The use that prints a fact with the most digits; undefined where none does. */
  readonly finestUse: (id: string) => FigureUse | undefined
  /** Whether all of its digits may be known, those beyond the printed ones too. */
  readonly isWhole: (id: string) => boolean
  /** Whether its metric, or each that it is of, says `public: true`. */
  readonly isOpen: (id: string) => boolean
  /** Whether it may stand on a card at all. */
  readonly isShown: (id: string) => boolean
}

/** A document that readers can open: it has an address, or its kept copy is published. */
export const isPublished = (document: string, { documents }: Pick<DeckData, 'documents'>): boolean => {
  const { url, kept } = documents.get(document) ?? {}
  return url !== undefined || kept?.isPublic === true
}

/** The unit that a use prints its number in. */
export const unitOfUse = ({ displayUnit }: FigureUse, { config }: Pick<DeckData, 'config'>): Unit | undefined =>
  parseUnit(displayUnit, config.units)

/** The power of ten of the last place that is printed: 6 of "JPY69,731 million", 8 of "JPY69.7 billion". */
export const lastPlace = (unit: Unit | undefined, decimals: number): number => (unit?.exponent ?? 0) - decimals

/** The numbers that a use prints: one, the two ends of a range, or none. */
export const printedNumbers = ({ displayed }: Pick<FigureUse, 'displayed'>): readonly Rational[] =>
  displayed.split('..').flatMap((text) => parseDecimal(text)?.value ?? [])

/** Whether a use prints every digit of a fact. */
function printsAll(use: FigureUse, { value, low, high, unit: own }: Fact, { data }: DisclosureScope): boolean {
  const unit = unitOfUse(use, data)
  const printed = printedNumbers(use)
  const ends = value ? [value] : [low, high].flatMap((end) => end ?? [])
  if (!unit || printed.length === 0 || !isConvertible(own, unit)) return false
  const exact = ends.map((end) => convert(end, own, unit))
  const [first] = exact
  if (!first) return false
  return (printed.length === 1 ? exact : exact.slice(0, printed.length)).every((end, at) => {
    const shown = printed[printed.length === 1 ? 0 : at]
    return shown !== undefined && compare(magnitude(end), magnitude(shown)) === 0 // "a fall of 3.5" has no sign
  })
}

/**
 * What readers may know: a number as it is printed; all digits of one that is printed and comes from a published document,
 * of one whose metric is public, and of one that follows from such numbers. The amounts behind a ratio are none of these.
 */
export function knownFacts(scope: DisclosureScope): KnownFacts {
  const { data, find, uses } = scope
  const byFact = groupBy(uses, ({ fact }) => fact)
  const finest = new Map(
    [...byFact].map(([id, same]) => {
      const place = (use: FigureUse): number => lastPlace(unitOfUse(use, data), use.decimals)
      return [id, same.reduce((best, use) => (place(use) < place(best) ? use : best))]
    }),
  )
  const isOpen = (id: string): boolean => {
    const metrics = metricsIn(id)
    return metrics.length > 0 && metrics.every((metric) => data.metrics.get(metric)?.isPublic === true)
  }
  const isWhole = onceByKey(
    (id: string): boolean => {
      const fact = find(id)
      if (!fact) return false
      if (isOpen(id) || (fact.inputs.length > 0 && fact.inputs.every((input) => isWhole(input)))) return true
      const own = byFact.get(id) ?? []
      if (
        own.length > 0 &&
        fact.inputs.length === 0 &&
        fact.sources.some(({ document }) => isPublished(document, data))
      )
        return true
      return own.some((use) => printsAll(use, fact, scope))
    },
    { key: (id) => id, inCircle: () => false },
  )
  return {
    finestUse: (id) => finest.get(id),
    isWhole,
    isOpen,
    isShown: (id) => finest.has(id) || isWhole(id),
  }
}
