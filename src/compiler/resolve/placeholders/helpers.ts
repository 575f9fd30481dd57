import { isValidIn } from '../../../format/comparison.ts'
import { gapPrinted, present } from '../../../format/present.ts'
import { displayIn, formatUnit, isUnscalable } from '../../../format/units.ts'
import type { Fact } from '../../../model/fact.ts'
import type { ChangeQuestion, Display, FigureQuestion } from '../../../model/fact-book.ts'
import { type Metric, measures } from '../../../model/figure.ts'
import { invalidUnit } from '../../diagnostics/data.ts'
import { softened } from '../../diagnostics/gaps.ts'
import { missingArgument, missingFigure } from '../../diagnostics/placeholders.ts'
import { unsupportedShare } from '../../diagnostics/visuals.ts'
import type { DeckContext } from '../deck-context.ts'
import { reportLostDigits } from '../lost-digits.ts'
import type { Call, Helper } from './helper-call.ts'
import { isTruthy, unknownValue, type Value } from './value.ts'
import { wordHelpers } from './word-helpers.ts'

const displayOptions = ['as', 'decimals', 'unit', 'negative', 'currency', 'tone'] as const
const changeForms = ['words', 'signed', 'magnitude'] as const

/** Options that every number takes. Reads them all, so that every mistake is reported. */
function readDisplay(call: Call, context: DeckContext, form: Display['form']): Display {
  const as = call.unit('as', context)
  const decimals = call.integer('decimals', [0, 9])
  const unit = call.flag('unit')
  const negative = call.choice('negative', ['parentheses', 'minus', 'triangle'])
  const currency = call.choice('currency', ['code', 'spaced-code', 'symbol'])
  const comparator = call.flag('comparator')
  return {
    ...(as && { as }),
    ...(decimals !== undefined && { decimals }),
    ...(unit !== undefined && { unit }),
    ...(negative && { negative }),
    ...(currency && { currency }),
    ...(form && { form }),
    ...(comparator !== undefined && { comparator }),
  }
}

interface Asked {
  readonly metric: Metric
  readonly display: Display
  readonly fact: () => Fact
}

/** Prints a fact, once everything about the call is known to be right. */
function printFact(call: Call, context: DeckContext, { metric, display, fact: ask }: Asked): Value | undefined {
  const tone = call.choice('tone', ['fall', 'plain'])
  if (!call.sound()) return undefined
  if (!call.live) return unknownValue
  const fact = ask()
  if (fact.absence === 'missing') {
    const { valid } = isValidIn(metric, fact.period) ? {} : metric
    call.report(softened(missingFigure(fact.id, call.place, { valid: valid?.text }), context.draft))
    return context.draft ? { kind: 'figure', fact, printed: gapPrinted(context.data.config) } : undefined
  }
  const asked = display.as && displayIn(fact.unit, display.as)
  if (display.as && !asked) {
    const expected = `a scale of ${formatUnit(fact.unit)}`
    return void call.report(
      invalidUnit(formatUnit(display.as), { place: call.placeOf('as'), metric: fact.id, expected }),
    )
  }
  const printed = present(fact, metric, { ...display, ...asked }, context.data.config)
  reportLostDigits({ fact, printed, place: call.place }, call)
  return { kind: 'figure', fact, printed, tone }
}

function readFigure(call: Call, context: DeckContext): { metric: Metric; asked: FigureQuestion } | undefined {
  const metric = call.metric(0, context)
  const period = call.period(1, context)
  const scenario = call.scenario('scenario', context)
  if (!metric || !period) return undefined
  return { metric, asked: { metric: metric.id, period, ...(scenario !== undefined && { scenario }) } }
}

function readChange(call: Call, context: DeckContext): { metric: Metric; asked: ChangeQuestion } | undefined {
  const vs = call.period('vs', context)
  const vsScenario = call.scenario('vs-scenario', context)
  const found = readFigure(call, context)
  if (!found) return undefined
  return { ...found, asked: { ...found.asked, ...(vs && { vs }), ...(vsScenario !== undefined && { vsScenario }) } }
}

const figureHelper = (context: DeckContext): Helper => ({
  name: 'figure',
  parameters: ['metric', 'period'],
  options: ['scenario', 'form', 'measure', 'comparator', ...displayOptions],
  run(call) {
    const measure = call.choice('measure', measures) ?? 'value'
    const form = measure === 'value' ? call.choice('form', ['value', 'magnitude']) : call.choice('form', changeForms)
    const display = readDisplay(call, context, form)
    const found = readFigure(call, context)
    if (!found) return undefined
    return printFact(call, context, {
      metric: found.metric,
      display,
      fact: () => context.facts.ask(measure, found.asked),
    })
  },
})

interface ChangeHelper {
  readonly name: string
  readonly ask: 'growth' | 'difference'
  readonly form?: 'magnitude'
}

const changeHelper = ({ name, ask, form: fixed }: ChangeHelper, context: DeckContext): Helper => ({
  name,
  parameters: ['metric', 'period'],
  options: ['vs', 'scenario', 'vs-scenario', ...displayOptions, ...(fixed ? [] : ['form', 'comparator'])],
  run(call) {
    const display = readDisplay(call, context, fixed ?? call.choice('form', changeForms))
    const found = readChange(call, context)
    if (!found) return undefined
    return printFact(call, context, { metric: found.metric, display, fact: () => context.facts.ask(ask, found.asked) })
  },
})

const partHelper = (name: 'share' | 'ratio', context: DeckContext): Helper => ({
  name,
  parameters: ['metric', 'period'],
  options: ['of', 'scenario', ...displayOptions],
  run(call) {
    if (!call.has('of')) call.report(missingArgument(name, 'of', call.place))
    const of = call.metric('of', context)
    const display = readDisplay(call, context, undefined)
    const found = readFigure(call, context)
    if (!found || !of) return undefined
    if (name === 'share')
      for (const [at, each] of [[0, found.metric] as const, ['of', of] as const])
        if (isUnscalable(each)) call.report(unsupportedShare(each.id, formatUnit(each.unit), call.placeOf(at)))
    const question = { ...found.asked, of: of.id }
    return printFact(call, context, { metric: found.metric, display, fact: () => context.facts[name](question) })
  },
})

const cagrHelper = (context: DeckContext): Helper => ({
  name: 'cagr',
  parameters: ['metric'],
  options: ['from', 'to', 'scenario', ...displayOptions],
  run(call) {
    for (const end of ['from', 'to']) if (!call.has(end)) call.report(missingArgument('cagr', end, call.place))
    const metric = call.metric(0, context)
    const from = call.period('from', context)
    const to = call.period('to', context)
    const scenario = call.scenario('scenario', context)
    const display = readDisplay(call, context, undefined)
    if (!metric || !from || !to) return undefined
    const question = { metric: metric.id, from, to, ...(scenario !== undefined && { scenario }) }
    return printFact(call, context, { metric, display, fact: () => context.facts.cagr(question) })
  },
})

/** Whether there is such a figure, for an #if around a sentence that prints it. */
const hasHelper = (context: DeckContext): Helper => ({
  name: 'has',
  parameters: ['metric', 'period'],
  options: ['scenario', 'measure'],
  run(call) {
    const measure = call.choice('measure', measures) ?? 'value'
    const found = readFigure(call, context)
    if (!found || !call.sound()) return undefined
    return call.live ? context.facts.ask(measure, found.asked).absence !== 'missing' : unknownValue
  },
})

/** Placeholders that print a number. */
function numberHelpers(context: DeckContext): readonly Helper[] {
  return [
    figureHelper(context),
    changeHelper({ name: 'change', ask: 'growth' }, context),
    changeHelper({ name: 'growth', ask: 'growth', form: 'magnitude' }, context),
    changeHelper({ name: 'difference', ask: 'difference' }, context),
    partHelper('share', context),
    partHelper('ratio', context),
    cagrHelper(context),
    hasHelper(context),
  ]
}

/** Text is compared as text, wherever it comes from. */
const plain = (value: Value): unknown =>
  typeof value === 'object' && value !== null && 'text' in value ? value.text : value

interface Logic {
  readonly name: string
  readonly parameters: readonly string[]
  readonly variadic?: boolean
  readonly of: (values: readonly Value[]) => boolean
}

const logic: readonly Logic[] = [
  { name: 'eq', parameters: ['value', 'value'], of: ([a = null, b = null]) => plain(a) === plain(b) },
  { name: 'not', parameters: ['value'], of: ([a = null]) => !isTruthy(a) },
  { name: 'and', parameters: ['value', 'value'], variadic: true, of: (values) => values.every(isTruthy) },
  { name: 'or', parameters: ['value', 'value'], variadic: true, of: (values) => values.some(isTruthy) },
]

/** Conditions for #if and #unless. */
const logicHelpers: readonly Helper[] = logic.map(({ name, parameters, variadic = false, of }) => ({
  name,
  parameters,
  variadic,
  options: [],
  run: (call: Call) => of(call.values),
}))

/** Every placeholder, by name. */
export function placeholderHelpers(context: DeckContext): ReadonlyMap<string, Helper> {
  const helpers = [...numberHelpers(context), ...wordHelpers(context), ...logicHelpers]
  return new Map(helpers.map((helper) => [helper.name, helper]))
}
