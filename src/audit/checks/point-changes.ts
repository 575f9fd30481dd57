import type { Interval } from '../../model/interval.ts'
import { difference, meets, ratio, scale } from '../../model/interval.ts'
import type { Period } from '../../model/period.ts'
import type { CheckInput } from '../check-input.ts'
import { type CheckRule, failed, ticked } from '../check-input.ts'
import type { TextStatement } from '../text-model.ts'
import { rangeOf } from '../words/statement-interval.ts'
import { subjectOfMeasure } from '../words/text-subject.ts'
import { lineOf, nameOf, printed } from '../words/wording.ts'
import { rangeText, severityOf } from './changes.ts'
import { currencies, hundred, ratioParts } from './ratios.ts'

/** C5: points between two printed ratios. */
export const pointChanges: CheckRule = (input) =>
  input.statements.flatMap((statement) => {
    const { period, base } = statement
    if (
      statement.kind !== 'difference' ||
      statement.number.unit?.kind !== 'points' ||
      !period ||
      !base ||
      statement.doubtful
    )
      return []
    const [now, before] = [
      ratioAt(statement, period, statement.scenario, input),
      ratioAt(statement, base, 'actual', input),
    ]
    if (!now || !before) return []
    const [first, ...rest] = [...now.parts, ...before.parts]
    const arithmetic = `${now.text} − ${before.text}, printed ${printed(statement)} on ${lineOf(statement)} (${[...new Set([...now.parts, ...before.parts].map(lineOf))].join(', ')})`
    const checked = {
      rule: 'C5',
      code: 'text-points',
      parts: [statement, ...(first ? [first, ...rest] : [])] as const,
      arithmetic,
    }
    if (meets(difference(now.range, before.range), rangeOf(statement))) return [ticked(checked)]
    return [
      failed({
        ...checked,
        severity: severityOf(checked.parts),
        message: `invalid change: "${printed(statement)}" for ${nameOf(statement)}; ${now.text} after ${before.text}`,
        hint: '',
      }),
    ]
  })

interface KnownRatio {
  readonly range: Interval
  readonly text: string
  readonly parts: readonly TextStatement[]
}

/** A ratio at a period: as printed, or computed from the levels that it is made of. */
function ratioAt(
  { subject }: TextStatement,
  period: Period,
  scenario: TextStatement['scenario'],
  input: CheckInput,
): KnownRatio | undefined {
  const level = input.facts.level(subject, period, scenario, 'percent')
  if (level) return { range: rangeOf(level), text: printed(level), parts: [level] }
  const definition = ratioParts[subject.measure ?? '']
  for (const unit of definition ? currencies(input) : []) {
    const [part, whole] = (definition ?? []).map((measure) =>
      input.facts.level(subjectOfMeasure(measure, subject.entity), period, scenario, unit),
    )
    const computed = part && whole && ratio(rangeOf(part), rangeOf(whole))
    if (!computed) continue
    const range = scale(computed, hundred)
    return { range, text: `${printed(part)} / ${printed(whole)} = ${rangeText(range)}%`, parts: [part, whole] }
  }
  return undefined
}
