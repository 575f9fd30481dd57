import { describe, expect, test } from 'vitest'
import { en } from '../../language/en.ts'
import { readPage } from '../check/links.ts'
import type { PublishedDeck } from '../manifest.ts'
import { jsonLd, sitePage } from './html.ts'
import { metricFiles } from './metrics.ts'
import { withNotice } from './notice.ts'
import { redirectPage } from './redirects.ts'
import { rootFiles } from './root-files.ts'

const openings = ['', '"', "'", '>', '">', "'>", '</title>', '</script>', ']]>', '--><', '&quot;', '\u0000', '\n\n']
const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  'javascript:alert(1)',
  ' onmouseover="alert(1)"',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<meta http-equiv="refresh" content="0; url=//evil.example">',
  '<!ENTITY x SYSTEM "file:///etc/passwd">',
]
const strings = openings.flatMap((opening) => payloads.map((payload) => opening + payload))

const base = 'https://example.com/ir/'

function filesWith(text: string): ReadonlyMap<string, string> {
  const deck: PublishedDeck = {
    ...{ id: 'fy24', title: text, company: text, date: '2025-05-14', dateText: text, language: 'en' },
    ...{ slides: [{ id: 'sales', title: text }], hasHandouts: true, manifest: '' },
  }
  const gone: PublishedDeck = { ...deck, id: 'fy23', withdrawn: { reason: text } }
  const site = { base, decks: [gone, deck] }
  const figure = { metric: 'sales', label: text, period: text, value: text, unit: text, status: text, source: text }
  const read = (): string =>
    JSON.stringify({ figures: [{ ...figure, slide: 'sales', fact: 'sales@FY24', number: '1' }] })
  const metrics = metricFiles(site, { language: en, styles: '', read })
  const options = { words: en.site, language: 'en', styles: '', hasMetrics: true }
  const pages = rootFiles(site, options, metrics)
  const published = sitePage(
    { language: 'en', title: text, description: text, further: [jsonLd({ name: text })] },
    '<p></p>',
  )
  const notice = { text, link: text, href: '../', canonical: `${base}x/` }
  return new Map([
    ...pages.map(({ path, content }) => [path, String(content)] as const),
    ['notice.html', withNotice(published, notice)],
    ['moved.html', redirectPage({ to: '../sales/', script: '../a.js', language: 'en', words: { title: text, text } })],
  ])
}

/** Elements and attributes of a page, without any text: these must be the same whatever a text says. */
const skeleton = (html: string): string =>
  [...html.replace(/="[^"]*"/g, '=""').matchAll(/<\/?([a-z!?][a-z0-9]*)((?:\s+[a-z:-]+(?:="[^"]*")?)*)\s*\/?>/gi)]
    .map(([, name = '', attributes = '']) => name + [...attributes.matchAll(/([a-z:-]+)(?:=|\s|$)/gi)].length)
    .join(' ')

describe(`${strings.length} hostile strings`, () => {
  const plain = filesWith('Sales')

  test('change no element of any page, feed or site map', () => {
    for (const text of strings)
      for (const [path, content] of filesWith(text)) {
        if (/\.(?:html|xml)$/.test(path))
          expect(skeleton(content), `${path}: ${text}`).toBe(skeleton(plain.get(path) ?? ''))
      }
  })

  test('start no script, and lead nobody elsewhere', () => {
    for (const text of strings)
      for (const [path, content] of filesWith(text)) {
        if (!path.endsWith('.html')) continue
        expect(content).not.toMatch(/<script>|<svg|<iframe|<img src=x/)
        const { redirect } = readPage(content, path, '/ir/')
        expect(redirect?.written ?? '', path).not.toContain('evil')
        for (const [, record = ''] of content.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g))
          expect(() => JSON.parse(record)).not.toThrow()
      }
  })

  test('stand in no header and no rule of a host', () => {
    for (const text of strings) {
      const files = filesWith(text)
      for (const path of ['_headers', 'vercel.json']) expect(files.get(path)).toBe(plain.get(path))
      expect(files.get('feed.xml')).not.toMatch(/[\0]|<!ENTITY/)
    }
  })

  test('do not become formulas of a table', () => {
    for (const text of ['=cmd|x', '@SUM(A1)', '+cmd', '-1+cmd']) {
      const history = filesWith(text).get('metrics/sales/history.csv') ?? ''
      expect(history.split('\n')[1]).not.toMatch(/,[=@+-][a-z0-9]/i)
    }
  })
})
