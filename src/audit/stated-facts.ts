import type { Period } from '../model/period.ts'
import { compare } from '../model/rational.ts'
import type { Statement, Subject } from './text-model.ts'
import { keyOf } from './words/fiscal-calendar.ts'
import { subjectKey } from './words/text-subject.ts'
import { measureKind } from './words/vocabulary.ts'

/** All statements, found by what they say. */
export interface Facts {
  /** Statements of the same fact: same subject, period, scenario, kind and comparison. */
  readonly groups: ReadonlyMap<string, readonly Statement[]>
  /** The level of a subject at a period, as its finest statement gives it. */
  level(
    subject: Subject,
    period: Period | undefined,
    scenario: Statement['scenario'],
    unit: string,
  ): Statement | undefined
  /** Statements of the levels of a subject, any period. */
  readonly levels: readonly Statement[]
}

/** Currencies differ; plain numbers and counts of any noun are one. */
export function unitClass(statement: Pick<Statement, 'number'>): string {
  const { unit } = statement.number
  return unit === undefined || unit.kind === 'count' ? 'count' : unit.kind === 'currency' ? unit.base : unit.kind
}

const kindOf = (subject: Subject): 'flow' | 'stock' => (measureKind(subject.measure) === 'stock' ? 'stock' : 'flow')

export const periodKey = (subject: Subject, period: Period | undefined): string | undefined =>
  period && keyOf(period, kindOf(subject))

/** Identity of the fact that a statement states; undefined when it is not known well enough to compare. */
export function factKey(statement: Statement): string | undefined {
  const { subject, period, scenario, kind, comparison, base, whole } = statement
  const [about, when] = [subjectKey(subject), periodKey(subject, period)]
  if (about === undefined || when === undefined || statement.number.hedge !== undefined) return undefined
  const change =
    kind === 'growth' || kind === 'difference' ? (base ? keyOf(base, 'stock') : (comparison ?? '?')) : (whole ?? '')
  return [about, when, scenario, kind, unitClass(statement), change].join('/')
}

const levelKey = (about: string, when: string, scenario: string, unit: string): string =>
  `${about}/${when}/${scenario}/${unit}`

const isFiner = (a: Statement, b: Statement): boolean => compare(a.number.ulp, b.number.ulp) < 0

export function indexFacts(statements: readonly Statement[]): Facts {
  const groups = new Map<string, Statement[]>()
  const levels = new Map<string, Statement>()
  for (const statement of statements) {
    if (statement.doubtful) continue
    const key = factKey(statement)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), statement])
    const [about, when] = [subjectKey(statement.subject), periodKey(statement.subject, statement.period)]
    if (statement.kind !== 'value' || about === undefined || when === undefined || statement.number.hedge !== undefined)
      continue
    const level = levelKey(about, when, statement.scenario, unitClass(statement))
    const known = levels.get(level)
    if (!known || isFiner(statement, known)) levels.set(level, statement)
  }
  return {
    groups,
    levels: [...levels.values()],
    level: (subject, period, scenario, unit) => {
      const [about, when] = [subjectKey(subject), periodKey(subject, period)]
      return about === undefined || when === undefined ? undefined : levels.get(levelKey(about, when, scenario, unit))
    },
  }
}
