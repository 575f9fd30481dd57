import { expect, test } from 'vitest'
import { parseTemplates, roomOf } from './layouts.ts'

const template = { path: 'templates/layouts/pair.hbs', text: '<h2>{{title}}</h2>' }
const contract = (text: string) => ({ path: 'templates/layouts/pair.yaml', text })

const read = (text: string) => parseTemplates([template, contract(text)])

test.each([
  { name: 'without a class', classes: undefined, height: 408 },
  { name: 'with a class that has no box of its own', classes: 'dense', height: 408 },
  { name: 'with the class of a variant', classes: 'tall', height: 496 },
  { name: 'with the class of a variant among others', classes: 'dense tall', height: 496 },
  { name: 'with a class that is a name of every object', classes: 'constructor', height: 408 },
])('a slide $name has charts $height high', ({ classes, height }) => {
  const { value, diagnostics } = read(
    'chart: {width: 832, height: 408}\nvariants:\n  tall: {chart: {width: 832, height: 496}}\n',
  )
  const layout = value.layouts.get('pair')
  expect(diagnostics).toEqual([])
  expect(layout && roomOf(layout, classes).chart.height).toBe(height)
})

test('a variant without a box or a limit of rows is refused at its place', () => {
  const { diagnostics } = read('variants:\n  tall: {}\n')
  expect(diagnostics.map(({ message, place }) => ({ message, line: place.line }))).toEqual([
    { message: 'invalid value {} of "tall"', line: 2 },
  ])
})

test.each([
  [undefined, 12],
  ['dense', 14],
  ['tall dense', 14],
  ['tall', 12],
])('a slide of class %s holds %i rows', (classes, rows) => {
  const { value } = read('rows: 12\nvariants:\n  dense: {rows: 14}\n  tall: {chart: {width: 832, height: 496}}\n')
  const layout = value.layouts.get('pair')
  expect(layout && roomOf(layout, classes).rows).toBe(rows)
})
