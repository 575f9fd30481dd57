import { expect, test } from 'vitest'
import { contentPolicy } from '../model/hosted/content-policy.ts'
import { emptyDocument, fillDocument, type PageFrame } from './page.ts'

const frame: PageFrame = {
  language: 'en',
  title: 'Q&A <2009>',
  description: 'What we "said"',
  favicon: './favicon.svg',
}
const fill = (more: Partial<PageFrame> = {}, body = '<p>$& $1</p>'): string =>
  fillDocument(emptyDocument('/main.ts'), { ...frame, ...more }, body)

test('the document escapes what the deck says of itself and takes the slides as they are', () => {
  const html = fill()
  expect(html).toContain('<html lang="en">')
  expect(html).toContain('<title>Q&amp;A &lt;2009&gt;</title>')
  expect(html).toContain('content="What we &quot;said&quot;"')
  expect(html).toContain('<p>$& $1</p>')
  expect(html).not.toContain('<!--')
})

test.each([
  ['no address: no social tags', {}, /og:|canonical/, false],
  [
    'an address: social tags',
    { address: 'https://ir.example.com/deck/' },
    /og:url" content="https:\/\/ir.example.com\/deck\/"/,
    true,
  ],
  [
    'a picture: its whole address',
    { address: 'https://ir.example.com/deck/', picture: 'social.png' },
    /og:image" content="https:\/\/ir.example.com\/deck\/social.png"/,
    true,
  ],
  ['a policy', { policy: contentPolicy }, /Content-Security-Policy" content="default-src &#39;self&#39;;/, true],
])('%s', (_name, more, pattern, isThere) => {
  expect(pattern.test(fill(more))).toBe(isThere)
})
