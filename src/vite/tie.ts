import { factNamer } from '../compiler/render/fact-names.ts'
import type { FactCards } from '../compiler/render/payload.ts'
import { type TieOut, tieOut } from '../tieout/check.ts'
import { reportFiles } from '../tieout/report-html.ts'
import { tickLines } from '../tieout/ticks.ts'
import type { Project } from './project.ts'
import { isError } from './report.ts'
import type { BuiltDeck, Outcome } from './session.ts'

/** A waiver may excuse what stands in the notes: only the edition that has them can say that it excuses nothing. */
const unusedWaiver = 'W1'

/** An outcome after the rules have looked at it; without a deck there is nothing to look at. */
export interface Tied {
  readonly outcome: Outcome
  readonly result: TieOut | undefined
}

/** The cards with what ticked each figure; ticks whose arithmetic shows a figure that no slide shows stay out. */
export function tickedFacts({ deck, facts: json }: BuiltDeck, { findings }: TieOut): string {
  const shown = findings.filter((finding) => finding.facts.every((id) => deck.facts.has(id)))
  const lines = tickLines(shown, deck.config.language)
  const named = factNamer(deck.facts, deck.data)
  const { documents, facts }: FactCards = JSON.parse(json) ?? { documents: [], facts: {} }
  const ticked = Object.entries(facts).map(([id, card]) => {
    const ticks = lines.get(id)?.map(named) ?? []
    return [id, ticks.length > 0 ? { ...card, ticks } : card]
  })
  return JSON.stringify({ documents, facts: Object.fromEntries(ticked) })
}

function withTicks(built: BuiltDeck, result: TieOut, { edition }: Project): BuiltDeck {
  const facts = tickedFacts(built, result)
  const { from, to } = built.assets.replace(built.factsAddress, facts)
  const readdressed = (text: string): string => text.replaceAll(from, to)
  return {
    ...built,
    facts,
    factsAddress: to,
    html: readdressed(built.html),
    page: readdressed(built.page),
    further: edition === 'presenter' ? reportFiles(built.deck, result) : [],
  }
}

/** Ties every figure and claim: errors leave no deck, like those of the compiler. */
export function tieDeck(outcome: Outcome, project: Project): Tied {
  const { built, files } = outcome
  if (!built) return { outcome, result: undefined }
  const result = tieOut(built.deck, { files })
  const found = result.diagnostics.filter(({ code }) => project.edition === 'presenter' || code !== unusedWaiver)
  const diagnostics = [...outcome.diagnostics, ...found]
  const tied = result.diagnostics.some(isError) ? undefined : withTicks(built, result, project)
  return { outcome: { files, diagnostics, built: tied }, result }
}
