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

/** Runs in the page: a PNG as WebP. */
async function asWebp(png: string): Promise<string> {
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  return canvas.toDataURL('image/webp', 0.9).replace(/^[^,]*,/, '')
}

const slideSize = { x: 0, y: 0, width: 1920, height: 1080 } as const

async function slidePictures(page: Page, ids: readonly string[]): Promise<readonly HandoutFile[]> {
  const files: HandoutFile[] = []
  for (const id of ids) {
    await page.evaluate(showAlone, id)
    const content = await page.screenshot({ clip: slideSize, animations: 'disabled', caret: 'hide' })
    const webp = Buffer.from(await page.evaluate(asWebp, content.toString('base64')), 'base64')
    files.push({ name: `slides/${id}.png`, content }, { name: `slides/${id}.webp`, content: webp })
  }
  return files
}

/** Charts of a slide that is shown alone: a picture each, of the drawing in the page's own font. */
async function chartPicture(
  page: Page,
  { slide, chart }: { readonly slide: string; readonly chart: string },
): Promise<Buffer> {
  await page.evaluate(showAlone, slide)
  const box = page.locator(`[data-chart="${chart}"] .chart-box`)
  return box.screenshot({ animations: 'disabled', caret: 'hide' })
}

/** Every slide as PNG and WebP by its id, every chart as SVG, PNG and CSV by its own. */
export async function pictureFiles(making: Making, printing: Printing): Promise<readonly HandoutFile[]> {
  const { built, print, svgs } = making
  const { charts: words, handouts } = built.evidence.config.language
  const page = await printing.open(making, '?print-pdf', print.dpi / 96)
  await page.waitForSelector('html[data-ready][data-parts]', { state: 'attached', timeout: 120_000 })
  await page.emulateMedia({ media: 'print' })
  const { slides } = built.deck
  const files = [
    ...(await slidePictures(
      page,
      slides.map(({ id }) => id),
    )),
  ]
  for (const slide of slides)
    for (const { chart } of chartsOf(slide)) {
      const csv = chartCsv(chart, { total: words.total, series: handouts.columns.series })
      const svg = svgs(chart.id)
      files.push({ name: `charts/${chart.id}.csv`, content: Buffer.from(csv) })
      if (svg) files.push({ name: `charts/${chart.id}.svg`, content: svg })
      files.push({
        name: `charts/${chart.id}.png`,
        content: await chartPicture(page, { slide: slide.id, chart: chart.id }),
      })
    }
  await page.context().close()
  return files
}
