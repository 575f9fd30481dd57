import { describe, expect, it } from 'vitest'
import { changed, textOf } from '../../../tests/errors/_broken.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { compile } from '../compile.ts'

const findings = (files: readonly SourceFile[], letters = ''): readonly string[] =>
  compile(files, { edition: 'public', fonts: { has: (code) => letters.includes(String.fromCodePoint(code)) } })
    .diagnostics.filter(({ code }) => code === 'missing-font' || code === 'unsupported-script')
    .map(({ message, place }) => `${message} ${place.path}:${place.cell ?? `${place.line}:${place.column}`}`)

const slide = (body: string, title = 'One'): string => `---\nlayout: points\ntitle: ${title}\n---\n${body}\n`
const at = (path: string, text: string, letters?: string): readonly string[] =>
  findings(changed({ [path]: text }), letters)

const one = 'slides/010-one.md'

describe('text in a script that no font of the deck has', () => {
  it.each([
    ['a slide', one, slide('Growth in ประเทศไทย again'), 'missing font for "ประเทศไทย" (Thai)', '5:11'],
    ['a title', one, slide('Text', 'संख्या'), 'missing font for "संख्या" (Devanagari)', '3:8'],
    ['emoji', one, slide('Up 🚀'), 'missing font for "🚀" (emoji)', '5:4'],
    ['a sign made an emoji', one, slide('Sun ☀\uFE0F'), 'missing font for "☀\uFE0F" (emoji)', '5:5'],
    ['full-width digits', one, slide('１２%'), 'missing font for "１２" (Chinese or Japanese)', '5:1'],
    ['a label', 'data/metrics.yaml', 'metrics:\n  a: {label: 순이익}\n', 'missing font for "순이익" (Korean)', '2:14'],
    ['a table', 'data/tables/sites.csv', 'name,at\nA,東京\n', 'missing font for "東京" (Chinese or Japanese)', '2:3'],
    [
      'a template',
      'templates/layouts/points.hbs',
      '<h2>{{title}} მ</h2>{{body}}',
      'missing font for "მ" (Georgian)',
      '1:15',
    ],
    ['a long one', one, slide('東'.repeat(40)), `missing font for "${'東'.repeat(12)}…" (Chinese or Japanese)`, '5:1'],
  ])('is an error at its place: %s', (_, path, text, message, place) => {
    expect(at(path, text)[0]).toBe(`${message} ${path}:${place}`)
  })

  it.each([
    ['松嶺光電', /noto-sans-jp"\] \(Chinese: noto-sans-tc or noto-sans-sc\)/],
    ['売上のまとめ', /noto-sans-jp"\] for/],
    ['ㄅㄆ', /noto-sans-tc"\] for/],
    ['매출액', /noto-sans-kr"\] for/],
  ])('names a package that has its letters: %s', (text, hint) => {
    const { diagnostics } = compile(changed({ [one]: slide(text) }), { edition: 'public' })
    expect(diagnostics.find(({ code }) => code === 'missing-font')?.hint).toMatch(hint)
  })

  it('is reported once a script and file', () => {
    expect(at(one, slide('東京 大阪 ไทย ไทย'))).toHaveLength(2)
  })

  it('is an error in the cell of a workbook', () => {
    const file: SourceFile = {
      kind: 'workbook',
      path: 'data/tables/more.xlsx',
      sheets: [{ name: 'Sites', rows: [['name'], ['서울']] }],
    }
    expect(findings([...changed({}), file])).toEqual([
      'missing font for "서울" (Korean) data/tables/more.xlsx:Sites!A2',
    ])
  })

  it.each([
    ['letters of the shipped font', one, slide('Zażółć gęślą jaźń, İğdır, Tiếng Việt, Αθήνα, България, ᾿Αθῆναι')],
    ['signs that every device has', one, slide('CO₂ → △ ▲ ✓ ① ½ © ≤ №')],
    ['a comment of a slide', one, slide('<!-- 東京\n大阪 --> A')],
    ['a comment of YAML', 'data/sources.yaml', '# 東京\n{}\n'],
    ['a quotation in the file of a figure', 'data/figures/more.csv', 'metric,unit,1Q08,at\n,,,売上高\n'],
  ])('is none of %s', (_, path, text) => {
    expect(at(path, text)).toEqual([])
  })

  it('is none of letters that a font of the deck has', () => {
    expect(at(one, slide('東京と大阪'), '東京と')).toEqual([`missing font for "大阪" (Chinese or Japanese) ${one}:5:4`])
    expect(at(one, slide('東京と大阪'), '東京と大阪')).toEqual([])
  })
})

describe('text that runs from right to left', () => {
  it.each([
    ['a slide', one, slide('Sales in ישראל'), 'unsupported right-to-left text "ישראל" (Hebrew)', '5:10'],
    [
      'the settings',
      'data/deck.yaml',
      `${textOf('data/deck.yaml')}fields: {name: شركة}\n`,
      'unsupported right-to-left text "شركة" (Arabic)',
      '',
    ],
    [
      'a quotation of a figure',
      'data/figures/more.csv',
      'metric,unit,1Q08,at\n,,,مبيعات\n',
      'unsupported right-to-left text "مبيعات" (Arabic)',
      '2:4',
    ],
    ['a sign that turns text round', one, slide('A \u202E b'), 'unsupported right-to-left text "\u202E"', '5:3'],
  ])('is an error at its place: %s', (_, path, text, message, place) => {
    expect(at(path, text, 'شركةמ')[0]).toContain(`${message} ${path}:${place}`)
  })

  it.each([
    ['\u0661\u0662', 'missing font for "\u0661\u0662" (Arabic)'],
    ['\u06f1\u06f2', 'missing font for "\u06f1\u06f2" (Arabic)'],
  ])('is none of digits: %s', (digits, message) => {
    expect(at(one, slide(`Unit ${digits} opened`)).map((found) => found.replace(/ slides.*$/, ''))).toEqual(
      message === '' ? [] : [message],
    )
  })
})
