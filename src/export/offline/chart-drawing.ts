/** What elements in a group have from it. */
const inherited = / (?:fill|stroke|stroke-[a-z]+|font-[a-z]+|text-anchor)="[^"]*"/g
const element = /<(?:text|rect|circle|path)(?: [\w-]+="[^"]*")*(?:\/>|>[^<]*<\/text>)/g
const elements = new RegExp(`(?:${element.source})+`, 'g')

const paintOf = (drawn: string): string => (drawn.match(inherited) ?? []).join('')

/** Neighbours that are painted alike say once how. */
const inGroups = (svg: string): string =>
  svg.replace(elements, (row) => {
    const groups: string[][] = []
    for (const one of row.match(element) ?? []) {
      const group = groups.at(-1)
      if (group?.[0] !== undefined && paintOf(group[0]) === paintOf(one)) group.push(one)
      else groups.push([one])
    }
    return groups
      .map((group) =>
        group.length === 1 || paintOf(group[0] ?? '') === ''
          ? group.join('')
          : `<g${paintOf(group[0] ?? '')}>${group.map((one) => one.replace(inherited, '')).join('')}</g>`,
      )
      .join('')
  })

/** Which numbers of a command move with the drawing; those of lower-case commands do not. */
const moving: Readonly<Record<string, string | undefined>> = {
  M: 'xy',
  L: 'xy',
  H: 'x',
  V: 'y',
  C: 'xyxyxy',
  A: '-----xy',
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Coordinates are written to a tenth of a pixel. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 0.15

interface Command {
  readonly letter: string
  readonly numbers: readonly number[]
}

const commandsOf = (path: string): readonly Command[] =>
  [...path.matchAll(/([a-z])([^a-z]*)/gi)].map(([, letter = '', numbers = '']) => ({
    letter,
    numbers: (numbers.match(/-?[\d.]+/g) ?? []).map(Number),
  }))

/** How far a path lies from another that is drawn alike; undefined where they differ. */
function distance(from: readonly Command[], to: readonly Command[]): Point | undefined {
  const [x = 0, y = 0] = [0, 1].map((at) => (to[0]?.numbers[at] ?? 0) - (from[0]?.numbers[at] ?? 0))
  const shifts: Readonly<Record<string, number | undefined>> = { x, y }
  const isAlike =
    from.length === to.length &&
    from.every(({ letter, numbers }, at) => {
      const other = to[at]
      return (
        other?.letter === letter &&
        other.numbers.length === numbers.length &&
        numbers.every((number, place) =>
          isSame(number + (shifts[moving[letter]?.[place] ?? ''] ?? 0), other.numbers[place] ?? Number.NaN),
        )
      )
    })
  return isAlike ? { x, y } : undefined
}

/** A path of many figures as its rows: one begins where a figure stands no further to the right than the first of the row before. */
function rowsOf(path: string): readonly string[] {
  const rows: { readonly left: number; text: string }[] = []
  for (const figure of path.split(/(?=M)/)) {
    const left = Number.parseFloat(figure.slice(1))
    const row = rows.at(-1)
    if (row && left > row.left) row.text += figure
    else rows.push({ left, text: figure })
  }
  return rows.map(({ text }) => text)
}

/** Letters from which a row is worth being named. */
const worthNaming = 80

const rounded = (value: number): string => String(Math.round(value * 10) / 10)

/** Rows of persons, dots or squares that are drawn like one before are that one, moved. */
const withRepeats = (svg: string): string =>
  svg.replace(/<path d="([^"]*)"([^>]*)\/>/g, (whole, path: string, paint: string, offset: number) => {
    const known: { readonly id: string; readonly commands: readonly Command[] }[] = []
    const drawn = rowsOf(path).map((row) => {
      if (row.length < worthNaming) return `<path d="${row}"/>`
      const commands = commandsOf(row)
      for (const one of known) {
        const by = distance(one.commands, commands)
        if (by) return `<use xlink:href="#${one.id}" x="${rounded(by.x)}" y="${rounded(by.y)}"/>`
      }
      const id = `row-${offset}-${known.length}`
      known.push({ id, commands })
      return `<path id="${id}" d="${row}"/>`
    })
    const text = `<g${paint}>${drawn.join('')}</g>`
    return text.length < whole.length ? text : whole
  })

/** Names of fonts need quotes only where they are no words. */
const plainFonts = (svg: string): string =>
  svg.replace(/ font-family="[^"]*"/, (fonts) => fonts.replace(/&quot;([a-z]+(?: [a-z]+)*)&quot;/gi, '$1'))

const withLinks = (svg: string): string =>
  svg.includes('xlink:href') ? svg.replace('<svg', '<svg xmlns:xlink="http://www.w3.org/1999/xlink"') : svg

/**
 * The drawing of a chart in fewer letters: it is drawn the same. What its picture is called in the page (`alt`, as it stands in
 * HTML) is not said again.
 */
export function compactDrawing(svg: string, alt: string): string {
  const title = `<title>${alt.replaceAll('&#39;', "'")}</title>`
  return withLinks(inGroups(withRepeats(plainFonts(svg.replace(title, '')))))
}
