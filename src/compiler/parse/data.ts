import type { DeckConfig, DeckData } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { missingFile, unknownFile } from '../diagnostics/data.ts'
import { parseDeckConfig } from './deck-config.ts'
import { parseErrata } from './errata.ts'
import { parseFigures } from './figures.ts'
import { parseMetrics } from './metrics.ts'
import { parseSources } from './sources.ts'
import { parseTables } from './tables.ts'
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

type TextFile = SourceFile & { readonly kind: 'text' }

const paths = {
  config: 'data/deck.yaml',
  metrics: 'data/metrics.yaml',
  sources: 'data/sources.yaml',
  waivers: 'data/waivers.yaml',
} as const

/** The files of data/, each where it belongs; templates and slides are no matter of ours. */
interface DataFiles {
  readonly text: ReadonlyMap<string, TextFile>
  readonly figures: readonly SourceFile[]
  readonly tables: readonly SourceFile[]
  readonly errata: SourceFile | undefined
  readonly unknown: readonly SourceFile[]
}

const isGridFile = (path: string): boolean => /\.(csv|xlsx)$/.test(path)

function sortFiles(files: readonly SourceFile[]): DataFiles {
  const data = files
    .filter(({ path }) => path.startsWith('data/'))
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

function readConfig(files: DataFiles): { readonly config?: DeckConfig; readonly diagnostics: readonly Diagnostic[] } {
  const file = files.text.get(paths.config)
  if (file) return parseDeckConfig(file)
  return { diagnostics: [missingFile(paths.config, 'it names the company, the deck, its date and reporting period.')] }
}

/** Reads all of data/. Every mistake is reported at once; without settings, metrics and figures cannot be understood. */
export function parseData(files: readonly SourceFile[]): DataReading {
  const sorted = sortFiles(files)
  const { config, diagnostics: ofConfig } = readConfig(sorted)
  const sourcesFile = sorted.text.get(paths.sources)
  const sources = sourcesFile ? parseSources(sourcesFile) : { documents: new Map(), diagnostics: [] }
  const tables = parseTables(sorted.tables)
  const errata = sorted.errata ? parseErrata(sorted.errata) : { errata: [], diagnostics: [] }
  const independent = [...ofConfig, ...sources.diagnostics, ...tables.diagnostics, ...errata.diagnostics]
  const misplaced = sorted.unknown.map(({ path }) => unknownFile(path))
  if (!config) return { data: undefined, diagnostics: [...independent, ...misplaced] }
  const metricsFile = sorted.text.get(paths.metrics)
  if (!metricsFile) {
    const missing = missingFile(paths.metrics, 'it defines the metrics of the figures.')
    return { data: undefined, diagnostics: [...independent, missing, ...misplaced] }
  }
  const metrics = parseMetrics(metricsFile, config.units)
  const { calendar, units, numbers } = config
  const isReadable = metrics.metrics.size > 0
  const context = { calendar, units, rounding: numbers.rounding, ...metrics, documents: sources.documents }
  const figures = isReadable ? parseFigures(sorted.figures, context) : { figures: [], diagnostics: [] }
  const ties = readTies(sorted, metrics.ties)
  const diagnostics = [
    ...independent,
    ...metrics.diagnostics,
    ...figures.diagnostics,
    ...ties.diagnostics,
    ...misplaced,
  ]
  const data: DeckData = {
    config,
    metrics: metrics.metrics,
    scenarios: metrics.scenarios,
    figures: figures.figures,
    documents: sources.documents,
    tables: tables.tables,
    errata: errata.errata,
    ties: ties.ties,
  }
  return { data, diagnostics }
}
