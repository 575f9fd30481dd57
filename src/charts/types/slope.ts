import { endOf } from '../../format/calendar.ts'
import { type Period, periodKey } from '../../model/period.ts'
import { type ChartBody, type ChartBuilder, type Column, noExtras } from '../base/chart-builder.ts'
import { hiddenAxis, lineDataset } from '../base/datasets.ts'
import type { Zod } from '../base/keys.ts'
import { valueRange } from '../base/range.ts'
import type { Range } from '../base/traits.ts'
import { upright } from '../base/upright.ts'
import type { ChartType } from '../chart-type.ts'
import { bareLayout } from '../layout/chart-layout.ts'
import { markPatterns } from '../plugins/mark-patterns.ts'
import { cutNames, mostNamed, slopePadding } from '../layout/outside/slope-names.ts'
import { slopeLabels } from '../plugins/slope-labels.ts'

const keys = (zod: Zod) => ({ change: zod.enum(['relative', 'absolute', 'none']).optional() })

const mostLines = 8

/** Two periods and a line between them for each series, named with its values at both ends. */
export const slope: ChartType = {
  ...upright,
  name: 'slope',
  family: 'lines',
  axis: { orientation: 'upright', range: limitSteepness },
  mark: 'line',
  toggles: false, // eight of them would be wider than the chart, and every line is named
  takes: [],
  ignores: ['labels', 'legend', 'scale'],
  keys,
  limits: ({ series = [] }) => {
    const hint = 'lines are compared with each other: take two to eight series; column shows one.'
    return series.length < 2 || series.length > mostLines ? { part: 'series', hint } : undefined
  },
  mostSeries: mostNamed,
  body,
  configure: (scene) => ({
    labels: scene.model.categories.map(({ label }) => label),
    datasets: scene.datasets.map(({ series }) => lineDataset(scene, { series, yAxisID: 'y' })),
    scales: {
      x: { type: 'category', offset: false, ...hiddenAxis },
      y: { type: 'linear', ...valueRange(scene.model, scene.traits), ...hiddenAxis },
    },
  }),
  layout: (scene, typesetter, size) => bareLayout(slopePadding(scene, typesetter, size), scene.sizes.label),
  cutNames,
  plugins: [markPatterns, slopeLabels],
}

/** No change looks more than three times as steep as on a scale from zero. */
function limitSteepness({ min, max }: Range): Range {
  const least = Math.max(Math.abs(min), Math.abs(max)) / 3
  const missing = least - (max - min)
  if ((min <= 0 && max >= 0) || missing <= 0) return { min, max }
  return { min: min - missing / 2, max: max + missing / 2 }
}

/** Why the columns cannot be the two ends of a slope; undefined when they can. */
function endsHint([first, second, ...more]: readonly Column[]): string | undefined {
  if (!first || !second || more.length > 0) {
    const hint = 'a slope has two ends: name two periods.'
    return hint
  }
  const isSame = periodKey(first.period) === periodKey(second.period) && first.scenario === second.scenario
  const isLater = lastDay(first.period) > lastDay(second.period)
  const hint = isSame
    ? `both ends are ${first.label}: name two periods that differ.`
    : 'time runs from left to right: write the earlier period first.'
  return isSame || isLater ? hint : undefined
}

const lastDay = (period: Period): number => (period.kind === 'span' ? endOf(period) : period).day

function body(builder: ChartBuilder): ChartBody | undefined {
  const { change = 'relative' } = builder.own(keys)
  const references = builder.references(builder.spec.series ?? [], ['series'])
  const columns = builder.columns()
  const unit = builder.unit(references, columns[0])
  if (!unit || references.length === 0 || columns.length === 0) return undefined
  const hint = endsHint(columns)
  if (hint !== undefined) {
    const at = Array.isArray(builder.spec.periods) && columns.length === 2 ? ['periods', 1] : ['periods']
    return void builder.report({ part: 'periods', at, hint })
  }
  const drafts = references.map((reference) => builder.series(reference, { columns, unit, gapless: true }))
  const series = builder.coloured(drafts)
  const categories = builder.categories(columns)
  const { min, max } = valueRange({ series, categories, bounds: null }, slope)
  return {
    ...noExtras,
    names: series.map(({ label }) => label),
    categories,
    series: series,
    arrows: change === 'none' ? [] : drafts.flatMap((draft) => builder.change(draft, { columns, as: change, unit })),
    unit: builder.unitWords(unit),
    notes: min > 0 || max < 0 ? [builder.words.notFromZero] : [],
  }
}
