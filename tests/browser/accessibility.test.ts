import axe, { type AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sample } from '../long.ts'
import { type DeckPage, openPage, showSlide, slideIds } from './deck-page.ts'

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
