import type { DeckHead } from '../../../model/deck.ts'
import { once } from '../../../model/memory.ts'
import type { LayoutNeeds } from '../../parse/templates/layouts.ts'
import { type Fields, fields, list, unknownValue, type Value } from './value.ts'

/** A group of a slide as a layout sees it; everything is HTML. */
export interface GroupView {
  readonly id: string
  readonly heading: string
  readonly html: string
  readonly visuals: readonly VisualView[]
}

export interface VisualView {
  readonly kind: 'chart' | 'table' | 'tiles'
  readonly id: string
  readonly title: string
  readonly html: string
}

/** Everything that a layout may place. */
export interface SlideView {
  readonly title: string
  readonly subtitle: string
  readonly takeaway: string
  readonly lead: string
  readonly groups: readonly GroupView[]
  readonly text: string
  readonly body: string
  readonly visuals: readonly VisualView[]
  readonly sources: string
  readonly footnotes: readonly string[]
  readonly section: { readonly id: string; readonly title: string } | undefined
  readonly agenda: readonly AgendaEntry[]
  readonly qr: string
  readonly deck: DeckHead
  readonly slide: {
    readonly id: string
    readonly number: number | string // "B1" of a back-up slide
    readonly total: number
    readonly layout: string
    readonly class: string
    readonly fields: ReadonlyMap<string, Value>
  }
}

export interface AgendaEntry {
  readonly id: string
  readonly title: string
  readonly number: number
  readonly current: boolean
}

const html = (text: string): Value => ({ html: text })

const name = (text: string): Value => ({ kind: 'text', text })

const visual = ({ id, title, html: text }: VisualView): Fields => fields({ id, title, html: html(text) }, text)

const only = (visuals: readonly VisualView[], kind: VisualView['kind']): readonly VisualView[] =>
  visuals.filter((each) => each.kind === kind)

const visualSample = visual({ kind: 'chart', id: '', title: '', html: '' })
const visualList = (visuals: readonly VisualView[]): Value => list(visuals.map(visual), visualSample)
const tilesOf = (visuals: readonly VisualView[]): Value =>
  html(
    only(visuals, 'tiles')
      .map((tiles) => tiles.html)
      .join(''),
  )

const group = ({ id, heading, html: text, visuals }: GroupView): Fields =>
  fields({
    id,
    heading: html(heading),
    html: html(text),
    visuals: visualList(visuals),
    charts: visualList(only(visuals, 'chart')),
    tables: visualList(only(visuals, 'table')),
    tiles: tilesOf(visuals),
  })

/** Most slides share their entries. */
const agendaEntry = once(
  ({ id, title, number, current }: AgendaEntry): Fields => fields({ id, title: name(title), number, current }),
)

const agendaSample = agendaEntry({ id: '', title: '', number: 0, current: false })

function deckValue({ fields: further, reportingPeriod: _, duration: __, ...head }: DeckHead): Fields {
  return fields({ ...head, fields: fields(further) })
}

/** The slide as a layout sees it. */
export function layoutValue(view: SlideView, needs: LayoutNeeds | undefined): Fields {
  const { slide, section } = view
  const declared = Object.keys(needs?.fields ?? {})
  const given = Object.fromEntries(declared.map((name) => [name, slide.fields.get(name) ?? null]))
  return fields({
    title: html(view.title),
    subtitle: html(view.subtitle),
    takeaway: html(view.takeaway),
    lead: html(view.lead),
    groups: list(view.groups.map(group), group({ id: '', heading: '', html: '', visuals: [] })),
    text: html(view.text),
    body: html(view.body),
    visuals: visualList(view.visuals),
    charts: visualList(only(view.visuals, 'chart')),
    tables: visualList(only(view.visuals, 'table')),
    tiles: tilesOf(view.visuals),
    sources: html(view.sources),
    footnotes: list(view.footnotes.map(html), html('')),
    section: section ? fields({ id: section.id, title: name(section.title) }) : null,
    agenda: list(view.agenda.map(agendaEntry), agendaSample),
    qr: html(view.qr),
    deck: deckValue(view.deck),
    slide: fields({ ...slide, fields: needs ? fields(given) : unknownValue }),
  })
}

/** A slide of which nothing is known, to check a layout with. */
export function sampleValue(deck: DeckHead, needs: LayoutNeeds | undefined): Fields {
  const unknown = new Map(Object.keys(needs?.fields ?? {}).map((name): [string, Value] => [name, unknownValue]))
  const slide = { id: '', number: 0, total: 0, layout: '', class: '', fields: unknown }
  const empty = { title: '', subtitle: '', takeaway: '', lead: '', text: '', body: '', sources: '', qr: '' }
  const lists = { groups: [], visuals: [], footnotes: [], agenda: [] }
  return layoutValue({ ...empty, ...lists, section: { id: '', title: '' }, deck, slide }, needs)
}
