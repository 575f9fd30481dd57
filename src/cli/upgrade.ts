import { changeText } from './change-text.ts'
import type { Command } from './command.ts'

/** Brings the files of an older deck to the present format. */
export const upgrade: Command = {
  summary: 'show and write what changes in the files of an older deck',
  example: 'upgrade --root ../old-deck',
  takes: [],
  options: { json: { summary: 'print what was changed as JSON: [{path, before, after}]' } },
  async run({ root, flags }, { engine, print, printError, progress }) {
    const { upgradeDeck, UpgradeError } = await import('../project/record/upgrade.ts')
    progress?.('upgrading')
    const upgrades = await upgradeDeck({ root, engine })
      .catch((error: unknown) => {
        if (!(error instanceof UpgradeError)) throw error
        printError(error.message)
      })
      .finally(() => progress?.(''))
    if (!upgrades) return 1
    if (flags.json === true) {
      print(JSON.stringify(upgrades, null, 2))
      return 0
    }
    for (const { path, before, after } of upgrades) print(`${path}\n${changeText(before, after)}\n`)
    print(upgrades.length === 0 ? 'nothing to upgrade' : `upgraded ${upgrades.map(({ path }) => path).join(', ')}`)
    return 0
  },
}
