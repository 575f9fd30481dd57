import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtAssets } from '../build/address.ts'
import { licencesName } from '../build/plugin.ts'
import { singleScript } from '../build/single-script.ts'
import { offlinePage } from '../export/offline/offline-page.ts'
import { fileOf } from '../model/source-file.ts'
import { isWithin } from '../project/walk.ts'
import { cutFonts } from './offline-fonts.ts'

function reader(folder: string): (path: string) => Buffer | undefined {
  return (path) => {
    const file = join(folder, path)
    try {
      return isWithin(file, folder) ? readFileSync(file) : undefined
    } catch {
      return undefined
    }
  }
}

/** The page of a built folder as one file. Throws where the folder holds no build. */
export async function offlineFile(folder: string): Promise<string> {
  const read = reader(folder)
  const document = read('index.html')?.toString('utf8') ?? ''
  const [, entry] = /<script type="module"[^>]*src="\.\/([^"]+)"/.exec(document) ?? []
  if (entry === undefined) throw new Error(`${folder} holds no built page`)
  const linked = [...document.matchAll(/<link rel="stylesheet"[^>]*href="\.\/([^"]+)"/g)].map(([, path = '']) => path)
  const names = readdirSync(join(folder, builtAssets)).sort()
  const later = names.filter((name) => name.endsWith('.css')).map((name) => `assets/${name}`)
  const styles = [...new Set([...linked, ...later])].map((path) => ({ path, text: read(path)?.toString('utf8') ?? '' }))
  const blocks = names.filter((name) => /^(?:charts|facts)-.*\.json$/.test(name)).map((name) => builtAssets + name)
  const script = await singleScript(join(folder, entry))
  const texts = [document, script, ...blocks.map((name) => read(fileOf(name))?.toString('utf8') ?? '')]
  const fonts = await cutFonts(styles, texts.join(''), read)
  return offlinePage({
    document,
    script,
    styles,
    blocks,
    licences: read(licencesName)?.toString('utf8') ?? '',
    read: (path) => fonts.get(path) ?? read(path),
  })
}
