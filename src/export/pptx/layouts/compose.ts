import type { Slide } from '../../../model/deck.ts'
import type { Item, Paragraph } from '../items.ts'
import { withWords } from '../text/measure.ts'
import { blocks } from './blocks-layout.ts'
import { cards, grid } from './card-layouts.ts'
import { contact } from './contact-layout.ts'
import { cover, section } from './dark-layouts.ts'
import { connection } from './diagrams/connection-layout.ts'
import { diagram } from './diagrams/diagram-layout.ts'
import { chartOverFigures, chartWithInset, chartWithRows } from './drawn/chart-words.ts'
import { chartsAndText } from './drawn/charts-over-text.ts'
import { picturedConnection, picturedFact, picturedTree } from './drawn/wide-pictures.ts'
import { badgeItems, footItems, headlineItems } from './frame.ts'
import { highlights } from './highlights-layout.ts'
import { lead, leadLeft } from './lead-layout.ts'
import { timeline } from './line-layouts.ts'
import { matrix } from './matrix-layout.ts'
import { photo, photoHalf } from './photo-layouts.ts'
import type { SlideScope } from './scope.ts'
import { agenda, points, statement } from './text-layouts.ts'
import { fact, kpis, tilesAndText } from './tile-layouts.ts'
import { anyLayout, chartAndPoints, companyTable, tableAndNotes } from './visual-layouts.ts'

type Arrangement = (scope: SlideScope) => readonly Item[]

interface Composed {
  readonly arrange: Arrangement
  readonly ground: 'light' | 'dark' | 'photo'
  /** Its title is among what it arranges. */
  readonly ownTitle?: true
  readonly footless?: true
  /** Where its foot begins, if not at the margin. */
  readonly left?: number
  /** Dark by the class of its slides. */
  readonly darkened?: true
}

const light = (arrange: Arrangement): Composed => ({ arrange, ground: 'light' })

/** A layout whose slides of some class are arranged otherwise; of several classes the first. */
const unless =
  (usual: Arrangement, ...others: readonly (readonly [name: string, arrange: Arrangement])[]): Arrangement =>
  (scope) =>
    (others.find(([name]) => name.split(' ').every(scope.has))?.[1] ?? usual)(scope)

/** The shipped layouts, each as the theme's style sheets have it. */
const layouts: Readonly<Record<string, Composed>> = {
  agenda: light(agenda),
  cards: light(cards),
  'chart-and-points': light(
    unless(chartAndPoints, ['inset', chartWithInset], ['pictures', chartWithRows], ['figures', chartWithRows]),
  ),
  'company-table': light(companyTable),
  connection: light(unless(connection, ['picture', picturedConnection])),
  contact: { arrange: contact, ground: 'dark', ownTitle: true },
  cover: { arrange: cover, ground: 'dark', ownTitle: true, footless: true },
  diagram: light(unless(diagram, ['tree pictures', picturedTree])),
  fact: light(unless(fact, ['picture', picturedFact])),
  grid: light(unless(grid, ['blocks', blocks])),
  highlights: light(highlights),
  kpis: light(kpis),
  lead: { arrange: lead, ground: 'light', ownTitle: true, left: leadLeft },
  matrix: light(matrix),
  'one-chart': light(unless(chartsAndText, ['figures', chartOverFigures])),
  photo: { arrange: photo, ground: 'photo', ownTitle: true },
  'photo-half': { arrange: photoHalf, ground: 'light', ownTitle: true },
  points: light(points),
  section: { arrange: section, ground: 'dark', ownTitle: true },
  statement: light(statement),
  'table-and-notes': light(tableAndNotes),
  'three-charts': light(chartsAndText),
  tiles: light(tilesAndText),
  timeline: light(timeline),
  'two-charts': light(chartsAndText),
}

const darkened = ' dark'

/** Whether slides have the dark ground by their class, not by what they are. */
export const isDarkened = ({ darkened }: Composed): boolean => darkened === true

/** How a layout is arranged; one of a company's own by the boxes of its contract. Its name may end in " dark". */
export function composedAs(name: string, own: ReadonlySet<string>): Composed {
  const layout = name.endsWith(darkened) ? name.slice(0, -darkened.length) : name
  const found =
    Object.hasOwn(layouts, layout) && !own.has(layout) ? (layouts[layout] ?? light(anyLayout)) : light(anyLayout)
  return layout === name ? found : { ...found, ground: 'dark', darkened: true }
}

/** The name of a slide's layout in the presentation: one on the dark ground, by its class, has a layout of its own. */
export const layoutName = (slide: Pick<Slide, 'class' | 'layout'>, own: ReadonlySet<string>): string =>
  hasClass(slide)('dark') && composedAs(slide.layout, own).ground === 'light'
    ? `${slide.layout}${darkened}`
    : slide.layout

/** Text that says no colour has that of text on its ground. */
function inColor(item: Item, color: string): Item {
  const set = <T extends { readonly paragraphs: readonly Paragraph[] }>(one: T): T => ({
    ...one,
    paragraphs: one.paragraphs.map((each) => ({ color, ...each })),
  })
  if (item.kind === 'text') return set(item)
  return item.kind === 'table'
    ? { ...item, rows: item.rows.map((row) => ({ ...row, cells: row.cells.map(set) })) }
    : item
}

/** Everything that stands on a slide, in the order in which it is read. */
export function slideItems(scope: SlideScope, own: ReadonlySet<string>): readonly Item[] {
  const { look } = scope
  const composed = composedAs(layoutName(scope.slide, own), own)
  const { arrange, ground, ownTitle, footless, left } = composed
  const colors =
    ground === 'dark'
      ? {
          text: look.onDeepMuted,
          strong: isDarkened(composed) ? look.onDeep : look.onDeepMuted,
          isUnnamed: !isDarkened(composed),
        }
      : ground === 'photo' && !scope.has('light')
        ? { text: '#ffffff', strong: '#ffffff' }
        : { text: look.muted, strong: look.ink }
  const items = [
    ...(ownTitle ? [] : headlineItems(scope)),
    ...arrange(scope),
    ...(footless ? [] : footItems(scope, { ...colors, ...(left && { left }) })),
    ...badgeItems(scope),
  ].map((item) => (item.kind === 'text' ? withWords(item) : item))
  return layoutName(scope.slide, own) === scope.slide.layout ? items : items.map((item) => inColor(item, look.ink))
}

/** The classes of a slide, and its layout's name among them for boxes. */
export const hasClass = ({ class: names }: Pick<Slide, 'class'>): ((name: string) => boolean) => {
  const all = new Set(names.split(/\s+/))
  return (name) => all.has(name)
}
