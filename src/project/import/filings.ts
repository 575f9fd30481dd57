import type { ImportBook } from '../../compiler/compile.ts'
import type { DeckData } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import type { ImportDocument, StatedFigure } from './import-plan.ts'

/** What a filing is read with. */
export interface FilingContext {
  readonly book: ImportBook
  readonly data: DeckData
  readonly name: string
  readonly digest: string
  /** Accession number, where the file does not say it. */
  readonly accession: string | undefined
}

export interface ReadFiling {
  readonly documents: readonly ImportDocument[]
  readonly leftOut: readonly { readonly text: string; readonly place: Place }[]
  readonly diagnostics: readonly Diagnostic[]
  readonly stated: readonly StatedFigure[] // in the order of their documents' dates
}
