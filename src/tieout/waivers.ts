import { z } from 'zod'
import type { Diagnostic } from '../model/diagnostic.ts'
import { invalidWaiver } from './diagnostics.ts'
import { type Finding, ruleIds, type Waiver } from './finding.ts'
import { issueText, placesOfItems, type RawList } from './yaml-list.ts'

const waiverSpec = z.strictObject({
  rule: z.enum(ruleIds),
  place: z.string().min(1),
  reason: z.string().min(8, 'say why, in a sentence'),
  who: z.string().min(1),
  when: z.iso.date(),
})

/** Checks data/waivers.yaml, a list. */
export function parseWaivers(raw: RawList): { waivers: readonly Waiver[]; diagnostics: readonly Diagnostic[] } {
  const places = placesOfItems(raw)
  const top = { path: raw.path, line: 1, column: 1 }
  if (raw.value === undefined || raw.value === null) return { waivers: [], diagnostics: [] }
  if (!Array.isArray(raw.value)) return { waivers: [], diagnostics: [invalidWaiver('the file is no list', top)] }
  const waivers: Waiver[] = []
  const diagnostics: Diagnostic[] = []
  for (const [index, item] of raw.value.entries()) {
    const place = places[index] ?? top
    const parsed = waiverSpec.safeParse(item)
    if (!parsed.success) {
      diagnostics.push(invalidWaiver(parsed.error.issues.map(issueText).join('; '), place))
      continue
    }
    const { place: at, ...rest } = parsed.data
    waivers.push({ ...rest, at, place })
  }
  return { waivers, diagnostics }
}

/** Whether a waiver speaks of a finding: by its fact, its slide, or its place in a file. */
export function isWaivedBy(finding: Finding, { rule, at }: Waiver): boolean {
  if (rule !== finding.rule) return false
  const { path, line } = finding.place
  return (
    finding.facts[0] === at || finding.use === at || finding.slide === at || path === at || `${path}:${line}` === at
  )
}

/** Marks what is waived; a waiver that nothing needed any more is itself a finding (W1). */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[]): readonly Finding[] {
  const used = new Set<Waiver>()
  const judged = findings.map((finding): Finding => {
    if (finding.verdict !== 'error' && finding.verdict !== 'warning') return finding
    const waiver = waivers.find((candidate) => isWaivedBy(finding, candidate))
    if (!waiver) return finding
    used.add(waiver)
    return { ...finding, verdict: 'waived', waiver }
  })
  const unused = waivers
    .filter((waiver) => !used.has(waiver))
    .map(
      (waiver): Finding => ({
        rule: 'W1',
        verdict: 'warning',
        place: waiver.place,
        facts: [],
        message: `unknown finding waived: rule ${waiver.rule} at ${waiver.at} has none`,
        arithmetic: '',
        tolerance: '',
        hint: 'Remove the waiver: what it excused is mended, or has moved.',
      }),
    )
  return [...judged, ...unused]
}
