import { escapeHtml } from '../../format/html.ts'
import { unescapeHtml } from '../check/links.ts'
import { anchor } from './html.ts'

const opening = '<aside class="qd-notice" role="note">'
const noticePattern = /<aside class="qd-notice" role="note">[^\n]*<\/aside><!--canonical:([^\n]*?)-->\n/

/** What was the canonical address, in a comment that nothing in it can end. */
const kept = (canonical: string): string => escapeHtml(canonical).replaceAll('-', '&#45;')
const unkept = (text: string): string => unescapeHtml(text.replaceAll('&#45;', '-'))

const canonicalTag = /<link rel="canonical" href="([^"]*)">/

interface Notice {
  readonly text: string
  readonly link: string
  readonly href: string
  /** The canonical address from now on, where it is another; pages that had none get none. */
  readonly canonical?: string
}

/** A published page with a notice as the first thing in its body, and the canonical address that it has from now on. */
export function withNotice(html: string, { text, link, href, canonical }: Notice): string {
  const [, before = ''] = canonicalTag.exec(html) ?? []
  const element = `${opening}${escapeHtml(text)} ${anchor(href, link)}</aside><!--canonical:${kept(before)}-->\n`
  return html
    .replace(canonicalTag, (tag) =>
      canonical === undefined ? tag : `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    )
    .replace(/<body>\n/, (body) => body + element)
}

/** The page as it was before its notice. */
export function withoutNotice(html: string): string {
  const [, before] = noticePattern.exec(html) ?? []
  if (before === undefined) return html
  return html.replace(noticePattern, '').replace(canonicalTag, () => `<link rel="canonical" href="${unkept(before)}">`)
}
