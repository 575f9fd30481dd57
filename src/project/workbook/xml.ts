import { composed } from '../../format/letters/composed.ts'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The characters that a text of XML stands for. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (whole, digits, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = digits === undefined ? Number.parseInt(hex, 16) : Number(digits)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

export type Attributes = ReadonlyMap<string, string>

/** Attributes as they stand in a tag; a prefix of their names is left out: "r:id" → "id". */
export const attributesOf = (written: string): Attributes =>
  new Map(
    [...written.matchAll(/(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', double, single]) => [
      key,
      unescapeXml(double ?? single ?? ''),
    ]),
  )

/** Attributes of every element of a name. */
export const elements = (xml: string, name: string): readonly Attributes[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*)?>`, 'g'))].map(([, written = '']) => attributesOf(written))

/** XML cannot hold control characters, so workbooks write them as "_x000B_". */
const unescapeControls = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** The text of a cell's runs, without readings printed over the letters. */
export function textOfRuns(xml: string): string {
  const own = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '') : xml
  const runs = [...own.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)]
  return composed(unescapeControls(unescapeXml(runs.map(([, text = '']) => text).join(''))))
}
