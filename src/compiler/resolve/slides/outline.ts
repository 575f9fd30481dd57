import { fill } from '../../../language/fill.ts'
import type { SlideWords } from '../../../language/language.ts'
import type { Slide } from '../../../model/deck.ts'
import type { Report } from '../../../model/diagnostic.ts'
import { duplicateName } from '../../diagnostics/data.ts'
import {
  ambiguousOrder,
  duplicateSection,
  duplicateSlide,
  invalidDuration,
  unknownSection,
} from '../../diagnostics/slides.ts'
import type { SlideSource } from '../../parse/slides/slide-source.ts'

/** Where a slide stands in the deck. */
export interface OutlineEntry {
  readonly source: SlideSource
  readonly number: number // 1-based among the slides of the talk, or among its back-up slides; 0 for one that is not in the edition
  readonly section: string // "" before the first section
}

export interface Outline {
  readonly entries: readonly OutlineEntry[]
  /** Slides that open a section, by the section's id, in order. */
  readonly sections: ReadonlyMap<string, OutlineEntry>
  readonly total: number // of the talk, without back-up slides
}

/** What is printed as a slide's number: "12", of a back-up slide "B1". */
export const printedNumber = (
  { number, hidden }: Pick<Slide, 'number' | 'hidden'>,
  { backup }: Pick<SlideWords, 'backup'>,
): number | string => (hidden ? fill(backup, { number }) : number)

const opensSection = ({ front }: SlideSource): boolean => front.layout === 'section'

interface OutlineOptions {
  readonly showsHidden: boolean
  /** Planned minutes of the talk. */
  readonly duration: number | undefined
  readonly report: Report
}

/** Orders and numbers the slides and finds the section of each; hidden ones are back-up slides, counted apart where they are shown. */
export function outline(sources: readonly SlideSource[], { showsHidden, duration, report }: OutlineOptions): Outline {
  reportRepeated(sources, report)
  reportOvertime(sources, duration, report)
  const openings = new Map<string, SlideSource>()
  for (const source of sources.filter(opensSection)) {
    const id = source.front.section ?? source.id
    const first = openings.get(id)
    if (first) report(duplicateSection(id, first.path, source.document.placeOf(['section'])))
    else openings.set(id, source)
  }
  const entries: OutlineEntry[] = []
  const counts = { shown: 0, hidden: 0 }
  let current = ''
  for (const source of sources) {
    const named = source.front.section
    if (opensSection(source)) current = named ?? source.id
    else if (named !== undefined && !openings.has(named))
      report(unknownSection(named, openings.keys(), source.document.placeOf(['section'])))
    const isHidden = source.front.hidden === true
    const number = isHidden ? (showsHidden ? ++counts.hidden : 0) : ++counts.shown
    entries.push({ source, number, section: named ?? current })
  }
  const sections = entries.filter(({ source, number: at }) => at > 0 && openings.get(sectionOf(source)) === source)
  return {
    entries,
    sections: new Map(sections.map((entry) => [entry.section, entry])),
    total: counts.shown,
  }
}

const sectionOf = (source: SlideSource): string => (opensSection(source) ? (source.front.section ?? source.id) : '')

/** Minutes of the slides that do not fit into those of the talk, or that belong to no slide of the talk. */
function reportOvertime(sources: readonly SlideSource[], duration = Number.POSITIVE_INFINITY, report: Report): void {
  let spent = 0
  for (const { front, document } of sources) {
    if (front.duration === undefined) continue
    const before = spent
    if (front.hidden !== true) spent = Math.round((spent + front.duration) * 100) / 100
    const time = { minutes: front.duration, spent, duration, isHidden: front.hidden === true }
    if (time.isHidden || (before <= duration && spent > duration))
      report(invalidDuration(time, document.placeOf(['duration'])))
  }
}

function reportRepeated(sources: readonly SlideSource[], report: Report): void {
  const ids = new Map<string, string>()
  const orders = new Map<string, string>()
  for (const { id, order, path } of sources) {
    const sameId = ids.get(id)
    const sameOrder = orders.get(order)
    if (sameId !== undefined) report(duplicateSlide(id, path, sameId))
    if (sameOrder !== undefined) report(ambiguousOrder(order, path, sameOrder))
    ids.set(id, sameId ?? path)
    orders.set(order, sameOrder ?? path)
  }
  reportRepeatedFormer(sources, new Set(ids.keys()), report)
}

/** A former id leads to one slide only. */
function reportRepeatedFormer(sources: readonly SlideSource[], taken: Set<string>, report: Report): void {
  for (const { front, document } of sources)
    for (const name of [front.formerly ?? []].flat()) {
      if (taken.has(name)) report(duplicateName('slide', name, document.placeOf(['formerly'])))
      taken.add(name)
    }
}
