/*
 * How JSON lies in a file that no server compresses: what comes several times stands once, among `parts`, and is named by its
 * number there. "~3" is the fourth part, "~3~ more" a text that begins with it, and ["#2", 1, 2] a record with the third list of
 * `keys`. A text that itself begins with "~" or "#" has a part without letters for its beginning.
 */

interface Written {
  readonly keys: readonly (readonly string[])[]
  /** Those that others are made of come first. */
  readonly parts: readonly unknown[]
  readonly value: unknown
}

/** About the letters that a number takes. */
const numberLength = 6
/** How many texts a common beginning is worth a number for, from how many letters. */
const worthNaming = { texts: 4, letters: 6 }

type JsonRecord = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const shapeOf = (value: JsonRecord): string => JSON.stringify(Object.keys(value))

const increase = (counts: Map<string, number>, key: string): number => {
  const count = (counts.get(key) ?? 0) + 1
  counts.set(key, count)
  return count
}

interface Counts {
  /** How often each value, as JSON, stands in others; what is within it counts once. */
  readonly values: Map<string, number>
  readonly shapes: Map<string, number>
}

function countValues(value: unknown, counts: Counts): Counts {
  if (increase(counts.values, JSON.stringify(value)) > 1) return counts
  if (isRecord(value)) increase(counts.shapes, shapeOf(value))
  const members = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : []
  for (const member of members) countValues(member, counts)
  return counts
}

/** Beginnings of a text that end with a word, or with a part of a fact's id. */
const beginningsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?<=[ .@(/])/g)]
    .map(({ index }) => text.slice(0, index))
    .filter(({ length }) => length >= worthNaming.letters && length < text.length)

/** What a text has in common with enough others, by the text: of several beginnings the one that saves most. */
function commonBeginnings(texts: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  for (const text of texts) for (const start of beginningsOf(text)) increase(counts, start)
  const countOf = (start: string): number => counts.get(start) ?? 0
  const saved = (start: string): number => countOf(start) * (start.length - numberLength)
  const found = texts.flatMap((text): [string, string][] => {
    const [best] = beginningsOf(text)
      .filter((start) => countOf(start) >= worthNaming.texts)
      .sort((a, b) => saved(b) - saved(a))
    return best === undefined ? [] : [[text, best]]
  })
  return new Map(found)
}

const textsAmong = (jsons: Iterable<string>): readonly string[] =>
  [...jsons].filter((json) => json.startsWith('"')).map((json): string => JSON.parse(json))

/** A JSON value as text in which what it says several times stands once. */
export function shareTexts(value: unknown): string {
  const { values, shapes } = countValues(value, { values: new Map(), shapes: new Map() })
  const beginnings = commonBeginnings(textsAmong(values.keys()))
  const shared = [...shapes].filter(([, count]) => count > 1).map(([shape]) => shape)
  const numberOfShape = new Map(shared.map((shape, at) => [shape, `#${at}`]))
  const parts: unknown[] = []
  const numbers = new Map<string, string>()

  const partOf = (name: string, make: () => unknown): string => {
    const number = numbers.get(name) ?? `~${parts.push(make()) - 1}`
    numbers.set(name, number)
    return number
  }
  const isWorthNumber = (json: string): boolean => {
    const count = values.get(json) ?? 0
    return (count - 1) * json.length > count * numberLength
  }
  const written = (one: unknown): unknown => {
    const json = JSON.stringify(one)
    return isWorthNumber(json) ? partOf(json, () => spelled(one)) : spelled(one)
  }
  const spelled = (one: unknown): unknown => {
    if (typeof one === 'string') return spelledText(one)
    if (Array.isArray(one)) return one.map(written)
    if (!isRecord(one)) return one
    const shape = numberOfShape.get(shapeOf(one))
    return shape === undefined
      ? Object.fromEntries(Object.entries(one).map(([key, member]) => [key, written(member)]))
      : [shape, ...Object.values(one).map(written)]
  }
  const spelledText = (text: string): string => {
    const start = beginnings.get(text) ?? (/^[~#]/.test(text) ? '' : undefined)
    if (start === undefined) return text
    return `${partOf(`${start}…`, () => spelledText(start))}~${text.slice(start.length)}`
  }
  const whole = written(value)
  const all: Written = { keys: shared.map((shape) => JSON.parse(shape)), parts, value: whole }
  return JSON.stringify(all)
}

/** The value that `shareTexts` wrote. */
export function readSharedTexts(text: string): unknown {
  const { keys, parts, value }: Written = JSON.parse(text)
  const known: unknown[] = []
  const textOf = (written: string): unknown => {
    const [, number, rest] = /^~(\d+)(?:~(.*))?/s.exec(written) ?? []
    const part = number === undefined ? written : known[Number(number)]
    return rest === undefined ? part : `${part}${rest}`
  }
  const recordOf = (names: readonly string[] = [], members: readonly unknown[]): unknown =>
    Object.fromEntries(names.map((name, at) => [name, read(members[at])]))
  const read = (written: unknown): unknown => {
    if (typeof written === 'string') return textOf(written)
    if (isRecord(written)) return recordOf(Object.keys(written), Object.values(written))
    if (!Array.isArray(written)) return written
    const [shape, ...members]: readonly unknown[] = written
    return typeof shape === 'string' && shape.startsWith('#')
      ? recordOf(keys[Number(shape.slice(1))], members)
      : written.map(read)
  }
  for (const part of parts) known.push(read(part))
  return read(value)
}
