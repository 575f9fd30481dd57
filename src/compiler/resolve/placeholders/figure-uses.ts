import type { Inline } from '../../../model/content.ts'
import type { FigureUse } from '../../../model/deck.ts'
import { type Fact, isFall } from '../../../model/fact.ts'
import type { Place } from '../../../model/source-file.ts'
import type { DeckContext } from '../deck-context.ts'
import type { Value } from './value.ts'

/** A printed number with the fact that it prints. */
export interface PrintedFigure {
  readonly use: FigureUse
  readonly fact: Fact
}

/** The numbers printed on one slide, in order. Grows while the slide is resolved, and is only read after that. */
export interface PrintedFigures {
  readonly figures: readonly PrintedFigure[]
  /** Takes a value of a template and gives it as a run of text. Throws TypeError for a value that cannot be text. */
  readonly write: (value: Value, place: Place) => Inline
}

/** Tells whether a number has the colour of falls. */
export type IsFall = (fact: Fact) => boolean

/** By what the metrics of the deck aim at. */
export const fallsIn =
  ({ data, facts }: DeckContext): IsFall =>
  (fact) =>
    isFall(fact, data.metrics.get(fact.metric), fact.comparator && facts.find(fact.comparator.base))

/** Starts with none; keys of the uses are "<prefix>.1", "<prefix>.2" … */
export function printedFigures(prefix: string, falls: IsFall = () => false): PrintedFigures {
  const figures: PrintedFigure[] = []
  return {
    figures,
    write(value, place) {
      if (typeof value !== 'object' || value === null) return { kind: 'data', text: String(value ?? '') }
      if (!('kind' in value)) throw new TypeError('HTML cannot be written into a text')
      switch (value.kind) {
        case 'figure': {
          const { fact, printed, tone } = value
          const use: FigureUse = { key: `${prefix}.${figures.length + 1}`, fact: fact.id, ...printed, place }
          figures.push({ use, fact })
          return figureRun(use, fact, tone === undefined ? falls(fact) : tone === 'fall')
        }
        case 'period':
          return { kind: 'period', text: value.text, period: value.period }
        case 'plain':
          return { kind: 'plain', text: value.text }
        case 'text':
          return { kind: 'data', text: value.text }
        default:
          throw new TypeError(`a ${value.kind} cannot be written`)
      }
    },
  }
}

/** Only an unusual status is shown. */
function figureRun({ key, text }: FigureUse, { id, status, absence }: Fact, isFall: boolean): Inline {
  const run = { kind: 'figure', text, use: key, fact: id, ...(isFall && { isFall }) } as const
  if (absence === 'missing') return { ...run, status: 'missing' } // of a draft
  return status === 'published' || status === 'computed' ? run : { ...run, status }
}
