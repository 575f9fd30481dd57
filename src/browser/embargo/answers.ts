import { contentPolicy } from '../../model/hosted/content-policy.ts'
import { openedTags } from '../../model/hosted/sealed.ts'
import type { OpenedFiles } from './opened.ts'

const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  md: 'text/plain; charset=utf-8',
  mp4: 'video/mp4',
  otf: 'font/otf',
  pdf: 'application/pdf',
  png: 'image/png',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
  webm: 'video/webm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
  zip: 'application/zip',
}

/** Nothing keeps what was decrypted, and no other site learns where it was read. */
const always = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
} as const

const publicTags = /<link rel="canonical"[^>]*>\n?|<meta (?:property="og:|name="twitter:)[^>]*>\n?/g

/** A page while it is under embargo: nothing says where it will be, and the first of its scripts holds the key for the worker. */
const embargoedPage = (html: string, folder: string): string =>
  html.replace(publicTags, '').replace('<head>', (head) => head + openedTags(folder))

/** What a server would answer: `folder` is the path of the embargoed folder on its host, "/ir/e/…/", `path` a path in it. */
export function answerOf(files: OpenedFiles, folder: string, path: string): Response {
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path
  const file = files.get(name)
  const page = (body: BodyInit, status: number, type: string): Response => {
    const policy = `${contentPolicy}; frame-ancestors ${/(?:^|\/)embed\//.test(path) ? "'self'" : "'none'"}`
    return new Response(body, {
      status,
      headers: { ...always, 'Content-Type': type, 'Content-Security-Policy': policy },
    })
  }
  if (file === undefined && files.has(`${name}/index.html`))
    return new Response(null, { status: 301, headers: { Location: `${folder}${name}/` } })
  if (file === undefined) return page('404', 404, 'text/plain; charset=utf-8')
  const type = types[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
  return page(name.endsWith('.html') ? embargoedPage(new TextDecoder().decode(file), folder) : file, 200, type)
}
