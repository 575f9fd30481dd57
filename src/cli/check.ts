import type { Command } from './command.ts'

/** Lists everything that is wrong, at once, and builds nothing. */
export const check: Command = {
  usage: 'check [--json]',
  summary: 'list every finding; nothing is built',
  options: { json: { type: 'boolean' } },
  positionals: 0,
  async run(call, { engine, print, printError }) {
    const [{ deckSession }, { countText, reportText }] = await Promise.all([
      import('../vite/session.ts'),
      import('../vite/report.ts'),
    ])
    const outcome = await deckSession({ root: call.root, engine, edition: 'presenter' }, './').compile()
    const { diagnostics, built } = outcome
    if (call.flags.json === true) print(JSON.stringify(diagnostics, null, 2))
    else if (diagnostics.length > 0) printError(reportText(outcome))
    else print(`no findings${built ? ` in ${built.slides.length} slides` : ''}`)
    return built && !countText(diagnostics).includes('error') ? 0 : 1
  },
}
