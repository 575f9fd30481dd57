import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyDeck, folder, isOnce, median, startServer } from './process.js'

const repetitions = isOnce ? 1 : 9

/** @typedef {import('playwright-core').Page} Page */

/**
 * Writes a file and waits until the page reads so; milliseconds by one clock, the machine's.
 * @param {Page} page
 * @param {string} file
 * @param {string} text
 * @param {string} expected
 */
async function timeEdit(page, file, text, expected) {
  const seen = page.evaluate(
    (part) =>
      /** @type {Promise<number>} */ (
        new Promise((found) => {
          const look = () => {
            if (!document.body.textContent.includes(part)) return
            watcher.disconnect()
            found(performance.timeOrigin + performance.now())
          }
          const watcher = new MutationObserver(look)
          watcher.observe(document.body, { childList: true, subtree: true, characterData: true })
        })
      ),
    expected,
  )
  await page.evaluate(() => new Promise((frame) => requestAnimationFrame(frame))) // the observer is in place
  const start = performance.timeOrigin + performance.now()
  writeFileSync(file, text)
  return (await seen) - start
}

/**
 * @param {string} root
 * @param {RegExp} pattern
 */
const slidesOf = (root, pattern) =>
  readdirSync(join(root, 'slides'))
    .sort()
    .filter((one) => pattern.test(readFileSync(join(root, 'slides', one), 'utf8')))
    .map((name) => ({ file: join(root, 'slides', name), id: name.replace(/^\d+-|\.md$/g, '') }))

/** @param {string} digits */
const grouped = (digits) => digits.replace(/\B(?=(\d{3})+(?:\.|$))/g, ',')

/**
 * A number of data/figures, as written there, that the page prints with thousands separators.
 * @param {Page} page
 * @param {string} root
 */
async function printedFigure(page, root) {
  const figures = join(root, 'data/figures')
  const printed = await page.evaluate(() => document.querySelector('section.present')?.textContent ?? '')
  for (const name of readdirSync(figures).filter((one) => one.endsWith('.csv')))
    for (const [, digits = ''] of readFileSync(join(figures, name), 'utf8').matchAll(
      /,"?(\d{1,3},?\d{3}(?:\.\d+)?)"?(?=,)/g,
    ))
      if (printed.includes(grouped(digits.replace(',', '')))) return { file: join(figures, name), digits }
  return undefined
}

/**
 * Goes to the first slide with a list beside its chart that prints a figure of data/figures.
 * @param {Page} page
 * @param {string} address
 * @param {string} root
 */
async function openSlide(page, address, root) {
  for (const slide of slidesOf(root, /^layout: chart-and-points$[\s\S]*^- /m)) {
    await page.goto(`${address}#/${slide.id}`)
    await page.waitForSelector(`.slides > section.present[id="${slide.id}"]`)
    const figure = await printedFigure(page, root)
    if (figure) return { slide, figure }
  }
  throw new Error('no slide with a list beside its chart prints a figure')
}

/**
 * @param {Page} page
 * @param {string} file
 * @param {(original: string, index: number) => {text: string, expected: string}} edit
 */
async function medianOf(page, file, edit) {
  const original = readFileSync(file, 'utf8')
  const times = []
  for (let index = 0; index < repetitions; index++) {
    const { text, expected } = edit(original, index)
    times.push(await timeEdit(page, file, text, expected))
    await new Promise((settled) => setTimeout(settled, 120)) // the server's second look at the file
  }
  writeFileSync(file, original)
  await new Promise((settled) => setTimeout(settled, 300))
  return median(times)
}

/**
 * From the save to the changed page, for a text, a figure and a template.
 * @param {import('playwright-core').Browser} browser
 */
export async function measureEdits(browser) {
  const root = copyDeck(folder('edits'))
  const server = await startServer(root)
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  const { slide, figure: printed } = await openSlide(page, server.address, root)
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  const text = await medianOf(page, slide.file, (original, index) => ({
    text: original.replace(/^- /m, `- Edited${index} `),
    expected: `Edited${index} `,
  }))
  const { file, digits } = printed
  const figure = await medianOf(page, file, (original, index) => {
    const changed = digits.slice(0, -1) + ((Number(digits.at(-1)) + 1 + index) % 10)
    return { text: original.replaceAll(digits, changed), expected: grouped(changed.replace(',', '')) }
  })
  const layout = join(root, 'templates/layouts/chart-and-points.hbs')
  const template = await medianOf(page, layout, (original, index) => ({
    text: `<p>Template${index}.</p>${original}`,
    expected: `Template${index}.`,
  }))
  const kept = await page.evaluate(() => 'isSamePage' in window)
  await page.close()
  await server.close()
  return { text, figure, template, kept }
}
