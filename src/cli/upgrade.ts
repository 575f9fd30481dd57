import { changeText } from './change-text.ts'
import type { Command } from './command.ts'

/** Brings the files of an older deck to the present format. */
export const upgrade: Command = {
  summary: 'show and write what changes in the files of an older deck',
  example: 'upgrade --root ../old-deck',
  takes: [],
  options: {},
  async run({ root }, { engine, print, printError }) {
    const { upgradeDeck, UpgradeError } = await import('../project/record/upgrade.ts')
    const upgrades = await upgradeDeck({ root, engine }).catch((error: unknown) => {
      if (!(error instanceof UpgradeError)) throw error
      printError(error.message)
    })
    if (!upgrades) return 1
    for (const { path, before, after } of upgrades) print(`${path}\n${changeText(before, after)}\n`)
    print(upgrades.length === 0 ? 'nothing to upgrade' : `upgraded ${upgrades.map(({ path }) => path).join(', ')}`)
    return 0
  },
}
