import { describe, expect, test } from 'vitest'
import { type PageState, pagePatch } from './patch.ts'

const slide = (id: string, html: string): PageState['slides'][number] => ({ id, html, charts: [] })
const page = (slides: PageState['slides'], facts = '{}'): PageState => ({ title: 'Deck', slides, page: '{}', facts })
const before = page([slide('a', '1'), slide('b', '2')])

describe('the patch from one page to another', () => {
  test('is nothing when nothing differs', () => {
    expect(pagePatch(before, page([slide('a', '1'), slide('b', '2')]))).toBeUndefined()
  })

  test.each([
    ['a changed slide', [slide('a', '1'), slide('b', '3')], ['b'], ['a', 'b']],
    ['a new slide', [slide('a', '1'), slide('c', '3'), slide('b', '2')], ['c'], ['a', 'c', 'b']],
    ['a slide gone', [slide('b', '2')], [], ['b']],
    ['another order', [slide('b', '2'), slide('a', '1')], [], ['b', 'a']],
  ])('holds for %s only what differs, and the order', (_name, slides, changed, order) => {
    const patch = pagePatch(before, page(slides))
    expect(patch?.slides.map(({ id }) => id)).toEqual(changed)
    expect(patch?.order).toEqual(order)
  })

  test('holds the facts only when one of them changed', () => {
    expect(pagePatch(before, page(before.slides, '{"x":1}'))).toMatchObject({ facts: { x: 1 }, slides: [] })
    expect(pagePatch(before, page([slide('a', '9')]))).not.toHaveProperty('facts')
  })
})
