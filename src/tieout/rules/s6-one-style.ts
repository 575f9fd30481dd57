import { plainText } from '../../model/content.ts'
import { type FigureUse, type TableModel, tablesOf } from '../../model/deck.ts'
import type { Finding } from '../finding.ts'
import { type CheckedSlide, finding, type Rule, type RuleContext } from '../rule.ts'
import { isPlanned } from '../words/qualities/scenario-words.ts'

type NegativeStyle = 'parentheses' | 'minus' | 'triangle' | 'none'

function negativeStyle({ text }: FigureUse): NegativeStyle {
  if (/^\(.*\)$/.test(text.trim())) return 'parentheses'
  return /[−-]\s?[\d¥$€£A-Z]/.test(text) && text.startsWith('−') ? 'minus' : text.startsWith('△') ? 'triangle' : 'none'
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]

/** Decimals may differ between units, and from row to row; within a row of one unit and within a column they may not mix signs. */
function checkTable(
  table: TableModel,
  { slide }: CheckedSlide,
  { uses, isGuided }: { readonly uses: ReadonlyMap<string, FigureUse>; readonly isGuided: (use: FigureUse) => boolean },
): readonly Finding[] {
  const [, ...columns] = table.columns // the first is that of the labels
  return columns.flatMap((column, index): readonly Finding[] => {
    const cells = table.rows.flatMap(({ cells: row }) => {
      const figure = row[index]?.runs.find((run) => run.kind === 'figure')
      const use = figure && uses.get(figure.use)
      return use ? [use] : []
    })
    const [first] = cells
    if (!first) return []
    const about = { slide: slide.id, place: first.place, facts: [first.fact], use: first.key }
    const styles = distinct(cells.map(negativeStyle).filter((style) => style !== 'none'))
    const units = distinct(cells.map(({ displayUnit }) => displayUnit))
    const mixed = units.filter(
      (unit) =>
        distinct(
          cells
            .filter((use) => use.displayUnit === unit && use.displayed !== '' && !isGuided(use))
            .map(({ decimals }) => decimals),
        ).length > 1,
    )
    const name = `column "${plainText(column.label)}" of ${table.id}`
    const hint = 'Set decimals or negative for the whole table.'
    const fault =
      styles.length > 1
        ? `negatives as ${styles.join(' and ')}`
        : mixed.length > 0
          ? `different decimals in ${mixed.join(', ')}`
          : undefined
    if (fault !== undefined)
      return [finding('S6', 'warning', { ...about, message: `ambiguous style, ${name}: ${fault}`, hint })]
    return [finding('S6', 'ticked', { ...about, message: `${name} has one number style` })]
  })
}

function check(context: RuleContext): readonly Finding[] {
  const { deck, slides } = context
  /** Guidance prints with the digits it was given with: "5–6%" over "around 12.5%". */
  const isGuided = ({ fact: id }: FigureUse): boolean => {
    const fact = deck.facts.get(id)
    return fact !== undefined && isPlanned(fact, context)
  }
  return slides.flatMap((checked) => {
    const uses = new Map(checked.slide.uses.map((use) => [use.key, use]))
    return tablesOf(checked.slide).flatMap((table) => checkTable(table, checked, { uses, isGuided }))
  })
}

export const s6: Rule = { id: 'S6', title: 'one number style a column', check }
