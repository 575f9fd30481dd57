import { existsSync, writeFileSync } from 'node:fs'
import { basename, relative, resolve } from 'node:path'
import { type Call, type Command, UsageError } from './command.ts'

/** A key never lies where it could be published, or committed with the deck. */
export function keyFault(path: string, { root }: Pick<Call, 'root'>): string | undefined {
  const way = relative(root, path)
  const isInside = way !== '' && !/^\.\.(?:[\\/]|$)/.test(way) && !/^([A-Za-z]:|[\\/])/.test(way)
  return isInside ? `invalid key ${basename(path)}: keep it outside the deck's folder` : undefined
}

/** Makes the keys of `site --sign` and `verify --key`. */
export const keys: Command = {
  summary: 'make a pair of keys: NAME.pem signs a site, NAME.pub.pem verifies it',
  example: 'keys ../keys/ir',
  takes: ['NAME'],
  options: {},
  async run(call, { cwd, print }) {
    const [name] = call.positionals
    if (name === undefined) throw new UsageError('missing NAME, the path of the keys without ".pem"')
    const [secret, open] = ['.pem', '.pub.pem'].map((end) => resolve(cwd, `${name}${end}`))
    if (secret === undefined || open === undefined) return 1
    const fault = keyFault(secret, call)
    if (fault !== undefined) throw new UsageError(fault)
    for (const path of [secret, open])
      if (existsSync(path))
        throw new UsageError(`invalid name ${name}: ${basename(path)} is there already, and no key is overwritten`)
    const { newKeys } = await import('../site/keys.ts')
    const { privateKey, publicKey } = newKeys()
    writeFileSync(secret, privateKey, { mode: 0o600, flag: 'wx' })
    writeFileSync(open, publicKey, { flag: 'wx' })
    print(
      `made ${basename(secret)}, which signs (keep it to yourself), and ${basename(open)}, which verifies (give it away)`,
    )
    return 0
  },
}
