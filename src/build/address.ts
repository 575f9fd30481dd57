import { resolve } from 'node:path'
import type { Project } from '../project/project.ts'

/** Name of the <meta> by which a page in development says which deck it was served, so that no save is missed. */
export const revisionName = 'quarterdeck-revision'

/** Address of the browser's first module. */
export const entryId = '/@quarterdeck/entry'

/** The deck's whole style: the shipped sheets, then the deck's own. */
export const themeId = '/@quarterdeck/theme.css'

/** The document's id: Vite wants it inside its root; on disk there is none. */
export const documentId = (project: Project): string => resolve(project.engine, 'index.html')

/** Where a built page's files are, from its folder. */
export const assetsFolder = 'assets/'

/** Where a built page finds its charts, JSON and fonts, from the page. */
export const builtAssets = `./${assetsFolder}`
