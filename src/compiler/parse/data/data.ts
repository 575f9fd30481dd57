import { figureKey } from '../../../format/figure-key.ts'
import type { Hedge } from '../../../language/claim-words.ts'
import type { Language } from '../../../language/language.ts'
import type { DeckConfig, DeckData } from '../../../model/deck.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { Figure, Metric } from '../../../model/figure.ts'
import { type Memo, startMemos } from '../../../model/memory.ts'
import { periodKey } from '../../../model/period.ts'
import { compare } from '../../../model/rational.ts'
import type { SourceFile } from '../../../model/source-file.ts'
import { duplicateFigure, missingFile, unknownFile } from '../../diagnostics/data.ts'
import { breaking } from '../../diagnostics/follow-ups.ts'
import { type ConfigReading, parseDeckConfig } from '../settings/deck-config.ts'
import { parseTies } from '../settings/declared-ties.ts'
import { parseMetrics } from '../settings/metrics.ts'
import { parseSources } from '../settings/sources.ts'
import { parseWaivers } from '../settings/waivers.ts'
import { contentOf, createDataMemory, type DataMemory } from './data-memory.ts'
import { parseErrata } from './errata.ts'
import { type FigureContext, type FiguresReading, qualifiersOf } from './figure-cell.ts'
import { parseFigures } from './figures.ts'
import { parsePublished } from './published-figures.ts'
import { duplicateTables, parseTables } from './tables.ts'

const sameText = (a: Figure, b: Figure): boolean =>
  a.value !== null && b.value !== null && compare(a.value, b.value) === 0 && compare(a.ulp, b.ulp) === 0

/**
 * Figures given twice at one scale. A stock may stand both in the year's and in its last quarter's column, if both
 * say the same.
 */
function duplicateFigures(figures: readonly Figure[], metrics: ReadonlyMap<string, Metric>): readonly Diagnostic[] {
  const seen = new Map<string, Figure>()
  return figures.flatMap((figure) => {
    const key = `${figureKey(figure, metrics)}|${figure.unit.base}|${figure.unit.exponent}`
    const first = seen.get(key)
    if (!first) {
      seen.set(key, figure)
      return []
    }
    if (periodKey(first.period) !== periodKey(figure.period) && sameText(first, figure)) return []
    const measure = figure.measure === 'value' ? '' : ` ${figure.measure}`
    const scenario = figure.scenario === 'actual' ? '' : ` (${figure.scenario})`
    const name = `${figure.metric}${measure} ${figure.period.label}${scenario}`
    return [duplicateFigure(name, { place: figure.place, first: first.place })]
  })
}

type TextFile = SourceFile & { readonly kind: 'text' }

const paths = {
  config: 'data/deck.yaml',
  metrics: 'data/metrics.yaml',
  sources: 'data/sources.yaml',
  waivers: 'data/waivers.yaml',
  published: 'data/published.csv',
} as const

/** The files of data/, each where it belongs; templates and slides are no matter of ours. */
interface DataFiles {
  readonly text: ReadonlyMap<string, TextFile>
  readonly figures: readonly SourceFile[]
  readonly tables: readonly SourceFile[]
  readonly errata: SourceFile | undefined
  readonly unknown: readonly SourceFile[]
}

/** Files of the system (.DS_Store) and of spreadsheets that are open just now (~$figures.xlsx). */
const isHidden = (path: string): boolean => /(^|\/)(\.|~\$)[^/]*$/.test(path)

const isGridFile = (path: string): boolean => /\.(csv|xlsx)$/.test(path)

/** Sorts the files of data/, each kind by path. */
function sortFiles(files: readonly SourceFile[]): DataFiles {
  const data = files
    .filter(({ path }) => path.startsWith('data/') && !isHidden(path))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const known = new Set<string>(Object.values(paths))
  const isFigures = ({ path }: SourceFile): boolean => path.startsWith('data/figures/') && isGridFile(path)
  const isTable = ({ path }: SourceFile): boolean => path.startsWith('data/tables/') && isGridFile(path)
  const isErrata = ({ path }: SourceFile): boolean => /^data\/errata\.(csv|xlsx)$/.test(path)
  const text = data.filter((file): file is TextFile => file.kind === 'text' && known.has(file.path))
  return {
    text: new Map(text.map((file) => [file.path, file])),
    figures: data.filter(isFigures),
    tables: data.filter(isTable),
    errata: data.find(isErrata),
    unknown: data.filter((file) => !known.has(file.path) && !isFigures(file) && !isTable(file) && !isErrata(file)),
  }
}

export interface DataReading {
  /** Undefined when the settings or metrics cannot be read at all: then nothing can be resolved. Else without what is wrong. */
  readonly data: DeckData | undefined
  readonly diagnostics: readonly Diagnostic[]
}

function readConfig(files: DataFiles, memory: DataMemory, languages?: readonly Language[]): ConfigReading {
  const file = files.text.get(paths.config)
  if (file) return memory.config.recall(file.path, [contentOf(file), languages], () => parseDeckConfig(file, languages))
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
    readings: Memo<V>,
    file: F | undefined,
    parse: (file: F) => V,
    inputs: readonly unknown[] = [],
  ): V | undefined => file && readings.recall(file.path, [contentOf(file), ...inputs], () => parse(file))
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
    memory.figures.recall(file.path, [contentOf(file), ...inputs], () => parseFigures(file, context)),
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
  const inputs = [contentOf(file), ...Object.values(given)]
  const metrics = memory.metrics.recall(file.path, inputs, () => parseMetrics(file, given))
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
