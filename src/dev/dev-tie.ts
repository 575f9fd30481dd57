import { unmeasuredText } from '../compiler/compile.ts'
import type { DeckError, DeckPatch } from '../model/page-data.ts'
import { pagePatch } from '../project/patch.ts'
import { deckError, isError, type Palette, reportText, unmeasuredLines } from '../project/report.ts'
import type { BuiltDeck, Outcome, Session } from '../project/session.ts'
import { boundDeck, ticksOf } from '../project/tie.ts'
import { tieOut } from '../tieout/tie-out.ts'
import { type Notice, ownError, stackOf } from './messages.ts'

/** The last outcome and the last good deck; a failed compilation does not touch the latter. */
export interface DevState {
  readonly outcome: Outcome | undefined
  readonly good: BuiltDeck | undefined
  readonly revision: number // how many good decks there were
  /** What the last compilation failed with, if it was a failure of our own. */
  readonly failure?: DeckError
}

/** Ties the deck when nobody has saved for a moment, so that no edit waits for it. */
export interface QuietTie {
  readonly soon: () => void
  /** The cards with their ticks, for a page that was served without them. */
  readonly facts: () => DeckPatch | undefined
  /** Errors of the rules in the deck that is shown, if any. */
  readonly errors: () => DeckError | undefined
}

const quiet = 400 // ms

interface Known {
  readonly good: BuiltDeck
  readonly patch: DeckPatch | undefined
  readonly errors: DeckError | undefined
}

interface TieOptions {
  readonly state: () => DevState
  readonly say: (notice: Notice) => void
  readonly colors: Palette
}

/** What the rules find is printed in the terminal, errors over the slide as well; pages get the ticks of their figures. */
export function tieWhenQuiet(session: Session, { state, say, colors }: TieOptions): QuietTie {
  let timer: NodeJS.Timeout | undefined
  let known: Known | undefined
  let printed = ''
  const tie = (): void => {
    const { good, outcome } = state()
    if (!good || !outcome?.sound || known?.good === good) return
    const result = tieOut(boundDeck(good), { files: outcome.files })
    const { files } = outcome
    const { diagnostics } = result
    const errors = diagnostics.some(isError) ? deckError({ files, diagnostics }) : undefined
    const failedBefore = known?.errors !== undefined
    known = { good, patch: pagePatch(good, session.render(good, ticksOf(good, result))), errors }
    if (known.patch) say({ kind: 'send', message: ['deck:patch', known.patch] })
    if (errors) say({ kind: 'send', message: ['deck:error', errors] })
    else if (failedBefore) say({ kind: 'send', message: ['deck:clear', {}] })
    const open = unmeasuredLines(unmeasuredText(good.deck, good.templates))
    const report = [reportText({ files, diagnostics }, colors), ...open].filter(Boolean).join('\n')
    if (report !== printed && report) say({ kind: 'log', level: 'warn', text: report })
    printed = report
  }
  /** A failure of our own is reported; saves are followed all the same. */
  const tieSafely = (): void => {
    try {
      tie()
    } catch (error) {
      say({ kind: 'log', level: 'error', text: stackOf(error) })
      say({ kind: 'send', message: ['deck:error', ownError(error)] })
      const { good } = state()
      if (good) known = { good, patch: undefined, errors: ownError(error) }
    }
  }
  return {
    soon() {
      clearTimeout(timer)
      timer = setTimeout(tieSafely, quiet).unref()
    },
    facts: () => (known && known.good === state().good ? known.patch : undefined),
    errors: () => (known && known.good === state().good ? known.errors : undefined),
  }
}
