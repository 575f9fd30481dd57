import puppeteer, { type Page } from 'puppeteer-core'
import { type Engine, runner } from './seat.ts'

function listen(page: Page): readonly string[] {
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => problems.push(`exception: ${error instanceof Error ? error.message : String(error)}`))
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`))
  page.on(
    'response',
    (response) => response.status() >= 400 && problems.push(`${response.status()}: ${response.url()}`),
  )
  return problems
}

/** Firefox over WebDriver BiDi, which needs no driver beside it. */
export async function launchFirefox(executablePath: string): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
  })
  return {
    async open(address, { width, height }) {
      const context = await browser.createBrowserContext()
      const page = await context.newPage()
      const problems = listen(page)
      await page.setViewport({ width, height })
      await page.goto(address)
      return {
        run: runner((expression) => page.evaluate(expression)),
        press: (key) => page.keyboard.press(key),
        click: (selector) => page.click(selector),
        problems: async () => problems,
        close: () => context.close(),
      }
    },
    close: () => browser.close(),
  }
}
