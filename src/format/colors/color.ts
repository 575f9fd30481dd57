/** Relative luminance after WCAG 2, of "#rrggbb". */
function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
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
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
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

/** The colour on its way to a quieter one, as far as it stays 3:1 from the surface. */
export function calmer(color: string, quiet: string, surface: string): string {
  for (let part = 0.6; part > 0; part -= 0.05) {
    const candidate = mix(color, quiet, part)
    if (contrast(candidate, surface) >= 3) return candidate
  }
  return color
}

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
