import { basename, join, relative, resolve, sep } from 'node:path'
import type { Built } from '../build/build.ts'
import { type OutputKind, outputFault, realTarget } from '../build/output.ts'
import type { UnmeasuredLayout } from '../compiler/compile.ts'
import type { CardOnly } from '../compiler/resolve/disclosure/disclosed-deck.ts'
import type { Edition } from '../model/deck.ts'
import { type Command, edition, engineFault, systemFault, text, UsageError, type World } from './command.ts'

const isWithin = (inner: string, outer: string): boolean => {
  const [first = ''] = relative(outer, inner).split(sep)
  return first !== '..' && !/^([A-Za-z]:|[\\/])/.test(first)
}

/** Why a build may not take the place of what is there: it would delete it. */
export function outFolderFault(root: string, out: string, kind: OutputKind = 'build'): string | undefined {
  const target = realTarget(out)
  if (isWithin(realTarget(root), target)) return `invalid --out ${out}: the deck itself is in it`
  for (const name of ['slides', 'data', 'templates', 'public'])
    if (isWithin(target, realTarget(join(root, name)))) return `invalid --out ${out}: it is in ${name}/ of the deck`
  const fault = outputFault(out, kind)
  return fault === undefined ? undefined : `invalid --out ${out}: ${fault}`
}

const folders: Readonly<Record<Edition, string>> = { public: 'dist', presenter: 'dist-presenter' }

const countOf = (slides: number): string => `${slides} slide${slides === 1 ? '' : 's'}`

/** What below "Note:" no reader sees: said each time, since a footnote may begin with that word. */
export const notesLine = (slides: number, asked: Edition): string | undefined =>
  slides === 0
    ? undefined
    : `speaker notes on ${countOf(slides)}${asked === 'public' ? ', left out of this edition' : ''}`

/** What readers learn from cards and from no slide: said of each public build, since nobody sees it on the slides. */
function cardsLines(cardsOnly: readonly CardOnly[], isListed: boolean): readonly string[] {
  if (cardsOnly.length === 0) return []
  const unprinted = cardsOnly.filter(({ printed }) => printed === null).length
  const finer = cardsOnly.length - unprinted
  const parts = [
    ...(unprinted > 0 ? [`${unprinted} figure${unprinted === 1 ? '' : 's'} that no slide prints`] : []),
    ...(finer > 0 ? [`more digits of ${finer} printed one${finer === 1 ? '' : 's'}`] : []),
  ]
  const line = `cards disclose ${parts.join(' and ')}${isListed ? ':' : ' (--disclosed lists them)'}`
  if (!isListed) return [line]
  return [
    line,
    ...cardsOnly.map(({ fact, metric, period, value, printed, because }) => {
      const beside = printed === null ? '' : `, printed as ${printed}`
      return `  ${metric} ${period}: ${value}${beside} (${because}; ${fact})`
    }),
  ]
}

/** Builds one edition, wholly or not at all. */
export const build: Command = {
  summary: 'build dist/ (public: no notes, no hidden slides) or dist-presenter/',
  example: 'build --edition presenter',
  takes: [],
  options: {
    edition: { value: 'public|presenter', summary: 'the public edition unless asked' },
    out: { value: 'DIR', summary: 'where to, instead of dist/ or dist-presenter/' },
    draft: { summary: 'a draft, while figures are missing: dist-draft/, with the gaps marked and counted' },
    disclosed: { summary: 'list what readers learn from cards and from no slide' },
    json: { summary: 'print what was built, what cards disclose and all findings as JSON' },
  },
  async run(call, world) {
    const asked = edition(call, 'public')
    const given = text(call, 'out')
    const isDraft = call.flags.draft === true
    const folder = isDraft ? 'dist-draft' : folders[asked]
    const out = given === undefined ? resolve(call.root, folder) : resolve(world.cwd, given)
    const fault = outFolderFault(call.root, out)
    if (fault !== undefined) throw new UsageError(fault)
    const misplaced = engineFault(world.engine)
    if (misplaced !== undefined) {
      world.printError(`${misplaced}\n${nothingBuilt(out)}`)
      return 1
    }
    const { buildDeck } = await import('../build/build.ts')
    const project = {
      root: call.root,
      engine: world.engine,
      edition: asked,
      ...(isDraft && { draft: 'always' as const }),
    }
    const building = buildDeck(project, { out, cache: world.cache, step: world.progress })
    const outcome = await building
      .finally(() => world.progress?.(''))
      .catch((error: unknown) => {
        const refusal = systemFault(error)
        if (refusal === undefined) throw error
        world.printError(`${refusal}\n${nothingBuilt(out)}`)
      })
    if (!outcome) return 1
    const result = { outcome, asked, out, unmeasured: await unmeasuredIn(outcome) }
    if (call.flags.json === true) world.print(JSON.stringify(jsonOf(result), null, 2))
    else await printResult(result, world, call.flags.disclosed === true)
    return outcome.built ? 0 : 1
  },
}

interface Result {
  readonly outcome: Built
  readonly asked: Edition
  readonly out: string
  readonly unmeasured: readonly UnmeasuredLayout[]
}

/** Where text of what was built may be too long without a word. */
async function unmeasuredIn({ built }: Built): Promise<readonly UnmeasuredLayout[]> {
  const { unmeasuredText } = await import('../compiler/compile.ts')
  return built ? unmeasuredText(built.deck, built.templates) : []
}

const nothingBuilt = (out: string): string => `nothing built: ${basename(out)}/ is as it was`

/** What was built, for scripts. */
const jsonOf = ({ outcome: { built, diagnostics, slidesWithNotes }, asked, out, unmeasured }: Result): unknown => ({
  edition: asked,
  out,
  slides: built ? built.slides.length : null, // null: nothing was built
  slidesWithNotes,
  disclosed: built?.disclosed.cardsOnly ?? [],
  unmeasured,
  diagnostics,
})

/** How many findings of a draft a terminal shows: most of them are about what is not there yet. */
const mostOfDraft = 10

/** What is printed of a draft: errors first, each in a line, without the gaps, which are counted. */
async function draftLines({ diagnostics, sound }: Built): Promise<readonly string[]> {
  const { isGap } = await import('../compiler/compile.ts')
  const gap = sound?.evidence.config.language.slides.gap ?? ''
  const open = diagnostics.filter((one) => !isGap(one) && (gap === '' || !one.message.includes(gap)))
  const errors = open.filter(({ severity }) => severity === 'error')
  const shown = [...errors, ...open.filter(({ severity }) => severity !== 'error')].slice(0, mostOfDraft)
  const rest = open.length - shown.length
  return [
    ...shown.map(({ severity, code, place, message }) => `${severity}[${code}] ${place.path}:${place.line} ${message}`),
    ...(rest > 0 ? [`and ${rest} more findings, which "quarterdeck check" lists once the figures are there`] : []),
    ...(errors.length > 0
      ? [`${errors.length} error${errors.length === 1 ? '' : 's'}, which a draft shows and a public build refuses`]
      : []),
  ]
}

/** The findings come last where nothing was built: they are what is to be read. */
async function printResult(
  { outcome, asked, out, unmeasured }: Result,
  { print, printError, colors }: World,
  isListed: boolean,
): Promise<void> {
  const { palette, reportText, unmeasuredLines } = await import('../project/report.ts')
  const report = reportText(outcome, palette(colors))
  for (const warning of outcome.warnings) printError(warning)
  if (!outcome.built) {
    printError(nothingBuilt(out))
    if (report) printError(report)
    return
  }
  const { slides, disclosed, draft } = outcome.built
  if (draft === undefined) {
    if (report) printError(report)
  } else for (const line of await draftLines(outcome)) printError(line)
  print(`built ${countOf(slides.length)} into ${basename(out)}/ in ${Math.round(process.uptime() * 1000)} ms`)
  for (const { slide, when } of outcome.leftOut) print(`left out: ${slide} (when: ${when})`)
  for (const line of unmeasuredLines(unmeasured)) print(line)
  if (draft !== undefined)
    print(`a draft: ${draft} figure${draft === 1 ? ' is' : 's are'} missing; "quarterdeck check" lists them`)
  const notes = notesLine(outcome.slidesWithNotes, asked)
  if (notes !== undefined) print(notes)
  for (const line of cardsLines(disclosed.cardsOnly, isListed)) print(line)
}
