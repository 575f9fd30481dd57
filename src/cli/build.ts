import { basename, resolve } from 'node:path'
import type { Edition } from '../model/deck.ts'
import { type Command, edition, text, UsageError } from './command.ts'
import { outFolderFault } from './out-folder.ts'

const folders: Readonly<Record<Edition, string>> = { public: 'dist', presenter: 'dist-presenter' }

/** Builds one edition, wholly or not at all. */
export const build: Command = {
  usage: 'build [--edition public|presenter] [--out DIR]',
  summary: 'build dist/ (public: no notes, no hidden slides) or dist-presenter/',
  options: { edition: { type: 'string' }, out: { type: 'string' } },
  positionals: 0,
  async run(call, { engine, cache, cwd, print, printError, colors }) {
    const asked = edition(call, 'public')
    const given = text(call, 'out')
    const out = given === undefined ? resolve(call.root, folders[asked]) : resolve(cwd, given)
    const fault = outFolderFault(call.root, out)
    if (fault !== undefined) throw new UsageError(fault)
    const [{ buildDeck }, { palette, reportText }] = await Promise.all([
      import('../build/build.ts'),
      import('../project/report.ts'),
    ])
    const outcome = await buildDeck({ root: call.root, engine, edition: asked }, { out, cache })
    const report = reportText(outcome, palette(colors))
    for (const warning of outcome.warnings) printError(warning)
    if (report) printError(report)
    if (!outcome.built) {
      printError(`nothing built: ${basename(out)}/ is as it was`)
      return 1
    }
    const { length } = outcome.built.slides
    print(
      `built ${length} slide${length === 1 ? '' : 's'} into ${basename(out)}/ in ${Math.round(process.uptime() * 1000)} ms`,
    )
    return 0
  },
}
