import { linesIn, estimatedTypesetter as typesetter } from '../../../../charts/layout/letters.ts'
import { lengthOfDigits, numberParts } from '../../../../format/slides/digits.ts'
import { type Inline, plainText, type Tile } from '../../../../model/content.ts'
import type { TileBox } from '../../../parse/templates/layout-contract.ts'
import type { ResolvedSlide } from '../../slides/resolved-slide.ts'
import { hasWords, heightOf, look, setText } from '../text-height.ts'

type Rows = NonNullable<TileBox['rows']>

/** Of the theme: lines in sizes, a unit in sizes of the digits, and what stands beside the figure and above words under all tiles. */
const set = { value: 1.15, unit: 0.42, label: 1.3, change: 1.35, note: 1.3, beside: 48, above: 32, slack: 4 }

/** The size of a range, which is two numbers and a unit in the space of one, in that of other figures. */
export const sizeOfRange = ({ value }: Tile): number =>
  value.some((run) => run.kind === 'figure' && run.status === 'range') ? 0.72 : 1

/** How the tiles of a slide stand in rows. */
interface Placed {
  readonly rows: Rows
  readonly height: number
  readonly size: number
  readonly width: number
}

/** The figure, and under it the unit where both have no room in a line. */
function heightOfValue(tile: Tile, { size: usual, width }: Placed): number {
  const parts = numberParts(plainText(tile.value))
  const size = usual * sizeOfRange(tile)
  if (!parts) return size * set.value
  const unit = set.unit * size
  const digits = typesetter.width(parts.sign + parts.before + parts.digits, size, 600) * 0.95
  const isOne = digits + typesetter.width(parts.after, unit, 400) <= width
  return (size + (isOne ? 0 : unit)) * set.value
}

/** Name and period, change and note. */
function heightOfWords({ label, period, change, note }: Tile, { rows }: Placed, width: number): number {
  const high = (runs: readonly Inline[], size: number, line: number, weight: 400 | 600 = 400): number =>
    runs.length === 0 ? 0 : linesIn(setText(runs, weight), { width, size, weight }) * size * line
  const apart: Inline = { kind: 'text', text: '   ' }
  const name = period.length === 0 ? label : [...label, apart, ...period]
  return (
    high(name, rows.label, set.label, 600) + high(change, rows.change, set.change) + high(note, rows.change, set.note)
  )
}

/** What a tile needs: its words under the figure, or beside the widest of all. */
function heightOfTile(tile: Tile, placed: Placed, widest: number): number {
  const { rows, width, size } = placed
  if (!rows.beside) return heightOfValue(tile, placed) + heightOfWords(tile, placed, width) + rows.padding
  return Math.max(size * 1.1, heightOfWords(tile, placed, width - widest - set.beside)) + rows.padding
}

/** A tile that needs more height than its row has; none where the layout does not say how high its rows are. */
export function tooHighTile(tiles: readonly Tile[], { lead }: ResolvedSlide, box: TileBox) {
  const { rows, first, columns, gap = 0, padding = 0, figure } = box
  if (!rows) return undefined
  const words = { width: 1728, size: 28, between: 0.3, line: look.line }
  const whole = rows.height - (hasWords(lead) ? heightOf(lead, words) + set.above : 0)
  const others = rows.beside ? tiles.slice(first?.count ?? 0) : tiles
  const abreast = rows.beside ? 1 : (columns?.[Math.min(others.length, columns.length) - 1] ?? others.length)
  const count = Math.ceil(others.length / abreast)
  const size = typeof figure === 'number' ? figure : figure[lengthOfDigits(tiles)]
  const width = rows.beside ?? (box.width - gap * (abreast - 1)) / abreast - padding
  const placed: Placed = { rows, height: (whole - rows.gap * (count - 1)) / count, size, width }
  const widest = Math.max(
    0,
    ...others.map(({ value }) => {
      const { sign, before, digits, after } = numberParts(plainText(value)) ?? {
        sign: '',
        before: '',
        digits: '',
        after: '',
      }
      return typesetter.width(sign + digits, size, 600) * 0.95 + typesetter.width(before + after, look.least)
    }),
  )
  const high = others
    .map((tile) => ({ needed: heightOfTile(tile, placed, widest), place: tile.place }))
    .find(({ needed }) => needed > placed.height + set.slack)
  return high && { ...high, height: placed.height }
}
