import { escapeHtml } from '../../format/html.ts'
import { alignedColumns } from '../../format/slides/aligned.ts'
import type { Block, GridCell, Group, Inline } from '../../model/content.ts'
import { emphasizedHtml, inlineHtml, rowHeadHtml, type Uses } from './inline-html.ts'

/** What running text is rendered with. */
export interface BlockContext {
  readonly uses: Uses
  /** HTML of the visual that stands at a spot; "" where the layout places visuals itself. */
  readonly visual: (id: string) => string
  /** HTML of a run that is set otherwise than others. */
  readonly run?: (run: Inline) => string | undefined
  /** What the items of a list stand beside, in their order: told where they stand elsewhere. */
  readonly rows?: readonly string[] | undefined
}

/** Blocks of running text as HTML, each on a line of its own. */
export const blocksHtml = (blocks: readonly Block[], context: BlockContext): string =>
  blocks.map((block) => blockHtml(block, context)).join('')

function blockHtml(block: Block, context: BlockContext): string {
  const { uses } = context
  switch (block.kind) {
    case 'paragraph':
      return `<p>${emphasizedHtml(block.runs, uses, context.run)}</p>\n`
    case 'heading':
      return `<h${block.level + 1}>${inlineHtml(block.runs, uses)}</h${block.level + 1}>\n`
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul'
      const start = block.start === undefined ? '' : ` start="${block.start}"`
      return `<${name}${start}>\n${block.items.map((item, index) => itemHtml(item, { list: block, context, row: context.rows?.[index] })).join('')}</${name}>\n`
    }
    case 'quote':
      return `<blockquote>\n${blocksHtml(block.blocks, context)}</blockquote>\n`
    case 'grid':
      return gridHtml(block, uses)
    case 'code':
      return `<pre><code>${inlineHtml(block.runs, uses)}</code></pre>\n`
    case 'rule':
      return '<hr>\n'
    case 'visual':
      return context.visual(block.id)
  }
}

type List = Extract<Block, { readonly kind: 'list' }>

interface OfList {
  readonly list: List
  readonly context: BlockContext
  readonly row: string | undefined
}

/** In a tight list a paragraph is bare text, and what follows it begins on a new line. */
function itemHtml({ blocks, step }: List['items'][number], { list: { tight }, context, row }: OfList): string {
  const isBare = (block: Block | undefined): boolean => tight && block?.kind === 'paragraph'
  const inner = blocks.map((block, index) => {
    if (row !== undefined && index === 0 && !tight && block.kind === 'paragraph')
      return `<p>${rowHeadHtml(block.runs, emphasizedHtml(block.runs, context.uses, context.run))}</p>\n`
    if (tight && block.kind === 'paragraph') return emphasizedHtml(block.runs, context.uses, context.run)
    return `${isBare(blocks[index - 1]) ? '\n' : ''}${blockHtml(block, context)}`
  })
  const start = blocks.length === 0 || isBare(blocks[0]) ? '' : '\n'
  const [first, ...more] = blocks
  const isRow = more.length === 0 && first?.kind === 'paragraph' && alignedColumns(first.runs).length > 0
  const beside = row === undefined ? '' : ` data-${isRow ? 'row' : 'bar'}="${escapeHtml(row)}"`
  return `<li${step ? ' class="fragment"' : ''}${beside}>${start}${inner.join('')}</li>\n`
}

function gridHtml({ head, rows }: Extract<Block, { readonly kind: 'grid' }>, uses: Uses): string {
  const row = (cells: readonly GridCell[], name: 'th' | 'td'): string => {
    const all = cells.map(({ align, runs }) => {
      const aligned = align === undefined ? '' : ` class="align-${align}"`
      return `<${name}${aligned}>${inlineHtml(runs, uses)}</${name}>\n`
    })
    return `<tr>\n${all.join('')}</tr>\n`
  }
  const body = rows.length === 0 ? '' : `<tbody>\n${rows.map((cells) => row(cells, 'td')).join('')}</tbody>\n`
  return `<table>\n<thead>\n${row(head, 'th')}</thead>\n${body}</table>\n`
}

/** A group with its heading. */
export const groupHtml = ({ heading, blocks }: Group, context: BlockContext): string =>
  `<h3>${inlineHtml(heading.runs, context.uses)}</h3>\n${blocksHtml(blocks, context)}`
