import { describe, expect, test } from 'vitest'
import { headerFaults } from '../check/headers.ts'
import { headersOf, hostFiles, type SiteRedirect } from './host-files.ts'

/** How the hosts read their files, as their own documentation says: none of them runs here. */

const redirects: readonly SiteRedirect[] = [
  { from: 'fy25/sales/', to: 'fy25/revenue/', isLasting: true },
  { from: 'latest/a b:(c)+?/', to: 'fy25/a b:(c)+?/', isLasting: false },
  { from: 'latest/*', to: 'fy25/', isLasting: false },
]
const paths = [
  ...['index.html', '404.html', 'feed.xml', 'assets/site.css', 'fy25/index.html', 'fy25/revenue/index.html'],
  ...['fy25/revenue/preview.png', 'fy25/revenue/embed/index.html', 'fy25/revenue/embed/chart/index.html'],
  ...[
    'fy25/assets/main.js',
    'fy25/downloads/index.html',
    'fy25/downloads/fy25.html',
    'metrics/revenue.total/index.html',
    'e/index.html',
  ],
  ...[`e/${'0'.repeat(32)}/index.html`, `e/${'0'.repeat(32)}/content.bin`],
]
const bases = [null, 'https://example.com/ir/'] as const

const file = (name: string, base: string | null): string =>
  String(hostFiles(base, redirects).find(({ path }) => path === name)?.content)

type Rule = readonly [path: string, headers: readonly (readonly [name: string, value: string])[]]

/** Blocks of a path and its indented headers. */
function rulesOf(text: string): readonly Rule[] {
  return text
    .trim()
    .split('\n\n')
    .map((block): Rule => {
      const [path = '', ...lines] = block.split('\n')
      return [
        path,
        lines.map((line) => /^ {2}([\w-]+): (\S.*)$/.exec(line)?.slice(1) ?? []).map(([a = '', b = '']) => [a, b]),
      ]
    })
}

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

/** "*" is anything, ":name" a part between slashes; Netlify does not look at a slash at the end. */
const matches = (rule: string, path: string, looksAtSlash: boolean): boolean => {
  const pattern = escaped(rule).replaceAll('*', '.*').replace(/:\w+/g, '[^/]+')
  return new RegExp(looksAtSlash ? `^${pattern}$` : `^${pattern.replace(/\/$/, '')}/?$`).test(path)
}

const addressOf = (path: string, base: string | null): string =>
  `${base === null ? '' : '/ir'}/${path.replace(/(^|\/)index\.html$/, '$1')}`

/** What a host sends by itself where no rule says anything else. */
const ownCache = 'public, max-age=0, must-revalidate'
const types: Readonly<Record<string, string>> = {
  ...{ html: 'text/html', css: 'text/css', js: 'text/javascript', png: 'image/png', xml: 'application/xml' },
}
const withOwn = (path: string, headers: Headers): Headers => {
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', ownCache)
  const type = types[path.replace(/^.*\./, '')]
  if (type !== undefined) headers.set('Content-Type', type)
  return headers
}

/** May stand once only: of several values browsers take none, or another than the last. */
const single = ['Cache-Control', 'X-Frame-Options', 'X-Content-Type-Options', 'X-Robots-Tag']

describe.each(bases)('the files of a site at %s', (base) => {
  test.each([
    ['Cloudflare', true],
    ['Netlify', false],
  ])('are headers as %s reads them', (_, looksAtSlash) => {
    const rules = rulesOf(file('_headers', base))
    expect(rules.length).toBeLessThanOrEqual(100)
    for (const [path, headers] of rules) {
      expect(path).toMatch(/^\/[^\s*]*\*?$/) // one splat at most
      expect(new Set(path.match(/:\w+/g) ?? []).size).toBe((path.match(/:/g) ?? []).length)
      expect(headers.length).toBeGreaterThan(0)
      for (const [name, value] of headers) expect(`${name}: ${value}`.length).toBeLessThan(2000)
    }
    const given = (path: string): Rule[1] =>
      rules.flatMap(([rule, own]) => (matches(rule, addressOf(path, base), looksAtSlash) ? own : []))
    const sent = (path: string): Headers => {
      const headers = new Headers()
      for (const [name, value] of given(path)) headers.append(name, value)
      return withOwn(path, headers)
    }
    const doubled = paths.flatMap((path) => {
      const names = given(path).map(([name]) => name)
      return single.filter((name) => names.filter((one) => one === name).length > 1)
    })
    expect(doubled).toEqual([])
    expect(headerFaults(paths, sent)).toEqual([])
  })

  test('are redirects as Netlify and Cloudflare read them: exact ones first, one splat at the end of the last', () => {
    const lines = file('_redirects', base).trim().split('\n')
    for (const line of lines) expect(line).toMatch(/^\/[^\s*:]*\*? \/[^\s*:]* 30[12]$/)
    expect(lines.findIndex((line) => line.includes('*'))).toBe(lines.length - 1)
  })

  test('are what the schema of vercel.json allows, and headers as Vercel sends them, the last of each name', () => {
    const json: Readonly<Record<string, unknown>> & {
      readonly headers: readonly {
        readonly source: string
        readonly headers: readonly { key: string; value: string }[]
      }[]
      readonly redirects: readonly { readonly source: string; readonly destination: string }[]
    } = JSON.parse(file('vercel.json', base))
    expect(Object.keys(json).sort()).toEqual(['headers', 'redirects', 'trailingSlash'])
    for (const redirect of json.redirects) {
      expect(Object.keys(redirect).sort()).toEqual(['destination', 'permanent', 'source'])
      expect(redirect.source).toMatch(/^\/(?:[^():*+?{}]|:path\*$)*$/) // nothing else that patterns give a meaning
      expect(redirect.destination).toMatch(/^\/[^():*+?{}]*$/)
    }
    const sent = (path: string): Headers => {
      const headers = new Headers()
      for (const { source, headers: own } of json.headers)
        if (new RegExp(`^${source}$`).test(addressOf(path, base)))
          for (const { key, value } of own) headers.set(key, value)
      return withOwn(path, headers)
    }
    expect(headerFaults(paths, sent)).toEqual([])
    for (const path of paths) expect(sent(path).get('Cache-Control'), path).toBe(headersOf(path)['Cache-Control'])
  })
})
