import type { Finding } from '../finding.ts'
import type { CheckedSlide, Rule, RuleContext } from '../rule.ts'
import { labelsOf } from '../words/names/labelled-figures.ts'
import { tileLabel } from '../words/names/tile-label.ts'
import { figuresOf } from '../words/passage.ts'
import { endFindings } from '../words/qualities/end-words.ts'
import { labelTimeFindings } from '../words/qualities/label-times.ts'
import { periodFindings, periodLabelFindings, rangeFindings, yearFindings } from '../words/qualities/period-words.ts'
import { scenarioFindings, scenarioLabelFindings } from '../words/qualities/scenario-words.ts'
import { signFindings } from '../words/qualities/sign-words.ts'
import { timeFindings } from '../words/qualities/time-words.ts'
import { unitLabelFindings } from '../words/qualities/unit-labels.ts'
import { statedUnitFindings, unitFindings } from '../words/qualities/unit-words.ts'
import { weekFindings } from '../words/qualities/week-words.ts'

/** What running text may say of a number beside its metric and its direction; a new kind is a line here. */
const textChecks = [
  ...[scenarioFindings, signFindings, unitFindings],
  ...[periodFindings, timeFindings, endFindings, weekFindings],
]
/** What the labels of charts and tables may say of the numbers under them. */
const labelChecks = [scenarioLabelFindings, periodLabelFindings, labelTimeFindings, unitLabelFindings]

/** A range of months in the title or subtitle is that of the slide's figures. */
function headFindings({ slide, shown, passages }: CheckedSlide, context: RuleContext): readonly Finding[] {
  const periods = shown.map(({ fact }) => fact.period)
  return passages
    .filter((passage) => ['title', 'subtitle'].includes(passage.region) && figuresOf(passage).length === 0)
    .flatMap((passage) => {
      const { text, place } = passage
      return [
        ...rangeFindings(text, periods, { slide: slide.id, place, facts: [] }, context),
        ...yearFindings(passage, periods, context),
      ]
    })
}

function checkSlide(checked: CheckedSlide, context: RuleContext): readonly Finding[] {
  const { slide, passages } = checked
  const labels = slide.visuals.flatMap((visual) => labelsOf(context.deck)(visual))
  return [
    ...passages.flatMap((passage) => textChecks.flatMap((check) => check(passage, context))),
    ...passages.flatMap((passage) => {
      const label = tileLabel(passage)
      return label ? unitLabelFindings(label, slide, context) : []
    }),
    ...labels.flatMap((label) => labelChecks.flatMap((check) => check(label, slide, context))),
    ...statedUnitFindings(checked, context),
    ...headFindings(checked, context),
  ]
}

export const s9: Rule = {
  id: 'S9',
  title: 'words of scenario, sign, unit and period are those of the figure beside them',
  check: (context) => context.slides.flatMap((checked) => checkSlide(checked, context)),
}
