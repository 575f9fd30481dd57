import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe, { type AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { darkSlides, picturesInExamples } from '../golden/_dark.ts'
import { sample } from '../long.ts'
import { engine, quarterdeck } from './command-line.ts'
import { type DeckPage, openPage, showSlide, slideIds } from './deck-page.ts'
import { serveFolder } from './static-server.ts'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

const ids = slideIds(inject('folders').short)

/** "color-contrast: .foot-number (Element has insufficient …)" */
function violations({ violations: found }: Pick<AxeResults, 'violations'>): string[] {
  return found.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 4)
      .map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`),
  )
}

/** What axe says of a part of the page, or of all of it. */
function audit({ page }: DeckPage, part = 'html'): Promise<Pick<AxeResults, 'violations'>> {
  return page.evaluate(async (selector) => {
    const context = selector === 'html' ? document : selector
    const result = await window.axe.run(context, { resultTypes: ['violations'] })
    return { violations: result.violations }
  }, part)
}

describe('for someone who does not see the screen', () => {
  let deck: DeckPage
  beforeAll(async () => {
    deck = await openPage(inject('short'), { width: 1280, height: 720 })
    await deck.page.evaluate(axe.source)
  })
  afterAll(() => deck.close())

  test.each(sample(ids, 18, 2))('slide %s has no fault that axe knows', async (id) => {
    await showSlide(deck.page, id)
    expect(violations(await audit(deck, `section#${id}`))).toEqual([])
  })

  test.each(sample(ids, 3, 1))('the page about slide %s has no fault that axe knows', async (id) => {
    await showSlide(deck.page, id)
    expect(violations(await audit(deck))).toEqual([])
  })

  test('every chart has a name and the table of its numbers', async () => {
    const charts = await deck.page.$$eval('figure.chart', (figures) =>
      figures.map((figure) => ({
        id: figure.id,
        name: figure.querySelector('img')?.getAttribute('alt') ?? '',
        caption: figure.querySelector('figcaption')?.textContent?.trim() ?? '',
        numbers: figure.querySelectorAll('table td').length,
        heads: figure.querySelectorAll('table th[scope]').length,
      })),
    )
    expect(charts.length).toBeGreaterThanOrEqual(1)
    expect(charts.filter(({ name, caption, numbers, heads }) => !(name && caption && numbers && heads))).toEqual([])
  })
})

test('on a phone the page as a whole has no fault that axe knows', async () => {
  const deck = await openPage(inject('short'), { width: 390, height: 844, touch: true })
  await deck.page.evaluate(axe.source)
  expect(violations(await audit(deck))).toEqual([])
  await deck.close()
})

/** Words that are hardly seen on the ground on which they stand, which axe leaves open where both are alike. Runs in the page. */
function unseenWords(): string[] {
  const channels = (color: string): readonly number[] =>
    (color.match(/-?[\d.]+(?:e-?\d+)?/g) ?? [])
      .map(Number)
      .map((part, index) => (color.startsWith('color(') && index < 3 ? part * 255 : part))
  const luminance = (color: readonly number[]): number =>
    color
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0)
  const groundOf = (element: Element | null): readonly number[] => {
    if (!element) return [255, 255, 255]
    const color = channels(getComputedStyle(element).backgroundColor)
    const [share = 1] = color.slice(3)
    if (share === 1) return color
    const below = groundOf(element.parentElement)
    return color.slice(0, 3).map((part, index) => part * share + (below[index] ?? 255) * (1 - share))
  }
  const aside = '.chart, .notes, .visually-hidden, .connection, .anchor, svg, sup' // drawings have grounds of their own
  return [...document.querySelectorAll<HTMLElement>('.slides > section *')].flatMap((element) => {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    if (!own || element.closest(aside)) return []
    const [one, other] = [luminance(channels(getComputedStyle(element).color)), luminance(groundOf(element))]
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    const slide = element.closest('section')?.id
    return contrast < 3.5 ? [`${slide}: ${element.textContent?.trim().slice(0, 40)} ${contrast.toFixed(1)} : 1`] : []
  })
}

describe('on the dark ground every word is read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-dark-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const unseenIn = async (root: string): Promise<readonly string[]> => {
    const out = join(folder, 'dist')
    const { code, err } = await quarterdeck('build', '--root', root, '--out', out)
    expect(code, err).toBe(0)
    const server = await serveFolder(out)
    const deck = await openPage(server.address, { width: 1280, height: 720 })
    expect(await deck.page.$$eval('.slides > section', ({ length }) => length)).toBeGreaterThan(5)
    const found = await deck.page.evaluate(unseenWords)
    await deck.close()
    await server.close()
    return found
  }

  test('in the colours of another company', async () => {
    expect(await unseenIn(join(engine, 'tests/golden/morgental'))).toEqual([])
  })

  test('in every layout', async () => {
    const root = join(folder, 'deck')
    cpSync(join(engine, 'tests/golden/authoring/data'), join(root, 'data'), { recursive: true })
    for (const part of ['slides', 'public']) mkdirSync(join(root, part))
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><path d="M8 8h80v80H8z"/></svg>'
    for (const picture of picturesInExamples) writeFileSync(join(root, 'public', picture), drawing)
    for (const [index, text] of darkSlides.entries())
      writeFileSync(join(root, `slides/${100 + index}-dark-${index}.md`), `---\n${text}`)
    expect(await unseenIn(root)).toEqual([])
  })
})
