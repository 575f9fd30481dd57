import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { samples } from '../../../tests/charts/samples.ts'
import { defaultTheme } from '../../charts/colors/theme.ts'
import { deckMeasure } from '../../charts/svg/measure.ts'
import { drawSvg } from '../../charts/svg/svg.ts'
import { compactDrawing } from './chart-drawing.ts'

const size = { width: 1024, height: 560 }
const svg = (body: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>`

async function pixels(drawing: string): Promise<Uint8ClampedArray> {
  deckMeasure()('400 10px sans-serif', ' ') // registers the font that charts are drawn in
  const context = createCanvas(size.width, size.height).getContext('2d')
  context.drawImage(await loadImage(Buffer.from(drawing)), 0, 0)
  return context.getImageData(0, 0, size.width, size.height).data
}

/** Which part of all colours of pixels differs. */
async function difference(one: string, other: string): Promise<number> {
  const [colors, others] = [await pixels(one), await pixels(other)]
  return colors.filter((color, at) => color !== others[at]).length / colors.length
}

describe('a chart in fewer letters', () => {
  test.each(Object.entries(samples))('%s: is drawn the same', async (_, model) => {
    const drawing = drawSvg(model, defaultTheme, size)
    const compact = compactDrawing(drawing, 'another name')
    expect(compact.length).toBeLessThan(drawing.length)
    const edgesOfRows = compact.includes('<use') ? 0.0002 : 0 // which lie up to a tenth of a pixel from where they were
    expect(await difference(compact, drawing)).toBeLessThanOrEqual(edgesOfRows)
  })

  test('says once how neighbours are painted, and keeps their order', () => {
    const bar = (x: number, fill: string): string => `<rect x="${x}" fill="${fill}"/>`
    const name = '<text x="1" font-size="28" fill="#0b1f33">Fill=&quot;red&quot;</text>'
    expect(compactDrawing(svg(bar(1, 'red') + bar(2, 'red') + bar(3, 'blue') + name + name + bar(4, 'red')), '')).toBe(
      svg(
        '<g fill="red"><rect x="1"/><rect x="2"/></g><rect x="3" fill="blue"/>' +
          '<g font-size="28" fill="#0b1f33"><text x="1">Fill=&quot;red&quot;</text><text x="1">Fill=&quot;red&quot;</text></g>' +
          '<rect x="4" fill="red"/>',
      ),
    )
  })

  test('draws rows that are alike by the first of them', () => {
    const square = (x: number, y: number): string => `M${x} ${y}H${x + 10}V${y + 10}H${x}Z`
    const row = (y: number, xs: readonly number[]): string => xs.map((x) => square(x, y)).join('')
    const all = [10.1, 30.1, 50.1, 70.1, 90.1, 110.1]
    const path = row(0, [90.1, 110.1]) + row(20.2, all) + row(40.5, all) + row(60.7, all)
    expect(compactDrawing(svg(`<path d="${path}" fill="red"/>`), '')).toBe(
      `<svg xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg"><g fill="red"><path d="${row(0, [90.1, 110.1])}"/>` +
        `<path id="row-40-0" d="${row(20.2, all)}"/><use xlink:href="#row-40-0" x="0" y="20.3"/>` +
        '<use xlink:href="#row-40-0" x="0" y="40.5"/></g></svg>',
    )
  })

  test('does not say again what its picture is called', () => {
    const named = svg('<title>Costs &amp; the year\'s &lt;end&gt;</title><rect fill="red"/>')
    expect(compactDrawing(named, 'Costs &amp; the year&#39;s &lt;end&gt;')).toBe(svg('<rect fill="red"/>'))
    expect(compactDrawing(named, 'Costs')).toBe(named)
  })

  test('quotes names of fonts only where they are no words', () => {
    const fonts = (text: string): string => `<svg font-family="${text}"></svg>`
    expect(compactDrawing(fonts('&quot;Inter Variable&quot;, Inter, &quot;A 7&quot;, serif'), '')).toBe(
      fonts('Inter Variable, Inter, &quot;A 7&quot;, serif'),
    )
  })
})
