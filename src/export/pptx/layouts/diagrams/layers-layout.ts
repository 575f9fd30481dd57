import { mix } from '../../../../format/colors/color.ts'
import { hasText } from '../../../../model/content.ts'
import type { Item } from '../../items.ts'
import { fitted } from '../../text/measure.ts'
import { heading, textOf } from '../../text/paragraphs.ts'
import { below, type SlideScope } from '../scope.ts'
import { styleOf } from '../visual-layouts.ts'
import { leadBelow } from './diagram-nodes.ts'

const pyramidWidth = 864

/** How far a layer is set in from the base, by how many layers are below it. */
const tapers = [0, 76, 152, 228, 288]

/** A pyramid: the name of each layer in its part of it, its words beside. */
export function layers(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const gap = 12
  const height = area.height - 24 - (hasText(slide.lead) ? 160 : 0)
  const row = (height - gap * (slide.groups.length - 1)) / slide.groups.length
  const last = slide.groups.length - 1
  const names = slide.groups.map(({ heading: head }, index) => ({
    ...heading(head.runs, styleOf(scope, 30, { strong: '#ffffff', heading: index === last ? 40 : 34 })),
    line: 1.2,
    align: 'center' as const,
  }))
  const items = slide.groups.flatMap((group, index): readonly Item[] => {
    const frame = { ...area, y: area.y + index * (row + gap), height: row }
    const taper = tapers[Math.min(last - index, tapers.length - 1)] ?? 0
    const [left, right] = [taper, pyramidWidth - taper]
    const path = `M${left + 72} 0L${right - 72} 0L${right} ${row}L${left} ${row}Z`
    const fill = index === last ? look.deep : index === 0 ? look.brand : mix(look.ground, look.brand, 0.88)
    const words = textOf(group.blocks, styleOf(scope, 30, { second: 24 }))
    const aside = pyramidWidth + 56
    return [
      { kind: 'shape', geometry: 'rect', frame: { ...frame, width: pyramidWidth }, path, fill },
      fitted({
        kind: 'text',
        name: 'Layer',
        frame: { ...frame, x: frame.x + left + 36, width: right - left - 72 },
        paragraphs: names.slice(index, index + 1),
        anchor: 'middle',
      }),
      ...(words.length > 0
        ? [
            fitted({
              kind: 'text',
              name: 'Layer',
              frame: { ...frame, x: frame.x + aside, width: frame.width - aside },
              paragraphs: words,
              anchor: 'middle',
            }),
          ]
        : []),
    ]
  })
  return [...items, ...leadBelow(scope, below(area, height + 32))]
}
