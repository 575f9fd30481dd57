import { literally } from '../../language/claims/pattern-parts.ts'
import type { DeckData } from '../../model/deck.ts'
import { withDocument } from '../roll/settings-text.ts'
import type { ImportDocument } from './import-plan.ts'

const flowMap = (entries: ReadonlyMap<string, string>): string =>
  `{${[...entries].map(([name, digest]) => `${JSON.stringify(name)}: ${digest}`).join(', ')}}`

/** An entry of data/sources.yaml with the files that were imported: in its braces, or as a key of a line below its name. */
function withWorkbooks(text: string, id: string, workbooks: ReadonlyMap<string, string>): string {
  const lines = text.split('\n')
  const head = lines.findIndex((line) => new RegExp(`^["']?${literally(id)}["']?:`).test(line))
  const line = lines[head]
  if (line === undefined) return text
  const value = `workbooks: ${flowMap(workbooks)}`
  const known = /workbooks: *\{[^}]*\}/
  if (/:\s*\{/.test(line)) {
    const made = known.test(line)
      ? line.replace(known, () => value)
      : line.replace(/\s*\}(\s*(?:#.*)?)$/, (_, rest) => `, ${value}}${rest}`)
    return [...lines.slice(0, head), made, ...lines.slice(head + 1)].join('\n')
  }
  const rest = lines.slice(head + 1)
  const length = rest.findIndex((each) => /^\S/.test(each))
  const body = length < 0 ? rest : rest.slice(0, length)
  const at = body.findIndex((each) => known.test(each))
  const indent = /^\s+(?=\S)/.exec(body.find((each) => each.trim() !== '') ?? '')?.[0] ?? '  '
  const end = line.endsWith('\r') ? '\r' : ''
  const made =
    at < 0
      ? [`${indent}${value}${end}`, ...body]
      : body.map((each, index) => (index === at ? each.replace(known, () => value) : each))
  return [...lines.slice(0, head + 1), ...made, ...rest.slice(body.length)].join('\n')
}

/** data/sources.yaml with the documents of an import, each with its file and the file's digest. */
export function withImported(text: string, documents: readonly ImportDocument[], data: DeckData): string {
  return documents.reduce((made, { id, title, date, workbook, digest }) => {
    const known = data.documents.get(id)
    const added = known ? made : withDocument(made, { id, title, short: title, date })
    return withWorkbooks(added, id, new Map([...(known?.workbooks ?? []), [workbook, digest]]))
  }, text)
}
