import type { Language } from '../../language/language.ts'
import type { DeckConfig, DeckData } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { missingFile, unknownFile } from '../diagnostics/data.ts'
import { createDataCache, type DataCache, forgetOthers, recallReading } from './data-cache.ts'
import { type DataFiles, paths, sortFiles } from './data-files.ts'
import { type ConfigReading, parseDeckConfig } from './deck-config.ts'
import { duplicateFigures } from './duplicate-figures.ts'
import { parseErrata } from './errata.ts'
import type { FigureContext, FiguresReading } from './figure-context.ts'
import { parseFigures } from './figures.ts'
import { parseMetrics } from './metrics.ts'
import { parseSources } from './sources.ts'
import { duplicateTables, parseTables } from './tables.ts'
import { parseYaml } from './yaml.ts'

export interface DataReading {
  /** Undefined when the settings or metrics cannot be read: then nothing can be resolved. */
  readonly data: DeckData | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** What DeckData.ties holds: parsed YAML, and the text of its file for places. `text` is "" where there is no such file. */
export interface RawTies {
  readonly ties: { readonly value: unknown; readonly path: string; readonly text: string }
  readonly waivers: { readonly value: unknown; readonly path: string; readonly text: string }
}

function readTies(
  files: DataFiles,
  ties: unknown,
): { readonly ties: RawTies; readonly diagnostics: readonly Diagnostic[] } {
  const metrics = files.text.get(paths.metrics)
  const waivers = files.text.get(paths.waivers)
  const read = waivers ? parseYaml(waivers) : undefined
  return {
    ties: {
      ties: { value: ties, path: paths.metrics, text: metrics?.text ?? '' },
      waivers: { value: read?.document?.value, path: paths.waivers, text: waivers?.text ?? '' },
    },
    diagnostics: read?.diagnostics ?? [],
  }
}

function readConfig(files: DataFiles, cache: DataCache, languages?: readonly Language[]): ConfigReading {
  const file = files.text.get(paths.config)
  if (file)
    return recallReading(cache.config, file, { inputs: [languages], read: () => parseDeckConfig(file, languages) })
  return { diagnostics: [missingFile(paths.config, 'it names the company, the deck, its date and reporting period.')] }
}

/** What can be read without the settings. */
interface PlainReadings {
  readonly documents: DeckData['documents']
  readonly tables: DeckData['tables']
  readonly errata: DeckData['errata']
  readonly diagnostics: readonly Diagnostic[]
}

function readPlain(files: DataFiles, cache: DataCache): PlainReadings {
  const file = files.text.get(paths.sources)
  const sources = file && recallReading(cache.sources, file, { inputs: [], read: () => parseSources(file) })
  const tables = files.tables.map((table) =>
    recallReading(cache.tables, table, { inputs: [], read: () => parseTables(table) }),
  )
  const { errata } = files
  const errataReading = errata && recallReading(cache.errata, errata, { inputs: [], read: () => parseErrata(errata) })
  const readings = [...(sources ? [sources] : []), ...tables, ...(errataReading ? [errataReading] : [])]
  return {
    documents: sources?.documents ?? noDocuments,
    tables: new Map(tables.flatMap((reading) => [...reading.tables])),
    errata: errataReading?.errata ?? [],
    diagnostics: [...readings.flatMap(({ diagnostics }) => diagnostics), ...duplicateTables(tables)],
  }
}

const noDocuments: DeckData['documents'] = new Map()

function readFigures(files: DataFiles, context: FigureContext, cache: DataCache): FiguresReading {
  const { calendar, rounding, metrics, scenarios, documents, units } = context
  const inputs = [calendar, rounding, metrics, scenarios, documents, units]
  const readings = files.figures.map((file) =>
    recallReading(cache.figures, file, { inputs, read: () => parseFigures(file, context) }),
  )
  const figures = readings.flatMap((reading) => reading.figures)
  const diagnostics = readings.flatMap((reading) => reading.diagnostics)
  return { figures, diagnostics: [...diagnostics, ...duplicateFigures(figures, metrics)] }
}

/** Metrics and figures, which the settings are needed for. */
function readNumbers(
  files: DataFiles,
  { config, plain, cache }: { readonly config: DeckConfig; readonly plain: PlainReadings; readonly cache: DataCache },
): DataReading {
  const file = files.text.get(paths.metrics)
  if (!file)
    return { data: undefined, diagnostics: [missingFile(paths.metrics, 'it defines the metrics of the figures.')] }
  const { calendar, units, numbers, language } = config
  const given = { units, scenarios: language.scenarios }
  const inputs = Object.values(given)
  const metrics = recallReading(cache.metrics, file, { inputs, read: () => parseMetrics(file, given) })
  const context = { ...metrics, calendar, units, rounding: numbers.rounding, documents: plain.documents }
  const figures = metrics.declared.size > 0 ? readFigures(files, context, cache) : { figures: [], diagnostics: [] }
  const ties = readTies(files, metrics.ties)
  const diagnostics = [...metrics.diagnostics, ...figures.diagnostics, ...ties.diagnostics]
  if (metrics.diagnostics.some(({ severity }) => severity === 'error')) return { data: undefined, diagnostics }
  const data: DeckData = {
    config,
    metrics: metrics.metrics,
    scenarios: metrics.scenarios,
    figures: figures.figures,
    documents: plain.documents,
    tables: plain.tables,
    errata: plain.errata,
    ties: ties.ties,
  }
  return { data, diagnostics }
}

/**
 * Reads all of data/. Every mistake is reported at once; without settings, metrics and figures cannot be understood.
 * With a cache, files that did not change since are not read again. `languages` are those that the deck may be in.
 */
export function parseData(
  files: readonly SourceFile[],
  cache: DataCache = createDataCache(),
  languages?: readonly Language[],
): DataReading {
  const sorted = sortFiles(files)
  const settings = readConfig(sorted, cache, languages)
  const plain = readPlain(sorted, cache)
  const { config } = settings
  const numbers = config ? readNumbers(sorted, { config, plain, cache }) : { data: undefined, diagnostics: [] }
  forgetOthers(cache, files)
  const misplaced = sorted.unknown.map(({ path }) => unknownFile(path))
  const diagnostics = [...settings.diagnostics, ...plain.diagnostics, ...numbers.diagnostics, ...misplaced]
  return { data: numbers.data, diagnostics }
}
