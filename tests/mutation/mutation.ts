import type { SourceFile } from '../../src/model/source-file.ts'

/** One deliberate fault: a stretch of one file replaced by other text. */
export interface Mutation {
  readonly kind: string
  readonly path: string
  readonly start: number
  readonly end: number
  readonly text: string
  /** Why nobody could find it from the deck alone, where the generator knows it. */
  readonly blind?: string
}

/** The deck with the fault in it; all other files are the same objects. */
export function applyMutation(
  files: readonly SourceFile[],
  { path, start, end, text }: Mutation,
): readonly SourceFile[] {
  return files.map((file) =>
    file.path === path && file.kind === 'text'
      ? { ...file, text: file.text.slice(0, start) + text + file.text.slice(end) }
      : file,
  )
}

export type TextFile = Extract<SourceFile, { kind: 'text' }>

export const textFiles = (files: readonly SourceFile[], folder: string, ending: string): readonly TextFile[] =>
  files.filter(
    (file): file is TextFile => file.kind === 'text' && file.path.startsWith(folder) && file.path.endsWith(ending),
  )
