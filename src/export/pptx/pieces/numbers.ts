import type { Group } from '../../../model/content.ts'
import type { Frame, Item } from '../items.ts'

/** The height of a number over a heading, and the width of one before it. */
export const numberHeight = 46
export const numberWidth = 64

/** The numbers over, or in rows before, the headings of cards; a card whose heading is in italics is no item of the count. */
export function numberItems(
  groups: readonly Group[],
  frames: readonly Frame[],
  { color, inRows = false }: { readonly color: string; readonly inRows?: boolean },
): readonly Item[] {
  let count = 0
  return frames.slice(0, groups.length).map((frame, index): Item => {
    const isOther = groups[index]?.heading.runs.some(({ emphasis }) => emphasis) === true
    if (!isOther) count += 1
    const runs = [{ text: isOther ? '+' : String(count), bold: true }]
    const paragraphs = [{ runs, size: inRows ? 38 : 40, color, line: inRows ? 1.25 : 1.05 }]
    if (inRows)
      return { kind: 'text', name: 'Number', frame: { ...frame, width: numberWidth }, paragraphs, anchor: 'middle' }
    return { kind: 'text', name: 'Number', frame: { ...frame, y: frame.y + 24, height: numberHeight }, paragraphs }
  })
}
