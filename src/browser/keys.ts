import type { PageWords } from '../language/page-words.ts'

/** A key press as far as it matters, of this window or of the speaker's. */
export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** Keys of what moves the deck, the first of each as the help shows it; clickers send page keys, B, "." or F5. */
export const moveKeys = {
  next: ['arrowright', 'arrowdown', 'pagedown', ' ', 'n', 'l', 'j'],
  previous: ['arrowleft', 'arrowup', 'pageup', 'shift+ ', 'p', 'h', 'k'],
  first: ['home'],
  last: ['end'],
  black: ['b', '.', 'v'],
  'full-screen': ['f'],
} as const

/** The one table of keys, by command; the first of each as the help shows it. */
export const commandKeys = {
  ...moveKeys,
  search: ['/', 'g'],
  overview: ['o', 'escape'],
  'chart-data': ['d'],
  copy: ['c'],
  'save-figures': ['x'],
  picture: ['i'],
  ticks: ['t'],
  without: ['w'],
  proof: ['e'],
  answer: ['a'],
  help: ['?', 'f1'],
  speaker: ['s'],
  share: ['u'],
} as const satisfies Readonly<Record<keyof PageWords['commands'], readonly string[]>>

/** The name of a pressed key in the lists of commands: lower case, Shift only with the space bar; undefined for what is the browser's. */
export function keyOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyPress): string | undefined {
  const name = key.toLowerCase()
  if (ctrlKey || metaKey) return name === 'k' && !altKey ? '/' : undefined // as search is asked for elsewhere
  if (altKey) return undefined
  return key === ' ' && shiftKey ? 'shift+ ' : name
}

const symbols: Readonly<Record<string, string>> = { arrowright: '→', arrowleft: '←', arrowdown: '↓', arrowup: '↑' }

/** A key as it is written on keyboards, with the names that keys have in the language of the page. */
export const shownKey = (key: string, names: Readonly<Record<string, string>>): string =>
  symbols[key] ?? names[key] ?? key.toUpperCase()

/** The number that is being typed, which Enter jumps to. */
export interface TypedNumber {
  /** Takes a digit, or ends the number; returns the number as it stands, "" when none is being typed. */
  press(key: string, now: number): string
  /** The number that Enter ends, "" for none. */
  enter(now: number): string
}

/** A number that nobody has ended for so long, in ms, is forgotten. */
const patience = 4000

export function createTypedNumber(): TypedNumber {
  let digits = ''
  let at = 0
  const current = (now: number): string => (now - at > patience ? '' : digits)
  return {
    press(key, now) {
      digits = /^\d$/.test(key) ? `${current(now)}${key}`.slice(0, 4) : ''
      at = now
      return digits
    },
    enter(now) {
      const typed = current(now)
      digits = ''
      return typed
    },
  }
}
