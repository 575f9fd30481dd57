import type { Edition } from '../model/deck.ts'
import type { SoundDeck, Ticks } from '../project/session.ts'
import type { Call, World } from './command.ts'

/** A deck that `build` would make a page of. */
export interface TiedDeck extends SoundDeck {
  readonly ticks: Ticks
}

/**
 * Compiles and ties the deck of a call; what `build` would refuse is printed and there is none. Warnings of the tie-out are left
 * to `check` and `build`: they change nothing that is printed here.
 */
export async function soundDeck(
  { root }: Call,
  edition: Edition,
  { engine, printError, colors, progress }: World,
): Promise<TiedDeck | undefined> {
  const [{ deckSession }, { isError, palette, reportText }, { boundDeck, ticksOf }, { tieOut }, { digest }] =
    await Promise.all([
      import('../project/session.ts'),
      import('../project/report.ts'),
      import('../project/tie.ts'),
      import('../tieout/tie-out.ts'),
      import('../project/record/digest.ts'),
    ])
  progress?.('compiling')
  const { sound, files, diagnostics } = await deckSession({ root, engine, edition }, './').compile()
  const result = sound && tieOut(boundDeck(sound), { files, digest })
  progress?.('')
  const untied = result?.diagnostics.filter(isError) ?? []
  const report = reportText({ files, diagnostics: [...diagnostics, ...untied] }, palette(colors))
  if (report) printError(report)
  return sound && result && untied.length === 0 ? { ...sound, ticks: ticksOf(sound, result) } : undefined
}

/** Ids of the slides that only the presenter edition has, of a deck that compiles. */
export async function hiddenSlides({ root }: Call, { engine }: World): Promise<readonly string[]> {
  const { deckSession } = await import('../project/session.ts')
  const { sound } = await deckSession({ root, engine, edition: 'presenter' }, './').compile()
  return sound?.deck.slides.flatMap(({ id, hidden }) => (hidden ? [id] : [])) ?? []
}
