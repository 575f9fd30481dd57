import { once } from '../../model/memory.ts'

/** Relative luminance after WCAG 2, of "#rrggbb". */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map(linear)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** A channel's part of light, 0 to 1. */
function linear(value: number): number {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

/** Contrast ratio after WCAG 2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** `color` with a `share` of `other`, 0 to 1. */
export function mix(color: string, other: string, share: number): string {
  const into = channels(other)
  const parts = channels(color).map((value, index) => Math.round(value + ((into[index] ?? value) - value) * share))
  return `#${parts.map(hexPair).join('')}`
}

/** The surface colour where it is readable on the fill, otherwise the text colour. */
export function textColorOn(fill: string, textColor: string, surface: string): string {
  const onLight = contrast(surface, fill)
  return onLight >= 4.5 || onLight > contrast(textColor, fill) ? surface : textColor
}

/** The colour, darkened towards the text colour until it is readable on the surface. */
export function readableColor(color: string, textColor: string, surface: string): string {
  for (let share = 0; share < 1; share += 0.1) {
    const candidate = mix(color, textColor, share)
    if (contrast(candidate, surface) >= 4.5) return candidate
  }
  return textColor
}

/**
 * A clear tint of the colour: its hue, nearer to the lightness of the surface, from which it keeps `least` contrast. Mixing with
 * the surface would wash it out, blue to steel and red to mauve. A colour that has no room for one is its own tint.
 */
export const clearTint = (color: string, surface: string, least: number): string =>
  knownTint(`${color} ${surface} ${least}`)

/** A theme has a dozen colours, and a chart asks for the tint of each bar. */
const knownTint = once((asked: string): string => {
  const [color = '', surface = '', least] = asked.split(' ')
  return tintOf(color, surface, Number(least))
})

function tintOf(color: string, surface: string, least: number): string {
  const { hue, saturation, lightness } = hueOf(color)
  const step = luminance(surface) > luminance(color) ? 0.01 : -0.01
  const calm = Math.min(saturation, mostSaturated)
  let tint = color
  for (let level = withinHue(lightness); level > 0 && level < 1; level += step) {
    const candidate = ofHue({ hue, saturation: calm, lightness: level })
    if (contrast(candidate, surface) < least) break
    tint = candidate
  }
  return contrast(tint, color) < apart ? color : tint
}

/** Black and white have shades and tints, too: greys. */
const withinHue = (lightness: number): number => Math.min(0.995, Math.max(0.005, lightness))

const mostSaturated = 0.55 // of a tint, which is not to outshine the colour itself
const apart = 1.5 // contrast with its colour from which a tint is seen as one

/** The colour, made darker or lighter in its own hue until it has so much contrast with another; black or white where it never has. */
export function shadeAgainst(color: string, other: string, least: number): string {
  const { hue, saturation, lightness } = hueOf(color)
  const step = contrast(other, '#000000') > contrast(other, '#ffffff') ? -0.01 : 0.01
  for (let level = withinHue(lightness); level > 0 && level < 1; level += step) {
    const candidate = ofHue({ hue, saturation, lightness: level })
    if (contrast(candidate, other) >= least) return candidate
  }
  return step < 0 ? '#000000' : '#ffffff'
}

/**
 * How far two colours are from each other in hue and strength, whatever their lightness (the plane of OKLab): from 0.1 on two words
 * in dark shades are told apart at a glance, while dark red and red, at 0.07, are not.
 */
export function hueDistance(one: string, other: string): number {
  const [first, second] = [planeOf(one), planeOf(other)]
  return Math.hypot(first.redGreen - second.redGreen, first.yellowBlue - second.yellowBlue)
}

/** Björn Ottosson, "A perceptual color space for image processing", 2020. */
function planeOf(color: string): { readonly redGreen: number; readonly yellowBlue: number } {
  const [red = 0, green = 0, blue = 0] = channels(color).map(linear)
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return {
    redGreen: 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    yellowBlue: 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  }
}

interface Hue {
  /** Sixths of the circle, from red. */
  readonly hue: number
  readonly saturation: number
  readonly lightness: number
}

function hueOf(color: string): Hue {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => value / 255)
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const [span, lightness] = [most - least, (most + least) / 2]
  if (span === 0) return { hue: 0, saturation: 0, lightness }
  const hue =
    most === red ? ((green - blue) / span + 6) % 6 : most === green ? (blue - red) / span + 2 : (red - green) / span + 4
  return { hue, saturation: span / (1 - Math.abs(2 * lightness - 1)), lightness }
}

function ofHue({ hue, saturation, lightness }: Hue): string {
  const chroma = (1 - Math.abs(2 * lightness - 1)) * saturation
  const parts = [5, 3, 1].map((offset) => {
    const at = (hue + offset) % 6
    return lightness + chroma / 2 - chroma * Math.max(0, Math.min(at, 4 - at, 1))
  })
  return `#${parts.map((part) => hexPair(part * 255)).join('')}`
}

const hexPair = (value: number): string => Math.round(value).toString(16).padStart(2, '0')

/** The colour, mixed with white until it has so much contrast with a dark surface. */
export function lightEnough(color: string, surface: string, least: number): string {
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(color, '#ffffff', share)
    if (contrast(candidate, surface) >= least) return candidate
  }
  return '#ffffff'
}

function channels(color: string): number[] {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color)
  const hex = short ? `${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : color.slice(1)
  return [0, 2, 4].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) || 0)
}
