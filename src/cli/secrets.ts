import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Call, text, UsageError, type World } from './command.ts'
import { keyFault } from './keys.ts'

/** The text of --passphrase-file; undefined where there is none. No passphrase is an argument: others see those. */
export function filedPassphrase(call: Call, { cwd }: Pick<World, 'cwd'>): string | undefined {
  const file = text(call, 'passphrase-file')
  if (file === undefined) return undefined
  const path = resolve(cwd, file)
  const fault = keyFault(path, call)?.replace('invalid key', 'invalid passphrase file')
  if (fault !== undefined) throw new UsageError(fault)
  return readFileSync(path, 'utf8')
}
