import { linesIn } from '../../../charts/layout/letters.ts'
import { type Block, plainText } from '../../../model/content.ts'
import type { TextBox } from '../../parse/templates/layout-contract.ts'
import { heightOfDisplay } from './display-heading.ts'
import { type Column, noteWide } from './text-height.ts'

export type NameRows = NonNullable<NonNullable<TextBox['groups']>['names']>

interface Row {
  readonly heading: Parameters<typeof heightOfDisplay>[0]
  readonly blocks: readonly Block[]
}

const indent = 22 // of a name, behind its edge
const line = 1.2

/** Of a name, and of the figure in italics that stands large under it. */
function heightOfName(
  blocks: readonly Block[],
  { size, figure, width, wide }: NameRows & Pick<Column, 'width' | 'wide'>,
): number {
  const runs = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
  const name = plainText(runs.filter(({ emphasis }) => !emphasis)).trim()
  const shown = runs.filter(({ emphasis }) => emphasis)
  const own = linesIn(name, { width, size, weight: 600 }) * size * line
  noteWide(name, { width, size, wide }, 600)
  noteWide(plainText(shown), { width, size: figure, wide }, 600)
  const below =
    heightOfDisplay(shown, { figure, size, width, line: 1.15, isBlock: true }) ?? (shown.length > 0 ? figure * 1.15 : 0)
  return own + below
}

/** Whether a slide has so many names or rows that all is set closer. */
const isClose = (rows: readonly Row[], names: NameRows): boolean =>
  rows.length >= names.close.rows || rows.some(({ blocks }) => namesIn(blocks).length >= names.close.names)

const namesIn = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))

/** Rows of names, so many abreast, each row beside its heading: what all of them take at least. */
export function heightOfNameRows(
  rows: readonly Row[],
  { width, side, wide }: Pick<Column, 'width' | 'wide'> & { readonly side: number },
  names: NameRows,
): number {
  const set = isClose(rows, names) ? { ...names, ...names.close } : names
  const column = (width - side - set.across * (names.abreast - 1)) / names.abreast - indent
  const heights = rows.map(({ heading, blocks }) => {
    const items = namesIn(blocks)
    if (items.length === 0) return set.quiet
    const lines = Math.ceil(items.length / names.abreast)
    const each = Math.max(...items.map((item) => heightOfName(item.blocks, { ...set, width: column, wide })))
    const head = { figure: set.heading, size: set.label, width: side - 24, line: 1.25, isBlock: true, wide }
    const words = linesIn(plainText(heading), { ...head, weight: 600 }) * head.size * head.line
    const led = heightOfDisplay(heading, head)
    if (led === undefined) noteWide(plainText(heading), head, 600)
    const beside = led ?? words
    return Math.max(beside, lines * each + (lines - 1) * set.gap) + set.padding
  })
  return heights.reduce((all, each) => all + each, 0) - set.padding / 2 // nothing stands under the last
}
