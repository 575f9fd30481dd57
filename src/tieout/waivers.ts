import { didYouMean } from '../format/suggest.ts'
import type { Waiver } from '../model/ties.ts'
import type { Finding } from './finding.ts'

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
