import { expect, test } from 'vitest'
import { readPage } from './links.ts'

const linksOf = (html: string, from = 'fy24/index.html', root: string | undefined = '/ir/'): readonly string[] =>
  readPage(html, from, root).links.map(({ path, anchor }) => (anchor === '' ? path : `${path}#${anchor}`))

test.each([
  ['<a href="../">', ['index.html']],
  ['<a href="costs/#c1">', ['fy24/costs/index.html#c1']],
  ['<img src=\'a.png\' alt="b">', ['fy24/a.png']],
  ['<a href="#top">', ['fy24/index.html#top']],
  ['<a href="/ir/fy23/">', ['fy23/index.html']],
  ['<a href="https://example.com/">', []],
  ['<a href="//example.com/">', []],
  ['<a href="mailto:a@example.com">', []],
  ['<a href="x?a=1&amp;b=2">', ['fy24/x']],
  ['<script>"<a href=\'x\'>"</script><a href="y">', ['fy24/y']],
  ['<!-- <a href="x"> -->', []],
])('%s leads to %j', (html, links) => {
  expect(linksOf(html)).toEqual(links)
})

test('an address at the root of the host leads out of a site below a path, and is unknown where the site has no address', () => {
  expect(linksOf('<a href="/other">')).toEqual(['/other'])
  expect(readPage('<a href="/other">', 'index.html', undefined).links).toEqual([])
})

test('a page says where it leads on to, also where scripts are off', () => {
  const html = '<noscript><meta http-equiv="refresh" content="0; url=../costs/"></noscript>'
  expect(readPage(html, 'fy24/old/index.html', undefined).redirect?.path).toBe('fy24/costs/index.html')
})
