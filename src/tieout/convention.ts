import type { BoundDeck } from '../model/deck.ts'
import type { Finding } from './finding.ts'

/** How many published changes there are, and how many are what the digits of their figures give. */
export interface Convention {
  readonly published: number
  readonly fromDisplayed: number
  /** What `changes-from` should say instead of what it says; undefined where it is right or nothing can be concluded. */
  readonly proposal: 'displayed' | 'unrounded' | undefined
}

const enough = 8

/**
 * Which convention the published changes follow: where each of them is what the displayed digits give, changes are computed
 * from displayed figures; where one is possible only within their bounds, from unrounded ones.
 */
export function conventionOf(findings: readonly Finding[], { config }: Pick<BoundDeck, 'config'>): Convention {
  const changes = findings.filter(
    ({ rule, verdict, use }) =>
      (rule === 'C1' || rule === 'C2' || rule === 'C5') &&
      use === undefined &&
      verdict !== 'not-checkable' &&
      verdict !== 'error',
  )
  const fromDisplayed = changes.filter(({ verdict }) => verdict === 'ticked').length
  const { changesFrom } = config.numbers
  const follows = fromDisplayed === changes.length ? 'displayed' : 'unrounded'
  const proposal = changes.length >= enough && follows !== changesFrom ? follows : undefined
  return { published: changes.length, fromDisplayed, proposal }
}
