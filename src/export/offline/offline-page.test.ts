import { expect, test } from 'vitest'
import { offlinePage } from './offline-page.ts'

const svg = `<svg xmlns="http://www.w3.org/2000/svg">\n<style>rect { fill: url(#a) }</style><text>50% </head> \\ it's & ü (1)</text></svg>`

const page = offlinePage({
  document: '<html><head><link rel="icon" href="./icon.svg"></head><body><img alt="" src="./mark.svg"></body></html>',
  script: 'void 0',
  styles: [{ path: 'assets/index.css', text: ".a { background: url('../mark.svg') }" }],
  blocks: [],
  licences: '',
  read: (path) => (path.endsWith('.svg') ? Buffer.from(svg) : undefined),
})

/** What a browser takes an address for. */
const drawn = (address = ''): string => decodeURIComponent(address.replace('data:image/svg+xml;charset=utf-8,', ''))

test('drawings stand in the page as they are, in an element as in a style sheet, and end neither', () => {
  const [, icon] = /<link rel="icon" href="([^"]*)">/.exec(page) ?? []
  const [, image] = /<img alt="" src="([^"]*)">/.exec(page) ?? []
  const [, background] = /\.a \{ background: url\("([^"\n\\]*)"\) \}/.exec(page) ?? []
  expect([icon, image, background].map(drawn)).toEqual([svg, svg, svg])
  expect(page.match(/<\/(?:head|style|body)>/g)).toEqual(['</style>', '</head>', '</body>'])
})
