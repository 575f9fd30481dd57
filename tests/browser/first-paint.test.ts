import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { connectedBrowser } from './deck-page.ts'

const withChart = /<section\b[^>]*?\sid="([^"]+)"(?:(?!<section\b)[\s\S])*?<figure class="chart"/

/** Opens the address of a slide while some of the scripts do not come. */
async function openWithout(
  scripts: RegExp,
  slide?: string,
): Promise<{ page: Page; id: string; close(): Promise<void> }> {
  const context = await (await connectedBrowser()).newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  const html = await (await context.request.get(inject('deck'))).text()
  const id = slide ?? withChart.exec(html)?.[1] ?? ''
  await page.route(scripts, (route) => route.abort())
  await page.goto(`${inject('deck')}#/${id}`)
  return { page, id, close: () => context.close() }
}

test('the address of a slide shows that slide before any script has come, and no other', async () => {
  const { page, id, close } = await openWithout(/\.js$/)
  await expect
    .poll(() => page.$$eval('.slides > section', (all) => all.filter((s) => s.checkVisibility()).map((s) => s.id)))
    .toEqual([id])
  await close()
})

test('the picture of a chart has the page’s font before the chart engine has come', async () => {
  const { page, id, close } = await openWithout(/\/live-[^/]*\.js(?:\?|$)/)
  const drawing = page.locator(`#${id} .chart-box > svg.chart-drawing`).first()
  await drawing.waitFor()
  expect(await drawing.getAttribute('aria-label')).not.toBe('')
  expect(await page.locator(`#${id} .chart-box > canvas`).count()).toBe(0)
  const box = await page.locator(`#${id} .chart-box`).first().boundingBox()
  expect(await drawing.boundingBox()).toEqual(box)
  await close()
})

test('nothing is fetched ahead before the first paint', async () => {
  const { page, close } = await openWithout(/nothing/)
  await page.waitForSelector('html[data-ahead]', { state: 'attached' })
  const { painted, ahead } = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    const later = /(?:dialog|copies|facts)-[^/]*\.js(?:on)?$/
    const files = performance.getEntriesByType('resource').filter(({ name }) => later.test(name))
    return { painted: paint?.startTime, ahead: files.map(({ name, startTime }) => ({ name, startTime })) }
  })
  expect(painted).toBeGreaterThan(0)
  expect(ahead.length).toBeGreaterThanOrEqual(6)
  expect(ahead.filter(({ startTime }) => startTime < (painted ?? 0))).toEqual([])
  await close()
})
