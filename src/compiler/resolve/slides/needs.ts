import { chartTypeOf } from '../../../charts/chart-types.ts'
import { leftOut } from '../../../charts/left-out.ts'
import { hasText } from '../../../model/content.ts'
import type { Box } from '../../../model/deck.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { Place } from '../../../model/source-file.ts'
import {
  chartLabelCut,
  chartTooCrowded,
  chartTooLow,
  chartTooSmall,
  chartValuesLeftOut,
} from '../../diagnostics/chart-room.ts'
import {
  ambiguousClass,
  missingPart,
  unknownClass,
  unknownLayoutField,
  unsupportedPart,
} from '../../diagnostics/slides.ts'
import { tableTooTall } from '../../diagnostics/visuals.ts'
import { classesOf, type SlideSource } from '../../parse/slides/slide-source.ts'
import { amountsOf } from '../../parse/templates/layout-contract.ts'
import { type Layout, type LayoutNeeds, needsOf, rivalClasses } from '../../parse/templates/layouts.ts'
import { checkChartWords } from '../fit/chart-words.ts'
import { checkLedPictures } from '../fit/led-pictures.ts'
import { checkTableFit, placeOfRow } from '../fit/table-fit.ts'
import { checkTextFit } from '../fit/text-fit.ts'
import { hasWords } from '../fit/text-height.ts'
import { sum } from '../fit/text-parts.ts'
import { checkTileFit } from '../fit/tiles/tile-fit.ts'
import type { ResolvedSlide } from './resolved-slide.ts'
import { slideRoom } from './slide-room.ts'

type Counted = 'charts' | 'tables' | 'groups' | 'visuals' | 'figures'

interface Requirement {
  readonly needs: LayoutNeeds
  readonly layout: Layout
  readonly place: Place
}

/** What a slide has. A block with a mistake counts: it is there, and has its own finding. */
function contentOf({ parsed, lead, groups, visuals }: ResolvedSlide) {
  const { front, blocks } = parsed.source
  const count = (kind: 'chart' | 'table' | 'tiles'): number => blocks.filter((block) => block.kind === kind).length
  const [charts, tables, tiles] = [count('chart'), count('table'), count('tiles')]
  const figures = sum(visuals.map((visual) => (visual.kind === 'tiles' ? visual.tiles.length : 0)))
  return {
    counts: { charts, tables, groups: groups.length, visuals: charts + tables + tiles, figures },
    has: {
      title: front.title !== undefined,
      subtitle: front.subtitle !== undefined,
      text: hasText(lead) || groups.length > 0,
      tiles: tiles > 0,
    },
  }
}

/** Checks a slide against the contract of its layout. */
export function checkNeeds(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] {
  const { source } = resolved.parsed
  const needs = needsOf(layout, classesOf(source.front))
  const crowded = checkCharts(resolved, layout)
  if (!needs) return crowded
  const required: Requirement = { needs, layout, place: source.document.placeOf(['layout']) }
  return [
    ...checkCounts(resolved, required),
    ...checkPresence(resolved, required),
    ...checkLead(resolved, required),
    ...checkLedPictures(resolved, layout.name, needs.pictures),
    ...checkEither(resolved, required),
    ...checkClasses(source, layout),
    ...checkRows(resolved, layout),
    ...checkTableFit(resolved, layout),
    ...checkTextFit(resolved, layout),
    ...checkTileFit(resolved, layout),
    ...crowded,
    ...checkChartWords(resolved, layout),
    ...checkFields(source, needs, layout.name),
  ]
}

function checkCounts(resolved: ResolvedSlide, required: Requirement): readonly Diagnostic[] {
  const { counts, has } = contentOf(resolved)
  const isCounted = (part: Counted): boolean =>
    (part !== 'groups' || resolved.isWhole) && (part !== 'figures' || has.tiles)
  const counted = (['charts', 'tables', 'groups', 'visuals', 'figures'] as const).filter(isCounted)
  return counted.flatMap((part) => checkCount(part, counts[part], required))
}

function checkPresence(resolved: ResolvedSlide, { needs, layout, place }: Requirement): readonly Diagnostic[] {
  const { has } = contentOf(resolved)
  return (['title', 'subtitle', 'text', 'tiles'] as const).flatMap((part) => {
    const need = needs[part]
    if (need === true && !has[part])
      return part === 'text' && !resolved.isWhole ? [] : [missingPart(part, layout.name, place)]
    return need === false && has[part] ? [unsupportedPart(part, layout.name, 'none', place)] : []
  })
}

/** A chart or a table, or groups, where the layout has room for one of them. */
function checkEither(resolved: ResolvedSlide, { needs, layout, place }: Requirement): readonly Diagnostic[] {
  const { counts } = contentOf(resolved)
  if (!needs.either || counts.groups === 0 || counts.charts + counts.tables === 0) return []
  const both = Object.keys(layout.variants).filter((name) => layout.variants[name]?.either === false)
  const allowed = both.length === 0 ? 'one of them' : `one of them, and both with class: ${both.join(', ')}`
  return [unsupportedPart('groups beside a chart or table', layout.name, allowed, place)]
}

/** Words before the first group, where the layout has no place for them. */
function checkLead({ lead, groups }: ResolvedSlide, { needs, layout, place }: Requirement): readonly Diagnostic[] {
  const besideGroups = groups.length > 0 ? 'none beside groups' : undefined
  const allowed = { picture: 'a picture there', none: 'none with such a class', alone: besideGroups }[
    needs.lead ?? 'alone'
  ]
  const isFilled = needs.lead === 'none' ? hasText(lead) : hasWords(lead)
  return needs.lead !== undefined && allowed !== undefined && isFilled
    ? [unsupportedPart('text before the first group', layout.name, allowed, place)]
    : []
}

/** Classes that say two things of the same text or chart. */
function checkClasses({ front, document }: SlideSource, layout: Layout): readonly Diagnostic[] {
  const rivals = rivalClasses(layout, classesOf(front))
  return rivals ? [ambiguousClass(...rivals, layout.name, document.placeOf(['class']))] : []
}

/** Set in any layout: the ground, and the least sizes. */
const ofAnyLayout: readonly string[] = ['dark', 'dense']

/** Classes of a slide that neither its layout nor a style sheet of the deck knows: typing errors, or those of another layout. */
export function unknownClasses(
  { front, document }: SlideSource,
  layout: Layout,
  { layouts, own }: { readonly layouts: Iterable<Layout>; readonly own: ReadonlySet<string> },
): readonly Diagnostic[] {
  const { name, classes } = layout
  if (!classes) return []
  const unknown = (front.class ?? '')
    .split(' ')
    .filter((each) => each !== '' && ![classes, own].some((set) => set.has(each)) && !ofAnyLayout.includes(each))
  return unknown.map((each) => {
    const elsewhere = [...layouts].filter((other) => other.classes?.has(each)).map((other) => other.name)
    const known = [...classes, ...ofAnyLayout, ...own].sort()
    return unknownClass(each, { layout: name, known, elsewhere }, document.placeOf(['class']))
  })
}

function checkRows(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] {
  const { visuals, parsed } = resolved
  const { front, blocks } = parsed.source
  const tables = visuals.flatMap((visual) => (visual.kind === 'table' ? [visual.table] : []))
  const rows = sum(tables.map((table) => table.rows.length))
  const limit = slideRoom(resolved, layout, classesOf(front)).rows
  const block = blocks.findLast(({ kind }) => kind === 'table')
  if (limit === undefined || !block || rows <= limit) return []
  const place = placeOfRow(tables, limit) ?? block.place
  return [tableTooTall(rows, { limit, layout: layout.name, roomier: roomier(layout, limit), place })]
}

/** Classes of the layout that hold more rows. */
const roomier = ({ variants }: Layout, limit: number): readonly string[] =>
  Object.keys(variants).filter((name) => (variants[name]?.rows ?? 0) > limit)

/** Charts whose series cannot all be named in the box that the layout gives them. */
function checkCharts(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] {
  const { visuals, parsed } = resolved
  return visuals.flatMap((visual) => {
    if (visual.kind !== 'chart') return []
    const { model, place } = visual
    const { name: type, mostSeries, mostCategories } = chartTypeOf(model.type)
    const box = slideRoom(resolved, layout, classesOf(parsed.source.front)).chart
    const about = { type, layout: layout.name, place }
    const crowd = (count: number, limitIn: (size: Box) => number) => {
      const fits = Object.entries(layout.variants).filter(([, { chart }]) => chart && limitIn(chart) >= count)
      return count > limitIn(box) ? { ...about, limit: limitIn(box), roomier: fits.map(([name]) => name) } : undefined
    }
    const { length: series } = model.series
    const tooMany = mostSeries && crowd(series, (size) => mostSeries(model, size))
    if (tooMany) return [chartTooSmall(series, tooMany)]
    const { length: count } = model.categories
    const tooLong = mostCategories && crowd(count, (size) => mostCategories(model, size))
    if (tooLong) return [chartTooCrowded(count, tooLong)]
    const low = tooLow(visual, resolved, layout)
    if (low) return [low]
    const { labels, values } = leftOut(model, box)
    if (labels.length > 0) return [chartLabelCut(labels, about)]
    return values.length > 0 ? [chartValuesLeftOut(values, about)] : []
  })
}

type ShownChart = Extract<ResolvedSlide['visuals'][number], { readonly kind: 'chart' }>

/** The least height of a plot, in pixels, in which bars can be compared. */
const leastPlot = 80

/** Panels in a box that is too low for them, and the classes of the layout in which it is not. */
function tooLow({ model, place }: ShownChart, resolved: ResolvedSlide, layout: Layout): Diagnostic | undefined {
  const { name: type, plotHeight } = chartTypeOf(model.type)
  const heightIn = (classes: string): number =>
    plotHeight?.(model, slideRoom(resolved, layout, classes).chart) ?? leastPlot
  const height = heightIn(classesOf(resolved.parsed.source.front))
  if (height >= leastPlot) return undefined
  const roomier = Object.keys(layout.variants).filter((name) => !name.includes(' ') && heightIn(name) >= leastPlot)
  return chartTooLow(model.panels?.length ?? 0, { type, layout: layout.name, roomier, height, place })
}

function checkCount(
  part: Counted,
  count: number,
  { needs, layout: { name }, place }: Requirement,
): readonly Diagnostic[] {
  const need = needs[part]
  if (need === undefined) return []
  const { least, most, among } = amountsOf(need)
  const noun = (n: number): string => `${n} ${n === 1 ? part.slice(0, -1) : part}`
  const there = `(there ${count === 1 ? 'is' : 'are'} ${count} of ${least})`
  if (count < least) return [missingPart(`${noun(least - count)} ${there}`, name, place)]
  if (among ? among.includes(count) : count <= most) return []
  const allowed = among ? among.join(' or ') : most === 0 ? 'none' : `at most ${most}`
  return [unsupportedPart(noun(count), name, allowed, place)]
}

function checkFields({ front, document }: SlideSource, needs: LayoutNeeds, name: string): readonly Diagnostic[] {
  const declared = needs.fields ?? {}
  const given = front.fields ?? {}
  const known = Object.keys(declared)
  return [
    ...Object.keys(given)
      .filter((key) => !Object.hasOwn(declared, key))
      .map((key) => unknownLayoutField(key, known, name, document.placeOfKey(['fields', key]))),
    ...known
      .filter((key) => declared[key] === 'required' && (given[key] === undefined || given[key] === null))
      .map((key) => missingPart(`field "${key}"`, name, document.placeOf(['layout']))),
  ]
}
