import { mix } from '../../../../format/colors/color.ts'
import { type Group, hasText } from '../../../../model/content.ts'
import type { Frame, Item } from '../../items.ts'
import type { DeckLook } from '../../look.ts'
import { fitted } from '../../text/measure.ts'
import { heading, textOf } from '../../text/paragraphs.ts'
import { pictureWithin } from '../drawn/picture-items.ts'
import { below, type SlideScope } from '../scope.ts'
import { styleOf } from '../visual-layouts.ts'
import { leadBelow } from './diagram-nodes.ts'

const aside = 696

/** Darker from plate to plate towards the base; on the dark ground lighter. */
function plateColor(fromBase: number, { deep, brand, ground, onDeep }: DeckLook): string {
  const isDark = ground === deep
  const lower = isDark
    ? [onDeep, ...[0.74, 0.52, 0.34].map((share) => mix(deep, onDeep, share))]
    : [mix(deep, brand, 0.4), brand, mix(ground, brand, 0.66), mix(ground, brand, 0.34)]
  return lower[fromBase] ?? mix(ground, brand, isDark ? 0.2 : 0.16)
}

/** The face of a plate and its two sides, about the middle of a row. */
function plate({ x, y, height }: Frame, color: string, { deep, rule }: DeckLook): readonly Item[] {
  const middle = y + height / 2
  const face = { x, y: middle - 100, width: 600, height: 184 }
  const sides = { x, y: middle - 8, width: 600, height: 116 }
  return [
    {
      kind: 'shape',
      geometry: 'rect',
      frame: sides,
      path: 'M0 0L300 92L600 0L600 24L300 116L0 24Z',
      fill: mix(deep, color, 0.62),
    },
    { kind: 'shape', geometry: 'rect', frame: face, path: 'M300 0L600 92L300 184L0 92Z', fill: color },
    { kind: 'shape', geometry: 'rect', frame: { x: x + 612, y: middle - 9, width: 52, height: 2 }, fill: rule },
  ]
}

/** A plate whose name is bold stands out. */
const isLit = ({ heading: { runs } }: Group): boolean => runs.some(({ strong }) => strong)

/** Plates over each other, the name and the words of each beside it. */
export function layers(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const above = slide.groups.length >= 5 ? 48 : 16 // the upper end of the first plate stays below the title
  const height = area.height - above - 36 - (hasText(slide.lead) ? 160 : 0)
  const row = height / Math.max(1, slide.groups.length)
  const rows = slide.groups.map((_, index) => ({ ...area, y: area.y + above + index * row, height: row }))
  const style = styleOf(scope, 30, { heading: 38, strong: look.brand, second: 24 })
  // The upper plate lies over the lower: it is drawn after it.
  const plates = slide.groups.toReversed().flatMap((group, fromBase) => {
    const frame = rows[slide.groups.length - 1 - fromBase] ?? area
    const color = isLit(group) ? (look.chart.palette[2] ?? look.accent) : plateColor(fromBase, look)
    const face = { x: frame.x, y: frame.y + frame.height / 2 - 100, width: 600, height: 184 }
    return [...plate(frame, color, look), ...(scope.has('pictures') ? pictureWithin(scope, group.blocks, face) : [])]
  })
  const words = slide.groups.flatMap((group, index): readonly Item[] => {
    const { x, width, ...frame } = rows[index] ?? area
    const named = { ...style, strong: isLit(group) ? look.accent : look.brand }
    const paragraphs = [{ ...heading(group.heading.runs, named), line: 1.2 }, ...textOf(group.blocks, style)]
    const place = { ...frame, x: x + aside, width: width - aside }
    return [fitted({ kind: 'text', name: 'Layer', frame: place, paragraphs, anchor: 'middle' })]
  })
  return [...plates, ...words, ...leadBelow(scope, below(area, height + above + 16))]
}
