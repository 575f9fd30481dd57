import { factNamer } from '../format/fact-names.ts'
import type { BoundDeck } from '../model/deck.ts'
import { tickLines } from '../tieout/report/figure-ticks.ts'
import { reportFiles } from '../tieout/report/report-html.ts'
import { type TieOut, tieOut } from '../tieout/tie-out.ts'
import { isError } from './report.ts'
import type { BuiltDeck, Outcome, Session, SoundDeck, Ticks } from './session.ts'

/** A waiver may excuse what stands in the notes: only the edition that has them can say that it excuses nothing. */
export const unusedWaiver = 'W1'

/** An outcome after the rules have looked at it; without a deck there is nothing to look at. */
export interface Tied {
  readonly outcome: Outcome
  readonly result: TieOut | undefined
  /** The page, where neither compiler nor rules found an error. */
  readonly built: BuiltDeck | undefined
}

/** A deck with the numbers behind it, as the rules take it. */
export const boundDeck = ({ deck, evidence }: Pick<SoundDeck, 'deck' | 'evidence'>): BoundDeck => ({
  ...evidence,
  slides: deck.slides,
})

/** What ticked each figure, in a reader's words; ticks whose arithmetic shows a figure that no slide shows stay out. */
export function ticksOf({ evidence }: SoundDeck, { findings }: TieOut): Ticks {
  const { facts, data } = evidence
  const shown = findings.filter((finding) => finding.facts.every((id) => facts.has(id)))
  const lines = tickLines(shown, data.config.language)
  const named = factNamer(facts, data)
  return new Map([...lines].map(([id, ticks]) => [id, ticks.map(named)]))
}

/** Ties every figure and claim: errors leave no page, like those of the compiler. */
export function tieDeck(outcome: Outcome, session: Session): Tied {
  const { sound, files } = outcome
  if (!sound) return { outcome, result: undefined, built: undefined }
  const { edition } = session.project
  const deck = boundDeck(sound)
  const result = tieOut(deck, { files })
  const found = result.diagnostics.filter(({ code }) => edition === 'presenter' || code !== unusedWaiver)
  const tied = { ...outcome, diagnostics: [...outcome.diagnostics, ...found] }
  if (result.diagnostics.some(isError)) return { outcome: tied, result, built: undefined }
  const built = session.render(sound, ticksOf(sound, result))
  const further = edition === 'presenter' ? reportFiles(deck, result) : []
  return { outcome: tied, result, built: { ...built, further } }
}
