import type { Part } from '../part.ts'

/** Keys of the commands; reveal.js keeps its own (arrows, space, page keys, F, B). */
export const keyboard: Part = {
  id: 'keyboard',
  init({ commands, signal }) {
    document.addEventListener(
      'keydown',
      (event) => {
        const isSearch = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
        if (!isSearch && (event.ctrlKey || event.metaKey || event.altKey || isTyping(event))) return
        if (document.querySelector('dialog[open]')) return
        const key = isSearch ? '/' : event.key.toLowerCase()
        const command = commands.find((candidate) => candidate.keys.includes(key))
        if (!command) return
        event.preventDefault()
        command.run()
      },
      { signal },
    )
    return undefined
  },
}

function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]') !== null
}
