import type { TextBox } from '../../parse/templates/layout-contract.ts'
import type { ResolvedSlide } from '../slides/resolved-slide.ts'

type Besides = Pick<ResolvedSlide, 'parsed' | 'visuals'>

/** What a subtitle and tiles take of the height of a text's box, where the layout says so, in pixels. */
export function heightBesides({ parsed, visuals }: Besides, box: TextBox): number {
  const { subtitle = 0, tiles = 0 } = box.takes ?? {}
  const hasTiles = visuals.some(({ kind }) => kind === 'tiles')
  const ofSubtitle = parsed.source.front.subtitle === undefined ? 0 : subtitle
  return ofSubtitle + (hasTiles ? tiles : 0) + heightOfTileRows(visuals, box)
}

/** The rows of tiles above the text after the first, for which the layout leaves room. */
function heightOfTileRows(visuals: Besides['visuals'], { tiles: rows }: TextBox): number {
  const count = visuals.reduce((all, visual) => all + (visual.kind === 'tiles' ? visual.tiles.length : 0), 0)
  return rows && count > rows.abreast ? (Math.ceil(count / rows.columns) - 1) * rows.row : 0
}

/** What a drawing beside the groups takes over and under all of them, by their number, and its base where that is what the slide is about. */
export function heightAround({ groups }: Pick<ResolvedSlide, 'groups'>, { groups: placed }: TextBox): number {
  const isLit = groups.at(-1)?.heading.runs.some(({ strong }) => strong) ?? false
  const taken = (heights: readonly number[] = []): number => heights[Math.min(groups.length, heights.length) - 1] ?? 0
  return taken(placed?.around) + (isLit ? taken(placed?.base) : 0)
}

/** The box of a list in two columns, the first of which has one point more where they are odd. */
export function inTwoColumns(
  { height }: Pick<TextBox, 'height'>,
  columns: NonNullable<TextBox['lists']>[number]['columns'],
  points: number,
): Partial<TextBox> {
  if (!columns) return {}
  const each = points / Math.ceil(points / 2) // of the height, both have so much together
  return { width: columns.width, height: ((height - columns.taken) * each) / 2, columns: 2 }
}
