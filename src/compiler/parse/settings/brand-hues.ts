import type { ChartColors } from '../../../format/colors/chart-colors.ts'
import { clearTint, hueDistance } from '../../../format/colors/color.ts'
import { lossSlot } from '../../../model/chart.ts'

/** A ground that charts of a brand stand on, and the brand's colour on it. */
export interface BrandGround {
  readonly surface: string
  readonly first: string
  /** What is shipped for such a ground. */
  readonly colors: ChartColors
  /** Before the slots and signs in the settings: "chart" or "deep-chart". */
  readonly names: string
  /** The distance in hue from which two colours are told apart at a glance there: light ones are paler. */
  readonly apart: number
}

/** The slots of palettes whose hues falls, rises and the series have beside the shipped blue. */
const own = { down: lossSlot, up: 3, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8 } as const

/**
 * The slots they may have instead, best first. Beside a red brand falls are violet, or else ochre, and beside a green one rises are
 * blue: pairs that people who confuse red and green tell apart as well (PRGn, BrBG and RdBu of ColorBrewer). A series takes the place
 * that the brand left.
 */
const otherwise = { falls: [5, 7], rises: [1], series: [1] } as const

type HowFar = (slot: number) => number

/** Colours, by their names in the settings, of what would be taken for the brand as it is shipped: falls, rises and other series. */
export function colorsApart(grounds: readonly BrandGround[]): Readonly<Record<string, string>> {
  const howFar: HowFar = (slot) => Math.min(...grounds.map((ground) => distanceOn(ground, slot)))
  const down = bestOf([own.down, ...otherwise.falls], howFar)
  const up = bestOf([own.up, ...otherwise.rises], howFar)
  const slots = { down, up, ...seriesSlots(down, howFar), ...lightSlots(howFar) }
  const changed = Object.entries(slots).filter(([name, slot]) => slot !== Reflect.get(own, name))
  return Object.fromEntries(
    grounds.flatMap((ground) => changed.map(([name, slot]) => [`${ground.names}-${name}`, colorAt(ground, slot)])),
  )
}

/** How far a slot's colour and its tint are from the brand's and its tint; from 1 on they are told apart. */
function distanceOn(ground: BrandGround, slot: number): number {
  const { surface, first, apart } = ground
  const color = colorAt(ground, slot)
  const tint = (full: string): string => clearTint(full, surface, ofTint)
  return Math.min(hueDistance(color, first) / apart, hueDistance(tint(color), tint(first)) / ofTints)
}

const colorAt = ({ colors }: BrandGround, slot: number): string => colors.palette[slot] ?? colors.totalColor

const ofTint = 3.1 // contrast with the ground
const ofTints = 0.07 // in hue: they are of one lightness, side by side in bars

/** Each dark series in a hue that neither the brand nor falls nor one before it has; its name beside it says what it is, too. */
function seriesSlots(falls: number, howFar: HowFar): Readonly<Record<string, number>> {
  const taken = new Set<number>([falls])
  const slots = [own[3], own[5], own[7]].map((series): readonly [number, number] => {
    const free = [series, ...otherwise.series].filter((slot) => !taken.has(slot))
    const slot = free.length > 0 ? bestOf(free, howFar, nearly) : series
    taken.add(slot)
    return [series, slot]
  })
  return Object.fromEntries(slots)
}

/** The light series in the brand's hue changes places with the light blue, which comes late. */
function lightSlots(howFar: HowFar): Readonly<Record<string, number>> {
  const slot = ([2, 4, 8] as const).find((each) => howFar(each) < nearly)
  return slot !== undefined && howFar(lightBlue) > howFar(slot) ? { [slot]: lightBlue, [lightBlue]: slot } : {}
}

const lightBlue = 6
const nearly = 0.6 // of series, whose names stand beside them: far enough from the brand

/** The first that is far enough from the brand, or else the one that is farthest. */
const bestOf = (slots: readonly number[], howFar: HowFar, enough = 1): number =>
  slots.find((slot) => howFar(slot) >= enough) ??
  slots.reduce((best, slot) => (howFar(slot) > howFar(best) ? slot : best))
