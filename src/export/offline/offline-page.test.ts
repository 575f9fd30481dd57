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

test('a picture that is shown again has its data once, that of a chart in fewer letters', () => {
  const bars = '<rect x="1" fill="red"/><rect x="2" fill="red"/>'.repeat(20)
  const still = '<img class="chart-still" src="./chart.svg" alt="Costs &gt; 1">'
  const html = offlinePage({
    document: `<html><head></head><body>${still}<img alt="" src="./none.svg">${still}</body></html>`,
    script: '',
    styles: [],
    blocks: [],
    licences: '',
    read: (path) => (path === 'chart.svg' ? Buffer.from(`<svg><title>Costs &gt; 1</title>${bars}</svg>`) : undefined),
  })
  const [, data = ''] = /<img class="chart-still" data-first="0" src="([^"]*)" alt="Costs &gt; 1">/.exec(html) ?? []
  expect(drawn(data)).toBe(`<svg><g fill='red'>${"<rect x='1'/><rect x='2'/>".repeat(20)}</g></svg>`)
  expect(html).toContain('<img alt="" src="./none.svg"><img class="chart-still" data-same="0" alt="Costs &gt; 1">')
})
