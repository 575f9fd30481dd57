import type { Diagnostic } from '../../model/diagnostic.ts'
import { columnName, type Place, type SourceFile, sheetsOf, type TextFile } from '../../model/source-file.ts'
import { unsupportedCharacter } from '../diagnostics/characters.ts'
import { startOf } from '../diagnostics/create.ts'
import { placeOfOffset } from './text-origin.ts'

/**
 * Characters that no text of a deck may hold. Private use: symbol fonts put their icons there, and so do we the marks
 * of values and blocks. Controls but tab and line ends: slide programs leave them behind, and XML forbids most of them.
 * Halves of a pair, and the code points that are none.
 */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/gu

interface ForbiddenCharacter {
  readonly code: number
  readonly index: number // in UTF-16
  readonly length: number // as written
}

/** The characters of a text that none may hold, in order. */
export function forbiddenCharacters(text: string): readonly ForbiddenCharacter[] {
  return [...text.matchAll(forbidden)].map(({ 0: character, index }) => ({
    code: character.codePointAt(0) ?? 0,
    index,
    length: character.length,
  }))
}

export const isForbidden = (code: number): boolean =>
  code > 0x10ffff || forbiddenCharacters(String.fromCodePoint(code)).length > 0

/** A file of another format may hold thousands: the first ones say enough. */
const mostReported = 20

function inText({ path, text }: TextFile): readonly Diagnostic[] {
  return forbiddenCharacters(text)
    .slice(0, mostReported)
    .map(({ code, index, length }) =>
      unsupportedCharacter(code, { ...placeOfOffset(text, index, { path, line: 1, column: 1 }), length }),
    )
}

/** Spreadsheets write a character that XML forbids as its number: "_x000B_". */
const written = /_x([0-9A-Fa-f]{4})_/g

function inCell(text: string, place: Place): readonly Diagnostic[] {
  const coded = [...text.matchAll(written)].map(([, digits = '']) => Number.parseInt(digits, 16)).filter(isForbidden)
  const all = [...forbiddenCharacters(text).map(({ code }) => code), ...coded]
  return all.slice(0, 1).map((code) => unsupportedCharacter(code, place))
}

function inSheets(file: SourceFile): readonly Diagnostic[] {
  const { path } = file
  const found = sheetsOf(file).flatMap(({ name, rows }) => [
    ...inCell(name, { ...startOf(path), cell: name }),
    ...rows.flatMap((row, y) =>
      row.flatMap((cell, x) =>
        inCell(typeof cell === 'string' ? cell : cell.text, {
          path,
          line: y + 1,
          column: x + 1,
          cell: `${name}!${columnName(x + 1)}${y + 1}`,
        }),
      ),
    ),
  ])
  return found.slice(0, mostReported)
}

/** What is wrong with the characters of a file, and of its name. */
export function characterFindings(file: SourceFile): readonly Diagnostic[] {
  const inName = forbiddenCharacters(file.path).map(({ code }) => unsupportedCharacter(code, startOf(file.path)))
  return [...inName.slice(0, 1), ...(file.kind === 'text' ? inText(file) : inSheets(file))]
}
