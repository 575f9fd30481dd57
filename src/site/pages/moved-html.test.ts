import { expect, test } from 'vitest'
import { movedHtml } from './moved-html.ts'

const slides = new Set(['costs', 'cover'])

test.each([
  ['<img src="./assets/a.svg" alt="x">', '<img src="../assets/a.svg" alt="x">'],
  ['<img alt="a > b" src="photo.jpg">', '<img alt="a > b" src="../photo.jpg">'],
  ['<a href="#/costs">', '<a href="../costs/">'],
  ['<a href="#costs">', '<a href="../costs/">'],
  ['<a href="#/costs/2">', '<a href="../costs/">'],
  ['<use href="#clip-1"/>', '<use href="#clip-1"/>'],
  ['<a href="#/nowhere">', '<a href="#/nowhere">'],
  ["<a href='https://example.com/a'>", "<a href='https://example.com/a'>"],
  ['<a href="mailto:a@example.com">', '<a href="mailto:a@example.com">'],
  ['<img src="/logo.svg">', '<img src="/logo.svg">'],
  ['<img src="data:image/png;base64,AA">', '<img src="data:image/png;base64,AA">'],
  ['see src="x.png" in text', 'see src="x.png" in text'],
  ['<b title="a href=&quot;x&quot;">', '<b title="a href=&quot;x&quot;">'],
  ['<p data-src="x">', '<p data-src="x">'],
])('%s below the deck is %s', (html, moved) => {
  expect(movedHtml(html, { up: '../', slides })).toBe(moved)
})
