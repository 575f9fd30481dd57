import { deepColors, isDark, lightColors } from '../../../format/colors/chart-colors.ts'
import { clearTint, contrast, lightEnough, mix, shadeAgainst, textColorOn } from '../../../format/colors/color.ts'
import { colorsApart } from './brand-hues.ts'

/** Colours of a brand by the names that data/deck.yaml has for them, e.g. "brand", "deep", "chart-1". */
export type BrandColors = Readonly<Record<string, string | undefined>>

/** What is taken where the brand does not say: templates/brand.css. */
export const shipped: Readonly<Record<string, string>> & { readonly accent: string } = {
  ...{ ink: '#0b1f33', muted: '#4a5b6b', ground: '#ffffff', brand: '#0a5aa0', accent: '#bf5412', tint: '#eef4fa' },
  ...{ deep: '#0b1f33', 'on-deep': '#ffffff', 'on-deep-muted': '#b9c9d9', 'on-deep-accent': '#f08a45' },
}

/** With white: of the dark ground, on which words are to be read from the last row. */
const ofDeep = 16
/** With the ground: of words, lines and bars in the brand's colour, and of bars on the dark ground, where calm ones are lighter. */
const [ofStrong, ofStrongOnDeep] = [6.5, 10]

/**
 * What follows from the colours that a brand gives, for those that it does not: charts begin with its main colour, the dark ground and
 * the tint have its hue, on a dark ground charts are as they are on the dark slides, and falls have another hue than the brand.
 * A main colour without charts of its own stands on slides in one shade for words, lines and bars, the first that all of them can be
 * read in, and as it is where nothing is to be read. Other colours of the brand stay as they are.
 */
export function withDerived(given: BrandColors): BrandColors {
  const { ground = lightColors.surfaceColor } = given
  const onDark = isDark(ground)
  const ink = given.ink ?? (onDark ? deepColors : lightColors).textColor
  const brand = given.brand && (given['chart-1'] ? given.brand : strongShade(given.brand, ground))
  const first = given['chart-1'] ?? brand
  const deep = given.deep ?? (given.brand && shadeAgainst(given.brand, '#ffffff', ofDeep))
  return {
    ...(onDark && ofDarkGround(ink, ground, first)),
    ...(first && ofCharts(first, { ground, ink, deep: deep ?? deepColors.surfaceColor })),
    ...signsOnDeep(given, deep ?? deepColors.surfaceColor),
    ...(deep && { deep, 'on-deep-muted': mix('#ffffff', deep, 0.28), ...linesOn(deep, 'deep-chart') }),
    ...(brand && { tint: tintOf(brand, ground), 'on-brand': textColorOn(brand, ink, ground) }),
    ...(given.brand && { glint: lightEnough(given.brand, deep ?? deepColors.surfaceColor, 5) }),
    ...(given.accent && { 'on-deep-accent': lightEnough(given.accent, deep ?? deepColors.surfaceColor, 5) }),
    ...Object.fromEntries(Object.entries(given).filter(([, color]) => color !== undefined)),
    ...(brand !== given.brand && { brand, mark: given.brand }),
  }
}

/** The first shade of a colour, in its hue, that stands apart from the ground as odd slots do: from even slots, too. */
const strongShade = (color: string, ground: string): string =>
  shadeAgainst(color, ground, besideEven(isDark(ground) ? calmed(ground) : lightColors.palette, ground, ofStrong))

/** The contrast with a ground of what is twice as strong as each even slot there, and at least so much. */
const besideEven = (palette: readonly string[], ground: string, least: number): number =>
  Math.max(least, ...palette.filter((_, slot) => slot % 2 === 0).map((color) => 2.02 * contrast(color, ground)))

/** The palette of the dark slides on a dark ground, which is lighter in no corner: its even slots leave odd ones room above them. */
const calmed = (ground: string): readonly string[] =>
  deepColors.palette.map((color, slot) => (slot % 2 === 0 ? clearTint(color, ground, 3.1) : color))

interface Grounds {
  readonly ground: string
  readonly ink: string
  readonly deep: string
}

/** Charts that begin with a colour, on the ground of most slides and on that of dark ones. */
function ofCharts(first: string, { ground, ink, deep }: Grounds): BrandColors {
  const onDeep = shadeAgainst(first, deep, besideEven(deepColors.palette, deep, ofStrongOnDeep))
  const colors = isDark(ground) ? { ...deepColors, palette: calmed(ground) } : lightColors
  const seen = deepColors.palette.map((color, slot) => (slot % 2 === 0 ? lightEnough(color, deep, 3) : color))
  return {
    ...{ 'chart-1': first, 'chart-total': first, 'on-chart-1': textColorOn(first, ink, ground) },
    ...{ 'deep-chart-1': onDeep, 'deep-chart-total': onDeep },
    ...colorsApart([
      { surface: ground, first, colors, names: 'chart', apart: 0.1 },
      { surface: deep, first: onDeep, colors: { ...deepColors, palette: seen }, names: 'deep-chart', apart: 0.07 },
    ]),
  }
}

/** Lines of charts on a dark ground, in its hue: grids and rules between groups, and axes that are broken. */
const linesOn = (ground: string, names: string): BrandColors => ({
  [`${names}-grid`]: mix(ground, '#ffffff', 0.24),
  [`${names}-line`]: mix(ground, '#ffffff', 0.48),
})

/** The brand's own rises and falls on the dark ground: as light as charts make them, for words as well. */
const signsOnDeep = (given: BrandColors, deep: string): BrandColors =>
  Object.fromEntries(
    ['up', 'down'].flatMap((sign) => {
      const color = given[`chart-${sign}`]
      return color ? [[`deep-chart-${sign}`, lightEnough(color, deep, ofStrongOnDeep)]] : []
    }),
  )

/** Light words and charts, as on the dark slides of a deck on white, which keep their own. */
function ofDarkGround(ink: string, ground: string, first = lightColors.totalColor): BrandColors {
  const { palette, upColor, downColor, totalColor } = deepColors
  const slots = (colors: readonly string[], names: string): readonly (readonly [string, string])[] =>
    colors.slice(0, 9).map((color, slot) => [`${names}-${slot}`, color])
  return {
    ...Object.fromEntries([...slots(calmed(ground), 'chart'), ...slots(palette, 'deep-chart')]),
    ...{ 'chart-up': upColor, 'chart-down': downColor, 'chart-total': totalColor },
    ...linesOn(ground, 'chart'),
    ...{ ink, muted: mix(ink, ground, 0.28), rule: mix(ground, ink, 0.28) },
    accent: lightEnough(shipped.accent, ground, 5),
    glow: shadeAgainst(first, '#ffffff', ofStrong),
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
