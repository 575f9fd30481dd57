import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { OutputError } from '../build/output.ts'
import { suggest } from '../format/suggest.ts'
import { type Call, type Command, systemFault, UsageError, type World } from './command.ts'
import { commands } from './commands.ts'
import { commandText, commonOptions, overviewText, parsedOptions } from './usage.ts'

/** How every command is used, or one. */
function usageText(name?: string): string {
  return name === undefined ? overviewText(commands) : commandText(name, findCommand(name))
}

/** The command that a line asks the usage of, null for that of all, undefined where it asks for none. */
function helpAsked([name, ...rest]: readonly string[]): string | null | undefined {
  if (name === 'help' || name === '--help' || name === '-h') return rest[0] ?? null
  const end = rest.indexOf('--')
  const options = end < 0 ? rest : rest.slice(0, end)
  return options.includes('--help') || options.includes('-h') ? name : undefined
}

function findCommand(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command) return command
  const near = suggest(name, Object.keys(commands))
  throw new UsageError(`unknown command "${name}"${near ? `: did you mean "${near}"?` : ''}`)
}

function parseCall({ options, takes }: Command, rest: readonly string[], cwd: string): Call {
  const { values, positionals: given } = parseArgs({
    args: [...rest],
    options: parsedOptions({ ...commonOptions, ...options }),
    allowPositionals: true,
    strict: true,
  })
  const positionals = takes.length === 1 && takes[0] === 'PERIOD' ? joinedPeriod(given) : given
  const extra = positionals[takes.length]
  if (extra !== undefined)
    throw new UsageError(
      `unknown argument "${extra}"${takes.length === 0 ? '' : ': what has a blank in it stands in quotes'}`,
    )
  const flags: Record<string, string | boolean> = {}
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string' || typeof value === 'boolean') flags[name] = value
  return { root: deckFolder(flags.root, cwd), positionals, flags }
}

/** "Q4 FY20" is a period whether or not somebody put it in quotes. */
const joinedPeriod = (given: readonly string[]): readonly string[] =>
  given.length === 2 && /^[QH]\d$/i.test(given[0] ?? '') && /^(?:FY)?\d+$/i.test(given[1] ?? '')
    ? [given.join(' ')]
    : given

/** The deck's folder; a mistyped one is reported before anything is made there. */
function deckFolder(given: string | boolean | undefined, cwd: string): string {
  const root = resolve(cwd, typeof given === 'string' ? given : '.')
  const stats = statSync(root, { throwIfNoEntry: false })
  if (!stats) throw new UsageError(`missing folder ${root}`)
  if (!stats.isDirectory()) throw new UsageError(`invalid folder ${root}: it is a file`)
  return root
}

/** What is wrong with a command line, in a line; undefined for other errors. Of Node's own messages the advice stays out. */
function usageFault(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message
  const isParse = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  return isParse ? error.message.replace(/\.\s.*$/s, '') : undefined
}

/** Runs a command line and gives the exit code: 0 done, 1 mistakes in the deck, 2 a mistake in the command line. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined) {
    world.print(usageText())
    return 2
  }
  try {
    const asked = helpAsked(argv)
    if (asked !== undefined) {
      world.print(usageText(asked ?? undefined))
      return 0
    }
    const command = findCommand(name)
    return await command.run(parseCall(command, rest, world.cwd), world)
  } catch (error) {
    const refusal = error instanceof OutputError ? error.message : systemFault(error)
    if (refusal !== undefined) {
      world.printError(refusal)
      return 1
    }
    const fault = usageFault(error)
    if (fault === undefined) throw error
    world.printError(
      `${fault}\nquarterdeck ${Object.hasOwn(commands, name) ? `${name} ` : ''}--help shows how it is used`,
    )
    return 2
  }
}
