import { lastMonthOf } from '../../../format/fiscal.ts'
import type { BoundDeck } from '../../../model/deck.ts'
import type { Period } from '../../../model/period.ts'
import type { Place, SourceFile } from '../../../model/source-file.ts'
import { ruleContext } from '../../../tieout/tie-out.ts'
import { directionClaims } from '../../../tieout/words/direction.ts'
import type { WordMatch } from '../../../tieout/words/matches/text-pool.ts'
import { clauseAt, matchesIn, ownText, type Passage } from '../../../tieout/words/passage.ts'
import { oldNames } from '../../../tieout/words/stale/old-names.ts'
import { placeOf } from '../../../tieout/words/word-place.ts'
import type { Step } from '../next-period.ts'
import { fixedPeriods } from './fixed-periods.ts'
import { guidanceHeads } from './guidance-heads.ts'
import { type TimelyKind, timelyKinds, timelyWords } from './timely-words.ts'

/** Words of a slide that somebody has to look at after a roll. */
export interface Wording {
  readonly kind: 'names' | 'claims' | 'fixed' | 'heads' | TimelyKind
  readonly place: Place
  readonly words: string
}

interface Reading {
  readonly step: Step
  readonly context: ReturnType<typeof ruleContext>
}

/** Whether a period had ended with the old deck, so that a word for it is likely a leftover. */
const isOver = (period: Period, { from }: Step): boolean => lastMonthOf(period) <= lastMonthOf(from)

const oldMatches = (passage: Passage, { step, context: { words, deck } }: Reading): readonly WordMatch[] =>
  oldNames(passage, { period: step.from, date: step.fromDate }, { words, calendar: deck.config.calendar }).map(
    ({ match }) => match,
  )

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

/** Kinds whose line says more than the words that were found. */
const byLine: ReadonlySet<Wording['kind']> = new Set(['claims', 'guidance', 'came'])

/** What a passage has of one kind, as one entry at the first of its words. */
function entryOf(
  passage: Passage,
  kind: Wording['kind'],
  matches: readonly WordMatch[],
  reading: Reading,
): readonly Wording[] {
  const { files } = reading.context
  const lineOf = (word: WordMatch): string => lineAt(placeOf(passage, word, files), reading)
  const written = matches.filter((word) =>
    lineOf(word)
      .replace(/\[\[|\]\]/g, '')
      .includes(word.text),
  ) // not what a layout, table or label of data/ adds
  const [first] = written
  if (!first) return []
  const words = byLine.has(kind) ? shortened(lineOf(first)) : written.map(({ text }) => text).join(', ')
  return [{ kind, place: placeOf(passage, first, files), words }]
}

function ofPassage(passage: Passage, reading: Reading): readonly Wording[] {
  const { step, context } = reading
  const timely = timelyWords(passage, { step, words: context.words, calendar: context.deck.config.calendar })
  const entries: readonly Wording[] = [
    ...entryOf(passage, 'names', oldMatches(passage, reading), reading),
    ...timelyKinds.flatMap((kind) => entryOf(passage, kind, timely[kind], reading)),
  ]
  return [
    ...entries,
    ...(entries.some(({ kind }) => kind === 'guidance')
      ? []
      : entryOf(passage, 'claims', claimWords(passage, reading), reading)),
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

/** Heads of guidance tables that say "New" of what an older deck said. */
function oldHeads(
  { path, text }: { readonly path: string; readonly text: string },
  { step, context: { deck } }: Reading,
): readonly Wording[] {
  const { oldGuidance, newGuidance } = deck.config.language.tables
  return guidanceHeads(text, deck.data, step).map(({ line, scenario }) => ({
    kind: 'heads',
    place: { path, line, column: 1 },
    words: `${oldGuidance}, ${newGuidance} (${scenario})`,
  }))
}

/** What words of a rolled deck name an old period or claim what new figures must confirm; slides that are historical keep theirs. */
export function wordingsOf(deck: BoundDeck, step: Step, files: readonly SourceFile[]): readonly Wording[] {
  const reading: Reading = { step, context: ruleContext(deck, { files }) }
  const current = reading.context.slides.filter(({ slide }) => !slide.historical)
  const paths = new Set(current.map(({ slide }) => slide.place.path))
  const sources = files.flatMap((file) => (file.kind === 'text' && paths.has(file.path) ? [file] : []))
  return [
    ...current.flatMap(({ passages }) => passages.flatMap((passage) => ofPassage(passage, reading))),
    ...sources.flatMap((file) => [...fixedOnes(file, reading), ...oldHeads(file, reading)]),
  ].sort((a, b) => (a.place.path < b.place.path ? -1 : a.place.path > b.place.path ? 1 : a.place.line - b.place.line))
}
