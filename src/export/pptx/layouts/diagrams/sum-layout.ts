import { beforeScale, largeRuns, sumLevel, sumPart, sumSizes } from '../../../../format/slides/sum.ts'
import { type Inline, textsIn } from '../../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../../items.ts'
import { fitted, heightOf, widthOf } from '../../text/measure.ts'
import { paragraph } from '../../text/paragraphs.ts'
import type { SlideScope } from '../scope.ts'
import { styleOf } from '../visual-layouts.ts'

/** How far below the top the line runs that leads from a sum to the columns. */
export const sumLine = 64

const thick = 4
const clear = { number: 24, words: 10, column: 12 }

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

/** What columns come to, in the corner that they leave free, and a line from it to the head of each. */
export function sumItems(scope: SlideScope, heads: readonly Frame[]): readonly Item[] {
  const { area, look } = scope
  const [first = area, ...others] = heads
  const last = heads.at(-1) ?? area
  const { numbers, words } = sumTexts(scope)
  const [top] = numbers
  const above = sumSizes.find(({ size }) => size === top?.size)?.above ?? 0
  const numbered = above + numbers.reduce((all, { size }) => all + size, 0)
  const said = { ...first, y: area.y + numbered, height: Math.max(40, first.y - area.y - numbered - clear.column) }
  const under = said.y + heightOf(words, first.width) + clear.words
  const from = first.x + widthOf(numbers) + clear.number
  const y = area.y + sumLine
  const rule = (frame: Frame): readonly Item[] =>
    frame.width > 0 && frame.height > 0 ? [{ kind: 'shape', geometry: 'rect', frame, fill: look.brand }] : []
  return [
    {
      kind: 'text',
      name: 'Sum',
      frame: { x: first.x, y: area.y + above, width: first.width, height: numbered - above },
      paragraphs: numbers,
      unwrapped: true,
    },
    ...(words.length > 0 ? [fitted({ kind: 'text', name: 'Sum', frame: said, paragraphs: words })] : []),
    ...rule({ x: from, y, width: last.x + thick - from, height: thick }),
    ...rule({ x: first.x, y: under, width: thick, height: first.y - under - clear.column }),
    ...others.flatMap((head) => rule({ x: head.x, y, width: thick, height: head.y - y - clear.column })),
  ]
}
