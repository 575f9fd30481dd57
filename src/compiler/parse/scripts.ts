import { isScalar, parseDocument, visit } from 'yaml'
import { beyondLatin, needsFont, rightToLeft, shippedPart } from '../../format/letters/scripts.ts'
import type { FontLetters } from '../../format/letters/text-face.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { columnName, type Place, type SourceFile, sheetsOf, type TextFile } from '../../model/source-file.ts'
import { missingFont, scriptOf, unsupportedScript } from '../diagnostics/characters.ts'
import { startOf } from '../diagnostics/create.ts'
import { tooDeepAt } from './nesting.ts'
import { placeOfOffset } from './text-origin.ts'

/** Letters in a row that cannot be shown, for one reason. */
interface Stretch {
  readonly text: string
  readonly index: number // in UTF-16
  readonly isTurned: boolean // it runs from right to left
}

type Reason = 'turned' | 'missing' | undefined

function reasonOf(character: string, fonts: FontLetters | undefined): Reason {
  const code = character.codePointAt(0) ?? 0
  if (rightToLeft.test(character)) return 'turned'
  return needsFont(code) && shippedPart(code) === undefined && !fonts?.has(code) ? 'missing' : undefined
}

/** What no font of the deck shows, in order. A sign that makes the one before it an emoji is named with it. */
function stretches(text: string, fonts: FontLetters | undefined): readonly Stretch[] {
  const found: { text: string; index: number; reason: Reason }[] = []
  for (const { 0: part, index: start } of text.matchAll(beyondLatin)) {
    let index = start
    for (const character of part) {
      const reason = reasonOf(character, fonts)
      const last = found.at(-1)
      const joins = last !== undefined && last.reason === reason && last.index + last.text.length === index
      if (reason && joins) last.text += character
      else if (reason) {
        const before = character === '\ufe0f' && index > 0 ? (text[index - 1] ?? '') : ''
        found.push({ text: before + character, index: index - before.length, reason })
      }
      index += character.length
    }
  }
  return found.map(({ reason, ...stretch }) => ({ ...stretch, isTurned: reason === 'turned' }))
}

const finding = ({ text, isTurned }: Stretch, place: Place): Diagnostic =>
  isTurned ? unsupportedScript(text, place) : missingFont(text, place)

/** Where one script is missing all of it is: its first place says so. */
function firstOfScripts<T extends Stretch>(found: readonly T[]): readonly T[] {
  const scripts = new Map(
    found.toReversed().map((stretch) => [`${scriptOf(stretch.text)} ${stretch.isTurned}`, stretch]),
  )
  return [...scripts.values()].toReversed()
}

const blank = (words: string): string => words.replace(/[^\n]/g, ' ')

/** The ranges of a YAML text that are no comments. */
function isInYaml(text: string): (index: number) => boolean {
  const ranges: (readonly [number, number])[] = []
  if (tooDeepAt(text) !== undefined) return () => false // which is reported elsewhere
  visit(parseDocument(text, { logLevel: 'error', uniqueKeys: false }), {
    Node(_, node) {
      if (isScalar(node) && node.range) ranges.push([node.range[0], node.range[1]])
    },
  })
  return (index) => ranges.some(([from, to]) => from <= index && index < to)
}

/** Says which places of a text a reader may come to see: comments are for its author. */
function isShown({ path, text }: TextFile): (index: number) => boolean {
  if (/\.ya?ml$/i.test(path)) return isInYaml(text)
  const comments = /\.md$/i.test(path)
    ? /<!--[\s\S]*?-->/g
    : /\.hbs$/i.test(path)
      ? /\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}|<!--[\s\S]*?-->/g
      : undefined
  if (!comments) return () => true
  const rest = text.replace(comments, blank)
  return (index) => rest[index] === text[index]
}

function inText(file: TextFile, fonts: FontLetters | undefined): readonly Diagnostic[] {
  const found = stretches(file.text, fonts)
  if (found.length === 0) return []
  const shown = isShown(file)
  const origin = { path: file.path, line: 1, column: 1 }
  return firstOfScripts(found.filter(({ index }) => shown(index))).map((stretch) =>
    finding(stretch, { ...placeOfOffset(file.text, stretch.index, origin), length: stretch.text.length }),
  )
}

function inSheets(file: SourceFile, fonts: FontLetters | undefined): readonly Diagnostic[] {
  const { path } = file
  const found = sheetsOf(file)
    .filter(({ isHidden }) => !isHidden)
    .flatMap(({ name, rows }) =>
      rows.flatMap((row, y) =>
        row.flatMap((cell, x) =>
          stretches(typeof cell === 'string' ? cell : cell.text, fonts).map((stretch) => ({
            ...stretch,
            place: { path, line: y + 1, column: x + 1, cell: `${name}!${columnName(x + 1)}${y + 1}` },
          })),
        ),
      ),
    )
  return firstOfScripts(found).map((stretch) => finding(stretch, stretch.place))
}

/**
 * Files whose texts stand on no slide: where a figure was published, and why, is quoted on its card in the document's own
 * language, which the reader's device shows.
 */
const quoted = /^data\/(?:figures\/|sources\/|published\.csv$|waivers\.yaml$)/

/** Letters of a file, and of its name, that neither the shipped font nor one that the deck names can show. */
export function scriptFindings(file: SourceFile, fonts?: FontLetters): readonly Diagnostic[] {
  const { path } = file
  const letters = quoted.test(path) ? everyLetter : fonts
  const inName = firstOfScripts(stretches(path, letters)).map((stretch) => finding(stretch, startOf(path)))
  return [...inName, ...(file.kind === 'text' ? inText(file, letters) : inSheets(file, letters))]
}

const everyLetter: FontLetters = { has: () => true }
