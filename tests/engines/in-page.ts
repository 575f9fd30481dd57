/** Waits until the deck or the page runs, with its fonts and parts; says what is missing after half a minute. */
export async function waitForStart(): Promise<string> {
  const page = document.documentElement
  const isRunning = (): boolean =>
    page.dataset.parts !== undefined &&
    document.fonts.status === 'loaded' &&
    page.classList.contains('is-deck') === (innerWidth >= 960 && innerHeight >= 540)
  for (const end = performance.now() + 30_000; performance.now() < end; ) {
    if (isRunning()) return ''
    await new Promise((done) => setTimeout(done, 25))
  }
  return `not started: parts ${page.dataset.parts}, fonts ${document.fonts.status}, ${page.className}, ${innerWidth} × ${innerHeight}`
}

/** Ids of all slides. */
export const idsInPage = (): string[] => [...document.querySelectorAll('.slides > section')].map(({ id }) => id)

/** Shows a slide, by its address or by scrolling, and waits until it stands still and each chart is drawn on its canvas. */
export async function showInPage(id: string): Promise<string> {
  const section = document.getElementById(id)
  if (!section) return `no slide ${id}`
  const isDeck = document.documentElement.classList.contains('is-deck')
  const isDrawn = (box: Element): boolean => {
    const canvas = box.querySelector('canvas')
    if (!canvas || !box.classList.contains('is-live') || canvas.width === 0) return false
    const small = document.createElement('canvas')
    small.width = 64
    small.height = 64
    const context = small.getContext('2d')
    if (!context) return false
    context.drawImage(canvas, 0, 0, 64, 64)
    return context.getImageData(0, 0, 64, 64).data.some((value) => value > 0)
  }
  const drawn = new Set<Element>() // on a page they rest again out of sight, and not all of a slide fit into a low window
  const missing = (): string => {
    if (isDeck && !section.classList.contains('present')) return 'it does not show'
    const images = [...section.querySelectorAll('img')].filter((image) => image.checkVisibility())
    const image = images.find(({ complete, naturalWidth }) => !complete || naturalWidth === 0)
    if (image) {
      if (!isDeck) image.scrollIntoView({ block: 'center' }) // far ones are loaded late
      return `picture ${image.src}`
    }
    if (document.getAnimations().some(({ playState }) => playState === 'running')) return 'it moves'
    for (const box of section.querySelectorAll('.chart .chart-box')) {
      if (isDrawn(box)) drawn.add(box)
      if (drawn.has(box)) continue
      if (!isDeck) box.scrollIntoView({ block: 'center' })
      return `chart ${box.closest('.chart')?.id ?? ''} is not drawn`
    }
    return ''
  }
  if (!isDeck) section.scrollIntoView()
  for (const end = performance.now() + 60_000; performance.now() < end; ) {
    if (isDeck && location.hash !== `#/${id}`) location.hash = `#/${id}`
    if (missing() === '') return ''
    await new Promise((done) => setTimeout(done, 25))
  }
  return missing()
}

/** What of the overview is wrong: slides out of sight, beside the window, on each other, or without their drawings. */
export async function overviewInPage(): Promise<string[]> {
  const page = document.documentElement
  const slides = [...document.querySelectorAll<HTMLElement>('.slides > section')]
  const faults = (): string[] => {
    if (!page.classList.contains('is-overview')) return ['the overview is not open']
    const found: string[] = []
    const boxes = slides.map((slide) => slide.getBoundingClientRect())
    for (const [at, box] of boxes.entries()) {
      const slide = slides[at]
      if (!slide?.checkVisibility() || box.width < 40 || box.height < 20) found.push(`${slide?.id} is not seen`)
      if (box.left < -1 || box.right > innerWidth + 1) found.push(`${slide?.id} is beside the window`)
      const next = boxes[at + 1]
      if (next && next.left < box.right - 1 && next.top < box.bottom - 1) found.push(`${slide?.id} is on the next`)
      for (const chart of slide?.querySelectorAll('.chart-box') ?? [])
        if (![...chart.querySelectorAll('img, svg')].some((drawing) => drawing.checkVisibility()))
          found.push(`${slide?.id} has no drawing`)
    }
    return found
  }
  for (const end = performance.now() + 10_000; performance.now() < end && faults().length > 0; )
    await new Promise((done) => setTimeout(done, 25))
  return faults()
}

/** Waits for an element that is seen, or, with `gone`, for none of it; says what is the case after ten seconds. */
export async function waitInPage(selector: string, state: string): Promise<string> {
  const isThere = (): boolean => [...document.querySelectorAll(selector)].some((one) => one.checkVisibility())
  for (const end = performance.now() + 10_000; performance.now() < end; ) {
    if (isThere() === (state === 'seen')) return ''
    await new Promise((done) => setTimeout(done, 25))
  }
  return `${selector} is not ${state}`
}

/** What is printed on a slide as its number. */
export const numberInPage = (id: string): string => document.getElementById(id)?.dataset.number ?? ''

/** The slide that shows, for walks by keys. */
export const presentInPage = (): string => document.querySelector('.slides > section.present')?.id ?? ''

/** Notes that an audience would see. */
export const openNotesInPage = (): number =>
  [...document.querySelectorAll('.notes')].filter((notes) => notes.checkVisibility()).length

/** A figure in the text of a slide that has a card, and is seen without a step. */
export const cardFigure = 'section :is(li, p) > data.figure[data-fact]:not(.notes *, .fragment *, .fragment)'

/** The slide of the first figure that a selector finds. */
export const slideOfInPage = (selector: string): string =>
  document.querySelector(selector)?.closest('section')?.id ?? ''

/** Brings the first element that a selector finds into the middle of the window, and waits until it stays there: pictures above it may still come. */
export async function centreInPage(selector: string): Promise<boolean> {
  const element = document.querySelector(selector)
  if (!element) return false
  const isThere = (): boolean => {
    element.scrollIntoView({ block: 'center' })
    return element.getBoundingClientRect().height > 0
  }
  let last = Number.NaN
  for (const end = performance.now() + 10_000; performance.now() < end; ) {
    const { top } = element.getBoundingClientRect()
    if (isThere() && element.getBoundingClientRect().top === top && top === last) return true
    last = element.getBoundingClientRect().top
    await new Promise((done) => setTimeout(done, 50))
  }
  return false
}

/** How much of an open dialog is outside the window, in pixels. */
export function outsideInPage(selector: string): number {
  const box = document.querySelector(selector)?.getBoundingClientRect()
  if (!box) return -1
  return Math.max(0, -box.left, -box.top, box.right - innerWidth, box.bottom - innerHeight)
}

/** Puts text into the field of the search as typing does. */
export function typeInPage(text: string): boolean {
  const input = document.querySelector<HTMLInputElement>('dialog[open] input')
  if (!input) return false
  input.value = text
  return input.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Clicks the first element that a selector finds, where a driver cannot. */
export function clickInPage(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector)
  element?.click()
  return element !== null
}
