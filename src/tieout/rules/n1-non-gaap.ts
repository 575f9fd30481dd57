import { tablesOf } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import { once } from '../../model/memory.ts'
import type { Tie } from '../../model/ties.ts'
import { isReconciling, reconciledMetrics } from '../arithmetic/reconciliations.ts'
import type { Finding } from '../finding.ts'
import { type CheckedSlide, findingOf, type Rule, type RuleContext } from '../rule.ts'
import type { ShownFigure } from '../words/passage.ts'

function metricsOf(tie: Tie): readonly string[] {
  if (tie.kind === 'sum') return [tie.total, ...tie.parts.map(({ metric }) => metric)]
  return tie.kind === 'identity' ? [tie.right, ...tie.left.map(({ metric }) => metric)] : []
}

const steps = 5

/** Metrics that a definition, a declared sum or a reconciliation on a slide links with each one. */
const linksOf = once(({ ledger, ties, deck }: RuleContext): ReadonlyMap<string, ReadonlySet<string>> => {
  const links = new Map<string, Set<string>>()
  const link = (from: string, to: readonly string[]): void => {
    links.set(from, new Set([...(links.get(from) ?? []), ...to]))
  }
  for (const { id, definition } of ledger.metrics.values()) if (definition) link(id, [definition.of].flat())
  const tables = deck.slides.flatMap(tablesOf).filter(isReconciling)
  const onSlides = tables.flatMap((table) => reconciledMetrics(table, deck.facts))
  for (const together of [...ties.ties.map(metricsOf), ...onSlides]) for (const id of together) link(id, together)
  return links
})

function leads(from: string, to: string, links: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set([from])
  let front = [from]
  for (let step = 0; step < steps && front.length > 0; step++) {
    front = front.flatMap((id) => [...(links.get(id) ?? [])]).filter((id) => !seen.has(id))
    if (front.includes(to)) return true
    for (const id of front) seen.add(id)
  }
  return false
}

/** Whether a definition or a declared sum leads from the one to the other, so that the reconciliation can be footed. */
function isReconciled(metric: string, counterpart: string, context: RuleContext): boolean {
  const links = linksOf(context)
  return leads(metric, counterpart, links) || leads(counterpart, metric, links)
}

const prominence: Readonly<Record<string, number>> = {
  note: 0,
  footnote: 1,
  table: 3,
  chart: 3,
  body: 3,
  subtitle: 4,
  tile: 4,
  title: 5,
}

function regionOf(shown: ShownFigure, { passages }: CheckedSlide): number {
  const regions = passages.filter(({ pieces }) =>
    pieces.some((piece) => piece.kind === 'figure' && piece.shown.use.key === shown.use.key),
  )
  return Math.max(2, ...regions.map(({ region }) => prominence[region] ?? 3))
}

/** The measure itself, or, of a ratio, the same two figures set in relation ("% of revenue"). */
function isCounterpart(fact: Fact, counterpart: string, { ledger, deck }: RuleContext): boolean {
  if (fact.metric === counterpart) return true
  const definition = ledger.metrics.get(counterpart)?.definition
  if (definition?.kind !== 'ratio' || (fact.kind !== 'share' && fact.kind !== 'ratio')) return false
  return fact.inputs.every((id, index) => deck.facts.get(id)?.metric === definition.of[index])
}

/** Whether a figure is further down its slide's file than another; figures of other files have no order. */
function isAfter({ use: { place } }: ShownFigure, { use: { place: other } }: ShownFigure): boolean {
  if (place.path !== other.path) return false
  return place.line > other.line || (place.line === other.line && place.column > other.column)
}

/**
 * Whether a measure is only expected (a target, a forecast), and its slide says that no reconciliation can be given without
 * unreasonable efforts: Regulation G, 17 CFR 244.100(a)(2).
 */
function isUnavailable({ fact }: ShownFigure, { passages }: CheckedSlide, { deck }: RuleContext): boolean {
  const kind = deck.data.scenarios.get(fact.scenario)?.kind ?? (fact.scenario === 'target' ? 'target' : 'actual')
  if (kind === 'actual') return false
  const sentence = new RegExp(deck.config.language.claims.noReconciliation, 'iu')
  return passages.some(({ region, text }) => region !== 'note' && sentence.test(text))
}

/** The GAAP measure is on the same slide, is not printed less prominently, and a sum leads from one to the other. */
function checkProminence(
  shown: ShownFigure,
  counterpart: string,
  checked: CheckedSlide,
  context: RuleContext,
): Finding {
  const own = context.ledger.metrics.get(shown.fact.metric)?.label ?? shown.fact.metric
  const other = context.ledger.metrics.get(counterpart)?.label ?? counterpart
  const partners = checked.shown.filter(({ fact }) => isCounterpart(fact, counterpart, context))
  const hint = `Print ${counterpart} on this slide, before it and no smaller.`
  if (isUnavailable(shown, checked, context))
    return findingOf('N1', 'ticked', {
      shown,
      message: `${own} is expected; the slide says why there is no reconciliation`,
    })
  if (partners.length === 0)
    return findingOf('N1', 'error', { shown, message: `missing ${other} beside ${own}, a measure outside GAAP`, hint })
  const best = Math.max(...partners.map((partner) => regionOf(partner, checked)))
  if (best < regionOf(shown, checked))
    return findingOf('N1', 'warning', {
      shown,
      message: `invalid prominence of ${own}: ${other} is printed less prominently`,
      hint,
    })
  const rivals = partners.filter((partner) => regionOf(partner, checked) === best)
  if (best === regionOf(shown, checked) && rivals.every((partner) => isAfter(partner, shown)))
    return findingOf('N1', 'warning', {
      shown,
      message: `invalid order of ${own}: ${other} is printed after it`,
      hint,
    })
  if (!isReconciled(shown.fact.metric, counterpart, context))
    return findingOf('N1', 'not-checkable', {
      shown,
      message: `not checkable: no reconciliation of ${own} to ${other} is declared`,
    })
  return findingOf('N1', 'ticked', {
    shown,
    facts: [shown.use.fact, ...partners.slice(0, 1).map(({ use }) => use.fact)],
    message: `${own} stands beside ${other}`,
  })
}

function checkSlide(checked: CheckedSlide, context: RuleContext): readonly Finding[] {
  const first = new Map<string, ShownFigure>()
  for (const shown of checked.shown) if (!first.has(shown.fact.metric)) first.set(shown.fact.metric, shown)
  return [...first.values()].flatMap((shown) => {
    const counterpart = context.ledger.metrics.get(shown.fact.metric)?.nonGaap?.counterpart
    return counterpart === undefined ? [] : [checkProminence(shown, counterpart, checked, context)]
  })
}

export const n1: Rule = {
  id: 'N1',
  title: 'a measure outside GAAP stands beside its counterpart',
  check: (context) => context.slides.flatMap((checked) => checkSlide(checked, context)),
}
