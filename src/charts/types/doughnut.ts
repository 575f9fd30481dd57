import { seriesDatasets } from '../base/datasets.ts'
import type { Fault } from '../base/chart-builder.ts'
import { sliceHits } from '../base/hits.ts'
import type { ChartSpec } from '../base/keys.ts'
import { itemsInPeriod, tellableSlices } from '../base/limits.ts'
import { namedValues } from '../base/summary.ts'
import type { ChartType } from '../chart-type.ts'
import { barFill } from '../colors/fill.ts'
import type { Size } from '../layout/box.ts'
import type { ChartLayout } from '../layout/chart-layout.ts'
import { bareLayout } from '../layout/chart-layout.ts'
import { namedShare, officeHole, ringHole } from '../layout/slice-texts.ts'
import type { Typesetter } from '../layout/text.ts'
import { sliceLabels } from '../plugins/slice-labels.ts'
import { type Scene, sceneMarkAt } from '../scene.ts'

/** Parts of a whole: one slice a series, the whole in the middle, or the share of the slice that it is about. */
export const doughnut: ChartType = {
  name: 'doughnut',
  family: 'parts',
  axis: { orientation: 'none' },
  stacks: () => false,
  shares: false,
  elements: 'series',
  mark: 'bar',
  namesAtEnds: 'one-bar',
  toggles: true,
  needs: [],
  takes: ['items', 'totals', 'share', 'sort'],
  limits: (spec) => itemsInPeriod(spec) ?? tellableSlices(spec) ?? highlightedSlice(spec),
  body: (builder) => builder.partsOfWhole(),
  summary: namedValues,
  links: [],
  datasets: (model) => seriesDatasets(model),
  configure: (scene) => ({
    kind: 'doughnut',
    labels: scene.model.series.map(({ label }) => label),
    datasets: [
      {
        type: 'doughnut',
        data: scene.model.series.map(({ marks }) => marks[0]?.value ?? null),
        backgroundColor: scene.model.series.map((_, index) => {
          const sceneMark = sceneMarkAt(scene, 0, index)
          return sceneMark ? barFill(scene, sceneMark) : scene.theme.gridColor
        }),
        borderWidth: 0, // the seams between slices are ours: Chart.js would cover small ones with them
        hoverOffset: 0,
        cutout: `${ringHole * 100}%`,
        clip: false,
      },
    ],
    scales: {},
  }),
  layout: (scene, typesetter, size) => bareLayout(padding(scene, typesetter, size), scene.sizes.label),
  plugins: [sliceLabels],
  hits: sliceHits,
}

/** A ring has no period to be about; of its parts `share` names the one. */
function highlightedSlice({ highlight = 'none' }: ChartSpec): Fault | undefined {
  const hint = `a ring is about the part that "share" names, which stands in its middle: write "share: ${highlight}".`
  return highlight === 'none' || highlight === 'last' ? undefined : { part: 'highlight', hint }
}

/** Names and values stand left and right of the ring, which keeps at least 40 % of the width; leaders go round it. */
function padding(scene: Scene, typesetter: Typesetter, size: Size): ChartLayout['padding'] {
  const { model, sizes, compact } = scene
  const isCrowded = model.series.length > 4
  const end = isCrowded && !compact ? 26 : 14
  const widths = model.series.map(({ label, marks }) => {
    const value = isCrowded ? `${marks[0]?.text ?? ''} ` : '' // may have to stand beside the name
    return typesetter.width(label, sizes.label) + typesetter.width(value, sizes.label, 600)
  })
  const sideOf = (own: readonly number[]): number =>
    Math.min(size.width * (compact ? 0.31 : 0.27), Math.max(0, ...own) + 44)
  const around = (side: number) => ({ top: end, right: side, bottom: end, left: side })
  // What stands in the middle takes no room beside the ring, if it does so in office programs, too.
  const side = sideOf(widths.filter((_, index) => !model.series[index]?.marks[0]?.share))
  const ring = Math.min(size.width - 2 * side, size.height - 2 * end)
  return around(namedShare(scene, typesetter, ring * officeHole) ? side : sideOf(widths))
}
