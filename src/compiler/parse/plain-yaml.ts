/** Where a key or value stands: offsets of its text. */
export type Stretch = readonly [start: number, end: number]

/** A value of a YAML text, with what can be asked of it by its path. */
export interface PlainNode {
  readonly range: Stretch
  readonly value: unknown
  /** Of a plain or quoted value, its text as it was written. */
  readonly source?: string
  readonly pairs?: ReadonlyMap<string, PlainPair>
  readonly items?: readonly PlainNode[]
}

interface PlainPair {
  readonly key: Stretch
  readonly node: PlainNode
}

/** The text that is read, and how far. Nothing in it is changed but `at`. */
interface Cursor {
  readonly text: string
  readonly mayHoldPlaceholders: boolean
  at: number
}

type Found = PlainNode | undefined

/** A name, then a colon and a blank or the end of the line. */
const keyStart = /([A-Za-z_][\w./-]*):(?= |$)/my

/** Words that stand for something else in this or another spelling, and a name that objects have their own meaning of. */
const special = /^(?:null|true|false|nan|inf|__proto__)$/i
const meanings: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
])
const wholeNumber = /^-?(?:0|[1-9]\d{0,14})$/
const decimalNumber = /^-?(?:0|[1-9]\d{0,9})\.\d{1,9}$/
const day = /^\d{4}-\d\d-\d\d$/
/** What may be a number in another spelling. */
const numberLike = /^-?\d[\d.xo+a-f-]*$/i

/** On a line: up to a colon that may end a key, or what may be a comment. Blanks at the end belong to nobody. */
const onLine = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`<=~+.]|-(?=[\dA-Za-z]))(?:[^\n\r\t:#]|:(?=[\w/]))*/y
/** Within brackets a text ends with them or with a comma as well. */
const inBrackets = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`<=~+.]|-(?=[\dA-Za-z]))(?:[^\n\r\t:#,[\]{}]|:(?=[\w/]))*/y
const quotedText = /"([^"\\\n\r\t]*)"|'([^'\n\r\t]*)'/y
const blanks = / */y
/** Blank lines, and comments that nobody can have meant as text. */
const noContent = /(?: *(?:#(?:[ #].*)?)?\n)*/y

function match(pattern: RegExp, { text, at }: Cursor): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function skip(pattern: RegExp, cursor: Cursor): number {
  const length = match(pattern, cursor)?.[0].length ?? 0
  cursor.at += length
  return length
}

/** Ends a line, and passes those without content; false where more stands on it. */
function endsLine(cursor: Cursor): boolean {
  skip(blanks, cursor)
  if (cursor.at === cursor.text.length) return true
  if (cursor.text[cursor.at] !== '\n') return false
  cursor.at++
  skip(noContent, cursor)
  return true
}

/** What a plain text means; undefined where that takes more than a look. */
function meaningOf(text: string): { readonly value: unknown } | undefined {
  if (wholeNumber.test(text) || decimalNumber.test(text)) return { value: Number(text) }
  if (meanings.has(text)) return { value: meanings.get(text) }
  const isText = !special.test(text) && (!numberLike.test(text) || day.test(text))
  return isText ? { value: text } : undefined
}

function scalar(cursor: Cursor, isInBrackets: boolean): Found {
  const start = cursor.at
  const quoted = match(quotedText, cursor)
  if (quoted) {
    cursor.at += quoted[0].length
    const source = quoted[1] ?? quoted[2] ?? ''
    return told({ range: [start, cursor.at], value: source, source }, cursor)
  }
  if (skip(isInBrackets ? inBrackets : onLine, cursor) === 0) return undefined
  const source = cursor.text.slice(start, cursor.at).replace(/ +$/, '')
  const meaning = meaningOf(source)
  return meaning && told({ range: [start, start + source.length], value: meaning.value, source }, cursor)
}

/** A value, unless there is something to say of its text. */
function told(node: PlainNode & { readonly source: string }, { mayHoldPlaceholders }: Cursor): Found {
  return mayHoldPlaceholders || !(node.source.includes('{{') || node.source.includes('[[')) ? node : undefined
}

/** Adds a pair; false where its key is taken. */
function enter(pairs: Map<string, PlainPair>, name: string, pair: PlainPair): boolean {
  if (pairs.has(name)) return false
  pairs.set(name, pair)
  return true
}

/** A key up to its value; undefined where none stands here. */
function key(cursor: Cursor): { readonly name: string; readonly range: Stretch } | undefined {
  const name = match(keyStart, cursor)?.[1]
  if (name === undefined || name.length > 200 || special.test(name)) return undefined
  const start = cursor.at
  cursor.at += name.length + 1
  return { name, range: [start, start + name.length] }
}

const valueOfPairs = (pairs: ReadonlyMap<string, PlainPair>): unknown => {
  const value: Record<string, unknown> = {}
  for (const [name, { node }] of pairs) value[name] = node.value
  return value
}

/** `{…}` or `[…]` on one line. */
function inline(cursor: Cursor, depth = 0): Found {
  const first = cursor.text[cursor.at]
  if (first !== '{' && first !== '[') return scalar(cursor, depth > 0)
  const start = cursor.at
  const end = first === '{' ? '}' : ']'
  const pairs = new Map<string, PlainPair>()
  const items: PlainNode[] = []
  do {
    cursor.at++ // the bracket or the comma
    skip(blanks, cursor)
    if (cursor.text[cursor.at] === end && cursor.at === start + 1) break
    const name = first === '{' ? key(cursor) : undefined
    if (first === '{' && (!name || skip(blanks, cursor) === 0)) return undefined
    const node = depth < 20 ? inline(cursor, depth + 1) : undefined
    if (!node) return undefined
    if (!name) items.push(node)
    else if (!enter(pairs, name.name, { key: name.range, node })) return undefined
    skip(blanks, cursor)
  } while (cursor.text[cursor.at] === ',')
  if (cursor.text[cursor.at] !== end) return undefined
  cursor.at++
  const range: Stretch = [start, cursor.at]
  return first === '{'
    ? { range, value: valueOfPairs(pairs), pairs }
    : { range, value: items.map(({ value }) => value), items }
}

/** Blanks before what stands on this line. */
const indentHere = (cursor: Cursor): number => match(blanks, cursor)?.[0].length ?? 0

const isItem = ({ text }: Cursor, at: number): boolean => text[at] === '-' && text[at + 1] === ' '

/** A value on its line, or what stands below it further in. */
function valueAfter(cursor: Cursor, indent: number, isOfKey: boolean): Found {
  skip(blanks, cursor)
  if (cursor.text[cursor.at] !== '\n') {
    const node = inline(cursor)
    return node && endsLine(cursor) ? node : undefined
  }
  if (!isOfKey || !endsLine(cursor)) return undefined
  const inner = indentHere(cursor)
  const isList = isItem(cursor, cursor.at + inner)
  if (inner < indent || (inner === indent && !isList)) return undefined // a key without a value
  cursor.at += inner
  return isList ? list(cursor, inner) : mapping(cursor, inner)
}

/** Goes to the next entry of a block, past its indent; undefined where the block is over, false where it is broken. */
function nextEntry(cursor: Cursor, indent: number): boolean | undefined {
  const found = indentHere(cursor)
  if (cursor.at + found >= cursor.text.length || found < indent) return undefined
  if (found > indent) return false
  cursor.at += found
  return true
}

/** Keys below one another, from the first. */
function mapping(cursor: Cursor, indent: number): Found {
  const start = cursor.at
  const pairs = new Map<string, PlainPair>()
  for (;;) {
    const name = key(cursor)
    const node = name && indent < 200 ? valueAfter(cursor, indent, true) : undefined
    if (!name || !node || !enter(pairs, name.name, { key: name.range, node })) return undefined
    const end = cursor.at
    const more = nextEntry(cursor, indent)
    if (more === false) return undefined
    if (more === undefined) return { range: [start, end], value: valueOfPairs(pairs), pairs }
  }
}

/** Items below one another, from the first dash. */
function list(cursor: Cursor, indent: number): Found {
  const start = cursor.at
  const items: PlainNode[] = []
  for (;;) {
    cursor.at++
    const inner = indent + 1 + skip(blanks, cursor)
    const node = match(keyStart, cursor) && inner < 200 ? mapping(cursor, inner) : valueAfter(cursor, inner, false)
    if (!node) return undefined
    items.push(node)
    const end = cursor.at
    const more = nextEntry(cursor, indent)
    const isOver = more === undefined || (more && !isItem(cursor, cursor.at))
    if (isOver && more) cursor.at -= indent // a key of the mapping around, as far in as its list
    if (isOver) return { range: [start, end], value: items.map(({ value }) => value), items }
    if (!more) return undefined
  }
}

/**
 * Reads YAML that is written as most of it is: keys and lists below one another, values and brackets on one line, texts
 * plain or in quotes without escapes. A file of metrics takes a tenth of the time so, and of the memory. Undefined for
 * all else, and for whatever is or may be a mistake: that is for the parser.
 */
export function readPlainYaml(text: string, mayHoldPlaceholders: boolean): PlainNode | undefined {
  const cursor: Cursor = { text, mayHoldPlaceholders, at: 0 }
  skip(noContent, cursor)
  const node = isItem(cursor, cursor.at) ? list(cursor, 0) : mapping(cursor, 0)
  return node && cursor.at + indentHere(cursor) >= text.length ? node : undefined
}
