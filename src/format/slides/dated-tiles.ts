import { type Inline, plainText, type Tile } from '../../model/content.ts'
import type { Slide } from '../../model/deck.ts'

type Headed = Pick<Slide, 'title' | 'subtitle'>

/** The tiles of a block as a slide prints them: a period that all have stands at the first, or at none where the title or subtitle is of it alone. */
export function datedOnce(tiles: readonly Tile[], slide: Headed): readonly Tile[] {
  const [first] = tiles
  const texts = new Set(tiles.map(({ period }) => plainText(period)))
  if (!first || texts.size !== 1 || tiles.length === 1) return tiles
  const from = isSaid(first.period, slide) ? 0 : 1
  return tiles.map((tile, index) => (index < from ? tile : { ...tile, period: [] }))
}

function isSaid(period: readonly Inline[], { title, subtitle }: Headed): boolean {
  const head = [...(title?.runs ?? []), ...(subtitle?.runs ?? [])]
  const periodsOf = (runs: readonly Inline[]): readonly string[] =>
    runs.flatMap((run) => (run.kind === 'period' ? [run.period] : []))
  const [own, named] = [periodsOf(period), new Set(periodsOf(head))]
  const words = plainText(head).toLowerCase()
  const others = plainText(period.filter(({ kind }) => kind !== 'period'))
    .toLowerCase()
    .split(/\s+/)
  return own.length === 1 && named.size === 1 && named.has(own[0] ?? '') && others.every((word) => words.includes(word))
}
