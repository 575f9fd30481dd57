import { type Context, finding, type Rule, type SlideView } from '../context.ts'
import type { Finding } from '../finding.ts'
import { placeOf } from '../locate.ts'
import { typedNumerals } from '../numerals.ts'
import type { Passage } from '../passage.ts'
import { type TypedLabel, typedLabels, typedRanges } from '../period-labels.ts'
import { periodName, typedHint } from '../typed-hint.ts'

function judgeLabel(label: TypedLabel, passage: Passage, { files, deck }: Context): Finding | undefined {
  if (!label.period) return undefined // rule P1 tells of those that are no period
  return finding('P4', 'error', {
    slide: passage.slide.id,
    place: placeOf(passage, label, files),
    facts: [],
    message: `invalid period "${label.text}": typed, so that it does not roll on`,
    hint: `Write {{period "${periodName(label.period, deck.config)}"}}, or [[${label.text}]] where it is a name.`,
  })
}

function judgePassage(passage: Passage, context: Context, metrics: ReadonlySet<string>): readonly Finding[] {
  const labels = typedLabels(passage, context.deck.config.calendar)
  const dates = typedRanges(passage)
  const numerals = typedNumerals(passage, [...labels, ...dates], context.words)
  const ranges = dates.map((match) =>
    finding('P4', 'error', {
      slide: passage.slide.id,
      place: placeOf(passage, match, context.files),
      facts: [],
      message: `invalid dates "${match.text}": typed, so that they do not roll on`,
      hint: 'Write {{dates "FY" style="short"}} with the period you mean.',
    }),
  )
  const typed = numerals.map((numeral) =>
    finding('P4', 'error', {
      slide: passage.slide.id,
      place: placeOf(passage, numeral, context.files),
      facts: [],
      message: `invalid number "${numeral.text}": typed, and bound to no figure`,
      hint: typedHint(numeral, context, metrics),
    }),
  )
  return [...labels.flatMap((label) => judgeLabel(label, passage, context) ?? []), ...ranges, ...typed]
}

function judgeSlide({ slide, shown, passages }: SlideView, context: Context): readonly Finding[] {
  const metrics = new Set(shown.map(({ fact }) => fact.metric))
  const findings = passages.flatMap((passage) => judgePassage(passage, context, metrics))
  if (findings.length > 0 || passages.length === 0) return findings
  return [
    finding('P4', 'ticked', {
      slide: slide.id,
      place: slide.place,
      facts: [],
      message: 'every number is bound or marked as text',
    }),
  ]
}

export const p4: Rule = {
  id: 'P4',
  title: 'every number is bound, or marked as text',
  check: (context) => context.slides.flatMap((view) => judgeSlide(view, context)),
}
