import { tablesOf } from '../../model/deck.ts'
import { footReconciliations, isReconciling } from '../arithmetic/reconciliations.ts'
import type { Rule } from '../rule.ts'

export const f7: Rule = {
  id: 'F7',
  title: 'a reconciliation foots, column by column',
  check: ({ deck, slides }) =>
    slides.flatMap(({ slide, shown }) => {
      const tables = tablesOf(slide).filter(isReconciling)
      if (tables.length === 0) return []
      const byKey = new Map(shown.map((figure) => [figure.use.key, figure]))
      return tables.flatMap((table) =>
        footReconciliations(table, { slide: slide.id, shown: byKey, config: deck.config }),
      )
    }),
}
