import { hasFigureEnds } from '../../../charts/base/bridge-ends.ts'
import { spreadApart, spreadEvenly } from '../../../charts/layout/label-placement.ts'
import { isCrossed, nameMiddles, nameStart } from '../../../charts/layout/legend.ts'
import {
  headHeight,
  labelGap,
  leaderLength,
  lineStep,
  strongValue,
} from '../../../charts/layout/outside/slope-names.ts'
import { valueSize } from '../../../charts/layout/value-size.ts'
import { printedShare } from '../../../charts/plugins/value-labels.ts'
import { seriesColor, standsOut } from '../../../charts/scene.ts'
import { readableColor, textColorOn } from '../../../format/colors/color.ts'
import type { ChartModel, ChartText } from '../../../model/chart.ts'
import type { Frame, Item, TableCellItem, TextRun } from '../items.ts'
import type { DeckLook } from '../look.ts'
import { officeTypesetter } from '../text/letters.ts'
import { widthOf } from '../text/measure.ts'
import type { Geometry } from './geometry.ts'

/** Names of series beside their last marks, in their colours. */
export function nameItems(geometry: Geometry, frame: Frame, look: DeckLook): readonly Item[] {
  const { scene, layout, plot, marks } = geometry
  const { legend } = layout
  if (legend.kind !== 'right') return []
  const size = scene.sizes.label
  const step = size * 1.15
  const last = scene.model.categories.length - 1
  const ends = marks.filter(({ index }) => index === last)
  const middles = nameMiddles(ends, step)
  const wanted = ends.flatMap((mark, index) => {
    const name = legend.names[scene.model.series.indexOf(mark.dataset.series)]
    const length = (name?.length ?? 0) * step
    return name ? [{ mark, name, length, start: (middles[index] ?? 0) - length / 2 }] : []
  })
  const edges = ends.map((end) => {
    const { box, mark } = end
    const value = officeTypesetter.width(mark.text, valueSize(scene, end, layout.labelSize), 600)
    return box.x + box.width / 2 + Math.max(box.width, value + 8) / 2
  })
  const x = nameStart(edges, { right: plot.x + plot.width, gap: legend.gap, crossed: isCrossed(geometry.range) })
  const starts = spreadApart(wanted, { from: 0, to: plot.y + plot.height + 4, gap: 6 })
  return wanted.map(({ mark, name, length }, index): Item => {
    const color = readableColor(seriesColor(scene, mark.dataset.series), look.ink, look.ground)
    return {
      kind: 'text',
      name: 'Series',
      frame: {
        x: frame.x + x,
        y: frame.y + (starts[index] ?? 0),
        width: legend.width + 16,
        height: length,
      },
      paragraphs: name.map((text) => ({ runs: [{ text, bold: true }], size, color, line: 1.15 })),
    }
  })
}

/** Two short strokes across the base line where time is not as even as the distance of the marks. */
export function breakItems({ scene, plot, range }: Geometry, frame: Frame, look: DeckLook): readonly Item[] {
  if (scene.horizontal) return []
  const pitch = plot.width / Math.max(1, scene.model.categories.length)
  const share = range.min < 0 && range.max > range.min ? range.max / (range.max - range.min) : 1
  const base = frame.y + plot.y + plot.height * Math.max(0, Math.min(1, share))
  const [half, reach, slant] = [4, 11, 4]
  return scene.model.categories.flatMap(({ afterBreak }, index): readonly Item[] => {
    if (!afterBreak) return []
    const at = frame.x + plot.x + index * pitch
    const stroke = (offset: number): Item => ({
      kind: 'shape',
      geometry: 'line',
      frame: { x: at + offset - slant, y: base - reach, width: 2 * slant, height: 2 * reach },
      stroke: { color: look.ink, width: 2 },
      flipped: true,
    })
    const gap = { x: at - half, width: 2 * half, y: base - 2, height: 4 }
    return [{ kind: 'shape', geometry: 'rect', frame: gap, fill: look.ground }, stroke(-half), stroke(half)]
  })
}

/** The base line goes on at both sides of few columns, which stand together. */
export function spareItems({ plot, range, layout, scene }: Geometry, frame: Frame): readonly Item[] {
  const { spare = 0 } = layout
  if (spare === 0) return []
  const share = range.min < 0 && range.max > range.min ? range.max / (range.max - range.min) : 1
  const y = frame.y + plot.y + plot.height * Math.max(0, Math.min(1, share)) - 1
  return [plot.x - spare, plot.x + plot.width].map((x) => ({
    kind: 'shape',
    geometry: 'rect',
    frame: { x: frame.x + x, y, width: spare, height: 2 },
    fill: scene.theme.textColor,
  }))
}

/** A base line with a zigzag at its left end: this axis does not start at zero. */
export function brokenAxisItems({ scene, plot, range, layout }: Geometry, frame: Frame): readonly Item[] {
  if (scene.horizontal || hasFigureEnds(scene.model) || (range.min <= 0 && range.max >= 0)) return []
  const reach = 6
  const steps = [0, -1, 1, -1, 1, 0].map((lift, step) => `L${10 + step * 5} ${reach + lift * reach}`)
  const y = frame.y + plot.y + plot.height + layout.bottomRoom - reach
  return [
    {
      kind: 'shape',
      geometry: 'rect',
      frame: { x: frame.x + plot.x, y, width: plot.width, height: 2 * reach },
      path: `M0 ${reach}${steps.join('')}L${plot.width} ${reach}`,
      stroke: { color: scene.theme.lineColor, width: 2 },
    },
  ]
}

/** The row of texts under the periods, such as growth, as a table whose columns are the periods'. */
export function rowItems(model: ChartModel, { layout, plot }: Geometry, frame: Frame, look: DeckLook): readonly Item[] {
  if (!layout.rows) return []
  const { height, size } = layout.rows
  const pitch = plot.width / Math.max(1, model.categories.length)
  const text = (
    { text: words, footnote }: Omit<ChartText, 'fact'>,
    align: 'left' | 'center',
    { color, bold = false }: { readonly color: string; readonly bold?: boolean | undefined },
  ): TableCellItem => {
    const runs = [{ text: words, bold }, ...(footnote === undefined ? [] : [{ text: footnote, raised: true as const }])]
    return { paragraphs: [{ runs, size, color, align, line: 1.15 }], inset: [0, 0, 0, 0], top: rule }
  }
  const rule = { color: look.chart.gridColor, width: 2 }
  const rows = model.rows.map(({ label, cells }) => ({
    height,
    cells: [
      text({ text: label }, 'left', { color: look.muted }),
      ...cells.map((cell, at) => text(cell, 'center', { color: look.ink, bold: model.categories[at]?.emphasis })),
    ],
  }))
  const y = frame.y + frame.height - height * rows.length
  return [
    {
      kind: 'table',
      name: 'Row',
      alt: model.rows.map(({ label }) => label).join(', '),
      frame: { x: frame.x, y, width: plot.x + plot.width, height: height * rows.length },
      columns: [plot.x, ...model.categories.map(() => pitch)],
      rows,
    },
  ]
}

/** Shares of parts of stacks, over their values in the middle of the bars. */
export function shareItems({ marks, layout, scene }: Geometry, frame: Frame): readonly Item[] {
  const { textColor, surfaceColor } = scene.theme
  return marks.flatMap((placed): readonly Item[] => {
    const share = printedShare(scene, officeTypesetter, placed)
    if (!share) return []
    const { box, fill } = placed
    const { text, size } = share
    const y = frame.y + box.y + box.height / 2 - layout.labelSize * 0.7 - size * 1.2
    const color = textColorOn(fill, textColor, surfaceColor)
    return [
      {
        kind: 'text',
        name: 'Share',
        frame: { x: frame.x + box.x, y, width: box.width, height: size * 1.2 },
        paragraphs: [{ runs: [{ text, bold: true }], size, align: 'center', line: 1.15, color }],
        unwrapped: true,
      },
    ]
  })
}

/** What stands at an end of a line of a slope: its name in the line of its value where all of a side have room, else below. */
function slopeLabel(
  model: ChartModel,
  { mark: { footnote, text }, dataset: { series } }: Geometry['marks'][number],
  { side, size, look }: { readonly side: number; readonly size: number; readonly look: DeckLook },
): SlopeLabel {
  const isStrong = standsOut({ model }, series)
  const largest = isStrong ? size * strongValue : size
  const arrow = side === 1 ? model.arrows.find((one) => one.series === series.id) : undefined
  const letter = footnote === undefined ? [] : [{ text: footnote, raised: true, color: look.muted }]
  const sign = arrow?.footnote === undefined ? [] : [{ text: arrow.footnote, raised: true, color: look.muted }]
  const change = arrow ? [{ text: ` ${arrow.text}`, size, color: look.muted }, ...sign] : []
  const value = [{ text, bold: true, ...(isStrong && { size: largest }) }, ...letter, ...change]
  return { value, name: series.label, bold: isStrong, first: largest * lineStep }
}

/** The value of a line with its sign and change, and its name; `first` is the height of the line that the value is in. */
interface SlopeLabel {
  readonly value: readonly TextRun[]
  readonly name: string
  readonly bold: boolean
  readonly first: number
}

/** Names, values and changes at both ends of the lines of a slope, as the page has them. */
export function slopeItems(
  model: ChartModel,
  { plot, marks, scene }: Geometry,
  frame: Frame,
  look: DeckLook,
): readonly Item[] {
  const { label: size } = scene.sizes
  const lineHeight = size * lineStep
  return [0, 1].flatMap((side) => {
    const labels = marks
      .filter(({ index }) => index === side)
      .map((mark) => ({ mark, ...slopeLabel(model, mark, { side, size, look }) }))
    const room = (side === 0 ? plot.x : frame.width - plot.x - plot.width) - leaderLength
    const inLine = labels.map(({ value, name, bold }) =>
      side === 0 ? [{ text: `${name} `, bold }, ...value] : [...value, { text: ` ${name}`, bold }],
    )
    const isOneLine = inLine.every((runs) => widthOf([{ runs, size }]) <= room * 1.03)
    const wanted = labels.map((label, index) => ({
      ...label,
      lines: isOneLine ? [inLine[index] ?? []] : [label.value, [{ text: label.name, bold: label.bold }]],
      length: label.first + (isOneLine ? 0 : lineHeight),
      start: label.mark.box.y - label.first / 2,
    }))
    const place = { from: headHeight(scene), to: frame.height }
    const free = place.to - place.from - wanted.reduce((sum, { length }) => sum + length, 0)
    const gap = Math.max(labelGap, Math.min(size * 0.6, free / Math.max(1, wanted.length)))
    const starts = spreadEvenly(wanted, { ...place, gap })
    const end = side === 0 ? plot.x : plot.x + plot.width
    const edge = side === 0 ? end - leaderLength : end + leaderLength
    const align = side === 0 ? ('right' as const) : ('left' as const)
    return wanted.flatMap(({ mark, lines, length, first }, index): readonly Item[] => {
      const color = readableColor(seriesColor(scene, mark.dataset.series), look.ink, look.ground)
      const start = starts[index] ?? 0
      const [x, width] = side === 0 ? [0, edge] : [edge, frame.width - edge]
      return [
        ...leaderItem(
          { x: end, y: mark.box.y },
          { edge, middle: start + first / 2, side },
          { frame, color: scene.theme.lineColor },
        ),
        {
          kind: 'text',
          name: 'Line',
          frame: { x: frame.x + x, y: frame.y + start, width, height: length },
          paragraphs: lines.map((runs) => ({ runs, size, color, line: lineStep, align })),
          anchor: 'middle',
          unwrapped: true,
        },
      ]
    })
  })
}

/** A thin line to a label that had to move. */
function leaderItem(
  { x, y }: { readonly x: number; readonly y: number },
  { edge, middle, side }: { readonly edge: number; readonly middle: number; readonly side: number },
  { frame, color }: { readonly frame: Frame; readonly color: string },
): readonly Item[] {
  if (Math.abs(y - middle) < 3) return []
  const out = side === 0 ? -1 : 1
  const [from, to] = [x + out * 11, edge - out * 4]
  const place = {
    x: frame.x + Math.min(from, to),
    y: frame.y + Math.min(y, middle),
    width: Math.abs(to - from),
    height: Math.abs(middle - y),
  }
  const rises = from < to ? middle < y : y < middle
  return [
    { kind: 'shape', geometry: 'line', frame: place, stroke: { color, width: 1.5 }, ...(rises && { flipped: true }) },
  ]
}
