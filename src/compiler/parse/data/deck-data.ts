import { codeOf } from '../../../format/units.ts'
import type { Hedge } from '../../../language/claim-words.ts'
import { sharingSigns } from '../../../language/currency-symbols.ts'
import type { Language } from '../../../language/language.ts'
import type { DeckConfig, DeckData } from '../../../model/deck.ts'
import { type Diagnostic, joinReadings, type Reading } from '../../../model/diagnostic.ts'
import type { Figure } from '../../../model/figure.ts'
import { type Memo, startMemos } from '../../../model/memory.ts'
import type { KeptFile, SourceFile, TextFile } from '../../../model/source-file.ts'
import { missingFile, unknownFile, unnamedKeptFile } from '../../diagnostics/data.ts'
import { breaking } from '../../diagnostics/follow-ups.ts'
import { withOneFormat } from '../../diagnostics/ledger.ts'
import { parseImports } from '../imports/import-settings.ts'
import { parseApprovals } from '../settings/approvals.ts'
import { parseDeckConfig } from '../settings/deck-config.ts'
import { parseTies } from '../settings/declared-ties.ts'
import { parseMetrics } from '../settings/metrics.ts'
import { parseNet } from '../settings/net.ts'
import { parseSources } from '../settings/sources.ts'
import { parseWaivers } from '../settings/waivers.ts'
import { contentOf, createDataMemory, type DataMemory } from './data-memory.ts'
import { parseErrata } from './errata.ts'
import { qualifiersOf } from './figure-cell.ts'
import type { FigureContext } from './figure-context.ts'
import { parseFigures } from './figures.ts'
import { withPresentNames } from './former-names.ts'
import { duplicateTables, parseTables } from './plain-tables.ts'
import { parsePublished } from './published-figures.ts'
import { settleVintages } from './vintages.ts'

const paths = {
  config: 'data/deck.yaml',
  metrics: 'data/metrics.yaml',
  sources: 'data/sources.yaml',
  waivers: 'data/waivers.yaml',
  approvals: 'data/approvals.yaml',
  published: 'data/published.csv',
  net: 'data/net.yaml',
  imports: 'data/import.yaml',
} as const

/** The files of data/ by what they hold; templates and slides are not among them. */
interface DataFiles {
  readonly text: ReadonlyMap<string, TextFile>
  readonly figures: readonly SourceFile[]
  readonly tables: readonly SourceFile[]
  readonly errata: SourceFile | undefined
  readonly kept: readonly KeptFile[]
  readonly unknown: readonly SourceFile[]
}

/** Files of the operating system (.DS_Store) and of open spreadsheets (~$figures.xlsx). */
const isHidden = (path: string): boolean => /(^|\/)(\.|~\$)[^/]*$/.test(path)

const isGridFile = (path: string): boolean => /\.(csv|xlsx)$/i.test(path)

/** Endings are read in any case: deck.YAML, as some systems write it, is deck.yaml. */
const plainPath = ({ path }: SourceFile): string => path.replace(/\.\w+$/, (ending) => ending.toLowerCase())

/** Sorts the files of data/, each kind by path. */
function sortFiles(files: readonly SourceFile[]): DataFiles {
  const data = files
    .filter(({ path }) => path.startsWith('data/') && !isHidden(path))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const known = new Set<string>(Object.values(paths))
  const isFigures = ({ path }: SourceFile): boolean => path.startsWith('data/figures/') && isGridFile(path)
  const isTable = ({ path }: SourceFile): boolean => path.startsWith('data/tables/') && isGridFile(path)
  const isErrata = ({ path }: SourceFile): boolean => /^data\/errata\.(csv|xlsx)$/i.test(path)
  const text = data.filter((file): file is TextFile => file.kind === 'text' && known.has(plainPath(file)))
  return {
    text: new Map(text.map((file) => [plainPath(file), file])),
    figures: data.filter(isFigures),
    tables: data.filter(isTable),
    errata: data.find(isErrata),
    kept: data.filter((file) => file.kind === 'kept'),
    unknown: data.filter(
      (file) =>
        file.kind !== 'kept' && !known.has(plainPath(file)) && !isFigures(file) && !isTable(file) && !isErrata(file),
    ),
  }
}

function readConfig(
  files: DataFiles,
  memory: DataMemory,
  languages?: readonly Language[],
): Reading<DeckConfig | undefined> {
  const file = files.text.get(paths.config)
  if (file) return memory.config.recall(file.path, [contentOf(file), languages], () => parseDeckConfig(file, languages))
  return {
    value: undefined,
    diagnostics: [missingFile(paths.config, 'it names the company, the deck, its date and reporting period.')],
  }
}

/** What can be read without the settings, or with little of them. */
type IndependentData = Pick<DeckData, 'documents' | 'tables' | 'errata' | 'waivers' | 'published' | 'net'>

function readIndependent(
  files: DataFiles,
  memory: DataMemory,
  config: DeckConfig | undefined,
): Reading<IndependentData> {
  const { kept } = files
  const read = <F extends SourceFile, V>(
    readings: Memo<V>,
    file: F | undefined,
    parse: (file: F) => V,
    inputs: readonly unknown[] = [],
  ): V | undefined => file && readings.recall(file.path, [contentOf(file), ...inputs], () => parse(file))
  const sources = read(
    memory.sources,
    files.text.get(paths.sources),
    (file) => parseSources(file, { deckDate: config?.date, kept }),
    [config?.date, ...kept.flatMap(({ path, digest }) => [path, digest])],
  )
  const settings = config?.files
  const errata = read(memory.errata, files.errata, (file) => parseErrata(file, settings), [settings])
  const waivers = read(memory.waivers, files.text.get(paths.waivers), parseWaivers)
  const approvals = read(memory.approvals, files.text.get(paths.approvals), parseApprovals)
  const published = read(
    memory.published,
    files.text.get(paths.published),
    (file) => parsePublished(file, config?.units),
    [config?.units],
  )
  const tables = joinReadings(
    files.tables.flatMap((file) => read(memory.tables, file, (each) => parseTables(each, settings), [settings]) ?? []),
  )
  const parsedTables = tables.value.flat()
  const net = read(memory.net, files.text.get(paths.net), parseNet)
  const readings = [sources, tables, errata, waivers, approvals, published, net]
  return {
    value: {
      documents: sources?.value ?? noDocuments,
      tables: new Map(parsedTables.flatMap(({ id, table }) => (table ? [[id, table]] : []))),
      errata: errata?.value ?? noErrata,
      waivers: waivers?.value ?? [],
      published: published?.value ?? [],
      net: net?.value,
    },
    diagnostics: [
      ...readings.flatMap((reading) => reading?.diagnostics ?? []),
      ...duplicateTables(parsedTables),
      ...unnamed(kept, sources),
    ],
  }
}

/** Kept files that no document names; while documents have mistakes nobody knows which. */
function unnamed(
  kept: readonly KeptFile[],
  sources: Reading<DeckData['documents']> | undefined,
): readonly Diagnostic[] {
  if (sources?.diagnostics.some(({ severity }) => severity === 'error')) return []
  const named = new Set([...(sources?.value ?? noDocuments).values()].map((document) => document.kept?.path))
  return kept.filter(({ path }) => !named.has(path)).map(({ path }) => unnamedKeptFile(path))
}

const noSources = missingFile(paths.sources, 'it lists the documents that figures are from.')
const noDocuments: DeckData['documents'] = new Map()
const noErrata: DeckData['errata'] = [] // one object, as long as there is no file

function readFigures(
  files: DataFiles,
  {
    context,
    hedges,
    memory,
  }: { readonly context: FigureContext; readonly hedges: readonly Hedge[]; readonly memory: DataMemory },
): Reading<readonly Figure[]> {
  const { calendar, language, rounding, metrics, scenarios, documents, units, files: settings } = context
  const inputs = [calendar, language, rounding, hedges, metrics, scenarios, documents, units, settings]
  const readings = joinReadings(
    files.figures.map((file) =>
      memory.figures.recall(file.path, [contentOf(file), ...inputs], () => parseFigures(file, context)),
    ),
  )
  const settled = settleVintages(readings.value.flat(), { metrics, documents })
  const diagnostics = [...readings.diagnostics, ...settled.diagnostics]
  return { value: settled.value, diagnostics: breaking(diagnostics, { kind: 'figure' }) }
}

/** The settings with the currencies that share a sign: which those are, metrics say. */
function lettered(config: DeckConfig, metrics: DeckData['metrics'], memory: DataMemory): DeckConfig {
  const made = memory.config.recall('lettered', [config, metrics], () => {
    const currencies = [...metrics.values()].flatMap(({ unit }) => (unit.kind === 'currency' ? [codeOf(unit)] : []))
    const codes = sharingSigns(currencies)
    const value = codes.length > 0 ? { ...config, numbers: { ...config.numbers, lettered: codes } } : config
    return { value, diagnostics: [] }
  })
  return made.value ?? config
}

/** Metrics and figures, which need the settings. */
function readNumbers(
  files: DataFiles,
  {
    config,
    independent,
    memory,
  }: { readonly config: DeckConfig; readonly independent: IndependentData; readonly memory: DataMemory },
): Reading<DeckData | undefined> {
  const file = files.text.get(paths.metrics)
  if (!file)
    return { value: undefined, diagnostics: [missingFile(paths.metrics, 'it defines the metrics of the figures.')] }
  const { calendar, units, numbers, language } = config
  const metricsInput = { units, calendar, scenarioWords: language.scenarios }
  const inputs = [contentOf(file), ...Object.values(metricsInput)]
  const { value: defined, diagnostics } = memory.metrics.recall(file.path, inputs, () =>
    parseMetrics(file, metricsInput),
  )
  if (!defined) return { value: undefined, diagnostics }
  const { metrics, scenarios, document } = defined
  const { hedges } = language.claims
  const context: FigureContext = {
    metrics,
    scenarios,
    rounding: numbers.rounding,
    qualifiers: qualifiersOf(hedges),
    calendar,
    language,
    units,
    documents: independent.documents,
    files: config.files,
  }
  const figures = readFigures(files, { context, hedges, memory })
  const ties = memory.ties.recall(file.path, [defined, calendar], () => parseTies(document, { calendar, metrics }))
  const mapping = files.text.get(paths.imports)
  const imported = { calendar, metrics, scenarios, units }
  const ofMapping = mapping
    ? memory.imports.recall(mapping.path, [contentOf(mapping), ...Object.values(imported)], () =>
        parseImports(mapping, imported),
      )
    : undefined
  const named = withPresentNames({
    config: lettered(config, metrics, memory),
    metrics,
    scenarios,
    figures: figures.value,
    ...independent,
    ties: ties.value,
  })
  return {
    value: named.value,
    diagnostics: [
      ...diagnostics,
      ...figures.diagnostics,
      ...ties.diagnostics,
      ...named.diagnostics,
      ...(ofMapping?.diagnostics ?? []),
    ],
  }
}

/**
 * Reads all of data/, without what is wrong in it. Every mistake is reported at once; undefined when the settings or
 * metrics cannot be read at all, since nothing can then be resolved.
 * With a `memory`, files that did not change since are not read again. `languages` are those that the deck may be in.
 */
export function parseData(
  files: readonly SourceFile[],
  memory: DataMemory = createDataMemory(),
  languages?: readonly Language[],
): Reading<DeckData | undefined> {
  startMemos({ ...memory })
  const sorted = sortFiles(files)
  const settings = readConfig(sorted, memory, languages)
  const config = settings.value
  const independent = readIndependent(sorted, memory, config)
  const data: Reading<DeckData | undefined> = config
    ? readNumbers(sorted, { config, independent: independent.value, memory })
    : { value: undefined, diagnostics: [] }
  const namesDocuments = data.diagnostics.some(({ code }) => code === 'unknown-document')
  const unlisted = namesDocuments && !sorted.text.has(paths.sources) ? breaking([noSources], { kind: 'document' }) : []
  const diagnostics = [
    ...[settings, independent, data].flatMap((reading) => reading.diagnostics),
    ...unlisted,
    ...sorted.unknown.map(({ path }) => unknownFile(path)),
  ]
  return { value: data.value, diagnostics: withOneFormat(diagnostics) }
}
