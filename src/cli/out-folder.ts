import { readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const isWithin = (inner: string, outer: string): boolean => {
  const [first = ''] = relative(outer, inner).split(sep)
  return first !== '..' && !/^([A-Za-z]:|[\\/])/.test(first)
}

/** What a folder holds that was built before; anything else is somebody's work. */
const built = ['index.html', 'assets']

/** Why a build may not take the place of what is there: it would delete it. */
export function outFolderFault(root: string, out: string): string | undefined {
  if (isWithin(root, out)) return `invalid --out ${out}: the deck itself is in it`
  for (const name of ['slides', 'data', 'templates', 'public'])
    if (isWithin(out, join(root, name))) return `invalid --out ${out}: it is in ${name}/ of the deck`
  const stats = statSync(out, { throwIfNoEntry: false })
  if (!stats) return undefined
  if (!stats.isDirectory()) return `invalid --out ${out}: there is a file of that name`
  const names = readdirSync(out).filter((name) => !name.startsWith('.'))
  if (names.length === 0 || built.every((name) => names.includes(name))) return undefined
  return `invalid --out ${out}: it holds files that no build made; take an empty folder, or remove them`
}
