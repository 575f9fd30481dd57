import { barFill } from '../fill.ts'
import { subjectAt } from '../scene.ts'
import { type ChartTypeRule, seriesLinks } from './drawing.ts'

/** A split of a whole: one slice a series, the whole in the middle. */
export const doughnut: ChartTypeRule = {
  links: seriesLinks,
  drawing: (scene) => ({
    labels: scene.model.series.map(({ label }) => label),
    datasets: [
      {
        type: 'doughnut',
        data: scene.model.series.map(({ marks }) => marks[0]?.value ?? null),
        backgroundColor: scene.model.series.map((_, index) => {
          const subject = subjectAt(scene, 0, index)
          return subject ? barFill(scene, subject) : scene.theme.grid
        }),
        borderColor: scene.theme.surface,
        borderWidth: 3,
        borderAlign: 'center',
        hoverOffset: 0,
        cutout: '62%',
        clip: false,
      },
    ],
    scales: {},
  }),
}
