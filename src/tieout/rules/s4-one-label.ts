import type { Metric } from '../../model/figure.ts'
import type { Finding } from '../finding.ts'
import { finding, type Rule, type RuleContext } from '../rule.ts'

const plain = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[\s(),.]+/g, ' ')
    .trim()

/** Metrics by their full label; short labels may be shared, as a title above them distinguishes them. */
function byLabel(metrics: ReadonlyMap<string, Metric>): ReadonlyMap<string, readonly Metric[]> {
  const labels = new Map<string, Metric[]>()
  for (const metric of metrics.values()) {
    const key = `${plain(metric.label)} ${metric.unit.kind}`
    const same = labels.get(key)
    if (same) same.push(metric)
    else labels.set(key, [metric])
  }
  return labels
}

function check({ ledger, slides }: RuleContext): readonly Finding[] {
  const used = new Set(slides.flatMap(({ shown }) => shown.map(({ fact }) => fact.metric)))
  return [...byLabel(ledger.metrics).values()].flatMap(([first, ...others]): readonly Finding[] => {
    if (!first) return []
    const message = `"${first.label}" is one metric`
    const { place } = first
    if (others.length === 0) return used.has(first.id) ? [finding('S4', 'ticked', { place, facts: [], message })] : []
    return others.map((other) =>
      finding('S4', 'error', {
        place: other.place,
        facts: [],
        message: `ambiguous label "${other.label}": ${first.id} and ${other.id} both have it`,
        hint: 'Give one of them a label that distinguishes it.',
      }),
    )
  })
}

export const s4: Rule = { id: 'S4', title: 'one label, one definition', check }
