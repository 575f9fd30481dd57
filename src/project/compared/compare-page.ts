import { createHash } from 'node:crypto'
import type { Comparison } from '../../compare/compare-decks.ts'
import { compareHtml } from '../../compare/report-html.ts'
import type { readCompared } from './compared-deck.ts'
import { drawDecks } from './drawn-deck.ts'

type ReadDeck = Pick<Awaited<ReturnType<typeof readCompared>>[number], 'sound'> & { readonly root: string }

interface ReadDecks {
  readonly old: ReadDeck
  readonly next: ReadDeck
  readonly engine: string
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64')

/** The page of a comparison with the slides that changed as they are drawn; it needs no other file and asks for none. */
export async function comparePage(comparison: Comparison, { old, next, engine }: ReadDecks): Promise<string> {
  const [was, is] = [old.sound, next.sound]
  if (!was || !is) throw new RangeError('decks with mistakes are not compared')
  const drawables = { old: { root: old.root, sound: was }, next: { root: next.root, sound: is }, engine }
  const drawn = await drawDecks(
    drawables,
    comparison.slides.map(({ slide }) => slide),
  )
  return compareHtml(comparison, { old: was.deck, next: is.deck, drawn, hashOf })
}
