import { type Block, type FigureRun, type Inline, type ListItem, plainText } from '../../../model/content.ts'
import type { Bullet, Paragraph, TextRun } from '../items.ts'
import type { DeckLook } from '../look.ts'

/** How running text is set, in pixels. */
export interface TextStyle {
  readonly look: DeckLook
  readonly size: number
  /** Of lists in lists. */
  readonly second: number
  readonly heading: number
  readonly color?: string
  readonly bold?: boolean
  readonly line?: number
  /** Between the points of a list, in sizes. */
  readonly between?: number
  readonly align?: 'left' | 'center' | 'right'
  /** Colour of headings, bullets and what is emphasised: the brand's unless the ground is. */
  readonly strong?: string
  readonly figure?: string | FigureColor // colour of figures, where they stand out
  /** Lists without their bullets. */
  readonly plain?: boolean
}

/** A figure of more characters may be broken. */
const longFigure = 30

const unbroken = (text: string): string => (text.length > longFigure ? text : text.replaceAll(' ', '\u00a0'))

/** The colour of a figure by what it says. */
export type FigureColor = (run: FigureRun) => string | undefined

/** The runs of a line as PowerPoint has them; pictures are placed elsewhere. */
export function textRuns(
  runs: readonly Inline[],
  look: Pick<DeckLook, 'brand' | 'muted'>,
  { strong = look.brand, figure }: { readonly strong?: string; readonly figure?: string | FigureColor } = {},
): readonly TextRun[] {
  return runs.flatMap((run): readonly TextRun[] => {
    if (run.kind === 'picture') return []
    if (run.kind === 'break') return [{ text: run.hard ? '\n' : ' ' }]
    const style = {
      ...(run.strong && { bold: true }),
      ...(run.emphasis && { color: strong }),
      ...(run.strike && { struck: true }),
      ...(run.code && { code: true }),
      ...(run.link && { link: run.link.address }),
    }
    if (run.kind !== 'figure') return [{ text: run.text, ...style }]
    const color = typeof figure === 'function' ? figure(run) : figure
    const printed = {
      text: unbroken(run.text),
      ...(color !== undefined && { color }),
      ...style,
    }
    return run.mark === undefined ? [printed] : [printed, { text: run.mark, raised: true, color: look.muted }]
  })
}

const colored = (style: TextStyle): Pick<Paragraph, 'color' | 'bold' | 'line' | 'align'> => ({
  ...(style.color !== undefined && { color: style.color }),
  ...(style.bold && { bold: true }),
  ...(style.line !== undefined && { line: style.line }),
  ...(style.align && { align: style.align }),
})

export const paragraph = (runs: readonly Inline[], style: TextStyle): Paragraph => ({
  runs: textRuns(runs, style.look, {
    ...(style.strong !== undefined && { strong: style.strong }),
    ...(style.figure !== undefined && { figure: style.figure }),
  }),
  size: style.size,
  ...colored(style),
})

export const heading = (runs: readonly Inline[], style: TextStyle): Paragraph => ({
  ...paragraph(runs, style),
  size: style.heading,
  color: style.strong ?? style.look.brand,
  bold: true,
  line: 1.25,
})

/** The head of a group of words: in ink, unless its ground or its way asks for a colour. */
export const groupHead = (runs: readonly Inline[], style: TextStyle): Paragraph => ({
  ...heading(runs, style),
  color: style.strong ?? style.look.ink,
})

const between = { block: 0.6, second: 0.25, under: 0.45 }

/** Whether there is anything of a paragraph but pictures. */
const hasWords = (runs: readonly Inline[]): boolean =>
  runs.some((run) => run.kind !== 'picture' && run.kind !== 'break' && run.text.trim() !== '')

/** The paragraphs of blocks; visuals, tables and pictures stand by themselves. */
export function textOf(blocks: readonly Block[], style: TextStyle): readonly Paragraph[] {
  return blocks.flatMap((block, index): readonly Paragraph[] => {
    const isUnderHeading = blocks[index - 1]?.kind === 'heading'
    const before = (isUnderHeading ? between.under : between.block) * style.size
    switch (block.kind) {
      case 'paragraph':
      case 'code':
        return hasWords(block.runs) ? [{ ...paragraph(block.runs, style), before }] : []
      case 'heading':
        return [{ ...heading(block.runs, style), before: style.size }]
      case 'quote':
        return textOf(block.blocks, style).map((inner) => ({ ...inner, indent: style.size * 0.8, before }))
      case 'list':
        return listOf(block, { ...style, level: 0, before })
      default:
        return []
    }
  })
}

type List = Extract<Block, { readonly kind: 'list' }>
type ListStyle = TextStyle & { readonly level: number; readonly before: number }

function bulletOf(list: List, { level, look, strong = look.brand }: ListStyle, at: number): Bullet {
  if (list.ordered) return { kind: 'number', color: strong, start: (list.start ?? 1) + at }
  return level === 0 ? { kind: 'square', color: strong } : { kind: 'dash', color: look.chart.palette[0] ?? look.muted }
}

function listOf(list: List, style: ListStyle): readonly Paragraph[] {
  const gap = (style.level === 0 ? (style.between ?? 0.5) : between.second) * style.size
  return list.items.flatMap((item, at) => {
    const before = at === 0 ? style.before : gap
    return itemOf(item, list, { ...style, before, at })
  })
}

function itemOf({ blocks }: ListItem, list: List, style: ListStyle & { readonly at: number }): readonly Paragraph[] {
  const { size, level, before, at, look } = style
  const isAlone = level === 0 && !list.ordered && list.items.length === 1 // one item by itself is no list
  const hasBullet = style.plain !== true && !isAlone
  const indent = hasBullet ? (list.ordered ? 1.5 : 1.1) * size + level * style.size * 1.1 : 0
  const second: ListStyle = {
    ...style,
    size: style.second,
    level: level + 1,
    before: size * 0.3,
    color: style.color ?? look.soft,
  }
  return blocks.flatMap((block, index): readonly Paragraph[] => {
    if (block.kind === 'list') return listOf(block, second)
    const own = textOf([block], style).map((each) => ({ ...each, indent }))
    if (index > 0 || !hasBullet) return own.map((each) => ({ ...each, before: index > 0 ? size * 0.3 : before }))
    return own.map((each, first) => (first === 0 ? { ...each, before, bullet: bulletOf(list, style, at) } : each))
  })
}

/** The pictures that stand in some blocks. */
export function picturesIn(blocks: readonly Block[]): readonly { readonly address: string; readonly alt: string }[] {
  return blocks.flatMap((block): readonly { readonly address: string; readonly alt: string }[] => {
    if (block.kind === 'paragraph' || block.kind === 'heading')
      return block.runs.flatMap((run) =>
        run.kind === 'picture' ? [{ address: run.address, alt: plainText(run.alt) }] : [],
      )
    if (block.kind === 'list') return block.items.flatMap((item) => picturesIn(item.blocks))
    return block.kind === 'quote' ? picturesIn(block.blocks) : []
  })
}
