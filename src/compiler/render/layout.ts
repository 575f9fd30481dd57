import type { FigureUse, TextRun } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { escapeHtml } from '../../model/html.ts'
import type { Place } from '../../model/source-file.ts'
import type { Layout } from '../parse/layout.ts'
import type { TemplateNode } from '../parse/template.ts'
import { type Environment, evaluate } from '../resolve/evaluate.ts'
import type { Helper } from '../resolve/helper.ts'
import { createInk, type Ink, markAt, runParts } from '../resolve/ink.ts'
import { rootScope } from '../resolve/scope.ts'
import type { Fields, Value } from '../resolve/value.ts'
import { htmlOfMark } from './expand.ts'

export interface LayoutEnvironment {
  readonly helpers: ReadonlyMap<string, Helper>
  readonly partials: ReadonlyMap<string, readonly TemplateNode[]>
}

/** Checks every name and helper of a layout, whatever slides use it. */
export function proveLayout(layout: Layout, sample: Fields, environment: LayoutEnvironment): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const silent: Environment['sink'] = { text: () => {}, value: () => {} }
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  evaluate(layout.template, rootScope(sample), { ...environment, sink: silent, report, live: false, prove: true })
  return diagnostics
}

export interface RenderedLayout {
  readonly html: string
  readonly uses: readonly FigureUse[]
  readonly texts: readonly TextRun[]
  readonly ink: Ink
  readonly diagnostics: readonly Diagnostic[]
}

/** Places the parts of a slide. Text is escaped; only HTML that the compiler made goes in as it is. */
export function renderLayout(
  layout: Layout,
  value: Fields,
  { slideId, ...environment }: LayoutEnvironment & { readonly slideId: string },
): RenderedLayout {
  const diagnostics: Diagnostic[] = []
  const texts: TextRun[] = []
  const ink = createInk(`${slideId}.layout`)
  let html = ''
  const sink: Environment['sink'] = {
    text(text, place) {
      html += text
      texts.push(...numeralRuns(text, place))
    },
    value(printed, place) {
      html += valueHtml(printed, { ink, place, texts })
    },
  }
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  evaluate(layout.template, rootScope(value), { ...environment, sink, report, live: true, prove: false })
  const uses = ink.marks.flatMap((mark) => (mark.kind === 'figure' ? [mark.use] : []))
  return { html, uses, texts, ink, diagnostics }
}

interface Output {
  readonly ink: Ink
  readonly place: Place
  readonly texts: TextRun[]
}

function valueHtml(value: Value, { ink, place, texts }: Output): string {
  if (typeof value !== 'object' || value === null) return escapeHtml(String(value ?? ''))
  if ('html' in value) return value.html ?? ''
  const mark = ink.write(value, place)
  texts.push({ region: 'body', parts: runParts(mark, ink.marks), place })
  return htmlOfMark(markAt(ink.marks, mark))
}

/** A template's own words are claims too where they hold numerals. */
function numeralRuns(text: string, place: Place): readonly TextRun[] {
  if (!/\d/.test(text)) return []
  const words = text
    .replace(/^[^<]*?>/, (start) => (start.includes('<') ? start : ' ')) // the rest of a tag that began before
    .replace(/<[^>]*(?:>|$)/g, ' ')
    .replace(/&#?\w+;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return /\d/.test(words) ? [{ region: 'body', parts: [words], place }] : []
}
