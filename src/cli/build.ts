import { basename, join, relative, resolve, sep } from 'node:path'
import { outputFault } from '../build/output.ts'
import type { Edition } from '../model/deck.ts'
import { type Command, edition, systemFault, text, UsageError } from './command.ts'

const isWithin = (inner: string, outer: string): boolean => {
  const [first = ''] = relative(outer, inner).split(sep)
  return first !== '..' && !/^([A-Za-z]:|[\\/])/.test(first)
}

/** Why a build may not take the place of what is there: it would delete it. */
export function outFolderFault(root: string, out: string): string | undefined {
  if (isWithin(root, out)) return `invalid --out ${out}: the deck itself is in it`
  for (const name of ['slides', 'data', 'templates', 'public'])
    if (isWithin(out, join(root, name))) return `invalid --out ${out}: it is in ${name}/ of the deck`
  const fault = outputFault(out)
  return fault === undefined ? undefined : `invalid --out ${out}: ${fault}`
}

const folders: Readonly<Record<Edition, string>> = { public: 'dist', presenter: 'dist-presenter' }

const countOf = (slides: number): string => `${slides} slide${slides === 1 ? '' : 's'}`

/** What below "Note:" no reader sees: said each time, since a footnote may begin with that word. */
export const notesLine = (slides: number, asked: Edition): string | undefined =>
  slides === 0
    ? undefined
    : `speaker notes on ${countOf(slides)}${asked === 'public' ? ', left out of this edition' : ''}`

/** Builds one edition, wholly or not at all. */
export const build: Command = {
  usage: 'build [--edition public|presenter] [--draft] [--out DIR]',
  summary:
    'build dist/ (public: no notes, no hidden slides) or dist-presenter/; --draft: dist-draft/, with gaps marked',
  options: { edition: { type: 'string' }, draft: { type: 'boolean' }, out: { type: 'string' } },
  positionals: 0,
  async run(call, { engine, cache, cwd, print, printError, colors }) {
    const asked = edition(call, 'public')
    const given = text(call, 'out')
    const isDraft = call.flags.draft === true
    const folder = isDraft ? 'dist-draft' : folders[asked]
    const out = given === undefined ? resolve(call.root, folder) : resolve(cwd, given)
    const fault = outFolderFault(call.root, out)
    if (fault !== undefined) throw new UsageError(fault)
    const [{ buildDeck }, { palette, reportText }] = await Promise.all([
      import('../build/build.ts'),
      import('../project/report.ts'),
    ])
    const nothing = `nothing built: ${basename(out)}/ is as it was`
    const building = buildDeck(
      { root: call.root, engine, edition: asked, ...(isDraft && { draft: 'always' as const }) },
      { out, cache },
    )
    const outcome = await building.catch((error: unknown) => {
      const refusal = systemFault(error)
      if (refusal === undefined) throw error
      printError(`${refusal}\n${nothing}`)
    })
    if (!outcome) return 1
    const report = reportText(outcome, palette(colors))
    for (const warning of outcome.warnings) printError(warning)
    if (report) printError(report)
    if (!outcome.built) {
      printError(nothing)
      return 1
    }
    print(
      `built ${countOf(outcome.built.slides.length)} into ${basename(out)}/ in ${Math.round(process.uptime() * 1000)} ms`,
    )
    for (const { slide, when } of outcome.leftOut) print(`left out: ${slide} (when: ${when})`)
    if (outcome.built.draft !== undefined) print(`a draft: ${outcome.built.draft} figures are missing`)
    const notes = notesLine(outcome.slidesWithNotes, asked)
    if (notes !== undefined) print(notes)
    return 0
  },
}
