import { anyOf, type WordPatterns } from '../../language/word-patterns.ts'

/** One kind of word that says something of a number near it, with the expression that finds it. */
export interface WordKind {
  readonly kind: 'direction' | 'comparison' | 'versus'
  readonly sense: string // up, down; YoY, QoQ, HoH; versus
  /** A direction that the word says wherever it stands; other words do so only beside a number. */
  readonly certain: boolean
  readonly pattern: RegExp
}

const sides = { up: ['up', 'better'], down: ['down', 'worse'] } as const

/** The words that the audit looks for, by kind, from the words of the language. Pure. */
export function wordKinds({ senses, claims, comparisons }: WordPatterns): readonly WordKind[] {
  const about = claims.hedges.map(({ word }) => word)
  const directions = (['up', 'down'] as const).flatMap((sense) =>
    [true, false].map((certain): WordKind => {
      const own = [...senses].filter(
        ([, found]) => found.certain === certain && sides[sense].some((direction) => direction === found.direction),
      )
      const limit = String.raw`(?<!up(?=\s+to\s+(?:${anyOf(about)}|\d)))` // "up to 500": at most
      const pattern = String.raw`(?<![-\w])(?:${anyOf(own.map(([word]) => word))})(?![-\w])${limit}`
      return { kind: 'direction', sense, certain, pattern: new RegExp(pattern, 'gi') }
    }),
  )
  return [
    ...directions,
    ...comparisons.map(
      ({ name, pattern }): WordKind => ({
        kind: 'comparison',
        sense: name,
        certain: true,
        pattern: new RegExp(pattern.source, 'gi'),
      }),
    ),
    { kind: 'versus', sense: 'versus', certain: true, pattern: new RegExp(claims.versus, 'gi') },
  ]
}
