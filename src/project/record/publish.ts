import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BoundDeck } from '../../model/deck.ts'
import type { NetFloor } from '../../model/ties.ts'
import { heldTies } from '../../tieout/held-ties.ts'
import { type Net, shareText, tiedShare } from '../../tieout/net.ts'
import {
  addedRows,
  latestRows,
  publishedFigures,
  publishedPath,
  publishedText,
  rowLines,
} from '../../tieout/report/published.ts'
import { digest } from './digest.ts'

/** Where a deck keeps what must not get less. */
export const netPath = 'data/net.yaml'

const comment = '# Written by "check --accept-net" and "check --publish": what must not get less.\n'

type Change =
  | { readonly tiedShare: string }
  | { readonly ties: readonly string[] }
  | { readonly published: NonNullable<NetFloor['published']> }

function linesOf(change: Change): readonly [key: string, lines: string] {
  if ('tiedShare' in change) return ['tied-share', `tied-share: ${change.tiedShare}`]
  if ('ties' in change)
    return [
      'ties',
      change.ties.length === 0 ? 'ties: []' : ['ties:', ...change.ties.map((tie) => `  - ${tie}`)].join('\n'),
    ]
  return ['published', `published: {rows: ${change.published.rows}, digest: "${change.published.digest}"}`]
}

/** Writes one part of data/net.yaml; everything else in the file stays as it is. */
export function writeNet(root: string, change: Change): void {
  const path = join(root, netPath)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : comment
  const [key, line] = linesOf(change)
  const old = new RegExp(`^${key}:.*(?:\\n[ \\t]+.*)*$`, 'm')
  writeFileSync(path, old.test(text) ? text.replace(old, line) : `${text.replace(/\n?$/, '\n')}${line}\n`)
}

/** Writes what holds now as what must not get less: share of tied figures, definitions and ties. Says so. */
export function acceptNet(root: string, { data }: Pick<BoundDeck, 'data'>, net: Net): string {
  const [share, ties] = [shareText(tiedShare(net)), heldTies(data)]
  writeNet(root, { tiedShare: share })
  writeNet(root, { ties })
  return `${netPath}: ${share}% of the printed figures are tied to others; ${ties.length} definitions and ties`
}

/** Adds the figures of a public edition (`id` where it has another than its deck) without errors to data/published.csv, whose rows stay; says what came of it. */
export function publish(root: string, deck: BoundDeck, id?: string): string {
  const before = deck.data.published
  const known = latestRows(before)
  const now = publishedFigures(deck, id)
  const added = addedRows(before, now, digest)
  const path = join(root, publishedPath)
  if (existsSync(path)) appendFileSync(path, rowLines(added))
  else writeFileSync(path, publishedText(added))
  const last = added.at(-1) ?? before.at(-1)
  if (last) writeNet(root, { published: { rows: before.length + added.length, digest: last.chain } })
  const changed = added.filter(({ fact }) => known.has(fact)).length
  return `${now.length} published figures in ${publishedPath}: ${added.length - changed} new, ${changed} changed, ${now.length - added.length} as they were`
}
