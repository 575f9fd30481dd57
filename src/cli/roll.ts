import type { Rolled } from '../project/roll/roll.ts'
import { changeText } from './change-text.ts'
import { type Command, text, UsageError, type World } from './command.ts'

/** What changes, by file, and what is left to do, for scripts. */
const jsonOf = ({ changes, lists }: Rolled, written: boolean): unknown => ({
  written,
  changes: changes.map(({ path, before = null, after }) => ({ path, before, after })),
  left: lists ?? null, // null: only periods became relative
})

function printRoll({ changes, text: left }: Rolled, isWritten: boolean, print: World['print']): void {
  for (const { path, before = '', after } of changes)
    if (path.startsWith('slides/')) print(`${path}\n${changeText(before, after)}\n`)
  if (left !== '') print(left)
  const paths = changes.map(({ path }) => path).join(', ')
  print(!isWritten ? 'nothing written' : changes.length === 0 ? 'nothing to change' : `written: ${paths}`)
}

/** Makes a deck ready for the next period of its rhythm. */
export const roll: Command = {
  summary: 'move the deck on to its next period and list what is left to do (roll.md)',
  example: 'roll 1Q09 --date 2009-08-12',
  takes: ['PERIOD'],
  options: {
    date: { value: 'ISO', summary: 'the day that the deck then speaks from' },
    relative: { summary: 'first write periods that can be relative as such; alone, only that' },
    'dry-run': { summary: 'print, and write nothing' },
    json: { summary: 'print what changes and what is left to do as JSON' },
  },
  async run(call, { engine, print, printError }) {
    const [period] = call.positionals
    const date = text(call, 'date')
    const relative = call.flags.relative === true
    if (period === undefined && !relative) throw new UsageError('missing PERIOD, such as 1Q09')
    if (period !== undefined && date === undefined)
      throw new UsageError('missing --date, the day that the deck speaks from')
    if (period === undefined && date !== undefined) throw new UsageError('missing PERIOD that --date belongs to')
    const [{ rollDeck }, { RollError }, { writeFiles }] = await Promise.all([
      import('../project/roll/roll.ts'),
      import('../project/roll/next-period.ts'),
      import('../project/roll/write-files.ts'),
    ])
    const project = { root: call.root, engine }
    const to = period === undefined || date === undefined ? undefined : { period, date }
    const rolled = await rollDeck({ project, to, relative }).catch((error: unknown) => {
      if (!(error instanceof RollError)) throw error
      printError(error.message)
    })
    if (!rolled) return 1
    const isWritten = call.flags['dry-run'] !== true
    if (isWritten) writeFiles(call.root, rolled.changes)
    if (call.flags.json === true) print(JSON.stringify(jsonOf(rolled, isWritten), null, 2))
    else printRoll(rolled, isWritten, print)
    return 0
  },
}
