import { expect, test } from 'vitest'
import { prefixIds } from './svg-ids.ts'

test.each([
  ['<clipPath id="c1"/>', '<clipPath id="x-c1"/>'],
  ['<g clip-path="url(#c1)"/>', '<g clip-path="url(#x-c1)"/>'],
  [
    "<g style='fill:url(&quot;#c1&quot;)' mask=\"url('#c2')\"/>",
    "<g style='fill:url(&quot;#x-c1&quot;)' mask=\"url('#x-c2')\"/>",
  ],
  ['<use href="#a"/><use xlink:href="#b"/>', '<use href="#x-a"/><use xlink:href="#x-b"/>'],
  ["<g id='a'/><use href='#a'/>", "<g id='x-a'/><use href='#x-a'/>"],
  ['<rect fill="#0a5aa0"/>', '<rect fill="#0a5aa0"/>'],
])('ids and references to them carry the chart’s id: %s', (svg, expected) => {
  expect(prefixIds(svg, 'x')).toBe(expected)
})
