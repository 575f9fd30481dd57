import { createHash } from 'node:crypto'
import { escapeHtml } from '../../format/html.ts'
import { shareTexts } from '../../model/hosted/shared-texts.ts'
import { fileOf, mediaTypeOf } from '../../model/source-file.ts'
import { compactDrawing } from './chart-drawing.ts'

/** A built page, and how its files are read. */
export interface BuiltPage {
  readonly document: string // index.html
  /** All of its modules as one. */
  readonly script: string
  /** Its style sheets in order, by their paths beside the page: "assets/index.css". */
  readonly styles: readonly { readonly path: string; readonly text: string }[]
  /** Names beside the page of the JSON that its script asks for. */
  readonly blocks: readonly string[]
  readonly licences: string
  readonly read: (path: string) => Buffer | undefined
}

/** Quotes that an address may hold as they are: each of the others takes three letters. Tags that hold both kinds stay. */
const lightQuotes = (svg: string): string => svg.replace(/<[^<>']*>/g, (tag) => tag.replace(/="([^"]*)"/g, "='$1'"))

/** A drawing as an address, a third shorter than in base64; it holds nothing that would end an attribute, a text of CSS or an element. */
const drawingAddress = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${lightQuotes(svg).replace(/[%#"&\\\p{Cc}]|<(?=\/(?:head|body|style|script)|!)/giu, encodeURIComponent)}`

/** A file as an address that holds it, a drawing as `compact` has it; the address itself where there is no such file. */
function dataAddress(address: string, read: BuiltPage['read'], compact = (svg: string): string => svg): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(address)) return address
  const path = fileOf(address)
  const content = read(path)
  const type = mediaTypeOf(path)
  if (content === undefined || type === undefined) return address
  return path.toLowerCase().endsWith('.svg')
    ? drawingAddress(compact(content.toString()))
    : `data:${type};base64,${content.toString('base64')}`
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

const pathFrom = (address: string, folder: string): string =>
  decodeURIComponent(new URL(address, `file:///${folder}`).pathname.slice(1))

/** A style sheet whose fonts and pictures are in it. */
const withFiles = ({ path, text }: BuiltPage['styles'][number], read: BuiltPage['read']): string =>
  text
    .replace(/@charset "[^"]*";/i, '')
    .replace(/url\(\s*(["']?)(?!data:|#)([^)"']+)\1\s*\)/g, (whole, _, address: string) => {
      const data = dataAddress(pathFrom(address, folderOf(path)), read)
      return data.startsWith('data:') ? `url("${data}")` : whole
    })

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing is asked of any address, and only this script and this style run. */
const policyOf = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** A picture that is shown again is not written again, where it is worth a word. */
const worthSharing = 512

/** A picture of the page with its data: that of a chart says again neither its name nor how its parts are painted. */
function pictureData(tag: string, read: BuiltPage['read']): string | undefined {
  const [, address = ''] = /\ssrc="([^"]*)"/.exec(tag) ?? []
  const [, alt = ''] = /\salt="([^"]*)"/.exec(tag) ?? []
  const isChart = tag.includes(' class="chart-still"')
  const data = dataAddress(address.replaceAll('&amp;', '&'), read, (svg) => (isChart ? compactDrawing(svg, alt) : svg))
  return data.startsWith('data:') ? data : undefined
}

/** Pictures of a page with their data; those shown several times have it once. */
function withPictures(html: string, read: BuiltPage['read']): string {
  const seen = new Map<string, number>()
  return html.replace(/<img\b[^>]*>/g, (tag) => {
    const data = pictureData(tag, read)
    if (data === undefined) return tag
    const known = seen.get(data)
    if (known === undefined && data.length >= worthSharing) seen.set(data, seen.size)
    const first = data.length < worthSharing ? '' : `data-first="${seen.get(data)}" `
    const source = known === undefined ? `${first}src="${data}"` : `data-same="${known}"`
    return tag.replace(/src="[^"]*"/, () => source)
  })
}

const block = (address: string, text: string): string =>
  `<script type="application/json" data-address="${escapeHtml(address)}" data-shared>${text.replaceAll('<', '\\u003c')}</script>`

/** Kept documents stand beside a page; one file has none beside it. */
const withoutKept = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'documents' in data && Array.isArray(data.documents)
    ? { ...data, documents: data.documents.map(withoutFile) }
    : data

const withoutFile = (document: object): unknown =>
  Object.fromEntries(Object.entries(document).filter(([key]) => key !== 'file'))

/** Ends of elements inside a script or a style would end it. */
const inScript = (text: string): string => text.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')
const inStyle = (text: string): string => text.replace(/<\/(style)/gi, '<\\/$1')

/**
 * A built page as one file that needs no other and asks for nothing: one script, one style, fonts and pictures as data, JSON in
 * blocks. It runs from a disk as from a server.
 */
export function offlinePage(page: BuiltPage): string {
  const { document, read } = page
  const script = inScript(page.script.trim())
  const style = inStyle(page.styles.map((sheet) => withFiles(sheet, read)).join('\n'))
  const blocks = page.blocks.map((name) => {
    const text = read(fileOf(name))?.toString('utf8') ?? 'null'
    const data: unknown = JSON.parse(text)
    return block(name, shareTexts(/(?:^|\/)facts-[^/]*$/.test(name) ? withoutKept(data) : data))
  })
  const head = document
    .replace(/[ \t]*<script (?:type="module"|defer)[^>]*><\/script>\n?/g, '')
    .replace(/[ \t]*<link rel="(?:stylesheet|modulepreload)"[^>]*>\n?/g, '')
    .replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*(")/, (_, start: string, end: string) => {
      return `${start}${escapeHtml(policyOf(script, style))}${end}`
    })
    .replace(/(<link rel="icon" href=")([^"]*)(")/, (_, start: string, address: string, end: string) => {
      return `${start}${dataAddress(address, read)}${end}`
    })
  const licences = `<script type="text/plain" id="licences">${inScript(page.licences)}</script>`
  return withPictures(head, read)
    .replace('</head>', () => `<style>${style}</style>\n</head>`)
    .replace('</body>', () => `${blocks.join('\n')}\n${licences}\n<script type="module">${script}</script>\n</body>`)
}
