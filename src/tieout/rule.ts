import type { WordPatterns } from '../language/word-patterns.ts'
import type { BoundDeck, Slide } from '../model/deck.ts'
import { once } from '../model/memory.ts'
import type { SourceFile } from '../model/source-file.ts'
import type { Digest, PublishedFigure, Ties } from '../model/ties.ts'
import type { DataLedger } from './arithmetic/data-ledger.ts'
import type { Finding, RuleId, Verdict } from './finding.ts'
import { usualHints } from './usual-hints.ts'
import type { Passage, ShownFigure } from './words/passage.ts'

/** A slide with its printed numbers and its running text. */
export interface CheckedSlide {
  readonly slide: Slide
  readonly shown: readonly ShownFigure[]
  readonly passages: readonly Passage[]
}

/** What a rule checks, and what it checks against. */
export interface RuleContext {
  readonly deck: BoundDeck
  readonly ledger: DataLedger
  readonly ties: Ties
  readonly slides: readonly CheckedSlide[]
  /** The slides' texts, for exact places; rules do without where they are not given. */
  readonly files: ReadonlyMap<string, SourceFile>
  /** What earlier editions published, if known. */
  readonly published: readonly PublishedFigure[]
  /** With it the chain of the published record is checked. */
  readonly digest: Digest | undefined
  /** The words by which the deck's language makes claims. */
  readonly words: WordPatterns
}

/** One rule: its permanent id, what it demands in a few words, and its check. */
export interface Rule {
  readonly id: RuleId
  readonly title: string
  readonly check: (context: RuleContext) => readonly Finding[]
}

/** What rules about the data alone look at: the same for both editions of a deck. */
export type DataContext = Pick<RuleContext, 'ledger' | 'ties'>

/** The check of a rule about the data alone: made once, however many editions are checked. */
export function dataCheck(check: (context: DataContext) => readonly Finding[]): Rule['check'] {
  const checks = once((ledger: DataLedger) => once((ties: Ties) => check({ ledger, ties })))
  return ({ ledger, ties }) => checks(ledger)(ties)
}

type Details = Omit<Finding, 'rule' | 'verdict' | 'arithmetic' | 'tolerance' | 'hint'> &
  Partial<Pick<Finding, 'arithmetic' | 'tolerance'>> & { readonly hint?: string | undefined }

/** A finding with the parts that most rules leave empty filled in; what failed always says what to do. */
export function finding(rule: RuleId, verdict: Verdict, { hint: own, ...details }: Details): Finding {
  const hasFailed = verdict === 'error' || verdict === 'warning'
  const hint = own ?? (hasFailed ? usualHints[rule] : undefined)
  return { rule, verdict, arithmetic: '', tolerance: '', ...details, ...(hint === undefined ? {} : { hint }) }
}

/** A finding about one printed number. */
export function findingOf(
  rule: RuleId,
  verdict: Verdict,
  {
    shown,
    ...details
  }: { shown: ShownFigure; facts?: readonly string[] } & Omit<Details, 'facts' | 'place' | 'slide' | 'use'>,
): Finding {
  const { slide, use } = shown
  return finding(rule, verdict, { slide: slide.id, place: use.place, use: use.key, facts: [use.fact], ...details })
}
