import { readdirSync, statSync } from 'node:fs'
import { basename, join, relative, resolve, sep } from 'node:path'
import type { Edition } from '../model/deck.ts'
import { type Command, edition, text, UsageError } from './command.ts'

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

const folders: Readonly<Record<Edition, string>> = { public: 'dist', presenter: 'dist-presenter' }

/** Builds one edition, wholly or not at all. */
export const build: Command = {
  usage: 'build [--edition public|presenter] [--out DIR]',
  summary: 'build dist/ (public: no notes, no hidden slides) or dist-presenter/',
  options: { edition: { type: 'string' }, out: { type: 'string' } },
  positionals: 0,
  async run(call, { engine, cache, cwd, print, printError, colors }) {
    const asked = edition(call, 'public')
    const given = text(call, 'out')
    const out = given === undefined ? resolve(call.root, folders[asked]) : resolve(cwd, given)
    const fault = outFolderFault(call.root, out)
    if (fault !== undefined) throw new UsageError(fault)
    const [{ buildDeck }, { palette, reportText }] = await Promise.all([
      import('../build/build.ts'),
      import('../project/report.ts'),
    ])
    const outcome = await buildDeck({ root: call.root, engine, edition: asked }, { out, cache })
    const report = reportText(outcome, palette(colors))
    for (const warning of outcome.warnings) printError(warning)
    if (report) printError(report)
    if (!outcome.built) {
      printError(`nothing built: ${basename(out)}/ is as it was`)
      return 1
    }
    const { length } = outcome.built.slides
    print(
      `built ${length} slide${length === 1 ? '' : 's'} into ${basename(out)}/ in ${Math.round(process.uptime() * 1000)} ms`,
    )
    return 0
  },
}
