import { fiscalYear, lastMonthOf } from '../../format/fiscal.ts'
import type { DeckConfig, DeckData } from '../../model/deck.ts'
import type { ParsedSlide } from '../parse/slides/parsed-slide.ts'

/** A slide that is not shown this time: it is in neither edition, and nothing of it is looked up. */
export interface LeftOutSlide {
  readonly slide: string // its id
  readonly path: string
  readonly when: string // as its front matter says
}

/** Whether slides of a kind are shown: those of the year's end where the reporting period ends a fiscal year, those of a quarter elsewhere. */
function isShown(when: string | undefined, { reportingPeriod, calendar }: DeckConfig): boolean {
  if (when === undefined || when === 'always') return true
  const last = lastMonthOf(reportingPeriod)
  const endsYear = lastMonthOf(fiscalYear(last, calendar)) === last
  return endsYear === (when === 'year-end')
}

/** The slides of a deck that are shown for its reporting period, and those that are left out. */
export function shownSlides(
  slides: readonly ParsedSlide[],
  config: DeckConfig,
): { readonly shown: readonly ParsedSlide[]; readonly leftOut: readonly LeftOutSlide[] } {
  const shown = slides.filter(({ source }) => isShown(source.front.when, config))
  const leftOut = slides
    .filter((slide) => !shown.includes(slide))
    .map(({ source: { id, path, front } }) => ({ slide: id, path, when: front.when ?? '' }))
  return { shown, leftOut }
}

/** The data without what is said of slides that are left out: their errata and waivers wait with them. */
export function dataWithout(data: DeckData, leftOut: readonly LeftOutSlide[]): DeckData {
  if (leftOut.length === 0) return data
  const ids = new Set(leftOut.map(({ slide }) => slide))
  const isOf = ({ slide }: { readonly slide?: string | undefined }): boolean => slide !== undefined && ids.has(slide)
  return {
    ...data,
    errata: data.errata.filter((erratum) => !isOf(erratum)),
    waivers: data.waivers.filter((waiver) => !isOf(waiver)),
  }
}
