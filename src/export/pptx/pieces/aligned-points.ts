import type { Block, Inline } from '../../../model/content.ts'
import type { Item } from '../items.ts'
import { beside, chartsIn, type SlideScope } from '../layouts/scope.ts'
import { fitted } from '../text/measure.ts'
import { type TextStyle, textOf } from '../text/paragraphs.ts'
import { chartPiece } from './chart-piece.ts'

/** What stays free between the last row and the band of a takeaway. */
const clear = 24

/** The parts of a point that stand in columns, by italics; the whole of it where it has no such parts. */
function columnsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const [block, ...more] = blocks
  if (block?.kind !== 'paragraph' || more.length > 0) return [blocks]
  const parts: Inline[][] = []
  for (const [at, run] of block.runs.entries()) {
    const isBlank = run.kind === 'break' || (run.kind === 'text' && run.text.trim() === '')
    if (!run.emphasis && !isBlank) return [blocks]
    if (!run.emphasis) continue
    const { emphasis, ...plain } = run
    if (block.runs[at - 1]?.emphasis) parts.at(-1)?.push(plain)
    else parts.push([plain])
  }
  return parts.length > 1 ? parts.map((runs) => [{ ...block, runs }]) : [blocks]
}

/** The points of a list, each in a row as high as that of its bar; undefined where the slide says more than such a list. */
export function alignedPoints(scope: SlideScope, size: number): readonly Item[] | undefined {
  const { slide, area, look } = scope
  const [[visual, ...others], parts] = [chartsIn(scope), [slide.lead, ...slide.groups.map(({ blocks }) => blocks)]]
  const [list, ...more] = parts.flat().filter(({ kind }) => kind !== 'visual')
  if (!visual || others.length > 0 || list?.kind !== 'list' || more.length > 0 || slide.visuals.length > 1)
    return undefined
  const head = chartPiece(scope, visual).height(area.width, 1) - visual.box.height
  const box = { ...visual.box, height: Math.min(visual.box.height, area.height - head - (slide.takeaway ? clear : 0)) }
  const x = area.x + box.width + 64
  const rows = { ...area, x, y: area.y + head, width: area.x + area.width - x, height: box.height }
  const style: TextStyle = { look, size, second: 24, heading: size, line: 1.25, plain: true }
  const height = rows.height / list.items.length
  return [
    ...chartPiece(scope, { ...visual, box }).place({ ...area, width: box.width }, 1),
    ...list.items.flatMap(({ blocks }, index): readonly Item[] => {
      const frame = { ...rows, y: rows.y + index * height, height }
      const columns = columnsOf(blocks)
      const set = columns.length > 1 && !scope.has('large') ? { ...style, size: 30 } : style
      const places = columns.length > 1 ? beside({ ...frame, width: frame.width * 0.98 }, columns.length, 16) : [frame]
      return [
        { kind: 'shape', geometry: 'rect', frame: { ...frame, height: 1 }, fill: look.rule },
        ...columns.map((own, at): Item => {
          const text = { name: 'Text', frame: places[at] ?? frame, paragraphs: textOf(own, set) } as const
          return fitted({ kind: 'text', ...text, anchor: 'middle' })
        }),
      ]
    }),
  ]
}
