import { hasText } from '../../../../model/content.ts'
import type { Frame, Item } from '../../items.ts'
import { groupPieces, placeColumns } from '../../pieces/pieces.ts'
import { tilesPiece } from '../../pieces/tile-piece.ts'
import { fitted, heightOf } from '../../text/measure.ts'
import { groupHead, textOf } from '../../text/paragraphs.ts'
import { bar, type NodeStyle, nodeParagraphs, nodes } from '../diagrams/diagram-nodes.ts'
import { below, beside, type SlideScope, tilesIn } from '../scope.ts'
import { factStyle } from '../tile-layouts.ts'
import { styleOf } from '../visual-layouts.ts'
import { pictureWithin } from './picture-items.ts'

/** Columns of words, each under a rule. */
function ruledColumns(scope: SlideScope, groups: SlideScope['slide']['groups'], frame: Frame): readonly Item[] {
  const { look } = scope
  const frames = beside(frame, groups.length, 64)
  const style = styleOf(scope, 30, { heading: 34, strong: look.ink, color: look.soft })
  return [
    ...frames.map(
      (each): Item => ({ kind: 'shape', geometry: 'rect', frame: { ...each, height: 2 }, fill: look.rule }),
    ),
    ...placeColumns(
      groups.map((group) => groupPieces(scope, group, style)),
      frames.map((each) => below(each, 20)),
    ),
  ]
}

const [namesEnd, alignedEnd, mostNamed] = [476, 668, 260] // px: where the words of the ends end, and how high they may be

/** A wide picture over the names of four ends and what is said of each; the other groups stand below. */
export function picturedConnection(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const heads = slide.groups.slice(0, 4)
  const frames = beside(area, 4, 64).map((frame) => ({ ...frame, x: frame.x - 32, width: frame.width + 64 }))
  const named = heads.map((group) => {
    const isPoint = group.heading.runs.some(({ strong }) => strong)
    const style = styleOf(scope, 28, { strong: isPoint ? look.accent : look.ink, align: 'center', heading: 34 })
    const words = textOf(group.blocks, { ...style, strong: look.ink, color: look.soft, plain: true })
    const below = words.map((each, index) => (index === 0 ? { ...each, before: 8 } : each))
    return [groupHead(group.heading.runs, style), ...below]
  })
  const heights = named.map((paragraphs, index) => heightOf(paragraphs, frames[index]?.width ?? area.width))
  const height = Math.max(60, Math.min(mostNamed, Math.max(0, ...heights)))
  const hasWords = heads.some(({ blocks }) => hasText(blocks))
  const end = scope.has('aligned') ? alignedEnd : namesEnd
  return [
    ...pictureWithin(scope, slide.lead, { ...area, y: area.y + 20, height: end - 40 - height }),
    ...named.flatMap((paragraphs, index): readonly Item[] => {
      const place = { ...(frames[index] ?? area), y: area.y + end - height, height }
      return [fitted({ kind: 'text', name: 'End', frame: place, paragraphs, anchor: hasWords ? 'top' : 'bottom' })]
    }),
    ...ruledColumns(scope, slide.groups.slice(4), below(area, 500)),
  ]
}

/** A number, a picture beside it, words below both. */
export function picturedFact(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const style = factStyle(look, { size: 288, note: 30 })
  const height = area.height - 200
  return [
    ...tilesPiece(tilesIn(scope), style, 0).place({ ...area, width: 836, height }, 1),
    ...pictureWithin(scope, slide.lead, { ...area, x: area.x + 860, width: area.width - 860, height }),
    ...ruledColumns(scope, slide.groups, below(area, height + 32)),
  ]
}

/** The first as a band, and under it a picture for each branch, over what it is called. */
export function picturedTree(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const [root, ...branches] = slide.groups
  if (!root) return []
  const head: NodeStyle = {
    heading: scope.has('large') ? 56 : 40,
    text: 28,
    inset: [16, 64, 18, 64],
    fill: look.brand,
    color: look.onBrand,
    strong: look.onBrand,
    align: 'center',
    anchor: 'middle',
  }
  const named: NodeStyle = {
    heading: 40,
    text: 28,
    inset: [0, 0, 0, 0],
    color: look.ink,
    strong: look.brand,
    align: 'center',
    plain: true,
  }
  const words = heightOf(nodeParagraphs(root, scope, head), area.width - 128)
  const band = { ...area, height: Math.max(96, Math.min(words + 34, area.height / 3)) }
  const frames = beside(below(area, band.height + 48), Math.max(2, branches.length), 40).slice(0, branches.length)
  const middle = (frame: Frame): number => frame.x + frame.width / 2
  const [first, last] = [frames[0], frames.at(-1)]
  const joint = area.y + band.height + 24
  const pictures = frames.map((frame) => ({ ...frame, y: frame.y + 8, height: 270 }))
  return [
    ...nodes(scope, [root], [band], () => head),
    bar(area.x + area.width / 2 - 2, area.y + band.height, 4, 24, look.brand),
    ...(first && last ? [bar(middle(first) - 2, joint, middle(last) - middle(first) + 4, 4, look.brand)] : []),
    ...frames.map((frame) => bar(middle(frame) - 2, joint, 4, 50, look.brand)),
    ...branches.flatMap(({ blocks }, index) => pictureWithin(scope, blocks, pictures[index] ?? area)),
    ...nodes(
      scope,
      branches,
      frames.map((frame) => below(frame, 300)),
      () => named,
    ),
  ]
}
