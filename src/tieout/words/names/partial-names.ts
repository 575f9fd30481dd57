import type { WordPatterns } from '../../../language/word-patterns.ts'
import type { Metric } from '../../../model/figure.ts'
import { once } from '../../../model/memory.ts'
import type { RuleContext } from '../../rule.ts'
import { clauseAt, type FigurePiece, figuresOf, ownText, type Passage } from '../passage.ts'
import { type NameMatch, nameWords, otherWords, spellingsOf } from './metric-names.ts'
import { isReckonedWith } from './metric-relations.ts'

/** Shorter words are in too many labels. */
const shortest = 4

/** Words that some label has, with the metrics whose labels have them; not those that any label may have: "total", "net". */
const metricsByWord = once((words: WordPatterns) =>
  once((metrics: ReadonlyMap<string, Metric>): ReadonlyMap<string, readonly string[]> => {
    const found = new Map<string, string[]>()
    for (const metric of metrics.values())
      for (const word of new Set(spellingsOf(metric).flatMap(nameWords))) {
        if (word.length < shortest || /\P{L}/u.test(word) || word.replace(words.subjects.linking, '') === '') continue
        const known = found.get(word)
        if (known) known.push(metric.id)
        else found.set(word, [metric.id])
      }
    return found
  }),
)

/**
 * A word of other metrics' labels as the subject of a number that nothing else names: "inventory was …", "dividends of …". No whole
 * name, so never more than a doubt, and only where no label with that word has anything to do with the number.
 */
export function partialName(
  figure: FigurePiece,
  { passage, above, context }: { readonly passage: Passage; readonly above: string; readonly context: RuleContext },
): NameMatch | undefined {
  const { words, ledger } = context
  const { fact } = figure.shown
  const own = ledger.metrics.get(fact.metric)
  const clause = clauseAt(passage, figure.start, words)
  if (figuresOf(passage).some(({ start, end }) => start >= clause.start && end <= figure.start)) return undefined
  const before = ownText(passage, clause.start, figure.start)
  const others = otherWords(before, words)
  const [text = ''] = others
  const [word] = nameWords(text)
  const metrics = word === undefined ? undefined : metricsByWord(words)(ledger.metrics).get(word)
  if (words.subjects.genericNames.has(text.toLowerCase())) return undefined
  if (others.length !== 1 || !own || !metrics || isReckonedWith(fact, metrics, context)) return undefined
  const start = clause.start + before.indexOf(text)
  const lead = passage.text.slice(clause.start, start)
  const verb = passage.text.slice(start + text.length, figure.start)
  if (nameWords(verb).some((each) => words.senses.get(each)?.isOfAmount)) return undefined // "debt was repaid with …"
  const isSubject =
    words.subjects.neutralQualifier.test(lead) && (/^\s+of\s/.test(verb) || words.phrase('subjectVerb').test(verb))
  if (!isSubject) return undefined
  const said = new Set(nameWords(`${above}\n${ownText(passage, clause.start, clause.end)}\n${figure.shown.use.text}`))
  if (spellingsOf(own).some((label) => nameWords(label).some((each) => each.length >= shortest && said.has(each))))
    return undefined
  return { text, start, end: start + text.length, metrics, length: 1 }
}
