import type { Block, Inline, Text } from '../../../model/content.ts'
import { once } from '../../../model/memory.ts'
import type { TextBox } from '../../parse/templates/layout-contract.ts'
import type { ResolvedSlide } from '../slides/resolved-slide.ts'
import { heightOfDisplay } from './display-heading.ts'
import { type Column, hasWords, heightOf, linesOf, look } from './text-height.ts'

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
