/** The words of a site of published decks, around the decks themselves. */
export interface SiteWords {
  readonly index: {
    readonly title: string // {company}
    readonly downloads: string
    readonly latest: string
    readonly feed: string
    readonly metrics: string
  }
  readonly notFound: { readonly title: string; readonly text: string; readonly home: string }
  readonly moved: { readonly title: string; readonly text: string }
  /** The page of an embargoed folder, which says nothing of what is in it. */
  readonly sealed: {
    readonly title: string
    readonly text: string
    readonly passphrase: string
    readonly open: string
    readonly opening: string
    readonly wrong: string
    readonly unreachable: string
    readonly insecure: string
    readonly unsupported: string
    readonly noScripts: string
  }
  /** Under a slide on a page of its own. */
  readonly slide: {
    readonly label: string
    readonly previous: string // {title}
    readonly next: string // {title}
    readonly deck: string // {title}
    readonly downloads: string
    readonly open: string
  }
  readonly downloads: {
    readonly title: string // {title}
    readonly data: string
    readonly files: string
    readonly charts: string
    readonly figures: string
    readonly figuresJson: string
    readonly deckJson: string
    readonly bytes: string // {size}, in kilobytes
  }
  readonly notice: {
    readonly corrected: string
    readonly correctedLink: string
    readonly correction: string // {title}, in the feed
    readonly restored: string
    readonly restoredLink: string
    readonly withdrawn: string // {title}
    readonly reason: string // {reason}
  }
  readonly metrics: {
    readonly title: string // {company}
    readonly metric: string // {metric}
    readonly period: string
    readonly value: string
    readonly status: string
    readonly deck: string
    readonly restated: string
    readonly csv: string
  }
  /** Names of the records that search engines read. */
  readonly dataset: string // {title}
}
