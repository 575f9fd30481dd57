import type { CheckRule } from './check-input.ts'
import { breakdowns } from './checks/breakdown.ts'
import { cashRoll } from './checks/cash-roll.ts'
import { cellStyle, changeColumns } from './checks/change-columns.ts'
import { changes, inlineChanges } from './checks/changes.ts'
import { dataTies } from './checks/data-ties.ts'
import { comparisons, fromTo, points, signs, verbs } from './checks/direction-words.ts'
import { duplicates, missingPeriods } from './checks/duplicates.ts'
import { births, ownership } from './checks/entities.ts'
import { declared } from './checks/identities.ts'
import { pairs } from './checks/pairs.ts'
import { impliedShares, perShare } from './checks/per-share.ts'
import { definitions, events, futureResults, labelledRanges } from './checks/periods.ts'
import { pointChanges } from './checks/point-changes.ts'
import { margins, shares } from './checks/ratios.ts'
import { shareColumns } from './checks/share-columns.ts'
import { timeSums, yearAgainstParts } from './checks/time-sums.ts'
import { totalRows } from './checks/total-rows.ts'
import { missingCurrency, missingScale, providedBy } from './checks/units.ts'

/** Every check, in the order of the report's counts. */
export const allChecks: readonly CheckRule[] = [
  duplicates,
  missingPeriods,
  changes,
  inlineChanges,
  pairs,
  verbs,
  signs,
  fromTo,
  points,
  comparisons,
  timeSums,
  yearAgainstParts,
  shares,
  shareColumns,
  margins,
  perShare,
  impliedShares,
  pointChanges,
  declared,
  cashRoll,
  changeColumns,
  totalRows,
  cellStyle,
  breakdowns,
  missingScale,
  missingCurrency,
  providedBy,
  labelledRanges,
  events,
  futureResults,
  definitions,
  ownership,
  births,
  dataTies,
]
