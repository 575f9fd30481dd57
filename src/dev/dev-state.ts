import type { BuiltDeck, Outcome, Session } from '../project/session.ts'

/** What the dev server knows: the last outcome, and the pages that browsers may be showing. */
export interface DevState {
  readonly outcome: Outcome | undefined
  /** The last good deck and how many there were; a failed compilation does not touch it. */
  readonly good: BuiltDeck | undefined
  readonly revision: number
}

export function nextState(state: DevState, outcome: Outcome, { render }: Session): DevState {
  const { sound } = outcome
  return sound ? { outcome, good: render(sound), revision: state.revision + 1 } : { ...state, outcome }
}
