import { metricNamed } from '../../format/fact-names.ts'
import { isSumId, metricsIn } from '../../model/fact.ts'
import type { Place } from '../../model/source-file.ts'
import { chainText, type PublishedFigure } from '../../model/ties.ts'
import type { Finding } from '../finding.ts'
import { latestRows, publishedPath } from '../report/published.ts'
import { finding, type Rule, type RuleContext } from '../rule.ts'

const startOfFile: Place = { path: publishedPath, line: 1, column: 1 }
const fromHistory = 'Rows are only ever added, by "check --publish": take the file back from version control.'

/** Rows whose digest is not that of their cells and of the row before: one was altered, moved or taken out. */
function brokenRows({ published, digest }: RuleContext): readonly Finding[] {
  if (!digest) return []
  return published.flatMap((row, index) => {
    if (digest(chainText(row, published[index - 1]?.chain ?? '')) === row.chain) return []
    const message = `invalid row of ${row.fact}: it was altered, or the row before it is missing`
    return [finding('N3', 'error', { place: row.place ?? startOfFile, facts: [row.fact], message, hint: fromHistory })]
  })
}

/** Without the length of the record in data/net.yaml its last rows could be cut off without a word. */
function unheldRows(published: RuleContext['published']): readonly Finding[] {
  const last = published.at(-1)
  if (last?.place === undefined) return [] // none, or they were read from no file
  const message = `missing "published" in data/net.yaml: ${publishedPath} has ${published.length} rows`
  const hint = 'Take data/net.yaml back from version control; "check --publish" writes it with the record.'
  return [finding('N3', 'error', { place: startOfFile, facts: [], message, hint })]
}

/** The record is at least as long as it was, and its row of that time is still the same. */
function cutRows({ published, deck }: RuleContext): readonly Finding[] {
  const floor = deck.data.net?.published
  if (!floor) return unheldRows(published)
  if (floor.rows === 0) return []
  const { rows, digest } = floor
  const about = { place: startOfFile, facts: [], hint: fromHistory }
  if (published.length < rows)
    return [
      finding('N3', 'error', { ...about, message: `missing rows of ${publishedPath}: ${published.length} of ${rows}` }),
    ]
  if (published[rows - 1]?.chain === digest) return []
  return [
    finding('N3', 'error', { ...about, message: `invalid row ${rows + 1} of ${publishedPath}: another was published` }),
  ]
}

/** Published facts whose metric has another name or label now: once a metric. */
function renamed({ published, deck }: RuleContext): readonly Finding[] {
  const { metrics } = deck.data
  const said = new Set<string>()
  return [...latestRows(published).values()].flatMap((row) => {
    const [name = row.fact] = metricsIn(row.fact)
    const metric = metricNamed(metrics, name)
    if (said.has(name) || (metric && (row.label === '' || row.label === metric.label || isSumId(row.fact)))) return []
    said.add(name)
    const { fact, label, place = startOfFile } = row
    if (metric)
      return [
        finding('N3', 'warning', {
          place: metric.place,
          facts: [fact],
          message: `invalid label "${metric.label}" of ${name}: it was published as "${label}"`,
          hint: 'Give it the published label, or publish again once the new one is meant.',
        }),
      ]
    return isDeclared(row, metrics)
      ? []
      : [
          finding('N3', 'warning', {
            place,
            facts: [fact],
            message: `unknown metric ${name}: ${fact} was published, but no metric has this name now`,
            hint: 'Give the metric in data/metrics.yaml the name that it was published with, or `formerly:` with that name.',
          }),
        ]
  })
}

/** A fact of several metrics, one of which is known, is compared by it. */
const isDeclared = ({ fact }: PublishedFigure, metrics: RuleContext['deck']['data']['metrics']): boolean =>
  metricsIn(fact).some((name) => metricNamed(metrics, name) !== undefined)

function check(context: RuleContext): readonly Finding[] {
  const faults = [...brokenRows(context), ...cutRows(context), ...renamed(context)]
  const { published } = context
  if (published.length === 0 || faults.length > 0) return faults
  const message = `${published.length} rows of ${publishedPath} are as they were written`
  return context.digest ? [finding('N3', 'ticked', { place: startOfFile, facts: [], message })] : []
}

export const n3: Rule = { id: 'N3', title: 'the published record is only ever added to', check }
