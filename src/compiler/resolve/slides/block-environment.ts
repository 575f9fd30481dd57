import { metricNamed } from '../../../format/fact-names.ts'
import { relativeNamesOf, resolvePeriod } from '../../../format/period-text.ts'
import { parseUnit, unitNames } from '../../../format/units.ts'
import type { Inline, Text } from '../../../model/content.ts'
import type { Note } from '../../../model/deck.ts'
import type { Report } from '../../../model/diagnostic.ts'
import type { Metric } from '../../../model/figure.ts'
import type { Period } from '../../../model/period.ts'
import type { Place } from '../../../model/source-file.ts'
import type { Unit } from '../../../model/unit.ts'
import { unknownMetric, unknownScenario, unknownUnit } from '../../diagnostics/data.ts'
import { formerName } from '../../diagnostics/ledger.ts'
import { unknownPeriod } from '../../diagnostics/placeholders.ts'
import { pathKey } from '../../parse/slides/parsed-block.ts'
import type { TextSource } from '../../parse/slides/slide-text.ts'
import type { SpecDocument } from '../../parse/slides/spec-document.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import type { DeckContext } from '../deck-context.ts'
import type { PrintedFigures } from '../placeholders/figure-uses.ts'
import { resolveRuns } from '../placeholders/filled-text.ts'
import type { Helper } from '../placeholders/helper-call.ts'

/** What a block of a slide is resolved with. */
export interface BlockEnvironment {
  readonly id: string // "<slide>-table-1"
  readonly document: SpecDocument
  readonly texts: ReadonlyMap<string, TextSource> // those with placeholders, by path
  readonly place: Place // of the block's first line
  readonly context: DeckContext
  readonly helpers: ReadonlyMap<string, Helper>
  readonly printed: PrintedFigures
  readonly report: Report
}

/** The place of the value at a path; of the block, where the value is not written. */
export const placeIn = ({ document, place }: BlockEnvironment, path: KeyPath): Place =>
  document.has(path) ? document.placeOf(path) : place

/** A text of the block with its placeholders filled. */
export function textIn(environment: BlockEnvironment, text: string, path: KeyPath): readonly Inline[] {
  const source = environment.texts.get(pathKey(path))
  if (source) return resolveRuns(source, environment)
  return text === '' ? [] : [{ kind: 'text', text }]
}

/** The same with its place: where its words begin. */
export function lineIn(environment: BlockEnvironment, text: string, path: KeyPath): Text {
  return { runs: textIn(environment, text, path), place: placeIn(environment, path) }
}

/** The author's notes under a table. */
export const notesIn = (environment: BlockEnvironment, notes: readonly string[] = []): readonly Note[] =>
  notes.map((note, index) => ({ origin: 'author', ...lineIn(environment, note, ['notes', index]) }))

export function metricIn(environment: BlockEnvironment, id: string, path: KeyPath): Metric | undefined {
  const { metrics } = environment.context.data
  const metric = metricNamed(metrics, id)
  const place = placeIn(environment, path)
  if (!metric) environment.report(unknownMetric(id, { place, known: metrics.keys() }))
  else if (metric.id !== id) environment.report(formerName(id, { now: metric.id, place }))
  return metric
}

export function periodIn(
  environment: BlockEnvironment,
  text: string,
  path: KeyPath,
  unknown: typeof unknownPeriod = unknownPeriod,
): Period | undefined {
  const { calendar, reportingPeriod } = environment.context.data.config
  const period = resolvePeriod(text, { calendar, reporting: reportingPeriod })
  if (!period) environment.report(unknown(text, relativeNamesOf(calendar), placeIn(environment, path)))
  return period
}

export function scenarioIn(environment: BlockEnvironment, id: string | undefined, path: KeyPath): string | undefined {
  const { scenarios } = environment.context.data
  if (id === undefined || scenarios.has(id)) return id
  environment.report(unknownScenario(id, { place: placeIn(environment, path), known: scenarios.keys() }))
  return undefined
}

export function unitIn(environment: BlockEnvironment, text: string | undefined, path: KeyPath): Unit | undefined {
  if (text === undefined) return undefined
  const { units } = environment.context
  const unit = parseUnit(text, units)
  if (!unit) environment.report(unknownUnit(text, { place: placeIn(environment, path), known: unitNames(units) }))
  return unit
}
