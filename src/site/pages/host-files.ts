import { contentPolicy } from '../../model/hosted/content-policy.ts'
import type { SiteFile } from '../manifest.ts'
import { embargoFolder } from '../site-paths.ts'

const lasting = 'public, max-age=31536000, immutable'
/** Of what nobody should find: the rule names no folder, and is there whether or not one is. */
const hidden = [
  ['X-Robots-Tag', 'noindex, nofollow'],
  ['Referrer-Policy', 'no-referrer'],
] as const

const short = 'public, max-age=300'

const always = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
] as const

type Header = readonly [name: string, value: string]

const rule = (path: string, headers: readonly Header[]): string =>
  `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`

/**
 * Headers as Netlify and Cloudflare read them. Both join the values of all rules that match, so no two rules give one header
 * that may stand once only, and pages that may be framed are those that no rule denies it for.
 */
function headersFile(root: string): string {
  const pages: readonly Header[] = [
    ['Content-Security-Policy', "frame-ancestors 'none'"],
    ['X-Frame-Options', 'DENY'],
    ['Cache-Control', short],
  ]
  return [
    rule(`${root}*`, [...always, ['Content-Security-Policy', contentPolicy]]),
    rule(root, pages),
    rule(`${root}:deck/`, pages),
    rule(`${root}:deck/:slide/`, pages),
    rule(`${root}${embargoFolder}/*`, hidden), // of two referrer policies the later one holds
    rule(`${root}assets/*`, [['Cache-Control', lasting]]),
    rule(`${root}:deck/assets/*`, [['Cache-Control', lasting]]),
  ].join('\n')
}

/** Headers as Vercel reads them: of two rules that match, the later one holds. */
function vercelFile(root: string): string {
  const headers = (list: readonly Header[]): object => list.map(([key, value]) => ({ key, value }))
  const rules = [
    {
      source: `${root}(.*)`,
      headers: headers([
        ...always,
        ['Cache-Control', short],
        ['Content-Security-Policy', `${contentPolicy}; frame-ancestors 'none'`],
        ['X-Frame-Options', 'DENY'],
      ]),
    },
    {
      source: `${root}(.*)/embed/(.*)`,
      headers: headers([
        ['Content-Security-Policy', `${contentPolicy}; frame-ancestors *`],
        ['X-Frame-Options', 'ALLOWALL'],
      ]),
    },
    { source: `${root}${embargoFolder}/(.*)`, headers: headers(hidden) },
    { source: `${root}(.*)assets/(.*)`, headers: headers([['Cache-Control', lasting]]) },
  ]
  return `${JSON.stringify({ trailingSlash: true, headers: rules }, null, 1)}\n`
}

/** What hosts of static files read at the root of a site. */
export function hostFiles(base: string | null): readonly SiteFile[] {
  const root = base === null ? '/' : new URL(base).pathname
  return [
    { path: '_headers', content: headersFile(root) },
    { path: 'vercel.json', content: vercelFile(root) },
  ]
}
