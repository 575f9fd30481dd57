import { compile } from '../compiler/compile.ts'
import { disclosedDeck } from '../compiler/resolve/disclosure/disclosed-deck.ts'
import { deckAsJson } from '../export/deck-json.ts'
import { deckJson } from '../export/deck-schema.ts'
import type { BoundDeck, Deck, Evidence } from '../model/deck.ts'
import { tieOut as tie } from '../tieout/tie-out.ts'

/*
 * What other programs import: files to deck, deck to findings, deck to JSON. All three are pure: no disk, no clock, no
 * printing. What is exported here changes with a new major version only.
 */

export type { Compilation } from '../compiler/compile.ts'
export type { CompileOptions } from '../compiler/options.ts'
export type { Deck, Edition, Evidence } from '../model/deck.ts'
export type { Diagnostic } from '../model/diagnostic.ts'
export type { SourceFile } from '../model/source-file.ts'
export type { TieOut } from '../tieout/tie-out.ts'
export { compile }

/** Ties every figure and claim of a compiled deck: each finding with its arithmetic, and what of it to report. */
export function tieOut({ deck, evidence }: Sound): ReturnType<typeof tie> {
  const bound: BoundDeck = { ...evidence, slides: deck.slides }
  return tie(bound)
}

/** A deck without mistakes, as `compile` gives it. */
export interface Sound {
  readonly deck: Deck
  readonly evidence: Evidence
}

/** The deck as plain JSON of schemas/deck-content.schema.json; of a public edition only what readers may know. */
export function inspect({ deck, evidence }: Sound, slide?: string): ReturnType<typeof deckJson.parse> {
  return deckJson.parse(deckAsJson(disclosedDeck(deck, evidence).deck, slide === undefined ? {} : { slide }))
}
