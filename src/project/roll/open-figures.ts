import { type Compilation, compile, expectedGap, isGap } from '../../compiler/compile.ts'
import { endOf } from '../../format/calendar.ts'
import { isValidIn } from '../../format/comparison.ts'
import { lastMonthOf } from '../../format/fiscal.ts'
import { groupBy } from '../../format/group-by.ts'
import { counted, fill } from '../../language/fill.ts'
import type { DeckData } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Scenario } from '../../model/figure.ts'
import type { Period } from '../../model/period.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { picturesOf } from '../pictures.ts'
import { figuresBelow, lastPart, rowTest } from './wanted.ts'

/** A figure that slides ask for and that is not there yet. */
export interface OpenFigure {
  readonly path: string // where its metric has figures; "" where it has none
  readonly metric: string
  readonly scenario: string
  readonly period: Period
  readonly slides: readonly string[]
  /** A target whose scenario was issued before the deck was rolled on: it needs a new scenario first. */
  readonly isOldTarget: boolean
}

/** Facts that findings of sentences and tiles name, and "slide's file metric" of those of charts. */
function namedGaps(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(
    diagnostics.filter(isGap).flatMap(({ message, place }) => {
      const [, metric] = /^missing figures of (\S+) for /.exec(message) ?? []
      const [, fact] = /^missing figure (.+?)(?:, which is valid .* only)?$/.exec(message) ?? []
      return [...(metric === undefined ? [] : [`${place.path} ${metric}`]), ...(fact === undefined ? [] : [fact])]
    }),
  )
}

/** Whether a scenario is guidance that was issued with an older deck, and so says nothing of periods that it did not name. */
export const isOldGuidance = (scenario: Scenario | undefined, day: string | undefined): boolean =>
  scenario !== undefined &&
  scenario.kind !== 'actual' &&
  scenario.issued !== undefined &&
  day !== undefined &&
  scenario.issued <= day

/**
 * The figures of a draft that are still to be filled in, each once: those that sentences and charts lack, and those that tables
 * expect. This is the one count that `check`, `roll` and a draft's mark print.
 */
export function openFiguresOf(made: Compilation): readonly OpenFigure[] {
  const { data } = made
  if (!data) return []
  const hasRow = rowTest(data)
  const asking = made.asked()
  const named = namedGaps(made.diagnostics)
  const rows = new Map(data.figures.map((figure) => [`${figure.metric}#${figure.scenario}`, figure]))
  const open = new Map<string, OpenFigure>()
  for (const { slide, path: gapPath, asked } of made.gaps()) {
    const isNamed = named.has(asked.id) || named.has(`${gapPath} ${asked.metric}`)
    if (!isNamed && !expectedGap(asked, data, asking)) continue
    const below = figuresBelow(asked, asking, hasRow).map((fact) => (hasRow(fact) ? fact : lastPart(fact, data.config)))
    const toCome = below.filter(({ period }) => lastMonthOf(period) >= lastMonthOf(data.config.reportingPeriod))
    // what a change is measured against was perhaps never published: it is asked for where nothing else lacks
    for (const fact of toCome.length > 0 ? toCome : named.has(asked.id) ? below : []) {
      const { metric, scenario, period } = fact
      const item = data.metrics.get(metric)
      if (item && !isValidIn(item, period)) continue
      const isOldTarget = isOldGuidance(data.scenarios.get(scenario), data.config.rolledFrom?.date)
      if (isOldTarget && !named.has(asked.id)) continue // a table's column of it: the slide is to name a new scenario
      const row = rows.get(`${metric}#${scenario}`)
      const slides = [...new Set([...(open.get(fact.id)?.slides ?? []), slide])]
      open.set(fact.id, {
        ...{ path: row?.place.path ?? '', metric, scenario, slides },
        period: row?.period.kind === 'instant' && period.kind === 'span' ? endOf(period) : period, // as its column is headed
        isOldTarget,
      })
    }
  }
  return [...open.values()]
}

/** Figures of one file, or of none, as lines in plain words. */
export interface OpenGroup {
  readonly path: string
  readonly isOldTarget: boolean
  readonly lines: readonly string[]
}

const lengthOf = ({ period }: OpenFigure): number => (period.kind === 'span' ? period.months : 0)
const byLength = (a: OpenFigure, b: OpenFigure): number => lengthOf(a) - lengthOf(b)

/** Open figures by file and metric, with their periods and slides. */
export function openGroups(open: readonly OpenFigure[], data: DeckData): readonly OpenGroup[] {
  const { roll, lists } = data.config.language
  const inFile = [...groupBy(open, ({ path, isOldTarget }) => `${isOldTarget ? 1 : 0}${path}`)]
  return inFile
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, figures]) => ({
      path: key.slice(1),
      isOldTarget: key.startsWith('1'),
      lines: [...groupBy(figures, ({ metric, scenario }) => `${metric}#${scenario}`).values()].map((all) => {
        const [{ metric = '', scenario = '' } = {}] = all
        const name = scenario === 'actual' ? '' : ` (${data.scenarios.get(scenario)?.label ?? scenario})`
        return fill(roll.wanted, {
          metric: `${metric} ${data.metrics.get(metric)?.label ?? ''}${name}`,
          periods: [...all]
            .sort(byLength)
            .map(({ period }) => period.label)
            .join(lists.separator),
          slides: [...new Set(all.flatMap(({ slides }) => slides))].join(lists.separator),
        })
      }),
    }))
}

/** Says of actual figures that nobody can have yet what their slides could ask for instead. */
export function notOverText(open: readonly OpenFigure[], { config }: DeckData): readonly string[] {
  const { roll, lists } = config.language
  const end = lastMonthOf(config.reportingPeriod)
  const later = open.filter(({ scenario, period }) => scenario === 'actual' && lastMonthOf(period) > end)
  const periods = [...new Set(later.map(({ period }) => period.label))].join(lists.separator)
  return later.length === 0 ? [] : [fill(roll.notOver, { periods, period: config.reportingPeriod.label })]
}

/** What is open in a deck, as a list in plain words: by file and metric, with periods and slides; "" where nothing is. */
export function openFiguresText(files: readonly SourceFile[], root: string): string {
  const made = compile(files, { edition: 'presenter', draft: true, pictures: picturesOf(root) })
  const open = openFiguresOf(made)
  if (!made.data || open.length === 0) return ''
  const { roll, tag } = made.data.config.language
  const lines = openGroups(open, made.data).flatMap((group) => [
    group.isOldTarget ? roll.oldTarget : group.path === '' ? roll.noRow : group.path,
    ...group.lines.map((line) => `  - ${line}`),
  ])
  return [counted(tag, roll.open, open.length), ...lines, ...notOverText(open, made.data)].join('\n')
}
