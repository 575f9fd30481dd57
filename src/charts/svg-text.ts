/** Coordinates are kept to a hundredth of a pixel at most, without trailing zeros. */
export function fixed(value: number, places = 1): string {
  const text = value.toFixed(places).replace(/\.?0+$/, '')
  return text === '-0' || text === '' ? '0' : text
}

/** Attributes in the order given; undefined ones are left out. */
export function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(value)}"`))
    .join('')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}
