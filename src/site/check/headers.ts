import { headersOf } from '../pages/host-files.ts'

/** The headers that a server sent with a file. */
export type SentHeaders = (path: string) => Headers | undefined

const types: Readonly<Record<string, RegExp>> = {
  css: /^text\/css/,
  csv: /^text\/csv/,
  html: /^text\/html/,
  js: /javascript/,
  json: /json/,
  png: /^image\/png/,
  svg: /^image\/svg\+xml/,
  woff2: /^(?:font\/woff2|application\/font-woff2)/,
  xml: /xml/,
}

/** Whether a header says what it should, by its name; of policies every part, as hosts may join several. */
const rules: Readonly<Record<string, (sent: string, wanted: string) => boolean>> = {
  'Cache-Control': (sent, wanted) => sent.includes('immutable') === wanted.includes('immutable'),
  'Content-Security-Policy': (sent, wanted) => {
    const parts = new Set(sent.split(/\s*[;,]\s*/))
    const isFramed = wanted.endsWith('frame-ancestors *')
    if (isFramed && parts.has("frame-ancestors 'none'")) return false
    return wanted.split('; ').every((part) => parts.has(part) || (isFramed && part.startsWith('frame-ancestors')))
  },
  'Referrer-Policy': (sent, wanted) => sent.split(/\s*,\s*/).at(-1) === wanted, // the last one holds
}

interface Sent {
  readonly path: string
  readonly name: string
  readonly value: string | null
  readonly isRight: boolean
}

function sentWith(path: string, headers: Headers): readonly Sent[] {
  const wanted = Object.entries(headersOf(path)).map(([name, value]): Sent => {
    const sent = headers.get(name)
    const isRight = sent !== null && (rules[name]?.(sent, value) ?? sent === value)
    return { path, name, value: sent, isRight }
  })
  const type = types[/\.(\w+)$/.exec(path)?.[1] ?? '']
  const value = headers.get('Content-Type')
  return type ? [...wanted, { path, name: 'Content-Type', value, isRight: type.test(value ?? '') }] : wanted
}

/** A line for each header that is not as docs/hosting.md says; one for a header that no file has. */
export function headerFaults(paths: Iterable<string>, sent: SentHeaders): readonly string[] {
  const byName = new Map<string, Sent[]>()
  for (const path of paths) {
    const headers = sent(path)
    for (const one of headers ? sentWith(path, headers) : [])
      byName.set(one.name, [...(byName.get(one.name) ?? []), one])
  }
  return [...byName].flatMap(([name, all]) => {
    if (all.every(({ value }) => value === null)) return [`missing header ${name}: on none of ${all.length} files`]
    return all
      .filter(({ isRight }) => !isRight)
      .map(({ path, value }) =>
        value === null ? `missing header ${name} of ${path}` : `invalid header ${name} of ${path}: "${value}"`,
      )
  })
}
