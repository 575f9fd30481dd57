import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { estimatedTypesetter, linesIn, tabular } from '../../src/charts/layout/letters.ts'
import { isLong } from '../long.ts'
import { engine, quarterdeck } from './command-line.ts'
import { openPage } from './deck-page.ts'
import { fitCases, fitDeck } from './fit-cases.ts'
import { tableNames, withTables } from './fit-tables.ts'
import { serveFolder } from './static-server.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-fit-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** A text of a slide as the browser set it. */
interface SetText {
  readonly slide: string
  readonly text: string
  readonly size: number
  readonly weight: number
  readonly spacing: number // in sizes
  readonly lines: number
  readonly width: number // of all its lines
  readonly box: number
  readonly lineHeight: number
}

/** All slides at once. */
function layAllOut(): void {
  for (const section of document.querySelectorAll<HTMLElement>('.slides > section')) {
    section.hidden = false
    section.style.cssText += ';display:flex !important;visibility:visible;position:relative;transform:none'
  }
}

/** Every text in one style and without a mark of a note. Runs in the page. */
function textsOfPage(): readonly SetText[] {
  /** A column of a row, or what floats beside its words: a text of its own, in its own width. */
  const isApart = (node: Node): boolean =>
    node instanceof Element && node.matches('em') && getComputedStyle(node).display !== 'inline'
  const partsOf = (element: Element): readonly ChildNode[] => [...element.childNodes].filter((node) => !isApart(node))
  /** What stands in tabular digits is between two marks. */
  const wordsOf = (element: Element): string =>
    partsOf(element)
      .map((node) => {
        if (node instanceof Element) return wordsOf(node)
        const isTabular = getComputedStyle(element).fontVariantNumeric.includes('tabular-nums')
        return isTabular ? `\ue000${node.textContent}\ue001` : (node.textContent ?? '')
      })
      .join('')
  const boxesOf = (node: Node): readonly DOMRect[] => {
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()]
  }
  return [...document.querySelectorAll<HTMLElement>('.slides > section')].flatMap((section) => {
    const scale = section.getBoundingClientRect().width / section.offsetWidth
    const elements = [...section.querySelectorAll<HTMLElement>('h2, h3, p, li, li > em')]
    return elements.flatMap((element): readonly SetText[] => {
      if (element.matches('em') && !isApart(element)) return []
      if (element.closest('.notes, .chart-data, .foot, svg, [hidden]') || !element.checkVisibility()) return []
      if (element.querySelector('p, ul, ol, li, figure, table, img, br, sup, [data-mark]')) return []
      const style = getComputedStyle(element)
      const styleOf = ({ fontSize, fontWeight }: CSSStyleDeclaration): string => `${fontSize} ${fontWeight}`
      const parts = [...element.querySelectorAll('*')]
      if (parts.some((part) => styleOf(getComputedStyle(part)) !== styleOf(style))) return []
      if (parts.some((part) => getComputedStyle(part, '::after').content !== 'none')) return []
      const size = Number.parseFloat(style.fontSize)
      const ends = new Map<number, { left: number; right: number }>()
      for (const { left, right, top, bottom, width } of partsOf(element).flatMap(boxesOf)) {
        if (width < 0.5) continue
        const line = Math.round((top + bottom) / 2 / scale / (size * 0.7))
        const known = ends.get(line) ?? { left, right }
        ends.set(line, { left: Math.min(known.left, left), right: Math.max(known.right, right) })
      }
      const lines = [...ends.values()]
      const apart = [...element.querySelectorAll<HTMLElement>(':scope > em')].filter(isApart)
      const paddings = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight)
      const across = apart.reduce((all, { offsetWidth }) => all + offsetWidth, paddings)
      return [
        {
          slide: section.id,
          text: wordsOf(element).trim().replace(/\s+/g, ' '),
          size,
          weight: Number(style.fontWeight),
          spacing: (Number.parseFloat(style.letterSpacing) || 0) / size,
          lines: lines.length,
          width: lines.reduce((all, { left, right }) => all + (right - left) / scale, 0),
          box: style.whiteSpace === 'nowrap' ? Number.MAX_SAFE_INTEGER : element.clientWidth - across,
          lineHeight: Number.parseFloat(style.lineHeight),
        },
      ]
    })
  })
}

const withTabularDigits = ({ text, weight }: SetText): string =>
  text.replace(/\ue000(.*?)\ue001/g, (_, inside: string) => tabular(inside, weight >= 600 ? 600 : 400))

const measuredWidth = ({ text, size, weight, spacing }: SetText): number =>
  estimatedTypesetter.width(text, size, weight >= 600 ? 600 : 400) + [...text].length * spacing * size

/** Holds what the compiler measures against what the browser set: each width, and the height of all texts of a deck. */
async function compare(page: Page, least: number): Promise<void> {
  await page.evaluate(layAllOut)
  const found = (await page.evaluate(textsOfPage)).map((one) => ({ ...one, text: withTabularDigits(one) }))
  const texts = found.filter(({ text, lines }) => text.length > 20 && lines > 0)
  expect(texts.length).toBeGreaterThan(least)
  const off = texts
    .filter(({ lines }) => lines === 1)
    .filter((one) => Math.abs(measuredWidth(one) / one.width - 1) > 0.02)
  expect(off.map((one) => `${one.slide}: "${one.text}" measured ${measuredWidth(one)}, is ${one.width}`)).toEqual([])
  // boxes that are only as wide as their text are left out: a box says its width in whole pixels, so that it seems too narrow
  const wrapped = texts.filter(({ box, width, lines }) => lines > 1 || box > width + 2)
  const measured = wrapped.map(({ text, box, size, weight, spacing }) =>
    linesIn(text, { width: box, size, spacing, weight: weight >= 600 ? 600 : 400 }),
  )
  // lines, not boxes: a point in a row of cards is as tall as its neighbours
  const heightOf = (lines: readonly number[]): number =>
    lines.reduce((all, count, index) => all + count * (wrapped[index]?.lineHeight ?? 0), 0)
  const [sum, real] = [measured, wrapped.map(({ lines }) => lines)].map(heightOf)
  const others = wrapped.flatMap(({ slide, text, lines, box, size }, index) =>
    measured[index] === lines
      ? []
      : [`${slide}: "${text}" in ${box} at ${size}: ${measured[index]} lines, are ${lines}`],
  )
  const told = [`measured ${sum}, is ${real}`, ...others].join('\n')
  expect(Math.abs((sum ?? 0) / (real ?? 1) - 1), told).toBeLessThan(0.02)
}

describe('what the compiler measures is what the browser sets, within 2%:', () => {
  test('the reference deck', async () => {
    const deck = await openPage(inject('shortPresenter'), { width: 1920, height: 1080 })
    await compare(deck.page, 30)
    await deck.close()
  })

  // of the golden decks those in the engine's layouts; the others are of templates of their own, which have no theme
  test.runIf(isLong).each([
    ['aarvo', 20],
    ['morgental', 14], // eight slides
    ['nagasaka', 20],
    ['tillman', 20],
  ] as const)('the deck of %s', { timeout: 240_000 }, async (name, least) => {
    const out = join(base, name)
    const { code, err } = await quarterdeck('build', '--root', join(engine, 'tests/golden', name), '--out', out)
    expect(code, err).toBe(0)
    const server = await serveFolder(out)
    const deck = await openPage(server.address, { width: 1920, height: 1080 })
    await compare(deck.page, least)
    await deck.close()
    await server.close()
  })
})

describe('a slide that is as full as the check lets it be', () => {
  let build: Awaited<ReturnType<typeof quarterdeck>>
  const over = new Map<string, number>()
  let tables: readonly (readonly [name: string, height: number])[] = []
  beforeAll(async () => {
    const root = join(base, 'deck')
    for (const [path, text] of Object.entries(withTables(fitDeck))) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    build = await quarterdeck('build', '--root', root)
    const server = await serveFolder(join(root, 'dist'))
    const deck = await openPage(server.address, { width: 1920, height: 1080 })
    await deck.page.evaluate(layAllOut)
    for (const { id, least } of await deck.page.evaluate(runningOver)) over.set(id, least)
    tables = await deck.page.evaluate(tableHeights)
    await deck.close()
    await server.close()
  })

  test('is no finding, and one with a line more is', () => {
    expect(build.code, build.err).toBe(0)
    const warned = [...build.err.matchAll(/^warning\[text-too-tall\] slides\/\d+-(\S+)\.md/gm)].map(([, id]) => id)
    expect(warned.sort()).toEqual(fitCases.map(({ name }) => `${name}-over`).sort())
    expect(build.out).toContain('text not measured: plain (layout plain has no text: box in its .yaml)')
  })

  test('fits in the browser, within 2% of its height', () => {
    const wrong = fitCases.filter(({ name }) => (over.get(`${name}-fits`) ?? Infinity) > 0.02 * 696)
    expect(wrong.map(({ name }) => `${name} ${over.get(`${name}-fits`)}`)).toEqual([])
  })

  test('has tables as high as they are measured, within 2%: wrapped labels, long words, heads over columns, groups', () => {
    const found = [
      ...build.err.matchAll(/^warning\[table-too-tall\] slides\/\d+-table-(\S+)\.md.* need (\d+) pixels/gm),
    ]
    const measured = new Map(found.map(([, name = '', pixels]) => [name, Number(pixels)]))
    expect([...measured.keys()]).toEqual(tableNames)
    const ours = tables.filter(([name]) => tableNames.includes(name))
    expect(ours.map(([name]) => name)).toEqual(tableNames)
    const wrong = ours.filter(([name, height]) => Math.abs((measured.get(name) ?? 0) / height - 1) > 0.02)
    expect(wrong.map(([name, height]) => `${name}: measured ${measured.get(name)}, is ${height}`)).toEqual([])
  })

  test('runs over there with a line more, unless the check is stricter', () => {
    const wrong = fitCases.filter(({ name, exact }) => exact && (over.get(`${name}-over`) ?? 0) <= 0)
    expect(wrong.map(({ name }) => name)).toEqual([])
  })
})

/** How high each table with its title is. Runs in the page. */
function tableHeights(): readonly (readonly [name: string, height: number])[] {
  return [...document.querySelectorAll<HTMLElement>('section[id^="table-"]')].map((section) => {
    const parts = [...section.querySelectorAll<HTMLElement>('.table > :is(table, figcaption)')]
    const inFlow = parts.filter((part) => getComputedStyle(part).position !== 'absolute')
    return [section.id.slice('table-'.length), inFlow.reduce((all, { offsetHeight }) => all + offsetHeight, 0)]
  })
}

/** By how many pixels the text of each slide runs over its content or its box, downwards or sideways. Runs in the page. */
function runningOver(): readonly { readonly id: string; readonly least: number }[] {
  return [...document.querySelectorAll<HTMLElement>('.slides > section')].map((section) => {
    const frame = section.getBoundingClientRect()
    const scale = frame.width / section.offsetWidth
    const content = section.querySelector('.content') ?? section
    const found = [content.scrollHeight - content.clientHeight]
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!node.textContent?.trim() || !parent || parent.closest('.foot, .notes, .chart-data, svg')) continue
      if (!parent.checkVisibility()) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = parent.closest('.node')?.getBoundingClientRect()
      for (const { right, bottom } of range.getClientRects())
        found.push((right - frame.right) / scale + 96, box ? (bottom - box.bottom) / scale : 0)
    }
    return { id: section.id, least: Math.round(Math.max(0, ...found)) }
  })
}
