import { endOf } from '../../format/calendar.ts'
import { civilDate, dayNumber, parseIsoDate } from '../../format/civil.ts'
import { fiscalPlace, lastMonthOf } from '../../format/fiscal.ts'
import { monthOf } from '../../language/word-patterns.ts'
import type { BoundDeck } from '../../model/deck.ts'
import type { Period } from '../../model/period.ts'
import type { Place, SourceFile } from '../../model/source-file.ts'
import { ruleContext } from '../../tieout/tie-out.ts'
import { directionClaims } from '../../tieout/words/direction.ts'
import type { WordMatch } from '../../tieout/words/matches/text-pool.ts'
import { clauseAt, matchesIn, ownText, type Passage } from '../../tieout/words/passage.ts'
import { typedLabels } from '../../tieout/words/typed-periods.ts'
import { placeOf } from '../../tieout/words/word-place.ts'
import { wordedPeriods } from '../../tieout/words/worded-periods.ts'
import { fixedPeriods } from './fixed-periods.ts'
import type { Step } from './next-period.ts'

/** Words of a slide that somebody has to look at after a roll. */
export interface Wording {
  readonly kind: 'names' | 'claims' | 'fixed'
  readonly place: Place
  readonly words: string
}

interface Reading {
  readonly step: Step
  readonly context: ReturnType<typeof ruleContext>
}

/** Whether a period had ended with the old deck, so that a word for it is likely a leftover. */
const isOver = (period: Period, { from }: Step): boolean => lastMonthOf(period) <= lastMonthOf(from)

/** "March 31, 2009", "March 2009": a day that the old deck reported or spoke on. */
function isOldDate({ groups: [month = '', day, year] }: WordMatch, { step, context }: Reading): boolean {
  const number = monthOf(context.words.claims, month)
  if (number === 0) return false
  const at = dayNumber({ year: Number(year), month: number, day: Number(day ?? 1) })
  const { day: end } = endOf(step.from)
  const today = parseIsoDate(step.fromDate) ?? end
  const monthStart = dayNumber({ ...civilDate(end), day: 1 })
  return at >= monthStart && at <= today
}

/** Old periods that the author's own words of a passage name: labels, parts of a year, days. */
function oldNames(passage: Passage, reading: Reading): readonly WordMatch[] {
  const { step, context } = reading
  const { words, deck } = context
  const { calendar } = deck.config
  const ofStep = fiscalPlace(step.from.start, calendar).offset / step.from.months
  const labels = typedLabels(passage, calendar).filter(({ period }) => period && isOver(period, step))
  const parts = wordedPeriods(passage, words, calendar, true).filter(({ spans, part }) =>
    spans.length > 0
      ? spans.every((span) => isOver(span, step))
      : part.months === step.from.months && part.index === ofStep,
  )
  const dates = matchesIn(passage, words.date, true).filter((match) => isOldDate(match, reading))
  return [...labels, ...parts.map(({ match }) => match), ...dates]
}

/** Words that say which way something went, or how it ranks, with no change beside them that the tie-out would hold them against. */
function claimWords(passage: Passage, { context: { words } }: Reading): readonly WordMatch[] {
  const found = [
    ...directionClaims(passage, words)
      .filter(({ word, relation }) => word.certain && relation !== 'change' && relation !== 'pair') // those the rules hold against it
      .map(({ word }) => word),
    ...[words.highest, words.lowest, words.consecutive, words.everyStep, words.accelerated, words.slowed]
      .filter(({ flags }) => flags.includes('g'))
      .flatMap((pattern) => matchesIn(passage, pattern)),
    ...matchesIn(passage, words.factor),
  ]
  return found.filter(({ start }) => {
    const clause = clauseAt(passage, start, words)
    const text = ownText(passage, clause.start, clause.end)
    return !words.future.test(text) && !words.targets.test(text)
  })
}

/** The line of a place, as its author finds it. */
function lineAt({ path, line }: Place, { context }: Reading): string {
  const file = context.files.get(path)
  return (file?.kind === 'text' ? file.text.split('\n')[line - 1] : undefined)?.trim() ?? ''
}

const shortened = (text: string): string => (text.length <= 120 ? text : `${text.slice(0, 119)}…`)

function ofPassage(passage: Passage, reading: Reading): readonly Wording[] {
  const { files } = reading.context
  const isWritten = (word: WordMatch): boolean =>
    lineAt(placeOf(passage, word, files), reading)
      .replace(/\[\[|\]\]/g, '')
      .includes(word.text)
  const names = oldNames(passage, reading).filter(isWritten) // not what a layout, table or label of data/ adds
  const claims = claimWords(passage, reading).filter(isWritten)
  const [name] = names
  const [claim] = claims
  return [
    ...(name
      ? [
          {
            kind: 'names' as const,
            place: placeOf(passage, name, files),
            words: names.map(({ text }) => text).join(', '),
          },
        ]
      : []),
    ...(claim
      ? [
          {
            kind: 'claims' as const,
            place: placeOf(passage, claim, files),
            words: shortened(lineAt(placeOf(passage, claim, files), reading)),
          },
        ]
      : []),
  ]
}

/** Periods that a slide still names by themselves and that are over. */
function fixedOnes(
  { path, text }: { readonly path: string; readonly text: string },
  { step, context }: Reading,
): readonly Wording[] {
  return fixedPeriods(text, context.deck.config)
    .filter(({ period, text: name }) => isOver(period, step) && !/^[QH]\d(?:[+-]\d+)?$/.test(name))
    .map(({ text: words, line }) => ({ kind: 'fixed', place: { path, line, column: 1 }, words }))
}

/** What words of a rolled deck name an old period or claim what new figures must bear out; slides that are historical keep theirs. */
export function wordingsOf(deck: BoundDeck, step: Step, files: readonly SourceFile[]): readonly Wording[] {
  const reading: Reading = { step, context: ruleContext(deck, { files }) }
  const current = reading.context.slides.filter(({ slide }) => !slide.historical)
  const paths = new Set(current.map(({ slide }) => slide.place.path))
  const fixed = files.flatMap((file) => (file.kind === 'text' && paths.has(file.path) ? fixedOnes(file, reading) : []))
  return [
    ...current.flatMap(({ passages }) => passages.flatMap((passage) => ofPassage(passage, reading))),
    ...fixed,
  ].sort((a, b) => (a.place.path < b.place.path ? -1 : a.place.path > b.place.path ? 1 : a.place.line - b.place.line))
}
