import { expect, test } from 'vitest'
import { layoutPictures, unsafeLayouts } from './layout-pictures.ts'

const pictures = new Set(['logo.svg', 'img/a b.png'])

const found = (text: string): readonly string[] =>
  layoutPictures([{ kind: 'text', path: 'templates/layouts/own.hbs', text }], pictures).map(
    ({ code, place: { line, column, length }, message }) => `${code} ${line}:${column}+${length} ${message}`,
  )

test.each([
  ['<h2>{{title}}</h2>\n<img alt="" src="lgo.svg">', 'missing-picture 2:18+7 missing picture "lgo.svg"'],
  ["<video controls poster='still.jpg'></video>", 'missing-picture 1:25+9 missing picture "still.jpg"'],
  ['<svg><use href="sprite.svg#wave"/></svg>', 'missing-picture 1:17+15 missing picture "sprite.svg"'],
  ['<img src="/logo.svg">', 'unsupported-link 1:11+9 unsupported address "/logo.svg" of a link or picture'],
])('a picture of a layout that nobody has is an error: %s', (text, finding) => {
  expect(found(text)).toEqual([finding])
})

test.each([
  '<img src="logo.svg" alt="a > b"><img src="img/a%20b.png">',
  '<img src="{{slide.fields.picture}}">{{! <img src="old.png"> }}<!-- <img src="older.png"> -->',
  '<svg><use href="#wave"/></svg><img src="data:image/png;base64,AA"><a href="#/results">Results</a>',
])('what is there, or is known later, is fine: %s', (text) => {
  expect(found(text)).toEqual([])
})

test.each([
  ['<script>go()</script>', 'a script'],
  ['<a href="vbscript:go">', 'a script'],
  ['<img src="logo.svg" onerror="go()">', 'a handler of events'],
  ['<base href="//elsewhere.example">', 'a page within'],
  ['<p style="color: red">', 'a style of its own'],
  ['<link rel="stylesheet" href="//elsewhere.example/a.css">', 'a style of its own'],
])('what runs in a layout, or is drawn otherwise than where it was built, is an error: %s', (text, what) => {
  const [finding] = unsafeLayouts([{ kind: 'text', path: 'templates/layouts/own.hbs', text }])
  expect(finding?.message).toContain(what)
})
