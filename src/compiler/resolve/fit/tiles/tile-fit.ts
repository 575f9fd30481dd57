import { estimatedTypesetter as typesetter } from '../../../../charts/layout/letters.ts'
import { lengthOfDigits, numberParts } from '../../../../format/slides/digits.ts'
import { plainText, type Tile } from '../../../../model/content.ts'
import type { Diagnostic } from '../../../../model/diagnostic.ts'
import { tileTooHigh, tileTooWide } from '../../../diagnostics/chart-room.ts'
import { classesOf } from '../../../parse/slides/slide-source.ts'
import type { TileBox } from '../../../parse/templates/layout-contract.ts'
import type { Layout } from '../../../parse/templates/layouts.ts'
import type { ResolvedSlide } from '../../slides/resolved-slide.ts'
import { slideRoom } from '../../slides/slide-room.ts'
import { sizeOfRange, tooHighTile } from './tile-height.ts'

/** As the theme sets them, in sizes: the least of a unit before digits, in pixels, and a sign of percent. */
const look = { unit: 0.42, least: 26, percent: 0.66, tight: 0.03 }

/** How wide the tile at a place may be, beside the others in its row. */
function widthOf(index: number, count: number, { width, gap = 0, padding = 0, columns, first }: TileBox): number {
  const abreast = columns?.[Math.min(count, columns.length) - 1] ?? count
  const leading = first?.count ?? 0
  if (first?.width !== undefined) return index < leading ? first.width : width
  const share = first?.share ?? 1
  const one = (width - gap * (abreast - 1)) / (abreast + (share - 1) * Math.min(leading, abreast))
  return (index < leading ? one * share : one) - padding
}

/** The size of the figure at a place. */
function sizeOf(index: number, count: number, tiles: readonly Tile[], { figure, others = [], first }: TileBox): number {
  const isFirst = first !== undefined && index < first.count
  const among = others.find(({ from, to = from }) => count >= from && count <= to)
  const sizes = isFirst ? first.figure : (among?.figure ?? figure)
  return typeof sizes === 'number' ? sizes : sizes[lengthOfDigits(tiles)]
}

/** What a figure takes whose digits are never broken, nor parted from their sign and what stands close before them, nor from what stands after them where a layout says so. */
function neededBy(
  { value }: Tile,
  size: number,
  { unit: scale = look.unit, inLine = false, isFree }: Pick<TileBox, 'unit' | 'inLine'> & { readonly isFree: boolean },
): number {
  const parts = numberParts(plainText(value))
  if (!parts) return 0
  const { sign, before, digits, after } = parts
  const own = (text: string, at = size): number => typesetter.width(text, at, 600) - look.tight * at * [...text].length
  const percent = after.trim().startsWith('%') ? own('%', size * look.percent) : 0
  const unit = before === '' ? 0 : own(before, Math.max(look.least, scale * size))
  const tail = inLine && percent === 0 ? own(after, Math.max(look.least, scale * size)) : 0
  const number = own(sign + digits) + percent + tail
  return isFree ? Math.max(number, unit) : number + unit
}

/** Figures of tiles that are wider than these; none where the layout does not say how it sets them. */
export function checkTileFit(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] {
  const box = slideRoom(resolved, layout, classesOf(resolved.parsed.source.front)).tiles
  if (!box) return []
  const blocks = resolved.visuals.flatMap((visual) => (visual.kind === 'tiles' ? [visual.tiles] : []))
  return blocks.flatMap((tiles) => {
    const high = tooHighTile(tiles, resolved, box)
    if (high) return [tileTooHigh({ ...high, layout: layout.name })]
    const count = box.cards ? Math.max(tiles.length, resolved.groups.length) : tiles.length
    return tiles.flatMap((tile, index) => {
      const width = widthOf(index, count, box)
      const isFree = box.wraps === true && index < (box.first?.count ?? 1)
      const size = sizeOf(index, count, tiles, box) * sizeOfRange(tile)
      const needed = neededBy(tile, size, { ...box, isFree })
      if (needed <= width * 1.01) return []
      const isOfWords = neededBy(tile, size, { isFree: true }) <= width
      return [tileTooWide(plainText(tile.value), { needed, width, place: tile.place, isOfWords })]
    })
  })
}
