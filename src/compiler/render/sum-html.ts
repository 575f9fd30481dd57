import { largeRuns, sumLevel, sumPart } from '../../format/slides/sum.ts'
import { type Block, type Inline, textsIn } from '../../model/content.ts'
import { type BlockContext, blocksHtml } from './blocks-html.ts'
import { figureHtml, text } from './inline-html.ts'

/** What blocks that climb come to: its number stands by itself, and its unit runs on with the words under it. */
export function sumHtml(lead: readonly Block[], context: BlockContext, columns: number): string {
  const isLarge = largeRuns(textsIn(lead).flatMap(({ runs }) => runs))
  const run = (one: Inline): string | undefined => {
    if (!isLarge(one)) return undefined
    const part = sumPart(one)
    const before = part.before === '' ? '' : `<span class="sum-before">${text(part.before)}</span>`
    const html = `<span class="sum of-${sumLevel(part, columns)}">${before}${text(part.large)}</span>${text(part.after)}`
    return one.kind === 'figure' ? figureHtml(one, html, context.uses) : html
  }
  return blocksHtml(lead, { ...context, run })
}
