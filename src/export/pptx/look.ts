import type { ChartTheme } from '../../charts/colors/theme.ts'
import { mix } from '../../format/colors/color.ts'

/** Colours and font of a presentation; every colour is "#rrggbb". */
export interface DeckLook {
  readonly chart: ChartTheme
  /** A font that the recipient's machine has: "Arial". */
  readonly font: string
  readonly brand: string
  /** Of the tab at the top edge, which holds no words: the brand's colour exactly as it is given. */
  readonly mark: string
  /** Of words on the brand's colour. */
  readonly onBrand: string
  /** Of figures in titles. */
  readonly figure: string
  readonly accent: string
  readonly ink: string
  readonly soft: string
  readonly muted: string
  readonly ground: string
  readonly deep: string
  readonly onDeep: string
  readonly onDeepMuted: string
  readonly onDeepAccent: string
  readonly tint: string
  readonly rule: string
  /** The light of the dark ground, in a corner and in a panel on it. */
  readonly glow: string
  /** Of figures in titles on the dark ground, mixed with its words' colour. */
  readonly glint: string
  /** The theme of the presentation, which is one for slides of both grounds. */
  readonly scheme: Scheme
}

/** Names of colours that a theme has, and what they are in the deck. */
type Scheme = readonly (readonly [name: string, color: string])[]

const properties = {
  brand: ['--qd-brand', '#0a5aa0'],
  accent: ['--qd-accent', '#bf5412'],
  ink: ['--qd-ink', '#0b1f33'],
  muted: ['--qd-muted', '#4a5b6b'],
  ground: ['--qd-ground', '#ffffff'],
  deep: ['--qd-deep', '#0b1f33'],
  onDeep: ['--qd-on-deep', '#ffffff'],
  onDeepMuted: ['--qd-on-deep-muted', '#b9c9d9'],
  onDeepAccent: ['--qd-on-deep-accent', '#f08a45'],
  tint: ['--qd-tint', '#eef4fa'],
  rule: ['--qd-rule', '#d3dae1'],
  onBrand: ['--qd-on-brand', '#ffffff'],
} as const

const inFull = (color: string): string => color.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3').toLowerCase()

/** The look from the custom properties of the deck's style sheets; `read` gives "" for those that none sets. */
export function deckLook(read: (property: string) => string, chart: ChartTheme, font = 'Arial'): DeckLook {
  const color = ([property, otherwise]: readonly [string, string]): string => {
    const value = read(property).trim()
    return /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(value) ? inFull(value) : otherwise
  }
  const { brand, onBrand, accent, ink, muted, ground, deep, onDeep, onDeepMuted, onDeepAccent, tint, rule } = properties
  const own = {
    chart,
    font,
    brand: color(brand),
    mark: color(['--qd-mark', color(brand)]),
    onBrand: color(onBrand),
    figure: color(brand),
    accent: color(accent),
    ink: color(ink),
    soft: mix(color(ink), color(muted), 0.5),
    muted: color(muted),
    ground: color(ground),
    deep: color(deep),
    onDeep: color(onDeep),
    onDeepMuted: color(onDeepMuted),
    onDeepAccent: color(onDeepAccent),
    tint: color(tint),
    rule: color(rule),
    glow: mix(color(deep), color(['--qd-glow', chart.palette[1] ?? '#0a5aa0']), 0.62),
    glint: color(['--qd-glint', chart.palette[6] ?? '#4795cc']),
  }
  return { ...own, scheme: schemeOf(own) }
}

/** The look of figures and words on the dark ground: figures in titles stand out by a light colour of the charts. */
export const onDark = (look: DeckLook): DeckLook => ({
  ...look,
  chart: { ...look.chart, upColor: look.chart.deep.upColor, downColor: look.chart.deep.downColor },
  brand: look.onDeep,
  onBrand: look.deep,
  figure: mix(look.glint, look.onDeep, 0.4),
  accent: look.onDeepAccent,
  ink: look.onDeep,
  soft: look.onDeepMuted,
  muted: look.onDeepMuted,
  ground: look.deep,
  tint: mix(look.deep, look.onDeep, 0.12),
  rule: mix(look.deep, look.onDeep, 0.3),
})

/** What the theme of the presentation holds: whoever changes it there changes all that is drawn with it. */
function schemeOf(look: Omit<DeckLook, 'scheme'>): Scheme {
  const { palette } = look.chart
  return [
    ['dk1', look.ink],
    ['lt1', look.ground],
    ['dk2', look.deep],
    ['lt2', look.tint],
    ['accent1', look.brand],
    ['accent2', palette[2] ?? look.accent],
    ['accent3', palette[3] ?? look.accent],
    ['accent4', palette[4] ?? look.accent],
    ['accent5', palette[5] ?? look.accent],
    ['accent6', palette[6] ?? look.accent],
    ['hlink', look.brand],
    ['folHlink', look.muted],
  ]
}

/** A colour as XML: by the theme where that has it. */
export function colorXml(color: string, look: DeckLook, alpha?: number): string {
  const known = look.scheme.find(([name, value]) => value === color && !name.endsWith('link') && name !== 'folHlink')
  const inner = alpha === undefined ? '' : `<a:alpha val="${Math.round(alpha * 100_000)}"/>`
  if (!known) return `<a:srgbClr val="${color.slice(1).toUpperCase()}">${inner}</a:srgbClr>`
  const name = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' }[known[0]] ?? known[0]
  return `<a:schemeClr val="${name}">${inner}</a:schemeClr>`
}

export const fillXml = (color: string | undefined, look: DeckLook, opacity?: number): string =>
  color === undefined ? '<a:noFill/>' : `<a:solidFill>${colorXml(color, look, opacity)}</a:solidFill>`

/** The dark ground of slides and panels, with the brand's light in its lower right corner. */
export function deepGroundXml(look: DeckLook): string {
  const stop = (at: number, color: string): string => `<a:gs pos="${at * 1000}">${colorXml(color, look)}</a:gs>`
  const stops = [stop(0, look.glow), stop(58, look.deep), stop(100, look.deep)].join('')
  return `<a:gradFill rotWithShape="1"><a:gsLst>${stops}</a:gsLst><a:path path="circle"><a:fillToRect l="100000" t="100000" r="0" b="0"/></a:path></a:gradFill>`
}

export interface Stroke {
  readonly color: string
  readonly width: number // pixels
  readonly dash?: 'dash' | 'sysDot' | 'sysDash' | readonly [length: number, between: number] // pixels
}

/** Dashes of a length of their own are counted in thousandths of a per cent of the line's width. */
function dashXml(dash: NonNullable<Stroke['dash']>, width: number): string {
  if (typeof dash === 'string') return `<a:prstDash val="${dash}"/>`
  const [length, between] = dash.map((pixels) => Math.round((pixels / width) * 100_000))
  return `<a:custDash><a:ds d="${length}" sp="${between}"/></a:custDash>`
}

export function lineXml(stroke: Stroke | undefined, look: DeckLook, name = 'a:ln'): string {
  if (!stroke) return `<${name}><a:noFill/></${name}>`
  const dash = stroke.dash ? dashXml(stroke.dash, stroke.width) : ''
  return `<${name} w="${Math.round(stroke.width * 6350)}">${fillXml(stroke.color, look)}${dash}</${name}>`
}
