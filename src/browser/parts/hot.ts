import { counted } from '../../language/fill.ts'
import { elementFrom, make } from '../dom.ts'
import { followSaves } from '../hot.ts'
import { isRecord } from '../page-data.ts'
import type { Context, Part } from '../part.ts'
import { chartModels } from './charts.ts'

/** Live updates while writing, sent by the dev server; never part of a build. */
export const hot: Part = {
  id: 'hot',
  init(context) {
    return followSaves((event, data) => {
      if (event === 'deck:patch') applyPatch(data, context)
      else if (event === 'deck:error') showErrors(data, context)
      else clearErrors()
    })
  },
}

function applyPatch(patch: unknown, context: Context): void {
  clearErrors()
  const holder = context.view.root.querySelector('.slides')
  if (!holder || !isRecord(patch)) return
  const slides = Array.isArray(patch.slides) ? patch.slides.filter(isRecord) : []
  const changed = slides.flatMap(({ html }) => {
    const fresh = typeof html === 'string' ? elementFrom(html) : undefined
    return fresh ? [putSlide(holder, fresh)] : []
  })
  if (Array.isArray(patch.order)) orderSlides(holder, patch.order.map(String))
  if (patch.facts !== undefined) context.cards.replace(patch.facts)
  if (typeof patch.title === 'string') document.title = patch.title
  const data = document.getElementById('deck-data')
  if (data && patch.page !== undefined) data.textContent = JSON.stringify(patch.page)
  if (patch.charts !== undefined)
    context.view.root.dispatchEvent(new CustomEvent(chartModels, { detail: patch.charts }))
  context.view.refresh(changed)
}

/** Gives the slide of that id its new content, or adds it; the element stays, and with it live charts. */
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

/** Over the slide; the last good deck stays behind it. */
function showErrors(error: unknown, { data, words }: Context): void {
  clearErrors()
  const frames = isRecord(error) && Array.isArray(error.frames) ? error.frames.map(String) : [String(error)]
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
