import { lastMonthOf } from '../../../format/fiscal.ts'
import type { Period } from '../../../model/period.ts'
import type { Finding } from '../../finding.ts'
import { type CheckedSlide, finding, type RuleContext } from '../../rule.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import { clauseAt, ownText, type Passage, readPassage } from '../passage.ts'
import { placeOf } from '../word-place.ts'
import { type OldEdition, type OldName, oldNames } from './old-names.ts'

const headings: ReadonlySet<Passage['region']> = new Set(['title', 'subtitle', 'chart', 'table', 'tile'])

/** Whether words stand over a slide or a part of it: a period there says what all below is of. */
export const isHeading = ({ region }: Passage): boolean => headings.has(region)

const isOfData = ({ pieces }: Passage, { start, end }: WordMatch): boolean =>
  pieces.some((piece) => piece.kind === 'data' && piece.start < end && start < piece.end)

/** Whether the clause of some words prints a figure of the old period, compares with it, or names it by a placeholder. */
function isBorneOut(passage: Passage, { match }: OldName, old: OldEdition, { words }: RuleContext): boolean {
  const clause = clauseAt(passage, match.start, words)
  if (words.subjects.beforeOlderPeriod.test(ownText(passage, clause.start, match.start))) return true
  const isOld = (period: Period): boolean => lastMonthOf(period) === lastMonthOf(old.period)
  return passage.pieces.some((piece) => {
    if (piece.start < clause.start || piece.end > clause.end) return false
    if (piece.kind === 'period') return piece.period !== undefined && isOld(piece.period)
    if (piece.kind !== 'figure') return false
    const { period, comparator } = piece.shown.fact
    return isOld(period) || (comparator !== undefined && isOld(comparator.period))
  })
}

/** Old names of a passage that nothing beside them confirms. */
export function leftoverNames(passage: Passage, context: RuleContext): readonly OldName[] {
  const { words, deck } = context
  const { calendar, rolledFrom: old } = deck.config
  if (!old || passage.slide.historical) return []
  return oldNames(passage, old, { words, calendar }).filter(
    (name) => name.isEnding && !isBorneOut(passage, name, old, context),
  )
}

/** Labels of data/ may name a period by itself: a plan, a programme. */
const isCertain = (passage: Passage, { match, isReported }: OldName): boolean =>
  isReported && isHeading(passage) && !isOfData(passage, match)

/**
 * "Results of the third quarter" in a deck that was rolled on to the fourth: an error where it heads something and names the
 * period that the old deck reported, else a warning.
 */
export function rolledWords({ slide, passages }: CheckedSlide, context: RuleContext): readonly Finding[] {
  const { files, deck } = context
  const { rolledFrom: old, reportingPeriod } = deck.config
  if (!old) return []
  return passages.flatMap((passage) =>
    leftoverNames(passage, context).map((name) =>
      finding('P2', isCertain(passage, name) ? 'error' : 'warning', {
        ...{ slide: slide.id, place: placeOf(passage, name.match, files), facts: [] },
        message: `invalid period "${name.match.text}": left from the deck of ${old.period.label}; this one reports ${reportingPeriod.label}`,
        hint: 'Write it anew, with {{period "Q" style="long"}} so that it rolls on; what is about the past is [[marked as text]], or its slide historical: true.',
      }),
    ),
  )
}

const settingsPath = 'data/deck.yaml'

/** The deck's own title, which cover, tab and previews print, as if it headed the first slide. */
export function titledDeck({ deck, slides, files }: RuleContext): CheckedSlide | undefined {
  const [first] = slides
  const [like] = first?.passages ?? []
  if (!first || !like) return undefined
  const { title, calendar } = deck.config
  const file = files.get(settingsPath)
  const lines = file?.kind === 'text' ? file.text.split('\n') : []
  const line = Math.max(1, lines.findIndex((text) => text.startsWith('title:')) + 1)
  const run = { region: 'title' as const, parts: [title], place: { path: settingsPath, line, column: 1 } }
  const { pool, metrics } = like
  const passage = readPassage({ slide: first.slide, run, shown: new Map(), calendar, pool, metrics })
  return { ...first, passages: [passage] }
}
