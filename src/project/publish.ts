import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BoundDeck } from '../model/deck.ts'
import { mergePublished, publishedFigures, publishedPath, publishedText } from '../tieout/report/published.ts'

/** Keeps the figures of a public edition without errors in data/published.csv; says what came of it. */
export function publish(root: string, deck: BoundDeck): string {
  const before = deck.data.published
  const after = mergePublished(before, publishedFigures(deck))
  const known = new Map(before.map((figure) => [figure.fact, figure]))
  const fresh = after.filter(({ fact }) => !known.has(fact)).length
  const changed = after.filter((figure) => known.has(figure.fact) && known.get(figure.fact) !== figure).length
  writeFileSync(join(root, publishedPath), publishedText(after))
  return `${after.length} published figures in ${publishedPath}: ${fresh} new, ${changed} changed, ${after.length - fresh - changed} as they were`
}
