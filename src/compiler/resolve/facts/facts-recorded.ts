import { cagrId, type Fact, figureId, partId, progressId } from '../../../model/fact.ts'
import type { ChangeQuestion, FactBook } from '../../../model/fact-book.ts'
import { isEqual } from './facts-unchanged.ts'

/** A question that a slide asked, and the answer it got. */
export interface AskedFact {
  readonly ask: (book: FactBook) => Fact | undefined
  readonly fact: Fact
}

/** A question that names its base is another one than the same without, though both may have one answer now. */
const changeKey = (measure: string, { vs, vsScenario, ...now }: ChangeQuestion): string =>
  [measure, figureId(now), vs?.label, vsScenario].join(' ')

/** A book that remembers what it was asked, so that a slide need not be resolved again where the answers are the same. */
export function recordFacts(book: FactBook): { readonly book: FactBook; readonly asked: () => readonly AskedFact[] } {
  const asked = new Map<string, AskedFact>()
  const record = <F extends Fact | undefined>(ask: (book: FactBook) => F, question?: string): F => {
    const fact = ask(book)
    if (fact) asked.set(question ?? fact.id, { ask, fact })
    return fact
  }
  return {
    asked: () => [...asked.values()],
    book: {
      figure: (question) => record((from) => from.figure(question), figureId(question)),
      ask: (measure, question) => record((from) => from.ask(measure, question), changeKey(measure, question)),
      share: (question) => record((from) => from.share(question), partId('share', question)),
      ratio: (question) => record((from) => from.ratio(question), partId('ratio', question)),
      progress: (question) => record((from) => from.progress(question), progressId(question, question.of)),
      cagr: (question) =>
        record((from) => from.cagr(question), cagrId(question.from, { ...question, period: question.to })),
      sum: (question) => record((from) => from.sum(question)),
      find: (id) => record((from) => from.find(id), `find ${id}`),
      asked: () => book.asked(),
      known: () => book.known(),
    },
  }
}

/** Whether another book gives the same answers. A fact that it took over is its answer; others are asked for again. */
export const hasSameAnswers = (asked: readonly AskedFact[], book: FactBook): boolean =>
  asked.every(({ ask, fact }) => book.find(fact.id) === fact || isEqual(ask(book), fact))
