import type { Page } from 'playwright-core'
import { chartCsv } from '../export/pictures/chart-csv.ts'
import { chartsOf } from '../model/deck.ts'
import type { Making } from './making.ts'
import type { HandoutFile } from './manifest.ts'
import type { Printing } from './printing.ts'

/** Runs in the page: shows one slide of those that paper has, alone and at the top. */
function showAlone(id: string): void {
  for (const slide of document.querySelectorAll<HTMLElement>('.slides > *'))
    slide.style.setProperty('display', slide.id === id ? '' : 'none', 'important')
  window.scrollTo(0, 0)
}

/** Runs in the page: where the charts of the slide that is shown stand on it, by their ids. */
function chartBoxes(id: string): readonly { readonly chart: string; readonly clip: Clip }[] {
  const slide = document.getElementById(id)
  return [...(slide?.querySelectorAll<HTMLElement>('[data-chart]') ?? [])].flatMap((figure) => {
    const box = figure.querySelector('.chart-box')?.getBoundingClientRect()
    const { chart = '' } = figure.dataset
    return box ? [{ chart, clip: { x: box.x, y: box.y, width: box.width, height: box.height } }] : []
  })
}

interface Clip {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const wholeSlide: Clip = { x: 0, y: 0, width: 1920, height: 1080 }

type Take = (format: 'png' | 'webp', clip: Clip) => Promise<Buffer>

/** Takes pictures of a part of a page as the browser itself writes them; playwright knows no WebP. A `scale` of 1 is 96 dpi. */
async function camera(page: Page, scale: number): Promise<Take> {
  const session = await page.context().newCDPSession(page)
  return async (format, clip) => {
    const quality = format === 'webp' ? { quality: 90 } : {}
    const { data } = await session.send('Page.captureScreenshot', { format, ...quality, clip: { ...clip, scale } })
    return Buffer.from(data, 'base64')
  }
}

/** Pictures of a slide and of its charts, in the page's own font. */
async function slidePictures(page: Page, take: Take, id: string): Promise<readonly HandoutFile[]> {
  await page.evaluate(showAlone, id)
  const files = [
    { name: `slides/${id}.png`, content: await take('png', wholeSlide) },
    { name: `slides/${id}.webp`, content: await take('webp', wholeSlide) },
  ]
  for (const { chart, clip } of await page.evaluate(chartBoxes, id))
    files.push({ name: `charts/${chart}.png`, content: await take('png', clip) })
  return files
}

/** Charts as they stand in the build, and their numbers. */
function chartFiles({ built, svgs }: Making): readonly HandoutFile[] {
  const { charts, handouts } = built.evidence.config.language
  const words = { total: charts.total, series: handouts.columns.series }
  return built.disclosed.deck.slides.flatMap(chartsOf).flatMap(({ chart }) => {
    const svg = svgs(chart.id)
    const csv = { name: `charts/${chart.id}.csv`, content: Buffer.from(chartCsv(chart, words)) }
    return svg ? [csv, { name: `charts/${chart.id}.svg`, content: svg }] : [csv]
  })
}

/** Every slide as PNG and WebP by its id, every chart as SVG, PNG and CSV by its own. */
export async function pictureFiles(making: Making, printing: Printing): Promise<readonly HandoutFile[]> {
  const { built, print } = making
  const page = await printing.open(making, '?print-pdf')
  await page.waitForSelector('html[data-ready][data-parts]', { state: 'attached', timeout: 120_000 })
  await page.emulateMedia({ media: 'print' })
  const take = await camera(page, print.dpi / 96)
  const files = [...chartFiles(making)]
  for (const { id } of built.disclosed.deck.slides) files.push(...(await slidePictures(page, take, id)))
  await page.context().close()
  return files
}
