import { createPageFile } from './page-file.ts'

/** The address that a function imports from, as a build writes it: "./search-Db64QjJA.js"; none in a page that is one file. */
export const importedAddress = (source: string): string | undefined =>
  /\bimport\(\s*["'`]([^"'`]+)["'`]/.exec(source)?.[1]

/** Where modules were found that could not be had at their own address. */
const moved = new Map<string, string>()

/** Style sheets that failed are asked for again, since the bundler asks for each but once. */
function renewStyles(query: string): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (link.sheet) continue
    const again = document.createElement('link')
    again.rel = 'stylesheet'
    again.href = `${link.href}?${query}`
    link.replaceWith(again)
  }
}

/** A browser that failed to fetch a module answers each later import of that address by the same failure: then another address is asked. */
async function importAgain<T>(load: () => Promise<T>): Promise<T> {
  const own = importedAddress(String(load))
  const known = own === undefined ? undefined : moved.get(own)
  if (known !== undefined) return import(/* @vite-ignore */ known)
  try {
    return await load()
  } catch (error) {
    if (own === undefined) throw error
    const url = new URL(own, import.meta.url)
    url.searchParams.set('retry', String(Math.round(performance.now())))
    renewStyles(url.searchParams.toString())
    const found = await import(/* @vite-ignore */ url.href)
    moved.set(own, url.href)
    return found
  }
}

/**
 * Loads a part of the page when it is wanted, with some tries. What is loaded so may import
 * only what the page began with: a module shared by two that failed could not be asked for under another address.
 */
export const loadModule = <T>(load: () => Promise<T>): Promise<T> => createPageFile(() => importAgain(load)).load()
