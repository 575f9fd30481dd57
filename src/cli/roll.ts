import { changeText } from './change-text.ts'
import { type Command, text, UsageError } from './command.ts'

/** Makes a deck ready for the next period of its rhythm. */
export const roll: Command = {
  summary: 'move the deck on to its next period and list what is left to do (roll.md)',
  example: 'roll 1Q09 --date 2009-08-12',
  takes: ['PERIOD'],
  options: {
    date: { value: 'ISO', summary: 'the day that the deck then speaks from' },
    relative: { summary: 'first write periods that can be relative as such; alone, only that' },
    'dry-run': { summary: 'print, and write nothing' },
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
    for (const { path, before = '', after } of rolled.changes)
      if (path.startsWith('slides/')) print(`${path}\n${changeText(before, after)}\n`)
    if (rolled.text !== '') print(rolled.text)
    if (call.flags['dry-run'] === true) {
      print('nothing written')
      return 0
    }
    writeFiles(call.root, rolled.changes)
    print(
      rolled.changes.length === 0
        ? 'nothing to change'
        : `written: ${rolled.changes.map(({ path }) => path).join(', ')}`,
    )
    return 0
  },
}
