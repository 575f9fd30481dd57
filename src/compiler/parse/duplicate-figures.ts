import { figureKey } from '../../format/figure-key.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Figure, Metric } from '../../model/figure.ts'
import { periodKey } from '../../model/period.ts'
import { compare } from '../../model/rational.ts'
import { duplicateFigure } from '../diagnostics/data.ts'

const sameText = (a: Figure, b: Figure): boolean =>
  a.value !== null && b.value !== null && compare(a.value, b.value) === 0 && compare(a.ulp, b.ulp) === 0

/**
 * Figures given twice at one scale. A stock may stand both in the year's and in its last quarter's column, if both
 * say the same.
 */
export function duplicateFigures(
  figures: readonly Figure[],
  metrics: ReadonlyMap<string, Metric>,
): readonly Diagnostic[] {
  const seen = new Map<string, Figure>()
  return figures.flatMap((figure) => {
    const key = `${figureKey(figure, metrics)}|${figure.unit.base}|${figure.unit.exponent}`
    const first = seen.get(key)
    if (!first) {
      seen.set(key, figure)
      return []
    }
    if (periodKey(first.period) !== periodKey(figure.period) && sameText(first, figure)) return []
    const measure = figure.measure === 'value' ? '' : ` ${figure.measure}`
    const scenario = figure.scenario === 'actual' ? '' : ` (${figure.scenario})`
    const name = `${figure.metric}${measure} ${figure.period.label}${scenario}`
    return [duplicateFigure(name, { place: figure.place, first: first.place })]
  })
}
