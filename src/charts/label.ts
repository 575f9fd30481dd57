import type { Box, Size } from './box.ts'
import { baseline, lineHeight, type Typesetter, type Weight } from './text.ts'

/** Text of a mark, and the letter of its footnote. */
export interface Label {
  readonly text: string
  readonly footnote?: string
}

const raised = 0.68 // size of a footnote letter against its text

export function labelWidth(setter: Typesetter, label: Label, style: { size: number; weight?: Weight }): number {
  const letter = label.footnote ? setter.width(label.footnote, style.size * raised, style.weight) + 2 : 0
  return setter.width(label.text, style.size, style.weight) + letter
}

export function widestLabel(setter: Typesetter, labels: readonly Label[], size: number): number {
  return Math.max(0, ...labels.map((label) => labelWidth(setter, label, { size, weight: 600 })))
}

export function labelSize(setter: Typesetter, label: Label, style: { size: number; weight?: Weight }): Size {
  return { width: labelWidth(setter, label, style), height: style.size * lineHeight }
}

/** Draws a label into its box, the footnote letter raised behind it. */
export function drawLabel(
  setter: Typesetter,
  label: Label,
  { box, size, weight = 400, color }: { box: Box; size: number; weight?: Weight; color: string },
): void {
  const y = box.y + size * baseline
  if (!label.footnote) {
    setter.draw(label.text, { x: box.x + box.width / 2, y }, { size, weight, color, align: 'center' })
    return
  }
  setter.draw(label.text, { x: box.x, y }, { size, weight, color })
  const x = box.x + box.width
  setter.draw(label.footnote, { x, y: y - size * 0.34 }, { size: size * raised, weight, color, align: 'right' })
}
