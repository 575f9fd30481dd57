import type { FileChange } from '../roll/write-files.ts'
import type { OpenedDeck } from './import.ts'

export { learnMapping } from '../../compiler/compile.ts'

/** data/import.yaml with a proposed entry at its end. */
export function withLearned({ mapping }: OpenedDeck, { text }: { readonly text: string }): FileChange {
  const before = mapping?.text
  const gap = before === undefined || before === '' || before.endsWith('\n') ? '' : '\n'
  return { path: 'data/import.yaml', before, after: `${before ?? ''}${gap}${text}\n` }
}
