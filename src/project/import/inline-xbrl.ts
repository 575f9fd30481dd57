import { invalidFiling, missingAccession, unsupportedTransform } from '../../compiler/diagnostics/imports.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { greatest, multiply, negate, parseDecimal, powerOfTen, type Rational } from '../../model/rational.ts'
import type { Place } from '../../model/source-file.ts'
import { unescapeXml } from '../workbook/xml.ts'
import { filingFigures, noFacts, type TaggedFact } from './filing-figures.ts'
import type { FilingContext, ReadFiling } from './filings.ts'
import type { ImportDocument } from './import-plan.ts'

const attributeList = `((?:"[^"]*"|'[^']*'|[^>"'])*)`

/** Attributes with their prefixes, as inline XBRL tells some of them apart by these. */
const attributesOf = (written: string): ReadonlyMap<string, string> =>
  new Map(
    [...written.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', double, single]) => [
      key,
      unescapeXml(double ?? single ?? ''),
    ]),
  )

/** The text of an element's content: no tags, blanks as one. */
const plainText = (content: string): string =>
  unescapeXml(content.replace(/<!--[\s\S]*?-->|<[^>]*>/g, '').replaceAll('&nbsp;', ' '))
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()

interface Context {
  readonly start?: string
  readonly end: string
}

/** Times of contexts by id; those of a segment or another dimension are left out. */
function contextsOf(text: string): ReadonlyMap<string, Context> {
  const found = new Map<string, Context>()
  for (const [, written = '', body = ''] of text.matchAll(
    new RegExp(String.raw`<(?:\w+:)?context\b${attributeList}>([\s\S]*?)</(?:\w+:)?context>`, 'g'),
  )) {
    const id = attributesOf(written).get('id')
    const day = (name: string): string | undefined =>
      new RegExp(String.raw`<(?:\w+:)?${name}[^>]*>\s*(\d{4}-\d\d-\d\d)`).exec(body)?.[1]
    const [start, end] = [day('startDate'), day('instant') ?? day('endDate')]
    if (id === undefined || end === undefined || /<(?:\w+:)?(?:explicit|typed)Member\b/.test(body)) continue
    found.set(id, { end, ...(start !== undefined && { start }) })
  }
  return found
}

/** Units by id: "USD", "shares", "USD/shares". */
function unitsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, written = '', body = ''] of text.matchAll(
    new RegExp(String.raw`<(?:\w+:)?unit\b${attributeList}>([\s\S]*?)</(?:\w+:)?unit>`, 'g'),
  )) {
    const id = attributesOf(written).get('id')
    const measures = [...body.matchAll(/<(?:\w+:)?measure[^>]*>\s*(?:[\w.-]+:)?([\w.-]+)/g)].map(
      ([, name = '']) => name,
    )
    if (id !== undefined) found.set(id, measures.join('/'))
  }
  return found
}

interface InlineFact {
  readonly attributes: ReadonlyMap<string, string>
  readonly text: string
  readonly place: Place
}

/** The line of a file on which a character stands; asked for in order. */
function lineCounter(text: string): (at: number) => number {
  let [line, from] = [1, 0]
  return (at) => {
    for (let next = text.indexOf('\n', from); next >= 0 && next < at; next = text.indexOf('\n', from))
      [line, from] = [line + 1, next + 1]
    return line
  }
}

/** Elements of a name that may stand in each other, by where they begin. */
function inlineFacts(text: string, prefix: string, path: string): readonly InlineFact[] {
  const tag = new RegExp(String.raw`<!--[\s\S]*?-->|<(/?)${prefix}:nonFraction\b${attributeList}>`, 'g')
  const open: { written: string; from: number; at: number }[] = []
  const facts: (InlineFact & { readonly at: number })[] = []
  const lineOf = lineCounter(text)
  for (const match of text.matchAll(tag)) {
    const [whole, close, written = ''] = match
    if (close === undefined || written.endsWith('/')) continue
    if (close === '') {
      open.push({ written, from: match.index + whole.length, at: match.index })
      continue
    }
    const began = open.pop()
    if (!began) continue
    const place = { path, line: 1, column: 1 }
    facts.push({
      attributes: attributesOf(began.written),
      text: plainText(text.slice(began.from, match.index)),
      place,
      at: began.at,
    })
  }
  return facts
    .sort((a, b) => a.at - b.at)
    .map(({ at, ...fact }) => ({ ...fact, place: { path, line: lineOf(at), column: 1 } }))
}

/** Numbers as the registry of transformations reads them, by the name of the format without versions and hyphens. */
const transforms: Readonly<Record<string, (text: string) => string | undefined>> = {
  '': (text) => text,
  numdotdecimal: (text) => text.replace(/[,\s]/g, ''),
  numcommadot: (text) => text.replaceAll(',', ''),
  numcommadecimal: (text) => text.replace(/[.\s]/g, '').replace(',', '.'),
  numdotcomma: (text) => text.replaceAll('.', '').replace(',', '.'),
  numspacecomma: (text) => text.replace(/\s/g, '').replace(',', '.'),
  numspacedot: (text) => text.replace(/\s/g, ''),
  fixedzero: () => '0',
  zerodash: () => '0',
  numdash: () => '0',
  fixedempty: () => undefined,
  nocontent: () => undefined,
}

interface InlineNumber {
  readonly value: Rational
  readonly ulp: Rational
}

/** The number that an element states: its digits by their format, then scale and sign, known to its decimals. */
export function inlineNumber(
  attributes: ReadonlyMap<string, string>,
  text: string,
): InlineNumber | 'nothing' | undefined {
  if (attributes.get('xsi:nil') === 'true') return 'nothing'
  const format = (attributes.get('format') ?? '').replace(/^.*:/, '').replaceAll('-', '').toLowerCase()
  const read = Object.hasOwn(transforms, format) ? transforms[format] : undefined
  if (!read) return undefined
  const digits = read(text)
  if (digits === undefined) return 'nothing'
  const parsed = /^\d+(?:\.\d+)?$/.test(digits) ? parseDecimal(digits) : undefined
  const [scale, decimals] = [attributes.get('scale') ?? '0', attributes.get('decimals') ?? 'INF']
  if (!parsed || !/^-?\d{1,2}$/.test(scale) || !/^(?:INF|-?\d{1,2})$/.test(decimals)) return undefined
  const size = multiply(parsed.value, powerOfTen(Number(scale)))
  const shown = powerOfTen(Number(scale) - parsed.decimals)
  const ulp =
    decimals === 'INF'
      ? shown
      : format.includes('zero') || format === 'numdash'
        ? powerOfTen(-Number(decimals))
        : greatest(shown, powerOfTen(-Number(decimals)))
  return { value: attributes.get('sign') === '-' ? negate(size) : size, ulp }
}

/** "0001234567-24-000012" in a name or an option, also without its hyphens. */
function accessionIn(text: string): string | undefined {
  const [, a, b, c] = /(?<!\d)(\d{10})-?(\d{2})-?(\d{6})(?!\d)/.exec(text) ?? []
  return a === undefined ? undefined : `${a}-${b}-${c}`
}

/**
 * Reads an inline XBRL document: ix:nonFraction elements of the mapping's tags, with format, scale, sign and decimals applied,
 * without those of segments. Its document is the filing, by form and accession number; it does not say when it was filed, so it
 * has the deck's day.
 */
export function readInlineXbrl(text: string, context: FilingContext): ReadFiling {
  const { name, digest, data, accession, book } = context
  const start: Place = { path: name, line: 1, column: 1 }
  const prefix = /xmlns:([\w-]+)\s*=\s*["']http:\/\/www\.xbrl\.org\/\d{4}\/inlineXBRL["']/.exec(text)?.[1]
  if (prefix === undefined) return noFacts(invalidFiling('it is no inline XBRL document', start))
  const number = accessionIn(accession ?? '') ?? accessionIn(name)
  if (number === undefined) return noFacts(missingAccession(start))
  const form = new RegExp(
    String.raw`<${prefix}:nonNumeric\b[^>]*\bname="dei:DocumentType"[^>]*>([\s\S]*?)</${prefix}:nonNumeric>`,
  ).exec(text)?.[1]
  const title = `${form === undefined ? '' : `${plainText(form)} `}${number}`
  const document: ImportDocument = {
    id: number,
    title,
    date: data.documents.get(number)?.date ?? data.config.date,
    workbook: name,
    digest,
  }
  const [contexts, units] = [contextsOf(text), unitsOf(text)]
  const wanted = new Set(book.tags.map(({ path }) => path.join(' > ')))
  const diagnostics: Diagnostic[] = []
  const facts = inlineFacts(text, prefix, name).flatMap(({ attributes, text: shown, place }): readonly TaggedFact[] => {
    const tag = attributes.get('name') ?? ''
    const time = contexts.get(attributes.get('contextRef') ?? '')
    if (!wanted.has(tag) || !time) return []
    const at = { ...place, cell: `${tag} line ${place.line}` }
    const read = inlineNumber(attributes, shown)
    if (read === undefined) diagnostics.push(unsupportedTransform(attributes.get('format') ?? '', shown, at))
    if (read === undefined || read === 'nothing') return []
    return [{ tag, unit: units.get(attributes.get('unitRef') ?? '') ?? '', ...time, ...read, document, place: at }]
  })
  const made = filingFigures(facts, context)
  return { ...made, diagnostics: [...diagnostics, ...made.diagnostics] }
}
