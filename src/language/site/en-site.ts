import type { SiteWords } from './site-words.ts'

/** English words of a site. */
export const site: SiteWords = {
  index: {
    title: '{company}: presentations',
    downloads: 'Downloads',
    latest: 'Latest presentation',
    feed: 'Feed of presentations',
    metrics: 'Figures over time',
  },
  notFound: {
    title: 'There is no such page',
    text: 'The address may be mistyped, or the page may never have been here.',
    home: 'All presentations',
  },
  moved: { title: 'This page is elsewhere', text: 'It is at' },
  slide: {
    label: 'Presentation',
    previous: 'Before: {title}',
    next: 'Next: {title}',
    deck: 'Whole presentation: {title}',
    downloads: 'Downloads',
    open: 'Open in the presentation',
  },
  downloads: {
    title: '{title}: downloads',
    data: 'Figures',
    files: 'Files',
    charts: 'Figures of each chart',
    figures: 'Every printed figure, as CSV',
    figuresJson: 'Every printed figure, as JSON',
    deckJson: 'The presentation as data',
    bytes: '{size} kB',
  },
  notice: {
    corrected: 'This presentation has been corrected.',
    correctedLink: 'To the corrected version',
    withdrawn: 'Withdrawn: {title}',
    reason: 'The reason: {reason}',
  },
  metrics: {
    title: '{company}: figures over time',
    metric: '{metric} over time',
    period: 'Period',
    value: 'As printed',
    status: 'Kind',
    deck: 'Presentation',
    restated: 'Restated',
    csv: 'As CSV',
  },
  dataset: '{title}: figures',
}
