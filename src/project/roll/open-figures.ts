import { compile, expectedGap, isGap } from '../../compiler/compile.ts'
import { isValidIn } from '../../format/comparison.ts'
import { lastMonthOf } from '../../format/fiscal.ts'
import { groupBy } from '../../format/group-by.ts'
import { counted, fill } from '../../language/fill.ts'
import type { DeckData } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { picturesOf } from '../pictures.ts'
import { figuresBelow, rowTest } from './wanted.ts'

/** A figure that slides ask for and that is not there yet. */
interface OpenFigure {
  readonly path: string // where its metric has figures; "" where it has none
  readonly metric: string
  readonly scenario: string
  readonly period: string
  readonly slides: ReadonlySet<string>
}

/** Facts that findings of sentences and tiles name, and "slide's file metric" of those of charts. */
function namedGaps(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(
    diagnostics.filter(isGap).flatMap(({ misses = [], message, place }) => {
      const [, metric] = /^missing figures of (\S+) for /.exec(message) ?? []
      const facts = misses.flatMap(({ name }) => (name === undefined ? [] : [name]))
      return metric === undefined ? facts : [...facts, `${place.path} ${metric}`]
    }),
  )
}

/** The figures that are still to be filled in, each once: those that sentences and charts lack, and those that tables expect. */
function openFigures(
  files: readonly SourceFile[],
  root: string,
): { readonly data: DeckData; readonly open: readonly OpenFigure[] } | undefined {
  const made = compile(files, { edition: 'presenter', draft: true, pictures: picturesOf(root) })
  const { data } = made
  if (!data) return undefined
  const hasRow = rowTest(data)
  const asking = made.asked()
  const named = namedGaps(made.diagnostics)
  const paths = new Map(data.figures.map(({ metric, scenario, place }) => [`${metric}#${scenario}`, place.path]))
  const open = new Map<string, OpenFigure & { readonly slides: Set<string> }>()
  for (const { slide, path: gapPath, asked } of made.gaps()) {
    const isNamed = named.has(asked.id) || named.has(`${gapPath} ${asked.metric}`)
    if (!isNamed && !expectedGap(asked, data, asking)) continue
    for (const fact of figuresBelow(asked, asking, hasRow)) {
      const { metric, scenario, period } = fact
      const item = data.metrics.get(metric)
      const isToCome = named.has(asked.id) || lastMonthOf(period) >= lastMonthOf(data.config.reportingPeriod)
      if ((item && !isValidIn(item, period)) || !isToCome) continue
      const path = paths.get(`${metric}#${scenario}`) ?? ''
      const known = open.get(fact.id) ?? { path, metric, scenario, period: period.label, slides: new Set<string>() }
      known.slides.add(slide)
      open.set(fact.id, known)
    }
  }
  return { data, open: [...open.values()] }
}

/** What is open in a deck, as a list in plain words: by file and metric, with periods and slides; "" where nothing is. */
export function openFiguresText(files: readonly SourceFile[], root: string): string {
  const found = openFigures(files, root)
  if (!found || found.open.length === 0) return ''
  const { data, open } = found
  const { roll, lists, tag } = data.config.language
  const inFile = [...groupBy(open, ({ path }) => path)].sort(([a], [b]) => (a < b ? -1 : 1))
  const lines = inFile.flatMap(([path, figures]) => [
    path === '' ? roll.noRow : path,
    ...[...groupBy(figures, ({ metric, scenario }) => `${metric}#${scenario}`).values()].map((all) => {
      const [{ metric = '', scenario = '' } = {}] = all
      const name = scenario === 'actual' ? '' : ` (${data.scenarios.get(scenario)?.label ?? scenario})`
      return `  - ${fill(roll.wanted, {
        metric: `${metric} ${data.metrics.get(metric)?.label ?? ''}${name}`,
        periods: all.map(({ period }) => period).join(lists.separator),
        slides: [...new Set(all.flatMap(({ slides }) => [...slides]))].join(lists.separator),
      })}`
    }),
  ])
  return [counted(tag, roll.open, open.length), ...lines].join('\n')
}
