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
 * that may stand once only, and pages that may be framed are those that no rule denies it for. To Netlify ":slide/" is a file as
 * well, so that no rule of pages says how long they are kept: by themselves both hosts ask anew each time.
 */
function headersFile(root: string): string {
  const unframed: Header = ['Content-Security-Policy', "frame-ancestors 'none'"]
  const pages: readonly Header[] = [unframed, ['X-Frame-Options', 'DENY']]
  return [
    rule(`${root}*`, [...always, ['Content-Security-Policy', contentPolicy]]),
    rule(root, pages),
    rule(`${root}:deck/`, pages),
    rule(`${root}:deck/:slide/`, pages),
    rule(`${root}404.html`, [unframed]),
    rule(`${root}:deck/downloads/*`, [unframed]),
    rule(`${root}${embargoFolder}/*`, hidden), // of two referrer policies the later one holds
    rule(`${root}assets/*`, [['Cache-Control', lasting]]),
    rule(`${root}:deck/assets/*`, [['Cache-Control', lasting]]),
  ].join('\n')
}

/** The headers of a file of a site, as `verify` asks them of a server. `frames` says whether others may frame it: of pages alone. */
export function headersOf(path: string): Readonly<Record<string, string>> {
  const isPage = path.endsWith('.html')
  const isSealed = path.startsWith(`${embargoFolder}/`)
  const isFramed = /(?:^|\/)embed\//.test(path)
  return {
    ...Object.fromEntries(always),
    ...(isSealed && Object.fromEntries(hidden)),
    'Content-Security-Policy': contentPolicy + (isPage ? `; frame-ancestors ${isFramed ? '*' : "'none'"}` : ''),
    'Cache-Control': /(?:^|\/)assets\//.test(path) ? lasting : short,
  }
}

/** A page of a site that leads to another, both by the paths of their folders, "fy24/results/". */
export interface SiteRedirect {
  readonly from: string
  readonly to: string
  /** Whether it will never lead elsewhere. */
  readonly isLasting: boolean
}

const addressOf = (path: string): string =>
  path
    .split('/')
    .map((part) => (part === '*' ? part : encodeURIComponent(part).replace(/[!'()*~]/g, encodeSign)))
    .join('/')

const encodeSign = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

/**
 * Redirects as Netlify and Cloudflare read them: the first that matches holds. Netlify gives a page that is there before it looks at
 * them, and those pages lead on by themselves.
 */
const redirectsFile = (root: string, redirects: readonly SiteRedirect[]): string =>
  redirects
    .map(({ from, to, isLasting }) => `${root}${addressOf(from)} ${root}${addressOf(to)} ${isLasting ? 301 : 302}\n`)
    .join('')

/** Headers as Vercel reads them: of two rules that match, the later one holds. */
function vercelFile(root: string, redirects: readonly SiteRedirect[]): string {
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
  const moved = redirects.map(({ from, to, isLasting }) => ({
    source: `${root}${addressOf(from).replace('*', ':path*')}`,
    destination: `${root}${addressOf(to)}`,
    permanent: isLasting,
  }))
  return `${JSON.stringify({ trailingSlash: true, redirects: moved, headers: rules }, null, 1)}\n`
}

export const redirectsName = '_redirects'

/** What hosts of static files read at the root of a site, and some of them do not serve. */
export const hostFileNames: ReadonlySet<string> = new Set(['_headers', redirectsName, 'vercel.json'])

/** Those files. */
export function hostFiles(base: string | null, redirects: readonly SiteRedirect[]): readonly SiteFile[] {
  const root = base === null ? '/' : new URL(base).pathname
  return [
    { path: '_headers', content: headersFile(root) },
    { path: redirectsName, content: redirectsFile(root, redirects) },
    { path: 'vercel.json', content: vercelFile(root, redirects) },
  ]
}
