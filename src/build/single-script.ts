import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assetsFolder } from './address.ts'

/** What Vite asks for ahead of a part stands in the one file already. */
const withoutPreloads = {
  name: 'without-preloads',
  transform: (code: string): string => code.replace(/__vite__mapDeps\(\[[\d,\s]*\]\)/g, '[]'),
}

/** A built module and all that it loads, now or later, as one module, or as one script for pages that may load no module. */
export async function singleScript(entry: string, format: 'es' | 'iife' = 'es'): Promise<string> {
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({ input: entry, plugins: [withoutPreloads], logLevel: 'silent' })
  try {
    const { output } = await bundle.generate({ format, codeSplitting: false, minify: true, comments: false })
    return output[0].code
  } finally {
    await bundle.close()
  }
}

/** The name of a file by its content, as the bundler's. */
const named = (stem: string, text: string): string =>
  `${assetsFolder}${stem}-${createHash('sha256').update(text).digest('base64url').slice(0, 8)}.js`

/** Asks for the deck as one script where a page from a disk may load no module; elsewhere it is this line alone. */
const loaderOf = (script: string): string =>
  `if(location.protocol==='file:'){const from=document.currentScript.src;addEventListener('load',()=>{if(document.documentElement.dataset.started!==undefined)return;const script=document.createElement('script');script.src=new URL(${JSON.stringify(script.slice(assetsFolder.length))},from);document.head.append(script)})}\n`

/**
 * Makes a built page run from a disk too, where browsers load neither modules nor what is marked for other origins: writes the
 * deck as one script and what asks for it beside the page, and names that in the document.
 */
export async function writeForDisk(folder: string, entry: string): Promise<void> {
  const script = await singleScript(join(folder, entry), 'iife')
  const scriptName = named('from-disk', script)
  const loader = loaderOf(scriptName)
  const loaderName = named('disk', loader)
  writeFileSync(join(folder, scriptName), script)
  writeFileSync(join(folder, loaderName), loader)
  const document = join(folder, 'index.html')
  const [head = '', ...body] = readFileSync(document, 'utf8').split('</head>')
  const tags = head.replace(/ crossorigin(?=[\s>])/g, '')
  writeFileSync(document, [`${tags}<script defer src="./${loaderName}"></script>\n`, ...body].join('</head>'))
}
