import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { buildDeck } from '../../src/build/build.ts'
import { run } from '../../src/cli/main.ts'
import { newDeck } from '../../src/cli/new.ts'
import type { Edition } from '../../src/model/deck.ts'
import { testCache } from '../kept.ts'

const engine = resolve(import.meta.dirname, '../..')
const base = mkdtempSync(join(tmpdir(), 'quarterdeck-canary-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** Amounts by metric, in order of the periods; no digit of them is like that of another number of the deck. */
const periods = ['Q3 FY23', 'Q4 FY23', 'Q3 FY24', 'Q4 FY24', 'FY23', 'FY24']
const amounts: Readonly<Record<string, readonly string[]>> = {
  'revenue.services': ['61379.43', '63791.27', '69173.61', '73196.83', '246193.37', '271936.73'],
  'revenue.products': ['31937.19', '33719.41', '37193.77', '39173.29', '129371.93', '147193.39'],
  'income.operating': ['9713.67', '9371.93', '13719.47', '17391.73', '43719.61', '57193.97'],
}

const figures = (source: string): string =>
  [
    `metric,unit,${periods.join(',')},source,at,note`,
    ...Object.entries(amounts).map(
      ([metric, values]) =>
        `${metric},USD mn,${values.join(',')},${source},"page 9, ""${values[5]} in all""",Management accounts; ${values[4]} before the audit`,
    ),
  ].join('\n')

const notedAmounts = (text: string): string => `\n\nNote: ${text}\n`

interface Made {
  readonly text: string
  readonly cardsOnly: readonly { readonly fact: string; readonly printed: string | null; readonly because: string }[]
}

/** Builds a deck of these slides and gives all of its bytes. */
async function built(
  name: string,
  slides: Readonly<Record<string, string>>,
  { edition = 'public', files = {} }: { edition?: Edition; files?: Readonly<Record<string, string>> } = {},
): Promise<Made> {
  const root = join(base, name)
  const kept = Object.entries(newDeck).filter(([path]) => path.startsWith('data/'))
  const own = Object.entries(slides).map(([file, text]) => [`slides/${file}.md`, text] as const)
  const all = {
    ...Object.fromEntries(kept),
    'data/figures/results.csv': figures('S01'),
    ...Object.fromEntries(own),
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const out = join(root, 'out')
  const { built: made, diagnostics } = await buildDeck({ root, engine, edition }, { out, cache: testCache })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const text = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(out, file)).isFile())
    .map((file) => `${file}\n${readFileSync(join(out, file), 'latin1')}`)
    .join('\n')
  return { text, cardsOnly: made?.disclosed.cardsOnly ?? [] }
}

/** The leading digits of an amount, as they are or rounded up, with or without separators. */
function canaries(amount: string): RegExp {
  const digits = amount.replace('.', '')
  const whole = amount.split('.')[0] ?? ''
  const up = String(Number(digits.slice(0, 4)) + 1)
  const spaced = (text: string): string => [...text].join('[,.\u00a0]?')
  return new RegExp(`(?<![\\d.,])(${spaced(digits.slice(0, 4))}|${spaced(up)})\\d{${Math.max(0, whole.length - 4)}}`)
}

const told = (text: string): readonly string[] =>
  Object.values(amounts)
    .flat()
    .filter((amount) => canaries(amount).test(text))

const sentences = `---
layout: points
title: Revenue grew {{growth "revenue.total" "FY" decimals=0}}
---
- Operating margin of {{figure "margin.operating" "FY" decimals=0}}, and {{change "revenue.products" "Q"}}
- Services are {{share "revenue.services" "FY" of="revenue.total" decimals=0}} of revenue${notedAmounts('Services: {{figure "revenue.services" "FY"}}.')}`

const chart = (block: string, title: string): string => `---
layout: chart-and-points
title: ${title}
---
\`\`\`chart
${block}
\`\`\`
- Change and share are what we show
`

const charts = {
  '020-change': chart(
    'type: column\nseries: [{metric: revenue.services, measure: yoy}]\nperiods: [Q3 FY24, Q4 FY24]',
    'Growth',
  ),
  '030-share': chart(
    'type: stacked-column-100\nseries: [revenue.services, revenue.products]\nperiods: [FY-1, FY]',
    'Shares of the kinds',
  ),
  '040-margin': chart('type: line\nseries: [margin.operating]\nperiods: [FY-1, FY]', 'The margin'),
  '050-squares': chart(
    'type: dots\nshape: waffle\nitems: [revenue.services, revenue.products]\nof: revenue.total\nperiod: FY',
    'One hundred squares',
  ),
}

describe('a public edition that prints ratios and changes alone', () => {
  test('holds no amount behind them: in no file, not in notes and places either', async () => {
    const { text, cardsOnly } = await built('ratios', { '010-words': sentences, ...charts })
    expect(told(text)).toEqual([])
    expect(cardsOnly).toEqual([])
    expect(text).toContain('growth(revenue.total@FY24,FY23)') // its card is there
  })

  test('says of an imported figure what document it is from, and not where it stands in the house', async () => {
    const imported = {
      'data/figures/results.csv': figures('S01').replaceAll(
        /"page 9(?:[^"]|"")*"/g,
        'Q4 FY24: ledger-fy24.xlsx P&L!B5',
      ),
      'data/sources.yaml': `S01: {title: Annual release, date: 2025-05-14, url: "https://example.com/", workbooks: {ledger-fy24.xlsx: "${'0f'.repeat(32)}"}}\n`,
    }
    const slide = {
      '010-amount': '---\nlayout: points\ntitle: Services\n---\n- Services were {{figure "revenue.services" "Q"}}\n',
    }
    const { text } = await built('imported', slide, { files: imported })
    expect(text).toContain('Annual release')
    expect(text).not.toContain('ledger-fy24')
    const presenter = await built('imported-presenter', slide, { files: imported, edition: 'presenter' })
    expect(presenter.text).toContain('ledger-fy24.xlsx P&L!B5')
  })

  test('holds them in the presenter edition, so that the search above finds what is there', async () => {
    const { text } = await built('presenter', { '010-words': sentences, ...charts }, { edition: 'presenter' })
    expect(told(text).length).toBeGreaterThan(12)
  })

  test('holds none in the deck as data either', async () => {
    await built('data', { '010-words': sentences, ...charts })
    const printed: string[] = []
    const world = { engine, cache: testCache, cwd: base, env: {}, print: (text: string) => printed.push(text) }
    expect(await run(['inspect', '--root', 'data', '--places'], { ...world, printError: () => undefined })).toBe(0)
    expect(told(printed.join())).toEqual([])
  })

  test('prints a ratio on its card with the digits of the slide', async () => {
    const { text } = await built('digits', { '010-words': sentences })
    const margin = (57193.97 / (271936.73 + 147193.39)) * 100
    expect(text).toContain(`"value":"${margin.toFixed(0)}%"`)
    expect(text).not.toContain(`${margin.toFixed(1)}%`)
  })

  test('holds the amounts of a public metric, and the build lists them', async () => {
    const metrics = (newDeck['data/metrics.yaml'] ?? '').replace(
      '{label: Operating income,',
      '{label: Operating income, public: true,',
    )
    const { text, cardsOnly } = await built(
      'open',
      { '010-words': sentences },
      { files: { 'data/metrics.yaml': metrics } },
    )
    expect(told(text)).toEqual(['43719.61', '57193.97']) // of which one stands in its note
    expect(cardsOnly.map(({ fact, printed, because }) => [fact, printed, because])).toEqual([
      ['income.operating@FY24', null, 'public metric'],
    ])
  })
})

describe('a public edition that prints amounts in billions', () => {
  const slides = {
    '010-words': `---
layout: points
title: Services reached {{figure "revenue.services" "FY" as="USD bn"}}
---
- Products were {{figure "revenue.products" "FY" as="USD bn" decimals=0}}
`,
    '020-columns': chart(
      'type: stacked-column\nunit: USD bn\nseries: [revenue.services, revenue.products]\nperiods: [FY-1, FY]\ntotals: true',
      'Billions',
    ),
    '030-steps': chart(
      'type: waterfall\nunit: USD bn\ndecimals: 1\nsteps:\n  - {start: income.operating, period: FY-1}\n  - {change: income.operating, label: Growth}\n  - {end: income.operating, period: FY}',
      'Steps',
    ),
    '040-dots': chart('type: dots\nitems: [revenue.services]\nof: revenue.total\nperiod: FY\nunit: USD bn', 'Dots'),
  }

  test('holds no further digits: in cards, tooltips, coordinates and scales', async () => {
    const { text, cardsOnly } = await built('billions', slides)
    expect(told(text)).toEqual([])
    expect(cardsOnly).toEqual([])
    expect(text).toContain('271.9')
  })

  test('holds those of the published document that its cards cite, and says so', async () => {
    const sources = 'S01: {title: Results for FY24, date: 2025-05-14, url: "https://example.com/results"}\n'
    const { text, cardsOnly } = await built('published', slides, { files: { 'data/sources.yaml': sources } })
    expect(told(text)).toContain('271936.73')
    expect(told(text)).not.toContain('73196.83') // of a quarter that no slide prints
    expect(cardsOnly.map(({ because }) => because)).toContain('published source')
  })
})
