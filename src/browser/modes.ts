import type { View } from './view.ts'

/** The same condition as in templates/theme/index.css. */
export const pageQuery = '(max-width: 640px), (orientation: portrait) and (max-width: 900px)'

/** Which view a window of that kind gets; `search` is the address's query, e.g. "?print-pdf". */
export function viewKind(search: string, isNarrow: boolean): View['kind'] {
  if (/[?&]print-pdf\b/.test(search)) return 'print'
  return isNarrow ? 'page' : 'deck'
}
