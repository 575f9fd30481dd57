import type { Paragraph, TextRun } from '../../src/export/pptx/items.ts'
import { heightOf } from '../../src/export/pptx/text/measure.ts'
import { plain } from './_pptx.ts'

const pixel = 6350 // EMU
const pointOf = 0.5 // a pixel of a slide of 1920

const number = (xml: string, attribute: string): number =>
  Number(new RegExp(` ${attribute}="(-?\\d+)"`).exec(xml)?.[1] ?? 0)

function runsOf(xml: string): readonly TextRun[] {
  return [...xml.matchAll(/<a:(r|fld|br)\b[^>]*>(.*?)<\/a:\1>/gs)].map(([, kind, own = '']) => {
    const properties = /<a:rPr[^>]*>/.exec(own)?.[0] ?? ''
    return {
      text: kind === 'br' ? '\n' : plain(/<a:t>([^<]*)/.exec(own)?.[1] ?? ''),
      size: number(properties, 'sz') / 100 / pointOf,
      bold: properties.includes(' b="1"'),
      raised: properties.includes(' baseline='),
    }
  })
}

/** A paragraph of a written text box, as it was measured: lengths in pixels. */
function paragraphOf(xml: string): Paragraph {
  const runs = runsOf(xml)
  const [largest = 0] = runs.map(({ size = 0 }) => size).sort((a, b) => b - a)
  const spacing = /<a:lnSpc><a:spcPct val="(\d+)"/.exec(xml)?.[1]
  const before = /<a:spcBef><a:spcPts val="(\d+)"/.exec(xml)?.[1]
  return {
    runs,
    size: largest,
    indent: number(/<a:pPr[^>]*>/.exec(xml)?.[0] ?? '', 'marL') / pixel,
    line: (Number(spacing ?? 100_000) / 100_000) * 1.149, // Arial's own height of a line
    before: Number(before ?? 0) / 100 / pointOf,
  }
}

/** The rows of a slide's tables that are lower than the text of a cell needs, so that a program makes the table longer than it was measured. */
export function overfullRows(slide: string): readonly string[] {
  const tables = [...slide.matchAll(/<a:tbl>(.*?)<\/a:tbl>/gs)].map(([, table = '']) => table)
  return tables.flatMap((table) => {
    const widths = [...table.matchAll(/<a:gridCol w="(\d+)"/g)].map(([, width]) => Number(width))
    return [...table.matchAll(/<a:tr h="(\d+)">(.*?)<\/a:tr>/gs)].flatMap(([, height, row = '']) =>
      [...row.matchAll(/<a:tc\b([^>]*)>(.*?)<\/a:tc>/gs)].flatMap(([, about = '', cell = ''], column) => {
        const across = widths.slice(column, column + Math.max(1, number(about, 'gridSpan')))
        const insets = /<a:tcPr[^>]*>/.exec(cell)?.[0] ?? ''
        const width = across.reduce((all, each) => all + each, 0) - number(insets, 'marL') - number(insets, 'marR')
        const room = (Number(height) - number(insets, 'marT') - number(insets, 'marB')) / pixel
        const paragraphs = [...cell.matchAll(/<a:p>(.*?)<\/a:p>/gs)].map(([, own = '']) => paragraphOf(own))
        const needed = cell.includes('<a:t>') ? heightOf(paragraphs, width / pixel) : 0
        return needed > room + 3
          ? [`${Math.round(needed)} in ${Math.round(room)} (${width / pixel}): ${paragraphs[0]?.runs[0]?.text}`]
          : []
      }),
    )
  })
}

/** The boxes of a slide's XML whose text is higher than they are, by more than rounding: with both heights. */
export function overfull(slide: string): readonly string[] {
  const shapes = [...slide.matchAll(/<p:sp>(.*?)<\/p:sp>/gs)].map(([, shape = '']) => shape)
  return shapes.flatMap((shape) => {
    const body = /<p:txBody>(.*?)<\/p:txBody>/s.exec(shape)?.[1] ?? ''
    const properties = /<a:bodyPr[^>]*>/.exec(body)?.[0] ?? ''
    const extent = /<a:ext cx="\d+" cy="\d+"/.exec(shape)?.[0] ?? ''
    if (body === '' || !body.includes('<a:t>') || properties.includes('wrap="none"')) return []
    const width = (number(extent, 'cx') - number(properties, 'lIns') - number(properties, 'rIns')) / pixel
    const height = (number(extent, 'cy') - number(properties, 'tIns') - number(properties, 'bIns')) / pixel
    const paragraphs = [...body.matchAll(/<a:p>(.*?)<\/a:p>/gs)].map(([, own = '']) => paragraphOf(own))
    const needed = heightOf(paragraphs, width)
    const name = / name="([^"]*)"/.exec(shape)?.[1]
    return needed > height + 3
      ? [`${name}: ${Math.round(needed)} in ${Math.round(height)} (${width}): ${paragraphs[0]?.runs[0]?.text}`]
      : []
  })
}
