import { figureKey } from '../../format/figure-key.ts'
import { groupBy } from '../../format/group-by.ts'
import { agreeWith, isSameFigure } from '../../format/numbers/figure-digits.ts'
import type { DeckData } from '../../model/deck.ts'
import type { Figure } from '../../model/figure.ts'

/** A document that figures are imported for. */
export interface ImportDocument {
  readonly id: string
  readonly title: string
  readonly date: string // ISO
  /** The file that was read, and its SHA-256. */
  readonly workbook: string
  readonly digest: string
}

/** A figure of a file, with the document that states it and the place in the file: "results.xlsx Sales!C7". */
export interface StatedFigure {
  readonly figure: Figure
  readonly document: ImportDocument
  readonly at: string
}

/**
 * What an import makes of a figure. new: nobody stated it before. same: it is known, and agrees. changed: the same document
 * has another number. restated: an older document has another number, so somebody has to confirm that this one takes its place.
 */
export type ImportKind = 'new' | 'same' | 'changed' | 'restated'

export interface PlannedFigure extends StatedFigure {
  readonly kind: ImportKind
  readonly before: Figure | undefined
}

/** Two cells of one file that state a figure differently; nothing can be imported then. */
export interface Contradiction {
  readonly first: StatedFigure
  readonly second: StatedFigure
}

export interface ImportPlan {
  readonly figures: readonly PlannedFigure[]
  readonly contradictions: readonly Contradiction[]
}

const isFrom = ({ sources }: Figure, id: string): boolean => sources.some(({ document }) => document === id)

function planned(stated: StatedFigure, known: readonly Figure[]): PlannedFigure {
  const { figure, document } = stated
  const vintages = known.flatMap((one) => [one, ...(one.earlier ?? [])])
  const own = vintages.find((one) => isFrom(one, document.id) && one.unit.exponent === figure.unit.exponent)
  const ownScaled = own ?? vintages.find((one) => isFrom(one, document.id))
  if (ownScaled) return { ...stated, kind: isSameFigure(figure, ownScaled) ? 'same' : 'changed', before: ownScaled }
  const [older] = known
  if (!older) return { ...stated, kind: 'new', before: undefined }
  const disagreeing = known.find((one) => !agreeWith(figure, one))
  return disagreeing ? { ...stated, kind: 'restated', before: disagreeing } : { ...stated, kind: 'same', before: older }
}

/** Holds the figures of a file against those that the deck knows. Pure; `stated` in the order of their documents' dates. */
export function planImport(stated: readonly StatedFigure[], data: DeckData): ImportPlan {
  const keyOf = (figure: Figure): string => figureKey(figure, data.metrics)
  const known = groupBy(data.figures, keyOf)
  const seen = new Map<string, StatedFigure>()
  const newer = new Map<string, Figure>()
  const figures: PlannedFigure[] = []
  const contradictions: Contradiction[] = []
  for (const one of stated) {
    const key = keyOf(one.figure)
    const own = `${key}|${one.document.id}`
    const first = seen.get(own)
    if (first) {
      if (!agreeWith(first.figure, one.figure)) contradictions.push({ first, second: one })
      continue
    }
    seen.set(own, one)
    const before = newer.get(key)
    figures.push(planned(one, before ? [before, ...(known.get(key) ?? [])] : (known.get(key) ?? [])))
    newer.set(key, { ...one.figure, sources: [{ document: one.document.id, at: one.at }] })
  }
  return { figures, contradictions }
}
