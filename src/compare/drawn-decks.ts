/** The slides of a deck as they are drawn: their sections by id, and the one style sheet that they need. */
export interface DrawnDeck {
  readonly sheet: string
  readonly language: string // BCP 47
  readonly slides: ReadonlyMap<string, string>
}

/** Two decks as drawn; `<img data-picture="3">` stands for the picture of that number, which both share. */
export interface DrawnDecks {
  readonly old: DrawnDeck
  readonly next: DrawnDeck
  readonly pictures: readonly string[] // data: addresses
}
