import { beforeScale, largeRuns, sumLevel, sumPart, sumSizes } from '../../../../format/slides/sum.ts'
import { type Inline, textsIn } from '../../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../../items.ts'
import { fitted } from '../../text/measure.ts'
import { paragraph } from '../../text/paragraphs.ts'
import type { SlideScope } from '../scope.ts'
import { styleOf } from '../visual-layouts.ts'

const clear = 12 // px between the words and the head of the first column

/** The number, as large as it is on the page, and the words that run on under it. */
function sumTexts(scope: SlideScope): { readonly numbers: readonly Paragraph[]; readonly words: readonly Paragraph[] } {
  const { slide, look } = scope
  const texts = textsIn(slide.lead)
  const isLarge = largeRuns(texts.flatMap(({ runs }) => runs))
  const style = styleOf(scope, 40, { color: look.ink, strong: look.ink, line: 1.35 })
  const numbers = texts.flatMap(({ runs }) =>
    runs.filter(isLarge).map((run): Paragraph => {
      const part = sumPart(run)
      const { size } = sumSizes[sumLevel(part, slide.groups.length)]
      const before = part.before === '' ? [] : [{ text: part.before, bold: true, size: size * beforeScale }]
      const digits = { text: part.large, bold: true }
      return { size, line: 1, bold: true, color: look.brand, runs: [...before, digits] }
    }),
  )
  const words = texts.flatMap(({ runs }) => {
    const rest = runs.flatMap((run): readonly Inline[] =>
      isLarge(run) ? [{ kind: 'text', text: sumPart(run).after }] : [run],
    )
    const line = paragraph(rest, { ...style, bold: true })
    const at = line.runs.findIndex(({ text }) => text.trim() !== '')
    const said = line.runs.slice(at).map((run, index) => (index === 0 ? { ...run, text: run.text.trimStart() } : run))
    return at < 0 ? [] : [{ ...line, runs: said.map((run) => ({ ...run, bold: true })) }]
  })
  return { numbers, words }
}

/** What columns come to, in the corner that they leave free. */
export function sumItems(scope: SlideScope, first: Frame): readonly Item[] {
  const { area } = scope
  const { numbers, words } = sumTexts(scope)
  const [top] = numbers
  const above = sumSizes.find(({ size }) => size === top?.size)?.above ?? 0
  const numbered = above + numbers.reduce((all, { size }) => all + size, 0)
  const said = { ...first, y: area.y + numbered, height: Math.max(40, first.y - area.y - numbered - clear) }
  return [
    {
      kind: 'text',
      name: 'Sum',
      frame: { x: first.x, y: area.y + above, width: first.width, height: numbered - above },
      paragraphs: numbers,
      unwrapped: true,
    },
    ...(words.length > 0 ? [fitted({ kind: 'text', name: 'Sum', frame: said, paragraphs: words })] : []),
  ]
}
