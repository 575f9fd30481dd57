import { escapeHtml } from '../../format/html.ts'
import { contentPolicy } from '../../model/hosted/content-policy.ts'

/** The head of a page around the decks. Addresses are relative to the page, or whole. */
export interface PageHead {
  readonly language: string
  readonly title: string
  readonly description?: string
  readonly canonical?: string
  readonly styles?: readonly string[]
  /** Whether search engines should leave it out. */
  readonly isHidden?: boolean
  /** Further elements, as HTML. */
  readonly further?: readonly string[]
}

const attribute = (name: string, value: string): string => `${name}="${escapeHtml(value)}"`

export const metaTag = (key: 'name' | 'property' | 'http-equiv', name: string, content: string): string =>
  `<meta ${key}="${name}" ${attribute('content', content)}>`

export const linkTag = (rel: string, href: string, more = ''): string =>
  `<link rel="${rel}" ${attribute('href', href)}${more}>`

/** A link with plain text. */
export const anchor = (href: string, text: string): string => `<a ${attribute('href', href)}>${escapeHtml(text)}</a>`

/** A record for search engines: a block of data, which no policy takes for a script. */
export const jsonLd = (record: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...record }).replaceAll('<', '\\u003c')}</script>`

/** Else browsers ask the root of the host for one. */
const noIcon = '<link rel="icon" href="data:,">'

/** A whole page; `body` is HTML. */
export function sitePage(head: PageHead, body: string): string {
  const { language, title, description, canonical, styles = [], isHidden = false, further = [] } = head
  return [
    '<!doctype html>',
    `<html ${attribute('lang', language)}>`,
    '<head>',
    '<meta charset="utf-8">',
    metaTag('http-equiv', 'Content-Security-Policy', contentPolicy),
    metaTag('name', 'viewport', 'width=device-width, initial-scale=1'),
    `<title>${escapeHtml(title)}</title>`,
    ...(description === undefined ? [] : [metaTag('name', 'description', description)]),
    ...(isHidden ? [metaTag('name', 'robots', 'noindex')] : []),
    ...(canonical === undefined ? [] : [linkTag('canonical', canonical)]),
    ...styles.map((href) => linkTag('stylesheet', href)),
    ...(further.some((tag) => tag.startsWith('<link rel="icon"')) ? [] : [noIcon]),
    ...further,
    '</head>',
    '<body>',
    body,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
