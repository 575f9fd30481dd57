import { expect, test } from 'vitest'
import { withSteadyNames } from './steady-names.ts'

const objects = (first: string, second: string) =>
  new Map([
    [1, Buffer.from(`<</ID (node${second})>>`)],
    [2, Buffer.from(`<</Headers [(node${first}) (node${second})]>>`)],
    [3, Buffer.from(`<</Names [(node${first}) 4 0 R (node${second}) 1 0 R]>>`)],
    [4, Buffer.from(`<</ID (node${first})>>`)],
    [5, Buffer.from('<</Length 16>>\nstream\n(node00000001)é\nendstream', 'latin1')],
  ])

test('elements have the same names whatever number a browser has counted to', () => {
  expect([...withSteadyNames(objects('00000202', '00000209'))]).toEqual([
    ...withSteadyNames(objects('00000200', '00000207')),
  ])
})

test('names keep their order and their length, and streams their bytes', () => {
  const renamed = withSteadyNames(objects('00000998', '00001002'))
  expect(renamed.get(3)?.toString()).toBe('<</Names [(node00000001) 4 0 R (node00000002) 1 0 R]>>')
  expect(renamed.get(5)).toEqual(objects('1', '2').get(5))
})
