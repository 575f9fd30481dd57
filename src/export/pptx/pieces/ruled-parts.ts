import { type Group, hasText, type ListItem } from '../../../model/content.ts'
import type { Slide } from '../../../model/deck.ts'
import type { Frame, Item } from '../items.ts'
import type { SlideScope } from '../layouts/scope.ts'
import type { DeckLook } from '../look.ts'
import { groupHead, type TextStyle, textOf } from '../text/paragraphs.ts'
import type { Piece } from './piece.ts'
import { blockPieces, groupPieces, heightOfPieces, placeColumn, scaleFor, textPiece } from './pieces.ts'

/** Pieces under a rule of their own; figures and tables have their lines already. */
export interface Part {
  readonly pieces: readonly Piece[]
  readonly ruled: boolean
}

const under = 16
const gap = 28
const mostRows = 5

const isNested = ({ blocks }: ListItem): boolean => blocks.some(({ kind }) => kind === 'list')

/** The only list of a slide's words, where its points are rows: a few, none with points of its own. */
function rowsOf({ lead, groups }: Pick<Slide, 'lead' | 'groups'>): readonly ListItem[] {
  const blocks = [...lead, ...groups.flatMap((group) => group.blocks)].filter(({ kind }) => kind !== 'visual')
  const [list] = blocks
  if (blocks.length !== 1 || list?.kind !== 'list' || list.ordered) return []
  const { items } = list
  const isRows = items.length > 1 && items.length <= mostRows && groups.length < 2 && !items.some(isNested)
  return isRows ? items : []
}

/** Which way a row beside a chart goes: a heading in bold is good news, one in italics is not. */
function wayOf({ heading: { runs } }: Group, { slide, look }: SlideScope): string {
  const first = runs.find((run) => run.kind !== 'text' || run.text.trim() !== '')
  if (slide.layout !== 'chart-and-points' || first === undefined) return look.ink
  return first.strong ? look.chart.upColor : first.emphasis ? look.chart.downColor : look.ink
}

/** Lead and groups, or the rows of a list that is alone. */
export function wordParts(scope: SlideScope, style: TextStyle): readonly Part[] {
  const { slide } = scope
  const [group] = slide.groups
  const rows = rowsOf(slide).map(({ blocks }, index) => {
    const head = index === 0 && group ? [groupHead(group.heading.runs, style)] : []
    return [textPiece([...head, ...textOf(blocks, { ...style, plain: true })])]
  })
  const parts =
    rows.length > 0
      ? rows
      : [
          ...(hasText(slide.lead) ? [blockPieces(scope, slide.lead, style)] : []),
          ...slide.groups.map((each) =>
            groupPieces(scope, each, { ...style, color: scope.look.soft, strong: wayOf(each, scope) }),
          ),
        ]
  return parts.map((pieces) => ({ pieces, ruled: true }))
}

/** Each part as one piece with its rule, the first in the colour of the brand. */
const ruledPiece = ({ pieces, ruled }: Part, index: number, look: DeckLook): Piece => {
  const head = ruled ? under : 0
  return {
    gap,
    height: (width, scale) => head * scale + heightOfPieces(pieces, width, scale),
    place: (frame, scale) => {
      const rule = { ...frame, height: index === 0 ? 4 : 1 }
      const words = { ...frame, y: frame.y + head * scale, height: frame.height - head * scale }
      return [
        ...(ruled
          ? [{ kind: 'shape', geometry: 'rect', frame: rule, fill: index === 0 ? look.brand : look.rule } as const]
          : []),
        ...placeColumn(pieces, words, { scale }),
      ]
    },
  }
}

/** Parts one under the other at one distance, each under its rule, from the top of the frame or in its middle; three or more share a height. */
export function placeParts(
  parts: readonly Part[],
  frame: Frame,
  look: DeckLook,
  { middle = false, share = 0 }: { readonly middle?: boolean; readonly share?: number } = {},
): readonly Item[] {
  const close = parts.map((part, index) => ruledPiece(part, index, look))
  const rest = parts.length < 3 ? 0 : Math.max(0, share - heightOfPieces(close, frame.width, 1)) / parts.length
  const pieces = close.map((piece) => ({ ...piece, gap: piece.gap + rest }))
  return placeColumn(pieces, frame, { scale: scaleFor([pieces], [frame]), middle })
}

/** Words beside a chart stand from the top of its plot, and may share its height. */
export const besidePlot = (scope: SlideScope, parts: readonly Part[], words: Frame): readonly Item[] =>
  placeParts(parts, { ...words, y: words.y + captionHeight, height: words.height - captionHeight }, scope.look, {
    share: Math.max(0, ...scope.slide.visuals.map((visual) => (visual.kind === 'chart' ? visual.box.height : 0))),
  })

const captionHeight = 40 // px, of a chart's title
