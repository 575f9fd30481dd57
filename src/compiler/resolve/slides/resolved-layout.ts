import type { Inline, LayoutValue, Text } from '../../../model/content.ts'
import type { FigureUse } from '../../../model/deck.ts'
import type { Diagnostic, Report } from '../../../model/diagnostic.ts'
import type { Place } from '../../../model/source-file.ts'
import type { Layout } from '../../parse/templates/layouts.ts'
import type { TemplateNode } from '../../parse/templates/template.ts'
import { evaluate, type TemplateEnvironment } from '../placeholders/evaluate.ts'
import { type PrintedFigures, printedFigures } from '../placeholders/figure-uses.ts'
import type { Helper } from '../placeholders/helper-call.ts'
import { rootScope } from '../placeholders/scope.ts'
import type { Fields, Value } from '../placeholders/value.ts'

export interface LayoutEnvironment {
  readonly helpers: ReadonlyMap<string, Helper>
  readonly partials: ReadonlyMap<string, readonly TemplateNode[]>
}

/** Checks every name and helper of a layout, whatever slides use it. */
export function checkLayout(layout: Layout, sample: Fields, environment: LayoutEnvironment): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const silent: TemplateEnvironment['sink'] = { text: () => {}, value: () => {} }
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  evaluate(layout.template, rootScope(sample), {
    ...environment,
    sink: silent,
    report,
    live: false,
    checkBranches: true,
  })
  return diagnostics
}

/** What a layout adds to a slide. */
export interface ResolvedLayout {
  /** Its own words, and what it takes from the deck. */
  readonly texts: readonly Text[]
  /** What its helpers gave, in the order of the calls. */
  readonly values: readonly LayoutValue[]
  readonly uses: readonly FigureUse[]
}

/** Goes through a layout as it will be rendered, and records its own words and figures. The slide's parts print nothing here. */
export function resolveLayout(
  layout: Layout,
  view: Fields,
  { slideId, helpers, partials, report }: LayoutEnvironment & { readonly slideId: string; readonly report: Report },
): ResolvedLayout {
  const { texts, addWords, addFigure } = layoutTexts()
  const values: LayoutValue[] = []
  const printed = printedFigures(`${slideId}.layout`)
  const sink: TemplateEnvironment['sink'] = {
    text(text, place, node) {
      if (node?.kind === 'text') addWords(node.words ?? '', text, place)
    },
    value(value, place, node) {
      const isPart = typeof value === 'object' && value !== null && ('html' in value || value.kind === 'written')
      const isHidden = node?.kind === 'print' && node.inTag === true
      if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'written')
        addFigure(value.run, place)
      else if (!isPart && !isHidden) texts.push({ runs: [printed.write(value, place)], place })
    },
  }
  evaluate(layout.template, rootScope(view), {
    helpers: recordingHelpers(helpers, { values, printed }),
    partials,
    sink,
    report,
    live: true,
    checkBranches: false,
  })
  return { texts, values, uses: printed.figures.map(({ use }) => use) }
}

/** The texts of a layout as they are found: a figure is one text with the words around it, up to the next tag. */
function layoutTexts() {
  const texts: { runs: Inline[]; place: Place }[] = []
  let isOpen = false // nothing but words has stood since the last tag, and the last text holds them
  let hasFigure = false
  return {
    texts,
    addWords(words: string, source: string, place: Place): void {
      const last = texts.at(-1)
      if (words !== '' && hasFigure && last && !/^\s*</.test(source))
        last.runs.push({ kind: 'text', text: ` ${words}` })
      else if (words !== '') texts.push({ runs: [{ kind: 'text', text: words }], place })
      isOpen = words !== '' && !/>\s*$/.test(source)
      hasFigure = hasFigure && !source.includes('<')
    },
    addFigure(run: Inline, place: Place): void {
      const last = texts.at(-1)
      if (run.kind === 'figure' && isOpen && last) last.runs.push({ kind: 'text', text: ' ' }, run)
      else texts.push({ runs: [run], place })
      isOpen = run.kind === 'figure'
      hasFigure = isOpen
    },
  }
}

interface Recording {
  readonly values: LayoutValue[]
  readonly printed: PrintedFigures
}

/** Helpers that record what they give: a figure gets its key here, once, and is printed by it. */
function recordingHelpers(helpers: LayoutEnvironment['helpers'], recording: Recording): LayoutEnvironment['helpers'] {
  const record = (helper: Helper): Helper => ({
    ...helper,
    run(call) {
      const value = helper.run(call)
      if (value === undefined) return undefined
      const kept =
        typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'figure'
          ? ({ kind: 'written', run: recording.printed.write(value, call.place) } as const)
          : value
      recording.values.push(layoutValue(kept))
      return kept
    },
  })
  return new Map([...helpers].map(([name, helper]) => [name, record(helper)]))
}

/** A value as plain JSON. Throws TypeError for HTML, which no helper gives. */
function layoutValue(value: Value): LayoutValue {
  if (typeof value !== 'object' || value === null) return value
  if (!('kind' in value)) throw new TypeError('a helper gave HTML')
  switch (value.kind) {
    case 'written':
      return value.run
    case 'list':
      return { kind: 'list', items: value.items.map(layoutValue), sample: layoutValue(value.sample) }
    case 'fields':
      return {
        kind: 'fields',
        fields: Object.fromEntries([...value.fields].map(([name, field]) => [name, layoutValue(field)])),
      }
    case 'open':
      return { kind: 'open' }
    case 'text':
      return { kind: 'data', text: value.text }
    case 'figure':
      throw new TypeError('a figure without a key')
    default:
      return value
  }
}

/** The same value again, from JSON. */
function templateValue(value: LayoutValue): Value {
  if (typeof value !== 'object' || value === null) return value
  switch (value.kind) {
    case 'list':
      return { kind: 'list', items: value.items.map(templateValue), sample: templateValue(value.sample) }
    case 'fields':
      return {
        kind: 'fields',
        fields: new Map(Object.entries(value.fields).map(([name, field]) => [name, templateValue(field)])),
      }
    case 'open':
      return { kind: 'open' }
    case 'data':
      return { kind: 'text', text: value.text }
    case 'period':
      return { kind: 'period', text: value.text, period: value.period }
    case 'plain':
      return { kind: 'plain', text: value.text }
    default:
      return { kind: 'written', run: value }
  }
}

/** Gives again what the helpers of a layout gave, call by call. */
export function replayValues(values: readonly LayoutValue[]): () => Value {
  const rest = values[Symbol.iterator]()
  return () => templateValue(rest.next().value ?? null)
}
