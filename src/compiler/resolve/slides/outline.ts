import type { Report } from '../../../model/diagnostic.ts'
import { ambiguousOrder, duplicateSection, duplicateSlide, unknownSection } from '../../diagnostics/slides.ts'
import type { SlideSource } from '../../parse/slides/slide-source.ts'

/** Where a slide stands in the deck. */
export interface OutlineEntry {
  readonly source: SlideSource
  readonly number: number // 1-based among the slides of the edition; 0 for one that is not in it
  readonly section: string // "" before the first section
}

export interface Outline {
  readonly entries: readonly OutlineEntry[]
  /** Slides that open a section, by the section's id, in order. */
  readonly sections: ReadonlyMap<string, OutlineEntry>
  readonly total: number
}

const opensSection = ({ front }: SlideSource): boolean => front.layout === 'section'

/** Orders and numbers the slides and finds the section of each; hidden ones count only where they are shown. */
export function outline(
  sources: readonly SlideSource[],
  { showsHidden, report }: { readonly showsHidden: boolean; readonly report: Report },
): Outline {
  reportRepeated(sources, report)
  const openings = new Map<string, SlideSource>()
  for (const source of sources.filter(opensSection)) {
    const id = source.front.section ?? source.id
    const first = openings.get(id)
    if (first) report(duplicateSection(id, first.path, source.document.placeOf(['section'])))
    else openings.set(id, source)
  }
  const entries: OutlineEntry[] = []
  let number = 0
  let current = ''
  for (const source of sources) {
    const named = source.front.section
    if (opensSection(source)) current = named ?? source.id
    else if (named !== undefined && !openings.has(named))
      report(unknownSection(named, openings.keys(), source.document.placeOf(['section'])))
    const isShown = showsHidden || source.front.hidden !== true
    entries.push({ source, number: isShown ? ++number : 0, section: named ?? current })
  }
  const sections = entries.filter(({ source, number: at }) => at > 0 && openings.get(sectionOf(source)) === source)
  return {
    entries,
    sections: new Map(sections.map((entry) => [entry.section, entry])),
    total: number,
  }
}

const sectionOf = (source: SlideSource): string => (opensSection(source) ? (source.front.section ?? source.id) : '')

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
}
