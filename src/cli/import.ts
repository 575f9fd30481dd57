import { dirname, relative, resolve } from 'node:path'
import pc from 'picocolors'
import { type Command, text, UsageError } from './command.ts'

/** Takes figures from the finance team's files. */
export const importFile: Command = {
  summary: 'show what a file of the finance team changes in the figures, by data/import.yaml (docs/quarter.md)',
  example: 'import ../finance/results-1Q09.xlsx --write',
  takes: ['FILE'],
  options: {
    write: { summary: 'write it: all of it, or nothing' },
    learn: { summary: 'propose an entry of data/import.yaml for the file; with --write add its certain lines' },
    restated: { value: 'WHY', summary: 'figures that older documents state differently are restated, for this reason' },
    document: {
      value: 'ID',
      summary:
        'the document that states them, instead of that of the reporting period; of a filing its accession number',
    },
    json: { summary: 'print the table as JSON' },
  },
  async run(call, { engine, cwd, print, printError, colors }) {
    const [name] = call.positionals
    if (name === undefined) throw new UsageError('missing FILE, such as results.xlsx')
    const [
      { financeFile, ImportError, importChanges, openDeck, prepareImport, sourceOf },
      tables,
      { palette, reportText },
    ] = await Promise.all([
      import('../project/import/import.ts'),
      import('../project/import/import-table.ts'),
      import('../project/report.ts'),
    ])
    try {
      const deck = await openDeck({ root: call.root, engine })
      const path = resolve(cwd, name)
      const file = financeFile(path)
      const write = call.flags.write === true
      if (call.flags.learn === true) {
        const { learnMapping, withLearned } = await import('../project/import/learn.ts')
        const folder = relative(call.root, dirname(path)).replaceAll('\\', '/')
        const learned = learnMapping(await sourceOf(file), deck.data, folder)
        print(learned.text)
        if (write) await writeAll(call.root, [withLearned(deck, learned)])
        if (write) print('written: data/import.yaml')
        return learned.lines > 0 ? 0 : 1
      }
      const prepared = await prepareImport(deck, file, { document: text(call, 'document') })
      const report = reportText({ files: deck.files, diagnostics: prepared.diagnostics }, palette(colors))
      if (report !== '') printError(report)
      if (call.flags.json === true) print(JSON.stringify(tables.tableLines(prepared), null, 2))
      else print(tables.importText(prepared))
      const hasMistakes = prepared.diagnostics.some(({ severity }) => severity === 'error')
      if (!write) {
        print(colors ? pc.dim('nothing written') : 'nothing written')
        return hasMistakes ? 1 : 0
      }
      const changes = importChanges(deck, prepared, text(call, 'restated'))
      await writeAll(call.root, changes)
      print(changes.length === 0 ? 'nothing to write' : `written: ${changes.map(({ path }) => path).join(', ')}`)
      return 0
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      printError(error.message)
      return 1
    }
  },
}

async function writeAll(
  root: string,
  changes: Parameters<typeof import('../project/roll/write-files.ts').writeFiles>[1],
): Promise<void> {
  const { writeFiles } = await import('../project/roll/write-files.ts')
  writeFiles(root, changes)
}
