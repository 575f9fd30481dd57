import type { ParseArgsConfig } from 'node:util'
import { type Command, noBrowser, type Option } from './command.ts'

/** What every command takes. */
export const commonOptions: Readonly<Record<string, Option>> = {
  root: { value: 'DIR', summary: "the deck's folder; the current one when absent" },
  help: { summary: 'show how the command is used; -h as well' },
}

/** What the exit code of each command says. */
const exitCodes: Readonly<Record<number, string>> = {
  0: 'done',
  1: 'mistakes in the deck, or something that the system refuses: nothing was built or written',
  2: 'a mistake in the command line',
  [noBrowser]: 'made, but for what needs a browser, since there is none: PDF and pictures',
}

const written = (name: string, { value }: Option): string => `--${name}${value === undefined ? '' : ` ${value}`}`

/** "build [--edition public|presenter] [--out DIR]" */
function usageLine(name: string, { takes, options }: Command): string {
  const own = Object.entries(options).map(([option, text]) => `[${written(option, text)}]`)
  return [name, ...takes, ...own].join(' ')
}

type Row = readonly [left: string, right: string]

function rowsText(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}

const optionRows = (options: Command['options']): readonly Row[] =>
  Object.entries(options).map(([name, option]) => [written(name, option), option.summary])

const exitRows: readonly Row[] = Object.entries(exitCodes)

/** How one command is used. */
export const commandText = (name: string, command: Command): string =>
  [
    `quarterdeck ${usageLine(name, command)}`,
    `  ${command.summary}`,
    rowsText([...optionRows(command.options), ...optionRows(commonOptions)]),
    `  for example: quarterdeck ${command.example}`,
  ].join('\n\n')

/** Every command in a line, and what they have in common. */
export const overviewText = (commands: Readonly<Record<string, Command>>): string =>
  [
    'quarterdeck COMMAND',
    rowsText(Object.entries(commands).map(([name, command]) => [[name, ...command.takes].join(' '), command.summary])),
    rowsText(optionRows(commonOptions)),
    `exit code:\n${rowsText(exitRows)}`,
    'quarterdeck COMMAND --help shows its options and an example.',
  ].join('\n\n')

/** docs/commands.md: the same as the commands' own help. */
export function commandsPage(commands: Readonly<Record<string, Command>>): string {
  const sections = Object.entries(commands).map(
    ([name, command]) => `## ${name}\n\`\`\`\n${commandText(name, command)}\n\`\`\`\n`,
  )
  return `# Commands
Written from the commands' own help (\`npx vitest run src/cli/usage.test.ts -u\`), which \`--help\` or \`-h\` after any of them prints.
\`npx quarterdeck COMMAND …\` and \`npm run COMMAND -- …\` are the same; for a script, \`npm run --silent COMMAND -- … --json\` prints JSON alone.
What is found goes to the error stream, except from \`check\`, whose findings are what it prints.

| exit code | says |
|---|---|
${exitRows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

${sections.join('\n')}`
}

/** The options of a command as Node parses them. */
export const parsedOptions = (options: Command['options']): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' }]),
  )
