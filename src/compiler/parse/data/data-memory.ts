import type { DeckConfig, DeckData } from '../../../model/deck.ts'
import type { Reading } from '../../../model/diagnostic.ts'
import { createMemo, type Memo } from '../../../model/memory.ts'
import type { SourceFile } from '../../../model/source-file.ts'
import type { ImportBook } from '../imports/import-settings.ts'
import type { Approval } from '../settings/approvals.ts'
import type { MetricsFile } from '../settings/metrics.ts'
import type { ParsedTable } from './plain-tables.ts'

/** Readings of the files of data/ by path, kept by a caller: after an edit only the edited file is read again. */
export interface DataMemory {
  readonly config: Memo<Reading<DeckConfig | undefined>>
  readonly sources: Memo<Reading<DeckData['documents']>>
  readonly metrics: Memo<Reading<MetricsFile | undefined>>
  readonly ties: Memo<Reading<DeckData['ties']>>
  readonly figures: Memo<Reading<DeckData['figures']>>
  readonly tables: Memo<Reading<readonly ParsedTable[]>>
  readonly errata: Memo<Reading<DeckData['errata']>>
  readonly waivers: Memo<Reading<DeckData['waivers']>>
  readonly approvals: Memo<Reading<readonly Approval[]>>
  readonly published: Memo<Reading<DeckData['published']>>
  readonly net: Memo<Reading<DeckData['net']>>
  readonly imports: Memo<Reading<readonly ImportBook[]>>
}

export const createDataMemory = (): DataMemory => ({
  config: createMemo(),
  sources: createMemo(),
  metrics: createMemo(),
  ties: createMemo(),
  figures: createMemo(),
  tables: createMemo(),
  errata: createMemo(),
  waivers: createMemo(),
  approvals: createMemo(),
  published: createMemo(),
  net: createMemo(),
  imports: createMemo(),
})

/** What a file says: its reading is made again only when this is another text, however often the file is read. */
export const contentOf = (file: SourceFile): unknown =>
  file.kind === 'text' ? file.text : file.kind === 'kept' ? file.digest : file.sheets
