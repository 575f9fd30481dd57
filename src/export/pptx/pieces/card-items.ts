import { lengthOf } from '../../../format/slides/digits.ts'
import type { Group } from '../../../model/content.ts'
import type { Frame, Insets, Item, Paragraph } from '../items.ts'
import { pictureWithin } from '../layouts/drawn/picture-items.ts'
import { below, type SlideScope } from '../layouts/scope.ts'
import { styleOf } from '../layouts/visual-layouts.ts'
import { fittingScale, heightOf, scaled } from '../text/measure.ts'
import { heading, textOf } from '../text/paragraphs.ts'
import { displayRuns } from './display-runs.ts'

export interface CardStyle {
  readonly heading: number
  readonly text: number
  readonly padding: Insets
  readonly picture: number // its size; 0 without
  /** The picture stands over the heading, and may be as wide as the card. */
  readonly over?: true
  readonly border: boolean
  /** The size of a picture beside the heading. */
  readonly beside?: number
  /** Lists are rows, without bullets. */
  readonly plain?: boolean
  /** A figure that leads a heading where it is not as large, or has another colour. */
  readonly figure?: { readonly size: number; readonly color: string }
  /** A number stands over each heading. */
  readonly numbered?: boolean
}

/** The size of figures that lead headings: by the longest of them, as all have one. */
function leadingFigure({ slide, has }: SlideScope): number {
  if (!has('figures')) return 64
  const figures = slide.groups.flatMap(({ heading: { runs } }) => (runs[0]?.kind === 'figure' ? [runs[0].text] : []))
  const sizes = has('large') ? { short: 120, long: 88, longest: 60 } : { short: 72, long: 72, longest: 60 }
  return sizes[lengthOf(figures)]
}

const hasStatus = ({ runs: [first] }: Group['heading']): boolean =>
  first !== undefined && first.kind !== 'break' && (first.strong === true || first.emphasis === true)

/** A heading in bold is good news, one in italics is not; one of neither between such has the brand's colour. */
function statusColor({ runs: [first] }: Group['heading'], { slide, look }: SlideScope): string | undefined {
  if (slide.layout !== 'cards' || first === undefined || first.kind === 'break') return undefined
  if (!slide.groups.some(({ heading: other }) => hasStatus(other))) return undefined
  return first.strong ? look.chart.upColor : first.emphasis ? look.accent : look.brand
}

/** Heading and words of a card. */
export function cardParagraphs(
  { heading: head, blocks }: Group,
  scope: SlideScope,
  style: CardStyle,
): readonly Paragraph[] {
  const text = styleOf(scope, style.text, {
    line: style.text < 26 ? 1.3 : 1.35,
    heading: style.heading,
    second: 24,
    plain: style.plain === true,
  })
  const { ink } = scope.look
  const named = heading(head.runs, style.numbered ? { ...text, strong: ink } : text)
  const [first] = head.runs
  const leads = (scope.has('figures') && first?.kind === 'figure') || (scope.has('blocks') && first?.strong === true)
  const figure = { size: leadingFigure(scope), look: scope.look, ...style.figure }
  const runs = named.runs.flatMap((run, index) => (leads && index === 0 ? displayRuns(run, first, figure) : [run]))
  const status = statusColor(head, scope)
  const title = { ...named, runs: status ? runs.map((run) => ({ ...run, color: status })) : runs, color: ink }
  const words = textOf(blocks, text)
  return [title, ...words.map((each, index) => (index === 0 ? { ...each, before: 12 } : each))]
}

/** The rule that heads a card, in the colour of its status. */
function ruleOver({ heading: head }: Group, frame: Frame, scope: SlideScope): Item {
  const status = statusColor(head, scope)
  const fill = status ?? scope.look.brand
  return { kind: 'shape', geometry: 'rect', frame: { ...frame, height: status === undefined ? 4 : 8 }, fill }
}

/** Cards whose texts have one size: the largest at which all fit. A rule heads each; nothing frames it. */
export function cardItems(
  scope: SlideScope,
  groups: readonly Group[],
  frames: readonly Frame[],
  style: CardStyle,
): readonly Item[] {
  const all = groups.map((group) => cardParagraphs(group, scope, style))
  const [top, right, bottom, left] = style.padding
  const { beside: besideHeading = 0 } = style
  const scale = fittingScale((one) =>
    all.every((paragraphs, index) => {
      const { width = 0, height = 0 } = frames[index] ?? {}
      const [title, ...words] = scaled(paragraphs, one)
      const head = title && besideHeading > 0 ? headHeight(title, width, besideHeading) : 0
      const text = heightOf(head > 0 ? words : scaled(paragraphs, one), width - left - right)
      return head + text + top + bottom <= height
    }),
  )
  return groups.flatMap((group, index): readonly Item[] => {
    const frame = frames[index]
    const paragraphs = scaled(all[index] ?? [], scale)
    if (!frame) return []
    const rule: readonly Item[] = style.border ? [ruleOver(group, frame, scope)] : []
    if (besideHeading > 0) return [...headedCard(scope, group, { frame, paragraphs, style }), ...rule]
    const size = style.picture
    const width = style.over ? frame.width : size
    const place = { x: frame.x, y: frame.y + 24, width, height: size }
    return [
      { kind: 'text', name: 'Card', frame, paragraphs, inset: style.padding },
      ...rule,
      ...(size > 0 ? pictureWithin(scope, group.blocks, place, style.over && 'left') : []),
    ]
  })
}

const headingGap = 24

/** How high a heading beside a picture is: at least as the picture. */
const headHeight = (title: Paragraph, width: number, picture: number): number =>
  Math.max(picture, heightOf([title], width - picture - headingGap))

/** A card whose picture stands beside its heading, its text below both. */
function headedCard(
  scope: SlideScope,
  group: Group,
  { frame, paragraphs, style }: { frame: Frame; paragraphs: readonly Paragraph[]; style: CardStyle },
): readonly Item[] {
  const [title, ...words] = paragraphs
  const [top, right, bottom, left] = style.padding
  const { beside: size = 0 } = style
  if (!title) return []
  const height = headHeight(title, frame.width, size)
  const indent = size + headingGap
  const head = { x: frame.x + indent, y: frame.y + top, width: frame.width - indent, height }
  const rest = below(frame, top + height)
  return [
    { kind: 'text', name: 'Card', frame: head, paragraphs: [title], anchor: 'middle' },
    ...(words.length > 0
      ? [{ kind: 'text', name: 'Card', frame: rest, paragraphs: words, inset: [8, right, bottom, left] } as const]
      : []),
    ...pictureWithin(scope, group.blocks, {
      x: frame.x,
      y: frame.y + top + (height - size) / 2,
      width: size,
      height: size,
    }),
  ]
}
