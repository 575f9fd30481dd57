import type { Group } from '../../../model/content.ts'
import type { Frame, Item } from '../items.ts'
import { chartsIn, type SlideScope } from '../layouts/scope.ts'
import { fitted } from '../text/measure.ts'
import { heading, picturesIn, type TextStyle, textOf } from '../text/paragraphs.ts'
import { chartPiece } from './chart-piece.ts'

const [picture, inset, beside] = [120, 8, 152]

/** The first picture of some blocks in a frame; nothing where they have none. */
export function pictureItem(scope: SlideScope, blocks: Group['blocks'], frame: Frame): readonly Item[] {
  const [first] = picturesIn(blocks)
  const found = first && scope.picture(first.address)
  if (!found || !first) return []
  return [{ kind: 'picture', name: 'Picture', alt: first.alt, frame, image: found.image }]
}

/** Groups as rows beside a chart, each with its picture, which end with the chart; undefined where the slide says more. */
export function picturedRows(scope: SlideScope): readonly Item[] | undefined {
  const { slide, area, look } = scope
  const [visual, ...others] = chartsIn(scope)
  const { groups } = slide
  if (!visual || others.length > 0 || slide.visuals.length > 1 || groups.length === 0) return undefined
  if (slide.lead.some(({ kind }) => kind !== 'visual')) return undefined
  const chart = chartPiece(scope, visual)
  const { width } = visual.box
  const head = chart.height(width, 1) - visual.box.height
  const height = Math.min(area.height - head, visual.box.height)
  const column = { ...area, x: area.x + width + 64, y: area.y + head, width: area.width - width - 64 }
  const style: TextStyle = { look, size: 28, second: 24, heading: 36, line: 1.3 }
  const row = height / groups.length
  return [
    ...chart.place({ ...area, width }, 1),
    ...groups.flatMap((group, index): readonly Item[] => {
      const frame = { ...column, y: column.y + index * row, height: row }
      const rule = { ...frame, height: index === 0 ? 4 : 1 }
      const place = { x: frame.x + inset, y: frame.y + (row - picture) / 2, width: picture, height: picture }
      return [
        { kind: 'shape', geometry: 'rect', frame: rule, fill: index === 0 ? look.brand : look.rule },
        ...pictureItem(scope, group.blocks, place),
        fitted({
          kind: 'text',
          name: 'Text',
          frame: { ...frame, x: frame.x + beside, width: frame.width - beside },
          paragraphs: [heading(group.heading.runs, style), ...textOf(group.blocks, style)],
          anchor: 'middle',
        }),
      ]
    }),
  ]
}
