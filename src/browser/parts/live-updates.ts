import { counted } from '../../language/fill.ts'
import type { DeckError, DeckPatch } from '../../model/page-data.ts'
import { elementFrom, make } from '../dom.ts'
import type { Part, PartContext } from '../part.ts'
import { chartModels, restyled } from './charts.ts'

/** What the dev server sends after a save. */
type Save =
  | { readonly kind: 'patch'; readonly patch: DeckPatch }
  | { readonly kind: 'error'; readonly error: DeckError }
  | { readonly kind: 'clear' } // errors that were shown are gone

type Listener = (save: Save) => void

const listeners = new Set<Listener>()
const early: Save[] = [] // while no view follows: before the first has started, or between two

function dispatch(save: Save): void {
  if (listeners.size === 0) early.push(save)
  for (const listener of listeners) listener(save)
}

import.meta.hot?.on('deck:patch', (patch: DeckPatch) => dispatch({ kind: 'patch', patch }))
import.meta.hot?.on('deck:error', (error: DeckError) => dispatch({ kind: 'error', error }))
import.meta.hot?.on('deck:clear', () => dispatch({ kind: 'clear' }))

/** Letters that the deck did not have before; what is drawn meanwhile is drawn again when they are there. */
import.meta.hot?.on('deck:fonts', ({ address }: { readonly address: string }) => {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
  if (links.some((link) => link.getAttribute('href') === address)) return
  const link = make('link', { rel: 'stylesheet', href: address })
  link.addEventListener('load', sayRestyled)
  document.head.append(link)
})
import.meta.hot?.on('vite:afterUpdate', ({ updates }) => {
  if (updates.some(({ path }) => path.endsWith('.css'))) sayRestyled()
})

const sayRestyled = (): boolean => document.dispatchEvent(new CustomEvent(restyled))

/** Asks for what was saved between the serving of the page and now. */
const served = document.querySelector<HTMLMetaElement>('meta[name="quarterdeck-revision"]')?.content
if (served !== undefined) import.meta.hot?.send('deck:ready', { revision: Number(served) })

/** Live updates while writing, sent by the dev server; never part of a build. */
export const liveUpdates: Part = {
  id: 'live-updates',
  init(context) {
    const listener: Listener = (save) => {
      if (save.kind === 'patch') applyPatch(save.patch, context)
      else if (save.kind === 'error') showErrors(save.error, context)
      else clearErrors()
    }
    listeners.add(listener)
    for (const save of early.splice(0)) listener(save)
    return () => listeners.delete(listener)
  },
}

function applyPatch({ title, slides, order, charts, facts, page }: DeckPatch, context: PartContext): void {
  clearErrors()
  const holder = context.view.root.querySelector('.slides')
  if (!holder) return
  const changed = slides.flatMap(({ html }) => {
    const fresh = elementFrom(html)
    return fresh ? [putSlide(holder, fresh)] : []
  })
  orderSlides(holder, order)
  if (facts) context.facts.replace(facts)
  document.title = title
  const data = document.getElementById('deck-data')
  if (data) data.textContent = JSON.stringify(page)
  context.view.root.dispatchEvent(new CustomEvent(chartModels, { detail: charts }))
  context.view.refresh(changed)
}

/** Gives the slide with that id its new content, or adds it; the element stays, and with it live charts. */
function putSlide(holder: Element, fresh: HTMLElement): HTMLElement {
  const old = [...holder.children].find((child) => child.id === fresh.id)
  if (!(old instanceof HTMLElement)) {
    holder.append(fresh)
    return fresh
  }
  const state = ['past', 'present', 'future', 'is-chosen'].filter((name) => old.classList.contains(name))
  old.className = [fresh.className, ...state].join(' ')
  for (const { name, value } of fresh.attributes) if (name.startsWith('data-')) old.setAttribute(name, value)
  keepLiveCharts(old, fresh)
  keepSteps(old, fresh)
  old.replaceChildren(...fresh.childNodes)
  return old
}

function keepLiveCharts(old: Element, fresh: Element): void {
  for (const figure of old.querySelectorAll<HTMLElement>('.chart[data-chart]')) {
    const next = fresh.querySelector(`.chart[data-chart="${CSS.escape(figure.dataset.chart ?? '')}"]`)
    const box = figure.querySelector('.chart-box')
    if (!next || !box?.querySelector('canvas')) continue
    box.querySelector('.chart-drawing')?.remove()
    const still = next.querySelector('.chart-still')
    if (still) box.querySelector('.chart-still')?.replaceWith(still)
    next.querySelector('.chart-box')?.replaceWith(box)
  }
}

/** As many steps as were shown before. */
function keepSteps(old: Element, fresh: Element): void {
  const shown = old.querySelectorAll('.fragment.visible').length
  const steps = [...fresh.querySelectorAll('.fragment')].slice(0, shown)
  for (const step of steps) step.classList.add('visible')
  steps.at(-1)?.classList.add('current-fragment')
}

function orderSlides(holder: Element, order: readonly string[]): void {
  for (const child of [...holder.children]) if (!order.includes(child.id)) child.remove()
  const isInOrder = [...holder.children].every((child, index) => child.id === order[index])
  if (isInOrder) return
  const sorted = [...holder.children].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  holder.append(...sorted)
}

/** Shows them over the slide; the last good deck stays behind it. */
function showErrors({ frames }: DeckError, { data, words }: PartContext): void {
  clearErrors()
  const heading = make(
    'h2',
    {},
    frames.length === 1 ? words.errors.one : counted(data.language, words.errors.several, frames.length),
  )
  document.body.append(
    make('section', { class: 'qd-error', role: 'alert' }, heading, ...frames.map((frame) => make('pre', {}, frame))),
  )
}

function clearErrors(): void {
  for (const overlay of document.querySelectorAll('.qd-error')) overlay.remove()
}
