import { escapeHtml } from '../format/html.ts'
import { revisionName, themeId } from './address.ts'

/** What the document around the slides needs to know. */
export interface PageFrame {
  readonly language: string
  readonly title: string
  readonly description: string
  /** Where the deck is hosted; without it there are no social tags. */
  readonly address?: string
  readonly favicon: string // address of the icon
  readonly fonts?: string // address of the style sheet with letters beyond Latin
  readonly picture?: string // address of the social picture, relative to the deck's
  readonly policy?: string // Content-Security-Policy
  readonly revision?: number // of the deck, while developing
}

const meta = (key: 'name' | 'property' | 'http-equiv', name: string, content: string): string =>
  `<meta ${key}="${name}" content="${escapeHtml(content)}">`

function socialTags({ address, title, description, picture }: PageFrame): string[] {
  if (!address) return []
  const tags = [
    `<link rel="canonical" href="${escapeHtml(address)}">`,
    meta('property', 'og:type', 'website'),
    meta('property', 'og:url', address),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('name', 'twitter:card', picture ? 'summary_large_image' : 'summary'),
  ]
  return picture ? [...tags, meta('property', 'og:image', new URL(picture, address).href)] : tags
}

function headTags(frame: PageFrame): string[] {
  return [
    '<meta charset="utf-8">',
    ...(frame.policy ? [meta('http-equiv', 'Content-Security-Policy', frame.policy)] : []),
    meta('name', 'viewport', 'width=device-width, initial-scale=1'),
    `<title>${escapeHtml(frame.title)}</title>`,
    meta('name', 'description', frame.description),
    ...socialTags(frame),
    `<link rel="icon" href="${escapeHtml(frame.favicon)}">`,
    ...(frame.fonts === undefined ? [] : [`<link rel="stylesheet" href="${escapeHtml(frame.fonts)}">`]),
    ...(frame.revision === undefined ? [] : [meta('name', revisionName, String(frame.revision))]),
  ]
}

const mark = { language: 'quarterdeck-language', head: '<!--quarterdeck-head-->', body: '<!--quarterdeck-body-->' }

/** The document before a deck is known: all that Vite parses, so that bundling need not wait for the compiler. */
export function emptyDocument(entry: string): string {
  return `<!doctype html>
<html lang="${mark.language}">
<head>
${mark.head}
<link rel="stylesheet" href="${themeId}">
<script type="module" src="${entry}"></script>
</head>
<body>
${mark.body}
</body>
</html>
`
}

/** Puts head and slides into the empty document. */
export function fillDocument(document: string, frame: PageFrame, body: string): string {
  return document
    .replace(mark.language, () => escapeHtml(frame.language))
    .replace(mark.head, () => headTags(frame).join('\n'))
    .replace(mark.body, () => body)
}
