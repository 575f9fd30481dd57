import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { type FoundBrowser, startBrowser } from './browser.ts'
import type { Making } from './making.ts'

/** A browser at work. */
export interface Printing {
  readonly version: string // "Chromium 147.0.7727.0"
  /** Opens the page as one file, with a query such as "?print-pdf", and nothing to ask of any network; `scale` of 1 is 96 dpi. */
  open(making: Making, query: string, scale?: number): Promise<Page>
}

async function openFile(
  browser: Browser,
  { page: path }: Making,
  { query, scale }: { readonly query: string; readonly scale: number },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
    bypassCSP: true, // for the sheets of style that paper needs
    offline: true,
  })
  const page = await context.newPage()
  await page.goto(`${pathToFileURL(path).href}${query}`)
  return page
}

/** Runs with a browser, says which, and ends it. */
export async function withBrowser<T>(
  found: FoundBrowser,
  progress: (text: string) => void,
  run: (printing: Printing) => Promise<T>,
): Promise<T> {
  const browser = await startBrowser(found)
  try {
    const version = `Chromium ${browser.version()}`
    progress(`browser: ${version}, ${found.isBundled ? 'of the packages' : found.path}`)
    return await run({ version, open: (making, query, scale = 1) => openFile(browser, making, { query, scale }) })
  } finally {
    await browser.close()
  }
}
