import type { Chart } from 'chart.js'
import { isUnspaced, mayBreakAt, phraseEnd } from '../../format/letters/phrases.ts'

/** What drawing needs of a canvas: the browser's context and the SVG writer's both have it. */
export type CanvasContext = Chart['ctx'] // not CanvasRenderingContext2D: the compiler, which imports these types, is checked without the DOM

export type Weight = 400 | 600

interface TextStyle {
  readonly size: number
  readonly weight?: Weight
  readonly color: string
  readonly align?: 'left' | 'center' | 'right'
}

/** Draws and measures text in one font. */
export interface Typesetter {
  width(text: string, size: number, weight?: Weight): number
  /** Words broken into lines no wider than `width`; undefined when one word alone is wider. */
  wrap(
    text: string,
    limit: { readonly width: number; readonly size: number; readonly weight?: Weight },
  ): string[] | undefined
  /** Draws one line with its baseline at y. */
  draw(text: string, at: { readonly x: number; readonly y: number }, style: TextStyle): void
}

/** Height of a line of text as a multiple of its size, and where its baseline lies. */
export const lineHeight = 1.1
export const baseline = 0.91

/** Letters stand where they are, not on whole pixels as browsers put some of them: so a name breaks live as it does in the picture. */
export function createTypesetter(context: CanvasContext, family: string): Typesetter {
  const setFont = (size: number, weight: Weight): void => {
    context.font = `${weight} ${size}px ${family}`
    context.textRendering = 'geometricPrecision' // each time: a canvas that changes its size forgets it
  }
  const width = (text: string, size: number, weight: Weight = 400): number => {
    setFont(size, weight)
    return context.measureText(text.replaceAll(phraseEnd, '')).width
  }
  return {
    width,
    wrap(text, { width: limit, size, weight = 400 }) {
      return breakLines(text, (line) => width(line, size, weight) <= limit)
    },
    draw(text, { x, y }, { size, weight = 400, color, align = 'left' }) {
      setFont(size, weight)
      context.fillStyle = color
      context.textAlign = align
      context.textBaseline = 'alphabetic'
      context.fillText(text.replaceAll(phraseEnd, ''), x, y)
    },
  }
}

/** The blank of a label of the calendar or a date, before its year: "Q3 FY19", "9M 2024", "Mar 2009". */
const beforeYear = /(?<=(?:^|\s)[\p{Lu}\d]\S{0,2})\s(?=(?:FY|[1-4][QH]|9M)?\d{2,4}\b)/gu
const unbroken = '\u00a0'

/** Words of a text; a period is one, as is what a blank without break joins. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replace(beforeYear, unbroken)
    .split(/[^\S\u00a0\u202f]+/)
    .filter(Boolean)
    .map((word) => word.replaceAll(unbroken, ' '))

/** Pieces that a line may end after: words and, of scripts that have no blanks, phrases, or else runs of one kind of letters. */
function pieces(text: string): readonly { readonly text: string; readonly blank: boolean }[] {
  return wordsOf(text).flatMap((word) => partsOf(word).map((part, index) => ({ text: part, blank: index === 0 })))
}

const partsOf = (word: string): readonly string[] =>
  word.includes(phraseEnd) ? word.split(phraseEnd).filter(Boolean) : (word.match(unspaced) ?? [word])

/** A word of kanji with its ending, hiragana, katakana, hangul, or anything else, each with the signs that close it. */
const unspaced =
  /(?:\p{sc=Han}+\p{sc=Hiragana}*|\p{sc=Hiragana}+|[\p{sc=Katakana}ー]+|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+)[、。・）」』】％]*/gu

/** Lines that fit, each as full as it can be; undefined where one piece alone is too wide. */
export function breakLines(text: string, fits: (line: string) => boolean): string[] | undefined {
  const lines: string[] = []
  for (const { text: piece, blank } of pieces(text)) {
    const last = lines.at(-1)
    const joined = last === undefined ? piece : `${last}${blank ? ' ' : ''}${piece}`
    if (last !== undefined && fits(joined)) lines[lines.length - 1] = joined
    else if (fits(piece)) lines.push(piece)
    else if (isUnspaced(piece)) lines.push(...byLetter(piece, fits))
    else {
      const parts = atHyphens(piece, fits)
      if (!parts) return undefined
      lines.push(...parts)
    }
  }
  return lines
}

/** Lines of a name that has no room in one: it ends a line behind a hyphen only then, and a period behind its first part. */
function atHyphens(name: string, fits: (line: string) => boolean): string[] | undefined {
  const parts = name.split(/(?<=\p{L}-)(?=\p{L})|(?<= )/u)
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last}${part}`)) lines[lines.length - 1] = `${last}${part}`
    else if (fits(part.trimEnd())) lines.push(part)
    else return undefined
  }
  return lines.map((line) => line.trimEnd())
}

/** Lines that end anywhere but where none may: before a closing sign, behind an opening one, in a number. */
function byLetter(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  let part = ''
  let at = 0
  for (const letter of text) {
    part += letter
    at += letter.length
    if (at < text.length && !mayBreakAt(text, at)) continue
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last}${part}`)) lines[lines.length - 1] = `${last}${part}`
    else lines.push(part)
    part = ''
  }
  return lines
}

/** A label in at most so many lines, by its phrases or, where these need more, by its letters; undefined where it needs more still. */
export function wrapWithin(
  typesetter: Typesetter,
  label: string,
  {
    most,
    ...limit
  }: { readonly width: number; readonly size: number; readonly most: number; readonly weight?: Weight },
): string[] | undefined {
  const tries = label.includes(phraseEnd) ? [label, label.replaceAll(phraseEnd, '')] : [label]
  return tries.map((text) => typesetter.wrap(text, limit)).find((lines) => lines !== undefined && lines.length <= most)
}

/** The lines of a label: whole where that many hold it, else cut, which `leftOut` reports. */
export function linesOf(
  typesetter: Typesetter,
  label: string,
  limit: { readonly width: number; readonly size: number; readonly most: number; readonly weight?: Weight },
): string[] {
  return wrapWithin(typesetter, label, limit) ?? cutLines(typesetter, label, limit)
}

/** At most so many lines, the last or a word that is too wide cut with an ellipsis. */
export function cutLines(
  typesetter: Typesetter,
  label: string,
  { width, size, most }: { readonly width: number; readonly size: number; readonly most: number },
): string[] {
  const fits = (text: string): boolean => typesetter.width(text, size, 600) <= width
  const cut = (text: string): string => {
    if (fits(text)) return text
    let end = text.length
    while (end > 1 && !fits(`${text.slice(0, end).trimEnd()}…`)) end--
    return `${text.slice(0, end).trimEnd()}…`
  }
  const lines: string[] = []
  for (const { text, blank } of pieces(label)) {
    const last = lines.at(-1)
    const joined = `${last ?? ''}${blank ? ' ' : ''}${text}`
    if (last !== undefined && fits(joined)) lines[lines.length - 1] = joined
    else lines.push(text)
  }
  if (lines.length <= most) return lines.map(cut)
  return [...lines.slice(0, most - 1).map(cut), cut(lines.slice(most - 1).join(' '))]
}
