import { mix, textColorOn } from '../../../../format/colors/color.ts'
import { hasText } from '../../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../../items.ts'
import type { DeckLook } from '../../look.ts'
import { fitted } from '../../text/measure.ts'
import { heading, textOf } from '../../text/paragraphs.ts'
import { below, type SlideScope } from '../scope.ts'
import { styleOf } from '../visual-layouts.ts'
import { leadBelow } from './diagram-nodes.ts'

const pyramidWidth = 864

/** How far a layer is set in from the base, by how many layers are below it. */
const tapers = [0, 76, 152, 228, 288]

/** Darker from step to step towards the base. */
function shadeOf(index: number, last: number, { deep, brand, ground }: DeckLook): string {
  if (index === last) return ground === deep ? mix(deep, brand, 0.3) : deep
  if (index === 0) return mix(ground, brand, 0.88)
  return [mix(deep, brand, 0.62), brand][last - index - 1] ?? mix(ground, brand, 0.88)
}

/** Words beside a layer, on a line that begins at its edge. */
function asideItems(
  paragraphs: readonly Paragraph[],
  frame: Frame,
  { rule, edge }: { readonly rule: string | undefined; readonly edge: number },
): readonly Item[] {
  if (paragraphs.length === 0) return []
  const text = fitted({ kind: 'text', name: 'Layer', frame, paragraphs, anchor: 'middle' })
  const line = { x: edge, y: frame.y + frame.height + 5, width: frame.x + frame.width - edge, height: 2 }
  return rule === undefined ? [text] : [{ kind: 'shape', geometry: 'rect', frame: line, fill: rule }, text]
}

/** A pyramid: the name of each layer in its part of it, its words beside. */
export function layers(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const gap = 12
  const height = area.height - 24 - (hasText(slide.lead) ? 160 : 0)
  const row = (height - gap * (slide.groups.length - 1)) / slide.groups.length
  const last = slide.groups.length - 1
  const names = slide.groups.map(({ heading: head }, index) => {
    const strong = textColorOn(shadeOf(index, last, look), look.onBrand, '#ffffff')
    return {
      ...heading(head.runs, styleOf(scope, 30, { strong, heading: index === last ? 40 : 32 })),
      line: 1.2,
      align: 'center' as const,
    }
  })
  const items = slide.groups.flatMap((group, index): readonly Item[] => {
    const frame = { ...area, y: area.y + index * (row + gap), height: row }
    const taper = tapers[Math.min(last - index, tapers.length - 1)] ?? 0
    const [left, right] = [taper, pyramidWidth - taper]
    const path = `M${left + 72} 0L${right - 72} 0L${right} ${row}L${left} ${row}Z`
    const fill = shadeOf(index, last, look)
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
      ...asideItems(
        words,
        { ...frame, x: frame.x + aside, width: frame.width - aside },
        { rule: index < last ? look.rule : undefined, edge: frame.x + right },
      ),
    ]
  })
  return [...items, ...leadBelow(scope, below(area, height + 32))]
}
