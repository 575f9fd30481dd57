import { existsSync } from 'node:fs'
import bundled from '@sparticuz/chromium'
import { type BrowserServer, chromium } from 'playwright-core'

/** A browser for tests: the one in the npm package, unless CHROMIUM names another. Needs no root and no display. */
export async function launchChromium(): Promise<BrowserServer> {
  const own = process.env.CHROMIUM
  const executablePath = own && existsSync(own) ? own : await bundled.executablePath()
  return chromium.launchServer({
    executablePath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--hide-scrollbars'],
  })
}
