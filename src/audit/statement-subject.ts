import type { Clause } from './clause.ts'
import { clausesOf } from './clause.ts'
import { headingSubject } from './heading-subject.ts'
import type { Lexicon } from './lexicon.ts'
import type { Subject } from './model.ts'
import type { Item } from './outline.ts'
import type { ReadContext } from './read-context.ts'
import { contentWords, inherit, isEmpty, parseSubject, withoutLabel, withoutTokens } from './subject.ts'
/** Words right after a number that narrow its subject: "in Europe", "at constant currency". */
export function afterWords(clause: Clause, lexicon: Lexicon): string {
  if (perShare.test(clause.tail)) return ''
  const rest = withoutTokens(clause.tail, lexicon)
  const match =
    /^[\s)]*((?:in|from|at|on|excluding|including|excl\.|incl\.|ex|before|after|per|organically|organic)\b[^,;.:()]*)/i.exec(
      rest,
    )
  return match?.[1] !== undefined
    ? contentWords(match[1].replace(/^(?:in|from|at|on)\s/i, ''))
        .slice(0, 6)
        .join(' ')
    : ''
}

export function withAfterWords(subject: Subject, words: string): Subject {
  if (words === '' || isEmpty(subject)) return subject
  return {
    ...subject,
    entity: [...new Set([...subject.entity.split(' '), ...words.split(' ')])].filter(Boolean).sort().join(' '),
  }
}

const share =
  /%\s*of (?:the |our |total |consolidated |net )*(?:revenues?|sales|turnover|total assets|net income|profit|equity)/gi

function leadSubject(clause: Clause, previous: Clause | undefined, lexicon: Lexicon): Subject {
  if (/^\W*(?:and )?(?:an? )?(?:benefit|expense) of\s*$/i.test(clause.sentence)) return parseSubject('', lexicon)
  const closes = previous?.inParentheses ? /^[^()]*\)/.exec(clause.sentence)?.[0].length : undefined
  const outer = clause.sentence.slice(closes ?? 0)
  const inner = clause.inParentheses ? clause.sentence.slice(clause.sentence.lastIndexOf('(') + 1) : undefined
  const own = parseSubject(withoutTokens(withoutLabel((inner ?? outer).replace(share, ' '), lexicon), lexicon), lexicon)
  return isEmpty(own) && inner !== undefined && !previous
    ? parseSubject(withoutTokens(outer.replace(share, ' '), lexicon), lexicon)
    : own
}

export const perShare = /^\s*per (?:diluted |basic )?(?:common )?(?:share|ADS)\b/i

/** "3,412 employees" alone speaks of employees; "$1.50 per share" of earnings per share. */
export function ownSubject(clause: Clause, previous: Clause | undefined, lexicon: Lexicon): Subject {
  const own = leadSubject(clause, previous, lexicon)
  const { unit } = clause.number
  if (perShare.test(clause.tail) && own.measure !== 'dps')
    return { text: 'earnings per share', measure: 'eps', entity: '', sign: 1 }
  return isEmpty(own) && !previous && unit?.kind === 'count' && unit.base !== 'x'
    ? parseSubject(unit.base, lexicon)
    : own
}

/** Subject of an item as a parent: what stands before its first number. */
function itemSubject(item: Item, context: ReadContext): Subject {
  const first = clausesOf(item, context.lexicon)[0]
  const own = parseSubject(
    withoutTokens((first ? first.lead : item.text).replace(share, ' '), context.lexicon),
    context.lexicon,
  )
  return inherit(own, parentSubject(item, context))
}

export function parentSubject(item: Item, context: ReadContext): Subject {
  const parent = item.parent === undefined ? undefined : context.document.items[item.parent]
  return parent ? itemSubject(parent, context) : headingSubject(item.headings, context.lexicon)
}
