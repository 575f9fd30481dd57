import { didYouMean } from '../format/suggest.ts'
import { compileWords } from '../language/word-patterns.ts'
import type { BoundDeck, Slide } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/source-file.ts'
import type { Digest, PublishedFigure, Waiver } from '../model/ties.ts'
import { openLedger } from './arithmetic/data-ledger.ts'
import { countVerdicts, type Finding, isOpen, toDiagnostic, type VerdictCounts } from './finding.ts'
import { type Net, netFindings, netOf } from './net.ts'
import type { CheckedSlide, RuleContext } from './rule.ts'
import { rules } from './rules.ts'
import { readPassage, type ShownFigure } from './words/passage.ts'
import { textRunsOf } from './words/text-runs.ts'

/** How a waiver may name the place of a finding: its fact, its use, its slide, its file with or without the line. */
function namesOf({ facts, use, slide, place }: Finding): readonly string[] {
  const names = [facts[0], use, slide, place.path, `${place.path}:${place.line}`]
  return names.filter((name) => name !== undefined)
}

/** Whether a waiver is about a finding. */
const isWaivedBy = (finding: Finding, { rule, at }: Waiver): boolean =>
  rule === finding.rule && namesOf(finding).includes(at)

/** Marks what is waived; a waiver that no finding needs any more is itself a finding (W1). */
function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[]): readonly Finding[] {
  const used = new Set<Waiver>()
  const marked = findings.map((finding): Finding => {
    if (!isOpen(finding)) return finding
    const waiver = waivers.find((candidate) => isWaivedBy(finding, candidate))
    if (!waiver) return finding
    used.add(waiver)
    return { ...finding, verdict: 'waived', waiver }
  })
  const unused = waivers.filter((waiver) => !used.has(waiver)).map((waiver) => unusedWaiver(waiver, marked))
  return [...marked, ...unused]
}

function unusedWaiver({ rule, at, place }: Waiver, findings: readonly Finding[]): Finding {
  const open = findings.filter((finding) => finding.rule === rule && isOpen(finding))
  return {
    rule: 'W1',
    verdict: 'warning',
    place,
    facts: [],
    message: `unknown finding waived: rule ${rule} at ${at} has none`,
    arithmetic: '',
    tolerance: '',
    hint: `${didYouMean(at, open.flatMap(namesOf))}Remove the waiver when its finding has been fixed.`,
  }
}

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

function checkedSlide(slide: Slide, deck: BoundDeck): CheckedSlide {
  const shown = slide.uses.flatMap((use): readonly ShownFigure[] => {
    const fact = deck.facts.get(use.fact)
    return fact ? [{ slide, use, fact }] : []
  })
  const byKey = new Map(shown.map((item) => [item.use.key, item]))
  const { calendar } = deck.config
  return { slide, shown, passages: textRunsOf(slide).map((run) => readPassage({ slide, run, shown: byKey, calendar })) }
}

/** What the rules look at, made once for a deck. */
export function ruleContext(deck: BoundDeck, { files, published, digest }: TieOutOptions = {}): RuleContext {
  return {
    deck,
    ledger: openLedger(deck.data),
    ties: deck.data.ties,
    slides: deck.slides.map((slide) => checkedSlide(slide, deck)),
    files: new Map(files?.map((file) => [file.path, file])),
    published: published ?? deck.data.published,
    digest,
    words: compileWords(deck.config.language.claims),
  }
}

/** Applies every rule to a deck. Pure; an error in the result is a deck that must not be published. */
export function tieOut(deck: BoundDeck, options: TieOutOptions = {}): TieOut {
  const context = ruleContext(deck, options)
  const found = rules.flatMap((rule) => rule.check(context))
  const stored = context.ledger.statements.filter(({ status }) => status === 'published' || status === 'restated')
  const net = netOf(deck, new Set(stored.map(({ fact }) => fact)), found)
  return tieOutOf(applyWaivers([...found, ...netFindings(net, deck)], deck.data.waivers), net)
}

/** The tie-out that has these findings, with their counts and diagnostics. */
export const tieOutOf = (findings: readonly Finding[], net: Net): TieOut => ({
  findings,
  net,
  diagnostics: findings.flatMap((finding) => toDiagnostic(finding) ?? []),
  counts: countVerdicts(findings),
})
