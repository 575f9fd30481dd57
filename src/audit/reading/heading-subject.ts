import type { TextSubject } from '../text-model.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { findNumbers } from '../words/number-token.ts'
import { inherit, isEmpty, noSubject, parseSubject, withoutTokens } from '../words/text-subject.ts'
import { findWords } from '../words/word-token.ts'
import { maskPeriods } from './document-reader.ts'
import type { TextHeading } from './text-document.ts'

/** A headline that says something ("Revenue grew 12%") names no entity; a plain name ("Cloud segment") does. */
function subjectOf(heading: TextHeading, lexicon: Lexicon): TextSubject {
  const text = withoutTokens(heading.text.replace(/^\W*\d*\.\s*/, ''), lexicon)
  if (
    findNumbers(maskPeriods(heading.text, lexicon), lexicon).some((number) => number.unit?.kind === 'percent') ||
    findWords(heading.text, lexicon).some(({ kind, certain }) => kind === 'direction' && certain)
  )
    return noSubject
  const subject = parseSubject(
    text
      .replace(/\(\d+\)|[<>]/g, ' ')
      .replace(lexicon.numbers.bracketedScale, ' ')
      .replace(lexicon.words.phrases('headingBy'), ' ')
      .replace(/^\s*\((.*)\)\s*$/, '$1'),
    lexicon,
  )
  const words = subject.entity.split(' ').filter((word) => word !== '' && !lexicon.text.titleWords.has(word))
  return words.length > 4 ? { ...subject, entity: '' } : { ...subject, entity: words.join(' ') }
}

/** What the headings above a line are about, nearest first. */
export function headingSubject(headings: readonly TextHeading[], lexicon: Lexicon): TextSubject {
  let subject = noSubject
  for (const heading of headings) {
    const own = subjectOf(heading, lexicon)
    if (!isEmpty(own)) subject = isEmpty(subject) ? own : inherit(subject, own)
    if (subject.measure !== undefined && subject.entity !== '') break
  }
  return subject
}
