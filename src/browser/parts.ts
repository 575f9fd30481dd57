import type { PageData } from '../model/page-data.ts'
import { loadImages } from './images.ts'
import { loadModule } from './modules.ts'
import type { Part, PartContext } from './part.ts'
import { announcer } from './parts/announcer.ts'
import { answer } from './parts/answer.ts'
import { aria } from './parts/aria.ts'
import { builds } from './parts/builds.ts'
import { chartData } from './parts/chart-data.ts'
import { charts } from './parts/charts.ts'
import { contents } from './parts/contents.ts'
import { factCard } from './parts/fact-card.ts'
import { fromDisk } from './parts/from-disk.ts'
import { help } from './parts/help.ts'
import { keyboard } from './parts/keyboard.ts'
import { outline } from './parts/outline.ts'
import { overview } from './parts/overview.ts'
import { proof } from './parts/proof.ts'
import { scrollers } from './parts/scrollers.ts'
import { search } from './parts/search.ts'
import { stills } from './parts/stills.ts'
import { stops } from './parts/stops.ts'
import { swipes } from './parts/swipes.ts'
import { ticks } from './parts/ticks.ts'
import { toolbar } from './parts/toolbar.ts'
import { wakeLock } from './parts/wake-lock.ts'
import { without } from './parts/without.ts'
import type { View } from './view.ts'

/** Every part of the page, in the order in which they start; their commands appear in the help in this order. */
export const parts: readonly Part[] = [
  aria,
  stops,
  scrollers,
  announcer,
  contents,
  builds,
  charts,
  stills,
  search,
  overview,
  chartData,
  outline,
  ticks,
  without,
  proof,
  answer,
  factCard,
  help,
  toolbar,
  swipes,
  wakeLock,
  fromDisk,
  keyboard,
]

/** Parts of a slide in a frame of another site: no furniture. */
export const frameParts: readonly Part[] = [aria, scrollers, charts, factCard]

/** Parts that only some pages have: sharing in a site, the speaker's window and notes on paper in the presenter edition, live updates while writing. */
export async function furtherParts(
  kind: View['kind'],
  { edition, isHosted = false }: Pick<PageData, 'edition' | 'isHosted'>,
): Promise<readonly Part[]> {
  const further: Part[] = []
  if (isHosted && kind !== 'print') further.push((await loadModule(() => import('./parts/share.ts'))).share)
  if (edition === 'presenter' && kind === 'deck')
    further.push((await loadModule(() => import('./speaker/speaker-parts.ts'))).speaker)
  if (edition === 'presenter' && kind !== 'speaker')
    further.push((await loadModule(() => import('./parts/notes-pages.ts'))).notesPages)
  if (edition === 'presenter' && kind === 'speaker')
    further.push((await loadModule(() => import('./speaker/speaker-parts.ts'))).speakerWindow)
  if (import.meta.hot) {
    further.push((await import('./parts/live-updates.ts')).liveUpdates)
    if (kind === 'deck') further.push((await import('./parts/live-figures.ts')).liveFigures)
  }
  return further
}

/** Fetches what a slide or a key may ask for later, so that it is there when the connection is not; says in the document when all is. */
export async function loadAhead({ view, facts, charts: models }: PartContext): Promise<void> {
  const showsCharts = view.kind === 'deck' || view.kind === 'page'
  const stills = showsCharts ? [...view.root.querySelectorAll<HTMLImageElement>('img.chart-still')] : []
  await Promise.all([
    loadModule(() => import('./dialogs/fact-card-dialog.ts')),
    loadModule(() => import('./dialogs/search-dialog.ts')),
    loadModule(() => import('./dialogs/help-dialog.ts')),
    loadModule(() => import('./copies/copies.ts')),
    ...(view.kind === 'deck' ? [loadModule(() => import('./dialogs/answer-dialog.ts'))] : []),
    ...(showsCharts ? [loadModule(() => import('../charts/live/live-chart.ts')), models.load()] : []),
    facts.load(),
    loadImages(stills),
  ])
  document.documentElement.dataset.ahead = ''
}
