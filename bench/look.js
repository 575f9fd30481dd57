// Measures the look of the deck: sizes of type against the floors, what is cut or overlaps, neighbours in grey print, kinds of charts.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { eachSlide } from './browser.js'
import { engine, folder, timeCommand } from './process.js'

const { values } = parseArgs({ options: { root: { type: 'string' }, source: { type: 'string' } } })
const root = values.root ?? engine
const out = join(folder('look'), 'dist')
await timeCommand('build', '--root', root, '--out', out)

/** Words that every text has. */
const grammar = new Set(
  'also been each from have into more other over some source such than that their there these this those under unit were which with would'.split(
    ' ',
  ),
)

/** Pixels of a slide of 1920 × 1080 that text in an element has at least. The first that an element is in decides. */
const floors = /** @type {const} */ ([
  ['sup', 16],
  ['.foot, .footnotes, .chart-notes, .table-notes, .chart-data, .tile-note, .notes, th .sub', 20],
  ['.tile, .led-card, .card, table, .matrix, .text-row, .chart > figcaption, .node, .timeline', 24],
  ['.text li li, .text-column li li, .three .text', 24],
  ['.text, .group', 26],
  ['', 20],
])

/** @type {string[]} */
const faults = []
let texts = 0
await eachSlide(out, async (page, id) => {
  const found = await page.evaluate((rules) => {
    const slide = document.querySelector('.slides > section.present')
    if (!slide) return { texts: 0, faults: ['no slide'] }
    const scale = slide.getBoundingClientRect().width / 1920
    /** @type {string[]} */
    const list = []
    let count = 0
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!element || text === '' || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue
      if (element.closest('.visually-hidden, .notes, svg')) continue
      count++
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      const [, floor = 20] = rules.find(([selector]) => selector === '' || element.closest(selector)) ?? []
      if (size < floor - 0.01) list.push(`${size}px under ${floor}px: "${text.slice(0, 40)}"`)
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = range.getBoundingClientRect()
      const edge = slide.getBoundingClientRect()
      const [right, bottom] = [(box.right - edge.left) / scale, (box.bottom - edge.top) / scale]
      if (right > 1920 || bottom > 1080) list.push(`outside the slide: "${text.slice(0, 40)}"`)
    }
    const footnotes = slide.querySelector('.footnotes, .foot')
    const top = footnotes?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY
    for (const element of slide.querySelectorAll('.content :is(p, li, td, th, h3, dd)')) {
      if (!element.checkVisibility() || element.closest('.chart-data')) continue
      if (element.getBoundingClientRect().bottom > top + 2)
        list.push(`over the foot: "${element.textContent?.slice(0, 40)}"`)
    }
    return { texts: count, faults: list }
  }, floors)
  texts += found.texts
  faults.push(...found.faults.map((fault) => `${id}: ${fault}`))
})

/** Windows in which nothing may stand outside the slide or, on a page, beside the screen. */
const windows = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
]
for (const viewport of windows) {
  const over = await overflowAt(viewport)
  console.log(`${viewport.width} × ${viewport.height}: ${over.length} overflow`)
  faults.push(...over)
}

/** @param {{ width: number, height: number }} viewport */
async function overflowAt(viewport) {
  /** @type {string[]} */
  const found = []
  await eachSlide(
    out,
    async (page, id) => {
      const wide = await page.evaluate((slideId) => {
        const slide = document.getElementById(slideId)
        if (!slide) return []
        const edge = slide.getBoundingClientRect()
        const isDeck = document.documentElement.classList.contains('is-deck')
        const right = isDeck ? edge.right : document.documentElement.clientWidth
        /** @type {string[]} */
        const list = []
        for (const element of slide.querySelectorAll(':is(p, li, td, th, h2, h3, dd, dt)')) {
          if (!element.checkVisibility() || element.closest('.visually-hidden, .notes, .chart-data, [data-scrolls]'))
            continue
          const box = element.getBoundingClientRect()
          const isOver = box.right > right + 1 || (isDeck && box.bottom > edge.bottom + 1)
          if (isOver && box.width > 1) list.push(element.textContent?.trim().slice(0, 40) ?? '')
        }
        return list
      }, id)
      found.push(...wide.map((text) => `${viewport.width} × ${viewport.height}: ${id}: "${text}"`))
    },
    1,
    viewport,
  )
  return found
}

console.log(`${texts} texts on the slides, ${faults.length} faults`)
for (const fault of faults) console.log(`  ${fault}`)

/** The deck as data, from the page's own file. */
const deck = JSON.parse(
  await new Promise((done, failed) => {
    import('node:child_process').then(({ execFile }) =>
      execFile(
        process.execPath,
        [join(engine, 'bin', 'quarterdeck.js'), 'inspect', '--root', root],
        { maxBuffer: 1 << 28 },
        (error, stdout) => (error ? failed(error) : done(stdout)),
      ),
    )
  }),
)

/** @param {string} color */
const luminance = (color) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
/** @param {string} one @param {string} other */
const contrast = (one, other) => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
const brand = readFileSync(join(engine, 'templates', 'brand.css'), 'utf8')
/** @type {readonly string[]} */
const palette = [0, 1, 2, 3, 4, 5, 6, 7, 8, 'down'].map(
  (slot) => new RegExp(`--qd-chart-${slot}: (#\\w{6})`).exec(brand)?.[1] ?? '',
)

/** @type {Map<string, number>} */
const kinds = new Map()
/** @type {string[]} */
const grey = []
for (const slide of deck.slides)
  for (const visual of slide.visuals) {
    if (visual.kind !== 'chart') continue
    const { chart } = visual
    kinds.set(chart.type, (kinds.get(chart.type) ?? 0) + 1)
    for (const [index, { color }] of chart.series.slice(1).entries()) {
      const before = chart.series[index]?.color
      const ratio = contrast(palette[before] ?? '#000000', palette[color] ?? '#000000')
      if (before !== color && ratio < 2) grey.push(`${chart.id}: slots ${before} and ${color}, ${ratio.toFixed(2)} : 1`)
    }
  }
console.log(`${grey.length} neighbours under 2 : 1 in grey print`)
for (const pair of grey) console.log(`  ${pair}`)
console.log(
  `charts: ${[...kinds]
    .sort()
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ')}`,
)

if (values.source !== undefined) {
  const normal = (/** @type {string} */ text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}%.]+/gu, ' ')
      .trim()
  const texts = shownTexts(readFileSync(join(out, 'index.html'), 'utf8'))
  const slides = texts.map((text) => new Set(meaning(normal(text))))
  const lines = readFileSync(values.source, 'utf8')
    .replace(/<[^>]+>/g, ' ')
    .split('\n')
    .map(normal)
    .filter((line) => line.split(' ').length > 2)
  const exceptions = new Map(sourceExceptions().map(({ line, ground }) => [normal(line), ground]))
  const lacking = lines.filter((line) => {
    const words = meaning(line)
    return !slides.some((slide) => words.filter((word) => slide.has(word)).length >= words.length * 0.6)
  })
  const missing = lacking.filter((line) => !exceptions.has(line))
  console.log(
    `lines of the source with six in ten or more of their words on one public slide: ${lines.length - lacking.length} of ${lines.length}, ${lacking.length - missing.length} are exceptions`,
  )
  for (const line of lacking) console.log(`  ${line}: ${exceptions.get(line) ?? 'missing'}`)
  faults.push(...missing)
  const shown = numbersOf(texts.join(' '))
  const counted = readFileSync(values.source, 'utf8')
    .replace(/<[^>]+>/g, ' ')
    .split('\n')
    .filter((line) => numbersOf(line).size > 0)
  const unprinted = counted.filter((line) => [...numbersOf(line)].some((number) => !shown.has(number)))
  console.log(
    `lines of the source all of whose numbers the public page prints: ${counted.length - unprinted.length} of ${counted.length}`,
  )
  for (const line of unprinted) console.log(`  ${line.trim()}`)
  faults.push(...unprinted)
}

/** What each slide shows by itself: its text and that in the pictures of its charts, without the tables that a key opens. @param {string} html */
function shownTexts(html) {
  return html
    .split(/(?=<section\b)/)
    .slice(1)
    .map((section) => {
      const drawn = [...section.matchAll(/<img class="chart-still"[^>]*? src="([^"]+\.svg)"/g)].flatMap(
        ([, path = '']) =>
          [...readFileSync(join(out, path), 'utf8').matchAll(/<text\b[^>]*>(.*?)<\/text>/gs)].map(([, text]) => text),
      )
      const slide = section.replace(/<(details|aside|script)\b[^>]*>.*?<\/\1>/gs, ' ')
      return [slide, ...drawn].join(' ').replace(/<[^>]+>/g, ' ')
    })
}

/** The words of a text that carry meaning, by how they begin: "introduced" is "introducing". @param {string} text */
function meaning(text) {
  const words = text.split(' ').filter((word) => word.length > 3 && !grammar.has(word) && !/^(?:jpy)?[\d.]/.test(word))
  return words.map((word) => word.slice(0, 6))
}

/** Numbers as printed; years of two digits ("FY2013" is "FY13" on slides), months without a zero before. @param {string} text */
function numbersOf(text) {
  const plain = text.replace(/\bFY20(?=\d\d\b)/g, 'FY').replace(/(?<=\d\/)0(?=\d)/g, '')
  return new Set([...plain.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([number]) => number.replace(/,$/, '')))
}

/** Lines of the source whose words stand on no slide, each with its ground. */
function sourceExceptions() {
  const path = join(root, 'docs', 'source-exceptions.txt')
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => {
          const [line = '', ground = ''] = row.split(';')
          return { line, ground }
        })
    : []
}

process.exitCode = faults.length + grey.length === 0 ? 0 : 1
