import type { Edition } from '../model/deck.ts'
import type { SoundDeck } from '../vite/session.ts'
import type { Call, World } from './command.ts'

/** Compiles the deck of a call; where it has mistakes they are printed and there is none. */
export async function soundDeck(
  { root }: Call,
  edition: Edition,
  { engine, printError }: World,
): Promise<SoundDeck | undefined> {
  const [{ deckSession }, { reportText }] = await Promise.all([
    import('../vite/session.ts'),
    import('../vite/report.ts'),
  ])
  const outcome = await deckSession({ root, engine, edition }, './').compile()
  const report = reportText(outcome)
  if (report) printError(report)
  return outcome.sound
}
