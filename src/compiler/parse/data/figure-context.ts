import type { Language } from '../../../language/language.ts'
import type { DeckData, FileSettings, SourceDocument } from '../../../model/deck.ts'
import type { Metric, Scenario } from '../../../model/figure.ts'
import type { Calendar } from '../../../model/period.ts'
import type { Rounding } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import { type Qualifiers, qualifiersOf } from './figure-cell.ts'

/** What rows of figures refer to. */
export interface FigureContext {
  readonly calendar: Calendar
  readonly language: Language
  readonly rounding: Rounding
  readonly qualifiers: Qualifiers
  readonly metrics: ReadonlyMap<string, Metric>
  readonly scenarios: ReadonlyMap<string, Scenario>
  readonly documents: ReadonlyMap<string, SourceDocument>
  readonly units: ReadonlyMap<string, Unit>
  readonly files: FileSettings
}

/** What rows of figures refer to in data that are read already. */
export const figureContext = ({ config, metrics, scenarios, documents }: DeckData): FigureContext => ({
  ...{ metrics, scenarios, documents, rounding: config.numbers.rounding, calendar: config.calendar },
  language: config.language,
  ...{ qualifiers: qualifiersOf(config.language.claims.hedges), units: config.units, files: config.files },
})
