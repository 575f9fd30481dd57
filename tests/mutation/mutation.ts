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
  /** Of a fault on a slide of its own: the same slide without it, which must raise no alarm. */
  readonly twin?: string
}

/** A slide of its own with a fault; its id is the same in every run. */
export const slideFault = ({
  index,
  ...fault
}: {
  readonly kind: string
  readonly index: number
  readonly text: string
  readonly twin: string
}): Mutation => ({ ...fault, path: `slides/${1000 + index}-fault-${index}.md`, start: 0, end: 0 })

/** The deck with the fault in it; all other files are the same objects. */
export function applyMutation(
  files: readonly SourceFile[],
  { path, start, end, text }: Mutation,
): readonly SourceFile[] {
  if (files.every((file) => file.path !== path)) return [...files, { kind: 'text', path, text }]
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
