import { enClaims } from '../language/en-claims.ts'
import { compileWords } from '../language/word-patterns.ts'
import type { Deck, Slide } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/source-file.ts'
import type { Context, PublishedFigure, SlideView } from './context.ts'
import { type Counts, countVerdicts, type Finding, toDiagnostic } from './finding.ts'
import { openLedger } from './ledger.ts'
import { readPassage, type Shown } from './passage.ts'
import { type PublishedFile, parsePublished, publishedPath } from './published.ts'
import { rules } from './rules.ts'
import { parseTies } from './ties.ts'
import { applyWaivers, parseWaivers } from './waivers.ts'
import { readRaw } from './yaml-list.ts'

export interface TieOutOptions {
  /** The deck's texts: with them, findings about words have their exact line and column. */
  readonly files?: readonly SourceFile[]
  /** Figures as earlier editions published them, for rule P3; else those of data/published.csv. */
  readonly published?: readonly PublishedFigure[]
}

export interface TieOut {
  /** Every application of every rule, by rule and then as the data and slides have it. */
  readonly findings: readonly Finding[]
  /** Errors and warnings among them, and what could not be read of the ties and waivers. */
  readonly diagnostics: readonly Diagnostic[]
  readonly counts: Counts
}

function viewOf(slide: Slide, deck: Deck): SlideView {
  const shown = slide.uses.flatMap((use): readonly Shown[] => {
    const fact = deck.facts.get(use.fact)
    return fact ? [{ slide, use, fact }] : []
  })
  const byKey = new Map(shown.map((item) => [item.use.key, item]))
  const { calendar } = deck.config
  return { slide, shown, passages: slide.texts.map((run) => readPassage({ slide, run, shown: byKey, calendar })) }
}

function publishedOf({ files, published }: TieOutOptions): PublishedFile {
  if (published) return { figures: published, diagnostics: [] }
  const file = files?.find(({ path }) => path === publishedPath)
  return file?.kind === 'text' ? parsePublished(file.text) : { figures: [], diagnostics: [] }
}

/** What the rules look at, made once for a deck. */
export function openContext(
  deck: Deck,
  options: TieOutOptions = {},
): { context: Context; diagnostics: readonly Diagnostic[] } {
  const { config, metrics } = deck.data
  const { ties, diagnostics } = parseTies(readRaw(deck.data.ties).ties, { calendar: config.calendar, metrics })
  const published = publishedOf(options)
  const context = {
    deck,
    ledger: openLedger(deck.data),
    ties,
    slides: deck.slides.map((slide) => viewOf(slide, deck)),
    files: new Map(options.files?.map((file) => [file.path, file])),
    published: published.figures,
    words: compileWords(enClaims),
  }
  return { context, diagnostics: [...diagnostics, ...published.diagnostics] }
}

/** Applies every rule to a deck. Pure; an error in the result is a deck that must not be published. */
export function tieOut(deck: Deck, options: TieOutOptions = {}): TieOut {
  const { context, diagnostics: ofTies } = openContext(deck, options)
  const { waivers, diagnostics: ofWaivers } = parseWaivers(readRaw(deck.data.ties).waivers)
  const found = rules.flatMap((rule) => rule.check(context))
  const findings = applyWaivers(found, waivers)
  const diagnostics = [...ofTies, ...ofWaivers, ...findings.flatMap((finding) => toDiagnostic(finding) ?? [])]
  return { findings, diagnostics, counts: countVerdicts(findings) }
}
