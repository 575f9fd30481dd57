import type { ChartModel } from '../../model/chart.ts'
import type { DeckData, FigureUse } from '../../model/deck.ts'
import type { Diagnostic, Result } from '../../model/diagnostic.ts'
import type { FactBook } from '../../model/fact-book.ts'
import type { Place } from '../../model/source-file.ts'
import { missingChartPart, unsupportedChartPart } from '../diagnostics/charts.ts'
import { checkYaml } from '../parse/check-yaml.ts'
import type { Origin } from '../parse/origin.ts'
import { parseSpec, type SpecDocument } from '../parse/spec.ts'
import type { Body } from './chart-body.ts'
import { bridgeBody } from './chart-bridge.ts'
import { seriesBody } from './chart-columns.ts'
import type { ChartContext } from './chart-context.ts'
import { itemsBody, partsBody } from './chart-items.ts'
import { panelsBody } from './chart-panels.ts'
import { type ChartSpec, chartSpec } from './chart-spec.ts'
import { chartSummary, generatedTitle } from './chart-words.ts'

export interface ChartInput {
  /** Text of the fence, and the place of its first line (column: its indentation plus one). */
  readonly yaml: string
  readonly place: Place
  readonly slideId: string
  /** 1 for the first chart of the slide. */
  readonly index: number
  readonly data: DeckData
  readonly facts: FactBook
  /** Resolves placeholders in a text of the block to what is printed. */
  readonly printText: (text: string, origin: Origin) => string
  /** Reads the YAML; a caller may remember what it has read. */
  readonly read?: typeof parseSpec
}

export interface ResolvedChart {
  readonly model: ChartModel
  /** Every number of the chart, printed or behind a mark. */
  readonly uses: readonly FigureUse[]
  /** Whether it keeps its scale beside charts of the same unit. */
  readonly ownScale: boolean
}

/** Reads a chart block, looks its figures up and gives the chart with all its numbers; every mistake at its place. */
export function resolveChart(input: ChartInput): Result<ResolvedChart> {
  const { yaml, place, slideId, index, data, facts } = input
  const reading = (input.read ?? parseSpec)({
    path: place.path,
    text: yaml,
    firstLine: place.line,
    indent: place.column - 1,
  })
  const { document } = reading
  if (!document) return { ok: false, diagnostics: reading.diagnostics }
  const checked = checkYaml(document, chartSpec)
  if (!checked.ok) return checked
  const context: ChartContext = {
    chartId: `${slideId}-chart-${index}`,
    spec: checked.value,
    document,
    data,
    facts,
    printText: (text, path) => input.printText(text, document.originOf(path)),
    diagnostics: [...reading.diagnostics, ...shapeMistakes(checked.value, document)],
    uses: [],
    sources: new Set(),
  }
  if (context.diagnostics.length > 0) return { ok: false, diagnostics: context.diagnostics }
  const body = bodyOf(context)
  const model = body && chartModel(context, body)
  if (!model || context.diagnostics.length > 0) return { ok: false, diagnostics: context.diagnostics }
  return { ok: true, value: { model, uses: context.uses, ownScale: checked.value.scale === 'own' } }
}

function bodyOf(context: ChartContext): Body | undefined {
  const { spec } = context
  if (spec.type === 'waterfall') return bridgeBody(context)
  if (spec.type === 'small-multiples') return panelsBody(context)
  if (spec.type === 'doughnut') return partsBody(context)
  return spec.items ? itemsBody(context) : seriesBody(context)
}

function chartModel(context: ChartContext, body: Body): ChartModel {
  const { spec, printText } = context
  const names =
    body.panels?.map(({ title }) => title) ??
    (spec.items ? body.categories.map(({ label }) => label) : body.series.map(({ label }) => label))
  const title =
    spec.title === undefined ? generatedTitle(names, context.data.config.language) : printText(spec.title, ['title'])
  const notes = (spec.notes ?? []).map((note, index) => printText(note, ['notes', index]))
  const shown = { type: spec.type, title, ...body }
  return {
    ...shown,
    id: context.chartId,
    summary: chartSummary(shown, context.data.config.language),
    bounds: null,
    labels: spec.labels ?? 'auto',
    legend: spec.legend ?? 'direct',
    notes: [...body.notes, ...notes],
    sources: [...context.sources].sort(),
  }
}

/** Parts that a type needs. */
const needs: Readonly<Record<ChartSpec['type'], readonly (keyof ChartSpec)[]>> = {
  column: ['series', 'periods'],
  'stacked-column': ['series', 'periods'],
  'stacked-column-100': ['series', 'periods'],
  'grouped-column': ['series', 'periods'],
  bar: [],
  'stacked-bar': ['series', 'periods'],
  line: ['series', 'periods'],
  'column-line': ['series', 'periods', 'ratio'],
  waterfall: ['steps'],
  doughnut: [],
  'small-multiples': ['panels', 'periods'],
}

/** Parts that only some types have, and which those are. */
const onlyFor: Readonly<Partial<Record<keyof ChartSpec, readonly ChartSpec['type'][]>>> = {
  items: ['bar', 'stacked-bar', 'doughnut'],
  panels: ['small-multiples'],
  steps: ['waterfall'],
  ratio: ['column-line'],
  totals: ['stacked-column', 'stacked-column-100', 'stacked-bar', 'column-line', 'doughnut'],
  yoy: ['column', 'stacked-column', 'stacked-column-100', 'grouped-column', 'column-line', 'line'],
  qoq: ['column', 'stacked-column', 'stacked-column-100', 'grouped-column', 'column-line', 'line'],
  differences: ['column', 'stacked-column', 'grouped-column', 'column-line', 'line'],
  cagr: ['column', 'stacked-column', 'grouped-column', 'column-line', 'line'],
  sort: ['bar', 'stacked-bar', 'doughnut'],
}

function shapeMistakes(spec: ChartSpec, document: SpecDocument): Diagnostic[] {
  const { type } = spec
  const place = document.placeOf(['type'])
  const has = (part: keyof ChartSpec): boolean =>
    spec[part] !== undefined || (part === 'periods' && spec.period !== undefined)
  const missing = needs[type].filter((part) => !has(part)).map((part) => missingChartPart(part, type, place))
  const alien = Object.entries(onlyFor).flatMap(([part, types]) => {
    const key = Object.keys(spec).find((name) => name === part)
    if (!key || types.includes(type)) return []
    const hint = `only ${types.join(', ')} charts have it.`
    return [unsupportedChartPart(part, { type, hint, place: document.placeOfKey([part]) })]
  })
  return [...missing, ...alien, ...countMistakes(spec, document)]
}

/** Bars and doughnuts need something to compare; a column chart is one series, and more than four lines cannot be told apart. */
function countMistakes(spec: ChartSpec, document: SpecDocument): Diagnostic[] {
  const { type, series = [], items } = spec
  const place = document.placeOf(['type'])
  const either = (type === 'bar' || type === 'doughnut') && series.length === 0 && !items
  if (either) return [missingChartPart('items', type, place)]
  if ((type === 'bar' || type === 'doughnut' || spec.items) && spec.period === undefined && spec.periods === undefined)
    return [missingChartPart('period', type, place)]
  const columns = series.filter((item) => typeof item === 'string' || item.as !== 'line').length
  if (type === 'column' && columns > 1) {
    const hint = 'write "type: grouped-column" to set them side by side or "type: stacked-column" to stack them.'
    return [unsupportedChartPart('series', { type, hint, place: document.placeOf(['series']) })]
  }
  if (type === 'line' && series.length > 4) {
    const hint = 'more than four lines cannot be told apart: take some out or use small-multiples.'
    return [unsupportedChartPart('series', { type, hint, place: document.placeOf(['series']) })]
  }
  return []
}
