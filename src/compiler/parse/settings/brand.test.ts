import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { base, changed, textOf } from '../../../../tests/errors/_broken.ts'
import { themeFrom } from '../../../charts/colors/theme.ts'
import { contrast } from '../../../format/colors/color.ts'
import { compile } from '../../compile.ts'
import { brandSheet, readBrand } from './brand.ts'

const sheet = readFileSync(new URL('../../../../templates/brand.css', import.meta.url), 'utf8')
const settings = (brand: string) => changed({ 'data/deck.yaml': `${textOf('data/deck.yaml')}brand:\n${brand}` })
const found = (brand: string, pictures: readonly string[] = []): readonly string[] =>
  compile(settings(brand), { edition: 'public', pictures: new Set(pictures) }).diagnostics.map(
    ({ code, message, place }) => `${code} ${place.line} ${message}`,
  )

describe('the brand', () => {
  test('is a style sheet of its colours, and of what follows from them', () => {
    const brand = readBrand(settings('  colors: {on-deep: "#FFFFFF", charts: ["#87929e", "#7a1030"], up: "#07604e"}\n'))
    expect(brand && brandSheet(brand.brand)).toBe(
      [
        ':root{--qd-chart-1:#7a1030;--qd-chart-total:#7a1030;--qd-on-chart-1:#ffffff;--qd-deep-chart-1:#f7c0d1;--qd-deep-chart-total:#f7c0d1;',
        '--qd-chart-7:#0a5aa0;--qd-chart-down:#6b4f00;--qd-deep-chart-7:#9fd3ff;--qd-deep-chart-down:#f2cd6b;',
        '--qd-deep-chart-up:#b5cfca;--qd-on-deep:#ffffff;--qd-chart-0:#87929e;--qd-chart-up:#07604e}\n',
      ].join(''),
    )
  })

  const colorsOf = (colors: string): Readonly<Record<string, string>> =>
    readBrand(settings(`  colors: {${colors}}\n`))?.brand.properties ?? {}

  test.each(['#7a1030', '#0a5aa0', '#c4002f', '#e2001a', '#1f6b4f', '#5b2d8e', '#333333', '#006a8e'])(
    'of %s alone gives charts, tint and dark ground its hue, all of which can be read',
    (color) => {
      const own = colorsOf(`brand: "${color}"`)
      expect(found(`  colors: {brand: "${color}"}\n`)).toEqual([])
      expect(own['--qd-chart-total']).toBe(own['--qd-chart-1'])
      expect(own['--qd-chart-1']).toBe(own['--qd-brand'])
      expect(contrast(own['--qd-chart-1'] ?? '', '#ffffff')).toBeGreaterThanOrEqual(6.5)
      expect(contrast(own['--qd-deep'] ?? '', '#ffffff')).toBeGreaterThanOrEqual(16)
      expect(contrast(own['--qd-brand'] ?? '', own['--qd-tint'] ?? '')).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('with a dark ground draws its charts in light colours on it, in its own first', () => {
    const own = colorsOf('ground: "#101820", ink: "#ffffff", muted: "#b9c9d9", brand: "#9fd3ff", accent: "#f08a45"')
    const theme = themeFrom((name) => own[name] ?? '')
    expect(theme.surfaceColor).toBe('#101820')
    expect(theme.palette[1]).toBe('#9fd3ff')
    for (const color of [...theme.palette, theme.upColor, theme.downColor, theme.lineColor, theme.textColor])
      expect(contrast(color, '#101820')).toBeGreaterThanOrEqual(3)
    expect(contrast(own['--qd-on-brand'] ?? '', '#9fd3ff')).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['ground: "#101418", brand: "#4da3ff"', 'ground: "#101418", brand: "#e2001a"', 'brand: "#ffd400"'])(
    'of nothing but %s can be read',
    (colors) => {
      expect(found(`  colors: {${colors}}\n`)).toEqual([])
    },
  )

  test('stands on slides in one shade that can be read, and as it is given in the tab that holds no words', () => {
    const own = colorsOf('brand: "#ffd400"')
    expect(own).toMatchObject({ '--qd-brand': own['--qd-chart-1'], '--qd-mark': '#ffd400' })
    expect(contrast(own['--qd-brand'] ?? '', '#ffffff')).toBeGreaterThanOrEqual(6.5)
    expect(colorsOf('brand: "#0a5aa0"')).not.toHaveProperty('--qd-mark')
  })

  test('with charts of its own is on slides as it is given, and their blocks have words that can be read', () => {
    const own = colorsOf('brand: "#e2001a", charts: ["#87929e", "#ffd400"]')
    expect(own).toMatchObject({ '--qd-brand': '#e2001a', '--qd-chart-1': '#ffd400' })
    expect(contrast(own['--qd-on-chart-1'] ?? '', '#ffd400')).toBeGreaterThanOrEqual(4.5)
  })

  test('keeps each colour that it gives', () => {
    const given = { brand: '#7a1030', deep: '#101020', tint: '#fff4f6', total: '#333333', 'on-deep-muted': '#cccccc' }
    const own = colorsOf(
      Object.entries(given)
        .map(([name, color]) => `${name}: "${color}"`)
        .join(', '),
    )
    const { total, ...plain } = given
    expect(own).toMatchObject({
      '--qd-chart-total': total,
      ...Object.fromEntries(Object.entries(plain).map(([name, color]) => [`--qd-${name}`, color])),
    })
  })

  test.each([
    ['ink', 'ground'],
    ['tint', 'brand'],
    ['on-deep-muted', 'deep'],
    ['deep', 'on-deep'],
    ['deep', 'on-deep-accent'],
  ])('what it does not say is taken from templates/brand.css: its %s on a %s', (name, other) => {
    const [, color = ''] = new RegExp(`--qd-${other}: (#\\w+);`).exec(sheet) ?? []
    expect(found(`  colors: {${name}: "${color}"}\n`).join('\n')).toContain(
      `invalid contrast of ${color} on ${color}: 1.0 : 1`,
    )
  })

  test('is nothing to a deck without one', () => {
    expect(readBrand(base)).toBeUndefined()
  })

  test.each([
    ['colors: {brand: "#0a5aa0", ink: "#0b1f33", deep: "#101020"}', ''],
    [
      'colors: {ink: "#808080"}',
      'low-contrast 9 invalid contrast of #808080 on #ffffff: 3.9 : 1, at least 7 : 1 is needed',
    ],
    [
      'colors: {ground: "#0b1f33", ink: "#ffffff", muted: "#b9c9d9", brand: "#7ab8f0", accent: "#f08a45", tint: "#1c3350"}',
      '',
    ],
    ['colors: {brand: "#ffffff"}', /low-contrast 9 .*#ffffff on #ffffff: 1\.0 : 1, at least 1\.1/],
    ['colors: {brand: "#fdfdf8"}', /low-contrast 9 .*#fdfdf8 on #ffffff: 1\.0 : 1, at least 1\.1/],
    ['colors: {brand: "#101820", ground: "#101418"}', /low-contrast 9 .*#101820 on #101418: 1\.0 : 1, at least 1\.1/],
    ['colors: {brand: "#ffff00"}', ''],
    ['colors: {deep: "#ffffff"}', /low-contrast 9 .* on #ffffff: 1\.\d : 1/],
    ['colors: {deep-charts: ["#0a5aa0"]}', /low-contrast 9 .*#0a5aa0 on #0b1f33: 2\.4 : 1, at least 3/],
    ['colors: {charts: ["#eeeeee"]}', /low-contrast 9 .*#eeeeee on #ffffff: 1\.2 : 1, at least 3/],
    [
      'colors: {deep: "#3b5876", on-deep-muted: "#ffffff", on-deep-accent: "#ffffff", charts: ["#87929e", "#d08020"]}',
      /low-contrast 9 .*#ffffff on #977141: 4\.4 : 1, at least 4\.5/,
    ],
    ['colors: {brand: red}', /invalid-value 9 /],
    ['logo: logo.svg', /missing-picture 9 /],
    ['cover: ../secret.png', /unsupported-link 9 /],
  ])('%s', (line, expected) => {
    const [first = '', ...more] = found(`  ${line}\n`)
    if (typeof expected === 'string') expect(first).toBe(expected)
    else expect(first).toMatch(expected)
    if (expected === '') expect(more).toEqual([])
  })

  test('gives layouts its pictures', () => {
    const { deck, diagnostics } = compile(settings('  logo: {light: a.svg, dark: b.svg}\n  cover: c.jpg\n'), {
      edition: 'public',
      pictures: new Set(['a.svg', 'b.svg', 'c.jpg']),
    })
    expect(diagnostics).toEqual([])
    expect(deck?.head).toMatchObject({ logo: 'a.svg', logoOnDark: 'b.svg', coverPicture: 'c.jpg' })
  })
})
