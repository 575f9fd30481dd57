import { displayParts } from '../../../format/slides/digits.ts'
import type { Inline } from '../../../model/content.ts'
import type { TextRun } from '../items.ts'
import type { DeckLook } from '../look.ts'

/** A figure that leads a heading as display type: its unit small beside the digits, or under them; a loss in the colour of falls. */
export function displayRuns(
  made: TextRun,
  run: Inline | undefined,
  { size, look, color }: { readonly size: number; readonly look: DeckLook; readonly color?: string },
): readonly TextRun[] {
  const isFall = run?.kind === 'figure' && run.isFall === true
  const own = { ...made, bold: true, color: isFall ? look.chart.downColor : (color ?? look.brand) }
  const parts = displayParts(made.text.trim())
  if (!parts) return [{ ...own, text: made.text.trim(), size }]
  const small = Math.max(28, size * 0.34)
  const words = (text: string): readonly TextRun[] => (text === '' ? [] : [{ ...own, text, size: small }])
  // a line may end before the unit, where the text itself has a blank that holds it to the digits
  return [
    ...words(parts.before),
    { ...own, text: parts.sign + parts.digits, size },
    ...words(parts.after.replace(/^\u00a0/, ' ')),
  ]
}
