import { z } from 'zod'
import { joinReadings, type Reading } from '../../../model/diagnostic.ts'
import { type RuleId, ruleIds, type Waiver } from '../../../model/ties.ts'
import { invalidWaiver } from '../../diagnostics/data.ts'
import { checkYaml, isoDateSpec } from '../check-yaml.ts'
import { parseYaml, type YamlDocument, type YamlText } from '../yaml.ts'

const waiverSpec = z.strictObject({
  rule: z.enum(ruleIds),
  place: z.string().min(1).describe('A fact, a slide, a printed number, or a file with or without ":line"'),
  reason: z.string().refine((text) => text.trim().length >= 8, { error: 'the reason, in a sentence' }),
  who: z.string().min(1),
  when: isoDateSpec,
})

/** data/waivers.yaml. */
export const waiversSpec = z.array(waiverSpec)

/** The same with the rule as any text: an unknown rule has a diagnostic of its own. */
const outerSpec = waiverSpec.extend({ rule: z.string() })

const isRule = (text: string): text is RuleId => ruleIds.some((rule) => rule === text)

function readWaiver(document: YamlDocument, index: number): Reading<Waiver | undefined> {
  const { value: spec, diagnostics } = checkYaml(document, outerSpec, [index])
  if (!spec) return { value: undefined, diagnostics }
  const { rule, place: at, ...rest } = spec
  if (isRule(rule)) return { value: { rule, at, ...rest, place: document.placeOf([index]) }, diagnostics }
  return { value: undefined, diagnostics: [invalidWaiver(rule, ruleIds, document.placeOf([index, 'rule']))] }
}

/** Reads data/waivers.yaml: a list of accepted deviations. An empty file has none. */
export function parseWaivers(source: YamlText): Reading<readonly Waiver[]> {
  const { value: document, diagnostics } = parseYaml(source)
  if (!document || document.value === null) return { value: [], diagnostics }
  const list = checkYaml(document, z.array(z.unknown()))
  const waivers = joinReadings((list.value ?? []).map((_, index) => readWaiver(document, index)))
  return { value: waivers.value, diagnostics: [...diagnostics, ...list.diagnostics, ...waivers.diagnostics] }
}
