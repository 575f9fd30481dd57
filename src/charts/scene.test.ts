import { expect, test } from 'vitest'
import { textSizes } from './scene.ts'

test.each([
  ['four columns over the whole slide', 1728, 4, 30],
  ['eight columns over the whole slide', 1728, 8, 28],
  ['thirteen columns over the whole slide', 1728, 13, 24],
  ['a chart beside words', 1024, 3, 28],
  ['eight columns beside words', 1024, 8, 28],
  ['many columns beside words', 1024, 12, 24],
  ['one of three charts', 544, 4, 22],
  ['a phone', 360, 4, 13],
])('%s: the fewer the columns for the width, the larger the labels', (_, width, columns, label) => {
  expect(textSizes({ width, height: 400 }, columns).label).toBe(label)
})

test('few columns have large labels in one of three charts too; slices, whose names stand beside them, have not', () => {
  expect(textSizes({ width: 544, height: 400 }, 2, 6).label).toBe(28)
  expect(textSizes({ width: 544, height: 400 }, 2).label).toBe(22)
})
