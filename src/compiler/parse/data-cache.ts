import type { SourceFile } from '../../model/source-file.ts'
import type { ConfigReading } from './deck-config.ts'
import type { ErrataReading } from './errata.ts'
import type { FiguresReading } from './figure-context.ts'
import type { MetricsReading } from './metrics.ts'
import type { PublishedReading } from './published.ts'
import type { SourcesReading } from './sources.ts'
import type { TablesReading } from './tables.ts'
import type { WaiversReading } from './waivers.ts'

interface Entry<V> {
  readonly inputs: readonly unknown[]
  readonly value: V
}

/** Readings of the files of data/ by path, kept by a caller: after an edit only the edited file is read again. */
export interface DataCache {
  readonly config: Map<string, Entry<ConfigReading>>
  readonly sources: Map<string, Entry<SourcesReading>>
  readonly metrics: Map<string, Entry<MetricsReading>>
  readonly figures: Map<string, Entry<FiguresReading>>
  readonly tables: Map<string, Entry<TablesReading>>
  readonly errata: Map<string, Entry<ErrataReading>>
  readonly waivers: Map<string, Entry<WaiversReading>>
  readonly published: Map<string, Entry<PublishedReading>>
}

export const createDataCache = (): DataCache => ({
  config: new Map(),
  sources: new Map(),
  metrics: new Map(),
  figures: new Map(),
  tables: new Map(),
  errata: new Map(),
  waivers: new Map(),
  published: new Map(),
})

/** What a file says; the same for the same text, however often the file was read. */
const contentOf = (file: SourceFile): unknown => (file.kind === 'text' ? file.text : file.sheets)

/** The reading of a file made before from the same text and the same further inputs, or a new one. */
export function recallReading<V>(
  readings: Map<string, Entry<V>>,
  file: SourceFile,
  { inputs, read }: { readonly inputs: readonly unknown[]; readonly read: () => V },
): V {
  const all = [contentOf(file), ...inputs]
  const known = readings.get(file.path)
  if (known?.inputs.length === all.length && known.inputs.every((input, at) => input === all[at])) return known.value
  const value = read()
  readings.set(file.path, { inputs: all, value })
  return value
}

/** Lets go of the readings of files that are gone. */
export function forgetOthers(cache: DataCache, files: readonly SourceFile[]): void {
  const paths = new Set(files.map(({ path }) => path))
  for (const readings of Object.values({ ...cache }))
    for (const path of readings.keys()) if (!paths.has(path)) readings.delete(path)
}
