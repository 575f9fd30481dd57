import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { en } from '../../language/en.ts'
import { languages } from '../../language/languages.ts'
import { siteStyles } from '../site-files.ts'
import { embargoFolder } from '../site-paths.ts'
import { sealedFolders } from './approved.ts'
import { formFiles, formPage } from './folder-files.ts'

/**
 * Where what lies around the sealed files of a site, above all the scripts that a passphrase is typed into, is not what this
 * version of the engine writes. Whether a sealed file itself was changed is seen when it is opened: no bit of it can be otherwise.
 */
export async function sealedFaults(to: string, engine: string): Promise<readonly string[]> {
  const folders = sealedFolders(to)
  if (folders.length === 0) return []
  const own = await formFiles({ engine, language: en, styles: siteStyles(engine) })
  const pages = new Set(languages.map(({ tag, site }) => formPage(tag, site.sealed)))
  return folders.flatMap((name) =>
    own.flatMap(({ path, content }) => {
      const file = join(to, embargoFolder, name, path)
      const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
      if (path === 'index.html' ? pages.has(text) : text === content) return []
      return [
        `${embargoFolder}/${name}/${path}: this version of the engine writes another; an older one did, or somebody changed it`,
      ]
    }),
  )
}
