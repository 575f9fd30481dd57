import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { auditText } from '../../audit/audit.ts'
import { compileData } from '../../compiler/compile.ts'
import type { Project } from '../project.ts'
import { sourceReader } from '../read.ts'
import { NoDeckError } from './compared-deck.ts'

/** A number of a release, with where it stands and what the data say. */
interface ReleaseNumber {
  readonly line: number
  readonly column: number
  readonly text: string
  readonly arithmetic: string
}

/** A release held against a deck's data. */
export interface ReleaseComparison {
  readonly release: string
  readonly deck: string
  /** How many numbers of the release were compared with anything. */
  readonly checked: number
  readonly matched: number
  /** Numbers that the deck's data contradict. */
  readonly contradicted: readonly ReleaseNumber[]
  /** Numbers that the deck's data do not have. */
  readonly unknown: readonly ReleaseNumber[]
  /** What in the release contradicts itself. */
  readonly ownMistakes: readonly string[]
  /** The company whose data were left aside, since the release does not name it. */
  readonly unnamed?: string
}

/** Reads a release by the text audit and says of each number whether the deck has it. Throws a `NoDeckError` where data cannot be read. */
export async function againstRelease(
  file: string,
  { root, engine }: Omit<Project, 'edition'>,
): Promise<ReleaseComparison> {
  const { files } = await sourceReader({ root, engine, edition: 'presenter' }).read()
  const own = compileData(files)
  if (!own) throw new NoDeckError(`missing data: those of ${root} cannot be read`)
  const { config } = own.data
  const path = basename(file)
  const audit = auditText({
    path,
    text: readFileSync(file, 'utf8'),
    claims: config.language.claims,
    ...own,
    deckDate: config.date,
  })
  const of = (verdict: string): readonly ReleaseNumber[] =>
    audit.numbers.flatMap(({ place, text, data }) =>
      data?.verdict === verdict ? [{ line: place.line, column: place.column, text, arithmetic: data.arithmetic }] : [],
    )
  return {
    release: path,
    deck: `${config.title}, ${config.reportingPeriod.label}, ${config.date}`,
    checked: audit.unnamed === undefined ? audit.counts.bound : 0,
    matched: of('matched').length,
    contradicted: of('contradicted'),
    unknown: of('unknown'),
    ownMistakes: audit.findings
      .filter(({ severity, code }) => severity === 'error' && code !== 'text-data')
      .map(({ place, message }) => `${place.line}:${place.column} ${message}`),
    ...(audit.unnamed !== undefined && { unnamed: audit.unnamed }),
  }
}

/** The same for a reader: one line where all agrees, else what does not, contradictions first. */
export function releaseText({
  release,
  deck,
  checked,
  matched,
  contradicted,
  unknown,
  ownMistakes,
  unnamed,
}: ReleaseComparison): string {
  if (unnamed !== undefined) return `${release} does not name ${unnamed}: nothing was compared`
  if (checked === 0) return `${release}: no number could be compared`
  const lineOf = ({ line, column, text, arithmetic }: ReleaseNumber): string =>
    `  ${release}:${line}:${column}  ${arithmetic === '' ? `"${text}"` : arithmetic}`
  const list = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`${heading}:`, ...lines, '']
  return [
    `${release} against ${deck}: ${matched} matched, ${contradicted.length} contradicted, ${unknown.length} unknown`,
    ...list('contradicted', contradicted.map(lineOf)),
    ...list('not in the deck', unknown.map(lineOf)),
    ...list(
      'in the release itself',
      ownMistakes.map((text) => `  ${release}:${text}`),
    ),
  ]
    .join('\n')
    .trimEnd()
}
