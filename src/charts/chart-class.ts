import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js'

/** A category scale that keeps clear of its neighbours: panels side by side get a gutter. */
class PanelCategoryScale extends CategoryScale {
  static override id = 'panel-category'
  static override defaults = { ...CategoryScale.defaults }

  override getPixelForDecimal(value: number): number {
    return super.getPixelForDecimal(inset(value, this.right - this.left, gutterOf(this.options)))
  }
}

/** A value scale that keeps clear of its neighbours: stacked panels get room for their titles. */
class PanelLinearScale extends LinearScale {
  static override id = 'panel-linear'
  static override defaults = { ...LinearScale.defaults }

  override getPixelForDecimal(value: number): number {
    return super.getPixelForDecimal(inset(value, this.bottom - this.top, gutterOf(this.options)))
  }
}

/**
 * Bars of one panel of several. Chart.js keeps room beside each group of bars for those of every other axis of the
 * chart (`_getAxis`, 4.5), as if all axes lay over each other; those of panels do not.
 */
class PanelBarController extends BarController {
  static override id = 'panel-bar'
  static override defaults = { ...BarController.defaults }

  _getAxis(): readonly string[] {
    return [this._cachedMeta.iScale?.id ?? '']
  }
}

interface Gutter {
  readonly start: number
  readonly end: number
}

function inset(value: number, length: number, { start, end }: Gutter): number {
  return length <= 0 ? value : (start + value * (length - start - end)) / length
}

function gutterOf(options: object): Gutter {
  const read = (key: string): number => {
    const value: unknown = Reflect.get(options, key)
    return typeof value === 'number' ? value : 0
  }
  return { start: read('gutterStart'), end: read('gutterEnd') }
}

/** Chart.js with the parts that our charts use, and no more. */
export function chartClass(): typeof Chart {
  Chart.register(
    ArcElement,
    BarController,
    BarElement,
    CategoryScale,
    DoughnutController,
    LinearScale,
    LineController,
    LineElement,
    PanelBarController,
    PanelCategoryScale,
    PanelLinearScale,
    PointElement,
  )
  return Chart
}
