import { type Command, edition, UsageError } from './command.ts'
import { soundDeck } from './deck.ts'

/** Lists where a fact or a metric is printed. */
export const where: Command = {
  summary: 'list every spot that prints a figure or a number that hangs on it (of the presenter edition unless asked)',
  example: 'where revenue.total@FY24',
  takes: ['FACT|METRIC'],
  options: {
    edition: { value: 'public|presenter', summary: 'the presenter edition unless asked' },
    json: { summary: 'print the list as JSON' },
  },
  async run(call, world) {
    const [name] = call.positionals
    if (name === undefined) throw new UsageError('missing fact or metric, e.g. where revenue.total@FY08')
    const sound = await soundDeck(call, edition(call, 'presenter'), world)
    if (!sound) return 1
    const [{ findOccurrences, occurrencesText }, { boundDeck }] = await Promise.all([
      import('../export/occurrences.ts'),
      import('../project/tie.ts'),
    ])
    const deck = boundDeck(sound)
    const found = findOccurrences(deck, name)
    if ('nearest' in found) {
      const near = found.nearest === undefined ? '' : `: did you mean "${found.nearest}"?`
      throw new UsageError(`unknown fact or metric "${name}"${near}`)
    }
    world.print(call.flags.json === true ? JSON.stringify(found, null, 2) : occurrencesText(found, deck))
    return 0
  },
}
