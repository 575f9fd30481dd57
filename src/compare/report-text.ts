import { type Comparison, type FigureChange, isIdentical, type SlideChange, type TextChange } from './compare-decks.ts'
import type { Piece } from './pieces.ts'

/** What distinguishes the two kinds of pieces: by signs, or by colours on a terminal. */
export interface Paint {
  readonly gone: (text: string) => string
  readonly new: (text: string) => string
}

export const signs: Paint = { gone: (text) => `[-${text}-]`, new: (text) => `{+${text}+}` }

const pieceText = ({ kind, text }: Piece, paint: Paint): string => {
  if (kind === 'same') return text
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return words === '' ? text : `${before}${paint[kind](words)}${after}`
}

const change = ({ where, pieces }: TextChange, paint: Paint): string =>
  `    ${where}: ${pieces.map((piece) => pieceText(piece, paint)).join('')}`

const ways = { raised: ', raised', cut: ', cut', moved: ', moved' }

const figure = ({ label, period, before, after, way, slides }: FigureChange): string =>
  `  ${label}, ${period}: ${before} → ${after}${way ? ways[way] : ''}${slides.length > 0 ? ` (${slides.join(', ')})` : ''}`

const headings: Readonly<Record<FigureChange['kind'], string>> = {
  restated: 'restated',
  guidance: 'targets and guidance',
  computed: 'computed from these',
}

function slide(
  { slide: id, kind, before, after, isMoved, wording, figures, charts }: SlideChange,
  paint: Paint,
): string {
  if (kind === 'added') return `  + ${after}. ${id}`
  if (kind === 'gone') return `  - ${before}. ${id}`
  return [
    `  ${after}. ${id}${isMoved ? ` (was ${before})` : ''}`,
    ...wording.map((each) => change(each, paint)),
    ...charts.map((each) => `    ${each.id}: ${each.before || 'none'} → ${each.after || 'none'}`),
    ...figures.map((each) => change(each, paint)),
  ].join('\n')
}

const list = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${title}:`, ...lines, '']

/** What changed between two decks, restated figures first; one line for decks that are the same. */
export function compareText(comparison: Comparison, paint: Paint = signs): string {
  const { from, to, figures, shown, slides, sources, waivers, tied } = comparison
  if (isIdentical(comparison)) return `no change: ${to}`
  const of = (kind: FigureChange['kind']): readonly string[] => figures.filter((each) => each.kind === kind).map(figure)
  const both = ({ new: added, gone }: Comparison['sources']): readonly string[] => [
    ...added.map((text) => `  + ${text}`),
    ...gone.map((text) => `  - ${text}`),
  ]
  return [
    `${from}  →  ${to}`,
    '',
    ...(['restated', 'guidance', 'computed'] as const).flatMap((kind) => list(headings[kind], of(kind))),
    ...list(
      'figures',
      shown.new + shown.gone === 0 ? [] : [`  ${shown.new} shown that were not, ${shown.gone} no longer shown`],
    ),
    ...list(
      'slides',
      slides.map((each) => slide(each, paint)),
    ),
    ...list('sources', both(sources)),
    ...list('waivers', both(waivers)),
    ...list('tied figures', tied ? [`  ${tied.before} → ${tied.after}`] : []),
  ]
    .join('\n')
    .trimEnd()
}
