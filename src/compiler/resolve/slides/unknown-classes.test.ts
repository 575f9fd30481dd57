import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changed } from '../../../../tests/errors/_broken.ts'
import { compile } from '../../compile.ts'
import { parseTemplates } from '../../parse/templates/layouts.ts'

const templates = join(import.meta.dirname, '..', '..', '..', '..', 'templates')
const shipped = readdirSync(join(templates, 'layouts')).map((name) => ({
  path: `templates/layouts/${name}`,
  text: readFileSync(join(templates, 'layouts', name), 'utf8'),
}))
const { layouts } = parseTemplates(shipped).value

/** Findings of a slide of the shipped layouts, and of one of a company's own without a list of classes. */
function findings(layout: string, classes: string, own?: readonly string[]) {
  const files = changed({
    ...Object.fromEntries(shipped.map(({ path, text }) => [path, text])),
    'templates/layouts/quote.yaml': 'needs: {title: true}\n',
    'templates/layouts/quote.hbs': '<h2>{{title}}</h2>\n',
    'slides/020-two.md': `---\nlayout: ${layout}\ntitle: Two\nclass: ${classes}\n---\n- A point\n`,
  })
  const { diagnostics } = compile(files, { edition: 'public', ...(own && { classes: new Set(own) }) })
  return diagnostics.filter(({ code }) => code === 'unknown-class')
}

describe('a class of a slide', () => {
  test.each([
    ['points', 'three', undefined],
    ['points', 'dense dark', undefined],
    ['points', 'boxed', ['boxed']],
    ['quote', 'anything', undefined],
  ])('that layout %s or a style sheet knows passes: %s', (layout, classes, own) => {
    expect(findings(layout, classes, own)).toEqual([])
  })

  test('that nothing knows is a warning with the nearest one', () => {
    expect(findings('chart-and-points', 'narrow alligned').map(({ severity, hint }) => [severity, hint])).toEqual([
      ['warning', expect.stringContaining('did you mean "aligned"?')],
    ])
    expect(findings('points', 'boxd', ['boxed'])[0]?.hint).toContain('did you mean "boxed"?')
  })

  test('of another layout is a warning that names that one', () => {
    expect(findings('kpis', 'climb')[0]?.hint).toContain('layout "grid" has it; ')
    expect(findings('tiles', 'large')[0]?.hint).toContain(
      'layouts "cards", "chart-and-points", "company-table" and others have it; ',
    )
  })
})

/** Classes that the theme sets beside a layout's own name; those that the engine gives slides itself aside. */
function styled(layout: string): readonly string[] {
  const sheets = readdirSync(join(templates, 'theme')).map((name) =>
    readFileSync(join(templates, 'theme', name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
  )
  const beside = new RegExp(String.raw`\.layout-${layout}((?:\.[a-z][\w-]*)+)`, 'g')
  const found = sheets.flatMap((sheet) => [...sheet.matchAll(beside)].flatMap(([, names = '']) => names.split('.')))
  const byEngine = ['', 'alone', 'high', 'roomy', 'one-line', `layout-${layout}`]
  return found.filter((name) => !byEngine.includes(name))
}

describe.each([...layouts.values()])('layout $name', ({ name, variants, classes }) => {
  test('lists every class that its contract, its description or the theme knows', () => {
    const text = shipped.find(({ path }) => path.endsWith(`/${name}.yaml`))?.text ?? ''
    const ofVariants = Object.keys(variants).flatMap((key) => key.split(' '))
    const known = [...ofVariants, ...styled(name)].filter((each) => each !== 'dark' && each !== 'dense')
    expect(known.filter((each) => !classes?.has(each))).toEqual([])
    const [, described = ''] = /^description: .*?\bClass(?:es)?:? (.*)$/m.exec(text) ?? []
    expect([...(classes ?? [])].filter((each) => !described.includes(each.replace(/\d$/, '')))).toEqual([])
  })
})
