import type { Hedge } from '../../language/claim-words.ts'
import type { Language } from '../../language/language.ts'
import type { DeckConfig, DeckData } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { missingFile, unknownFile } from '../diagnostics/data.ts'
import { breaking } from '../diagnostics/follow-ups.ts'
import { startMemos } from '../memo.ts'
import { qualifiersOf } from './cells.ts'
import { type DataFiles, paths, sortFiles } from './data-files.ts'
import { createDataMemory, type DataMemory, recallReading } from './data-memory.ts'
import { type ConfigReading, parseDeckConfig } from './deck-config.ts'
import { duplicateFigures } from './duplicate-figures.ts'
import { parseErrata } from './errata.ts'
import type { FigureContext, FiguresReading } from './figure-context.ts'
import { parseFigures } from './figures.ts'
import { parseMetrics } from './metrics.ts'
import { parsePublished } from './published.ts'
import { parseSources } from './sources.ts'
import { duplicateTables, parseTables } from './tables.ts'
import { parseTies } from './ties.ts'
import { parseWaivers } from './waivers.ts'

export interface DataReading {
  /** Undefined when the settings or metrics cannot be read at all: then nothing can be resolved. Else without what is wrong. */
  readonly data: DeckData | undefined
  readonly diagnostics: readonly Diagnostic[]
}

function readConfig(files: DataFiles, memory: DataMemory, languages?: readonly Language[]): ConfigReading {
  const file = files.text.get(paths.config)
  if (file)
    return recallReading(memory.config, file, { inputs: [languages], read: () => parseDeckConfig(file, languages) })
  return { diagnostics: [missingFile(paths.config, 'it names the company, the deck, its date and reporting period.')] }
}

/** What can be read without the settings, or with little of them. */
interface PlainReadings {
  readonly documents: DeckData['documents']
  readonly tables: DeckData['tables']
  readonly errata: DeckData['errata']
  readonly waivers: DeckData['waivers']
  readonly published: DeckData['published']
  readonly diagnostics: readonly Diagnostic[]
}

function readPlain(files: DataFiles, memory: DataMemory, config: DeckConfig | undefined): PlainReadings {
  const read = <F extends SourceFile, V>(
    readings: Parameters<typeof recallReading<V>>[0],
    file: F | undefined,
    parse: (file: F) => V,
    inputs: readonly unknown[] = [],
  ): V | undefined => file && recallReading(readings, file, { inputs, read: () => parse(file) })
  const sources = read(memory.sources, files.text.get(paths.sources), parseSources)
  const errata = read(memory.errata, files.errata, parseErrata)
  const waivers = read(memory.waivers, files.text.get(paths.waivers), parseWaivers)
  const published = read(
    memory.published,
    files.text.get(paths.published),
    (file) => parsePublished(file, config?.units),
    [config?.units],
  )
  const tables = files.tables.flatMap((file) => read(memory.tables, file, parseTables) ?? [])
  const readings = [sources, ...tables, errata, waivers, published]
  return {
    documents: sources?.documents ?? noDocuments,
    tables: new Map(tables.flatMap((reading) => [...reading.tables])),
    errata: errata?.errata ?? [],
    waivers: waivers?.waivers ?? [],
    published: published?.published ?? [],
    diagnostics: [...readings.flatMap((reading) => reading?.diagnostics ?? []), ...duplicateTables(tables)],
  }
}

const noSources = missingFile(paths.sources, 'it lists the documents that figures are from.')
const noDocuments: DeckData['documents'] = new Map()

function readFigures(
  files: DataFiles,
  {
    context,
    hedges,
    memory,
  }: { readonly context: FigureContext; readonly hedges: readonly Hedge[]; readonly memory: DataMemory },
): FiguresReading {
  const { calendar, rounding, metrics, scenarios, documents, units } = context
  const inputs = [calendar, rounding, hedges, metrics, scenarios, documents, units]
  const readings = files.figures.map((file) =>
    recallReading(memory.figures, file, { inputs, read: () => parseFigures(file, context) }),
  )
  const figures = readings.flatMap((reading) => reading.figures)
  const diagnostics = readings.flatMap((reading) => reading.diagnostics)
  const found = [...diagnostics, ...duplicateFigures(figures, metrics)]
  return { figures, diagnostics: breaking(found, { kind: 'figure' }) }
}

/** Metrics and figures, which the settings are needed for. */
function readNumbers(
  files: DataFiles,
  {
    config,
    plain,
    memory,
  }: { readonly config: DeckConfig; readonly plain: PlainReadings; readonly memory: DataMemory },
): DataReading {
  const file = files.text.get(paths.metrics)
  if (!file)
    return { data: undefined, diagnostics: [missingFile(paths.metrics, 'it defines the metrics of the figures.')] }
  const { calendar, units, numbers, language } = config
  const given = { units, scenarios: language.scenarios }
  const inputs = Object.values(given)
  const metrics = recallReading(memory.metrics, file, { inputs, read: () => parseMetrics(file, given) })
  const { document } = metrics
  if (!document) return { data: undefined, diagnostics: metrics.diagnostics }
  const { hedges } = language.claims
  const read = { rounding: numbers.rounding, qualifiers: qualifiersOf(hedges) }
  const context = { ...metrics, ...read, calendar, units, documents: plain.documents }
  const figures = readFigures(files, { context, hedges, memory })
  const ties = parseTies(document, { calendar, metrics: metrics.metrics })
  const { documents, tables, errata, waivers, published } = plain
  const data: DeckData = {
    config,
    metrics: metrics.metrics,
    scenarios: metrics.scenarios,
    figures: figures.figures,
    documents,
    tables,
    errata,
    ties: ties.ties,
    waivers,
    published,
  }
  return { data, diagnostics: [...metrics.diagnostics, ...figures.diagnostics, ...ties.diagnostics] }
}

/**
 * Reads all of data/. Every mistake is reported at once; without settings, metrics and figures cannot be understood.
 * With a `memory`, files that did not change since are not read again. `languages` are those that the deck may be in.
 */
export function parseData(
  files: readonly SourceFile[],
  memory: DataMemory = createDataMemory(),
  languages?: readonly Language[],
): DataReading {
  startMemos({ ...memory })
  const sorted = sortFiles(files)
  const settings = readConfig(sorted, memory, languages)
  const { config } = settings
  const plain = readPlain(sorted, memory, config)
  const numbers = config ? readNumbers(sorted, { config, plain, memory }) : { data: undefined, diagnostics: [] }
  const misplaced = sorted.unknown.map(({ path }) => unknownFile(path))
  const citing = numbers.diagnostics.some(({ code }) => code === 'unknown-document')
  const unlisted = citing && !sorted.text.has(paths.sources) ? breaking([noSources], { kind: 'document' }) : []
  const found = [settings, plain, numbers].flatMap(({ diagnostics }) => diagnostics)
  const diagnostics = [...found, ...unlisted, ...misplaced]
  return { data: numbers.data, diagnostics }
}
