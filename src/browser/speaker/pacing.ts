/** When a slide of the talk should be on the screen, in ms from the start. */
export interface Plan {
  readonly from: number
  readonly to: number
}

interface TimedSlide {
  readonly id: string
  /** Its own planned minutes; those without share what is left of the talk's. */
  readonly minutes?: number
}

const minute = 60_000

/**
 * The plan of a talk by slide id. `total` is the talk's planned minutes; without it only slides with minutes of their
 * own count. Empty where nothing is planned.
 */
export function planOf(slides: readonly TimedSlide[], total?: number): ReadonlyMap<string, Plan> {
  const own = slides.reduce((sum, { minutes = 0 }) => sum + minutes, 0)
  const open = slides.filter(({ minutes }) => minutes === undefined).length
  if (total === undefined && own === 0) return new Map()
  const share = open === 0 ? 0 : Math.max(0, (total ?? own) - own) / open
  const plan = new Map<string, Plan>()
  let at = 0
  for (const { id, minutes = share } of slides) {
    plan.set(id, { from: at, to: at + minutes * minute })
    at += minutes * minute
  }
  return plan
}

/** How far a talk is from its plan, in ms: positive ahead, negative behind, 0 while the slide has its own time. */
export function leadOf(elapsed: number, { from, to }: Plan): number {
  if (elapsed > to) return to - elapsed
  return elapsed < from ? from - elapsed : 0
}

/** Minutes and seconds: "5:07", "1:02:30". */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const twoDigits = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return `${hours > 0 ? `${hours}:${twoDigits(minutes)}` : minutes}:${twoDigits(seconds % 60)}`
}
