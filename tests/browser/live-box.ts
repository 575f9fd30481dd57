import type { Page } from 'playwright-core'

/** Waits until a chart's box has a canvas. */
export const isLive = (page: Page, box: string): Promise<unknown> =>
  page.waitForSelector(`${box}.is-live > canvas`, { state: 'attached' })

/** Waits until it has none, and its picture again. */
export const rests = (page: Page, box: string): Promise<unknown> =>
  page.waitForSelector(`${box}:not(.is-live):not(:has(canvas)) > svg.chart-drawing`, { state: 'attached' })

/** Switches one of the series of a live chart off, by its button over the chart, and leaves the chart. */
export async function switchOff(page: Page, at: string, number = 0): Promise<void> {
  await isLive(page, `${at} > .chart-box`)
  await page.hover(`${at} > .chart-box`)
  await page.locator(`${at} .chart-toggle`).nth(number).click()
  await page.waitForSelector(`${at} .chart-toggle[aria-pressed="false"]`)
  await page.mouse.move(1, 1)
}
