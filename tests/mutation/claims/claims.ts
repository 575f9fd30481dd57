import type { SourceFile } from '../../../src/model/source-file.ts'
import { digest } from '../../../src/project/record/digest.ts'
import { netPath } from '../../../src/project/record/publish.ts'
import { addedRows, publishedFigures, publishedPath, publishedText } from '../../../src/tieout/report/published.ts'
import type { Judge } from '../judge.ts'
import type { Mutation } from '../mutation.ts'
import { blockFaults } from './block-faults.ts'
import { fileFaults } from './file-faults.ts'
import { sentenceFaults } from './sentence-faults.ts'
import { thirdFaults } from './third-faults.ts'
import { unseenFaults } from './unseen-faults.ts'

/** The deck after it was published, as `check --publish` leaves it: with its record, and the last row of that in data/net.yaml. */
export function published(files: readonly SourceFile[], { deck }: Judge): readonly SourceFile[] {
  const rows = addedRows([], publishedFigures(deck), digest)
  const line = `published: {rows: ${rows.length}, digest: "${rows.at(-1)?.chain ?? ''}"}\n`
  return [
    ...files.map((file) =>
      file.path === netPath && file.kind === 'text' ? { ...file, text: file.text + line } : file,
    ),
    { kind: 'text', path: publishedPath, text: publishedText(rows) },
  ]
}

/** Every fault in what words, tables, record, waivers and ties say. */
export const claimFaults = (files: readonly SourceFile[]): readonly Mutation[] => [
  ...sentenceFaults(),
  ...unseenFaults(),
  ...thirdFaults(),
  ...blockFaults(),
  ...fileFaults(files),
]
