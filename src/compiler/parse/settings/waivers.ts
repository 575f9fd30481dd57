import { z } from 'zod'
import { joinReadings, type Reading } from '../../../model/diagnostic.ts'
import { type RuleId, ruleIds, type Waiver } from '../../../model/ties.ts'
import { invalidWaiver } from '../../diagnostics/data.ts'
import { unpinnedWaiver, unsupportedFormat } from '../../diagnostics/ledger.ts'
import { checkYaml, isoDateSpec } from '../check-yaml.ts'
import { parseYaml, type YamlDocument, type YamlText } from '../yaml.ts'

const waiverSpec = z.strictObject({
  rule: z.enum(ruleIds),
  fact: z.string().min(1).optional().describe('The fact that the finding is about'),
  text: z.string().min(1).optional().describe('Of a finding about no figure: its words, as its message quotes them'),
  slide: z.string().min(1).optional().describe('Id of the slide, where the same stands on several'),
  printed: z.string().min(1).describe('What is printed there; the waiver lapses when it changes'),
  reason: z.string().refine((text) => text.trim().length >= 8, { error: 'the reason, in a sentence' }),
  who: z.string().refine((text) => text.replace(/[^\p{L}]/gu, '').length >= 2, {
    error: 'a name or initials, of two letters or more',
  }),
  when: isoDateSpec.describe("Not after the deck's date"),
  until: isoDateSpec.optional().describe('The last date of a deck for which it holds'),
})

/** data/waivers.yaml. */
export const waiversSpec = z.array(waiverSpec)

/** The same with the rule as any text: an unknown rule has a diagnostic of its own. */
const outerSpec = waiverSpec.extend({ rule: z.string() })

const isRule = (text: string): text is RuleId => ruleIds.some((rule) => rule === text)

function readWaiver(document: YamlDocument, index: number): Reading<Waiver | undefined> {
  const { value: spec, diagnostics } = checkYaml(document, outerSpec, [index])
  if (!spec) return { value: undefined, diagnostics }
  const { rule, fact, text, slide, until, ...rest } = spec
  const place = document.placeOf([index])
  if (!isRule(rule))
    return { value: undefined, diagnostics: [invalidWaiver(rule, ruleIds, document.placeOf([index, 'rule']))] }
  if ((fact === undefined) === (text === undefined))
    return { value: undefined, diagnostics: [...diagnostics, unpinnedWaiver(fact === undefined, place)] }
  const pins = { ...(fact !== undefined && { fact }), ...(text !== undefined && { text }) }
  const further = { ...(slide !== undefined && { slide }), ...(until !== undefined && { until }) }
  return { value: { rule, ...pins, ...further, ...rest, place }, diagnostics }
}

/** A waiver of an older engine, pinned to a place: a fact, a slide, a printed number, or a file with or without ":line". */
const oldSpec = z.array(z.looseObject({ place: z.string() })).min(1)

/** Reads data/waivers.yaml: a list of accepted deviations. An empty file has none. */
export function parseWaivers(source: YamlText): Reading<readonly Waiver[]> {
  const { value: document, diagnostics } = parseYaml(source)
  if (!document || document.value === null) return { value: [], diagnostics }
  if (oldSpec.safeParse(document.value).success)
    return { value: [], diagnostics: [...diagnostics, unsupportedFormat(source.path, document.placeOf([0]))] }
  const list = checkYaml(document, z.array(z.unknown()))
  const waivers = joinReadings((list.value ?? []).map((_, index) => readWaiver(document, index)))
  return { value: waivers.value, diagnostics: [...diagnostics, ...list.diagnostics, ...waivers.diagnostics] }
}

/** What the waivers of an older engine said, for `upgrade`; undefined where they are of this one. */
export function oldWaivers(source: YamlText): readonly Readonly<Record<string, unknown>>[] | undefined {
  return oldSpec.safeParse(parseYaml(source).value?.value).data
}
