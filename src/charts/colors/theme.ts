/** Colours and font of charts; every colour is "#rrggbb". */
export interface ChartTheme {
  /** A CSS font-family list. */
  readonly font: string
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly grid: string
  readonly surface: string
  /** Band behind the emphasised category. */
  readonly band: string
  /** Slot 0 is the context grey, 1–8 the series. */
  readonly palette: readonly string[]
  readonly up: string
  readonly down: string
  readonly total: string
}

export const defaultTheme: ChartTheme = {
  font: '"Inter Variable", Inter, "Helvetica Neue", Arial, sans-serif',
  ink: '#0b1f33',
  muted: '#4a5b6b',
  line: '#8593a1',
  grid: '#e3e8ed',
  surface: '#ffffff',
  band: '#eef4fa',
  palette: ['#87929e', '#0a5aa0', '#bf5412', '#0b8068', '#a85a94', '#2b7cb3', '#8f6b00', '#5b6b7a', '#5d3a7a'],
  up: '#0b8068',
  down: '#c2410c',
  total: '#0a5aa0',
}

const properties = {
  ink: '--qd-ink',
  muted: '--qd-muted',
  line: '--qd-chart-line',
  grid: '--qd-chart-grid',
  surface: '--qd-chart-surface',
  band: '--qd-chart-band',
  up: '--qd-chart-up',
  down: '--qd-chart-down',
  total: '--qd-chart-total',
} as const

/**
 * The theme with whatever custom properties are set; `read` yields "" for those that are not. Only hex colours are
 * taken, since charts mix them.
 */
export function themeFrom(read: (property: string) => string): ChartTheme {
  const color = (property: string, otherwise: string): string => hexColor(read(property)) ?? otherwise
  const named = Object.entries(properties).map(([key, property]) => [key, hexColor(read(property))] as const)
  return {
    ...defaultTheme,
    ...Object.fromEntries(named.filter(([, value]) => value !== undefined)),
    font: read('--qd-font').trim() || defaultTheme.font,
    palette: defaultTheme.palette.map((value, slot) => color(`--qd-chart-${slot}`, value)),
  }
}

/** Reads custom properties out of CSS text, following `var()` one property at a time; for Node, where no style is computed. */
export function customProperties(css: string): (property: string) => string {
  const values = new Map<string, string>()
  for (const [, name, value] of css.matchAll(/(--qd-[\w-]+)\s*:\s*([^;}]+)[;}]/g)) {
    if (name && value && !values.has(name)) values.set(name, value.trim())
  }
  const read = (property: string, depth: number): string => {
    const value = values.get(property) ?? ''
    const reference = /^var\(\s*(--[\w-]+)\s*\)$/.exec(value)?.[1]
    return reference && depth < 8 ? read(reference, depth + 1) : value
  }
  return (property) => read(property, 0)
}

function hexColor(text: string): string | undefined {
  const value = text.trim().toLowerCase()
  return /^#([0-9a-f]{3}|[0-9a-f]{6})$/.test(value) ? value : undefined
}
