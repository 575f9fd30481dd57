import { groupBy } from '../../format/group-by.ts'
import { fill } from '../../language/fill.ts'
import type { BoundDeck } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { OpenRow } from './figure-files.ts'
import type { Step } from './next-period.ts'
import type { OldGuidance, PastTarget } from './targets.ts'
import type { Wording } from './wordings.ts'

/** All that is left to do after a roll. */
export interface RollLists {
  readonly changed: readonly string[] // paths
  readonly open: readonly OpenRow[]
  readonly kept: readonly { readonly key: string; readonly words: string }[] // of data/deck.yaml
  readonly wordings: readonly Wording[]
  readonly mistakes: readonly Diagnostic[]
  readonly past: readonly PastTarget[]
  readonly old: readonly OldGuidance[]
  readonly leftOut: readonly { readonly slide: string; readonly when: string }[]
}

const list = (lines: readonly string[], nothing: string): string =>
  lines.length === 0 ? nothing : lines.map((line) => `- ${line}`).join('\n')

const placeText = ({ place: { path, line } }: Wording): string => `${path}:${line}`

/** The figures wanted of one file: a line for each metric and scenario. */
function openLines(rows: readonly OpenRow[], { data }: BoundDeck): readonly string[] {
  const { roll, lists } = data.config.language
  const lines = rows.map(({ metric, scenario, measure, periods, slides }) => {
    const label = data.metrics.get(metric)?.label ?? metric
    const name = scenario === 'actual' ? '' : ` (${data.scenarios.get(scenario)?.label ?? scenario})`
    const where = slides.length === 0 ? roll.noSlide : slides.join(lists.separator)
    return fill(roll.wanted, {
      metric: `${metric} ${label}${name}${measure === 'value' ? '' : `, ${measure}`}`,
      periods: periods.join(lists.separator),
      slides: where,
    })
  })
  return [...new Set(lines)] // rows of several units are one wish
}

function openText(open: readonly OpenRow[], deck: BoundDeck): string {
  const { roll } = deck.data.config.language
  if (open.length === 0) return roll.nothing
  return [...groupBy(open, ({ path }) => path)]
    .map(([path, rows]) => {
      const isWorkbook = rows.some((row) => row.isWorkbook)
      const heading = path === '' ? roll.noRow : isWorkbook ? fill(roll.workbook, { path }) : path
      return `### ${heading}\n${list(openLines(rows, deck), '')}`
    })
    .join('\n\n')
}

function wordingLines({ kept, wordings, mistakes }: RollLists, { data }: BoundDeck): readonly string[] {
  const { roll } = data.config.language
  return [
    ...kept.map(({ key, words }) => `data/deck.yaml ${key}: ${fill(roll.kept, { words })}`),
    ...wordings.map((wording) => `${placeText(wording)}: ${fill(roll[wording.kind], { words: wording.words })}`),
    ...mistakes.map(({ place, message, code }) => `${place.path}:${place.line}: ${message} (${code})`),
  ]
}

function targetLines({ past, old }: RollLists, { data }: BoundDeck): readonly string[] {
  const { roll, lists } = data.config.language
  return [
    ...past.map(({ metrics, scenario, period, slides }) =>
      fill(roll.became, {
        metrics: metrics.join(lists.separator),
        scenario: scenario.label,
        period,
        slides: slides.length === 0 ? roll.noSlide : slides.join(lists.separator),
      }),
    ),
    ...old.map(({ scenario, metrics }) =>
      fill(roll.renew, {
        scenario: scenario.label,
        issued: scenario.issued ?? '–',
        metrics: metrics.join(lists.separator),
      }),
    ),
  ]
}

/** roll.md: what a roll changed, and what is left to do, as lists in Markdown. */
export function rollText(lists: RollLists, deck: BoundDeck, { from, to, toDate }: Step): string {
  const { roll } = deck.data.config.language
  const section = (heading: string, ...text: readonly string[]): string => [`## ${heading}`, ...text].join('\n\n')
  return `${[
    `# ${fill(roll.title, { from: from.label, to: to.label })}`,
    fill(roll.about, { date: toDate }),
    section(roll.changed, list(lists.changed, roll.nothing)),
    section(roll.figures, roll.figuresHint, openText(lists.open, deck)),
    section(roll.wordings, roll.wordingsHint, list(wordingLines(lists, deck), roll.nothing)),
    section(roll.targets, list(targetLines(lists, deck), roll.nothing)),
    section(
      roll.leftOut,
      list(
        lists.leftOut.map((one) => fill(roll.when, one)),
        roll.nothing,
      ),
    ),
  ].join('\n\n')}\n`
}
