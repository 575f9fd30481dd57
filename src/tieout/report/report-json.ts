import type { BoundDeck } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Erratum } from '../../model/ties.ts'
import type { VerdictCounts } from '../finding.ts'
import type { Net } from '../net.ts'
import type { TieOut } from '../tie-out.ts'
import { type ReportRow, reportRows } from './report-rows.ts'
import type { CommittedStamp } from './stamp.ts'

/** What `check --json` prints of a deck that compiles; schemas/tie-out.schema.json describes it. */
export interface TieOutReport {
  /** What the report was made of. */
  readonly made: CommittedStamp
  readonly deck: { readonly company: string; readonly title: string; readonly date: string; readonly slides: number }
  readonly counts: VerdictCounts
  /** How the printed figures of the public edition are held. */
  readonly net: Net
  readonly findings: readonly Omit<ReportRow, 'links'>[]
  readonly diagnostics: readonly Diagnostic[]
  readonly errata: readonly Omit<Erratum, 'place' | 'factPlace' | 'rightPlace'>[]
}

/** The whole tie-out as plain data, ready for JSON.stringify. */
export function reportJson(deck: BoundDeck, result: TieOut, made: CommittedStamp): TieOutReport {
  const { company, title, date } = deck.config
  return {
    made,
    deck: { company, title, date, slides: deck.slides.length },
    counts: result.counts,
    net: result.net,
    findings: reportRows(deck, result).map(({ links: _, ...row }) => row),
    diagnostics: result.diagnostics,
    errata: deck.data.errata.map(({ place: _, factPlace: __, rightPlace: ___, ...erratum }) => erratum),
  }
}
