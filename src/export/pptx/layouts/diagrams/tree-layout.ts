import type { Frame, Item } from '../../items.ts'
import { heightOf, widthOf } from '../../text/measure.ts'
import { below, beside, type SlideScope } from '../scope.ts'
import { bar, type NodeStyle, nodeParagraphs, nodes } from './diagram-nodes.ts'

const [gap, rowGap] = [40, 64] // between branches side by side, and between two rows of them
const drop = 34 // from a connector down to its branches
const stroke = 4

/** Whether no point of a slide has points of its own. */
const isFlat = ({ slide: { groups } }: SlideScope): boolean =>
  !groups.some(({ blocks }) =>
    blocks.some(
      (block) => block.kind === 'list' && block.items.some((item) => item.blocks.some(({ kind }) => kind === 'list')),
    ),
  )

/** How many branches stand side by side: four where three would leave a row nearly empty. */
const abreastOf = (branches: number): number => (branches === 4 || branches > 6 ? 4 : Math.min(3, branches))

const middle = ({ x, width }: Frame): number => x + width / 2

/** The box of what the branches are of, as wide as its words. */
function rootBox(scope: SlideScope): { readonly frame: Frame; readonly style: NodeStyle } | undefined {
  const { slide, area, look } = scope
  const [root] = slide.groups
  if (!root) return undefined
  const isLarge = scope.has('large')
  const style: NodeStyle = {
    ...{ heading: isLarge ? 40 : 34, text: 26, inset: isLarge ? [28, 64, 28, 64] : [12, 64, 14, 64] },
    ...{ fill: look.brand, color: look.onBrand, strong: look.onBrand, align: 'center', anchor: 'middle' },
  }
  const title = nodeParagraphs(root, scope, style)
  const width = Math.min(area.width, 900, widthOf(title) + 136)
  const height = heightOf(title, width - 128) + style.inset[0] + style.inset[2]
  return { frame: { x: area.x + (area.width - width) / 2, y: area.y, width, height }, style }
}

/** What joins a row of branches, from the middle of the first to that of the last. */
function rowConnector(row: readonly Frame[], color: string): readonly Item[] {
  const [first, last] = [row[0], row.at(-1)]
  if (!first || !last) return []
  const y = first.y - drop
  return [
    bar(middle(first) - stroke / 2, y, middle(last) - middle(first) + stroke, stroke, color),
    ...row.map((frame) => bar(middle(frame) - stroke / 2, y, stroke, drop, color)),
  ]
}

/** The way down to a second row, between two columns. */
function trunk(rows: readonly (readonly Frame[])[], abreast: number, color: string): readonly Item[] {
  const [upper, lower] = [rows[0]?.[abreast === 4 ? 1 : 0], rows[1]?.[0]]
  if (!upper || !lower) return []
  const [from, to] = [upper.y - drop, lower.y - drop + stroke]
  return [bar(upper.x + upper.width + (gap - stroke) / 2, from, stroke, to - from, color)]
}

/** The first above, its branches side by side below. */
export function tree(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const [root, ...branches] = slide.groups
  const head = rootBox(scope)
  if (!root || !head) return []
  const abreast = abreastOf(branches.length)
  const count = Math.ceil(branches.length / abreast)
  const rest = below(area, head.frame.height + 64)
  const height = (rest.height - rowGap * (count - 1)) / Math.max(1, count)
  const rows = Array.from({ length: count }, (_, row) =>
    beside({ ...rest, y: rest.y + row * (height + rowGap), height }, abreast, gap).slice(
      0,
      branches.length - row * abreast,
    ),
  )
  const frames = rows.flat()
  const colors = [look.brand, scope.has('dark') ? look.accent : (look.chart.palette[3] ?? look.brand)]
  const style = (index: number): NodeStyle => ({
    ...{ heading: 32, text: isFlat(scope) ? 30 : 28, inset: [20, 0, 20, 0], color: look.ink },
    ...{ strong: colors[index] ?? look.ink, plain: true, figures: true },
  })
  const foot = head.frame.y + head.frame.height
  return [
    ...nodes(scope, [root], [head.frame], () => head.style),
    bar(middle(area) - stroke / 2, foot, stroke, rest.y - drop - foot, look.brand),
    ...rows.flatMap((row) => rowConnector(row, look.brand)),
    ...trunk(rows, abreast, look.brand),
    ...nodes(scope, branches, frames, style),
    ...frames.map((frame, index) => bar(frame.x, frame.y, frame.width, 8, colors[index] ?? look.ink)),
  ]
}
