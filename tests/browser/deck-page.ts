import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'

/** A page of the deck and everything that went wrong on it so far: console errors, blocked and foreign requests. */
export interface DeckPage {
  readonly page: Page
  readonly problems: readonly string[]
  close(): Promise<void>
}

export interface PageOptions {
  readonly width: number
  readonly height: number
  readonly motion?: 'reduce' | 'no-preference'
  readonly touch?: boolean
  readonly scripts?: boolean
}

let connection: Promise<Browser> | undefined

/** The one browser of the run, seen from this test file. */
export function connectedBrowser(): Promise<Browser> {
  connection ??= chromium.connect(inject('browser'))
  return connection
}

/** Runs in the page: the slides are there, in their fonts, and on a wide window run as a deck. */
function isStarted(mode: string): boolean {
  const runs = mode === '' || document.documentElement.classList.contains(mode)
  return runs && document.querySelector('.slides > section') !== null && document.fonts.status === 'loaded'
}

/** Opens an address in a fresh context and waits until the deck runs and its fonts are there. */
export async function openPage(address: string, options: PageOptions): Promise<DeckPage> {
  const browser = await connectedBrowser()
  const { width, height, motion = 'reduce', touch = false, scripts = true } = options
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: motion,
    hasTouch: touch,
    javaScriptEnabled: scripts,
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  const problems: string[] = []
  const { origin } = new URL(address)
  page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:'))
      problems.push(`foreign: ${url}`)
  })
  page.on(
    'response',
    (response) => response.status() >= 400 && problems.push(`${response.status()}: ${response.url()}`),
  )
  await page.goto(address)
  if (scripts) await page.waitForFunction(isStarted, width >= 960 && height >= 540 ? 'is-deck' : '')
  return { page, problems, close: () => context.close() }
}

/** Shows a slide by its address and waits until it stands still. */
export async function showSlide(page: Page, id: string): Promise<void> {
  const isStill = (slide: string): boolean => {
    const section = document.getElementById(slide)
    if (!section) return false
    // Asked again while another slide shows: reveal.js may still be writing the address of the one before.
    if (location.hash !== `#/${slide}`) location.hash = `#/${slide}`
    const isDeck = document.documentElement.classList.contains('is-deck')
    if (isDeck && !section.classList.contains('present')) return false
    const pictures = [...section.querySelectorAll('img')].filter((image) => image.checkVisibility())
    return (
      pictures.every((image) => image.complete) &&
      document.getAnimations().every(({ playState }) => playState !== 'running')
    )
  }
  await page.waitForFunction(isStill, id, { polling: 50 }) // not by frames, which a busy machine may hold back
}

/** Ids of the slides of a built folder, in order. */
export function slideIds(folder: string): string[] {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  return [...html.matchAll(/<section\b[^>]*?\sid="([^"]+)"/g)].flatMap(([, id]) => (id === undefined ? [] : [id]))
}
