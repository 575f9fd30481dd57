import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { type FoundBrowser, startBrowser } from './browser.ts'
import type { Making } from './making.ts'

/** A browser at work. */
export interface Printing {
  readonly version: string // "Chromium 147.0.7727.0"
  /** Opens the page as one file, with a query such as "?print-pdf", and nothing to ask of any network. */
  open(making: Making, query: string): Promise<Page>
}

async function openFile(browser: Browser, { page: path }: Making, query: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    reducedMotion: 'reduce',
    bypassCSP: true, // for the sheets of style that paper needs
    offline: true,
  })
  const page = await context.newPage()
  await page.goto(`${pathToFileURL(path).href}${query}`)
  return page
}

/** Prints with a browser that runs already, and leaves it running. */
export const printingWith = (browser: Browser): Printing => ({
  version: `Chromium ${browser.version()}`,
  open: (making, query) => openFile(browser, making, query),
})

/** Runs with a browser, says which, and ends it. */
export async function withBrowser<T>(
  found: FoundBrowser,
  progress: (text: string) => void,
  run: (printing: Printing) => Promise<T>,
): Promise<T> {
  const browser = await startBrowser(found)
  try {
    const printing = printingWith(browser)
    progress(`browser: ${printing.version}, ${found.isBundled ? 'of the packages' : found.path}`)
    return await run(printing)
  } finally {
    await browser.close()
  }
}
