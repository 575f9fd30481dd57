import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from './commands.ts'
import { run } from './main.ts'
import { commandsPage, commandText } from './usage.ts'

const engine = resolve(import.meta.dirname, '../..')

async function printed(argv: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  const lines: string[] = []
  const print = (text: string): void => void lines.push(text)
  const code = await run(argv, { engine, cache: '/', cwd: '/', env: {}, print, printError: print })
  return { code, out: lines.join('\n') }
}

test('docs/commands.md is what the commands say of themselves', async () => {
  await expect(commandsPage(commands)).toMatchFileSnapshot(join(engine, 'docs/commands.md'))
})

test.each(Object.entries(commands))(
  '%s prints its usage with an example, wherever help is asked',
  async (name, command) => {
    for (const asked of [
      [name, '--help'],
      [name, '-h'],
      [name, '--root', '/nowhere', '-h'],
      ['help', name],
    ])
      expect(await printed(asked)).toEqual({ code: 0, out: commandText(name, command) })
    for (const option of Object.keys(command.options)) expect(commandText(name, command)).toContain(`--${option}`)
    expect(command.example).toMatch(new RegExp(`^${name}( |$)`))
  },
)

test.each(Object.entries(commands))('the example of %s is understood', async (name, { example }) => {
  const { out } = await printed([...example.split(' '), '--no-such-option'])
  expect(out).toContain("Unknown option '--no-such-option'")
  expect(out).toContain(`quarterdeck ${name} --help`)
})

test('a new deck has every command as a script but the one that made it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-scripts-'))
  const world = {
    engine,
    cache: '/',
    cwd: '/',
    env: {},
    print: () => {},
    printError: () => {},
    packEngine: () => 'engine.tgz',
  }
  expect(await run(['new', join(folder, 'deck')], world)).toBe(0)
  const { scripts } = JSON.parse(readFileSync(join(folder, 'deck/package.json'), 'utf8'))
  expect(Object.keys(scripts).sort()).toEqual(
    Object.keys(commands)
      .filter((name) => name !== 'new')
      .sort(),
  )
  rmSync(folder, { recursive: true })
})

test('npm run has every command', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(engine, 'package.json'), 'utf8'),
  )
  for (const name of Object.keys(commands)) expect(scripts[name]).toBe(`node bin/quarterdeck.js ${name}`)
})
