import { mix } from '../../../../format/colors/color.ts'
import type { Block } from '../../../../model/content.ts'
import type { Slide } from '../../../../model/deck.ts'
import type { Frame, Item, Paragraph } from '../../items.ts'
import { fitted, heightOf } from '../../text/measure.ts'
import { textOf } from '../../text/paragraphs.ts'
import { beside, margin, type SlideScope, slideWidth } from '../scope.ts'

type List = Extract<Block, { readonly kind: 'list' }>

const end = 944 // px: where the lowest row does

/** The list of what a section holds; undefined where it says something else. */
export function contentsIn({ lead, groups, visuals }: Slide): List | undefined {
  const [list, ...others] = lead.filter(({ kind }) => kind !== 'visual')
  const isNames = list?.kind === 'list' && !list.ordered && list.items.length >= 4
  return isNames && others.length === 0 && groups.length === 0 && visuals.length === 0 ? list : undefined
}

/** A name, and the number of the slide that it leads to, which ends with its row. */
function withoutPage(paragraphs: readonly Paragraph[]): readonly [readonly Paragraph[], Paragraph | undefined] {
  const [first, ...rest] = paragraphs
  const page = first?.runs.at(-1)
  if (!first || !page?.link?.startsWith('#/') || first.runs.length < 2 || !/^\s*\d+$/.test(page.text))
    return [paragraphs, undefined]
  const number = { ...first, runs: [{ ...page, text: page.text.trim() }], align: 'right' } as const
  return [[{ ...first, runs: first.runs.slice(0, -1) }, ...rest], number]
}

interface Row {
  readonly words: readonly Paragraph[]
  readonly page: Paragraph | undefined
  readonly height: number
}

const pageWidth = 160

/** Names in rows, each with the number of its slide; from eight in two columns. They begin below what stands above. */
export function contentsItems({ look }: SlideScope, { items }: List, above: number): readonly Item[] {
  const isLong = items.length > 7
  const [size, least] = isLong ? [items.length > 8 ? 36 : 40, items.length > 8 ? 66 : 76] : [44, 93]
  const style = { look, size, second: size, heading: size, color: look.onDeep, strong: look.onDeep, plain: true }
  // One column ends before the arcs; two stand below them.
  const place: Frame = { x: margin, y: 0, width: isLong ? slideWidth - 2 * margin : 1120, height: end }
  const columns = beside(place, isLong ? 2 : 1, 112)
  const rows = items.map(({ blocks }): Row => {
    const [words, page] = withoutPage(textOf(blocks, style))
    const width = (columns[0]?.width ?? place.width) - (page ? pageWidth : 0)
    return { words, page, height: Math.max(least, heightOf(words, width) + least - size * 1.35) }
  })
  const half = isLong ? Math.ceil(rows.length / 2) : rows.length
  const parts = [rows.slice(0, half), rows.slice(half)].slice(0, columns.length)
  const heightOfRows = (part: readonly Row[]): number => part.reduce((all, { height }) => all + height, 0)
  const natural = Math.max(...parts.map(heightOfRows))
  const scale = Math.min(1, Math.max(0.4, (end - above - 16) / natural))
  const rule = (frame: Frame, y: number): Item => {
    const fill = mix(look.deep, look.onDeep, 0.25)
    return { kind: 'shape', geometry: 'rect', frame: { ...frame, y, height: 2 }, fill }
  }
  return parts.flatMap((part, column) => {
    const frame = columns[column] ?? place
    let y = end - natural * scale
    const own = part.flatMap(({ words, page, height }): readonly Item[] => {
      const row = { ...frame, y, height: height * scale }
      y += row.height
      const named = { ...row, width: row.width - (page ? pageWidth : 0) }
      const number = { ...row, x: row.x + row.width - pageWidth, width: pageWidth }
      const text = (name: string, box: Frame, paragraphs: readonly Paragraph[]): Item =>
        fitted({ kind: 'text', name, frame: box, paragraphs, anchor: 'middle' })
      return [rule(frame, row.y), text('Text', named, words), ...(page ? [text('Page', number, [page])] : [])]
    })
    return [...own, rule(frame, y)]
  })
}
