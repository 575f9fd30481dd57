import type { Part } from '../part.ts'
import { openSpeaker, type Speaker } from '../speaker-window.ts'
import { refreshed, revealed, shown } from '../view.ts'

/** A second window with this slide, the next, notes and a timer (key S). Presenter edition only. */
export const speaker: Part = {
  id: 'speaker',
  init({ view, commands, words, signal, say }) {
    if (view.kind !== 'deck') return undefined
    const state: { open: Speaker | undefined } = { open: undefined }
    const run = (): void => {
      state.open = openSpeaker(view, words)
      if (!state.open) say(words.said.windowRefused)
    }
    for (const event of [shown, refreshed, revealed]) {
      view.root.addEventListener(event, () => state.open?.update(), { signal })
    }
    commands.push({ id: 'speaker', title: words.commands.speaker, keys: ['s'], run })
    return () => state.open?.close()
  },
}
