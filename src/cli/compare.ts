import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import pc from 'picocolors'
import { type Call, type Command, text, UsageError, type World } from './command.ts'

/** Says what changed between two decks. */
export const compare: Command = {
  summary: 'say what changed between two decks: figures first, then slide by slide',
  example: 'compare HEAD~1 .',
  takes: ['OLD', 'NEW'],
  options: {
    json: { summary: 'as JSON' },
    against: {
      value: 'FILE',
      summary: 'instead of an older deck, a release: what its text says and the deck does not',
    },
    html: { value: 'FILE', summary: 'also a page with both versions of each slide as drawn, side by side' },
  },
  async run(call, world) {
    const release = text(call, 'against')
    if (release !== undefined) return compareWithRelease(release, call, world)
    const [oldName, newName = '.'] = call.positionals
    if (oldName === undefined) throw new UsageError('missing OLD: a folder with a deck, or a revision of this one')
    const [{ placeOfDeck, readCompared, NoDeckError }, { compareDecks }, report, { palette, reportText, isError }] =
      await Promise.all([
        import('../project/compared/compared-deck.ts'),
        import('../compare/compare-decks.ts'),
        import('../compare/report-text.ts'),
        import('../project/report.ts'),
      ])
    const places: ReturnType<typeof placeOfDeck>[] = []
    try {
      for (const name of [oldName, newName]) places.push(placeOfDeck(name, { cwd: world.cwd, root: call.root }))
      world.progress?.('reading both decks')
      const roots = places.map(({ root }) => root)
      const read = await readCompared(roots, world.engine).finally(() => world.progress?.(''))
      for (const [at, { compared, diagnostics, files, missing }] of read.entries()) {
        const name = at === 0 ? oldName : newName
        if (missing > 0) world.printError(`${name} is a draft: ${missing} figures are missing in it`)
        if (!compared)
          world.printError(
            `${name} has mistakes:\n${reportText({ files, diagnostics: diagnostics.filter(isError) }, palette(world.colors))}`,
          )
      }
      const [before, after] = read.map((each, at) => ({ ...each, root: places[at]?.root ?? '' }))
      if (!before?.compared || !after?.compared) return 1
      const comparison = compareDecks(before.compared, after.compared)
      const page = text(call, 'html')
      if (page !== undefined) {
        world.progress?.('drawing the slides')
        const { comparePage } = await import('../project/compared/compare-page.ts')
        const made = await comparePage(comparison, { old: before, next: after, engine: world.engine })
        world.progress?.('')
        writeFileSync(resolve(world.cwd, page), made)
      }
      const paint = world.colors ? { gone: pc.red, new: pc.green } : report.signs
      world.print(
        call.flags.json === true ? JSON.stringify(comparison, null, 2) : report.compareText(comparison, paint),
      )
      return 0
    } catch (error) {
      if (!(error instanceof NoDeckError)) throw error
      world.printError(error.message)
      return 1
    } finally {
      for (const { end } of places) end()
    }
  },
}

/** Holds the text of a release against the data and slides of a deck, by the text audit. */
async function compareWithRelease(
  file: string,
  call: Call,
  { cwd, engine, print, printError }: World,
): Promise<number> {
  if (call.flags.html !== undefined) throw new UsageError('unsupported --html with --against: a release has no slides')
  const [{ placeOfDeck, NoDeckError }, { againstRelease, releaseText }] = await Promise.all([
    import('../project/compared/compared-deck.ts'),
    import('../project/compared/against-release.ts'),
  ])
  try {
    const { root, end } = placeOfDeck(call.positionals[0] ?? call.root, { cwd, root: call.root })
    const found = await againstRelease(resolve(cwd, file), { root, engine }).finally(end)
    print(call.flags.json === true ? JSON.stringify(found, null, 2) : releaseText(found))
    return found.checked > 0 && found.contradicted.length === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof NoDeckError)) throw error
    printError(error.message)
    return 1
  }
}
