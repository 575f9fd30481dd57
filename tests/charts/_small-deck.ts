import type { Compilation } from '../../src/compiler/compile.ts'
import type { ChartModel } from '../../src/model/chart.ts'
import { chartsOf } from '../../src/model/deck.ts'
import type { Finding } from '../../src/tieout/finding.ts'
import { tieOut } from '../../src/tieout/tie-out.ts'
import { compile } from '../compile.ts'
import { changed } from '../errors/_broken.ts'

/** A deck of one slide of charts, over line items of one unit. */
export interface ChartDeck {
  /** Rows of data/metrics.yaml: "north: {label: …}". */
  readonly metrics: readonly string[]
  /** Rows of the data file, header first. */
  readonly figures: readonly string[]
  /** Chart blocks, without their fences. */
  readonly charts: readonly string[]
  readonly language?: string
}

const flow = 'unit: EUR mn, kind: flow, polarity: more'
export const metric = (id: string, label: string, more = ''): string => `${id}: {label: ${label}, ${flow}${more}}`

export function compileCharts({ metrics, figures, charts }: ChartDeck): Compilation {
  return compile(
    changed({
      'data/metrics.yaml': `metrics:\n${metrics.map((row) => `  ${row}\n`).join('')}`,
      'data/figures/figures.csv': `${figures.join('\n')}\n`,
      'slides/010-one.md': `---\nlayout: points\ntitle: One\n---\n${charts.map((chart) => `\`\`\`chart\n${chart}\n\`\`\`\n`).join('')}`,
    }),
    { edition: 'presenter', fonts: { has: () => true } }, // as if one were named
  )
}

/** The charts of a deck that compiles. */
export function chartsIn(deck: ChartDeck): readonly ChartModel[] {
  const { deck: made, diagnostics } = compileCharts(deck)
  if (!made) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return made.slides.flatMap((slide) => chartsOf(slide).map(({ chart }) => chart))
}

/** What the tie-out finds of a rule. */
export function findingsOf(rule: string, deck: ChartDeck): readonly Finding[] {
  const { deck: made, evidence, diagnostics } = compileCharts(deck)
  if (!made || !evidence) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return tieOut({ ...made, ...evidence }).findings.filter((one) => one.rule === rule)
}

/** Codes of the diagnostics, with what they point at. */
export const codesOf = (deck: ChartDeck): readonly string[] => compileCharts(deck).diagnostics.map(({ code }) => code)
