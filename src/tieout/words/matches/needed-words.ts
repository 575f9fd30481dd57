import { writtenSource } from '../../../language/claims/pattern-parts.ts'
import { once } from '../../../model/memory.ts'

/**
 * What a text must hold for a match: a run of letters (a to z, lower case) that begins so, or what each of several needs say, or
 * what one of them says.
 */
export type Need = { readonly run: string } | { readonly all: readonly Need[] } | { readonly either: readonly Need[] }

/** What is known of a part of an expression. */
interface Part {
  readonly need: Need | undefined // undefined: nothing that could be said of all its matches
  readonly isOptional: boolean
  /** Whether what follows begins a run of letters, if it is a letter. */
  readonly endsRun: boolean
  readonly isAssertion?: boolean
}

/** The source of an expression, and how far it has been read. */
interface Reader {
  readonly source: string
  at: number
}

const isLetter = (sign: string | undefined): boolean =>
  sign !== undefined && ((sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'))

/** Behind the class that begins at a place. */
function behindClass(source: string, start: number): number {
  let at = start + 1
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1
  return at + 1
}

/** Reads a quantifier; whether it lets the part before it be absent. */
function readOptional(reader: Reader): boolean {
  const { source } = reader
  const sign = source[reader.at]
  if (sign !== '?' && sign !== '*' && sign !== '+' && sign !== '{') return false
  const isOptional = sign === '?' || sign === '*' || source[reader.at + 1] === '0'
  reader.at = sign === '{' ? source.indexOf('}', reader.at) + 1 : reader.at + 1
  if (source[reader.at] === '?') reader.at++
  return isOptional
}

/** That no letter stands before. */
const noLetterBefore = /^\?<!(?:\\p\{L\}|\[[^\]]*(?:\\p\{L\}|A-Za-z)[^\]]*\])$/

/** Reads a group behind its bracket, and its quantifier. */
function readGroup(reader: Reader, atStart: boolean): Part {
  const { source, at } = reader
  if (source[at] !== '?') return { ...readAlternatives(reader, atStart), isOptional: readOptional(reader) }
  const isNamed = source[at + 1] === '<' && isLetter(source[at + 2])
  if (source[at + 1] === ':' || isNamed) {
    reader.at = isNamed ? source.indexOf('>', at) + 1 : at + 2
    return { ...readAlternatives(reader, atStart), isOptional: readOptional(reader) }
  }
  readAlternatives(reader, false)
  const endsRun = noLetterBefore.test(source.slice(at, reader.at - 1))
  return { need: undefined, isOptional: true, endsRun, isAssertion: true }
}

/** Reads an escape, a class or a sign that is no letter, and its quantifier. */
function readSign(reader: Reader): Part {
  const { source, at } = reader
  const sign = source[at] ?? ''
  const escaped = sign === '\\' ? (source[at + 1] ?? '') : ''
  if (escaped === 'b' || escaped === 'B' || sign === '^' || sign === '$') {
    reader.at += escaped ? 2 : 1
    return { need: undefined, isOptional: true, endsRun: escaped === 'b', isAssertion: true }
  }
  const [long = ''] =
    /^\\(?:[pP]\{[^}]*\}|u\{\w+\}|u\w{4}|x\w{2}|k<\w+>)/.exec(escaped ? source.slice(at, at + 40) : '') ?? []
  if (sign === '[') reader.at = behindClass(source, at)
  else reader.at += long.length || (escaped ? 2 : 1)
  const isPlain = sign !== '[' && sign !== '.' && sign.charCodeAt(0) < 128
  const endsRun = escaped === '' ? isPlain : long === '' && /[^\w]|[sdnt]/.test(escaped)
  return { need: undefined, isOptional: readOptional(reader), endsRun }
}

const run = /[a-z]+/iy

/** Reads letters one after the other: those that are there once, or one that may be absent. */
function readLetters(reader: Reader, atStart: boolean): Part {
  const { source, at } = reader
  run.lastIndex = at
  const [letters = ''] = run.exec(source) ?? []
  reader.at = at + letters.length
  const isOptional = readOptional(reader)
  const isAbsent = isOptional && letters.length > 1 // only the last of them is: it is read next
  if (isAbsent) reader.at = at + letters.length - 1
  const text = (isAbsent ? letters.slice(0, -1) : letters).toLowerCase()
  return { need: atStart ? { run: text } : undefined, isOptional: isOptional && !isAbsent, endsRun: false }
}

function readPart(reader: Reader, atStart: boolean): Part {
  const sign = reader.source[reader.at]
  if (isLetter(sign)) return readLetters(reader, atStart)
  if (sign !== '(') return readSign(reader)
  reader.at++
  return readGroup(reader, atStart)
}

/** Reads one alternative, up to "|", ")" or the end. */
function readSequence(reader: Reader, begins: boolean): Omit<Part, 'isOptional'> {
  const { source } = reader
  const all: Need[] = []
  let atStart = begins
  let before: Need[] = [] // what may begin the run that else the next part begins
  while (reader.at < source.length && source[reader.at] !== '|' && source[reader.at] !== ')') {
    const part = readPart(reader, atStart)
    if (part.isAssertion) {
      if (part.endsRun) [atStart, before] = [true, []]
    } else if (part.isOptional) {
      if (atStart && !part.endsRun && part.need) before.push(part.need)
      else atStart &&= part.endsRun
    } else {
      if (part.need) all.push(before.length > 0 ? { either: [...before, part.need] } : part.need)
      ;[atStart, before] = [part.endsRun, []]
    }
  }
  return { need: all.length > 1 ? { all } : all[0], endsRun: atStart && before.length === 0 }
}

/** Reads alternatives, and the bracket behind them. */
function readAlternatives(reader: Reader, begins: boolean): Omit<Part, 'isOptional'> {
  const either: Need[] = []
  let [isKnown, endsRun] = [true, true]
  for (;;) {
    const part = readSequence(reader, begins)
    if (part.need) either.push(part.need)
    isKnown &&= part.need !== undefined
    endsRun &&= part.endsRun
    if (reader.source[reader.at++] !== '|') break
  }
  return { need: isKnown ? (either.length > 1 ? { either } : either[0]) : undefined, endsRun }
}

/**
 * The words that every match of an expression needs; undefined where it needs none. Most words of a language stand in no text of a
 * deck: to look them up costs less than to make the code of expressions that find nothing.
 */
export const neededWords: (expression: RegExp) => Need | undefined = once(
  (expression: RegExp) => readAlternatives({ source: writtenSource(expression), at: 0 }, false).need,
)
