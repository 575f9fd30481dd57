import type { SourceFile } from '../../model/source-file.ts'

type TextFile = SourceFile & { readonly kind: 'text' }

export const paths = {
  config: 'data/deck.yaml',
  metrics: 'data/metrics.yaml',
  sources: 'data/sources.yaml',
  waivers: 'data/waivers.yaml',
  published: 'data/published.csv',
} as const

/** The files of data/, each where it belongs; templates and slides are no matter of ours. */
export interface DataFiles {
  readonly text: ReadonlyMap<string, TextFile>
  readonly figures: readonly SourceFile[]
  readonly tables: readonly SourceFile[]
  readonly errata: SourceFile | undefined
  readonly unknown: readonly SourceFile[]
}

/** Files of the system (.DS_Store) and of spreadsheets that are open just now (~$figures.xlsx). */
const isHidden = (path: string): boolean => /(^|\/)(\.|~\$)[^/]*$/.test(path)

const isGridFile = (path: string): boolean => /\.(csv|xlsx)$/.test(path)

/** Sorts the files of data/, each kind by path. */
export function sortFiles(files: readonly SourceFile[]): DataFiles {
  const data = files
    .filter(({ path }) => path.startsWith('data/') && !isHidden(path))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const known = new Set<string>(Object.values(paths))
  const isFigures = ({ path }: SourceFile): boolean => path.startsWith('data/figures/') && isGridFile(path)
  const isTable = ({ path }: SourceFile): boolean => path.startsWith('data/tables/') && isGridFile(path)
  const isErrata = ({ path }: SourceFile): boolean => /^data\/errata\.(csv|xlsx)$/.test(path)
  const text = data.filter((file): file is TextFile => file.kind === 'text' && known.has(file.path))
  return {
    text: new Map(text.map((file) => [file.path, file])),
    figures: data.filter(isFigures),
    tables: data.filter(isTable),
    errata: data.find(isErrata),
    unknown: data.filter((file) => !known.has(file.path) && !isFigures(file) && !isTable(file) && !isErrata(file)),
  }
}
