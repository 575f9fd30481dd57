import { expect, test } from 'vitest'
import { offlinePage } from './offline-page.ts'

const drawing = (quote: string): string =>
  `<svg xmlns=${quote}http://www.w3.org/2000/svg${quote}>\n<style>rect { fill: url(#a) }</style><g id="a" font-family='"A"'/><text>50% </head> \\ it's & a="b" ü (1)</text></svg>`
const svg = drawing('"')

const page = offlinePage({
  document:
    '<html><head><link rel="icon" href="./icon.svg"></head><body class="a"><img alt="" src="./mark.svg"></body></html>',
  script: 'void 0',
  styles: [{ path: 'assets/index.css', text: ".a { background: url('../mark.svg') }" }],
  blocks: [],
  licences: '',
  read: (path) => (path.endsWith('.svg') ? Buffer.from(svg) : undefined),
})

/** What a browser takes an address for. */
const drawn = (address = ''): string => decodeURIComponent(address.replace('data:image/svg+xml;charset=utf-8,', ''))

test('drawings stand in the page as they are but for the quotes of attributes, in an element as in a style sheet, and end neither', () => {
  const [, icon] = /<link rel="icon" href="([^"]*)">/.exec(page) ?? []
  const [, image] = /<img alt="" src="([^"]*)">/.exec(page) ?? []
  const [, background] = /\.a \{ background: url\("([^"\n\\]*)"\) \}/.exec(page) ?? []
  expect([icon, image, background].map(drawn)).toEqual(Array(3).fill(drawing("'")))
  expect(page.match(/<\/(?:head|style|body)>/g)).toEqual(['</style>', '</head>', '</body>'])
})
