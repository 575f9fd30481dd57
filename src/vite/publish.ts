import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mergePublished, parsePublished, publishedFigures, publishedPath, publishedText } from '../tieout/published.ts'
import type { Project } from './project.ts'
import { isError } from './report.ts'
import { deckSession } from './session.ts'
import { boundDeck, tieDeck } from './tie.ts'

/** Keeps the figures of the public edition in data/published.csv; of a deck with errors nothing is kept. */
export async function publish({ root, engine }: Omit<Project, 'edition'>): Promise<string | undefined> {
  const project: Project = { root, engine, edition: 'public' }
  const session = deckSession(project, './')
  const { outcome, built } = tieDeck(await session.compile(), session)
  if (!built || outcome.diagnostics.some(isError)) return undefined
  const file = outcome.files.find(({ path }) => path === publishedPath)
  const before = file?.kind === 'text' ? parsePublished(file.text).figures : []
  const after = mergePublished(before, publishedFigures(boundDeck(built)))
  const known = new Map(before.map((figure) => [figure.fact, figure]))
  const fresh = after.filter(({ fact }) => !known.has(fact)).length
  const changed = after.filter((figure) => known.has(figure.fact) && known.get(figure.fact) !== figure).length
  writeFileSync(join(root, publishedPath), publishedText(after))
  return `${after.length} published figures in ${publishedPath}: ${fresh} new, ${changed} changed, ${after.length - fresh - changed} as they were`
}
