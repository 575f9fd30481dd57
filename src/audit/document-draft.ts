import type { Lexicon } from './lexicon.ts'
import type { TextLine } from './lines.ts'
import type { Heading, Item, TableBlock } from './outline.ts'
import { findPeriods } from './period-token.ts'
import { parseSubject } from './subject.ts'
import type { DeclaredUnit } from './unit-line.ts'

export interface OutlineDraft {
  readonly lexicon: Lexicon
  readonly headings: Heading[]
  readonly items: Item[]
  readonly tables: TableBlock[]
  stack: Heading[]
  bullets: { readonly item: number; readonly indent: number; readonly mark: string; readonly isLabel: boolean }[]
  unit: DeclaredUnit | undefined
  periodHeading: Heading | undefined
  slide: number
  readonly units: { readonly slide: number; readonly unit: DeclaredUnit }[]
}

export function maskPeriods(text: string, lexicon: Lexicon): string {
  let rest = text
  for (const { start, end } of findPeriods(text, lexicon))
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  return rest
}

const reach = 60 // lines that a period in a heading without marks reaches down

export function contextOf(
  draft: OutlineDraft,
  line: number,
): Pick<Item, 'slide' | 'headings' | 'periodHeading' | 'unit'> {
  const heading = draft.periodHeading
  const inReach = heading && (heading.level < 10 || line - heading.line <= reach) ? heading : undefined
  return { slide: draft.slide, headings: [...draft.stack].reverse(), periodHeading: inReach, unit: draft.unit }
}

export function pushHeading(draft: OutlineDraft, line: TextLine, level: number): void {
  const previous = draft.headings.at(-1)
  const own = line.text.slice(line.start).trim()
  const joins = previous?.line === line.number - 1 && maskPeriods(previous.text, draft.lexicon).trim() === ''
  const heading: Heading = {
    text: joins ? `${previous.text} ${own}` : own,
    line: line.number,
    column: line.start + 1,
    level,
    slide: draft.slide,
  }
  // The first line of all is a company's name, unless it speaks of figures: it narrows nothing.
  const isCover = draft.headings.length === 0 && parseSubject(own, draft.lexicon).measure === undefined
  draft.stack = [...draft.stack.filter((other) => other.level < level), ...(isCover ? [] : [heading])]
  draft.headings.push(heading)
  draft.bullets = []
  if (
    findPeriods(heading.text, draft.lexicon).some(
      ({ period }) => period.kind === 'fiscal' || (period.kind === 'months' && period.months >= 3),
    )
  )
    draft.periodHeading = heading
}

export function startSlide(draft: OutlineDraft): void {
  draft.slide++
  draft.unit = undefined
  draft.bullets = []
}

export function pushItem(draft: OutlineDraft, line: TextLine, parent: number | undefined, isHeading = false): number {
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

export function joinItem(draft: OutlineDraft, line: TextLine): void {
  const last = draft.items.at(-1)
  if (!last) return
  const text = `${last.text} ${line.text.slice(line.start)}`
  const segment = { offset: last.text.length + 1, line: line.number, column: line.start + 1 }
  draft.items[last.id] = { ...last, text, segments: [...last.segments, segment] }
}
