import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe, { type AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
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
  const channels = (color: string): readonly number[] => (color.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = (color: string): number =>
    channels(color)
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0)
  const groundOf = (element: Element | null): string => {
    const color = element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)'
    return element && channels(color)[3] === 0 ? groundOf(element.parentElement) : color
  }
  const cells = document.querySelectorAll<HTMLElement>('.present .table :is(th, td), .present .table :is(th, td) *')
  return [...cells].flatMap((element) => {
    if (element.children.length > 0 || element.innerText.trim() === '') return []
    const [one, other] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))]
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    return contrast < 4.5 ? [`${element.innerText} ${contrast.toFixed(1)} : 1`] : []
  })
}

test('a table on the dark ground, in the colours of another company, is read in every cell', async () => {
  const out = mkdtempSync(join(tmpdir(), 'quarterdeck-dark-'))
  const { code, err } = await quarterdeck('build', '--root', join(engine, 'tests/golden/morgental'), '--out', out)
  expect(code, err).toBe(0)
  const server = await serveFolder(out)
  const deck = await openPage(server.address, { width: 1280, height: 720 })
  await showSlide(deck.page, 'rechnung')
  expect(await deck.page.$$eval('.present .table td', ({ length }) => length)).toBeGreaterThan(10)
  expect(await deck.page.evaluate(unseenWords)).toEqual([])
  await deck.close()
  await server.close()
  rmSync(out, { recursive: true, force: true })
})
