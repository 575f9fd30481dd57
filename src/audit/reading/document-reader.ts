import type { Lexicon } from '../words/lexicon.ts'
import { findNumbers } from '../words/number-token.ts'
import { findPeriods } from '../words/period-token.ts'
import { parseSubject } from '../words/text-subject.ts'
import { type DeclaredUnit, parseUnitLine } from '../words/unit-line.ts'
import { isGapRow, readLines, type TextLine } from './lines.ts'
import type { TableBlock, TextDocument, TextHeading, TextItem } from './text-document.ts'

interface DocumentDraft {
  readonly lexicon: Lexicon
  readonly headings: TextHeading[]
  readonly items: TextItem[]
  readonly tables: TableBlock[]
  stack: TextHeading[]
  bullets: { readonly item: number; readonly indent: number; readonly mark: string; readonly isLabel: boolean }[]
  unit: DeclaredUnit | undefined
  periodHeading: TextHeading | undefined
  slide: number
  readonly units: { readonly slide: number; readonly unit: DeclaredUnit }[]
}

export function maskPeriods(text: string, lexicon: Lexicon): string {
  let rest = text
  for (const { start, end } of findPeriods(text, lexicon))
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  return rest
}

const periodLines = 60 // below a heading without marks, in which its period counts

function contextOf(
  draft: DocumentDraft,
  line: number,
): Pick<TextItem, 'slide' | 'headings' | 'periodHeading' | 'unit'> {
  const heading = draft.periodHeading
  const inReach = heading && (heading.level < 10 || line - heading.line <= periodLines) ? heading : undefined
  return { slide: draft.slide, headings: [...draft.stack].reverse(), periodHeading: inReach, unit: draft.unit }
}

/** A plain line that opens another part than a forecast: it has no period and no measure of its own. */
const endsForecast = (own: string, level: number, { lexicon }: DocumentDraft): boolean =>
  level >= 10 && findPeriods(own, lexicon).length === 0 && parseSubject(own, lexicon).measure === undefined

function pushHeading(draft: DocumentDraft, line: TextLine, level: number): void {
  const previous = draft.headings.at(-1)
  const own = line.text.slice(line.start).trim()
  const joins = previous?.line === line.number - 1 && maskPeriods(previous.text, draft.lexicon).trim() === ''
  const heading: TextHeading = {
    text: joins ? `${previous.text} ${own}` : own,
    line: line.number,
    column: line.start + 1,
    level,
    slide: draft.slide,
  }
  // The first line of all is a company's name, unless it is about figures: it narrows nothing.
  const isCover = draft.headings.length === 0 && parseSubject(own, draft.lexicon).measure === undefined
  const isOver = endsForecast(own, level, draft)
  const above = draft.stack.filter(
    (other) => other.level < level && !(isOver && draft.lexicon.words.targets.test(other.text)),
  )
  draft.stack = [...above, ...(isCover ? [] : [heading])]
  draft.headings.push(heading)
  draft.bullets = []
  if (
    findPeriods(heading.text, draft.lexicon).some(
      ({ period }) => period.kind === 'fiscal' || (period.kind === 'months' && period.months >= 3),
    )
  )
    draft.periodHeading = heading
  // What a forecast is headed by says nothing of the next part, which has no period of its own.
  else if (draft.periodHeading && draft.lexicon.words.targets.test(draft.periodHeading.text))
    draft.periodHeading = undefined
}

function startSlide(draft: DocumentDraft): void {
  draft.slide++
  draft.unit = undefined
  draft.bullets = []
}

function pushItem(draft: DocumentDraft, line: TextLine, parent: number | undefined, isHeading = false): number {
  const id = draft.items.length
  const text = line.text.slice(line.start)
  draft.items.push({
    id,
    text,
    segments: [{ offset: 0, line: line.number, column: line.start + 1 }],
    parent,
    isHeading,
    ...contextOf(draft, line.number),
  })
  return id
}

function joinItem(draft: DocumentDraft, line: TextLine): void {
  const last = draft.items.at(-1)
  if (!last) return
  const text = `${last.text} ${line.text.slice(line.start)}`
  const segment = { offset: last.text.length + 1, line: line.number, column: line.start + 1 }
  draft.items[last.id] = { ...last, text, segments: [...last.segments, segment] }
}

const statesNumbers = (text: string, lexicon: Lexicon): boolean =>
  findNumbers(maskPeriods(text, lexicon), lexicon).some(
    (number) => !(number.unit === undefined || number.unit.kind === 'count') || number.text.length > 2,
  )

/** A short line that states nothing: a title, a label, the name of a company. */
function isLabel(text: string, lexicon: Lexicon): boolean {
  const trimmed = text.trim()
  if (trimmed.length > 90 || /^\(?\s*[a-z]/.test(trimmed) || statesNumbers(text, lexicon)) return false
  return trimmed.endsWith(':') || !/[.,;]$/.test(trimmed) || trimmed.split(/\s+/).length <= 5
}

/** Lines that occur three times or more, such as a company's name under each title, are no headings. */
function boilerplate(lines: readonly TextLine[], lexicon: Lexicon): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { kind, text } of lines) {
    const key = text.trim()
    if (kind === 'text' && key !== '' && !key.endsWith(':')) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Set(
    [...counts]
      .filter(([key, count]) => count >= 3 && !/\d/.test(key) && !parseUnitLine(key, lexicon))
      .map(([key]) => key),
  )
}

function readBullet(draft: DocumentDraft, line: TextLine): void {
  const isDeeper = (top: DocumentDraft['bullets'][number]): boolean =>
    top.isLabel && top.mark !== line.mark
      ? top.indent <= line.indent
      : line.mark === top.mark && !/[-*+]/.test(line.mark)
        ? line.indent > top.indent + 1
        : line.indent > top.indent
  while (draft.bullets.length > 0 && !draft.bullets.slice(-1).some(isDeeper)) draft.bullets.pop()
  const id = pushItem(draft, line, draft.bullets.at(-1)?.item)
  const text = line.text.slice(line.start)
  draft.bullets.push({
    item: id,
    indent: line.indent,
    mark: line.mark,
    isLabel: /:\s*$/.test(text) && !statesNumbers(text, draft.lexicon),
  })
}

interface Around {
  readonly previous: TextLine | undefined
  readonly next: TextLine | undefined
  readonly repeated: ReadonlySet<string>
}

/** The header of a table without rules: cells far apart, right above its first row. */
const isTableHeader = (text: string, next: TextLine | undefined, lexicon: Lexicon): boolean =>
  next?.kind === 'table' && isGapRow(next.text, lexicon) && /\S(?:\s{2,}|\t)\s*\S/.test(text.trim())

function readText(draft: DocumentDraft, line: TextLine, { previous, next, repeated }: Around): void {
  const text = line.text.slice(line.start)
  if (repeated.has(line.text.trim()) || isTableHeader(line.text, next, draft.lexicon)) return
  const unit = parseUnitLine(text, draft.lexicon)
  if (unit && text.trim().length <= 90) {
    draft.unit = unit
    draft.units.push({ slide: draft.slide, unit })
    if (
      parseSubject(text.replace(/\([^)]*\)/g, ''), draft.lexicon).measure !== undefined &&
      isLabel(text, draft.lexicon)
    )
      pushHeading(draft, line, 10)
    return
  }
  const last = draft.items.at(-1)
  const follows =
    previous !== undefined &&
    (previous.kind === 'bullet' || previous.kind === 'text') &&
    last?.segments.at(-1)?.line === previous.number
  if (
    follows &&
    last &&
    (draft.lexicon.words.phrase('openLine').test(last.text) ||
      (previous.text.length > 60 && /^[a-z(]/.test(text) && !/[.:;]\s*$/.test(last.text)))
  )
    joinItem(draft, line)
  else if (follows && previous?.kind === 'bullet') pushItem(draft, line, last?.id)
  else if (follows && last?.parent !== undefined) pushItem(draft, line, last.parent)
  else if (!draft.lexicon.words.phrase('sourceLine').test(text)) readFreeLine(draft, line)
}

/** A line that continues nothing: a label, or text under the bullet before it where that is a label. */
function readFreeLine(draft: DocumentDraft, line: TextLine): void {
  const text = line.text.slice(line.start)
  const label = draft.bullets.at(-1)
  if (isLabel(text, draft.lexicon)) pushHeading(draft, line, text.trim().endsWith(':') ? 11 : 10)
  else pushItem(draft, line, label?.isLabel ? label.item : undefined)
}

function readTable(draft: DocumentDraft, lines: readonly TextLine[], start: number): number {
  let end = start
  while (end < lines.length && lines[end]?.kind === 'table') end++
  const block = lines.slice(start, end)
  let first = start
  while (first > 0 && start - first < 3 && lines[first - 1]?.kind === 'text') first--
  const above = lines.slice(first, start)
  draft.tables.push({ id: draft.tables.length, lines: block, above, ...contextOf(draft, block[0]?.number ?? 0) })
  draft.bullets = []
  return end - 1
}

function readHeading(draft: DocumentDraft, line: TextLine): void {
  const level = line.mark.length
  if (level <= 2) startSlide(draft)
  if (level === 1) draft.periodHeading = undefined
  if (draft.periodHeading && (draft.periodHeading.level >= level || draft.periodHeading.level >= 10))
    draft.periodHeading = draft.stack.find(
      (other) => other.level < level && findPeriods(other.text, draft.lexicon).length > 0,
    )
  pushHeading(draft, line, level)
  pushItem(draft, line, undefined, true)
}

/** A unit declared below its table, or that all amounts of the slide's sentences share. */
function withLaterUnit(table: TableBlock, { units, items, lexicon }: DocumentDraft): TableBlock {
  if (table.unit) return table
  const later = units.filter(({ slide }) => slide === table.slide)
  if (later.length > 0) return { ...table, unit: later[0]?.unit }
  const amounts = items
    .filter(({ slide }) => slide === table.slide)
    .flatMap(({ text }) => findNumbers(maskPeriods(text, lexicon), lexicon))
  const scaled = amounts.filter(({ unit, exponent }) => unit?.kind === 'currency' && exponent > 0)
  const [first] = scaled
  const like = scaled.filter(({ unit, exponent }) => unit?.base === first?.unit?.base && exponent === first?.exponent)
  const isCommon = first && like.length >= 3 && like.length * 5 >= scaled.length * 4
  return isCommon
    ? { ...table, unit: { currency: first.unit?.base, exponent: first.exponent, exceptPerShare: true } }
    : table
}

/** After a page break free lines no longer head what follows; Markdown headings do. */
function startPage(draft: DocumentDraft): void {
  startSlide(draft)
  draft.stack = draft.stack.filter(({ level }) => level < 10)
  if (draft.periodHeading && draft.periodHeading.level >= 10) draft.periodHeading = undefined
}

/** The presentation as slides, headings, items and tables, in order. */
export function readDocument(text: string, lexicon: Lexicon): TextDocument {
  const lines = readLines(text, lexicon)
  const repeated = boilerplate(lines, lexicon)
  const draft: DocumentDraft = {
    lexicon,
    headings: [],
    items: [],
    tables: [],
    stack: [],
    bullets: [],
    unit: undefined,
    periodHeading: undefined,
    slide: 1,
    units: [],
  }
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || line.kind === 'blank') continue
    if (line.kind === 'break') startPage(draft)
    else if (line.kind === 'heading') readHeading(draft, line)
    else if (line.kind === 'table') index = readTable(draft, lines, index)
    else if (line.kind === 'bullet') readBullet(draft, line)
    else readText(draft, line, { previous: lines[index - 1], next: lines[index + 1], repeated })
  }
  return {
    lines,
    headings: draft.headings,
    items: draft.items,
    tables: draft.tables.map((table) => withLaterUnit(table, draft)),
    slides: draft.slide,
  }
}
