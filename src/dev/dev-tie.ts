import type { ViteDevServer } from 'vite'
import type { DeckError, DeckPatch } from '../model/page-data.ts'
import { pagePatch } from '../project/patch.ts'
import { deckError, isError, reportText, terminal } from '../project/report.ts'
import type { BuiltDeck, Session } from '../project/session.ts'
import { boundDeck, ticksOf } from '../project/tie.ts'
import { tieOut } from '../tieout/tie-out.ts'
import type { DevState } from './dev-state.ts'

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

/** What the rules find is printed in the terminal, errors over the slide as well; pages get the ticks of their figures. */
export function tieWhenQuiet(server: ViteDevServer, session: Session, state: () => DevState): QuietTie {
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
    if (known.patch) server.ws.send('deck:patch', known.patch)
    if (errors) server.ws.send('deck:error', errors)
    else if (failedBefore) server.ws.send('deck:clear', {})
    const report = reportText({ files, diagnostics }, terminal)
    if (report !== printed && report) server.config.logger.warn(report, { timestamp: true })
    printed = report
  }
  return {
    soon() {
      clearTimeout(timer)
      timer = setTimeout(tie, quiet).unref()
    },
    facts: () => (known && known.good === state().good ? known.patch : undefined),
    errors: () => (known && known.good === state().good ? known.errors : undefined),
  }
}
