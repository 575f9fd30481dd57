import type { BoundDeck as Deck, FigureUse } from '../../src/model/deck.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { type Mutation, type TextFile, textFiles } from './mutation.ts'

const opposites: readonly (readonly [string, string])[] = [
  ['increased', 'decreased'],
  ['rose', 'fell'],
  ['grew', 'declined'],
  ['grow', 'fall'],
  ['improved', 'worsened'],
  ['growth', 'decline'],
  ['increase', 'decrease'],
  ['up', 'down'],
]
const directions = new Map(
  opposites.flatMap(([a, b]): readonly (readonly [string, string])[] => [
    [a, b],
    [b, a],
  ]),
)

/** All matches of an expression in the slides, each turned into a fault. */
function each(
  file: TextFile,
  expression: RegExp,
  turn: (match: RegExpExecArray) => Omit<Mutation, 'path' | 'start' | 'end'> | undefined,
): readonly Mutation[] {
  return [...file.text.matchAll(expression)].flatMap((match): readonly Mutation[] => {
    const turned = turn(match)
    return turned ? [{ path: file.path, start: match.index, end: match.index + match[0].length, ...turned }] : []
  })
}

/** Direction words; those of a clause without a change or a level that they lead to, the data cannot judge. */
function flippedWords(file: TextFile): readonly Mutation[] {
  const word = new RegExp(`(?<![\\w{"-])(?:${[...directions.keys()].join('|')})(?![\\w"-])`, 'g')
  const body = file.text.indexOf('---', 3)
  return each(file, word, (match) => {
    const rest = file.text.slice(match.index + match[0].length).split(/[.;\n]/)[0] ?? ''
    const bound = /^[^{]{0,60}\{\{(?:growth|change|difference)|^[^{]{0,60}\b(?:to|by) \{\{figure/.test(rest)
    const text = directions.get(match[0])
    if (text === undefined || (match.index < body && !bound)) return undefined
    return bound
      ? { kind: 'flip a sign word', text }
      : { kind: 'flip a word without a figure', text, blind: 'no bound change or level follows it in its clause' }
  })
}

const figure = /\{\{figure "([\w.-]+)" "([\w+-]+)"([^}]*)\}\}/g
const change = /\{\{change "([\w.-]+)" "([\w+-]+)"([^}]*)\}\}/g

/** The printed text of a placeholder that stands in a slide's own line. */
function printed(uses: readonly FigureUse[], path: string, text: string, at: number): string | undefined {
  const line = text.slice(0, at).split('\n').length
  const column = at - (text.lastIndexOf('\n', at - 1) + 1) + 1
  return uses.find(({ place }) => place.path === path && place.line === line && Math.abs(place.column - column) <= 2)
    ?.text
}

function typed(file: TextFile, uses: readonly FigureUse[]): readonly Mutation[] {
  return each(file, figure, (match) => {
    const text = printed(uses, file.path, file.text, match.index)
    return text && /\d/.test(text) ? { kind: 'type a figure', text } : undefined
  }).concat(
    each(file, figure, (match) => {
      const text = printed(uses, file.path, file.text, match.index)
      const wrong = text?.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
      return wrong && /\d/.test(wrong) ? { kind: 'type a figure with an error', text: wrong } : undefined
    }),
  )
}

function periods(file: TextFile): readonly Mutation[] {
  const moved = each(
    file,
    /(\{\{(?:figure|change|growth)[^}]*\}\} (?:in|for) )\{\{period "(FY|Q)"\}\}/g,
    ([, lead, name]) => ({
      kind: 'move a period label',
      text: `${lead}{{period "${name === 'FY' ? 'FY-1' : 'Q-1'}"}}`,
    }),
  )
  const figures = each(
    file,
    /\{\{figure ("[\w.-]+") "(FY|Q)"([^}]*)\}\}( in \{\{period "\2"\}\})/g,
    ([, metric, name, rest, tail]) => ({
      kind: "move a figure's period",
      text: `{{figure ${metric} "${name}-1"${rest}}}${tail}`,
    }),
  )
  const isHistorical = /^historical: *true/m.test(file.text) // its author says that it tells of another time
  const stale = isHistorical
    ? []
    : each(file, /\{\{period "(?:FY|Q)"\}\}/g, () => ({ kind: 'leave a stale period', text: '{{period "FY-4"}}' }))
  const typedLabels = each(file, /\{\{period "FY"\}\}/g, () => ({ kind: 'type a period', text: 'FY2007' }))
  const ranges = each(file, /\{\{period "FY"\}\}/g, ([whole]) => ({
    kind: 'stale date range',
    text: `${whole} (07/4 ~ 08/3)`,
  }))
  return [...moved, ...figures, ...stale, ...typedLabels, ...ranges]
}

function words(file: TextFile, uses: readonly FigureUse[]): readonly Mutation[] {
  const comparators = each(file, change, ([whole, , , rest = '']) => {
    if (rest.includes('comparator') || rest.includes('form=')) return undefined
    const wrong = rest.includes('vs="Q-1"') ? 'YoY' : rest === '' ? 'QoQ' : undefined
    return wrong
      ? { kind: 'wrong comparator word', text: `${whole.replace('}}', ' comparator=false}}')} ${wrong}` }
      : undefined
  })
  const points = each(file, change, (match) => {
    const text = printed(uses, file.path, file.text, match.index)
    return text?.includes('point')
      ? { kind: 'turn points into per cent (text)', text: `${match[0].replace('}}', ' comparator=false}}')} per cent` }
      : undefined
  })
  const falling =
    /\{\{figure "(?:income\.operating|income\.net|gross\.total|revenue\.one-time|cash\.financing)" "FY"[^}]*\}\}/g
  const records = each(file, falling, ([whole]) => ({ kind: 'wrong superlative', text: `a record ${whole}` }))
  const runs = each(file, change, ([whole, metric = '', period = '', rest]) =>
    /^(?:income\.(?:operating|net)|revenue\.one-time|revenue\.si\.construction)$/.test(metric) &&
    period === 'FY' &&
    rest === ''
      ? { kind: 'wrong run', text: `${whole} for the fifth consecutive year` }
      : undefined,
  )
  return [...comparators, ...points, ...records, ...runs]
}

const monthNames = 'January|February|March|April|May|June|July|August|September|October|November|December|Feb\\.|Dec\\.'

function events(file: TextFile): readonly Mutation[] {
  const told = new RegExp(
    `((?:[Ll]aunched|[Ee]stablished|[Oo]pened|[Ii]ntroduced|[Ss]tarted)[^.;\\n{]{0,80}?(?:${monthNames}) )\\[?\\[?(?:199\\d|200\\d)\\]?\\]?`,
    'g',
  )
  return each(file, told, ([, lead]) => ({ kind: 'date an event after the deck', text: `${lead}[[2011]]` }))
}

/** Faults that a person makes in slides. */
export function slideMutations(files: readonly SourceFile[], deck: Deck): readonly Mutation[] {
  const uses = deck.slides.flatMap((slide) => slide.uses)
  const slides = textFiles(files, 'slides/', '.md')
  const single = slides.flatMap((file) => [
    ...flippedWords(file),
    ...typed(file, uses),
    ...periods(file),
    ...words(file, uses),
    ...events(file),
  ])
  const isLegal = ({ text }: TextFile): boolean => /forward-looking statement/i.test(text) // others only have its layout
  const statement = slides.filter(isLegal).flatMap((file) =>
    each(file, /^layout: statement$/gm, () => ({
      kind: 'drop the forward-looking statement',
      text: 'layout: points',
    })),
  )
  return [...single, ...statement]
}
