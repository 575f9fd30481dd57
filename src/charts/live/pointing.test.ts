import { describe, expect, it } from 'vitest'
import { samples } from '../../../tests/charts/samples.ts'
import type { Target } from '../base/hits.ts'
import { chartTypeOf } from '../chart-types.ts'
import { defaultTheme } from '../colors/theme.ts'
import { createScene, sceneMarkAt } from '../scene.ts'
import { neighbour } from './pointing.ts'

const model = samples.stacked
const traits = chartTypeOf(model.type)
const datasets = traits.datasets(model)
const scene = createScene(model, { traits, theme: defaultTheme, size: { width: 1016, height: 640 }, datasets })
const all: Target[] = model.categories.flatMap((_, index) =>
  datasets.flatMap((_dataset, datasetIndex) => {
    const sceneMark = sceneMarkAt(scene, datasetIndex, index)
    return sceneMark ? [{ sceneMark, x: 0, y: 0, below: 0, outline: () => undefined }] : []
  }),
)

describe('neighbour', () => {
  it.each([
    [undefined, 'ArrowRight', 0, 0],
    [[0, 0], 'ArrowRight', 0, 1],
    [[1, 2], 'ArrowLeft', 1, 1],
    [[0, 1], 'ArrowDown', 1, 1],
    [[1, 1], 'ArrowUp', 0, 1],
    [[0, 3], 'ArrowRight', 0, 3], // the last one stays
    [[1, 2], 'Home', 0, 0],
    [[0, 0], 'End', 1, 3],
  ] as const)('goes from %j with %s to series %i, category %i', (from, key, datasetIndex, index) => {
    const start = from && all.find(({ sceneMark }) => sceneMark.datasetIndex === from[0] && sceneMark.index === from[1])
    const found = neighbour(all, start, key)
    expect([found?.sceneMark.datasetIndex, found?.sceneMark.index]).toEqual([datasetIndex, index])
  })

  it('leaves other keys to the deck', () => {
    expect(neighbour(all, all[0], 'PageDown')).toBeUndefined()
  })
})
