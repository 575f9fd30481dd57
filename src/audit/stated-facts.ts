import { statedKey } from '../format/figure-key.ts'
import { groupBy } from '../format/group-by.ts'
import type { Period } from '../model/period.ts'
import { compare } from '../model/rational.ts'
import type { TextStatement, TextSubject } from './text-model.ts'
import { subjectKey } from './words/text-subject.ts'
import { measureKind } from './words/vocabulary.ts'

/** All statements, found by what they say. */
export interface StatedFacts {
  /** Statements of the same fact: same subject, period, scenario, kind and comparison. */
  readonly groups: ReadonlyMap<string, readonly TextStatement[]>
  /** The level of a subject at a period, as its finest statement gives it. */
  level(
    subject: TextSubject,
    period: Period | undefined,
    scenario: TextStatement['scenario'],
    unit: string,
  ): TextStatement | undefined
  /** Statements of the levels of a subject, any period. */
  readonly levels: readonly TextStatement[]
}

/** Currencies differ; plain numbers and counts of any noun are one. */
export function unitClass(statement: Pick<TextStatement, 'number'>): string {
  const { unit } = statement.number
  return unit === undefined || unit.kind === 'count' ? 'count' : unit.kind === 'currency' ? unit.base : unit.kind
}

const kindOf = (subject: TextSubject): 'flow' | 'stock' => (measureKind(subject.measure) === 'stock' ? 'stock' : 'flow')

export const subjectPeriodKey = (subject: TextSubject, period: Period | undefined): string | undefined =>
  period && statedKey(period, { kind: kindOf(subject) })

/** Identity of the fact that a statement states; undefined when it is not known well enough to compare. */
export function statedFactKey(statement: TextStatement): string | undefined {
  const { subject, period, scenario, kind, comparison, base, whole } = statement
  const [about, when] = [subjectKey(subject), subjectPeriodKey(subject, period)]
  if (about === undefined || when === undefined || statement.number.hedge !== undefined) return undefined
  const change =
    kind === 'growth' || kind === 'difference'
      ? base
        ? statedKey(base, { kind: 'stock' })
        : (comparison ?? '?')
      : (whole ?? '')
  return [about, when, scenario, kind, unitClass(statement), change].join('/')
}

type Cell = NonNullable<TextStatement['cell']>

/** Values of a subject in a cell's column of its table. */
export const valuesInColumn = (
  { table, column }: Cell,
  { measure, entity }: TextSubject,
  statements: readonly TextStatement[],
): readonly TextStatement[] =>
  statements.filter(
    ({ kind, cell, subject }) =>
      kind === 'value' &&
      cell?.table === table &&
      cell.column === column &&
      subject.measure === measure &&
      subject.entity === entity,
  )

/** Values of a subject in a cell's row of its table, whose rows are periods. */
export const valuesInRow = (
  { table, row }: Cell,
  { measure, entity }: TextSubject,
  statements: readonly TextStatement[],
): readonly TextStatement[] =>
  statements.filter(
    ({ kind, cell, subject }) =>
      kind === 'value' &&
      cell?.table === table &&
      cell.row === row &&
      subject.measure === measure &&
      subject.entity === entity,
  )

/** The first value of a cell, beside whatever else it states. */
export const valueInCell = (
  { table, row, column }: Cell,
  statements: readonly TextStatement[],
): TextStatement | undefined =>
  statements.find(
    ({ kind, cell }) => kind === 'value' && cell?.table === table && cell.row === row && cell.column === column,
  )

const levelKey = (about: string, when: string, scenario: string, unit: string): string =>
  `${about}/${when}/${scenario}/${unit}`

const isFiner = (a: TextStatement, b: TextStatement): boolean => compare(a.number.ulp, b.number.ulp) < 0

export function indexStatedFacts(statements: readonly TextStatement[]): StatedFacts {
  const sound = statements.filter(({ doubtful }) => !doubtful)
  const levels = new Map<string, TextStatement>()
  for (const statement of sound) {
    const [about, when] = [subjectKey(statement.subject), subjectPeriodKey(statement.subject, statement.period)]
    if (statement.kind !== 'value' || about === undefined || when === undefined || statement.number.hedge !== undefined)
      continue
    const level = levelKey(about, when, statement.scenario, unitClass(statement))
    const known = levels.get(level)
    if (!known || isFiner(statement, known)) levels.set(level, statement)
  }
  return {
    groups: groupBy(
      sound.filter((statement) => statedFactKey(statement) !== undefined),
      (statement) => statedFactKey(statement) ?? '',
    ),
    levels: [...levels.values()],
    level: (subject, period, scenario, unit) => {
      const [about, when] = [subjectKey(subject), subjectPeriodKey(subject, period)]
      return about === undefined || when === undefined ? undefined : levels.get(levelKey(about, when, scenario, unit))
    },
  }
}
