import { type Block, type Inline, plainText, type Text, textsIn } from '../../../model/content.ts'
import { once } from '../../../model/memory.ts'
import type { TextBox } from '../../parse/templates/layout-contract.ts'
import type { ResolvedSlide } from '../slides/resolved-slide.ts'
import { heightOfDisplay } from './display-heading.ts'
import { type Column, hasWords, heightOf, linesOf, look, noteWide } from './text-height.ts'

export const isList = (block: Block): block is Extract<Block, { readonly kind: 'list' }> => block.kind === 'list'

/** A part of a slide's text: the lead, or a group under its heading. */
export interface Part {
  readonly title?: Text
  readonly heading: readonly Inline[] | undefined
  readonly blocks: readonly Block[]
}

export const partsOf = once(({ lead, groups }: ResolvedSlide): readonly Part[] => [
  ...(hasWords(lead) ? [{ heading: undefined, blocks: lead }] : []),
  ...groups.map(({ heading, blocks }) => ({ title: heading, heading: heading.runs, blocks })),
])

/** The first text of some parts. */
export const firstOf = (parts: readonly Part[]): Text | undefined =>
  parts.flatMap(({ title, blocks }) => [...(title ? [title] : []), ...textsIn(blocks)])[0]

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

export function heightOfPart(
  { heading, blocks }: Part,
  column: Column,
  headingSize = column.size,
  figure?: number,
): number {
  if (!heading) return heightOf(blocks, column)
  const display = { size: headingSize, width: column.width, line: look.heading, wide: column.wide }
  const led = figure === undefined ? undefined : heightOfDisplay(heading, { ...display, figure })
  const title = led ?? linesOf(heading, { ...column, size: headingSize }, 600) * headingSize * look.heading
  return title + look.under * headingSize + heightOf(blocks, column)
}

export type Place = NonNullable<TextBox['places']>[number]

/** The places of a layout that a slide fills: some are only there beside groups. */
export const placesOf = ({ groups }: ResolvedSlide, { places = [] }: TextBox): readonly Place[] =>
  places.filter(({ beside }) => !beside || groups.length > 0)

/** The parts that have a place of their own in the layout. */
export function partsIn(resolved: ResolvedSlide, of: Place['of']): readonly Part[] {
  const parts = partsOf(resolved)
  const groups = parts.filter(({ heading }) => heading)
  if (of === 'lead') return parts.filter(({ heading }) => !heading)
  return of === 'last' ? groups.slice(-1) : groups.slice(of[0] - 1, of[1])
}

interface InColumns {
  readonly column: Column
  readonly columns: number
  readonly heading: number | undefined
}

/** A part whose list, where it is even, runs over several columns. */
export function heightInColumns(part: Part, { column, columns, heading }: InColumns): number {
  const list = part.blocks.find(isList)
  const isEven = list !== undefined && list.items.length % columns === 0
  if (columns === 1 || !isEven) return heightOfPart(part, column, heading)
  const title = heightOfPart({ ...part, blocks: [] }, column, heading)
  return title + heightOf(part.blocks, { ...column, width: column.width / columns }) / columns
}

/** Figures in bold that stand in a line of their own: their digits are set tight. */
export function noteBoldFigures(parts: readonly Part[], { size, ...column }: Column): void {
  const runs = parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : [])))
  for (const run of runs)
    if (run.kind === 'figure' && run.strong) noteWide(plainText([run]), { ...column, size: size * 0.96 }, 600)
}

/** How many points a slide has whose text is one list. */
export const pointsAlone = ({ lead, groups }: ResolvedSlide): number => {
  const [first, ...more] = lead.filter((block) => hasWords([block]))
  return first && isList(first) && more.length === 0 && groups.length === 0 ? first.items.length : 0
}
