import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { type Command, UsageError } from './command.ts'
import { newDeck } from './new-deck.ts'

/** What serves the new deck: npm's script in a clone of the engine, the command where the engine is installed. */
function startLine(folder: string, isClone: boolean): string {
  const root = /^[\p{L}\p{N}\p{M}./\\:_-]+$/u.test(folder) ? folder : JSON.stringify(folder)
  return isClone ? `npm start -- --root ${root}` : `npx quarterdeck start --root ${root}`
}

/** Makes a small deck that builds. */
export const create: Command = {
  usage: 'new DIR',
  summary: 'make a small deck that builds, to start from',
  options: {},
  positionals: 1,
  async run({ positionals: [folder] }, { engine, cwd, print, printError }) {
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
    print(
      `made ${Object.keys(newDeck).length} files in ${relative(cwd, root) || '.'}\nnow: ${startLine(folder, cwd === engine)}`,
    )
    return 0
  },
}
