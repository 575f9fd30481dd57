import { groupBy } from '../../format/group-by.ts'
import { counted, fill } from '../../language/fill.ts'
import type { BoundDeck } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { OpenRow } from './figure-files.ts'
import type { Step } from './next-period.ts'
import { notOverText, type OpenFigure, openGroups } from './open-figures.ts'
import type { DueGuidance, OldGuidance, PastTarget } from './targets.ts'
import type { Wording } from './words/wordings.ts'

/** All that is left to do after a roll. */
export interface RollLists {
  readonly changed: readonly string[] // paths
  /** Figures that slides lack, as `check` counts them. */
  readonly open: readonly OpenFigure[]
  /** Other empty cells that the roll made: comparatives of tables, and rows that no slide prints. */
  readonly further: readonly OpenRow[]
  readonly kept: readonly { readonly key: string; readonly words: string }[] // of data/deck.yaml
  readonly wordings: readonly Wording[]
  readonly mistakes: readonly Diagnostic[]
  readonly past: readonly PastTarget[]
  readonly old: readonly OldGuidance[]
  readonly due: readonly DueGuidance[]
  readonly leftOut: readonly { readonly slide: string; readonly when: string }[]
}

const list = (lines: readonly string[], nothing: string): string =>
  lines.length === 0 ? nothing : lines.map((line) => `- ${line}`).join('\n')

const placeText = ({ place: { path, line } }: Wording): string => `${path}:${line}`

/** Empty cells of one file that no gap on a slide asks for: a line for each metric and scenario. */
function furtherLines(rows: readonly OpenRow[], { data }: BoundDeck): readonly string[] {
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

/** The figures that are missing, as `check` counts and lists them, and then the other empty cells. */
function openText({ open, further }: RollLists, deck: BoundDeck): readonly string[] {
  const { roll, tag } = deck.data.config.language
  const heading = (path: string, isOldTarget = false): string => {
    if (isOldTarget) return roll.oldTarget
    if (path === '') return roll.noRow
    return /\.xlsx$/i.test(path) ? fill(roll.workbook, { path }) : path
  }
  const missing = openGroups(open, deck.data).map(
    (group) => `### ${heading(group.path, group.isOldTarget)}\n${list(group.lines, '')}`,
  )
  const others = [...groupBy(further, ({ path }) => path)].map(
    ([path, rows]) => `#### ${heading(path)}\n${list(furtherLines(rows, deck), '')}`,
  )
  return [
    open.length === 0 ? roll.nothing : `${counted(tag, roll.open, open.length)}. ${roll.figuresHint}`,
    ...missing,
    ...notOverText(open, deck.data),
    ...(others.length === 0 ? [] : [`### ${roll.further}`, ...others]),
  ]
}

function wordingLines({ kept, wordings, mistakes }: RollLists, { data }: BoundDeck): readonly string[] {
  const { roll } = data.config.language
  return [
    ...kept.map(({ key, words }) => `data/deck.yaml ${key}: ${fill(roll.kept, { words })}`),
    ...wordings.map((wording) => `${placeText(wording)}: ${fill(roll[wording.kind], { words: wording.words })}`),
    ...mistakes.map(({ place, message, code }) => `${place.path}:${place.line}: ${message} (${code})`),
  ]
}

function targetLines({ past, old, due }: RollLists, { data }: BoundDeck): readonly string[] {
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
    ...due.map(({ period, metrics, slides }) =>
      fill(roll.due, { period, metrics: metrics.join(lists.separator), slides: slides.join(lists.separator) }),
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
    section(roll.figures, ...openText(lists, deck)),
    section(roll.wordings, roll.wordingsHint, list([...new Set(wordingLines(lists, deck))], roll.nothing)),
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
