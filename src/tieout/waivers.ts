import { z } from 'zod'
import { didYouMean } from '../format/suggest.ts'
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

/** What an entry names as its rule, where that is none. */
function unknownRule(item: unknown): string | undefined {
  const named = z.object({ rule: z.string() }).safeParse(item)
  return named.success && !waiverSpec.shape.rule.safeParse(named.data.rule).success ? named.data.rule : undefined
}

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
      diagnostics.push(invalidWaiver(parsed.error.issues.map(issueText).join('; '), place, unknownRule(item)))
      continue
    }
    const { place: at, ...rest } = parsed.data
    waivers.push({ ...rest, at, place })
  }
  return { waivers, diagnostics }
}

/** What a waiver may call the place of a finding: its fact, its use, its slide, its file with or without the line. */
function namesOf({ facts, use, slide, place }: Finding): readonly string[] {
  const names = [facts[0], use, slide, place.path, `${place.path}:${place.line}`]
  return names.filter((name) => name !== undefined)
}

/** Whether a waiver speaks of a finding. */
const isWaivedBy = (finding: Finding, { rule, at }: Waiver): boolean =>
  rule === finding.rule && namesOf(finding).includes(at)

const isOpen = ({ verdict }: Finding): boolean => verdict === 'error' || verdict === 'warning'

/** Marks what is waived; a waiver that nothing needed any more is itself a finding (W1). */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[]): readonly Finding[] {
  const used = new Set<Waiver>()
  const judged = findings.map((finding): Finding => {
    if (!isOpen(finding)) return finding
    const waiver = waivers.find((candidate) => isWaivedBy(finding, candidate))
    if (!waiver) return finding
    used.add(waiver)
    return { ...finding, verdict: 'waived', waiver }
  })
  const unused = waivers.filter((waiver) => !used.has(waiver)).map((waiver) => unusedWaiver(waiver, judged))
  return [...judged, ...unused]
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
    hint: `${didYouMean(at, open.flatMap(namesOf))}Remove the waiver where what it excused is mended.`,
  }
}
