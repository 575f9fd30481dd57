import type { BoundDeck } from '../model/deck.ts'
import type { TieOut } from '../tieout/check.ts'
import type { Outcome, SoundDeck } from '../vite/session.ts'
import type { Call, Command, World } from './command.ts'
import { text } from './command.ts'

/** The documented schema of the tie-out report; without a deck there is nothing in it but the diagnostics. */
async function jsonReport(
  { sound, diagnostics }: Outcome,
  result: TieOut | undefined,
  bound: (sound: SoundDeck) => BoundDeck,
) {
  if (!sound || !result) return { deck: null, counts: null, findings: [], diagnostics, errata: [] }
  const { reportJson } = await import('../tieout/report-json.ts')
  return { ...reportJson(bound(sound), result), diagnostics }
}

async function checkDeck({ root, flags }: Call, { engine, print, printError }: World): Promise<number> {
  const [session, tie, report, ties] = await Promise.all([
    import('../vite/session.ts'),
    import('../vite/tie.ts'),
    import('../vite/report.ts'),
    import('../tieout/report-text.ts'),
  ])
  const project = { root, engine, edition: 'presenter' } as const
  const own = session.deckSession(project, './')
  const compiled = await own.compile()
  const { outcome, result } = tie.tieDeck(compiled, own)
  if (flags.json === true) print(JSON.stringify(await jsonReport(outcome, result, tie.boundDeck), null, 2))
  else {
    if (compiled.diagnostics.length > 0) printError(report.reportText(compiled))
    if (compiled.sound && result)
      print(
        ties.reportText(tie.boundDeck(compiled.sound), result, { all: flags.all === true, paint: report.paintVerdict }),
      )
  }
  const hasFailed = outcome.diagnostics.some(report.isError)
  if (flags.publish !== true) return hasFailed ? 1 : 0
  const { publish } = await import('../vite/publish.ts')
  const kept = hasFailed ? undefined : await publish({ root, engine })
  printError(kept ?? 'nothing published: the errors come first')
  return kept === undefined ? 1 : 0
}

/** Reads a presentation written elsewhere and ties it with itself and with the data. */
async function checkText(file: string, { root }: Call, { engine, cwd, print }: World): Promise<number> {
  const [{ auditFile }, { isError }] = await Promise.all([import('../vite/audit-file.ts'), import('../vite/report.ts')])
  const { report, diagnostics } = await auditFile(file, { cwd, project: { root, engine, edition: 'presenter' } })
  print(report)
  return diagnostics.some(isError) ? 1 : 0
}

/** Lists everything that is wrong, at once, and builds nothing. */
export const check: Command = {
  usage: 'check [--json] [--all] [--publish] [--text FILE]',
  summary: 'list every finding; --publish: keep the public figures; --text: of a text written elsewhere',
  options: {
    json: { type: 'boolean' },
    all: { type: 'boolean' },
    publish: { type: 'boolean' },
    text: { type: 'string' },
  },
  positionals: 0,
  run(call, world) {
    const file = text(call, 'text')
    return file === undefined ? checkDeck(call, world) : checkText(file, call, world)
  },
}
