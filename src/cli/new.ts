import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { type Command, UsageError } from './command.ts'
import { newDeck } from './new-deck.ts'

/** Makes a small deck that builds. */
export const create: Command = {
  usage: 'new DIR',
  summary: 'make a small deck that builds, to start from',
  options: {},
  positionals: 1,
  async run({ positionals: [folder] }, { cwd, print, printError }) {
    if (folder === undefined) throw new UsageError('missing folder: say where, as in "quarterdeck new my-deck"')
    const root = resolve(cwd, folder)
    if (existsSync(root) && readdirSync(root).length > 0) {
      printError(`unsupported folder "${folder}": it is not empty, and nothing in it was touched`)
      return 1
    }
    for (const [path, content] of Object.entries(newDeck)) {
      const file = join(root, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
    print(`made ${Object.keys(newDeck).length} files in ${relative(cwd, root)}\nnow: npm start -- --root ${folder}`)
    return 0
  },
}
