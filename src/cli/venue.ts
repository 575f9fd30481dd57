import { basename, join, resolve } from 'node:path'
import { outFolderFault } from './build.ts'
import { type Command, noBrowser, text, UsageError } from './command.ts'

export const venue: Command = {
  summary: 'make one zip for the stage: offline file, PDF, PowerPoint, the notes, and how to use them',
  example: 'venue --out ../stick',
  takes: [],
  options: { out: { value: 'DIR', summary: 'where to, instead of dist-handouts/venue/' } },
  async run(call, { engine, cache, cwd, env, print, printError, colors }) {
    const given = text(call, 'out')
    const out = given === undefined ? join(call.root, 'dist-handouts', 'venue') : resolve(cwd, given)
    const fault = outFolderFault(call.root, out)
    if (fault !== undefined) throw new UsageError(fault)
    const [{ makeVenueKit }, { palette, reportText }] = await Promise.all([
      import('../handouts/venue.ts'),
      import('../project/report.ts'),
    ])
    const project = { root: call.root, engine, edition: 'public' } as const
    const { kit, build, lacksBrowser } = await makeVenueKit({ project, out, cache, env, progress: print })
    for (const warning of build.warnings) printError(warning)
    if (!kit) {
      printError(reportText(build, palette(colors)))
      printError('nothing made: the errors come first')
      return 1
    }
    print(
      `${kit.name}, ${Math.ceil(kit.content.length / 1000).toLocaleString('en')} kB, in ${given === undefined ? 'dist-handouts/venue' : basename(out)}/`,
    )
    if (!lacksBrowser) return 0
    printError('missing browser: install Chrome, Chromium or Edge, or name one in CHROMIUM; the kit has no PDF')
    return noBrowser
  },
}
