import { createMemo, type Memo } from '../../../model/memory.ts'
import type { SourceFile } from '../../../model/source-file.ts'
import type { ConfigReading } from '../settings/deck-config.ts'
import type { MetricsReading } from '../settings/metrics.ts'
import type { SourcesReading } from '../settings/sources.ts'
import type { WaiversReading } from '../settings/waivers.ts'
import type { ErrataReading } from './errata.ts'
import type { FiguresReading } from './figure-cell.ts'
import type { PublishedReading } from './published-figures.ts'
import type { TablesReading } from './tables.ts'

/** Readings of the files of data/ by path, kept by a caller: after an edit only the edited file is read again. */
export interface DataMemory {
  readonly config: Memo<ConfigReading>
  readonly sources: Memo<SourcesReading>
  readonly metrics: Memo<MetricsReading>
  readonly figures: Memo<FiguresReading>
  readonly tables: Memo<TablesReading>
  readonly errata: Memo<ErrataReading>
  readonly waivers: Memo<WaiversReading>
  readonly published: Memo<PublishedReading>
}

export const createDataMemory = (): DataMemory => ({
  config: createMemo(),
  sources: createMemo(),
  metrics: createMemo(),
  figures: createMemo(),
  tables: createMemo(),
  errata: createMemo(),
  waivers: createMemo(),
  published: createMemo(),
})

/** What a file says: its reading is made again only when this is another text, however often the file is read. */
export const contentOf = (file: SourceFile): unknown => (file.kind === 'text' ? file.text : file.sheets)
