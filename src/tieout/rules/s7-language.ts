import type { Finding } from '../finding.ts'
import { finding, type Rule, type RuleContext } from '../rule.ts'
import { matchesIn, type Passage } from '../words/passage.ts'
import { placeOf } from '../words/word-place.ts'

const eastAsian = /^(?:ja|zh|ko)\b/i

function checkPassage(passage: Passage, context: RuleContext): readonly Finding[] {
  return matchesIn(passage, context.words.foreign).map((match) =>
    finding('S7', 'error', {
      slide: passage.slide.id,
      place: placeOf(passage, match, context.files),
      facts: [],
      message: `invalid text "${match.text}": left over from another language`,
      hint: `The deck is in "${context.deck.config.textLanguage}"; translate it, mark it as [[${match.text}]], or name the language of your text in data/deck.yaml (text-language: ja).`,
    }),
  )
}

function check(context: RuleContext): readonly Finding[] {
  if (eastAsian.test(context.deck.config.textLanguage)) return []
  return context.slides.flatMap(({ passages }) => passages.flatMap((passage) => checkPassage(passage, context)))
}

export const s7: Rule = { id: 'S7', title: 'no leftovers of another language', check }
