import { resolve } from 'node:path'
import type { Project } from './project.ts'

/** Name of the <meta> by which a page in development knows which deck it was served. */
export const revisionName = 'quarterdeck-revision'

/** Address of the browser's first module. */
export const entryId = '/@quarterdeck/entry'

/** The same while developing: says which deck the page was served, so that nothing saved meanwhile is missed. */
export const devEntryId = '/@quarterdeck/dev-entry'

/** Where the page's listeners for saves are; loaded by the page itself as well, so it is the same module. */
export const hotId = '/@quarterdeck/hot'

export const devEntry = `import '${entryId}'
await import('${hotId}')
const revision = Number(document.querySelector('meta[name="${revisionName}"]')?.content)
import.meta.hot?.send('deck:ready', { revision })
`

/** The deck's whole style: the shipped sheets, then the deck's own. */
export const themeId = '/@quarterdeck/theme.css'

/** The document's id: Vite wants it inside its root; on disk there is none. */
export const documentId = (project: Project): string => resolve(project.root, 'index.html')
