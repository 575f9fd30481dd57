import type { FactsData } from '../model/page-data.ts'

/** The details of every fact, fetched when first asked for. */
export interface FactsStore {
  load(): Promise<FactsData>
  /** After a live update. */
  replace(data: FactsData): void
}

export function createFactsStore(fetchFacts: () => Promise<FactsData>): FactsStore {
  let data: Promise<FactsData> | undefined
  return {
    load: () => {
      data ??= fetchFacts()
      return data
    },
    replace: (next) => {
      data = Promise.resolve(next)
    },
  }
}
