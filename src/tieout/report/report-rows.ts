import { documentLink } from '../../format/links.ts'
import { formatUnit } from '../../format/units.ts'
import type { BoundDeck, DeckData, Edition, SourceDocument } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import type { SourceRef } from '../../model/figure.ts'
import { once } from '../../model/memory.ts'
import type { Rational } from '../../model/rational.ts'
import { keptAddress, type Place } from '../../model/source-file.ts'
import { corrects } from '../../model/ties.ts'
import { plainAmount } from '../arithmetic/amount.ts'
import { openLedger } from '../arithmetic/data-ledger.ts'
import type { Finding, RuleId, Verdict } from '../finding.ts'
import { titleOf } from '../rules.ts'
import type { TieOut } from '../tie-out.ts'

/** A figure as a row of the report names it. */
export interface ReportFigure {
  readonly fact: string
  readonly metric: string
  readonly label: string
  /** Its metric's element in a taxonomy, "us-gaap:Revenues". */
  readonly concept?: string
  readonly period: string
  readonly value: string
  readonly unit: string
  /** "corrected" where the errata correct what was printed of it, as on its card. */
  readonly status: Fact['status'] | 'corrected'
  /** `link` opens the document at its place: its kept file, as the presenter edition has it, or its address. */
  readonly sources: readonly {
    readonly document: string
    readonly title: string
    readonly at: string
    readonly link: string | null
  }[]
}

/** One application of one rule, as every form of the report gives it. */
export interface ReportRow {
  readonly rule: RuleId
  readonly title: string
  readonly verdict: Verdict
  /** Slides that the finding is about, or that show a figure of it; the first is linked. */
  readonly slides: readonly string[]
  /** Key of the printed number, to outline it on its slide. */
  readonly use: string | null
  /** The slides with the number that the finding is about there. */
  readonly links: readonly { readonly slide: string; readonly use: string | null }[]
  readonly place: Place
  readonly figures: readonly ReportFigure[]
  readonly message: string
  readonly arithmetic: string
  readonly tolerance: string
  readonly hint: string
  readonly waiver: { readonly reason: string; readonly who: string; readonly when: string } | null
  /** The only edition that has it; null where every edition that was checked has it. */
  readonly edition: Edition | null
}

/** What the report shows of a figure, whether the data state it or the deck computed it. */
interface KnownFigure {
  readonly metric: string
  readonly period: string
  readonly value: Rational | null
  readonly low: Rational | null
  readonly high: Rational | null
  readonly unit: string
  readonly status: Fact['status']
  readonly sources: readonly SourceRef[]
}

/** The figures of the findings, of all that the data state and the deck computes. */
function knownFigures(deck: BoundDeck, findings: readonly Finding[]): ReadonlyMap<string, KnownFigure> {
  const named = new Set(findings.flatMap(({ facts }) => facts))
  const statements = openLedger(deck.data).statements.filter(({ fact }) => named.has(fact))
  const stated = statements.map((each): [string, KnownFigure] => {
    const { metric, period, ulp, value, interval, unit, status, sources } = each
    const shownValue = ulp || status === 'derived' ? value : null
    const known = { metric, period: period.label, unit: formatUnit(unit), status, sources }
    return [each.fact, { ...known, value: shownValue, ...interval }]
  })
  const shown = [...deck.facts.values()].map((fact): [string, KnownFigure] => {
    const { metric, period, value, low, high, unit, status, sources } = fact
    return [fact.id, { metric, period: period.label, value, low, high, unit: formatUnit(unit), status, sources }]
  })
  return new Map([...stated, ...shown])
}

function valueText({ value, low, high }: KnownFigure): string {
  if (value) return plainAmount(value)
  return low && high ? `${plainAmount(low)}..${plainAmount(high)}` : ''
}

const correctedFacts = once(
  (errata: DeckData['errata']): ReadonlySet<string | undefined> =>
    new Set(errata.filter(corrects).map(({ fact }) => fact)),
)

function figureOf(fact: string, known: KnownFigure | undefined, deck: BoundDeck): ReportFigure | undefined {
  if (!known) return undefined
  const titled = ({ document, at }: SourceRef): ReportFigure['sources'][number] => {
    const found: SourceDocument | undefined = deck.data.documents.get(document)
    const file = found?.kept && { file: keptAddress(found.kept.path) }
    const link = documentLink({ ...file, ...(found?.url !== undefined && { url: found.url }) }, at) ?? null
    return { document, title: found?.short ?? found?.title ?? document, at, link }
  }
  const { metric, period, unit } = known
  const status = correctedFacts(deck.data.errata).has(fact) ? 'corrected' : known.status
  const { label = metric, concept } = deck.data.metrics.get(metric) ?? {}
  const named = { fact, metric, label, ...(concept !== undefined && { concept }), period }
  return { ...named, value: valueText(known), unit, status, sources: known.sources.map(titled) }
}

/** Where each fact is printed: the key of its first occurrence on every slide that shows it. */
function printsOf(deck: BoundDeck): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const prints = new Map<string, Map<string, string>>()
  for (const slide of deck.slides)
    for (const { fact, key } of slide.uses) {
      const found = prints.get(fact) ?? new Map<string, string>()
      if (!found.has(slide.id)) found.set(slide.id, key)
      prints.set(fact, found)
    }
  return prints
}

/** The slides of a finding, each with the number to outline there: its own, or the first occurrence of one of its facts. */
function linksOf({ slide, use, facts }: Finding, prints: ReturnType<typeof printsOf>): ReportRow['links'] {
  const printed = facts.flatMap((fact) => prints.get(fact) ?? [])
  const slides = slide === undefined ? [...new Set(printed.flatMap((print) => [...print.keys()]))] : [slide]
  const keyOn = (id: string): string | null => printed.find((print) => print.has(id))?.get(id) ?? null
  return slides.map((id) => ({ slide: id, use: (id === slide ? use : undefined) ?? keyOn(id) }))
}

/** The findings as rows: every tick with its figures, their sources, and the slides that it is about. */
export function reportRows(deck: BoundDeck, { findings }: Pick<TieOut, 'findings'>): readonly ReportRow[] {
  const known = knownFigures(deck, findings)
  const prints = printsOf(deck)
  return findings.map((finding): ReportRow => {
    const { rule, verdict, place, facts, message, arithmetic, tolerance, hint = '', waiver } = finding
    const figures = facts.flatMap((fact) => figureOf(fact, known.get(fact), deck) ?? [])
    const links = linksOf(finding, prints)
    const slides = links.map(({ slide }) => slide)
    const acceptance = waiver ? { reason: waiver.reason, who: waiver.who, when: waiver.when } : null
    const use = finding.use ?? links[0]?.use ?? null
    const outcome = { message, arithmetic, tolerance, hint, waiver: acceptance, edition: finding.edition ?? null }
    return { rule, title: titleOf(rule), verdict, slides, use, links, place, figures, ...outcome }
  })
}

/** "2,044 ticked, 49 ticked as rounding, …": the count of every verdict. */
export function countLine({ counts }: Pick<TieOut, 'counts'>): string {
  const { ticked, rounding, waived, warning, error } = counts
  return [
    `${ticked} ticked`,
    `${rounding} ticked as rounding`,
    `${waived} waived`,
    `${warning} warned`,
    `${error} failed`,
    `${counts['not-checkable']} not checkable`,
  ].join(', ')
}
