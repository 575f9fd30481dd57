import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvRows, oldWaivers } from '../../compiler/compile.ts'
import { metricsIn } from '../../model/fact.ts'
import type { SourceFile } from '../../model/source-file.ts'
import type { PublishedFigure } from '../../model/ties.ts'
import { type Finding, isOpen } from '../../tieout/finding.ts'
import { addedRows, publishedPath, publishedText } from '../../tieout/report/published.ts'
import { targetOf } from '../../tieout/waivers.ts'
import { type CheckedDeck, checkSources } from '../check-editions.ts'
import type { Project } from '../project.ts'
import { sourceReader } from '../read.ts'
import { digest } from './digest.ts'
import { writeNet } from './publish.ts'

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
const isSetAside = ({ path }: SourceFile): boolean => path === publishedPath || path === waiversPath

const waiversPath = 'data/waivers.yaml'

/** How an older waiver could name the place of a finding. */
const placesOf = ({ facts, use, slide, place }: Finding): readonly (string | undefined)[] => [
  facts[0],
  use,
  slide,
  place.path,
  `${place.path}:${place.line}`,
]

const yamlText = (entries: Readonly<Record<string, unknown>>): string =>
  Object.entries(entries)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value], index) =>
        `${index === 0 ? '- ' : '  '}${key}: ${key === 'when' || key === 'rule' ? String(value) : JSON.stringify(value)}`,
    )
    .join('\n')

/** Each older waiver as one for each finding that it excused; undefined where they are of this engine. */
function waiversOf(text: string, { tied }: CheckedDeck): string | undefined {
  const old = oldWaivers({ path: waiversPath, text })
  if (!old) return undefined
  const decks = tied ? [tied.presenter, tied.public] : []
  const findings = tied?.result.findings.filter(isOpen) ?? []
  const entries = old.flatMap(({ rule, place, reason, who, when }) =>
    findings
      .filter((found) => found.rule === rule && placesOf(found).some((name) => name === place))
      .flatMap((found) => {
        const [deck] = found.edition === 'public' ? decks.slice(1) : decks
        if (!deck) return []
        const { fact, text: words, printed, slide } = targetOf(found, deck)
        return [yamlText({ rule, fact, text: words, slide, printed, reason, who, when })]
      }),
  )
  const comments = text.split('\n').filter((line) => line.startsWith('#'))
  return `${[...comments, ...new Set(entries)].join('\n')}\n`
}

/** A deck that cannot be upgraded while it has other mistakes: what its waivers excuse, or its record names, is not known. */
export class UpgradeError extends Error {}

/** Throws where the older files cannot be brought over without losing what they say. */
function refuseBroken({ tied, diagnostics }: CheckedDeck): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (tied || !first) return
  const { path, line, column } = first.place
  const more = errors.length === 1 ? '' : `, the first of ${errors.length} errors`
  throw new UpgradeError(
    `nothing upgraded: correct the deck first, ${path}:${line}:${column} ${first.message} (${first.code})${more}`,
  )
}

/**
 * Writes every older file of a deck in the present format, and gives what changed; nothing where all are new.
 * Throws an `UpgradeError`, with nothing written, where the deck has mistakes that hide what older files are about.
 */
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
  const read = await sourceReader({ root, engine, edition: 'presenter' }).read()
  const files = read.files.filter((file) => !isSetAside(file))
  const hasOldWaivers = oldWaivers({ path: waiversPath, text: textOf(waiversPath) ?? '' }) !== undefined
  const hasOldRecord = recordOf(textOf(publishedPath) ?? '', () => '') !== undefined
  const checked = hasOldWaivers || hasOldRecord ? checkSources({ ...read, files }, root) : undefined
  if (checked) refuseBroken(checked)
  const data = checked?.tied?.presenter.data
  const labelOf = (fact: string): string => data?.metrics.get(metricsIn(fact)[0] ?? '')?.label ?? ''
  const record = recordOf(textOf(publishedPath) ?? '', labelOf)
  upgrade(deckPath, formatOf)
  upgrade(waiversPath, (text) => (checked && waiversOf(text, checked)) ?? text)
  upgrade(publishedPath, (text) => (record ? publishedText(record) : text))
  for (const { path, after } of found) writeFileSync(join(root, path), after)
  const last = record?.at(-1)
  if (record && last) writeNet(root, { published: { rows: record.length, digest: last.chain } })
  return found
}
