const tag = /<[a-z][^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/gi
const addressed = /(\s(?:src|href|poster|data|xlink:href)=)(["'])(.*?)\2/gi

interface Move {
  /** The way from the page to the deck's folder: "../". */
  readonly up: string
  readonly slides: ReadonlySet<string>
}

function movedAddress(address: string, { up, slides }: Move): string {
  const [, slide] = /^#\/?([^/]+)/.exec(address) ?? []
  if (slide !== undefined && slides.has(slide)) return `${up}${slide}/`
  if (address === '' || /^(?:#|\/|[a-z][a-z0-9+.-]*:)/i.test(address)) return address
  return up + address.replace(/^\.\//, '')
}

/** The renderer's own HTML for a page below the deck's: addresses lead to the same files, links to slides to their own pages. */
export const movedHtml = (html: string, move: Move): string =>
  html.replace(tag, (element) =>
    element.replace(
      addressed,
      (_, name: string, quote: string, address: string) => `${name}${quote}${movedAddress(address, move)}${quote}`,
    ),
  )
