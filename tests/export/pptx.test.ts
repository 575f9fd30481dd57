import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chartTypeOf } from '../../src/charts/chart-types.ts'
import { presentation } from '../../src/export/pptx/pptx.ts'
import { fill } from '../../src/language/fill.ts'
import type { ChartModel } from '../../src/model/chart.ts'
import { type Block, plainText, textsIn } from '../../src/model/content.ts'
import type { Edition, NumberStyle } from '../../src/model/deck.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { engine } from '../boundaries/imports.ts'
import { goldenDeck, readDeck } from '../golden/_decks.ts'
import { overfull, overfullRows } from './_boxes.ts'
import { nativeCharts, numeralsIn, plain, presented, unzipped } from './_pptx.ts'
import { lostWords } from './_words.ts'

const golden = (name: string) => goldenDeck(join(import.meta.dirname, '../golden', name))
const cases = [
  ['the deck beside the engine', 'public', () => readDeck(engine)],
  ['the deck beside the engine', 'presenter', () => readDeck(engine)],
  ...['aarvo', 'alba', 'kelpworks', 'lindqvist', 'morgental', 'nagasaka', 'tillman'].map(
    (name) => [name, 'public', () => golden(name)] as const,
  ),
] as const

const decoder = (content: Buffer | undefined): string => content?.toString('utf8') ?? ''

/** The first tag of some XML that closes another one than is open; undefined where each closes its own. */
function misplacedTag(xml: string): string | undefined {
  const open: string[] = []
  for (const [tag, close, name = '', self] of xml.matchAll(/<(\/?)([A-Za-z][\w:]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close && open.pop() !== name) return tag
    if (!close && !self) open.push(name)
  }
  return open[0] ?? /&(?!(?:amp|lt|gt|quot|#39);)/.exec(xml)?.[0]
}

/** The part that a relationship of another part leads to. */
function targetOf(relations: string, target: string): string {
  const folder = relations.replace(/_rels\/[^/]*$/, '')
  const path = `${folder}${target}`.split('/')
  const found: string[] = []
  for (const name of path) name === '..' ? found.pop() : found.push(name)
  return found.join('/')
}

/** What is drawn about a chart and stands in the page's drawing or data table, and numbers that the page counts by its style. */
const aside = new Set([
  'Series',
  'Name',
  'Part',
  'Row',
  'Change',
  'Share',
  'Group',
  'Line',
  'Total',
  'Whole',
  'Panel',
  'Number',
  'Back-up',
  'Address',
])

/** Text of a slide's boxes and tables. */
function slideText(xml: string): string {
  const shapes = [...xml.matchAll(/<p:(sp|graphicFrame)>.*?<\/p:\1>/gs)].map(([shape]) => shape)
  const own = shapes.filter((shape) => !aside.has(/ name="(.*?) \d+"/.exec(shape)?.[1] ?? ''))
  return own
    .flatMap((shape) => [...shape.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => plain(text)))
    .join(' ')
}

/** Text of a slide as the page shows it, without the tables behind its charts. */
const pageText = (html: string): string =>
  plain(
    html
      .replace(/<aside class="notes" hidden>.*?<\/aside>/gs, '')
      .replace(/<details.*?<\/details>/gs, '')
      .replace(/<p class="chart-summary">.*?<\/p>/gs, '') // stands in for the drawing
      .replace(/<svg.*?<\/svg>/gs, '')
      .replace(/<li class="is-empty">.*?<\/li>/gs, '') // keeps a place on a line of time, and is not shown
      .replace(/<span class="in-full">.*?<\/span>(?=<span class="in-short">)/gs, '') // on the page to read
      .replace(/<figure class="contact-qr">.*?<\/figure>/gs, '')
      .replace(/<[^>]*>/g, ' '),
  )

/** A number in the format of a cell, as Excel shows it. */
function shown(digits: string, format: string, { group, decimal }: Pick<NumberStyle, 'group' | 'decimal'>): string {
  const [positive = '', negative = positive] = format.split(';')
  const code = digits.startsWith('-') ? negative : positive
  const places = /\.(0+)/.exec(code.replace(/"[^"]*"/g, ''))?.[1]?.length ?? 0
  const fixed = Math.abs(Number(digits)).toFixed(places)
  const [whole = '', rest] = fixed.split('.')
  const thousands = code.includes('#,##0') ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole
  const grouped = rest === undefined ? thousands : `${thousands}${decimal}${rest}`
  return code.replace(/"([^"]*)"|([#,0.]+)/g, (_, text, number) => (number === undefined ? text : grouped))
}

const marksOf = (chart: ChartModel) => chart.series.flatMap(({ marks }) => marks).concat(chart.totals ?? [])
const known = new Map<string, ReturnType<typeof presented>>()

/** A deck compiled once for all tests. */
function made(name: string, edition: Edition, files: () => readonly SourceFile[]): ReturnType<typeof presented> {
  const key = `${name} ${edition}`
  const found = known.get(key) ?? presented(files(), edition)
  known.set(key, found)
  return found
}

describe.each(cases)('the presentation of %s, %s', (name, edition, files) => {
  const { input, page, parts } = made(name, edition, files)
  const all = parts()
  const names = [...all.keys()]
  const xmls = names
    .filter((name) => /\.(?:xml|rels)$/.test(name))
    .map((name) => [name, decoder(all.get(name))] as const)

  test('is a package of well-formed parts, each with a type, whose relationships lead to parts that exist', () => {
    expect(xmls.flatMap(([name, xml]) => (misplacedTag(xml) === undefined ? [] : [[name, misplacedTag(xml)]]))).toEqual(
      [],
    )
    const types = decoder(all.get('[Content_Types].xml'))
    const typed = (name: string): boolean =>
      types.includes(`PartName="/${name}"`) || types.includes(`Extension="${/[^.]*$/.exec(name)?.[0] ?? ''}"`)
    expect(names.filter((name) => name !== '[Content_Types].xml' && !typed(name))).toEqual([])
    for (const [name, xml] of xmls.filter(([path]) => path.endsWith('.rels'))) {
      const inside = [...xml.matchAll(/Target="([^"]*)"(?! TargetMode)/g)].map(([, target = '']) =>
        targetOf(name, target),
      )
      expect(inside.filter((target) => !all.has(target))).toEqual([])
      const ids = [...xml.matchAll(/ Id="([^"]*)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const own = decoder(all.get(name.replace('_rels/', '').replace(/\.rels$/, '')))
      const used = [...own.matchAll(/ r:(?:id|embed)="([^"]*)"/g)].map(([, id]) => id)
      expect(used.filter((id) => !ids.includes(id))).toEqual([])
    }
  })

  test('numbers the shapes of each slide, and tells each that is no text in words', () => {
    for (const [name, xml] of xmls.filter(([path]) => /slides\/slide\d+\.xml$/.test(path))) {
      const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
      expect([name, new Set(ids).size]).toEqual([name, ids.length])
      const silent = [...xml.matchAll(/<p:(?:pic|graphicFrame)>.*?<p:cNvPr ([^>]*)>/gs)].filter(
        ([, own = '']) => !/descr="[^"]/.test(own) && !own.includes('Picture'),
      )
      expect(silent.map(([, own]) => own)).toEqual([])
    }
  })

  test('prints the numerals of the page, slide by slide; in a layout of its own, all that a slide says', () => {
    for (const [index, slide] of input.deck.slides.entries()) {
      const { id, layout } = slide
      const html = page.slides[index]?.html ?? ''
      const text = slideText(decoder(all.get(`ppt/slides/slide${index + 1}.xml`)))
      if (input.ownLayouts.has(layout)) {
        const said = [
          slide.title,
          ...textsIn(slide.lead),
          ...slide.groups.flatMap(({ heading, blocks }) => [heading, ...textsIn(blocks)]),
        ]
        const figures = said.flatMap(
          (one) => one?.runs.flatMap((run) => (run.kind === 'figure' ? numeralsIn(run.text) : [])) ?? [],
        )
        expect([id, figures.filter((numeral) => !numeralsIn(text).includes(numeral))]).toEqual([id, []])
      } else expect([id, numeralsIn(text)]).toEqual([id, numeralsIn(pageText(html))])
    }
  })

  test('loses none of the words that a slide of the page shows', () => {
    expect(lostWords({ input, page, parts: () => all })).toEqual([])
  })

  test('has every number of a chart in its sheet and in its cache, in a format that prints it as the page does', () => {
    const charts = input.deck.slides.flatMap(({ visuals }) =>
      visuals.flatMap((visual) => (visual.kind === 'chart' ? nativeCharts(visual.chart) : [])),
    )
    expect(names.filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(charts.length)
    for (const [index, chart] of charts.entries()) {
      const xml = decoder(all.get(`ppt/charts/chart${index + 1}.xml`))
      const caches = [...xml.matchAll(/<c:numCache><c:formatCode>([^<]*)<\/c:formatCode>(.*?)<\/c:numCache>/gs)]
      const cached = caches.flatMap(([, common = '', points = '']) =>
        [...points.matchAll(/<c:pt idx="\d+"(?: formatCode="([^"]*)")?><c:v>([^<]*)/g)].map(([, own, digits = '']) =>
          shown(digits, plain(own ?? common), input.numbers),
        ),
      )
      const words = [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => plain(text))
      const printed = new Set([...cached, ...words])
      const isTotalled = chartTypeOf(chart.type).axis.orientation === 'upright' && !chartTypeOf(chart.type).shares
      const wanted = marksOf({ ...chart, ...(!isTotalled && { totals: [] }) }).flatMap((mark) =>
        mark && mark.text !== '' ? [mark.text] : [],
      )
      expect([chart.id, wanted.filter((text) => !printed.has(text))]).toEqual([chart.id, []])
      const book = unzipped(all.get(`ppt/embeddings/Microsoft_Excel_Sheet${index + 1}.xlsx`) ?? Buffer.alloc(0))
      const cells = [...decoder(book.get('xl/worksheets/sheet1.xml')).matchAll(/<v>([^<]*)<\/v>/g)].map(
        ([, digits]) => digits,
      )
      const points = [...xml.matchAll(/<c:numCache>.*?<\/c:numCache>/gs)].flatMap(([cache]) =>
        [...cache.matchAll(/<c:v>([^<]*)/g)].map(([, digits]) => digits),
      )
      expect([chart.id, [...cells].sort()]).toEqual([chart.id, [...points].sort()])
    }
  })

  test('keeps every text inside its box, and every box on the slide', () => {
    for (const [name, xml] of xmls.filter(([path]) => /slides\/slide\d+\.xml$/.test(path))) {
      const boxes = [...xml.matchAll(/<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g)].map(
        (match) => match.slice(1).map(Number),
      )
      const outside = boxes.filter(
        ([x = 0, y = 0, width = 0, height = 0]) =>
          x < 0 || y < 0 || x + width > 12_192_000 + 6350 || y + height > 6_858_000 + 6350,
      )
      expect([name, outside]).toEqual([name, []])
    }
  })

  test('has room in every box and every row of a table for its text, as measured in the office font', () => {
    for (const [name, xml] of xmls.filter(([path]) => /slides\/slide\d+\.xml$/.test(path)))
      expect([name, overfull(xml), overfullRows(xml)]).toEqual([name, [], []])
  })

  test('numbers its slides as the page does, by a field where PowerPoint counts alike', () => {
    for (const [index, slide] of input.deck.slides.entries()) {
      const xml = decoder(all.get(`ppt/slides/slide${index + 1}.xml`))
      const shape = [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)]
        .map(([own]) => own)
        .find((own) => own.includes('type="sldNum"'))
      if (shape === undefined) continue
      const text = plain(/<a:t>([^<]*)/.exec(shape)?.[1] ?? '')
      const shown = slide.hidden
        ? fill(input.language.slides.backup, { number: String(slide.number) })
        : String(slide.number)
      expect([slide.id, text, shape.includes('type="slidenum"')]).toEqual([
        slide.id,
        shown,
        shown === String(index + 1),
      ])
    }
  })

  test('names neither author nor program, and is made of the same bytes again', () => {
    const core = decoder(all.get('docProps/core.xml'))
    expect(core).not.toMatch(/creator|lastModifiedBy|Application/i)
    expect(presentation(input).equals(presentation(input))).toBe(true)
  })
})

test('a cell that does not fit its row is found by its measured height', () => {
  const table = (text: string, height: number): string =>
    `<a:tbl><a:tblGrid><a:gridCol w="${200 * 6350}"/></a:tblGrid><a:tr h="${height * 6350}"><a:tc><a:txBody><a:bodyPr/><a:p><a:pPr marL="0"><a:lnSpc><a:spcPct val="117000"/></a:lnSpc></a:pPr><a:r><a:rPr sz="1400" b="0"/><a:t>${text}</a:t></a:r></a:p></a:txBody><a:tcPr marL="0" marR="0" marT="0" marB="0"/></a:tc></a:tr></a:tbl>`
  expect(overfullRows(table('short', 40))).toEqual([])
  expect(overfullRows(table('words that take more than one line', 40))).toHaveLength(1)
})

test('a text that does not fit is found by its measured height', () => {
  const box = (lines: string, height: number): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Text 2"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${400 * 6350}" cy="${height * 6350}"/></a:xfrm></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/><a:p><a:pPr marL="0"><a:lnSpc><a:spcPct val="117000"/></a:lnSpc></a:pPr><a:r><a:rPr sz="1400" b="0"/><a:t>${lines}</a:t></a:r></a:p></p:txBody></p:sp>`
  expect(overfull(box('short', 40))).toEqual([])
  expect(overfull(box('words that take more than the one line for which there is room', 40))).toHaveLength(1)
})

const spoken = (blocks: readonly Block[]): readonly string[] =>
  textsIn(blocks)
    .map(({ runs }) => plainText(runs))
    .filter((text) => text.length > 60)

test('no note of the presenter edition is in any part of the public one, embedded sheets among them', () => {
  const [name] = cases[0]
  const presenter = made(name, 'presenter', () => readDeck(engine))
  const notes = presenter.input.deck.slides.flatMap((slide) => spoken(slide.notes))
  expect(notes.length).toBeGreaterThan(0)
  const texts = (parts: ReadonlyMap<string, Buffer>): string =>
    [...parts]
      .map(([name, content]) => (name.endsWith('.xlsx') ? texts(unzipped(content)) : plain(decoder(content))))
      .join('\n')
  const [open, own] = [texts(made(name, 'public', () => readDeck(engine)).parts()), texts(presenter.parts())]
  const heard = (text: string): readonly string[] => notes.filter((note) => text.includes(note))
  expect(heard(open)).toEqual([])
  expect(heard(own).length).toBeGreaterThan(30)
})
