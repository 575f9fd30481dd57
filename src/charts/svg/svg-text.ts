/** Coordinates are kept to a hundredth of a pixel at most, without trailing zeros. */
export function fixed(value: number, places = 1): string {
  const factor = 10 ** places
  return String(Math.round(value * factor) / factor + 0) // + 0 turns -0 into 0
}

/** Attributes in the order given; undefined ones are left out. */
export function attributes(values: Readonly<Record<string, string | undefined>>): string {
  let text = ''
  for (const name in values) {
    const value = values[name]
    if (value !== undefined) text += ` ${name}="${escapeXml(value)}"`
  }
  return text
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML allows in no document, not even as an entity: one of them, and no browser shows the picture. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

export function escapeXml(text: string): string {
  const allowed = text.replace(forbidden, '\uFFFD')
  return !/[&<>"]/.test(allowed) ? allowed : allowed.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}
