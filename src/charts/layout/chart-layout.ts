import type { Box } from './box.ts'

/** How the space of a chart is divided, as measured before Chart.js lays out the plot. */
export interface ChartLayout {
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  /** Of the padding, what the base line runs through at both sides of few columns; absent: nothing. */
  readonly spare?: number
  /** Size of the value labels: a step smaller where that lets all of them fit. */
  readonly labelSize: number
  /** Size of the label of the bar that the chart is about; absent: as the others. */
  readonly decisiveSize?: number
  /** The value axis shows its ticks because the values are not all printed. */
  readonly showsAxis: boolean
  /** Only totals, ends and extremes are printed, since not all values fit. */
  readonly isSparse: boolean
  readonly categories: CategoryLayout
  /** The edge of the name of each horizontal bar; absent: the bars stand upright. */
  readonly names?: readonly NameEdge[]
  /** Lines between the rows of horizontal bars, whose names are a list at the edge, far from some of them. */
  readonly ruled?: true
  /** The headings of groups of horizontal bars, at the left of their names; absent: there are none. */
  readonly groups?: GroupLayout
  /** A line at a value, through the bars; absent: there is none. */
  readonly across?: LineAcross
  /** The rows of figures under the periods; absent: there are none. */
  readonly rows?: RowLayout
  readonly legend: LegendLayout
  /** Lane above the plot of each arrow, 0 the lowest; and how high a lane is. */
  readonly lanes: readonly number[]
  readonly laneHeight: number
  /** Room above the plot that totals and top labels take. */
  readonly topRoom: number
  /** Room under the plot that labels of negative bars take. */
  readonly bottomRoom: number
}

/** Where the name of a horizontal bar begins or ends. */
export interface NameEdge {
  readonly x: number
  readonly align: 'left' | 'right'
}

/** The groups of a chart, in order, and how wide their headings are with what parts them from the names. */
export interface GroupLayout {
  readonly heads: readonly GroupHead[]
  readonly width: number
}

/** The heading of neighbouring horizontal bars. */
export interface GroupHead {
  readonly heading: string
  readonly lines: readonly string[]
  readonly from: number // index of the first bar
  readonly to: number
  /** Bars that are held together beside others in no group: a bracket joins them, and the heading is what the chart says. */
  readonly isBracketed: boolean
  /** Whether rules run between the rows, which would strike through a heading in the middle of two. */
  readonly isInRow: boolean
  readonly size: number
}

/** A line at a value of the axis that no figure has, such as half: through all bars, but not beside one whose value it would meet. */
export interface LineAcross {
  readonly x: number
  /** From where to where it is drawn, downwards. */
  readonly spans: readonly (readonly [from: number, to: number])[]
  readonly text: string
  /** Where its value stands; above the plot where nothing beside the line is free. */
  readonly label: Box
}

/** How the rows of figures under the periods are set: a line each, named at the left of the plot. */
export interface RowLayout {
  readonly size: number
  /** Of one row. */
  readonly height: number
  /** Of the names, which the plot leaves free. */
  readonly width: number
}

export type CategoryLayout =
  | {
      readonly kind: 'lines'
      readonly lines: readonly (readonly string[])[]
      readonly height: number
      /** Of crowded periods, each so many-th is labelled, counted from the last; absent: all. */
      readonly step?: number
    }
  | {
      readonly kind: 'tiers'
      readonly short: boolean
      readonly height: number
      /** Of crowded groups, each so many-th is labelled, counted from the last; absent: not even these have room. */
      readonly step?: number
    }

/** Where the series are named: beside their last mark, in rows above the plot, or nowhere. */
export type LegendLayout =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'right'
      readonly width: number
      readonly names: readonly (readonly string[])[]
      /** Pixels between the plot and the names: as many as the last value needs that stands over the plot's edge. */
      readonly gap: number
    }
  | { readonly kind: 'top'; readonly height: number; readonly entries: readonly LegendEntry[] }

export interface LegendEntry {
  readonly series: number
  readonly text: string
  readonly x: number
  readonly row: number
}

/** The layout of a chart without axes, legend and lanes: nothing but the room around the plot. */
export function bareLayout(padding: ChartLayout['padding'], labelSize: number): ChartLayout {
  return {
    padding,
    labelSize,
    showsAxis: false,
    isSparse: false,
    categories: { kind: 'lines', lines: [], height: 0 },
    legend: { kind: 'none' },
    lanes: [],
    laneHeight: 0,
    topRoom: 0,
    bottomRoom: 0,
  }
}
