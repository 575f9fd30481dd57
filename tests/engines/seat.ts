/** A window's size in pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The windows that every engine is walked at. */
export const sizes: readonly Size[] = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 3840, height: 2160 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 820, height: 1180 },
]

/** What runs in the page: it can refer to nothing outside itself. */
type InPage<Args extends readonly (string | number)[], Result> = (...args: Args) => Result | Promise<Result>

/** The keys that walks press, by their names in `KeyboardEvent.key`. */
export type Key = 'o' | '/' | 'Escape' | 'Enter' | 'Home' | 'PageDown' | 'ArrowRight'

/** A browser as a walk needs it, whatever drives it. */
export interface Seat {
  /** Runs a function in the page, and waits for what it promises. */
  run<Args extends readonly (string | number)[], Result>(script: InPage<Args, Result>, ...args: Args): Promise<Result>
  press(key: Key): Promise<void>
  /** Clicks the first element that a selector finds. */
  click(selector: string): Promise<void>
  /** What went wrong on the page so far: console errors, exceptions, what was blocked or missing. */
  problems(): Promise<readonly string[]>
  close(): Promise<void>
}

/** A browser that walks start from. */
export interface Engine {
  open(address: string, size: Size): Promise<Seat>
  close(): Promise<void>
}

/** Runs functions in a page that a driver evaluates expressions in; what they give comes back as JSON. */
export const runner =
  (evaluate: (expression: string) => Promise<unknown>): Seat['run'] =>
  async (script, ...args) => {
    const call = `(${String(script)})(...${JSON.stringify(args)})`
    return JSON.parse(String(await evaluate(`Promise.resolve(${call}).then((value) => JSON.stringify(value))`)))
  }
