import { mix } from '../../../format/colors/color.ts'
import { type Block, type Group, hasText } from '../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import { blockPieces, groupPieces, placeColumns, pointPieces, runOn } from '../pieces/pieces.ts'
import { fitted, heightOf } from '../text/measure.ts'
import { heading, textOf, textRuns } from '../text/paragraphs.ts'
import { below, beside, type SlideScope, tablesIn } from './scope.ts'
import { styleOf } from './visual-layouts.ts'

/** A step of a timeline: what it is called, and what happened. */
interface Step {
  readonly name: Paragraph
  readonly words: readonly Paragraph[]
}

const ofGroup = ({ heading: head, blocks }: Group, scope: SlideScope, size: number): Step => {
  const style = styleOf(scope, size, { heading: 32, line: 1.3, plain: true })
  return { name: heading(head.runs, style), words: textOf(blocks, style) }
}

/** A point of a list that starts with a bold name. */
function ofPoint(blocks: readonly Block[], scope: SlideScope): Step {
  const [first, ...rest] = blocks
  const runs = first && (first.kind === 'paragraph' || first.kind === 'heading') ? first.runs : []
  const end = runs.findIndex((run) => !run.strong)
  const at = end === -1 ? runs.length : end
  const style = styleOf(scope, 24, { heading: 32, line: 1.3, plain: true })
  const words = textRuns(runs.slice(at), scope.look)
  const own: readonly Paragraph[] =
    words.length === 0
      ? []
      : [
          {
            runs: words.map((run, index) => (index === 0 ? { ...run, text: run.text.trimStart() } : run)),
            size: 24,
            line: 1.3,
          },
        ]
  return { name: heading(runs.slice(0, at), style), words: [...own, ...textOf(rest, style)] }
}

function stepsOf(scope: SlideScope): readonly Step[] {
  const { slide, look } = scope
  const [table] = tablesIn(scope)
  if (table)
    return table.rows.map(({ label, cells }) => {
      const style = styleOf(scope, 24, { heading: 32, line: 1.3 })
      return {
        name: heading(label, style),
        words: cells.flatMap(({ runs }) =>
          runs.length === 0 ? [] : [{ runs: textRuns(runs, look), size: 24, line: 1.3 }],
        ),
      }
    })
  if (slide.groups.length > 0)
    return slide.groups.map((group) =>
      ofGroup(
        group,
        scope,
        slide.groups.length < 7 || slide.groups.some(({ blocks }) => blocks.length === 0) ? 24 : 26,
      ),
    )
  return slide.lead.flatMap((block) =>
    block.kind === 'list' ? block.items.map((item) => ofPoint(item.blocks, scope)) : [],
  )
}

/** Text under the line. */
function textBelow(scope: SlideScope, frame: Frame, isStrong: boolean): readonly Item[] {
  const { slide, look } = scope
  const hasTable = tablesIn(scope).length > 0
  if (!hasText(slide.lead) && !hasTable) return []
  const [list] = slide.lead.filter(({ kind }) => kind !== 'visual')
  if (isStrong && list?.kind === 'list') {
    const frames = beside(frame, list.items.length, 32)
    return list.items.flatMap((item, index): readonly Item[] => {
      const own = frames[index]
      if (!own) return []
      const paragraphs = textOf(item.blocks, styleOf(scope, 30, { bold: true }))
      return [
        { kind: 'shape', geometry: 'rect', frame: { ...own, height: 4 }, fill: look.brand },
        fitted({ kind: 'text', name: 'Text', frame: below(own, 18), paragraphs }),
      ]
    })
  }
  const style = styleOf(scope, 32)
  if (slide.groups.length === 0 && list?.kind === 'list' && list.items.length > 2)
    return runOn(pointPieces(textOf([list], style)), beside(frame, 2, 64))
  const parts = [
    ...(hasText(slide.lead) ? [blockPieces(scope, slide.lead, style)] : []),
    ...(hasTable ? slide.groups.map((group) => groupPieces(scope, group, style)) : []),
  ]
  return placeColumns(parts, beside(frame, parts.length, 64))
}

const dot = (x: number, y: number, color: string, ground: string): Item => ({
  kind: 'shape',
  geometry: 'ellipse',
  frame: { x: x - 9.5, y: y - 9.5, width: 19, height: 19 },
  fill: ground,
  stroke: { color, width: 5 },
})

/** Few steps: names over the line, words under it. */
function evenSteps(scope: SlideScope, steps: readonly Step[]): readonly Item[] {
  const { area, look } = scope
  const frames = beside(area, steps.length, 0)
  const wanted = Math.max(...steps.map(({ words }) => heightOf(words, (frames[0]?.width ?? 0) - 14)))
  const height = Math.min(area.height - 100, wanted)
  const items = steps.flatMap(({ name, words }, index): readonly Item[] => {
    const frame = frames[index]
    if (!frame) return []
    return [
      fitted({
        kind: 'text',
        name: 'Step',
        frame: { ...frame, height: 44, width: frame.width - 8 },
        paragraphs: [{ ...name, line: 1.15 }],
      }),
      ...(words.length > 0
        ? [
            fitted({
              kind: 'text',
              name: 'Event',
              frame: { ...frame, y: frame.y + 100, width: frame.width - 14, height },
              paragraphs: words,
            }),
          ]
        : []),
    ]
  })
  const line: Item = {
    kind: 'shape',
    geometry: 'rect',
    frame: { ...area, y: area.y + 62, height: 4 },
    fill: look.brand,
  }
  return [
    line,
    ...frames.map((frame) => dot(frame.x + 12, area.y + 64, look.brand, look.ground)),
    ...items,
    ...textBelow(scope, below(area, 100 + height + 56), false),
  ]
}

/** Seven steps or more hang over and under the line in turn; those without words keep their place. */
function hangingSteps(scope: SlideScope, steps: readonly Step[]): readonly Item[] {
  const { area, look } = scope
  const isToScale = steps.some(({ words }) => words.length === 0)
  const height = isToScale ? 528 : hasText(scope.slide.lead) ? Math.min(560, area.height - 150) : area.height
  const middle = area.y + height / 2
  const pitch = (area.width - (isToScale ? 112 : 120)) / steps.length
  const line: Item = {
    kind: 'shape',
    geometry: 'rect',
    frame: { x: area.x, y: middle - 3, width: area.width, height: 6 },
    fill: look.brand,
  }
  let shown = 0
  const items = steps.flatMap(({ name, words }, index): readonly Item[] => {
    const x = area.x + index * pitch
    if (words.length === 0)
      return [
        {
          kind: 'shape',
          geometry: 'rect',
          frame: { x, y: middle - 10, width: 3, height: 20 },
          fill: mix(look.brand, look.ground, 0.5),
        },
      ]
    const isAbove = shown % 2 === 0
    shown += 1
    const isFree = (at: number): boolean => steps[at] !== undefined && steps[at].words.length === 0
    const reach = !isToScale || !(isFree(index + 1) && isFree(index + 2)) ? 2 : 3
    const wide = index === steps.length - 1 ? 180 : index === steps.length - 2 ? 272 : reach * pitch - 24
    const width = Math.min(area.x + area.width - x - 18, wide)
    const own = { ...name, size: 40, line: 1.15 }
    const side = isAbove ? { y: area.y, height: height / 2 - 56 } : { y: middle + 52, height: height / 2 - 56 }
    const stem = isAbove ? { y: area.y, height: height / 2 } : { y: middle, height: height / 2 }
    return [
      { kind: 'shape', geometry: 'rect', frame: { x, width: 2, ...stem }, fill: look.brand },
      dot(x + 1, middle, look.brand, look.ground),
      fitted({
        kind: 'text',
        name: 'Step',
        frame: { x: x + 18, width, ...side },
        paragraphs: [own, ...words.map((each, at) => ({ ...each, before: at === 0 ? 10 : 4 }))],
        anchor: isAbove && !isToScale ? 'bottom' : 'top',
      }),
    ]
  })
  return [line, ...items, ...textBelow(scope, below(area, height + 56), true)]
}

/** Steps from left to right, evenly. */
export function timeline(scope: SlideScope): readonly Item[] {
  const steps = stepsOf(scope)
  return scope.slide.groups.length >= 7 && tablesIn(scope).length === 0
    ? hangingSteps(scope, steps)
    : evenSteps(scope, steps)
}
