import { contrast } from './color.ts'

/** Colours of charts on one ground; every colour is "#rrggbb". */
export interface ChartColors {
  readonly textColor: string
  readonly mutedColor: string
  readonly lineColor: string
  readonly gridColor: string
  readonly surfaceColor: string
  /** Slot 0 is the context grey, 1–8 the series, 9 losses, which have the colour of falls. */
  readonly palette: readonly string[]
  readonly upColor: string
  readonly downColor: string
  readonly totalColor: string
}

/** Odd slots are dark and even ones light, so that an odd beside an even one stays apart in grey print; the same stand in templates/brand.css. */
export const lightColors: ChartColors = {
  textColor: '#0b1f33',
  mutedColor: '#4a5b6b',
  lineColor: '#8593a1',
  gridColor: '#e3e8ed',
  surfaceColor: '#ffffff',
  palette: [
    '#87929e',
    '#0a5aa0',
    '#d8762a',
    '#07604e',
    '#b874a6',
    '#5d3a7a',
    '#4795cc',
    '#6b4f00',
    '#2fa08c',
    '#8c1d2f',
  ],
  upColor: '#07604e',
  downColor: '#8c1d2f',
  totalColor: '#0a5aa0',
}

/** Odd slots are light here and even ones dark: what is dark on white stands out on the dark ground by being light. */
export const deepColors: ChartColors = {
  textColor: '#ffffff',
  mutedColor: '#b9c9d9',
  lineColor: '#7d8fa2',
  gridColor: '#2a3f55',
  surfaceColor: '#0b1f33',
  palette: [
    '#7d8fa2',
    '#9fd3ff',
    '#d9702a',
    '#8fe3c2',
    '#b57ab2',
    '#d9c6f7',
    '#4d94d6',
    '#f2cd6b',
    '#389d8b',
    '#ff9c8a',
  ],
  upColor: '#8fe3c2',
  downColor: '#ff9c8a',
  totalColor: '#9fd3ff',
}

/** Whether white stands out on a ground. */
export const isDark = (ground: string): boolean => contrast(ground, '#ffffff') >= 3
