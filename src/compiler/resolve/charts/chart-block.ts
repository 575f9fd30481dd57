import {
  type ChartBody,
  type ChartBuilder,
  type DraftSeries,
  noExtras,
  type PeriodsOptions,
} from '../../../charts/base/chart-builder.ts'
import type { ChartSpec, PanelSpec } from '../../../charts/base/keys.ts'
import { chartSummary, chartTypeOf } from '../../../charts/chart-types.ts'
import { printAmount } from '../../../format/present.ts'
import { unsaidUnit } from '../../../format/slides/row-units.ts'
import { isSameUnit, percent } from '../../../format/units.ts'
import type { ChartCategory, ChartModel, ChartSeries } from '../../../model/chart.ts'
import { plainText, type Text } from '../../../model/content.ts'
import type { FigureUse } from '../../../model/deck.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { parseDecimal } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import { chartFindings, ofWholeChart } from '../../diagnostics/follow-ups.ts'
import { softened } from '../../diagnostics/gaps.ts'
import { faultDiagnostic, ownValues } from '../../parse/slides/chart-spec.ts'
import { reportLostDigits } from '../lost-digits.ts'
import { type BlockEnvironment, textIn } from '../slides/block-environment.ts'
import { bridgeBody } from './chart-bridge.ts'
import { checkStart } from './chart-bridge-marks.ts'
import { type ChartContext, markDisplay } from './chart-context.ts'
import { chartArrows, seriesChange } from './chart-extras.ts'
import { itemsBody, partsBody } from './chart-items.ts'
import { breakNotes, categoriesOf, chartColumns } from './chart-periods.ts'
import { chartRows } from './chart-rows.ts'
import { chartUnit, coloured, draftSeries, factOf, reference, references, rejectOverlaps } from './chart-series.ts'
import { captionUnit, ticksOf } from './chart-ticks.ts'
import { changeOf, generatedTitle, titleOfChange } from './chart-titles.ts'
import { chartTotals, rejectNegatives, rejectNothing, shareOfItem, shareSeries, withShares } from './chart-totals.ts'

/** Panels of the same periods on one scale. */
function panelsBody(
  context: ChartContext,
  panels: readonly PanelSpec[],
  typeOf: Parameters<ChartBuilder['panels']>[1],
): ChartBody | undefined {
  const columns = chartColumns(context)
  const categories = categoriesOf(context, columns)
  const drafts = panels.map((panel, index) => references(context, panel.series, ['panels', index, 'series']))
  const unit = chartUnit(context, drafts.flat(), columns[0])
  if (!unit || columns.length === 0) return undefined
  const models = drafts.map((refs, index): ChartModel => {
    const series = refs.map((reference) => draftSeries(context, reference, { columns, unit }))
    const { title } = panels[index] ?? {}
    const text =
      title === undefined
        ? generatedTitle(
            series.map(({ label }) => label),
            context.data.config.language,
          )
        : context.printText(title, ['panels', index, 'title'])
    const drawn = coloured(series)
    const shell = { type: typeOf(drawn), title: text, unit: captionUnit(context, unit), categories, series: drawn }
    return {
      ...shell,
      ...noExtras,
      id: `${context.id}-${index + 1}`,
      summary: chartSummary(shell, context.data.config.language.charts),
      bounds: null,
      labels: 'auto',
      legend: drawn.length < 2 ? 'none' : title === undefined ? 'direct' : 'top',
      sources: [],
    }
  })
  const names = models.map(({ title }) => title)
  const shown = { categories, series: [], panels: models, unit: captionUnit(context, unit) }
  return { ...noExtras, ...shown, names, change: changeOf(drafts.flat()) }
}

/** Series over periods: columns, stacks, lines, bars by period. */
function seriesBody(context: ChartContext, how: PeriodsOptions): ChartBody | undefined {
  const { spec } = context
  const refs = references(context, spec.series ?? [], ['series'])
  const columns = chartColumns(context)
  const bars = refs.filter(({ spec: { as } }) => as !== 'line')
  const unit = chartUnit(context, bars.length > 0 ? bars : refs, columns[0])
  if (!unit || refs.length === 0 || columns.length === 0) return undefined
  const values = refs.map((reference) => draftSeries(context, reference, { columns, unit }))
  const line = how.ratio === undefined ? undefined : reference(context, how.ratio, ['ratio'])
  const ratioUnit = line && columns[0] && factOf(context, line, columns[0]).unit
  const ratio = line && ratioUnit ? [draftSeries(context, line, { columns, unit: ratioUnit, axis: 'ratio' })] : []
  const { stacked = false, shares = false } = how
  if (shares) {
    rejectNegatives(context, values, columns)
    rejectNothing(context, values, columns)
  }
  if (stacked) rejectOverlaps(context, values)
  const totals = stacked ? chartTotals(context, values, { columns, unit }) : undefined
  const categories = categoriesOf(context, columns)
  const isShown = (index: number): boolean => categories[index]?.emphasis === true || !categories.some(isEmphasised)
  const parts = totals ? withShares(context, values, { whole: totals.metric, columns, isShown }) : values
  const drawn = shares && totals ? shareSeries(context, values, { totals, columns }) : parts
  const subject = { columns, series: values, total: totals?.metric, unit }
  const shown = coloured([...drawn, ...ratio])
  const showsTotals = totals !== undefined && spec.totals !== undefined && spec.totals !== false
  return {
    names: namesOf(shown, showsTotals ? totals.metric : undefined, context),
    change: changeOf(line ? [...refs, line] : refs),
    categories,
    series:
      ratioUnit && !isSameUnit(ratioUnit, unit) ? shown.map((one) => withOwnUnit(context, one, ratioUnit)) : shown,
    rows: chartRows(context, subject),
    arrows: chartArrows(context, subject),
    ...(showsTotals ? { totals: totals.marks } : {}),
    unit: shares ? sharesUnit(context, unit, showsTotals) : captionUnit(context, unit),
    notes: [],
    ...ticksOf(context, { categories: [], series: shown, unit }),
  }
}

const isEmphasised = ({ emphasis }: ChartCategory): boolean => emphasis

/** What a title names: the series or, where they are more than a line holds, the whole that is printed over them. */
function namesOf(
  series: readonly Pick<DraftSeries, 'label'>[],
  whole: string | undefined,
  { data }: ChartContext,
): readonly string[] {
  const total = whole === undefined ? undefined : data.metrics.get(whole)?.label
  return series.length > 4 && total !== undefined ? [total] : series.map(({ label }) => label)
}

/** Shares are labelled in per cent; only the totals over them are amounts. */
function sharesUnit(context: ChartContext, unit: Unit, showsTotals: boolean): string {
  const amounts = captionUnit(context, unit)
  if (unit.kind === 'percent') return amounts
  const shares = captionUnit(context, percent)
  return showsTotals ? `${shares}, totals in ${amounts}` : shares
}

/** A line in a unit that is neither the caption's nor printed with its values says it itself: "Net interest margin (bps)". */
function withOwnUnit(context: ChartContext, series: ChartSeries, unit: Unit): ChartSeries {
  const named = unsaidUnit(captionUnit(context, unit), series.label)
  const isSaid = markDisplay(unit, undefined).unit === true || named === ''
  return series.axis !== 'ratio' || isSaid ? series : { ...series, label: `${series.label} (${named})` }
}

/** Answers what a chart type asks for its block. */
function chartAsk(context: ChartContext): ChartBuilder {
  const { spec, type, document, report } = context
  const { numbers, language } = context.data.config
  return {
    spec,
    words: language.charts,
    own: (keys) => ownValues(spec, keys),
    report: (fault) => report(faultDiagnostic(fault, type, document)),
    overPeriods: (how) => seriesBody(context, how),
    comparedItems: () => itemsBody(context),
    partsOfWhole: () => partsBody(context),
    bridge: (steps) => {
      checkStart(context, steps)
      return bridgeBody(context, steps)
    },
    panels: (panels, typeOf) => panelsBody(context, panels, typeOf),
    columns: (named) => chartColumns(context, named),
    categories: (columns) => categoriesOf(context, columns),
    reference: (item, path) => reference(context, item, path),
    references: (items, path) => references(context, items, path),
    unit: (items, column) => chartUnit(context, items, column),
    series: (reference, within) => draftSeries(context, reference, within),
    share: (part, whole, column) => shareOfItem(context, part, { whole, column }),
    change: (series, how) => seriesChange(context, series, how),
    rejectNegatives: (series, columns) => rejectNegatives(context, series, columns),
    rejectOverlaps: (series) => rejectOverlaps(context, series),
    coloured,
    unitWords: (unit) => captionUnit(context, unit),
    amount(value, unit) {
      const exact = parseDecimal(String(value))
      if (!exact) throw new RangeError(`no decimal number: ${value}`)
      return printAmount(exact.value, { unit, decimals: exact.decimals }, { numbers, language })
    },
  }
}

export interface ResolvedChart {
  readonly model: ChartModel
  /** Every number of the chart, printed or behind a mark. */
  readonly uses: readonly FigureUse[]
  /** What the change in the tooltip of a fact is measured against. */
  readonly bases: Readonly<Record<string, string>>
  /** Whether it keeps its scale beside charts of the same unit. */
  readonly ownScale: boolean
  readonly hasOwnTitle: boolean
  /** Texts of the block with their placeholders filled. */
  readonly texts: readonly Text[]
}

/** Gives a chart block its numbers; undefined after a mistake, which is reported at its place. */
export function resolveChart(spec: ChartSpec, environment: BlockEnvironment): ResolvedChart | undefined {
  const mistakes: Diagnostic[] = []
  const texts: Text[] = []
  const uses: FigureUse[] = []
  const bases: Record<string, string> = {}
  const sources = new Set<string>()
  const { id, document } = environment
  const { data, facts } = environment.context
  const context: ChartContext = {
    ...environment,
    data,
    facts,
    type: chartTypeOf(spec.type),
    spec,
    report(diagnostic) {
      mistakes.push(softened(diagnostic, environment.context.draft))
    },
    printText(text, path) {
      const runs = textIn(environment, text, path)
      const { path: file, line, column } = document.originOf(path)
      texts.push({ runs, place: { path: file, line, column } })
      return plainText(runs) // text inside a drawing is plain text
    },
    recordBase(fact, base) {
      bases[fact] = base
    },
    recordUse(fact, printed, path) {
      if (fact.value === null && fact.absence !== 'range') return
      for (const source of fact.sources) sources.add(source.document)
      reportLostDigits(
        { fact, printed, place: document.placeOf(path) },
        { report: (finding) => context.report(ofWholeChart(finding)) }, // no digits of it where its unit does not fit
      )
      uses.push({ key: `${id}.${uses.length + 1}`, fact: fact.id, ...printed, place: document.placeOf(path) })
    },
  }
  const body = context.type.body(chartAsk(context))
  const model = body && chartModel(context, body, [...sources].sort())
  for (const mistake of chartFindings(mistakes)) environment.report(mistake)
  if (!model || mistakes.some(({ severity }) => severity === 'error')) return undefined
  return { model, uses, bases, ownScale: spec.scale === 'own', hasOwnTitle: spec.title !== undefined, texts }
}

function chartModel(
  context: ChartContext,
  { names, change, ...body }: ChartBody,
  sources: readonly string[],
): ChartModel {
  const { spec, printText } = context
  const { language } = context.data.config
  const generated = (): string => titleOfChange(generatedTitle(names, language), change, language)
  const title = spec.title === undefined ? generated() : printText(spec.title, ['title'])
  const notes = (spec.notes ?? []).map((note, index) => printText(note, ['notes', index]))
  const shown = { type: spec.type, title, ...body }
  return {
    ...shown,
    id: context.id,
    summary: [chartSummary(shown, language.charts), ...breakNotes(context, body.categories)].join(' '),
    bounds: null,
    labels: spec.labels ?? 'auto',
    legend: spec.legend ?? 'direct',
    notes: [...body.notes, ...notes],
    sources,
  }
}
