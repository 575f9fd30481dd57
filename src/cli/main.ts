import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { suggest } from '../format/suggest.ts'
import { type Call, type Command, UsageError, type World } from './command.ts'
import { commands } from './commands.ts'

function usageText(): string {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length))
  const lines = Object.values(commands).map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`)
  return `quarterdeck <command>\n\n${lines.join('\n')}\n\n  ${'--root DIR'.padEnd(width)}  the deck's folder; the current one when absent`
}

function findCommand(name: string): Command {
  const command = commands[name]
  if (command) return command
  const near = suggest(name, Object.keys(commands))
  throw new UsageError(`unknown command "${name}"${near ? `: did you mean "${near}"?` : ''}`)
}

function parseCall({ options, positionals: allowed }: Command, rest: readonly string[], cwd: string): Call {
  const { values, positionals } = parseArgs({
    args: [...rest],
    options: { ...options, root: { type: 'string' } },
    allowPositionals: true,
    strict: true,
  })
  const extra = positionals[allowed]
  if (extra !== undefined) throw new UsageError(`unknown argument "${extra}"`)
  const flags: Record<string, string | boolean> = {}
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string' || typeof value === 'boolean') flags[name] = value
  return { root: deckFolder(flags.root, cwd), positionals, flags }
}

/** The deck's folder; a mistyped one is told before anything is made there. */
function deckFolder(given: string | boolean | undefined, cwd: string): string {
  const root = resolve(cwd, typeof given === 'string' ? given : '.')
  const stats = statSync(root, { throwIfNoEntry: false })
  if (!stats) throw new UsageError(`missing folder ${root}`)
  if (!stats.isDirectory()) throw new UsageError(`invalid folder ${root}: it is a file`)
  return root
}

const isUsageError = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

/** What the disk refuses (no such file, no permission, no space) is nothing that a stack explains. */
const isSystemError = (error: unknown): error is Error => error instanceof Error && 'syscall' in error

/** Runs a command line and gives the exit code: 0 done, 1 mistakes in the deck, 2 a mistake in the command line. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    world.print(usageText())
    return name === undefined ? 2 : 0
  }
  try {
    const command = findCommand(name)
    return await command.run(parseCall(command, rest, world.cwd), world)
  } catch (error) {
    if (isSystemError(error)) {
      world.printError(error.message)
      return 1
    }
    if (!isUsageError(error)) throw error
    world.printError(`${error.message}\n\n${usageText()}`)
    return 2
  }
}
