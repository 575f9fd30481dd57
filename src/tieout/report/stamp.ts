/** What a report or tick list was made of: with these an auditor sees whether it belongs to the page and the data at hand. */
export interface Stamp {
  /** Version of the engine. */
  readonly engine: string
  /** SHA-256 over the files of data/, those apart that are no input of a page: the record, the floor of the net, waivers. */
  readonly data: string
  /** SHA-256 of what stands in the <body> of the page; null where the deck has none for its mistakes. */
  readonly page: string | null
}

/** The same with the commit that the deck's folder is at, "…-dirty" with changes beside it; null outside version control. */
export interface CommittedStamp extends Stamp {
  readonly commit: string | null
}
