import { plainText, textsIn } from '../../model/content.ts'
import { type Slide, tablesOf } from '../../model/deck.ts'
import { once } from '../../model/memory.ts'
import type { Place } from '../../model/source-file.ts'
import type { Passage } from './passage.ts'

/** The heading of its group, by the place of each text of a slide. */
const headingsOf = once(
  ({ groups }: Slide): ReadonlyMap<Place, string> =>
    new Map(
      groups.flatMap(({ heading, blocks }) => {
        const text = plainText(heading.runs)
        return textsIn(blocks).map(({ place }) => [place, text] as const)
      }),
    ),
)

/** The heading under which a passage stands; "" where there is none. */
export const headingAbove = ({ slide, place }: Passage): string => headingsOf(slide).get(place) ?? ''

/** All that stands above a passage and says what its numbers are of: title, subtitle and heading, a line each. */
export function headingsAbove(passage: Passage): string {
  const { title, subtitle } = passage.slide
  const titles = passage.region === 'title' ? [] : [title, subtitle].map((text) => (text ? plainText(text.runs) : ''))
  return [...titles, headingAbove(passage)].join('\n')
}

/** Whether a passage is the heads of a table's columns, side by side. */
export const isOfHeads = ({ region, slide, place }: Passage): boolean =>
  region === 'table' && tablesOf(slide).some((table) => table.place === place)
