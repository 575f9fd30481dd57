import type { ViteDevServer } from 'vite'
import type { DeckError, DeckPatch } from '../model/patch.ts'
import { tieOut } from '../tieout/check.ts'
import type { DevState } from './dev-state.ts'
import { pagePatch } from './patch.ts'
import { deckError, isError, reportText } from './report.ts'
import type { BuiltDeck } from './session.ts'
import { tickedFacts } from './tie.ts'

/** Ties the deck when nobody has saved for a moment, so that no edit waits for it. */
export interface QuietTie {
  readonly soon: () => void
  /** The cards with their ticks, for a page that was served without them. */
  readonly facts: () => DeckPatch | undefined
  /** Errors of the rules in the deck that is shown, if any. */
  readonly errors: () => DeckError | undefined
}

const quiet = 400 // ms

function factsPatch(good: BuiltDeck, facts: string): DeckPatch | undefined {
  return pagePatch(good, { ...good, facts })
}

interface Known {
  readonly good: BuiltDeck
  readonly patch: DeckPatch | undefined
  readonly errors: DeckError | undefined
}

/** What the rules find is told in the terminal, its errors over the slide as well; pages get the ticks of their figures. */
export function tieWhenQuiet(server: ViteDevServer, state: () => DevState): QuietTie {
  let timer: NodeJS.Timeout | undefined
  let known: Known | undefined
  let told = ''
  const tie = (): void => {
    const { good, outcome } = state()
    if (!good || !outcome?.built || known?.good === good) return
    const result = tieOut(good.deck, { files: outcome.files })
    const { files } = outcome
    const { diagnostics } = result
    const errors = diagnostics.some(isError) ? deckError({ files, diagnostics }) : undefined
    const failedBefore = known?.errors !== undefined
    known = { good, patch: factsPatch(good, tickedFacts(good, result)), errors }
    if (known.patch) server.ws.send('deck:patch', known.patch)
    if (errors) server.ws.send('deck:error', errors)
    else if (failedBefore) server.ws.send('deck:clear', {})
    const report = reportText({ files, diagnostics })
    if (report !== told && report) server.config.logger.warn(report, { timestamp: true })
    told = report
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
