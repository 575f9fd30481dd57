import { estimatedTypesetter as typesetter } from '../../../charts/layout/letters.ts'
import { type Block, hasText, type Inline, plainText, textsIn } from '../../../model/content.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { textTooHigh } from '../../diagnostics/visuals.ts'
import { type Layout, type TextBox, textBox } from '../../parse/templates/layouts.ts'
import type { ResolvedSlide } from './resolved-slide.ts'

/** What the estimate may be off by. */
const slack = 1.03

/** Multiples of the size of the text, as the theme has them. */
const look = {
  line: 1.35,
  heading: 1.25,
  block: 0.6,
  second: 0.85,
  between: 0.25,
  indent: 1.1,
  under: 0.45,
  group: 1.2,
}

interface Column {
  readonly width: number
  readonly size: number
  /** Between the points of a list, in sizes. */
  readonly between: number
}

/** Lines that a paragraph takes; a word wider than its column is cut, and takes one. */
function linesOf(runs: readonly Inline[], { width, size }: Column): number {
  return typesetter.wrap(plainText(runs), { width, size })?.length ?? 1
}

/** The height of some blocks in a column, in pixels of a slide of 1920 × 1080; visuals and pictures are not counted. */
function heightOf(blocks: readonly Block[], column: Column): number {
  const { size } = column
  const heights = blocks.flatMap((block): readonly number[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'code':
        return [linesOf(block.runs, column) * size * look.line]
      case 'heading':
        return [linesOf(block.runs, column) * size * look.heading]
      case 'list': {
        const inner = { ...column, width: column.width - look.indent * size }
        const items = block.items.reduce((all, item) => all + heightOfItem(item.blocks, inner), 0)
        return [items + (block.items.length - 1) * column.between * size]
      }
      case 'quote':
        return [heightOf(block.blocks, column)]
      case 'grid':
        return [(block.rows.length + 1) * size * look.line]
      default:
        return []
    }
  })
  return heights.reduce((all, height) => all + height, 0) + Math.max(0, heights.length - 1) * look.block * size
}

/** Of lists in a list the text is smaller, and stands closer. */
function heightOfItem(blocks: readonly Block[], column: Column): number {
  const second = { ...column, size: column.size * look.second, between: look.between }
  return blocks.reduce((all, block) => all + heightOf([block], block.kind === 'list' ? second : column), 0)
}

const isNested = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.kind === 'list' && block.items.some((item) => item.blocks.some(isList)))
const isList = ({ kind }: Block): boolean => kind === 'list'

function sizeOf({ lead, groups }: ResolvedSlide, { size, crowded }: TextBox, classes: string): number {
  const own = /\bdenser\b/.test(classes) ? 22 : /\bdense\b/.test(classes) ? 24 : size
  const isCrowded = groups.length > 1 || isNested(lead) || groups.some(({ blocks }) => isNested(blocks))
  return Math.min(own, isCrowded ? crowded - (groups.length > 4 ? 2 : 0) : size)
}

/** Few points, or the only group, stand in one column, which may be wider than one of several. */
function hasFew({ lead, groups, visuals }: ResolvedSlide, { few }: TextBox): boolean {
  if (!few || visuals.length > 0) return false
  if (groups.length > 0) return groups.length === 1 && !hasText(lead)
  return lead.every((block) => block.kind !== 'list' || block.items.length <= few.points)
}

/** What the text of a slide takes if it stands in one column: the lead, then each group under its heading. */
function heightOfText(resolved: ResolvedSlide, box: TextBox, classes: string): number {
  const { lead, groups } = resolved
  const size = sizeOf(resolved, box, classes)
  const column: Column = { width: box.width, size, between: box.between }
  const parts = [
    ...(hasText(lead) ? [heightOf(lead, column)] : []),
    ...groups.map(({ heading, blocks }) => {
      const title = linesOf(heading.runs, column) * size * look.heading
      return title + look.under * size + heightOf(blocks, column)
    }),
  ]
  return parts.reduce((all, height) => all + height, 0) + Math.max(0, parts.length - 1) * look.group * size
}

/** Text that is higher than the columns that the layout gives it; nothing where the layout says none. */
export function checkTextFit(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] {
  const classes = resolved.parsed.source.front.class ?? ''
  const { lead, groups } = resolved
  const [first] = [...textsIn(lead), ...groups.map(({ heading }) => heading)]
  const misfit = (own: string): { readonly needed: number; readonly height: number } | undefined => {
    const given = textBox(layout, own)
    if (!given) return undefined
    const box = given.few && hasFew(resolved, given) ? { ...given, width: given.few.width, columns: 1 } : given
    const height = box.height * (box.columns ?? 1)
    const needed = heightOfText(resolved, box, own)
    return needed > height * slack ? { needed, height } : undefined
  }
  const found = misfit(classes)
  if (!found || !first) return []
  const roomier = ['dense', 'denser'].filter((name) => !misfit(`${classes} ${name}`))
  return [textTooHigh({ ...found, layout: layout.name, roomier, place: first.place })]
}
