/** A term of a sum: what it is called, how it is printed, and its exact printed digits with their sign. */
export interface Term {
  readonly label: string
  readonly text: string
  readonly digits: string
}

export interface Proof {
  readonly terms: readonly Term[]
  readonly result: Term
  /** Whether the printed digits give the printed result, or only nearly so, as each is rounded by itself. */
  readonly isExact: boolean
}

const pattern = /^-?\d+(?:\.(\d+))?$/

/** A sum and what it gives; undefined where a term has no digits, such as a range. */
export function proofOf(terms: readonly Term[], result: Term): Proof | undefined {
  const all = [...terms, result]
  if (terms.length < 2 || !all.every(({ digits }) => pattern.test(digits))) return undefined
  const places = Math.max(...all.map(({ digits }) => pattern.exec(digits)?.[1]?.length ?? 0))
  const scaled = ({ digits }: Term): bigint => {
    const [whole = '0', part = ''] = digits.split('.')
    return BigInt(`${whole}${part.padEnd(places, '0')}`)
  }
  const sum = terms.reduce((total, term) => total + scaled(term), 0n)
  return { terms, result, isExact: sum === scaled(result) }
}

/** How a term follows the one before it: its sign apart from its digits, without the brackets of a negative number. */
export function signed({ text, digits }: Term, isFirst: boolean): { readonly sign: string; readonly text: string } {
  const bare = text.replace(/^[+(−△-]+|\)$/g, '')
  const isBelow = digits.startsWith('-')
  return { sign: isBelow ? '−' : isFirst ? '' : '+', text: bare }
}
