import { describe, expect, test } from 'vitest'
import { unsafeParts } from './unsafe-pictures.ts'

const found = (svg: string): readonly string[] =>
  unsafeParts('public/x.svg', svg).map(({ message, place }) => `${place.line}:${place.column} ${message}`)

describe('an SVG file that is published', () => {
  test.each([
    ['<svg>\n  <script>alert(1)</script></svg>', 'a script', '2:3'],
    ['<svg><svg:script/></svg>', 'a script', '1:6'],
    ['<svg onload="x()">', 'a handler of events', '1:6'],
    ['<svg><rect\nONCLICK = "x()"/></svg>', 'a handler of events', '2:1'],
    ['<svg><a href="javascript:x()"/></svg>', 'a script', '1:15'],
    ['<svg><image href="https://elsewhere.example/a.png"/></svg>', 'a reference to elsewhere', '1:13'],
    ["<svg><use xlink:href='other.svg#a'/></svg>", 'a reference to elsewhere', '1:11'],
    ['<svg><image href="data:image/svg+xml,<svg/>"/></svg>', 'a reference to elsewhere', '1:13'],
    ['<svg><rect fill="url(https://elsewhere.example/#a)"/></svg>', 'a reference to elsewhere', '1:18'],
    ['<svg><style>@import "x.css";</style></svg>', 'a style sheet from elsewhere', '1:13'],
    ['<svg><foreignObject/></svg>', 'a page within', '1:6'],
    ['<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', 'an entity', '1:16'],
    ['<svg><set attributeName="href" to="x"/></svg>', 'an animated reference', '1:11'],
  ])('may not hold what runs or comes from elsewhere: %s', (svg, what, place) => {
    expect(found(svg)).toContain(`${place} unsupported "public/x.svg": it holds ${what}`)
  })

  test.each([
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><use href="#a" xlink:href="#a"/></svg>',
    '<svg><image href="data:image/png;base64,AAAA"/><rect fill="url(#a)" style="fill: url(\'#b\')"/></svg>',
    '<svg><!-- <script> onload= href="https://x" --><text>once = on = 1, description</text></svg>',
    '<svg><linearGradient xlink:href="#b"/><animate attributeName="opacity"/></svg>',
  ])('may hold what is its own: %s', (svg) => {
    expect(found(svg)).toEqual([])
  })
})
