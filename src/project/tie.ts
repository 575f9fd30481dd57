import { factNamer } from '../format/fact-names.ts'
import { counted } from '../language/fill.ts'
import type { Language } from '../language/language.ts'
import type { BoundDeck } from '../model/deck.ts'
import type { Fact } from '../model/fact.ts'
import type { NetFigure } from '../tieout/net.ts'
import { tickLines } from '../tieout/report/figure-ticks.ts'
import { reportFiles } from '../tieout/report/report-html.ts'
import { type TieOut, tieOut } from '../tieout/tie-out.ts'
import { digest } from './record/digest.ts'
import { stampOfDeck } from './record/stamp.ts'
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

/** Rules that hold a deck against its own record: a public page says nothing of them, so that publishing changes none of its bytes. */
const ofRecord: ReadonlySet<string> = new Set(['P3', 'N2', 'N3', 'W1'])

/** How a figure is held, as the first line of its card's ticks. */
function holdLine({ hold, others }: NetFigure, fact: Fact | undefined, { tag, report }: Language): readonly string[] {
  const words = report.net
  const isComputed = fact !== undefined && fact.inputs.length > 0
  if (hold === 'untied') return [words.untied]
  if (hold === 'source-only') return [isComputed ? words.computedSourceOnly : words.sourceOnly]
  return [isComputed ? words.computed : counted(tag, words.tied, others)]
}

/** What ticked each figure, in a reader's words; ticks whose arithmetic shows what readers may not know stay out. */
export function ticksOf({ deck, disclosed, evidence }: SoundDeck, { findings, net }: TieOut): Ticks {
  const { facts, data } = evidence
  const isPublic = deck.edition === 'public'
  const shown = findings.filter(
    (finding) =>
      finding.facts.every((id) => facts.has(id)) &&
      !(isPublic && ofRecord.has(finding.rule)) &&
      (finding.arithmetic === '' || finding.facts.every(disclosed.isDisclosed)),
  )
  const lines = tickLines(shown, data.config.language, { withReasons: !isPublic })
  const named = factNamer(facts, data)
  const held = new Map(
    net.figures.map((figure) => [figure.fact, holdLine(figure, facts.get(figure.fact), data.config.language)]),
  )
  const ids = new Set([...held.keys(), ...lines.keys()])
  return new Map([...ids].map((id) => [id, [...(held.get(id) ?? []), ...(lines.get(id) ?? []).map(named)]]))
}

/** Ties every figure and claim: errors leave no page, like those of the compiler, unless the deck is a draft. */
export function tieDeck(outcome: Outcome, session: Session): Tied {
  const { sound, files } = outcome
  if (!sound) return { outcome, result: undefined, built: undefined }
  const { edition } = session.project
  const deck = boundDeck(sound)
  const result = tieOut(deck, { files, digest })
  const found = result.diagnostics.filter(({ code }) => edition === 'presenter' || code !== unusedWaiver)
  const tied = { ...outcome, diagnostics: [...outcome.diagnostics, ...found] }
  if (sound.draft === undefined && result.diagnostics.some(isError)) return { outcome: tied, result, built: undefined }
  const built = session.render(sound, ticksOf(sound, result))
  const further =
    edition === 'presenter' ? reportFiles(deck, result, stampOfDeck(files, built.html, session.project.engine)) : []
  return { outcome: tied, result, built: { ...built, further } }
}
