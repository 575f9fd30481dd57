import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contrast } from '../../src/format/colors/color.ts'
import { type DeckPage, showSlide } from './deck-page.ts'
import { layoutDeck } from './layout-deck.ts'
import { openDeck } from './open-deck.ts'

let deck: DeckPage
beforeAll(async () => {
  deck = await openDeck(layoutDeck)
})
afterAll(() => deck.close())

type Box = Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>

/** The lines that a tree draws between its boxes, and the words of the slide. Runs in the page. */
function linesAndWords(id: string): { readonly lines: readonly Box[]; readonly words: readonly Box[] } {
  const section = document.getElementById(id)
  const lines = [...(section?.querySelectorAll('.node') ?? [])].flatMap((node) => {
    const frame = node.getBoundingClientRect()
    const border = Number.parseFloat(getComputedStyle(node).borderTopWidth)
    return [node, ...node.querySelectorAll('h3')].flatMap((owner) =>
      ['::before', '::after'].flatMap((pseudo) => {
        const style = getComputedStyle(owner, pseudo)
        if (style.content === 'none' || style.content === 'normal') return []
        const [x, y, width, height] = [style.left, style.top, style.width, style.height].map(Number.parseFloat)
        const shift = style.translate.startsWith('-50%') ? (width ?? 0) / 2 : 0
        const [left, top] = [frame.left + (x ?? 0) - shift, frame.top + border + (y ?? 0)]
        return [{ left, top, right: left + (width ?? 0), bottom: top + (height ?? 0) }]
      }),
    )
  })
  const walker = document.createTreeWalker(section?.querySelector('.content') ?? document.body, NodeFilter.SHOW_TEXT)
  const words: Box[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange()
    range.selectNodeContents(node)
    if (node.textContent?.trim()) words.push(...range.getClientRects())
  }
  return { lines, words: words.map(({ left, top, right, bottom }) => ({ left, top, right, bottom })) }
}

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a tree of %i branches: no connector goes through words or leaves the margins, and all of it hangs together',
  async (count) => {
    await showSlide(deck.page, `tree-${count}`)
    const { lines, words } = await deck.page.evaluate(linesAndWords, `tree-${count}`)
    expect(lines.length).toBeGreaterThanOrEqual(count)
    expect(lines.filter((line) => words.some((word) => meet(line, word)))).toEqual([])
    for (const { left, right } of lines) {
      expect(left).toBeGreaterThanOrEqual(96)
      expect(right).toBeLessThanOrEqual(1824)
    }
    const drawn = lines.filter(({ left, right, top, bottom }) => right - left > 1 && bottom - top > 1)
    const reached = new Set(drawn.slice(0, 1))
    for (const line of reached) for (const other of drawn) if (touches(line, other)) reached.add(other)
    expect(reached.size).toBe(drawn.length)
  },
)

const touches = (one: Box, other: Box): boolean =>
  meet({ left: one.left - 1, top: one.top - 1, right: one.right + 1, bottom: one.bottom + 1 }, other)

/** The colours behind the words of a slide, which are hidden, and those of the words: the least contrast of each text. */
async function contrastsOf(page: Page, id: string, texts: string): Promise<readonly number[]> {
  await showSlide(page, id)
  const filled = (fill: string): Promise<void> =>
    page.$$eval(
      texts.replace(/(^|, )/g, `$1#${id} `),
      (all, color) => {
        for (const each of all) (each as HTMLElement).style.webkitTextFillColor = color
      },
      fill,
    )
  await filled('transparent')
  const picture = (await page.screenshot()).toString('base64')
  await filled('')
  const found = await page.evaluate(
    async ([slide, selector, data]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${data}`
      await image.decode()
      const context = new OffscreenCanvas(1920, 1080).getContext('2d')
      if (!context) throw new Error('no canvas')
      context.drawImage(image, 0, 0)
      const hex = (parts: Iterable<number>): string =>
        `#${[...parts].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
      return [...document.querySelectorAll(`#${slide} :is(${selector})`)].flatMap((element) => {
        const words = document.createRange()
        words.selectNodeContents(element)
        const { left, top, width, height } = words.getBoundingClientRect()
        if (width < 1 || height < 1) return []
        const color = hex((getComputedStyle(element).color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number))
        const { data: pixels } = context.getImageData(left, top, width, height)
        const grounds = new Set<string>()
        for (let at = 0; at < pixels.length; at += 4) grounds.add(hex(pixels.subarray(at, at + 3)))
        return [{ color, grounds: [...grounds] }]
      })
    },
    [id, texts, picture] as const,
  )
  return found.map(({ color, grounds }) => Math.min(...grounds.map((ground) => contrast(color, ground))))
}

describe('words on a picture have 4.5 : 1 with it, whatever it shows:', () => {
  const grounds = ['white', 'black']
  test.each(
    grounds.flatMap((ground) => ['', '-light', '-dark', '-light-dark'].map((kind) => `photo-${ground}${kind}`)),
  )('%s', async (id) => {
    const texts = 'h2, .subtitle, .takeaway, .foot-company, .foot-number'
    const contrasts = await contrastsOf(deck.page, id, texts)
    expect(contrasts).toHaveLength(5)
    expect(contrasts.filter((one) => one < 4.5)).toEqual([])
  })
})

/** The colours at places of a slide as it is seen: for each element that a selector finds, in it and left of it. */
async function colorsOf(page: Page, id: string, selector: string): Promise<readonly (readonly [string, string])[]> {
  await showSlide(page, id)
  const picture = (await page.screenshot()).toString('base64')
  return page.evaluate(
    async ([slide, parts, data]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${data}`
      await image.decode()
      const context = new OffscreenCanvas(1920, 1080).getContext('2d')
      if (!context) throw new Error('no canvas')
      context.drawImage(image, 0, 0)
      const at = (x: number, y: number): string => {
        const pixel = [...context.getImageData(Math.round(x), Math.round(y), 1, 1).data]
        return `#${pixel
          .slice(0, 3)
          .map((part) => part.toString(16).padStart(2, '0'))
          .join('')}`
      }
      return [...document.querySelectorAll(`#${slide} ${parts}`)].map((element) => {
        const { left, top, height, width } = element.getBoundingClientRect()
        const inside = parts === '.node' ? 300 : width - 8 // the middle of a plate, or the end of a block
        return [at(left + inside, top + height / 2), at(left - 16, top + height / 2)] as const
      })
    },
    [id, selector, picture] as const,
  )
}

describe('on the dark ground', () => {
  test.each(['dark-climb', 'dark-blocks'])('blocks stand out from it, and words on them are read: %s', async (id) => {
    for (const [block, ground] of await colorsOf(deck.page, id, 'li'))
      expect(contrast(block, ground)).toBeGreaterThan(1.35)
    const contrasts = await contrastsOf(deck.page, id, 'li, h3')
    expect(contrasts).toHaveLength(14)
    expect(contrasts.filter((one) => one < 4.5)).toEqual([])
  })

  test('blocks that climb do so in colour, too', async () => {
    const columns = await colorsOf(deck.page, 'dark-climb', '.card li:first-child')
    const [, second, third, last] = columns.map(([block, ground]) => contrast(block, ground))
    expect(third).toBeGreaterThan((second ?? 21) * 1.2)
    expect(last).toBeGreaterThan((third ?? 21) * 1.5)
  })

  test('plates are lighter from one to the next towards the base', async () => {
    const plates = await colorsOf(deck.page, 'dark-layers', '.node')
    const [ground = ''] = plates.map(([, below]) => below)
    const lights = plates.map(([plate]) => contrast(plate, ground))
    expect(lights).toHaveLength(4)
    for (const [index, light] of lights.slice(1).entries()) expect(light).toBeGreaterThan((lights[index] ?? 21) * 1.3)
  })
})

test('a loss has the colour of falls in every layout that has tiles, and no other figure has it', async () => {
  const found = await deck.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('section[id^="loss-"]')].map((section) => {
      const tiles = [...section.querySelectorAll<HTMLElement>('.tile')]
      const colors = tiles.map((each) => {
        const probe = each.appendChild(document.createElement('i'))
        probe.style.color = 'var(--fall)'
        const fall = getComputedStyle(probe).color
        probe.remove()
        const value = each.querySelector('.tile-value .figure')
        return value !== null && getComputedStyle(value).color === fall
      })
      return { id: section.id, colors }
    }),
  )
  expect(found).toHaveLength(10)
  for (const { id, colors } of found) expect(colors, id).toEqual(colors.map((_, index) => index === 0))
})

describe('tiles side by side', () => {
  const boxes = (id: string, selector: string): Promise<readonly Box[]> =>
    deck.page.$$eval(`#${id} ${selector}`, (all) =>
      all.map((each) => {
        const { left, top, right, bottom } = each.getBoundingClientRect()
        return { left, top, right, bottom }
      }),
    )
  const rows = (tops: readonly number[]): number => new Set(tops.map(Math.round)).size

  test.each([
    ['level-kpis-2', 1],
    ['level-kpis-3', 1],
    ['level-kpis-4', 2],
    ['level-kpis-5', 2],
    ['level-kpis-6', 2],
    ['level-cards-3', 1],
    ['level-tiles-3', 1],
  ])('have their figures on one line, also where a name has more lines: %s', async (id, count) => {
    await showSlide(deck.page, id)
    const figures = await boxes(id, '.tile-value')
    expect(rows(figures.map(({ top }) => top))).toBe(count)
    expect(rows((await boxes(id, '.tile-change')).map(({ top }) => top))).toBe(1)
  })

  test('two under three stand in the middle, as wide as those', async () => {
    await showSlide(deck.page, 'level-kpis-5')
    const tiles = await boxes('level-kpis-5', '.tile')
    const [fourth, fifth] = tiles.slice(3)
    expect(Math.round((fourth?.left ?? 0) - 96)).toBe(Math.round(1824 - (fifth?.right ?? 0)))
    expect(rows(tiles.map(({ left, right }) => right - left))).toBe(1)
  })
})

test('lists in boxes about a tile have marks that are seen on them', async () => {
  const marks = await deck.page.$$eval('#marks .node', (nodes) =>
    nodes.map((node) => {
      const marks = [...node.querySelectorAll('li')].map((item) => getComputedStyle(item, '::before'))
      const ground = getComputedStyle(node).backgroundColor
      return marks.filter(({ content, backgroundColor }) => content !== 'none' && backgroundColor !== ground).length
    }),
  )
  expect(marks).toEqual([2, 2, 2, 2])
})

test('blocks that are few are higher, and fill what the slide has below its headline', async () => {
  const heights = async (id: string): Promise<ReadonlySet<number>> => {
    await showSlide(deck.page, id)
    return new Set(
      await deck.page.$$eval(`#${id} .card li`, (all) => (all as HTMLElement[]).map((each) => each.offsetHeight)),
    )
  }
  expect(await heights('few-blocks')).toEqual(new Set([160]))
  expect(await heights('dark-blocks')).toEqual(new Set([128]))
  expect(await heights('five-blocks')).toEqual(new Set([86]))
})

test('a quiet row of blocks stands between its rules with room on both sides', async () => {
  await showSlide(deck.page, 'quiet')
  const [row, words, next] = await deck.page.evaluate(() => {
    const [, quiet, after] = [...document.querySelectorAll('#quiet .card')]
    return [quiet, quiet?.querySelector('h3'), after].map((part) => part?.getBoundingClientRect().toJSON())
  })
  expect(words.top - row.top).toBeGreaterThanOrEqual(16)
  expect(next.top - words.bottom).toBeGreaterThanOrEqual(16)
})

test('four pictures take what words leave of the height; where there are more they keep theirs', async () => {
  const heights = (id: string): Promise<readonly number[]> =>
    deck.page.$$eval(`#${id} .card img`, (all) => all.map((each) => Math.round(each.getBoundingClientRect().height)))
  await showSlide(deck.page, 'pictures-4')
  expect(await heights('pictures-4')).toEqual([280, 280, 280, 280])
  await showSlide(deck.page, 'pictures-5')
  expect(await heights('pictures-5')).toEqual([120, 120, 120, 120, 120])
})
