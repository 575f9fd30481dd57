import { invalidFiling } from '../../compiler/diagnostics/imports.ts'
import { parseDecimal } from '../../model/rational.ts'
import { filingFigures, noFacts, type TaggedFact } from './filing-figures.ts'
import type { FilingContext, ReadFiling } from './filings.ts'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const textAt = (value: Json, key: string): string | undefined => {
  const found = value[key]
  return typeof found === 'string' ? found : undefined
}

interface Group {
  readonly tag: string
  readonly unit: string
  readonly facts: readonly unknown[]
}

/** The lists of facts by tag and unit: {facts: {us-gaap: {Revenues: {units: {USD: [...]}}}}}. */
function groupsOf(facts: Json): readonly Group[] {
  return Object.entries(facts).flatMap(([taxonomy, tags]) =>
    Object.entries(isObject(tags) ? tags : {}).flatMap(([name, concept]) => {
      const units = isObject(concept) && isObject(concept.units) ? concept.units : {}
      return Object.entries(units).map(
        ([unit, list]): Group => ({ tag: `${taxonomy}:${name}`, unit, facts: Array.isArray(list) ? list : [] }),
      )
    }),
  )
}

/** A number as JSON writes it, by its digits. */
function decimalOf(value: unknown): ReturnType<typeof parseDecimal> {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  return Math.abs(value) > Number.MAX_SAFE_INTEGER ? undefined : parseDecimal(String(value))
}

function factOf(
  { tag, unit }: Group,
  fact: unknown,
  { book, name, digest }: FilingContext,
): TaggedFact | 'skipped' | undefined {
  if (!isObject(fact)) return undefined
  const [accn, form, filed, end, start] = ['accn', 'form', 'filed', 'end', 'start'].map((key) => textAt(fact, key))
  const number = decimalOf(fact.val)
  if (accn === undefined || form === undefined || filed === undefined || end === undefined || !number) return undefined
  if (book.forms.length > 0 && !book.forms.includes(form)) return 'skipped'
  return {
    ...{ tag, unit, end, value: number.value, ulp: undefined },
    ...(start !== undefined && { start }),
    document: { id: accn, title: `${form} ${accn}`, date: filed, workbook: name, digest },
    place: { path: name, line: 1, column: 1, cell: `${tag} ${accn}` },
  }
}

/**
 * Reads the SEC's company facts (CIK….json): each filing is a document of its own, with form and accession number, dated by
 * the day of filing. They do not say how exact a number is: the digits that the metric's unit needs are taken as known.
 */
export function readCompanyFacts(text: string, context: FilingContext): ReadFiling {
  const start = { path: context.name, line: 1, column: 1 }
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return noFacts(invalidFiling('it is no JSON', start))
  }
  if (!isObject(parsed) || !isObject(parsed.facts)) return noFacts(invalidFiling('it has no "facts"', start))
  const wanted = new Set(context.book.tags.map(({ path }) => path.join(' > ')))
  const facts: TaggedFact[] = []
  for (const group of groupsOf(parsed.facts)) {
    if (!wanted.has(group.tag)) continue
    for (const one of group.facts) {
      const fact = factOf(group, one, context)
      if (fact === undefined)
        return noFacts(
          invalidFiling(`a fact of ${group.tag} lacks its value, end, form, accession number or day of filing`, start),
        )
      if (fact !== 'skipped') facts.push(fact)
    }
  }
  return filingFigures(facts, context)
}
