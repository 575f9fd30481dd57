import type { Box, Size } from './box.ts'
import { baseline, lineHeight, type Typesetter, type Weight } from './text.ts'

/** A mark's text, and the letter of its footnote. */
export interface Label {
  readonly text: string
  readonly footnote?: string
}

const raised = 0.55 // size of a footnote letter relative to its text

/** The lines of a label: a range too wide for one line breaks after its dash. */
export function labelLines(typesetter: Typesetter, { text }: Label, limit: { width: number; size: number }): string[] {
  const [, low, high] = /^(.*\d[^–]*–)(.*\d.*)$/.exec(text) ?? []
  if (low === undefined || high === undefined || typesetter.width(text, limit.size, 600) <= limit.width) return [text]
  return [low, high]
}

export function labelWidth(typesetter: Typesetter, label: Label, style: { size: number; weight?: Weight }): number {
  const letter = label.footnote ? typesetter.width(label.footnote, style.size * raised, style.weight) + 2 : 0
  return typesetter.width(label.text, style.size, style.weight) + letter
}

export function widestLabel(typesetter: Typesetter, labels: readonly Label[], size: number): number {
  const lines = labels.flatMap(({ text, footnote }) =>
    labelLines(typesetter, { text }, { width: 0, size }).map((line) =>
      footnote ? { text: line, footnote } : { text: line },
    ),
  )
  return Math.max(0, ...lines.map((label) => labelWidth(typesetter, label, { size, weight: 600 })))
}

export function labelSize(
  typesetter: Typesetter,
  { footnote, lines }: Label & { readonly lines: readonly string[] },
  style: { size: number; weight?: Weight },
): Size {
  const widths = lines.map((text, row) => {
    const last = footnote !== undefined && row === lines.length - 1
    return labelWidth(typesetter, last ? { text, footnote } : { text }, style)
  })
  return { width: Math.max(...widths), height: lines.length * style.size * lineHeight }
}

/** Draws a label into its box, with the raised footnote letter after it, which is quieter where the label is in ink. */
export function drawLabel(
  typesetter: Typesetter,
  { footnote, lines }: Label & { readonly lines: readonly string[] },
  {
    box,
    size,
    weight = 400,
    color,
    quiet = color,
  }: { box: Box; size: number; weight?: Weight; color: string; quiet?: string },
): void {
  for (const [row, text] of lines.entries()) {
    const y = box.y + size * (baseline + row * lineHeight)
    if (footnote === undefined || row < lines.length - 1) {
      typesetter.draw(text, { x: box.x + box.width / 2, y }, { size, weight, color, align: 'center' })
      continue
    }
    const left = box.x + (box.width - labelWidth(typesetter, { text, footnote }, { size, weight })) / 2
    drawSigned(typesetter, { text, footnote }, { x: left, y, size, weight, color, quiet })
  }
}

/** Draws a text from its left end on its base line, with the raised footnote letter after it, as wide as `labelWidth` says. */
export function drawSigned(
  typesetter: Typesetter,
  { text, footnote }: Label,
  {
    x,
    y,
    size,
    weight = 400,
    color,
    quiet = color,
  }: { x: number; y: number; size: number; weight?: Weight; color: string; quiet?: string },
): void {
  typesetter.draw(text, { x, y }, { size, weight, color })
  const at = { x: x + typesetter.width(text, size, weight) + 2, y: y - size * 0.34 }
  if (footnote) typesetter.draw(footnote, at, { size: size * raised, color: quiet })
}
