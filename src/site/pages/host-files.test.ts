import { describe, expect, test } from 'vitest'
import type { PublishedDeck } from '../manifest.ts'
import { headersOf, hostFiles } from './host-files.ts'
import { siteRedirects } from './redirects.ts'

const deck = (id: string, slides: PublishedDeck['slides']): PublishedDeck => ({
  ...{ id, slides, title: 'Results', company: 'Example', date: '2025-05-14', dateText: '', language: 'en' },
  ...{ hasHandouts: false, manifest: '' },
})
const slide = (id: string, formerly?: readonly string[]): PublishedDeck['slides'][number] => ({
  ...{ id, title: id },
  ...(formerly && { formerly }),
})
const decks = [
  deck('fy24', [slide('sales'), slide('outlook')]),
  deck('fy25', [slide('revenue', ['sales']), slide('a b*:(c)')]),
]
const known = new Set(['sales', 'outlook', 'revenue', 'a b*:(c)'])

const files = (base: string | null): ReadonlyMap<string, string> =>
  new Map(hostFiles(base, siteRedirects(decks, decks[1], known)).map(({ path, content }) => [path, String(content)]))

describe('redirects that a host gives', () => {
  test('lead from old names for good, from latest/ for now, and from unknown slides to the cover, each once and whole', () => {
    expect(files('https://example.com/ir/').get('_redirects')?.split('\n')).toEqual([
      '/ir/fy25/sales/ /ir/fy25/revenue/ 301',
      '/ir/latest/ /ir/fy25/ 302',
      '/ir/latest/a%20b%2A%3A%28c%29/ /ir/fy25/a%20b%2A%3A%28c%29/ 302',
      '/ir/latest/outlook/ /ir/fy25/ 302',
      '/ir/latest/revenue/ /ir/fy25/revenue/ 302',
      '/ir/latest/sales/ /ir/fy25/revenue/ 302',
      '/ir/latest/* /ir/fy25/ 302',
      '',
    ])
    const { redirects } = JSON.parse(files(null).get('vercel.json') ?? '')
    expect(redirects.at(0)).toEqual({ source: '/fy25/sales/', destination: '/fy25/revenue/', permanent: true })
    expect(redirects.at(-1)).toEqual({ source: '/latest/:path*', destination: '/fy25/', permanent: false })
  })

  test('are none of a deck that is withdrawn; without a newest one all of latest/ leads to the list of decks', () => {
    const withdrawn = decks.map((one) => ({ ...one, withdrawn: { reason: '' } }))
    const redirects = siteRedirects(withdrawn, undefined, known)
    expect(redirects.map(({ from, to }) => [from.split('/')[0], to])).toEqual(redirects.map(() => ['latest', '']))
    expect(redirects.at(-1)?.from).toBe('latest/*')
    expect(siteRedirects([], undefined, known)).toEqual([])
  })
})

test.each([
  ['fy24/index.html', 'public, max-age=300', /frame-ancestors 'none'$/, undefined],
  ['fy24/sales/embed/index.html', 'public, max-age=300', /frame-ancestors \*$/, undefined],
  ['fy24/assets/main.js', 'public, max-age=31536000, immutable', /form-action 'none'$/, undefined],
  ['e/index.html', 'public, max-age=300', /frame-ancestors 'none'$/, 'noindex, nofollow'],
])('the headers of %s are those of its kind', (path, cache, policy, robots) => {
  const headers = headersOf(path)
  expect(headers['Cache-Control']).toBe(cache)
  expect(headers['Content-Security-Policy']).toMatch(policy)
  expect(headers['X-Robots-Tag']).toBe(robots)
})
