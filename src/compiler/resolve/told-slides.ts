import { fiscalYear, lastMonthOf } from '../../format/fiscal.ts'
import type { DeckConfig, DeckData } from '../../model/deck.ts'
import type { ParsedSlide } from '../parse/slides/parsed-slide.ts'

/** A slide that is not told this time: it is in neither edition, and nothing of it is looked up. */
export interface LeftOutSlide {
  readonly slide: string // its id
  readonly path: string
  readonly when: string // as its front matter says
}

/** Whether slides of a kind are told: those of the year's end where the reporting period ends a fiscal year, those of a quarter elsewhere. */
function isTold(when: string | undefined, { reportingPeriod, calendar }: DeckConfig): boolean {
  if (when === undefined || when === 'always') return true
  const last = lastMonthOf(reportingPeriod)
  const endsYear = lastMonthOf(fiscalYear(last, calendar)) === last
  return endsYear === (when === 'year-end')
}

/** The slides of a deck that are told of its reporting period, and those that are left out. */
export function toldSlides(
  slides: readonly ParsedSlide[],
  config: DeckConfig,
): { readonly told: readonly ParsedSlide[]; readonly leftOut: readonly LeftOutSlide[] } {
  const told = slides.filter(({ source }) => isTold(source.front.when, config))
  const leftOut = slides
    .filter((slide) => !told.includes(slide))
    .map(({ source: { id, path, front } }) => ({ slide: id, path, when: front.when ?? '' }))
  return { told, leftOut }
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
