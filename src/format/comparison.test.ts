import { expect, test } from 'vitest'
import { figureId } from '../model/fact.ts'
import type { ChangeQuestion } from '../model/fact-book.ts'
import type { Measure } from '../model/figure.ts'
import type { Calendar } from '../model/period.ts'
import { baseOf, comparedPeriod, isDifference } from './comparison.ts'
import { parsePeriod } from './period-text.ts'

const calendar: Calendar = {
  startMonth: 4,
  yearNamedBy: 'start',
  style: 'kessan',
  subPeriods: 'quarters',
  longYears: [],
}
const at = (label: string) => {
  const period = parsePeriod(label, calendar)
  if (!period) throw new Error(`no period ${label}`)
  return period
}
const [year, quarter] = [at('FY08'), at('4Q08')]
const [actual, target, plan] = ['a@FY07', 'a@FY07#target', 'a@FY07#plan']

test.each<[name: string, Omit<ChangeQuestion, 'metric' | 'period'>, known: readonly string[], base: string]>([
  ['the year before', {}, [], actual],
  ['a period by name', { vs: quarter }, [], 'a@4Q08'],
  ['a target against what was', { scenario: 'target' }, [actual, target], actual],
  ['a target against a target, where no more is known', { scenario: 'target' }, [target], target],
  ['a target of which nothing before is known', { scenario: 'target' }, [], actual],
  ['no other scenario is guessed', { scenario: 'plan' }, [target], actual],
  ['a plan against a plan', { scenario: 'plan' }, [target, plan], plan],
  ['a scenario by name', { vsScenario: 'target' }, [actual], target],
  ['its own scenario by name', { scenario: 'plan', vsScenario: 'plan' }, [actual, plan], plan],
])('%s', (_name, question, known, base) => {
  const isKnown = (asked: Parameters<typeof figureId>[0]): boolean => known.includes(figureId(asked))
  expect(figureId(baseOf({ metric: 'a', period: year, ...question }, { calendar, isKnown }))).toBe(base)
})

test.each<[Measure, label: string | undefined, difference: boolean]>([
  ['value', undefined, false],
  ['yoy', '4Q07', false],
  ['qoq', '3Q08', false],
  ['yoy-difference', '4Q07', true],
  ['qoq-difference', '3Q08', true],
  ['change from 1Q06', '1Q06', false],
  ['difference from 1Q06', '1Q06', true],
  ['change from 5Q06', undefined, false],
])('%s compares with %s', (measure, label, difference) => {
  expect(comparedPeriod(measure, quarter, calendar)?.label).toBe(label)
  expect(isDifference(measure)).toBe(difference)
})
