import { lastMonthOf } from '../../../format/fiscal.ts'
import type { Slide } from '../../../model/deck.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Finding } from '../../finding.ts'
import { finding, type RuleContext } from '../../rule.ts'
import { allMatches } from '../matches/all-matches.ts'
import { type LabelledFigures, labelsOf } from '../names/labelled-figures.ts'
import { isPart, partOf } from '../worded-periods.ts'

const lineKinds: readonly LabelledFigures['kind'][] = ['column', 'series', 'category']

/** "Third quarter" above nine months: a part of a year that is the whole label of figures, of which none is of it. */
function isOtherPart({ text, facts }: LabelledFigures, { words, deck }: RuleContext): boolean {
  const [match, ...more] = allMatches(text, words.subjects.partOfYear)
  const part = match && partOf({ groups: match.slice(1) }, words)
  const spans = facts.filter(({ period }) => period.kind === 'span')
  if (!match || !part || more.length > 0 || spans.length === 0) return false
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.replace(/\S*\d\S*/g, ' ')
  if (/\p{L}/u.test(rest)) return false
  return spans.every(({ period }) => !isPart(period, part, deck.config.calendar))
}

/** "A year ago" above figures of the quarter before: no other of its metric, on the slide, is of a year later. */
function isNoYearAgo({ text, facts }: LabelledFigures, all: readonly Fact[], { words }: RuleContext): boolean {
  if (!words.phrase('yearAgoLabel').test(text)) return false
  const isYearAfter = (fact: Fact, other: Fact): boolean =>
    other.metric === fact.metric && lastMonthOf(other.period) - lastMonthOf(fact.period) === 12
  const metrics = new Set(facts.map(({ metric }) => metric))
  const others = all.filter((fact) => metrics.has(fact.metric) && !facts.includes(fact))
  return others.length > 0 && facts.every((fact) => !others.some((other) => isYearAfter(fact, other)))
}

/** Times in words that are the whole label of a column, series or category. */
export function labelTimeFindings(label: LabelledFigures, slide: Slide, context: RuleContext): readonly Finding[] {
  const { kind, text, facts, place } = label
  const [first] = facts
  if (!first || !lineKinds.includes(kind) || !/\p{L}{3}/u.test(text)) return [] // most name a period by its code
  const all = slide.visuals.flatMap((visual) => labelsOf(context.deck)(visual).flatMap((each) => each.facts))
  if (!isOtherPart(label, context) && !isNoYearAgo(label, all, context)) return []
  return [
    finding('S9', 'error', {
      ...{ slide: slide.id, place, facts: [first.id] },
      message: `invalid label "${text}" of a ${kind}: its figures are of ${first.period.label}`,
      hint: 'Leave the label out: the period is printed then.',
    }),
  ]
}
