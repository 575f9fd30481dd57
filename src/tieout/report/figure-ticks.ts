import { counted, fill } from '../../language/fill.ts'
import type { Language } from '../../language/language.ts'
import type { Finding, RuleId, Verdict } from '../finding.ts'

/** The verdict of a rule on a figure. */
export interface Tick {
  readonly rule: RuleId
  readonly verdict: Verdict
  /** "parts add up to their total: 54,064 + 15,667 = 69,731", for the figure's card. */
  readonly line: string
}

function lineOf({ rule, verdict, arithmetic, waiver }: Finding, { report }: Language, withReasons: boolean): string {
  const words = report.ticks
  const pattern = arithmetic === '' ? words.line : words.lineWithArithmetic
  const line = fill(pattern, { rule, title: report.rules[rule], arithmetic })
  if (verdict === 'rounding') return fill(words.rounding, { line })
  if (verdict !== 'waived') return line
  return withReasons ? fill(words.waived, { line, reason: waiver?.reason ?? '' }) : fill(words.accepted, { line })
}

/** The verdicts on each fact, by its id: for the cards, and for the tick marks of the T key. */
export function ticksByFact(
  findings: readonly Finding[],
  language: Language,
  withReasons = true,
): ReadonlyMap<string, readonly Tick[]> {
  const found = new Map<string, Map<string, Tick>>()
  for (const finding of findings) {
    if (finding.verdict === 'not-checkable') continue
    const tick = { rule: finding.rule, verdict: finding.verdict, line: lineOf(finding, language, withReasons) }
    for (const fact of finding.facts) {
      const known = found.get(fact) ?? new Map<string, Tick>()
      known.set(tick.line, tick)
      found.set(fact, known)
    }
  }
  return new Map([...found].map(([fact, known]) => [fact, [...known.values()]]))
}

/** Whether a figure has a tick: something about it was checked, and nothing failed. */
export function isTicked(found: readonly Tick[] | undefined): boolean {
  if (!found) return false
  return (
    found.some(({ verdict }) => verdict === 'ticked' || verdict === 'rounding') &&
    !found.some(({ verdict }) => verdict === 'error')
  )
}

/** A line for each rule: its first check, and how many more there were. */
function byRule(found: readonly Tick[], { tag, report }: Language): readonly string[] {
  const rules = new Map<RuleId, readonly Tick[]>()
  for (const tick of found) rules.set(tick.rule, [...(rules.get(tick.rule) ?? []), tick])
  return [...rules.values()].map((same) => {
    const [first, ...more] = same
    const line = first?.line ?? ''
    return more.length === 0 ? line : counted(tag, report.ticks.more, more.length, { line })
  })
}

/** The lines of a figure's card: ticks and waivers, these with their reasons if asked. */
export function tickLines(
  findings: readonly Finding[],
  language: Language,
  { withReasons = true }: { readonly withReasons?: boolean } = {},
): ReadonlyMap<string, readonly string[]> {
  const shown = [...ticksByFact(findings, language, withReasons)].flatMap(
    ([fact, found]): readonly [string, readonly string[]][] => {
      const lines = found.filter(
        ({ verdict }) => verdict === 'ticked' || verdict === 'rounding' || verdict === 'waived',
      )
      return isTicked(found) ? [[fact, byRule(lines, language)]] : []
    },
  )
  return new Map(shown)
}
