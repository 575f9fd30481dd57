import type { Metric } from '../model/figure.ts'
import type { Direction } from './direction.ts'

/** Whether a sign bears a direction out; undefined when the metric has no better and worse. */
export function bears(direction: Direction, found: -1 | 0 | 1, metric: Metric | undefined): boolean | undefined {
  if (direction === 'up') return found > 0
  if (direction === 'down') return found < 0
  if (direction === 'flat') return found === 0
  if (!metric || metric.polarity === 'neutral') return undefined
  const good = metric.polarity === 'more' ? found > 0 : found < 0
  return direction === 'better' ? good : found !== 0 && !good
}
