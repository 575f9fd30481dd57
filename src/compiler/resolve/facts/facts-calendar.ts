import { fiscalYear, spanOf } from '../../../format/fiscal.ts'
import { type Fact, figureId } from '../../../model/fact.ts'
import type { FigureQuestion } from '../../../model/fact-book.ts'
import type { Metric } from '../../../model/figure.ts'
import type { Span } from '../../../model/period.ts'
import type { FactContext } from './facts-context.ts'
import { addFacts } from './facts-operands.ts'
import { computedFact, type Identity, publishedFact } from './facts-outcome.ts'

/** Spans as months from the start of the fiscal year: [first month, months, sign]. */
type Recipe = readonly (readonly [offset: number, months: number, sign: 1 | -1])[]

/** How a span follows from others of its fiscal year, by "offset+months"; the surest way first. */
const recipes: Readonly<Record<string, readonly Recipe[]>> = {
  '0+12': [
    [
      [0, 3, 1],
      [3, 3, 1],
      [6, 3, 1],
      [9, 3, 1],
    ],
    [
      [0, 6, 1],
      [6, 6, 1],
    ],
    [
      [0, 9, 1],
      [9, 3, 1],
    ],
  ],
  '0+9': [
    [
      [0, 3, 1],
      [3, 3, 1],
      [6, 3, 1],
    ],
    [
      [0, 6, 1],
      [6, 3, 1],
    ],
  ],
  '0+6': [
    [
      [0, 3, 1],
      [3, 3, 1],
    ],
  ],
  '6+6': [
    [
      [6, 3, 1],
      [9, 3, 1],
    ],
    [
      [0, 12, 1],
      [0, 6, -1],
    ],
  ],
  '3+3': [
    [
      [0, 6, 1],
      [0, 3, -1],
    ],
  ],
  '6+3': [
    [
      [0, 9, 1],
      [0, 6, -1],
    ],
  ],
  '9+3': [
    [
      [0, 12, 1],
      [0, 9, -1],
    ],
  ],
}

/** The last `months` of a year so far, in quarters from a month of the recipe. */
const quartersFrom = (offset: number, months: number, sign: 1 | -1): Recipe =>
  Array.from({ length: months / 3 }, (_, index) => [offset + 3 * index, 3, sign] as const)

/**
 * The last twelve months, `done` of which lie in the next fiscal year: four quarters, two halves, or the year before
 * plus the year so far, less the same span a year earlier.
 */
function lastTwelveMonths(done: number): readonly Recipe[] {
  const rolled: Recipe = [
    [0, 12, 1],
    [12, done, 1],
    [0, done, -1],
  ]
  if (done % 3 !== 0) return [rolled]
  const inQuarters: Recipe = [[0, 12, 1], ...quartersFrom(12, done, 1), ...quartersFrom(0, done, -1)]
  const others: Readonly<Record<number, readonly Recipe[]>> = {
    3: [rolled],
    6: [
      [
        [6, 6, 1],
        [12, 6, 1],
      ],
      rolled,
      inQuarters,
    ],
    9: [
      [
        [9, 3, 1],
        [12, 9, 1],
      ],
      rolled,
      inQuarters,
      [
        [0, 12, 1],
        [12, 6, 1],
        [18, 3, 1],
        [0, 6, -1],
        [6, 3, -1],
      ],
    ],
  }
  return [quartersFrom(done, 12, 1), ...(others[done] ?? [])]
}

function recipesOf(offset: number, months: number): readonly Recipe[] {
  const isLastTwelve = months === 12 && offset > 0
  return isLastTwelve ? lastTwelveMonths(offset) : (recipes[`${offset}+${months}`] ?? [])
}

interface Part {
  readonly fact: Fact
  readonly sign: 1 | -1
}

/** The published figures of a recipe; undefined unless all are there. Restated ones mix with no others of their year. */
function partsOf(
  context: FactContext,
  question: Required<FigureQuestion>,
  recipe: { recipe: Recipe; start: number },
): readonly Part[] | undefined {
  const { calendar } = context.data.config
  const parts: Part[] = []
  for (const [offset, months, sign] of recipe.recipe) {
    const bare: Span = { kind: 'span', start: recipe.start + offset, months, label: '' }
    const figure = context.figures.find({ ...question, period: bare, measure: 'value' })
    if (!figure || figure.value === null) return undefined
    const asked = { ...question, period: spanOf(bare.start, months, calendar) }
    parts.push({ sign, fact: publishedFact({ id: figureId(asked), kind: 'figure', ...asked }, figure) })
  }
  const isYearOfOneKind = (first: number): boolean => {
    const inYear = parts.filter((_, index) => Math.floor((recipe.recipe[index]?.[0] ?? 0) / 12) * 12 === first)
    return new Set(inYear.map(({ fact }) => fact.status === 'restated')).size <= 1
  }
  return [0, 12].every(isYearOfOneKind) ? parts : undefined
}

/**
 * A flow that was not published for a span but for those that make it up: a year is the sum of its quarters, the fourth
 * quarter the year less nine months, the last twelve months four quarters. Only from published figures, and never for stocks or ratios.
 */
export function calendarFact(
  context: FactContext,
  asked: {
    readonly question: Required<FigureQuestion> & { readonly period: Span }
    readonly metric: Metric
    readonly identity: Identity
  },
): Fact | undefined {
  const { question, metric, identity } = asked
  const { start } = fiscalYear(question.period.start, context.data.config.calendar)
  const ways = recipesOf(question.period.start - start, question.period.months)
  for (const recipe of ways) {
    const parts = partsOf(context, question, { recipe, start })
    if (!parts) continue
    const inputs = parts.map(({ fact }) => context.figure({ ...question, period: fact.period }))
    const unit = { ...metric.unit, exponent: Math.max(...inputs.map((fact) => fact.unit.exponent)) }
    const outcome = addFacts(parts, unit)
    if (!outcome) continue
    const formula = parts
      .map(({ fact, sign }, index) => `${index === 0 ? '' : sign > 0 ? ' + ' : ' - '}${fact.id}`)
      .join('')
    return computedFact(context, identity, { unit, inputs, formula, outcome })
  }
  return undefined
}
