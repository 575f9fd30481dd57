import { dataBook, databookCsv, databookFile, databookJson } from '../export/databook/databook.ts'
import type { TickTable } from '../export/databook/tick-workbook.ts'
import type { SourceFile } from '../model/source-file.ts'
import type { Project } from '../project/project.ts'
import { digest } from '../project/record/digest.ts'
import { stampOfDeck } from '../project/record/stamp.ts'
import type { BuiltDeck } from '../project/session.ts'
import { boundDeck } from '../project/tie.ts'
import { tickList } from '../tieout/report/tick-list.ts'
import { tieOut } from '../tieout/tie-out.ts'
import type { HandoutFile } from './manifest.ts'

interface BookOptions {
  readonly id: string
  readonly date: string // ISO day that the workbook says it is of
  readonly project: Project
  readonly files: readonly SourceFile[]
}

/** The tie-out list of the presenter edition; it names no commit, so that the same files give the same bytes. */
function ticksOf(built: BuiltDeck, { project, files }: BookOptions): TickTable | undefined {
  if (built.disclosed.deck.edition === 'public') return undefined
  const deck = boundDeck(built)
  return tickList(deck, tieOut(deck, { files, digest }), {
    ...stampOfDeck(files, built.html, project.engine),
    commit: null,
  })
}

/** The data book as .xlsx, .csv and .json. */
export function databookFiles(built: BuiltDeck, options: BookOptions): readonly HandoutFile[] {
  const { id, date } = options
  const input = { deck: built.disclosed.deck, data: built.evidence.data, facts: built.evidence.facts }
  const book = dataBook(input, ticksOf(built, options))
  return [
    { name: `${id}.xlsx`, content: databookFile({ ...book, workbook: { ...book.workbook, date } }) },
    { name: `${id}.csv`, content: Buffer.from(databookCsv(book)) },
    { name: `${id}.json`, content: Buffer.from(databookJson(book, input)) },
  ]
}
