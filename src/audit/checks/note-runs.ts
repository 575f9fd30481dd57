import { multiply, powerOfTen, type Rational } from '../../model/rational.ts'
import type { CheckInput, CheckRule } from '../check-input.ts'
import { unitClass } from '../stated-facts.ts'
import type { TextStatement } from '../text-model.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { contentWords } from '../words/text-subject.ts'
import { checkSum, isAmount, isWithin } from './breakdown-sum.ts'

/** Runs of neighbouring lines with one amount each: notes to a line of the slide's table. */
export function noteRuns({ statements, document }: CheckInput): readonly (readonly TextStatement[])[] {
  const runs: TextStatement[][] = []
  let last: { line: number; item: number } | undefined
  for (const item of document.items) {
    const own = statements.filter(
      (statement) => statement.item === item.id && isAmount(statement) && statement.number.unit?.kind === 'currency',
    )
    const line = item.segments[0]?.line ?? 0
    const [only] = own
    if (own.length !== 1 || !only) {
      last = undefined
      continue
    }
    if (last && last.line + 1 >= line) runs.at(-1)?.push(only)
    else runs.push([only])
    last = { line: item.segments.at(-1)?.line ?? line, item: item.id }
  }
  return runs.filter((run) => run.length >= 2)
}

/** An amount without its scale, as its neighbours have it. */
export function scaledLike(statement: TextStatement, run: readonly TextStatement[]): TextStatement {
  const exponent = run.find(({ number }) => number.exponent > 0)?.number.exponent
  if (exponent === undefined || statement.number.exponent !== 0) return statement
  const factor: Rational = powerOfTen(exponent)
  return {
    ...statement,
    value: multiply(statement.value, factor),
    number: {
      ...statement.number,
      value: multiply(statement.number.value, factor),
      ulp: multiply(statement.number.ulp, factor),
    },
  }
}

/** Notes under a table against the line that they explain: ticked when they meet, reported when they nearly do. */
export const notes: CheckRule = (input) =>
  noteRuns(input).flatMap((run) => {
    const parts = run.map((part) => scaledLike(part, run))
    const [first] = parts
    const candidates = input.statements.filter(
      (other) =>
        first &&
        other.cell &&
        other.kind === 'value' &&
        other.slide === first.slide &&
        unitClass(other) === unitClass(first),
    )
    const met = candidates
      .map((total) => ({ total, check: checkSum(total, parts, 'warning') }))
      .find(({ check }) => check.verdict === 'ticked')
    if (met) return [met.check]
    const near = candidates.find(
      (total) =>
        isWithin(total, parts, 1n) &&
        parts.some(({ subject }) => shareWord(subject.text, total.subject.text, input.lexicon)),
    )
    return near ? [checkSum(near, parts, 'warning')] : []
  })

const shareWord = (a: string, b: string, lexicon: Lexicon): boolean => {
  const words = new Set(contentWords(b, lexicon))
  return contentWords(a, lexicon).some((word) => words.has(word) && word.length > 4)
}
