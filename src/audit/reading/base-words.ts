import type { TextSubject } from '../text-model.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { isEmpty, parseSubject, withoutTokens } from '../words/text-subject.ts'
import type { Clause } from './clause.ts'

/** What an older value is called right before it: "compared with a net loss of". */
function wordsOfResult(text: string, { words }: Lexicon): { readonly at: number; readonly sign: 1 | -1 } | undefined {
  const loss = words.phrase('lossLead').exec(text)
  if (loss) return { at: loss.index, sign: -1 }
  const gain = words.phrase('gainLead').exec(text)
  return gain ? { at: gain.index, sign: 1 } : undefined
}

/** A text without the words that call the number behind it a profit or loss, so that what leads to these is at its end. */
export function withoutResult(text: string, lexicon: Lexicon): string {
  const found = wordsOfResult(text, lexicon)
  return found ? text.slice(0, found.at) : text
}

/** The subject of an older value: the newer one's, but a loss or a profit by its own words: "a net loss of $3.8 million", "a $3.8 million net loss". */
export function subjectOfBase(subject: TextSubject, { lead, tail }: Clause, lexicon: Lexicon): TextSubject {
  const { phrase } = lexicon.words
  const behind = phrase('lossBehind').test(tail) ? -1 : phrase('gainBehind').test(tail) ? 1 : undefined
  const found = wordsOfResult(lead, lexicon)?.sign ?? behind
  return found !== undefined && found !== subject.sign ? { ...subject, sign: found } : subject
}

/** The subject after "from a loss of A", "to B": what stood before "from" says whether B is a loss. */
export function subjectAfterBase(
  subject: TextSubject,
  isBase: 'from' | 'versus' | undefined,
  { sentence }: Clause,
  lexicon: Lexicon,
): TextSubject {
  if (isBase !== 'from' || wordsOfResult(sentence, lexicon) === undefined) return subject
  const outer = parseSubject(withoutTokens(withoutResult(sentence, lexicon), lexicon), lexicon)
  return { ...subject, sign: isEmpty(outer) ? 1 : outer.sign }
}
