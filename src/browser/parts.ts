import type { Edition } from '../model/deck.ts'
import type { Part } from './part.ts'
import { announcer } from './parts/announcer.ts'
import { aria } from './parts/aria.ts'
import { chartData } from './parts/chart-data.ts'
import { charts } from './parts/charts.ts'
import { factCard } from './parts/fact-card.ts'
import { help } from './parts/help.ts'
import { keyboard } from './parts/keyboard.ts'
import { outline } from './parts/outline.ts'
import { overview } from './parts/overview.ts'
import { search } from './parts/search.ts'
import { stills } from './parts/stills.ts'
import { ticks } from './parts/ticks.ts'
import { toolbar } from './parts/toolbar.ts'

/** Every part of the page, in the order in which they start; their commands appear in the help in this order. */
export const parts: readonly Part[] = [
  aria,
  announcer,
  charts,
  stills,
  search,
  overview,
  chartData,
  outline,
  ticks,
  factCard,
  help,
  toolbar,
  keyboard,
]

/** Parts that only some pages have: the speaker's window in the presenter edition, live updates while writing. */
export async function furtherParts(edition: Edition): Promise<readonly Part[]> {
  const further: Part[] = []
  if (edition === 'presenter') further.push((await import('./parts/speaker.ts')).speaker)
  if (import.meta.hot) further.push((await import('./parts/live-updates.ts')).liveUpdates)
  return further
}
