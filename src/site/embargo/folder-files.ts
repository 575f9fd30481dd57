import { join } from 'node:path'
import { singleScript } from '../../build/single-script.ts'
import { escapeHtml } from '../../format/html.ts'
import type { Language } from '../../language/language.ts'
import type { SiteWords } from '../../language/site/site-words.ts'
import { sealedNames } from '../../model/hosted/sealed.ts'
import type { DeckManifest, SiteFile } from '../manifest.ts'
import { metaTag, sitePage } from '../pages/html.ts'
import { redirectPage, redirectScript } from '../pages/redirects.ts'

/** The page that asks for the passphrase: the same for every deck, and without a word of it. */
export function formPage(language: string, words: SiteWords['sealed']): string {
  const head = {
    language,
    title: words.title,
    isHidden: true,
    styles: [sealedNames.style],
    further: [metaTag('name', 'referrer', 'no-referrer'), `<script type="module" src="${sealedNames.form}"></script>`],
  }
  const said = (name: 'opening' | 'wrong' | 'unreachable' | 'insecure' | 'unsupported'): string =>
    `<p role="status" data-say="${name}" hidden>${escapeHtml(words[name])}</p>`
  const body = [
    '<main class="site">',
    `<h1>${escapeHtml(words.title)}</h1>`,
    `<noscript><p>${escapeHtml(words.noScripts)}</p></noscript>`,
    '<form hidden>',
    `<p>${escapeHtml(words.text)}</p>`,
    `<p><label>${escapeHtml(words.passphrase)} <input name="passphrase" type="password" autocomplete="off" autocapitalize="none" spellcheck="false" required></label> <button>${escapeHtml(words.open)}</button></p>`,
    '</form>',
    ...(['opening', 'wrong', 'unreachable', 'insecure', 'unsupported'] as const).map(said),
    '</main>',
  ]
  return sitePage(head, body.join('\n'))
}

interface FormOptions {
  readonly engine: string // folder
  readonly language: Language
  readonly styles: string
}

/** All that lies in an embargoed folder beside the sealed file. */
export async function formFiles({ engine, language, styles }: FormOptions): Promise<readonly SiteFile[]> {
  const script = (name: string): Promise<string> =>
    singleScript(join(engine, 'src', 'browser', 'embargo', `${name}.ts`), 'iife')
  return [
    { path: sealedNames.worker, content: await script('worker') },
    { path: sealedNames.form, content: await script('form') },
    { path: sealedNames.holder, content: await script('held') },
    { path: sealedNames.style, content: styles },
    { path: 'index.html', content: formPage(language.tag, language.site.sealed) },
  ]
}

/**
 * Takes the place of what holds the key, the first script of a page that came from a reader's memory at the very moment of the
 * release: whatever the browser does with its worker, the page is led to the same slide of the public deck.
 */
const leadOn = (id: string): string => `const folder = new URL('.', document.currentScript.src)
location.replace(new URL('../../${id}/', folder).href + location.href.slice(folder.href.length))
`

const scriptName = 'moved.js'

/** What an embargoed folder leaves behind: each of its addresses leads to the public one. The last of them is its own page. */
export function leftFiles({ id, slides, language }: DeckManifest, words: SiteWords['moved']): readonly SiteFile[] {
  const page = (path: string, up: string): SiteFile => ({
    path: `${path}index.html`,
    content: redirectPage({ to: `${up}../../${id}/${path}`, script: `${up}${scriptName}`, language, words }),
  })
  const former = slides.flatMap(({ formerly = [] }) => formerly)
  return [
    { path: scriptName, content: redirectScript },
    ...[...slides.map((slide) => slide.id), ...former, 'downloads'].map((name) => page(`${name}/`, '../')),
    { path: sealedNames.holder, content: leadOn(id) },
    page('', ''),
  ]
}
