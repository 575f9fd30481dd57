import { escapeHtml } from '../../format/html.ts'
import { datedOnce } from '../../format/slides/dated-tiles.ts'
import { lengthOfDigits, numberParts } from '../../format/slides/digits.ts'
import { directionOf } from '../../format/slides/direction.ts'
import type { Language, SlideWords } from '../../language/language.ts'
import type { ChartModel } from '../../model/chart.ts'
import { type Block, type Group, hasText, type Inline, type LayoutValue, type Tile } from '../../model/content.ts'
import type { Box, DeckHead, Section, Slide, Visual } from '../../model/deck.ts'
import type { Layout } from '../parse/templates/layouts.ts'
import { evaluate, type TemplateEnvironment } from '../resolve/placeholders/evaluate.ts'
import { type GroupView, layoutValue, type SlideView, type VisualView } from '../resolve/placeholders/layout-view.ts'
import { rootScope } from '../resolve/placeholders/scope.ts'
import type { Fields, Value } from '../resolve/placeholders/value.ts'
import { fieldValues, sectionView } from '../resolve/slides/finished-slide.ts'
import { printedNumber } from '../resolve/slides/outline.ts'
import { type LayoutEnvironment, replayValues } from '../resolve/slides/resolved-layout.ts'
import { type BlockContext, blocksHtml, groupHtml } from './blocks-html.ts'
import { renderChart } from './chart-html.ts'
import { displayHtml, figureHtml, headingHtml, inlineHtml, rowHeadHtml, text, type Uses } from './inline-html.ts'
import { sumHtml } from './sum-html.ts'
import { noteHtml, renderTable } from './table-html.ts'

interface Options {
  readonly partials: LayoutEnvironment['partials']
  readonly values: readonly LayoutValue[]
  readonly uses: Uses
}

/** Places the parts of a slide. Text is escaped; only HTML that the renderer made goes in as it is. Throws on a finding: resolve has reported them all. */
function renderLayout(layout: Layout, view: Fields, { partials, values, uses }: Options): string {
  let html = ''
  const sink: TemplateEnvironment['sink'] = {
    text: (text) => {
      html += text
    },
    value: (value) => {
      html += slotHtml(value, uses)
    },
  }
  evaluate(layout.template, rootScope(view), {
    helpers: new Map(),
    replay: replayValues(values),
    partials,
    sink,
    report: ({ message }) => {
      throw new Error(`layout ${layout.name}: ${message}`)
    },
    live: true,
    checkBranches: false,
  })
  return html
}

function slotHtml(value: Value, uses: Uses): string {
  if (typeof value !== 'object' || value === null) return escapeHtml(String(value ?? ''))
  if ('html' in value) return value.html ?? ''
  if (!('kind' in value)) return ''
  switch (value.kind) {
    case 'written':
      return inlineHtml([value.run], uses)
    case 'period':
      return inlineHtml([{ kind: 'period', text: value.text, period: value.period }], uses)
    case 'plain':
      return inlineHtml([{ kind: 'plain', text: value.text }], uses)
    case 'text':
      return escapeHtml(value.text)
    default:
      return ''
  }
}

const lengthClasses = { short: '', long: ' of-long', longest: ' of-longest' }

/** Headline figures as a list of terms and values. */
function renderTiles(tiles: readonly Tile[], uses: Uses): string {
  return `<dl class="tiles${lengthClasses[lengthOfDigits(tiles)]}">${tiles.map((tile) => tileHtml(tile, uses)).join('')}</dl>`
}

function tileHtml({ label, period, value, change, note, isLoss }: Tile, uses: Uses): string {
  const when = period.length === 0 ? '' : ` <span class="tile-period">${inlineHtml(period, uses)}</span>`
  const parts = [
    `<dt><span>${inlineHtml(label, uses)}</span>${when}</dt>`,
    `<dd class="tile-value">${value.map((run) => valueHtml(run, uses)).join('')}</dd>`,
    change.length === 0 ? '' : `<dd class="tile-change${levelClass(change, uses)}">${inlineHtml(change, uses)}</dd>`,
    note.length === 0 ? '' : `<dd class="tile-note">${inlineHtml(note, uses)}</dd>`,
  ]
  return `<div class="tile${isLoss ? ' is-loss' : ''}">${parts.join('')}</div>`
}

/** A change that has no direction, as its figure is n.m. or nothing, has no sign of one. */
const levelClass = (change: readonly Inline[], uses: Uses): string =>
  change.some((run) => run.kind === 'figure' && directionOf(uses.get(run.use)?.displayed ?? '')) ? '' : ' is-level'

/** Words about the digits; those behind a blank are kept together, and the sign of percent is marked, as a theme sets it larger. */
function unit(words: string, place?: 'before'): string {
  const html = words.startsWith(' ') ? ` <span>${text(words.trimStart())}</span>` : text(words)
  const names = `tile-unit${words.trim() === '%' ? ' is-percent' : ''}${place ? ' is-before' : ''}`
  return words === '' ? '' : `<span class="${names}">${html}</span>`
}

/** JPY69.7 billion: the digits stay large, the words about them are marked. The closing bracket of a negative number is as large as the opening one. */
function valueHtml(run: Inline, uses: Uses): string {
  const parts = run.kind === 'figure' ? numberParts(run.text) : undefined
  if (run.kind !== 'figure' || !parts) return inlineHtml([run], uses)
  const { sign, before, digits, after } = parts
  const closes = digits.startsWith('(') && after.endsWith(')')
  const ending = closes ? `${unit(after.slice(0, -1))})` : unit(after)
  const signed = `${text(sign)}${unit(before, 'before')}${text(digits)}`
  return figureHtml(run, `${sign === '' ? signed : `<span class="whole">${signed}</span>`}${ending}`, uses)
}

/** What a slide is rendered with besides itself and its layout. */
export interface RenderEnvironment {
  readonly head: DeckHead
  readonly total: number
  readonly sections: readonly Section[]
  readonly qr: string
  readonly language: Language
  readonly partials: LayoutEnvironment['partials']
  /** Draws a chart's still picture; undefined where there are none. */
  readonly drawChart: ((model: ChartModel, box: Box) => string) | undefined
  /** Takes an asset's text and gives its address. */
  readonly assetUrl: (name: string, content: string) => string
}

/** The whole <section> of a slide. */
export function renderSlide(slide: Slide, layout: Layout, environment: RenderEnvironment): string {
  const uses: Uses = new Map(slide.uses.map((use) => [use.key, use]))
  const view = viewOf(slide, uses, environment)
  const html = renderLayout(layout, layoutValue(view, layout.needs), {
    partials: environment.partials,
    values: slide.layoutValues,
    uses,
  })
  const { notes } = slide
  return sectionHtml(html, slide, {
    notes: notes.length === 0 ? '' : notesHtml(notes, uses),
    words: environment.language.slides,
  })
}

const isClimb = ({ class: classes }: Slide): boolean => classes.split(' ').includes('climb')

/** Whether the words of a panel are set as large as a figure: the unit of one has a line of its own where it has no room beside the digits. */
const isSentence = ({ layout, class: classes }: Slide): boolean =>
  layout === 'lead' && classes.split(' ').includes('sentence')

const displayRun =
  (uses: Uses) =>
  (run: Inline): string | undefined =>
    run.kind === 'figure' ? displayHtml(run, uses) : undefined

/** The bars that the points of a slide stand beside, by name. */
function barsOf({ class: classes, visuals }: Slide): readonly string[] | undefined {
  if (!classes.split(' ').includes('aligned')) return undefined
  return visuals.flatMap((visual) =>
    visual.kind === 'chart' ? [visual.chart.categories.map(({ label }) => label)] : [],
  )[0]
}

const nowhere = (): string => ''

/** Notes have headings of the same rank as a slide's groups. */
const notesHtml = (notes: readonly Block[], uses: Uses): string => blocksHtml(notes, { uses, visual: nowhere })

function viewOf(slide: Slide, uses: Uses, environment: RenderEnvironment): SlideView {
  const { id, title, subtitle, takeaway, lead, groups, visuals, footnotes, sourceLine } = slide
  const views = new Map(
    visuals.map((visual): [string, VisualView] => [visual.id, visualView(visual, slide, uses, environment)]),
  )
  const inText: BlockContext = { uses, visual: nowhere, rows: barsOf(slide) }
  const inBody: BlockContext = { uses, visual: (visual) => views.get(visual)?.html ?? '' }
  const all = (context: BlockContext): string =>
    [
      hasText(lead) || context === inBody ? blocksHtml(lead, context) : '',
      ...groups.map((group) => groupHtml(group, context)),
    ].join('')
  const { head, total, sections, qr, language } = environment
  return {
    title: title ? inlineHtml(title.runs, uses) : '',
    subtitle: subtitle ? inlineHtml(subtitle.runs, uses) : '',
    takeaway: takeaway ? inlineHtml(takeaway.runs, uses) : '',
    lead: isClimb(slide)
      ? sumHtml(lead, inText, groups.length)
      : blocksHtml(lead, isSentence(slide) ? { ...inText, run: displayRun(uses) } : inText),
    groups: groups.map((group, index) => {
      const bar = inText.rows?.length === groups.length ? inText.rows[index] : undefined
      return groupView(group, `${id}-group-${index + 1}`, { inText, views, bar })
    }),
    text: all(inText),
    body: all(inBody),
    visuals: [...views.values()],
    sources: sourcesHtml(sourceLine, language),
    footnotes: footnotes.map((note) => noteHtml(note, uses)),
    ...sectionView(slide, sections),
    qr,
    deck: head,
    slide: {
      id,
      number: printedNumber(slide, language.slides),
      total,
      layout: slide.layout,
      class: slide.class,
      fields: fieldValues(slide.fields, ({ runs }) => inlineHtml(runs, uses)),
    },
  }
}

function groupView(
  { heading, blocks }: Group,
  id: string,
  {
    inText,
    views,
    bar,
  }: {
    readonly inText: BlockContext
    readonly views: ReadonlyMap<string, VisualView>
    readonly bar: string | undefined
  },
): GroupView {
  const under = bar === undefined ? '' : `<span data-bar="${escapeHtml(bar)}"></span>` // told where it stands elsewhere
  const html = headingHtml(heading.runs, inText.uses)
  return {
    id,
    heading: `${inText.rows ? rowHeadHtml(heading.runs, html) : html}${under}`,
    html: blocksHtml(blocks, inText),
    visuals: blocks.flatMap((block) => (block.kind === 'visual' ? (views.get(block.id) ?? []) : [])),
  }
}

function visualView(
  visual: Visual,
  slide: Slide,
  uses: Uses,
  { drawChart, assetUrl, language }: RenderEnvironment,
): VisualView {
  const { kind, id } = visual
  if (kind === 'tiles') return { kind, id, title: '', html: renderTiles(datedOnce(visual.tiles, slide), uses) }
  if (kind === 'table') {
    const { caption } = visual.table
    return { kind, id, title: caption ? inlineHtml(caption.runs, uses) : '', html: renderTable(visual.table, uses) }
  }
  const { chart, box } = visual
  const own = slide.uses.filter(({ key }) => key.startsWith(`${id}.`))
  const url = drawChart && assetUrl(`${chart.id}.svg`, drawChart(chart, box))
  const html = renderChart(chart, own, { size: box, words: language.charts, ...(url !== undefined && { url }) })
  return { kind, id, title: chart.title, html }
}

/** Short names of the documents; a slide's line holds a few, the page to read all. */
function sourcesHtml({ names, others }: Slide['sourceLine'], { slides }: Language): string {
  const spans = (all: readonly string[]): string =>
    all.map((name) => `<span class="source">${escapeHtml(name)}</span>`).join('; ')
  if (others.length === 0) return spans(names)
  const isAny = names.length > 0
  const short = isAny ? escapeHtml(slides.moreSources) : ''
  return `${spans(names)}<span class="in-full">${isAny ? '; ' : ''}${spans(others)}</span><span class="in-short">${short}</span>`
}

function sectionHtml(
  inner: string,
  slide: Slide,
  { notes, words }: { readonly notes: string; readonly words: SlideWords },
): string {
  const { id, layout, tone, section, hidden, minutes, formerly = [], stage = {} } = slide
  const names = [`layout-${layout}`, ...(slide.class === '' ? [] : [slide.class])].join(' ')
  const attributes = [
    `id="${escapeHtml(id)}"`,
    `class="${escapeHtml(names)}"`,
    `data-layout="${escapeHtml(layout)}"`,
    ...(tone === undefined ? [] : [`data-tone="${tone}"`]),
    `data-section="${escapeHtml(section)}"`,
    `data-number="${escapeHtml(String(printedNumber(slide, words)))}"`,
    ...(formerly.length === 0 ? [] : [`data-formerly="${escapeHtml(formerly.join(' '))}"`]),
    ...(minutes === undefined ? [] : [`data-minutes="${minutes}"`]),
    ...(hidden ? [`data-hidden="${escapeHtml(words.hidden)}"`] : []),
    ...(stage.steps === undefined ? [] : [`data-steps="${stage.steps}"`]),
    ...(stage.morph === undefined ? [] : ['data-morph']),
    ...(stage.without === undefined ? [] : [`data-without="${escapeHtml(stage.without)}"`]),
  ]
  const steps = '<span class="fragment build-step"></span>'.repeat(Math.max(0, (stage.steps ?? 1) - 1))
  const aside = notes === '' ? '' : `<aside class="notes" hidden>${notes}</aside>\n`
  const anchor = `<span class="anchor" id="/${escapeHtml(id)}"></span>` // what "#/revenues" leads to without scripts
  return `<section ${attributes.join(' ')}>${anchor}\n${inner.trim()}\n${steps}${aside}</section>`
}
