import type { Edition } from '../model/deck.ts'
import type { Part } from './part.ts'
import { announcer } from './parts/announcer.ts'
import { bar } from './parts/bar.ts'
import { card } from './parts/card.ts'
import { chartData } from './parts/chart-data.ts'
import { charts } from './parts/charts.ts'
import { help } from './parts/help.ts'
import { keyboard } from './parts/keyboard.ts'
import { labels } from './parts/labels.ts'
import { outline } from './parts/outline.ts'
import { overview } from './parts/overview.ts'
import { search } from './parts/search.ts'
import { stills } from './parts/stills.ts'
import { ticks } from './parts/ticks.ts'

/** Every part of the page, in the order in which they start; their commands appear in the help in this order. */
export const parts: readonly Part[] = [
  labels,
  announcer,
  charts,
  stills,
  search,
  overview,
  chartData,
  outline,
  ticks,
  card,
  help,
  bar,
  keyboard,
]

/** Parts that only some pages have: the speaker's window in the presenter edition, live updates while writing. */
export async function furtherParts(edition: Edition): Promise<readonly Part[]> {
  const further: Part[] = []
  if (edition === 'presenter') further.push((await import('./parts/speaker.ts')).speaker)
  if (import.meta.hot) further.push((await import('./parts/hot.ts')).hot)
  return further
}
