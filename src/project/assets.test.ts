import { expect, test } from 'vitest'
import { defaultTheme } from '../charts/colors/theme.ts'
import type { ChartModel } from '../model/chart.ts'
import { assetStore, keptVersions } from './assets.ts'

const model = (id: string): ChartModel => ({
  id,
  type: 'column',
  title: id,
  unit: '',
  summary: '',
  categories: [],
  series: [],
  rows: [],
  arrows: [],
  bounds: null,
  labels: 'auto',
  legend: 'none',
  notes: [],
  sources: [],
})
const size = { width: 10, height: 10 }

test('an asset is named by its content, and so is a chart before it is drawn', () => {
  const store = assetStore('./assets/', defaultTheme)
  const other = assetStore('./assets/', { ...defaultTheme, textColor: '#000000' })
  const address = (from: typeof store, id: string): string => from.assetUrl('a.svg', from.drawChart(model(id), size))
  expect(store.assetUrl('facts.json', '{}')).toMatch(/^\.\/assets\/facts-[\w-]{10}\.json$/)
  expect(address(store, 'x')).toBe(address(store, 'x'))
  expect(address(store, 'x')).not.toBe(address(store, 'y'))
  expect(address(store, 'x')).not.toBe(address(other, 'x'))
})

test('a chart is drawn when it is first read, once', () => {
  const drawn: string[] = []
  const draw = ({ id }: ChartModel): string => {
    drawn.push(id)
    return `<svg>${id}</svg>`
  }
  const store = assetStore('./assets/', defaultTheme)
  const address = store.assetUrl('a.svg', store.drawChart(model('x'), size))
  expect(drawn).toEqual([])
  expect([store.read(address, draw), store.read(address, draw)]).toEqual(['<svg>x</svg>', '<svg>x</svg>'])
  expect(drawn).toEqual(['x'])
  expect(store.read('./assets/none.svg', draw)).toBeUndefined()
})

test('of each name the last versions stay, and one that comes back is the latest', () => {
  const store = assetStore('./assets/', defaultTheme)
  const version = (content: string): string => store.assetUrl('facts.json', content)
  const [first, second] = [version('first'), version('second')]
  const picture = store.assetUrl('a.svg', store.drawChart(model('x'), size))
  expect(version('first')).toBe(first)
  for (let index = 1; index < keptVersions; index++) version(`later ${index}`)
  expect([store.text(first), store.text(second)]).toEqual(['first', undefined])
  expect(store.addresses()).toHaveLength(keptVersions + 1)
  expect(version('second')).toBe(second)
  expect([store.text(first), store.text(second)]).toEqual([undefined, 'second'])
  expect(store.read(picture, ({ id }) => id)).toBe('x')
})
