import { importBooks } from '../../compiler/compile.ts'
import { counted, fill } from '../../language/fill.ts'
import type { FiguresTable } from '../../model/page-data.ts'
import { sourceReader } from '../read.ts'
import { writeFiles } from '../roll/write-files.ts'
import {
  type FinanceFile,
  ImportError,
  importChanges,
  type OpenedDeck,
  openedDeck,
  type PreparedImport,
  prepareImport,
  refusalOf,
} from './import.ts'
import { leftOutTexts, tableLines, unchangedCount } from './import-table.ts'

/** Reads finance files again and again for the pages of a deck that is being served, and writes what a reader agreed to. */
export interface LiveImport {
  /** Path patterns of the files that the mapping names, from the deck's folder; none while the data have mistakes. */
  patterns(): Promise<readonly string[]>
  /** The table of what a file would change. Throws an `ImportError` where it cannot be read. */
  read(file: FinanceFile): Promise<FiguresTable>
  /** Writes what was read last, if it still has that id; `why` is the reason for restated figures. Throws an `ImportError`. */
  write(id: number, why: string | undefined): Promise<void>
}

type Reading = { readonly deck: OpenedDeck; readonly prepared: PreparedImport; readonly id: number }

/** The table of an import, with what stands in the way of writing it. */
function tableOf(file: string, { deck, prepared, id }: Reading): FiguresTable {
  const { roll, lists, tag } = deck.data.config.language
  const { live } = roll
  const lines = tableLines(prepared)
  const mistakes = prepared.diagnostics.filter(({ severity }) => severity === 'error')
  const needsReason = lines.some(({ kind }) => kind === 'restated')
  const refusal = refusalOf(prepared, '')
  const texts = leftOutTexts(prepared, ({ text, place }) => `${text} (${place.cell ?? place.line})`, live.more)
  return {
    id,
    title: fill(live.title, { file }),
    heads: live.heads,
    rows: lines.flatMap(({ kind, metric, period, before, after, at }) =>
      kind === 'same' ? [] : [[live.kinds[kind], metric, period, before, after, at]],
    ),
    notes: [
      ...mistakes.map(({ message, hint = '' }) => `${message}: ${hint}`),
      ...(refusal === undefined || mistakes.length > 0 ? [] : [refusal]),
      counted(tag, live.unchanged, unchangedCount(prepared)),
      ...(texts.length === 0 ? [] : [fill(live.leftOut, { texts: texts.join(lists.separator) })]),
    ],
    ...(needsReason && refusal === undefined && { why: live.why }),
    ...(lines.length > 0 && refusal === undefined && { write: live.write }),
    close: live.close,
  }
}

/** Starts with nothing read; files of the deck that have not changed are read once. */
export function liveImport({ root, engine }: { readonly root: string; readonly engine: string }): LiveImport {
  const reader = sourceReader({ root, engine, edition: 'presenter' })
  let known: OpenedDeck | undefined
  let last: Reading | undefined
  let count = 0
  const open = async (): Promise<OpenedDeck> => {
    if (known && !reader.isStale()) return known
    const { files, diagnostics } = await reader.read()
    known = openedDeck(root, files, diagnostics)
    return known
  }
  return {
    async patterns() {
      try {
        const { data, mapping } = await open()
        return importBooks(data, mapping).map((book) => book.file)
      } catch (error) {
        if (error instanceof ImportError) return []
        throw error
      }
    },
    async read(file) {
      const deck = await open()
      last = { deck, prepared: await prepareImport(deck, file), id: ++count }
      return tableOf(file.name, last)
    },
    async write(id, why) {
      if (last?.id !== id) throw new ImportError('nothing written: the file was read again meanwhile')
      const reason = why?.trim() === '' ? undefined : why?.trim()
      writeFiles(root, importChanges(last.deck, last.prepared, reason))
      last = undefined
    },
  }
}
