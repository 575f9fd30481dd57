import { describe, expect, test } from 'vitest'
import type { BoundDeck, FigureUse } from '../../src/model/deck.ts'
import { type Fact, figureId } from '../../src/model/fact.ts'
import { add } from '../../src/model/rational.ts'
import { tieOut } from '../../src/tieout/tie-out.ts'
import { row, type SmallDeck, tieSmall } from './small-deck.ts'

/** What is asked of one metric in all four places. */
interface Question {
  readonly name: string
  readonly metric: string
  readonly kind: 'growth' | 'difference'
  /** The measure that a figure, a series or a tile names; without it the periods are named. */
  readonly measure?: 'yoy' | 'qoq' | 'yoy-difference'
  readonly period: string
  readonly before: string
  readonly vs?: string
  readonly vsScenario?: string
}

interface Case {
  readonly own: string
  /** The scenarios in which the base's figure is known. */
  readonly known: readonly string[]
  /** The scenario that is compared with when nobody names one. */
  readonly usual: string
}

const cases: readonly Case[] = [
  { own: 'actual', known: ['actual', 'target', 'plan'], usual: 'actual' },
  { own: 'target', known: ['actual', 'target', 'plan'], usual: 'actual' },
  { own: 'target', known: ['target', 'plan'], usual: 'target' },
  { own: 'plan', known: ['actual', 'target', 'plan'], usual: 'actual' },
  { own: 'plan', known: ['target', 'plan'], usual: 'plan' },
]

const subjects = [
  { metric: 'income', kind: 'growth', measure: 'yoy', period: 'FY08', before: 'FY07' },
  { metric: 'income', kind: 'growth', measure: 'qoq', period: '4Q08', before: '3Q08' },
  { metric: 'income', kind: 'difference', measure: 'yoy-difference', period: 'FY08', before: 'FY07' },
  { metric: 'uptime', kind: 'growth', measure: 'yoy', period: 'FY08', before: 'FY07' }, // in points
] as const

function questionsOf({ own }: Case): readonly Question[] {
  const other = own === 'target' ? 'actual' : 'target'
  return subjects.flatMap(({ measure, ...subject }): readonly Question[] => {
    const name = `${measure}-${subject.metric}`
    const named = { ...subject, vs: subject.before }
    return [
      { ...subject, measure, name: `${name}-default` },
      { ...named, name: `${name}-vs` },
      { ...named, vsScenario: 'target', name: `${name}-vs-scenario` },
      { ...named, vs: subject.period, vsScenario: other, name: `${name}-against` },
    ]
  })
}

const scenarios = ['actual', 'target', 'plan'] as const

/** Every scenario has its own numbers, so that a base of another one cannot pass. */
const values: Readonly<Record<string, { readonly income: readonly string[]; readonly uptime: readonly string[] }>> = {
  actual: { income: ['260', '290', '1000', '1143'], uptime: ['91.0', '93.5'] },
  target: { income: ['240', '310', '900', '1200'], uptime: ['90.0', '95.0'] },
  plan: { income: ['230', '330', '850', '1270'], uptime: ['88.0', '97.0'] },
}

function figureRows({ known }: Pick<Case, 'known'>): readonly string[] {
  return Object.entries(values).flatMap(([scenario, { income, uptime }]) => {
    const [lastQuarter = '', quarter = '', lastYear = '', year = ''] = income
    const given = (value: string): string => (known.includes(scenario) ? value : '')
    return [
      row('income', [given(lastQuarter), quarter, given(lastYear), year].join(','), { scenario }),
      row('uptime', ['', '', given(uptime[0] ?? ''), uptime[1]].join(','), { unit: '%', scenario }),
    ]
  })
}

const option = (name: string, value: string | undefined): string => (value === undefined ? '' : ` ${name}="${value}"`)
const entry = (name: string, value: string | undefined): string => (value === undefined ? '' : `, ${name}: ${value}`)
const fence = (name: string, content: string): string => `\`\`\`${name}\n${content}\n\`\`\`\n`

function sentence({ metric, kind, measure, period, vs, vsScenario }: Question, own: string): string {
  const scenario = option('scenario', own)
  if (measure !== undefined) return `{{figure "${metric}" "${period}" measure="${measure}"${scenario}}}`
  const helper = kind === 'growth' ? 'change' : 'difference'
  return `{{${helper} "${metric}" "${period}"${option('vs', vs)}${option('vs-scenario', vsScenario)}${scenario}}}`
}

function table({ metric, kind, measure, period, before, vs, vsScenario }: Question, own: string): string {
  const first = `{period: ${period}, scenario: ${own}}`
  const second = measure === 'yoy' ? '' : `, {period: ${vs ?? before}${entry('scenario', vsScenario)}}`
  const change = kind === 'growth' ? 'yoy' : 'difference'
  return fence('table', `rows: [${metric}]\ncolumns: [${first}${second}]\nchange: ${change}`)
}

/** Tiles show growth only. */
function tile({ metric, kind, measure, period, vs, vsScenario }: Question, own: string): string {
  if (kind === 'difference') return ''
  const change = `${entry('change', measure)}${entry('vs', vs)}${entry('vs-scenario', vsScenario)}`
  return fence('tiles', `- {metric: ${metric}, period: ${period}, scenario: ${own}${change}}`)
}

/** A series of changes; an arrow where the base is named, which needs two bars of different periods. */
function chart({ metric, kind, measure, period, vs, vsScenario }: Question, { own, usual }: Case): string {
  const periods = `{period: ${period}, scenario: ${own}}`
  if (measure !== undefined)
    return fence('chart', `type: column\nseries: [{metric: ${metric}, measure: ${measure}}]\nperiods: [${periods}]`)
  if (vs === period) return ''
  const bars = `{period: ${vs}, scenario: ${vsScenario ?? usual}}, ${periods}`
  const as = kind === 'growth' ? 'relative' : 'absolute'
  const arrow = `differences: [{from: ${vs}, to: ${period}, as: ${as}}]`
  return fence('chart', `type: column\nseries: [${metric}]\nperiods: [${bars}]\n${arrow}`)
}

/** A deck that prints targets needs one. */
const statement = {
  '990-statement':
    '---\nlayout: statement\ntitle: Outlook\n---\nResults may differ from our forward-looking statements.\n',
}

const isDrawn = ({ measure, vs, period }: Question): boolean => measure !== undefined || vs !== period

function deckOf(given: Case): SmallDeck {
  const slides = questionsOf(given).flatMap((question, index): readonly (readonly [string, string])[] => {
    const words = `- ${given.own === 'actual' ? 'It was' : 'We target'} {{figure "${question.metric}" "${question.period}" scenario="${given.own}"}}, `
    const text = `${words}${sentence(question, given.own)}\n\n`
    const front = (layout: string): string => `---\nlayout: ${layout}\ntitle: Results\n---\n`
    const blocks = `${tile(question, given.own)}\n${table(question, given.own)}`
    const drawn = isDrawn(question) ? chart(question, given) : ''
    return [
      [`${100 + 2 * index}-${question.name}`, `${front('points')}${text}${blocks}`],
      ...(drawn === ''
        ? []
        : [[`${101 + 2 * index}-${question.name}-chart`, `${front('chart-and-points')}${drawn}\n${text}`] as const]),
    ]
  })
  return {
    columns: '3Q08,4Q08,FY07,FY08',
    scenarios: ['plan: {label: Plan, kind: forecast}'],
    metrics: ['uptime: {label: Uptime of servers, unit: "%", kind: ratio, polarity: more}'],
    rows: figureRows(given),
    slides: { ...Object.fromEntries(slides), ...statement },
  }
}

const idOf = (metric: string, period: string, scenario: string): string =>
  `${metric}@${period}${scenario === 'actual' ? '' : `#${scenario}`}`

interface Printed {
  readonly use: FigureUse
  readonly fact: Fact
}

/** The changes that the slides of a question print. */
function changesOf(deck: BoundDeck, { name }: Question): readonly Printed[] {
  return deck.slides
    .filter(({ id }) => id === name || id === `${name}-chart`)
    .flatMap(({ uses }) => uses)
    .flatMap((use) => {
      const fact = deck.facts.get(use.fact)
      return fact?.kind === 'growth' || fact?.kind === 'difference' ? [{ use, fact }] : []
    })
}

/** The deck with some figures of its data doubled. */
function doubled(deck: BoundDeck, ids: readonly string[]): BoundDeck {
  const figures = deck.data.figures.map((figure) => {
    const { value, low, high } = figure
    if (!ids.includes(figureId(figure)) || !value || !low || !high) return figure
    return { ...figure, value: add(value, value), low: add(low, value), high: add(high, value) }
  })
  return { ...deck, data: { ...deck.data, figures } }
}

/** The words that name the base. */
function wordOf({ period, before, vs, vsScenario }: Question, { usual }: Case): string {
  if (vs === period) return `compared to the ${vsScenario}`
  if (vsScenario !== undefined && vsScenario !== usual) return `compared to the ${before} ${vsScenario}`
  return before === '3Q08' ? 'QoQ' : 'YoY'
}

/** Verdicts of the rules of changes on printed numbers, by use. */
function verdictsOf(deck: BoundDeck, printed: readonly Printed[]): readonly string[] {
  const keys = new Set(printed.map(({ use }) => use.key))
  const slides = deck.slides.filter(({ uses }) => uses.some(({ key }) => keys.has(key)))
  const { findings } = tieOut({ ...deck, slides })
  return findings.flatMap(({ rule, use, verdict }) =>
    ['C1', 'C2', 'C3', 'C5'].includes(rule) && use !== undefined && keys.has(use) ? [verdict] : [],
  )
}

describe.each(cases)('a change of $own, its base known as $known', (given) => {
  const { deck, result } = tieSmall(deckOf(given))

  test('the deck ties out', () => {
    expect(result.findings.filter(({ verdict }) => verdict === 'error')).toEqual([])
  })

  test.each(questionsOf(given))('$name: one answer in sentence, table, tile and chart', (question) => {
    const printed = changesOf(deck, question)
    const places = (question.kind === 'growth' ? 3 : 2) + (isDrawn(question) ? 2 : 0)
    expect(printed).toHaveLength(places)
    expect(new Set(printed.map(({ fact }) => fact.id)).size).toBe(1)
    expect(new Set(printed.map(({ use }) => use.displayed)).size).toBe(1)
  })

  test.each(questionsOf(given))('$name: the fact names its base, and the base alone decides', (question) => {
    const printed = changesOf(deck, question)
    const period = question.vs ?? question.before
    const scenario = question.vsScenario ?? (period === question.period ? given.own : given.usual)
    const base = idOf(question.metric, period, scenario)
    const word = wordOf(question, given)
    for (const { fact } of printed) {
      expect(fact.comparator).toMatchObject({ scenario, base, period: { label: period }, word })
      expect(fact.inputs).toContain(base)
    }
    const inputs = printed.flatMap(({ fact }) => fact.inputs)
    const others = scenarios.map((one) => idOf(question.metric, period, one)).filter((id) => !inputs.includes(id))
    expect(verdictsOf(deck, printed)).toEqual(printed.map(() => 'ticked'))
    expect(verdictsOf(doubled(deck, [base]), printed)).toEqual(printed.map(() => 'error'))
    expect(verdictsOf(doubled(deck, others), printed)).toEqual(printed.map(() => 'ticked'))
  })
})
