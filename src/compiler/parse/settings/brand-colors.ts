import { deepColors, isDark, lightColors } from '../../../format/colors/chart-colors.ts'
import { contrast, lightEnough, mix, shadeAgainst, textColorOn } from '../../../format/colors/color.ts'

/** Colours of a brand by the names that data/deck.yaml has for them, e.g. "brand", "deep", "chart-1". */
export type BrandColors = Readonly<Record<string, string | undefined>>

/** What is taken where the brand does not say: templates/brand.css. */
export const shipped: Readonly<Record<string, string>> & { readonly accent: string } = {
  ...{ ink: '#0b1f33', muted: '#4a5b6b', ground: '#ffffff', brand: '#0a5aa0', accent: '#bf5412', tint: '#eef4fa' },
  ...{ deep: '#0b1f33', 'on-deep': '#ffffff', 'on-deep-muted': '#b9c9d9', 'on-deep-accent': '#f08a45' },
}

/** With white: of the dark ground, on which words are to be read from the last row. */
const ofDeep = 16
/** With white: of dark slots, so that the light ones beside them stay apart in grey print, at 2 : 1. */
const ofDarkSlot = 6.5

/**
 * What follows from the colours that a brand gives, for those that it does not: charts begin with its main colour, the dark ground and
 * the tint have its hue, and on a dark ground charts are as they are on the dark slides. Colours of its own stay as they are.
 */
export function withDerived(given: BrandColors): BrandColors {
  const { brand, ground = lightColors.surfaceColor, accent } = given
  const onDark = isDark(ground)
  const charts = onDark ? slotsOf(deepColors) : {}
  const first = given['chart-1'] ?? (brand === undefined ? charts['chart-1'] : onDark ? brand : darkSlot(brand))
  const deep = given.deep ?? (brand && shadeAgainst(brand, '#ffffff', ofDeep))
  const ink = given.ink ?? (onDark ? deepColors : lightColors).textColor
  const ofBrand = brand && { tint: tintOf(brand, ground), 'on-brand': textColorOn(brand, ink, ground) }
  const ofDark = onDark && {
    ink,
    muted: mix(ink, ground, 0.28),
    accent: lightEnough(shipped.accent, ground, 5),
    rule: mix(ground, ink, 0.28),
    glow: darkSlot(first ?? lightColors.totalColor),
  }
  return {
    ...charts,
    ...ofBrand,
    ...ofDark,
    ...(first !== undefined && { 'chart-1': first, 'chart-total': first }),
    ...(deep !== undefined && { deep, 'on-deep-muted': mix('#ffffff', deep, 0.28) }),
    ...(brand && { glint: lightEnough(brand, deep ?? deepColors.surfaceColor, 5) }),
    ...(accent && { 'on-deep-accent': lightEnough(accent, deep ?? deepColors.surfaceColor, 5) }),
    ...Object.fromEntries(Object.entries(given).filter(([, color]) => color !== undefined)),
  }
}

/** A trace of the colour in the ground, on which it can still be read. */
function tintOf(brand: string, ground: string): string {
  for (let share = isDark(ground) ? 0.14 : 0.07; share > 0; share -= 0.01) {
    const tint = mix(ground, brand, share)
    if (contrast(brand, tint) >= 4.5) return tint
  }
  return ground
}

const darkSlot = (color: string): string => shadeAgainst(color, '#ffffff', ofDarkSlot)

const slotsOf = ({ palette, upColor, downColor, totalColor }: typeof deepColors): Record<string, string> => ({
  ...Object.fromEntries(palette.slice(0, 9).map((color, slot) => [`chart-${slot}`, color])),
  'chart-up': upColor,
  'chart-down': downColor,
  'chart-total': totalColor,
})
