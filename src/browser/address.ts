/** What an address can name: a slide by its id or by the number printed on it. */
interface Addressed {
  readonly id: string
  readonly dataset: { readonly number?: string | undefined; readonly formerly?: string | undefined }
}

/** "revenues" from "#/revenues" or "#revenues"; undefined for an empty hash. */
export function nameFromHash(hash: string): string | undefined {
  const name = hash.replace(/^#\/?/, '').split('/')[0] ?? ''
  if (name === '') return undefined
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The fact that a hash asks for the card of: of "#figure=revenue.total%40FY08", or behind the slide's name. */
export function figureOfHash(hash: string): string | undefined {
  const [, fact] = /[#/]figure=([^/]+)/.exec(hash) ?? []
  if (fact === undefined) return undefined
  try {
    return decodeURIComponent(fact)
  } catch {
    return undefined
  }
}

/** A fact with the present names of its metrics: an address may be older than these are. */
export const presentFact = (fact: string | undefined, renamed: Readonly<Record<string, string>>): string | undefined =>
  fact?.replace(/[^\s(),@]+(?=@)/g, (name) => (Object.hasOwn(renamed, name) ? (renamed[name] ?? name) : name))

/** The address of a fact's card on a slide's own page, below that of the deck. */
export const figureAddress = (slide: string, fact: string): string => `${slide}/#figure=${encodeURIComponent(fact)}`

/** The slide that a hash names: by its id, else by one that it had before, else by its printed number, which is one-based ("#/20", "#/b1"). */
export function slideOfHash<Slide extends Addressed>(hash: string, slides: readonly Slide[]): Slide | undefined {
  const name = nameFromHash(hash)
  if (name === undefined) return undefined
  const former = ({ dataset }: Slide): boolean => dataset.formerly?.split(' ').includes(name) === true
  return slides.find(({ id }) => id === name) ?? slides.find(former) ?? slideOfNumber(name, slides)
}

/** The slide with that printed number, in whatever case and with leading zeros: "7", "07", "b1". */
export function slideOfNumber<Slide extends Addressed>(number: string, slides: readonly Slide[]): Slide | undefined {
  const printed = number.toUpperCase().replace(/^0+(?=\d)/, '')
  return slides.find(({ dataset }) => dataset.number === printed)
}

/** The address bar: only ids stand in it, since numbers change with every edit. */
export interface Address {
  /** The slide in sight is another: the address says so, and Back still leads to where it led. */
  follow(id: string): void
  /** The reader jumps: Back returns to the slide that was in sight. */
  push(id: string): void
}

/** Least time between two addresses, in ms: Safari refuses more than 100 in 30 s. */
const pause = 310

/** Writes the address; what is still waiting is written when the signal ends. */
export function createAddress(signal: AbortSignal): Address {
  let last = Number.NEGATIVE_INFINITY
  let waiting: { readonly id: string; readonly timer: number } | undefined
  const flush = (): void => {
    if (!waiting) return
    window.clearTimeout(waiting.timer)
    const { id } = waiting
    waiting = undefined
    last = performance.now()
    if (location.hash !== hashOf(id)) history.replaceState(null, '', hashOf(id))
  }
  signal.addEventListener('abort', flush)
  return {
    follow(id) {
      if (waiting) window.clearTimeout(waiting.timer)
      const wait = last + pause - performance.now()
      waiting = { id, timer: wait > 0 ? window.setTimeout(flush, wait) : 0 }
      if (wait <= 0) flush()
    },
    push(id) {
      flush()
      if (location.hash !== hashOf(id)) history.pushState(null, '', hashOf(id))
    },
  }
}

const hashOf = (id: string): string => `#/${encodeURIComponent(id)}`
