/** A link of a page: to a path of the site, and to a place there. */
export interface PageLink {
  readonly path: string // e.g. "fy24/index.html"
  readonly anchor: string // "" for the whole page
  readonly written: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The text of an attribute as it was before it was escaped. */
export const unescapeHtml = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')

const tag = /<([a-z][a-z0-9-]*)\b[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/gi
const attribute = /\s([a-z:-]+)=(?:"([^"]*)"|'([^']*)')/gi

/** The attributes of each element of a page; what stands in scripts and comments is none. */
function elementsOf(
  html: string,
): readonly { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[] {
  const text = html.replace(/(<script\b[^>]*>)[\s\S]*?<\/script>|<!--[\s\S]*?-->/gi, (_, open: string = '') => open)
  return [...text.matchAll(tag)].map(([element, name = '']) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...element.matchAll(attribute)].map(([, key = '', double, single]) => [
        key.toLowerCase(),
        unescapeHtml(double ?? single ?? ''),
      ]),
    ),
  }))
}

/** What a browser would ask for: "/" at the end of a path is its index page. */
const filePath = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path)

/** The path in the site that an address leads to from a page; undefined for addresses elsewhere. `root` is the site's path on its host. */
function siteLink(written: string, from: string, root: string | undefined): PageLink | undefined {
  if (written === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) return undefined
  if (written.startsWith('/') && root === undefined) return undefined
  const top = `http://site${root ?? '/'}`
  if (!URL.canParse(written, top + from)) return undefined
  const url = new URL(written, top + from)
  if (!url.href.startsWith(top)) return { path: url.pathname, anchor: '', written }
  const path = decodeURIComponent(url.href.slice(top.length).replace(/[?#].*$/s, ''))
  return { path: filePath(path), anchor: decodeURIComponent(url.hash.slice(1)), written }
}

/** What a page of the site says of itself and of others. */
export interface PageFacts {
  readonly ids: ReadonlySet<string>
  readonly links: readonly PageLink[]
  /** Where it leads on to by itself. */
  readonly redirect: PageLink | undefined
}

/** Reads a page: its anchors and every address of the site in it. `from` is its path, `root` the path of the site on its host. */
export function readPage(html: string, from: string, root: string | undefined): PageFacts {
  const elements = elementsOf(html)
  const link = (written: string | undefined): readonly PageLink[] => {
    const found = written === undefined ? undefined : siteLink(written, from, root)
    return found ? [found] : []
  }
  const refresh = elements.find(({ attributes }) => attributes.get('http-equiv')?.toLowerCase() === 'refresh')
  const [redirect] = link(/url=(.*)$/i.exec(refresh?.attributes.get('content') ?? '')?.[1])
  return {
    ids: new Set(elements.flatMap(({ attributes }) => attributes.get('id') ?? [])),
    links: elements.flatMap(({ attributes }) => [
      ...link(attributes.get('href')),
      ...link(attributes.get('src')),
      ...link(attributes.get('poster')),
    ]),
    redirect,
  }
}
