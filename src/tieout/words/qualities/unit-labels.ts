import type { WordPatterns } from '../../../language/word-patterns.ts'
import type { Slide } from '../../../model/deck.ts'
import type { Finding } from '../../finding.ts'
import { finding, type RuleContext } from '../../rule.ts'
import type { LabelledFigures } from '../names/labelled-figures.ts'
import { areOfOtherKinds, nounsOf } from './unit-words.ts'

/** What a label says its figures count: all of it ("Customers", "Number of stores"), or what it ends with ("Cargo, million tonnes"). */
function countedIn(text: string, { scales, phrase }: WordPatterns): string | undefined {
  const [, lead = '', last = ''] = /^(.*?)(\p{L}+)$/u.exec(text) ?? []
  const isWhole = lead.replace(phrase('countBefore'), '') === ''
  if (isWhole && last !== '') return last
  const unit = /[,(]\s*([^,()]+?)\)?\s*$/u.exec(text)?.[1] ?? ''
  const scale = scales.map(({ pattern }) => pattern.exec(unit)?.[0]).find((each) => each !== undefined) ?? ''
  const noun = unit.slice(scale.length).trim()
  return /^\p{L}+$/u.test(noun) ? noun : undefined
}

/** A label that says what its figures count, of figures that count something else. */
export function unitLabelFindings(label: LabelledFigures, slide: Slide, context: RuleContext): readonly Finding[] {
  const { kind, text, facts, place } = label
  const [first] = facts
  if (!first || facts.some(({ unit }) => unit.kind !== 'count' || unit.base !== first.unit.base)) return []
  const said = countedIn(text, context.words)
  if (!said) return []
  const { base } = first.unit
  const noun = said.toLowerCase()
  const { singular } = context.deck.config.units.get(base) ?? {}
  const isOwn = noun === base.toLowerCase() || noun === singular?.toLowerCase()
  const isOther = nounsOf(context.deck.config).has(noun)
    ? !isOwn
    : areOfOtherKinds(noun, { base, named: false }, context.words)
  const isAnyone = [noun, base].some((each) => context.words.anyone.test(each))
  if (isOwn || isAnyone || !isOther) return []
  return [
    finding('S9', 'error', {
      ...{ slide: slide.id, place, facts: [first.id] },
      message: `invalid unit "${said}" in the label "${text}" of a ${kind}: its figures count ${base}`,
      hint: 'Leave the unit out: it is printed with the figures.',
    }),
  ]
}
