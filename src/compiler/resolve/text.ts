import type { Place } from '../../model/source-file.ts'
import type { Origin } from '../parse/origin.ts'
import type { parseSpec } from '../parse/spec.ts'
import { parseTemplate } from '../parse/template.ts'
import { type Environment, evaluate } from './evaluate.ts'
import type { Ink } from './ink.ts'
import { noNames, rootScope } from './scope.ts'
import { fields } from './value.ts'

/** Text of a slide with its values in place, as marks. */
export interface MarkedText {
  readonly text: string
  /** Line in the file of each line of the text. */
  readonly lines: readonly number[]
  readonly place: Place
}

export interface Readers {
  readonly template: typeof parseTemplate
  readonly spec: typeof parseSpec
}

export type TextEnvironment = Pick<Environment, 'helpers' | 'report'> & {
  readonly ink: Ink
  readonly partials?: Environment['partials']
  /** Reads templates and YAML; a caller may remember what it has read. */
  readonly readers?: Readers
}

const plainBrackets = /\[\[([^[\]\n]+)\]\]/g
const nothing = fields({})

/** Fills the placeholders of a text of a slide. Findings are reported; what could be printed is returned. */
export function resolveText(text: string, origin: Origin, environment: TextEnvironment): MarkedText {
  const place: Place = { path: origin.path, line: origin.line, column: origin.column }
  const lines: number[] = [origin.line]
  const parsed = (environment.readers?.template ?? parseTemplate)(text, origin)
  if (!parsed.ok) {
    for (const diagnostic of parsed.diagnostics) environment.report(diagnostic)
    return { text: '', lines, place }
  }
  let printed = ''
  const { ink } = environment
  const sink: Environment['sink'] = {
    text(part, at) {
      const marked = part.replace(plainBrackets, (_, inner: string) => ink.write({ kind: 'plain', text: inner }, at))
      if (printed === '' || printed.endsWith('\n')) lines[lines.length - 1] = at.line
      for (let index = marked.indexOf('\n'), line = at.line + 1; index !== -1; index = marked.indexOf('\n', index + 1))
        lines.push(line++)
      printed += marked
    },
    value(value, at) {
      if (printed === '' || printed.endsWith('\n')) lines[lines.length - 1] = at.line
      printed += ink.write(value, at)
    },
  }
  const scope = { ...rootScope(nothing), names: noNames }
  evaluate(parsed.value, scope, {
    helpers: environment.helpers,
    partials: environment.partials ?? new Map(),
    report: environment.report,
    sink,
    live: true,
    prove: true,
  })
  return { text: printed, lines, place }
}
