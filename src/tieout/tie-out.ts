import { compileWords } from '../language/word-patterns.ts'
import type { BoundDeck, Slide } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/source-file.ts'
import type { Digest, PublishedFigure } from '../model/ties.ts'
import { openLedger } from './arithmetic/data-ledger.ts'
import { countVerdicts, type Finding, toDiagnostic, type VerdictCounts } from './finding.ts'
import { missingTies } from './held-ties.ts'
import { type Net, netFindings, netOf } from './net.ts'
import type { CheckedSlide, RuleContext } from './rule.ts'
import { rules } from './rules.ts'
import { applyWaivers } from './waivers.ts'
import { poolOf, type TextPool } from './words/matches/text-pool.ts'
import { readPassage, type ShownFigure } from './words/passage.ts'
import { textRunsOf } from './words/text-runs.ts'

export interface TieOutOptions {
  /** The deck's texts: with them, findings about words have their exact line and column. */
  readonly files?: readonly SourceFile[]
  /** Figures as earlier editions published them, for rule P3; else those of data/published.csv. */
  readonly published?: readonly PublishedFigure[]
  /** Makes the digests of the published record, whose chain is not checked without it. */
  readonly digest?: Digest
}

export interface TieOut {
  /** Every application of every rule, by rule and then as the data and slides have it. */
  readonly findings: readonly Finding[]
  /** Errors and warnings among them. */
  readonly diagnostics: readonly Diagnostic[]
  readonly counts: VerdictCounts
  /** How every printed figure is held. */
  readonly net: Net
}

function checkedSlide(slide: Slide, deck: BoundDeck, pool: TextPool): CheckedSlide {
  const shown = slide.uses.flatMap((use): readonly ShownFigure[] => {
    const fact = deck.facts.get(use.fact)
    return fact ? [{ slide, use, fact }] : []
  })
  const byKey = new Map(shown.map((item) => [item.use.key, item]))
  const { calendar } = deck.config
  const { metrics } = deck.data
  const passages = textRunsOf(slide).map((run) => readPassage({ slide, run, shown: byKey, calendar, pool, metrics }))
  return { slide, shown, passages }
}

/** What the rules look at, made once for a deck. */
export function ruleContext(deck: BoundDeck, { files, published, digest }: TieOutOptions = {}): RuleContext {
  const words = compileWords(deck.config.language.claims)
  const pool = poolOf(words)
  return {
    deck,
    ledger: openLedger(deck.data),
    ties: deck.data.ties,
    slides: deck.slides.map((slide) => checkedSlide(slide, deck, pool)),
    files: new Map(files?.map((file) => [file.path, file])),
    published: published ?? deck.data.published,
    digest,
    words,
  }
}

/** Applies every rule to a deck. Pure; an error in the result is a deck that must not be published. */
export function tieOut(deck: BoundDeck, options: TieOutOptions = {}): TieOut {
  const context = ruleContext(deck, options)
  const found = rules.flatMap((rule) => rule.check(context))
  const stored = context.ledger.statements.filter(({ status }) => status === 'published' || status === 'restated')
  const net = netOf(deck, new Set(stored.map(({ fact }) => fact)), found)
  return tieOutOf(applyWaivers([...found, ...netFindings(net, deck), ...missingTies(deck)], deck), net)
}

/** The tie-out that has these findings, with their counts and diagnostics. */
export const tieOutOf = (findings: readonly Finding[], net: Net): TieOut => ({
  findings,
  net,
  diagnostics: findings.flatMap((finding) => toDiagnostic(finding) ?? []),
  counts: countVerdicts(findings),
})
