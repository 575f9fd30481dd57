import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { cutFonts } from './offline-fonts.ts'

const file = createRequire(import.meta.url).resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')
const inter = readFileSync(file)
const read = (path: string): Buffer | undefined => (path === 'assets/inter.woff2' ? inter : undefined)
const cut = (face: string, rules = ''): Promise<ReadonlyMap<string, Buffer>> =>
  cutFonts([{ path: 'assets/index.css', text: `@font-face{${face}}${rules}` }], 'text', read)
const variable = 'font-family:Inter;font-weight:100 900;src:url(./inter.woff2)format("woff2")'

describe('fonts in one file', () => {
  test('have the weights that style sheets ask for, and no others', async () => {
    const usual = (await cut(variable, 'h2{font-weight:600}')).get('assets/inter.woff2')
    expect(usual?.length).toBeLessThan(inter.length * 0.7)
    const wider = (await cut(variable, 'h2{font-weight:250}p{font:900 20px Inter}')).get('assets/inter.woff2')
    expect(wider?.length).toBeGreaterThan((usual?.length ?? 0) * 1.1)
    expect(await cut(variable, 'h2{font-weight:600}')).toEqual(new Map([['assets/inter.woff2', usual]]))
  })

  test.each([
    ['one weight', 'font-family:A;font-weight:400;src:url(./inter.woff2)', ''],
    ['weights that are asked for', 'font-family:A;font-weight:400 700;src:url(./inter.woff2)', ''],
    ['weights from the least to the largest that are asked for', variable, 'p{font-weight:100}b{font-weight:900}'],
    ['no file', 'font-family:A;font-weight:100 900;src:url(./none.woff2)', ''],
    ['only fonts of the system', 'font-family:A;font-weight:100 900;src:local(Arial)', ''],
  ])('stay as they are with %s', async (_, face, rules) => {
    expect(await cut(face, rules)).toEqual(new Map())
  })
})
