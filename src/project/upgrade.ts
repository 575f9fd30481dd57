import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileData, csvRows } from '../compiler/compile.ts'
import { metricsIn } from '../model/fact.ts'
import type { SourceFile } from '../model/source-file.ts'
import type { PublishedFigure } from '../model/ties.ts'
import { addedRows, publishedPath, publishedText } from '../tieout/report/published.ts'
import { digest } from './digest.ts'
import type { Project } from './project.ts'
import { writeNet } from './publish.ts'
import { sourceReader } from './read.ts'

/** A file before and after its upgrade. */
export interface Upgrade {
  readonly path: string
  readonly before: string
  readonly after: string
}

const deckPath = 'data/deck.yaml'

/** The deck says which format its files have. */
const formatOf = (text: string): string => (/^format\s*:/m.test(text) ? text : `format: 2\n${text}`)

/** The record of an older engine as rows that are only ever added to, those of the oldest edition first; undefined for a newer one. */
function recordOf(text: string, labelOf: (fact: string) => string): readonly PublishedFigure[] | undefined {
  const [header = [], ...body] = csvRows(text)
  if (header.join(',') !== 'fact,value,unit,edition') return undefined
  const rows = body.map((cells) => {
    const [fact = '', displayed = '', displayUnit = '', edition = ''] = cells
    const decimals = /\d\.(\d+)$/.exec(displayed)?.[1]?.length ?? 0
    return { edition, fact, displayed, decimals, displayUnit, label: labelOf(fact), source: '' }
  })
  const editions = [...new Set(rows.map(({ edition }) => edition))].sort()
  const record: PublishedFigure[] = []
  for (const edition of editions) {
    const ofEdition = rows.filter((row) => row.edition === edition)
    record.push(...addedRows(record, ofEdition, digest))
  }
  return record
}

/** What is not read while older files are brought to the new format. */
const isSetAside = ({ path }: SourceFile): boolean => path === publishedPath

/** Writes every older file of a deck in the present format, and gives what changed; nothing where all are new. */
export async function upgradeDeck({ root, engine }: Omit<Project, 'edition'>): Promise<readonly Upgrade[]> {
  const textOf = (path: string): string | undefined =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined
  const found: Upgrade[] = []
  const upgrade = (path: string, after: (text: string) => string): void => {
    const before = textOf(path)
    if (before === undefined) return
    const text = after(before)
    if (text !== before) found.push({ path, before, after: text })
  }
  const { files } = await sourceReader({ root, engine, edition: 'presenter' }).read()
  const data = compileData(files.filter((file) => !isSetAside(file)))?.data
  const labelOf = (fact: string): string => data?.metrics.get(metricsIn(fact)[0] ?? '')?.label ?? ''
  const record = recordOf(textOf(publishedPath) ?? '', labelOf)
  upgrade(deckPath, formatOf)
  upgrade(publishedPath, (text) => (record ? publishedText(record) : text))
  for (const { path, after } of found) writeFileSync(join(root, path), after)
  const last = record?.at(-1)
  if (record && last) writeNet(root, { published: { rows: record.length, digest: last.chain } })
  return found
}
