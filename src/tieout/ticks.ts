import type { Finding, RuleId, Verdict } from './finding.ts'
import { once } from './once.ts'
import { titleOf } from './rules.ts'

/** What a rule said of a figure. */
export interface Tick {
  readonly rule: RuleId
  readonly verdict: Verdict
  /** "F1 parts add up to their total: 54,064 + 15,667 = 69,731", for the figure's card. */
  readonly line: string
}

function lineOf({ rule, verdict, arithmetic, waiver }: Finding): string {
  const how =
    verdict === 'rounding' ? ', within rounding' : verdict === 'waived' ? `, waived: ${waiver?.reason ?? ''}` : ''
  return `${rule} ${titleOf(rule)}${arithmetic === '' ? '' : `: ${arithmetic}`}${how}`
}

const byFact = once((findings: readonly Finding[]): ReadonlyMap<string, readonly Tick[]> => {
  const ticks = new Map<string, Map<string, Tick>>()
  for (const finding of findings) {
    if (finding.verdict === 'not-checkable') continue
    const tick = { rule: finding.rule, verdict: finding.verdict, line: lineOf(finding) }
    for (const fact of finding.facts) {
      const known = ticks.get(fact) ?? new Map<string, Tick>()
      known.set(tick.line, tick)
      ticks.set(fact, known)
    }
  }
  return new Map([...ticks].map(([fact, known]) => [fact, [...known.values()]]))
})

/** What judged each fact, by its id: for the cards, and for the tick marks of the T key. */
export function ticks(findings: readonly Finding[]): ReadonlyMap<string, readonly Tick[]> {
  return byFact(findings)
}

/** Whether a figure bears a tick: something was checked of it, and nothing failed. */
export function isTicked(found: readonly Tick[] | undefined): boolean {
  if (!found) return false
  return (
    found.some(({ verdict }) => verdict === 'ticked' || verdict === 'rounding') &&
    !found.some(({ verdict }) => verdict === 'error')
  )
}

/** One line a rule: the first check, and how many more there were. */
function byRule(found: readonly Tick[]): readonly string[] {
  const rules = new Map<RuleId, readonly Tick[]>()
  for (const tick of found) rules.set(tick.rule, [...(rules.get(tick.rule) ?? []), tick])
  return [...rules.values()].map((same) => {
    const more = same.length - 1
    return `${same[0]?.line ?? ''}${more > 0 ? ` (and ${more} more)` : ''}`
  })
}

/** The lines of a figure's card: ticks and waivers. */
export function tickLines(findings: readonly Finding[]): ReadonlyMap<string, readonly string[]> {
  const shown = [...ticks(findings)].flatMap(([fact, found]): readonly [string, readonly string[]][] => {
    const lines = found.filter(({ verdict }) => verdict === 'ticked' || verdict === 'rounding' || verdict === 'waived')
    return isTicked(found) ? [[fact, byRule(lines)]] : []
  })
  return new Map(shown)
}
