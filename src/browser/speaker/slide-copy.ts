import { inlinePictures } from '../images.ts'

/** How many steps a slide has. */
export const stepsOf = (slide: Element): number => slide.querySelectorAll('.fragment').length

/** Shows a copy of a slide with so many of its steps in a frame; nothing where there is none. */
export function showSlide(frame: HTMLElement, slide: HTMLElement | undefined, steps: number): void {
  const holder = document.createElement('div')
  holder.className = 'slides'
  holder.inert = true
  const copy = slide?.cloneNode(true)
  if (copy instanceof HTMLElement) {
    for (const part of copy.querySelectorAll('.notes, .chart-data')) part.remove()
    for (const [at, step] of [...copy.querySelectorAll('.fragment')].entries())
      step.classList.toggle('visible', at < steps)
    holder.append(copy)
  }
  frame.replaceChildren(holder)
  void inlinePictures(frame)
}
