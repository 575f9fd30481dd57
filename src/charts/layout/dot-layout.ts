import type { Chart } from 'chart.js'
import type { ChartMark, ChartModel } from '../../model/chart.ts'
import type { Scene, SceneDataset } from '../scene.ts'
import type { Box, Size } from './box.ts'
import type { ChartLayout } from './chart-layout.ts'
import { createTypesetter, type Typesetter } from './text.ts'

/** A dot field's own values: units in a dot and in all of them, and the name of the whole. */
interface DotField {
  readonly each: number
  readonly whole: number
  readonly name: string
  readonly isWaffle: boolean
  /** Parts, by their place, that are shares of the whole: counted from the beginning, over what is lit. */
  readonly shares?: readonly number[]
  /** A waffle of persons. */
  readonly isPeople?: boolean
}

export function dotFieldOf({ own }: Pick<ChartModel, 'own'>): DotField {
  const number = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 1)
  return {
    each: number(own?.each),
    whole: number(own?.whole),
    name: typeof own?.name === 'string' ? own.name : '',
    isWaffle: own?.shape === 'waffle' || own?.shape === 'people',
    isPeople: own?.shape === 'people',
    shares: typeof own?.shares === 'string' ? own.shares.split(' ').map(Number) : [],
  }
}

/** A part of the field, counted in dots from its beginning: 0 to 12.4. */
export interface LitPart {
  readonly dataset: SceneDataset
  readonly mark: ChartMark
  readonly datasetIndex: number
  readonly from: number
  readonly to: number
}

/** Which dots each part lights; `value` returns a part's value, which may still be moving to the mark's. */
export function litParts(
  { model, datasets }: Pick<Scene, 'model' | 'datasets'>,
  value: (datasetIndex: number, mark: ChartMark) => number,
): LitPart[] {
  const { each, whole, shares = [] } = dotFieldOf(model)
  let from = 0
  return datasets.flatMap((dataset, datasetIndex) => {
    const mark = dataset.series.marks[0]
    if (!mark) return []
    const amount = value(datasetIndex, mark)
    const end = shares.includes(datasetIndex) ? Math.max(from, (amount / 100) * (whole / each)) : from + amount / each
    const to = Math.min(whole / each, end) // rounded parts may be a little more
    const part = { dataset, mark, datasetIndex, from, to }
    from = to
    return [part]
  })
}

/** Fields are drawn in rows from the top left. */
interface DotGrid {
  readonly columns: number
  readonly rows: number
  readonly pitch: number
}

const widestPitch = 112

/** The grid with the largest dots; with columns that are easily counted, or else a last row that is half full, where that costs little. */
export function dotGrid({ each, whole, isWaffle }: DotField, { width, height }: Size): DotGrid {
  const count = Math.max(1, Math.ceil(whole / each - 1e-6))
  const grid = (columns: number): DotGrid => {
    const rows = Math.ceil(count / columns)
    return { columns, rows, pitch: Math.max(1, Math.min(width / columns, height / rows, widestPitch)) }
  }
  if (isWaffle) return grid(10)
  const all = Array.from({ length: Math.min(count, 100) }, (_, index) => grid(index + 1))
  const best = all.reduce((found, one) => (one.pitch > found.pitch ? one : found))
  const isFull = ({ columns, rows }: DotGrid): boolean => count - columns * (rows - 1) >= columns / 2 // its last row
  const largest = (grids: readonly DotGrid[]): DotGrid | undefined => [...grids].sort((a, b) => b.pitch - a.pitch)[0]
  const near = (least: number): DotGrid[] => all.filter(({ pitch }) => pitch >= best.pitch * least)
  const inSteps = (step: number, least: number): DotGrid[] => near(least).filter(({ columns }) => columns % step === 0)
  return (
    largest(inSteps(10, 0.9)) ?? largest(inSteps(5, 0.8).filter(isFull)) ?? largest(near(0.75).filter(isFull)) ?? best
  )
}

/** The piece of a dot that belongs to a part: between two shares of its area, counted from its left edge. */
export interface DotSlice {
  readonly dot: number
  readonly from: number
  readonly to: number
}

/** The dots that an interval touches, each with the shares of it that lie in the interval. */
export function dotSlices({ from, to }: { readonly from: number; readonly to: number }): DotSlice[] {
  const [first, last] = [Math.floor(from + 1e-6), Math.ceil(to - 1e-6)]
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => {
    const dot = first + index
    const [start, end] = [Math.max(0, from - dot), Math.min(1, to - dot)]
    return { dot, from: start < 1e-6 ? 0 : start, to: end > 1 - 1e-6 ? 1 : end }
  })
}

/** No part has less than this share of the dot that shows most of it; below it a sliver could not be seen. */
export const leastSlice = 1 / 12

/**
 * The slices of intervals that follow each other, as they are drawn: true to their size, except that the largest slice of
 * each interval is wide enough to be seen. What it gains, its neighbours in the same dot lose.
 */
export function visibleSlices(intervals: readonly { readonly from: number; readonly to: number }[]): DotSlice[][] {
  const exact = intervals.map(dotSlices)
  const width = ({ from, to }: DotSlice): number => to - from
  const slivers = exact.flatMap((slices) => {
    const [widest] = [...slices].sort((a, b) => width(b) - width(a))
    return widest && width(widest) < leastSlice ? [widest] : []
  })
  const widened = new Map<DotSlice, DotSlice>()
  for (const dot of new Set(slivers.map((sliver) => sliver.dot))) {
    const shared = exact.flat().filter((slice) => slice.dot === dot)
    const spare = (slice: DotSlice): number => (slivers.includes(slice) ? 0 : Math.max(0, width(slice) - leastSlice))
    const spared = shared.reduce((sum, slice) => sum + spare(slice), 0)
    const wanted = slivers.filter((one) => one.dot === dot).reduce((sum, one) => sum + leastSlice - width(one), 0)
    const given = Math.min(1, wanted > 0 ? spared / wanted : 1) // of what the slivers want
    let from = shared[0]?.from ?? 0
    for (const slice of shared) {
      const more = slivers.includes(slice) ? (leastSlice - width(slice)) * given : 0
      const less = spared > 0 ? (spare(slice) / spared) * wanted * given : 0
      const to = from + width(slice) + more - less
      widened.set(slice, { dot, from, to: to > 1 - 1e-6 ? 1 : to })
      from = to
    }
  }
  return exact.map((slices) => slices.map((slice) => widened.get(slice) ?? slice))
}

/** A line of the legend: a part, or the whole. */
export interface DotLegendEntry {
  readonly part: SceneDataset | undefined
  /** Words before a large number, which stand over it: "less than". */
  readonly before: string
  readonly value: string
  readonly footnote: string
  readonly name: readonly string[]
  readonly times: number // of the size of figures: less beside the one that the field is about
}

/** How large the figures of the legend and their names are, and the room under each entry. */
interface EntrySizes {
  readonly value: number
  readonly name: number
  readonly below: number
}

export interface DotLayout {
  readonly field: Box
  readonly grid: DotGrid
  readonly entries: readonly DotLegendEntry[]
  readonly legend: {
    readonly x: number
    readonly y: number
    readonly isAbove: boolean
    readonly apart: number // more room under each entry but the last
  } & EntrySizes
}

const gap = 40 // px between field and legend
const edge = 2 // px around the field, for the ring around marks in focus
const legendShare = 0.36 // of the width; independent of the text, since browsers measure text a little differently

function entriesOf(
  { model, datasets }: Scene,
  linesOf: (name: string, value: string) => readonly string[],
  isSplit = false,
): DotLegendEntry[] {
  const entry = (part: SceneDataset | undefined, mark: ChartMark | null | undefined, name: string): DotLegendEntry => {
    const { text = '', footnote = '' } = mark ?? {}
    const [, before = '', value = text] = (isSplit && /^(\D+?)\s+(\S*\d.*)$/.exec(text)) || []
    return { part, before, value, footnote, name: linesOf(name, text), times: 1 }
  }
  const parts = datasets.map((part) => entry(part, part.series.marks[0], part.series.label))
  const total = model.totals?.[0]
  const entries = total ? [...parts, entry(undefined, total, dotFieldOf(model).name)] : parts
  const leading = isSplit ? leadOf(model) : undefined
  return entries.map((one, index) => ({ ...one, times: leading === undefined || index === leading ? 1 : 0.5 }))
}

/** A field that shows today in a plan is about the plan: the share of the whole that is aimed at, or else the whole. */
function leadOf(model: ChartModel): number | undefined {
  const { shares = [] } = dotFieldOf(model)
  const isPlan = (mark: ChartMark | null | undefined): boolean => mark?.drawn === 'target' || mark?.drawn === 'forecast'
  if (!isPlan(model.totals?.[0])) return undefined
  return shares.findLast((index) => isPlan(model.series[index]?.marks[0])) ?? model.series.length
}

/** Where the dots and their legend go: beside each other or, where the legend has no room there, below it. */
function layOutDots(scene: Scene, typesetter: Typesetter, size: Size): DotLayout {
  const beside = scene.compact ? undefined : layOutBeside(scene, typesetter, size)
  if (beside) return beside
  const { label } = scene.sizes
  const entries = entriesOf(scene, (name, value) => {
    const room = size.width - label * 2.5 - typesetter.width(value, label, 600)
    let text = name
    while (text.length > 1 && typesetter.width(text, label) > room) text = `${text.slice(0, -2).trimEnd()}…`
    return [text]
  })
  const top = entries.length * label * 1.5 + 10
  const grid = dotGrid(dotFieldOf(scene.model), { width: size.width - 2 * edge, height: size.height - top - edge })
  const legend = { x: 0, y: 0, isAbove: true, apart: 0, value: label, name: label, below: 0 }
  return { field: { x: edge, y: top, ...extent(grid) }, grid, entries, legend }
}

/** How many times as large as labels the figures of one or two entries may be: as large as there is room for. */
const largeTimes = [8, 6.5, 5, 4, 3.2, 2.6, 2.2, 1.9]

const largeEntry = (label: number, times: number): EntrySizes => ({
  value: label * times,
  name: Math.round(Math.min(40, label * (1 + times / 10))),
  below: label * (times > 3 ? 2 : 1.2),
})

function layOutBeside(scene: Scene, typesetter: Typesetter, size: Size): DotLayout | undefined {
  const { label } = scene.sizes
  const width = size.width * (1 - legendShare) - gap - edge
  const grid = dotGrid(dotFieldOf(scene.model), { width, height: size.height - 2 * edge })
  const { width: across, height: down } = extent(grid)
  const all = size.width - edge - across - gap
  const isKeyless = ({ value }: EntrySizes): boolean => scene.datasets.length === 1 && value > label * 1.8
  const roomOf = (sizes: EntrySizes): number => (isKeyless(sizes) ? all : all - label * 1.5)
  const entriesIn = (sizes: EntrySizes): readonly DotLegendEntry[] => {
    const limit = { width: roomOf(sizes), size: sizes.name }
    return entriesOf(scene, (name) => typesetter.wrap(name, limit) ?? [], sizes.value > label * 1.8)
  }
  const count = scene.datasets.length + (scene.model.totals?.[0] ? 1 : 0)
  const usual = { value: Math.round(label * (count > 3 ? 1.2 : 1.6)), name: label, below: label * 0.8 }
  const large = count > 3 ? [] : largeTimes.map((times) => largeEntry(label, times))
  const heightOf = (sizes: EntrySizes): number =>
    entriesIn(sizes).reduce((sum, entry) => sum + entryHeight(entry, sizes), 0)
  const fits = (one: EntrySizes): boolean =>
    heightOf(one) <= size.height &&
    entriesIn(one).every(
      ({ value, footnote, name, times }) =>
        name.length > 0 && typesetter.width(`${value} ${footnote}`, one.value * times, 600) <= roomOf(one),
    )
  const sizes = [...large, usual, { value: label, name: label, below: label * 0.35 }].find(fits)
  if (!sizes) return undefined
  const entries = entriesIn(sizes)
  const top = (size.height - down) / 2
  // One part: its figure stands at the height of its marks.
  const [part] = scene.datasets.length === 1 ? litParts(scene, (_, { value }) => value) : []
  const lit = part ? (Math.ceil(part.to / grid.columns) * grid.pitch) / 2 : down / 2
  const wanted = part ? top + lit - (sizes.value * 1.15) / 2 : (size.height - heightOf(sizes)) / 2
  const y = Math.max(sizes.value * 0.15, Math.min(wanted, size.height - heightOf(sizes))) // under the ascenders
  const legend = {
    x: edge + across + gap,
    y,
    isAbove: false,
    apart: part ? wholeApart(entries, { ...sizes, y, middle: top + down / 2 }) : 0,
    ...sizes,
  }
  return { field: { x: edge, y: top, width: across, height: down }, grid, entries, legend }
}

/** How far the whole stands below its one part, so that its figure is in the middle of the field. */
function wholeApart(
  [part, whole]: readonly DotLegendEntry[],
  at: EntrySizes & { readonly y: number; readonly middle: number },
): number {
  if (!part || !whole) return 0
  return Math.max(0, at.middle - (entryHeight(whole, at) - at.below) / 2 - at.y - entryHeight(part, at))
}

const extent = ({ columns, rows, pitch }: DotGrid): Size => ({ width: columns * pitch, height: rows * pitch })

/** The line of the words over a number. */
export const beforeHeight = ({ before }: DotLegendEntry, { name }: Pick<EntrySizes, 'name'>): number =>
  before === '' ? 0 : name * 1.1

export const entryHeight = (entry: DotLegendEntry, sizes: EntrySizes): number =>
  beforeHeight(entry, sizes) + sizes.value * entry.times * 1.15 + entry.name.length * sizes.name * 1.15 + sizes.below

/** The names that the legend cuts short. */
export function cutDotNames(scene: Scene, typesetter: Typesetter, size: Size): readonly string[] {
  const { entries } = layOutDots(scene, typesetter, size)
  return entries.flatMap(({ part, name }) => {
    const label = part?.series.label ?? dotFieldOf(scene.model).name
    return name.some((line) => line.endsWith('…')) && !label.endsWith('…') ? [label] : []
  })
}

/** The space around the field, which is the whole plot. */
export function dotPadding(scene: Scene, typesetter: Typesetter, size: Size): ChartLayout['padding'] {
  const { x, y, width, height } = layOutDots(scene, typesetter, size).field
  return { left: x, top: y, right: size.width - x - width, bottom: size.height - y - height }
}

/** The layout of a chart as it is drawn. */
export const dotLayoutOn = ({ ctx, width, height }: Chart, scene: Scene): DotLayout =>
  layOutDots(scene, createTypesetter(ctx, scene.theme.font), { width, height })
