import { formatPeriod, previousPeriod } from '../../format/calendar.ts'
import { present } from '../../format/present.ts'
import { formatUnit, isConvertible } from '../../format/unit.ts'
import type { TextRun } from '../../model/deck.ts'
import { invalidUnit } from '../diagnostics/data.ts'
import { missingFigure } from '../diagnostics/placeholders.ts'
import { checkYaml } from '../parse/check-yaml.ts'
import { type BlockEnvironment, metricIn, periodIn, placeIn, runOf, scenarioIn, textIn, unitIn } from './block.ts'
import { checked } from './table.ts'
import { type TilesSpec, tilesSpec } from './table-spec.ts'

/** A headline figure: number, unit, comparator and period in one. Texts hold marks. */
export interface ResolvedTile {
  readonly label: string
  readonly period: string
  readonly value: string
  readonly change: string // "" for none
  readonly note: string
  readonly texts: readonly TextRun[]
}

export function resolveTiles(environment: BlockEnvironment): readonly ResolvedTile[] | undefined {
  const spec = checked(checkYaml(environment.document, tilesSpec), environment.report)
  const tiles = spec?.map((tile, index) => resolveTile(tile, index, environment))
  return tiles?.filter((tile) => tile !== undefined)
}

function resolveTile(tile: TilesSpec[number], index: number, environment: BlockEnvironment): ResolvedTile | undefined {
  const { context, ink, report } = environment
  const { config, scenarios } = context.data
  const metric = metricIn(environment, tile.metric, [index, 'metric'])
  const period = periodIn(environment, tile.period, [index, 'period'])
  const scenario = scenarioIn(environment, tile.scenario, [index, 'scenario'])
  const as = unitIn(environment, tile.as, [index, 'as'])
  const vs = tile.vs === undefined ? undefined : periodIn(environment, tile.vs, [index, 'vs'])
  const label = tile.label === undefined ? undefined : textIn(environment, tile.label, [index, 'label'])
  const note = tile.note === undefined ? '' : textIn(environment, tile.note, [index, 'note'])
  if (!metric || !period || (tile.scenario !== undefined && !scenario) || (tile.as !== undefined && !as))
    return undefined
  const place = placeIn(environment, [index, 'metric'])
  const question = { metric: metric.id, period, ...(scenario !== undefined && { scenario }) }
  const fact = context.facts.figure(question)
  if (fact.absence === 'missing') return void report(missingFigure(fact.id, place))
  if (as && !isConvertible(fact.unit, as)) {
    const expected = `a scale of ${formatUnit(fact.unit)}`
    return void report(
      invalidUnit(formatUnit(as), { place: placeIn(environment, [index, 'as']), metric: metric.id, expected }),
    )
  }
  const display = { ...(as && { as }), ...(tile.decimals !== undefined && { decimals: tile.decimals }) }
  const periodText = ink.write(
    { kind: 'period', period: period.label, text: formatPeriod(period, config) },
    placeIn(environment, [index, 'period']),
  )
  const value = ink.write({ kind: 'figure', fact, printed: present(fact, metric, display, config) }, place)
  const scenarioName =
    scenario === undefined || scenario === 'actual' ? '' : (scenarios.get(scenario)?.label ?? scenario)
  const parts = {
    label: label ?? metric.short ?? metric.label,
    period: scenarioName === '' || names(label, scenarioName) ? periodText : `${periodText} ${scenarioName}`,
    value,
    change: changeOf(tile, { ...question, ...(vs && { vs }) }, environment, index),
    note,
  }
  const text = [parts.label, parts.period, parts.value, parts.change].filter((part) => part !== '').join(' ')
  const texts = [runOf(environment, 'tile', { text, path: [index] })]
  return {
    ...parts,
    texts: note === '' ? texts : [...texts, runOf(environment, 'tile', { text: note, path: [index, 'note'] })],
  }
}

/** Whether the author's label says the scenario already: "Guidance", "Revenue guidance". */
const names = (label: string | undefined, scenario: string): boolean =>
  ` ${label ?? ''} `.toLowerCase().includes(` ${scenario.toLowerCase()} `)

function changeOf(
  tile: TilesSpec[number],
  question: Parameters<BlockEnvironment['context']['facts']['growth']>[0],
  { context, ink, place, report, document }: BlockEnvironment,
  index: number,
): string {
  const kind = tile.change ?? (tile.vs === undefined ? 'none' : 'yoy')
  if (kind === 'none') return ''
  const { data, facts } = context
  const before = previousPeriod(question.period, data.config.calendar)
  const fact = facts.growth(kind === 'qoq' && !question.vs ? { ...question, vs: before } : question)
  const at = document.has([index, 'change']) ? document.placeOf([index, 'change']) : place
  if (fact.absence === 'missing') {
    report(missingFigure(fact.id, at))
    return ''
  }
  return ink.write({ kind: 'figure', fact, printed: present(fact, data.metrics.get(fact.metric), {}, data.config) }, at)
}
