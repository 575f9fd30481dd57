import { z } from 'zod'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { type RuleId, ruleIds, type Waiver } from '../../../model/ties.ts'
import { invalidWaiver } from '../../diagnostics/ties.ts'
import { checkYaml } from '../check-yaml.ts'
import { parseYaml, type YamlDocument, type YamlText } from '../yaml.ts'
import { isoDateSpec } from './deck-config.ts'

const waiverSpec = z.strictObject({
  rule: z.enum(ruleIds),
  place: z.string().min(1).describe('A fact, a slide, a printed number, or a file with or without ":line"'),
  reason: z.string().refine((text) => text.trim().length >= 8, { error: 'the reason, in a sentence' }),
  who: z.string().min(1),
  when: isoDateSpec,
})

/** data/waivers.yaml. */
export const waiversSpec = z.array(waiverSpec)

/** The same with the rule as any text: a name that is no rule has a finding of its own. */
const outerSpec = waiverSpec.extend({ rule: z.string() })

export interface WaiversReading {
  readonly waivers: readonly Waiver[]
  readonly diagnostics: readonly Diagnostic[]
}

const isRule = (text: string): text is RuleId => ruleIds.some((rule) => rule === text)

function readWaiver(document: YamlDocument, index: number): WaiversReading {
  const checked = checkYaml(document, outerSpec, [index])
  if (!checked.ok) return { waivers: [], diagnostics: checked.diagnostics }
  const { rule, place: at, ...rest } = checked.value
  if (isRule(rule)) return { waivers: [{ rule, at, ...rest, place: document.placeOf([index]) }], diagnostics: [] }
  return { waivers: [], diagnostics: [invalidWaiver(rule, ruleIds, document.placeOf([index, 'rule']))] }
}

/** Reads data/waivers.yaml: a list of accepted deviations. An empty file has none. */
export function parseWaivers(source: YamlText): WaiversReading {
  const { document, diagnostics } = parseYaml(source)
  if (!document || document.value === null) return { waivers: [], diagnostics }
  const list = checkYaml(document, z.array(z.unknown()))
  if (!list.ok) return { waivers: [], diagnostics: [...diagnostics, ...list.diagnostics] }
  const readings = list.value.map((_, index) => readWaiver(document, index))
  return {
    waivers: readings.flatMap(({ waivers }) => waivers),
    diagnostics: [...diagnostics, ...readings.flatMap((reading) => reading.diagnostics)],
  }
}
