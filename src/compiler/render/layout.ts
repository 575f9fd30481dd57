import type { LayoutValue } from '../../model/deck.ts'
import { escapeHtml } from '../../model/html.ts'
import type { Layout } from '../parse/layout.ts'
import { type Environment, evaluate } from '../resolve/evaluate.ts'
import { type LayoutEnvironment, replayValues } from '../resolve/layout.ts'
import { rootScope } from '../resolve/scope.ts'
import type { Fields, Value } from '../resolve/value.ts'
import { inlineHtml, type Uses } from './inline.ts'

interface Options {
  readonly partials: LayoutEnvironment['partials']
  readonly values: readonly LayoutValue[]
  readonly uses: Uses
}

/** Places the parts of a slide. Text is escaped; only HTML that the renderer made goes in as it is. Throws on findings: resolve has had them. */
export function renderLayout(layout: Layout, view: Fields, { partials, values, uses }: Options): string {
  let html = ''
  const sink: Environment['sink'] = {
    text: (text) => {
      html += text
    },
    value: (value) => {
      html += valueHtml(value, uses)
    },
  }
  evaluate(layout.template, rootScope(view), {
    helpers: new Map(),
    replay: replayValues(values),
    partials,
    sink,
    report: ({ message }) => {
      throw new Error(`layout ${layout.name}: ${message}`)
    },
    live: true,
    prove: false,
  })
  return html
}

function valueHtml(value: Value, uses: Uses): string {
  if (typeof value !== 'object' || value === null) return escapeHtml(String(value ?? ''))
  if ('html' in value) return value.html ?? ''
  if (!('kind' in value)) return ''
  switch (value.kind) {
    case 'written':
      return inlineHtml([value.run], uses)
    case 'period':
      return inlineHtml([{ kind: 'period', text: value.text, period: value.period }], uses)
    case 'plain':
      return inlineHtml([{ kind: 'plain', text: value.text }], uses)
    case 'text':
      return escapeHtml(value.text)
    default:
      return ''
  }
}
