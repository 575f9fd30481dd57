import { formatPeriod } from '../../../format/calendar.ts'
import { gapPrinted, present } from '../../../format/present.ts'
import { displayIn, formatUnit, namesPer } from '../../../format/units.ts'
import { type Inline, plainText, type Tile } from '../../../model/content.ts'
import { isLoss } from '../../../model/fact.ts'
import type { ChangeQuestion } from '../../../model/fact-book.ts'
import { invalidUnit } from '../../diagnostics/data.ts'
import { missingFigure } from '../../diagnostics/placeholders.ts'
import type { TilesSpec } from '../../parse/slides/table-spec.ts'
import { reportLostDigits } from '../lost-digits.ts'
import {
  type BlockEnvironment,
  metricIn,
  periodIn,
  placeIn,
  scenarioIn,
  textIn,
  unitIn,
} from '../slides/block-environment.ts'
import { words } from './table-columns.ts'
import { changeMeasure, measuredLabel } from './table-rows.ts'

/** Headline figures; a tile with a mistake is left out once that is reported. */
export function resolveTiles(spec: TilesSpec, environment: BlockEnvironment): readonly Tile[] {
  return spec.map((tile, index) => resolveTile(tile, index, environment)).filter((tile) => tile !== undefined)
}

function resolveTile(tile: TilesSpec[number], index: number, environment: BlockEnvironment): Tile | undefined {
  const { context, printed, report } = environment
  const { config, scenarios } = context.data
  const metric = metricIn(environment, tile.metric, [index, 'metric'])
  const period = periodIn(environment, tile.period, [index, 'period'])
  const scenario = scenarioIn(environment, tile.scenario, [index, 'scenario'])
  const as = unitIn(environment, tile.as, [index, 'as'])
  const versus = versusOf(tile, index, environment)
  const label = tile.label === undefined ? undefined : textIn(environment, tile.label, [index, 'label'])
  const note = tile.note === undefined ? [] : textIn(environment, tile.note, [index, 'note'])
  if (!metric || !period || (tile.scenario !== undefined && !scenario) || (tile.as !== undefined && !as))
    return undefined
  const place = placeIn(environment, [index, 'metric'])
  const question = { metric: metric.id, period, ...(scenario !== undefined && { scenario }) }
  const measure = changeMeasure(tile.measure)
  const fact = context.facts.ask(measure ?? 'value', question)
  const isGap = fact.absence === 'missing'
  if (isGap) {
    report(missingFigure(fact.id, place, { part: 'tile' }))
    if (!context.draft) return undefined
  }
  const asked = as && displayIn(fact.unit, as)
  if (as && !asked) {
    const expected = `a scale of ${formatUnit(fact.unit)}`
    return void report(
      invalidUnit(formatUnit(as), { place: placeIn(environment, [index, 'as']), metric: metric.id, expected }),
    )
  }
  const name = label ?? words(measuredLabel(metric.short ?? metric.label, measure, environment))
  const display = {
    ...(namesPer(plainText(name), fact.unit, config.language) && { per: false as const }),
    ...asked,
    ...(tile.decimals !== undefined && { decimals: tile.decimals }),
    ...(measure !== undefined && { form: tile.form ?? ('signed' as const), comparator: false }),
    ...(tile.unit === false && { unit: false }),
  }
  const dated: Inline = { kind: 'period', period: period.label, text: formatPeriod(period, config) }
  const shown = isGap ? gapPrinted(config) : present(fact, metric, display, config)
  reportLostDigits({ fact, printed: shown, place }, environment)
  const value = printed.write({ kind: 'figure', fact, printed: shown }, place)
  const scenarioName =
    scenario === undefined || scenario === 'actual' ? '' : (scenarios.get(scenario)?.label ?? scenario)
  const isNamed = scenarioName === '' || names(label, scenarioName)
  return {
    label: name,
    period: isNamed ? [dated] : [dated, { kind: 'text', text: ` ${scenarioName}` }],
    value: [value],
    change: changeOf(tile, { ...question, ...versus }, environment, index),
    note,
    ...(measure === undefined && isLoss(fact, metric) && { isLoss: true as const }),
    place: placeIn(environment, [index]),
    notePlace: placeIn(environment, [index, 'note']),
  }
}

/** What the tile's change is measured against, as far as it says. */
function versusOf(
  tile: TilesSpec[number],
  index: number,
  environment: BlockEnvironment,
): Pick<ChangeQuestion, 'vs' | 'vsScenario'> {
  const vs = tile.vs === undefined ? undefined : periodIn(environment, tile.vs, [index, 'vs'])
  const vsScenario = scenarioIn(environment, tile['vs-scenario'], [index, 'vs-scenario'])
  return { ...(vs && { vs }), ...(vsScenario !== undefined && { vsScenario }) }
}

/** Whether the author's label says the scenario already: "Guidance", "Revenue guidance". */
const names = (label: readonly Inline[] | undefined, scenario: string): boolean =>
  ` ${plainText(label ?? [])} `.toLowerCase().includes(` ${scenario.toLowerCase()} `)

function changeOf(
  tile: TilesSpec[number],
  question: ChangeQuestion,
  { context, printed, place, report, document }: BlockEnvironment,
  index: number,
): readonly Inline[] {
  const isAgainst = question.vs !== undefined || question.vsScenario !== undefined
  const kind = tile.change ?? (isAgainst ? 'growth' : 'none')
  if (kind === 'none') return []
  const { data, facts } = context
  const fact = facts.ask(kind, question)
  const key = ['change', 'vs-scenario', 'vs'].find((name) => document.has([index, name]))
  const at = key ? document.placeOf([index, key]) : place
  if (fact.absence === 'missing') {
    report(missingFigure(fact.id, at, { part: 'change' }))
    return []
  }
  const shown = present(fact, data.metrics.get(fact.metric), {}, data.config)
  return [printed.write({ kind: 'figure', fact, printed: shown }, at)]
}
