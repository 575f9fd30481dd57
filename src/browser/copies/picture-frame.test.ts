import { expect, test } from 'vitest'
import { pictureFrame } from './picture-frame.ts'

const tenPerLetter = (text: string): number => text.length * 10
const chart = { width: 200, height: 100 }

test('title and unit stand over the chart, lines under it, broken at its width, and nothing lies on another', () => {
  const texts = { title: 'Parcels by air and by sea', unit: 'Millions', lines: ['Source: Annual report 2019'] }
  const { lines, chart: place, width, height } = pictureFrame(texts, chart, tenPerLetter)
  expect(lines.map(({ text }) => text)).toEqual([
    'Parcels by air and',
    'by sea',
    'Millions',
    'Source: Annual',
    'report 2019',
  ])
  expect(width).toBe(248)
  const [over, under] = [lines.slice(0, 3), lines.slice(3)]
  for (const { y } of over) expect(y).toBeLessThan(place.y)
  for (const { y, size } of under) expect(y - size).toBeGreaterThanOrEqual(place.y + chart.height)
  const ends = lines.map(({ y }) => y)
  expect(ends).toEqual([...ends].sort((a, b) => a - b))
  expect(Math.max(...ends)).toBeLessThan(height)
})

test('a chart without words around it has its margin alone', () => {
  expect(pictureFrame({ title: '', unit: '', lines: [] }, chart, tenPerLetter)).toMatchObject({
    width: 248,
    height: 148,
    chart: { x: 24, y: 24 },
  })
})
